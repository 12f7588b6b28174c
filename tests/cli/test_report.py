"""`insek report` through the real program: every format, targets, faults."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.program import DAY, answers, insek
from tests.conftest import EXAMPLE

TEXTS = ("text", "md", "html", "json")


@pytest.mark.parametrize("form", TEXTS)
def test_report_goes_to_the_screen_or_into_a_file(tmp_path: Path, form):
    shown = insek("report", EXAMPLE, "--format", form, *DAY, cwd=tmp_path)
    assert "Selbsteinschätzung, keine Prüfung" in shown.out
    assert shown.err == ""
    written = insek("report", EXAMPLE, "--format", form, *DAY, "-o", "ziel", cwd=tmp_path)
    assert (written.out, written.err) == ("", "Geschrieben: ziel\n")
    assert (tmp_path / "ziel").read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize("columns", ["80", "60"])
def test_text_fits_the_terminal(tmp_path: Path, columns):
    shown = insek("report", EXAMPLE, *DAY, cwd=tmp_path, COLUMNS=columns).out
    long = [line for line in shown.split("\n") if len(line) > int(columns)]
    assert [line for line in long if len(line.split()) > 1] == []


def test_json_holds_assessment_and_blocks(tmp_path: Path):
    found = json.loads(insek("report", EXAMPLE, "--format", "json", *DAY, cwd=tmp_path).out)
    assert found["schema"] == "insek-gap-report/1"
    assert found["assessment"]["municipality"]["name"] == "Musterstadt"
    assert found["blocks"] != []


def test_word_file_needs_a_target(tmp_path: Path):
    ended = insek("report", EXAMPLE, "--format", "docx", cwd=tmp_path, code=2)
    assert ended.err == "--output: Eine Word-Datei braucht ein Ziel, zum Beispiel -o bericht.docx.\n"
    insek("report", EXAMPLE, "--format", "docx", "-o", "b.docx", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "b.docx")


@pytest.mark.parametrize("form", [*TEXTS, "docx"])
def test_existing_file_is_only_replaced_by_force(tmp_path: Path, form):
    target = tmp_path / "ziel"
    target.write_text("wichtig", encoding="utf-8")
    ended = insek("report", EXAMPLE, "--format", form, "-o", "ziel", cwd=tmp_path, code=2)
    assert "--force" in ended.err
    assert target.read_text(encoding="utf-8") == "wichtig"
    insek("report", EXAMPLE, "--format", form, "-o", "ziel", "--force", cwd=tmp_path)
    assert target.read_bytes() != b"wichtig"


@pytest.mark.parametrize("form", ["html", "docx"])
def test_missing_folder_and_folder_as_target_are_told(tmp_path: Path, form):
    (tmp_path / "ordner").mkdir()
    ended = insek("report", EXAMPLE, "--format", form, "-o", "fehlt/x", cwd=tmp_path, code=2)
    assert ended.err == f"{Path('fehlt/x')}: Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen.\n"
    ended = insek("report", EXAMPLE, "--format", form, "-o", "ordner", cwd=tmp_path, code=2)
    assert ended.err == "ordner: Das ist ein Ordner. Bitte einen Dateinamen angeben.\n"


def test_answer_file_itself_is_not_overwritten(tmp_path: Path):
    path = answers(tmp_path)
    before = path.read_bytes()
    insek("report", path, "-o", path, cwd=tmp_path, code=2)
    assert path.read_bytes() == before


def test_unusable_file_is_told_with_every_place(tmp_path: Path):
    path = answers(tmp_path, more="facts: {project: neu}\ncriteria:\n  swot: mett\n")
    ended = insek("report", path.name, cwd=tmp_path, code=2)
    assert sorted(line.split(" ")[0] for line in ended.err.splitlines()) == ["ort.yaml:4:18:", "ort.yaml:6:9:"]
    assert ended.out == ""


def test_folder_instead_of_a_file_is_told(tmp_path: Path):
    ended = insek("report", ".", cwd=tmp_path, code=2)
    assert ended.err.startswith(".: ")
    assert "Ordner" in ended.err


@pytest.mark.parametrize("form", ["html", "docx"])
def test_odd_name_makes_no_odd_file(tmp_path: Path, form):
    for name in ('"a\\e[31m\\0b"', '"' + "x" * 400 + '"', '"</title><script>"'):
        path = answers(tmp_path, municipality=f"{{name: {name}}}")
        insek("report", path, "--format", form, "-o", "ziel", "--force", cwd=tmp_path)


def test_annex_says_more(tmp_path: Path):
    short = insek("report", EXAMPLE, *DAY, cwd=tmp_path).out
    whole = insek("report", EXAMPLE, "--annex", *DAY, cwd=tmp_path).out
    assert "Anhang: alle Kriterien" in whole
    assert "Anhang: alle Kriterien" not in short
    assert short.rpartition("\n\n")[0] in whole


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_changes_since_an_earlier_file_are_told(tmp_path: Path, form):
    old = answers(tmp_path, "alt.yaml", more="criteria: {swot: unmet}\n")
    new = answers(tmp_path, "neu.yaml", more="criteria: {swot: met}\n")
    shown = insek("report", new, "--since", old, "--format", form, *DAY, cwd=tmp_path).out
    assert "Was sich seit dem früheren Stand geändert hat" in shown
    if form == "json":
        assert json.loads(shown)["since"]["criteria"] == [
            {"id": "swot", "movement": "rose", "before": "unmet", "after": "met"}
        ]


def test_an_earlier_file_of_another_municipality_is_refused_by_name(tmp_path: Path):
    old = answers(tmp_path, "alt.yaml", municipality='{name: Adorf, ags: "14522010"}')
    new = answers(tmp_path, "neu.yaml", municipality="{name: Bedorf}")
    ended = insek("report", new, "--since", old, *DAY, cwd=tmp_path, code=2)
    assert ended.out == ""
    assert ended.err.startswith("--since: Der frühere Stand gehört zu „Adorf, 14522010“, der jetzige zu „Bedorf“.")


def test_an_earlier_file_without_the_key_is_of_the_same_municipality(tmp_path: Path):
    old = answers(tmp_path, "alt.yaml", municipality="{name: Adorf}")
    new = answers(tmp_path, "neu.yaml", municipality='{name: Adorf, ags: "14522010", landkreis: Mittelsachsen}')
    assert "seit dem früheren Stand" in insek("report", new, "--since", old, *DAY, cwd=tmp_path).out


def test_fault_in_the_earlier_file_is_told_with_its_place(tmp_path: Path):
    old = answers(tmp_path, "alt.yaml", more="criteria: {swot: mett}\n")
    ended = insek("report", answers(tmp_path), "--since", old.name, cwd=tmp_path, code=2)
    assert ended.err.startswith("alt.yaml:4:18: ")
    assert ended.out == ""
