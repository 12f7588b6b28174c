"""A catalogue that extends the shipped one."""

from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.catalogue_files import load_catalogue

HEAD = 'extends: insek-klein/2026.1\nid: landkreis\nversion: "1"\n'
SUPPORT = "{{id: {ident}, title: Neu, text: T, where: W, proof: assumption, sources: [own-setting]}}"


def overlay(folder: Path, **files: str) -> Path:
    """Write an overlay; keys are names of files without their ending."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(UnusableInputError) as caught:
        load_catalogue(folder, "eigen")
    return [str(problem) for problem in caught.value.problems]


def test_a_head_alone_is_the_shipped_catalogue_under_another_name(tmp_path, catalogue):
    found = load_catalogue(overlay(tmp_path, catalogue=HEAD))
    assert found.reference == "landkreis/1"
    assert found.head.title == catalogue.head.title
    assert list(found.criterion) == list(catalogue.criterion)


def test_a_known_id_replaces_the_entry_in_its_place_and_a_new_one_comes_last(tmp_path, catalogue):
    both = "\n".join(f"  - {SUPPORT.format(ident=ident)}" for ident in ("data", "neu"))
    found = load_catalogue(overlay(tmp_path, catalogue=HEAD, support=f"support:\n{both}\n"))
    assert list(found.support) == [*catalogue.support, "neu"]
    assert found.support["data"].title == "Neu"


def test_a_criterion_joins_its_section(tmp_path, catalogue):
    entry = "{id: x, title: T, statement: S, obligation: may, because: lean, weight: 1, met: m, partial: p, help: h, "
    entry += "remedy: r, proof: assumption, chapters: [goals], sources: [own-setting]}"
    found = load_catalogue(overlay(tmp_path, catalogue=HEAD, criteria__mehr=f"section: goals\ncriteria: [{entry}]\n"))
    in_goals = [ident for ident, section in found.section_of.items() if section.id == "goals"]
    assert in_goals[-1] == "x"
    assert len(found.criteria) == len(catalogue.criteria) + 1


def test_levels_and_a_driver_can_be_changed_without_the_rest_of_their_file(tmp_path, catalogue):
    driver = "{id: few-bids, title: N, text: T, evidence: E, points: 1, levers: [page-limit], proof: assumption, "
    driver += "sources: [own-setting], when: {fact: offices-asked, below: 2}}"
    head = HEAD + "levels: [{id: start, title: Anfang}, {id: ziel, title: Ziel, secured: 0.5}]\n"
    found = load_catalogue(overlay(tmp_path, catalogue=head, costs=f"drivers: [{driver}]\n"))
    assert [level.id for level in found.head.levels] == ["start", "ziel"]
    assert [driver.title for driver in found.entries.drivers if driver.id == "few-bids"] == ["N"]
    assert len(found.entries.levers) == len(catalogue.entries.levers)


def test_an_unknown_catalogue_cannot_be_extended(tmp_path):
    head = HEAD.replace("2026.1", "2020.1")
    assert problems(overlay(tmp_path, catalogue=head)) == [
        "eigen/catalogue.yaml:1:10: Den Katalog „insek-klein/2020.1“ gibt es hier nicht; mitgeliefert ist "
        "„insek-klein/2026.1“."
    ]


def test_an_overlay_must_have_a_name_of_its_own(tmp_path):
    found = problems(overlay(tmp_path, catalogue="extends: insek-klein/2026.1\n"))
    assert found == [
        "eigen/catalogue.yaml:1:1: Hier fehlt „id“: Ein abgeleiteter Katalog heißt anders.",
        "eigen/catalogue.yaml:1:1: Hier fehlt „version“: Ein abgeleiteter Katalog heißt anders.",
    ]


def test_faults_of_an_overlay_are_told_with_their_place(tmp_path):
    entry = SUPPORT.format(ident="neu").replace("own-setting", "own-seting").replace("title: Neu", "titel: Neu")
    found = problems(overlay(tmp_path, catalogue=HEAD, support=f"support:\n  - {entry}\n"))
    assert [problem.split(": ")[0] for problem in found] == ["eigen/support.yaml:2:5", "eigen/support.yaml:2:15"] + [
        problem.split(": ")[0] for problem in found[2:]
    ]
    assert any("own-seting" in problem for problem in found)
