"""`insek cohort`, through the real program: a folder of municipalities becomes one report."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from benchmarks.municipalities import answers_of, write_municipalities
from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, answers, insek


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A working folder with five municipalities in `ort`."""
    write_municipalities(tmp_path / "ort", catalogue, 5)
    return tmp_path


def test_report_comes_to_the_screen(folder: Path):
    shown = insek("cohort", "ort", *DAY, cwd=folder)
    assert shown.out.startswith("Gemeinsamer Bericht: 5 Gemeinden\n")
    assert shown.err == ""


@pytest.mark.parametrize("form", ["text", "md", "html", "docx", "json"])
def test_report_is_written_in_every_form_and_replaced_only_by_force(folder: Path, form):
    insek("cohort", "ort", "--format", form, "-o", "ziel", *DAY, cwd=folder)
    data = (folder / "ziel").read_bytes()
    assert data
    assert "--force" in insek("cohort", "ort", "--format", form, "-o", "ziel", *DAY, cwd=folder, code=2).err
    assert (folder / "ziel").read_bytes() == data


def test_word_needs_a_target(folder: Path):
    assert "-o" in insek("cohort", "ort", "--format", "docx", cwd=folder, code=2).err


def test_unusable_files_are_told_and_the_rest_is_done(folder: Path):
    (folder / "ort" / "leer.yaml").write_text("", encoding="utf-8")
    ended = insek("cohort", "ort", *DAY, cwd=folder, code=2)
    assert ended.out.startswith("Gemeinsamer Bericht: 5 Gemeinden\n")
    assert ended.err.startswith(str(Path("ort/leer.yaml")))


def test_a_second_file_of_a_municipality_is_told_and_does_not_count(folder: Path, catalogue: Catalogue):
    (folder / "ort" / "zwei.yaml").write_text(answers_of(catalogue, 2, 1), encoding="utf-8")
    ended = insek("cohort", "ort", *DAY, cwd=folder, code=2)
    assert ended.out.startswith("Gemeinsamer Bericht: 5 Gemeinden\n")
    first, second = Path("ort/00002.yaml"), Path("ort/zwei.yaml")
    assert ended.err == f"{second}: Die Gemeinde „Großhain“ steht schon in {first}; diese Datei zählt nicht.\n"


def test_nothing_usable_is_no_report(folder: Path):
    (folder / "leer").mkdir()
    (folder / "leer" / "a.yaml").write_text("", encoding="utf-8")
    ended = insek("cohort", "leer", cwd=folder, code=2)
    assert ended.out == ""


def test_anonymous_report_names_nobody_and_no_file(folder: Path):
    for form in ("text", "json", "md", "html"):
        shown = insek("cohort", "ort", "--anonymous", "--format", form, *DAY, cwd=folder).out
        for word in ("Oberdorf", "Niederbach", "Musterland", "14521", "0000", ".yaml", "Region 1"):
            assert word not in shown, (form, word)
        assert "Gemeinde 1" not in shown


def test_anonymous_word_file_names_nobody(folder: Path):
    insek("cohort", "ort", "--anonymous", "--format", "docx", "-o", "b.docx", *DAY, cwd=folder)
    with zipfile.ZipFile(folder / "b.docx") as file:
        text = "".join(file.read(name).decode("utf-8", "replace") for name in file.namelist() if name.endswith(".xml"))
    assert "Oberdorf" not in text
    assert "Musterland" not in text


def test_four_are_too_few_to_be_anonymous_and_two_for_a_middle(folder: Path):
    (folder / "ort" / "00004.yaml").unlink()
    ended = insek("cohort", "ort", "--anonymous", cwd=folder, code=2)
    assert ended.err.startswith("--anonymous: Erst ab 5 Gemeinden")
    for place in (2, 3):
        (folder / "ort" / f"0000{place}.yaml").unlink()
    assert "Bei weniger als 3 Gemeinden" in insek("cohort", "ort", *DAY, cwd=folder).out


def test_earlier_state_is_compared(folder: Path, catalogue: Catalogue):
    write_municipalities(folder / "alt", catalogue, 4, seed=2)
    found = json.loads(insek("cohort", "ort", "--since", "alt", "--format", "json", *DAY, cwd=folder).out)
    assert (len(found["change"]["compared"]), len(found["change"]["joined"]), found["change"]["gone"]) == (4, 1, 0)
    shown = insek("cohort", "ort", "--since", "alt", "--anonymous", *DAY, cwd=folder).out
    assert "Verglichen: 4 Gemeinden" in shown


def test_files_may_be_renamed_between_two_states_and_one_of_another_catalogue_is_told(
    folder: Path, catalogue: Catalogue
):
    (folder / "alt").mkdir()
    for place in range(5):
        text = answers_of(catalogue, place, 2)
        text = text.replace("2026.1", "2025.1") if place == 4 else text
        (folder / "alt" / f"mai-{9 - place}.yml").write_text(text, encoding="utf-8")
    ended = insek("cohort", "ort", "--since", "alt", "--format", "json", *DAY, cwd=folder, code=2)
    change = json.loads(ended.out)["change"]
    assert (change["compared"], change["joined"], change["gone"]) == ([0, 1, 2, 3], [4], 0)
    assert ended.err.startswith(f"{Path('alt/mai-5.yml')}:2:12: ")


@pytest.mark.skipif(
    os.name != "posix", reason="Windows hat keine Pipes unter Dateien und Verknüpfungen nur mit Sonderrecht"
)
def test_whatever_else_lies_in_the_folder_is_named_and_the_rest_is_done(folder: Path, catalogue: Catalogue):
    ort = folder / "ort"
    (ort / "a.yaml").symlink_to("a.yaml")
    (ort / "b.yaml").write_bytes(b"#".ljust(5_000_001, b"."))
    (ort / "c\n=1.yaml").write_bytes(b"\xff\xfe\x00")
    (ort / "d.yaml").write_text(answers_of(catalogue, 7, 1).replace("2026.1", "2025.1"), encoding="utf-8")
    (ort / "e.yaml").mkdir()
    (ort / "kreis").symlink_to(".", target_is_directory=True)
    os.mkfifo(ort / "rohr.yaml")
    ended = insek("cohort", "ort", *DAY, cwd=folder, code=2)
    assert ended.out.startswith("Gemeinsamer Bericht: 5 Gemeinden\n")
    named = " ".join(line.split(": ")[0].split(":")[0] for line in ended.err.splitlines())
    assert all(f"ort/{name}" in named for name in ("a.yaml", "b.yaml", "d.yaml", "kreis", "rohr.yaml"))
    assert "=1.yaml" in named
    assert "insek-klein/2025.1 (1)" in ended.err


def test_missing_folder_of_the_earlier_state_is_told(folder: Path):
    ended = insek("cohort", "ort", "--since", "fehlt", cwd=folder, code=2)
    assert ended.err.startswith("fehlt: ")


def test_single_files_make_a_cohort_too(folder: Path):
    answers(folder, "a.yaml", municipality="{name: A}")
    answers(folder, "b.yaml", municipality="{name: B}")
    assert "2 Gemeinden" in insek("cohort", "a.yaml", "b.yaml", *DAY, cwd=folder).out
