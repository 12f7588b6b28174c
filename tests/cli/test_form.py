"""`insek form` through the real program: kinds of files, sections, what is known, targets."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.program import DAY, answers, insek
from tests.conftest import EXAMPLE
from tests.formats.docx.reading import all_text


@pytest.mark.parametrize("name", ["f.xlsx", "f.docx", "F.XLSX"])
def test_ending_decides_the_kind_of_file(tmp_path: Path, name):
    ended = insek("form", EXAMPLE, "-o", name, *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", f"Geschrieben: {name}\n")
    part = "word/document.xml" if name.endswith(".docx") else "xl/workbook.xml"
    assert part in zipfile.ZipFile(tmp_path / name).namelist()


@pytest.mark.parametrize("name", ["f.pdf", "f", "f.xls"])
def test_other_ending_is_refused_and_both_are_named(tmp_path: Path, name):
    ended = insek("form", "-o", name, cwd=tmp_path, code=2)
    assert ".xlsx" in ended.err
    assert ".docx" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_without_a_file_the_form_is_blank(tmp_path: Path):
    insek("form", "-o", "f.docx", *DAY, cwd=tmp_path)
    text = all_text((tmp_path / "f.docx").read_bytes())
    assert "Musterstadt" not in text
    assert "noch ohne Namen" not in text
    assert "K69" in text


def test_form_holds_what_the_file_knows(tmp_path: Path):
    insek("form", EXAMPLE, "-o", "f.docx", *DAY, cwd=tmp_path)
    text = all_text((tmp_path / "f.docx").read_bytes())
    for known in ("Musterstadt", "14522999", "Vermerk des Bauamts vom 12.01.2026", "Jugendamt des Landkreises"):
        assert known in text


def test_section_is_asked_alone(tmp_path: Path):
    insek("form", EXAMPLE, "-o", "f.docx", "--section", "data", *DAY, cwd=tmp_path)
    text = all_text((tmp_path / "f.docx").read_bytes())
    assert "Grundlagen und Daten" in text
    for other in ("Pläne", "Beteiligung\n", "Welche Hilfe"):
        assert other not in text
    ended = insek("form", "-o", "g.docx", "--section", "daten", cwd=tmp_path, code=2)
    assert ended.err.startswith("--section: Den Abschnitt „daten“ gibt es hier nicht. Meinten Sie „data“?")


def test_existing_file_is_only_replaced_by_force(tmp_path: Path):
    (tmp_path / "f.xlsx").write_text("wichtig", encoding="utf-8")
    assert "--force" in insek("form", "-o", "f.xlsx", cwd=tmp_path, code=2).err
    assert (tmp_path / "f.xlsx").read_text(encoding="utf-8") == "wichtig"
    insek("form", "-o", "f.xlsx", "--force", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "f.xlsx")


def test_broken_answer_file_leaves_no_form(tmp_path: Path):
    path = answers(tmp_path, more="criteria: {swot: mett}\n")
    insek("form", path, "-o", "f.xlsx", cwd=tmp_path, code=2)
    assert not (tmp_path / "f.xlsx").exists()


def test_own_catalogue_is_used(tmp_path: Path, catalogue_folder: Path):
    head = catalogue_folder / "catalogue.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace('"2026.1"', '"2027.1"'), encoding="utf-8")
    insek("form", "-o", "f.docx", "--catalogue", catalogue_folder, cwd=tmp_path)
    assert "insek-klein/2027.1" in all_text((tmp_path / "f.docx").read_bytes())
    ended = insek("merge", "ort.yaml", "f.docx", cwd=tmp_path, code=2)
    assert "insek-klein/2027.1" in ended.err
    assert "insek-klein/2026.1" in ended.err
