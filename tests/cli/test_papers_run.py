"""What the commands for papers have in common: endings, targets that exist, catalogues without papers, file names."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.cli.papers_run import LONGEST_NAME, file_name
from tests.cli.program import DAY, answers, insek
from tests.conftest import EXAMPLE

SAFE = set(string.ascii_lowercase + string.digits + "-")


@given(st.text())
def test_file_name_is_safe_for_any_text(text):
    name = file_name(text)
    assert name
    assert set(name) <= SAFE
    assert len(name) <= LONGEST_NAME
    assert name[0] != "-" != name[-1]


def test_file_name_keeps_what_can_be_read():
    assert file_name("Landesamt für Umwelt (Böden)") == "landesamt-fuer-umwelt-boeden"
    assert file_name("../..") == "brief"


@pytest.mark.parametrize("command", ["worksheet", "council", "tender", "request"])
def test_ending_that_is_not_possible_is_told_before_anything_else(tmp_path, command):
    ended = insek(command, EXAMPLE, "-o", "papier.pdf", cwd=tmp_path, code=2)
    assert "papier.pdf: Diese Endung ist nicht möglich. Möglich sind .docx, .html, .md, .txt." in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["worksheet", "council", "tender", "request"])
def test_existing_file_is_only_replaced_by_force(tmp_path, command):
    target = tmp_path / "papier.md"
    target.write_text("wochenlange Arbeit", encoding="utf-8")
    assert "--force" in insek(command, EXAMPLE, "-o", "papier.md", cwd=tmp_path, code=2).err
    assert target.read_text(encoding="utf-8") == "wochenlange Arbeit"
    insek(command, EXAMPLE, "-o", "papier.md", "--force", *DAY, cwd=tmp_path)
    assert "Musterstadt" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_ending_decides_the_form(tmp_path, ending):
    path = answers(tmp_path, municipality='{name: "<b>Ort</b> {Rat} =1+1"}')
    insek("council", path, "-o", f"vorlage.{ending.upper()}", *DAY, cwd=tmp_path)
    text = (tmp_path / f"vorlage.{ending.upper()}").read_text(encoding="utf-8")
    shown = {
        "html": "&lt;b&gt;Ort&lt;/b&gt; {Rat} =1+1",
        "md": r"\<b\>Ort\</b\> \{Rat\} =1+1",
        "txt": "<b>Ort</b> {Rat} =1+1",
    }
    assert shown[ending] in text


def test_catalogue_without_papers_is_told_with_the_remedy(tmp_path, catalogue_folder):
    (catalogue_folder / "papers.yaml").unlink()
    ended = insek("council", EXAMPLE, "-o", "v.docx", "--catalogue", catalogue_folder, cwd=tmp_path, code=2)
    assert (
        ended.err
        == "insek-klein/2026.1: Dieser Katalog hat kein Papier „council“. Es gehört in seine Datei papers.yaml.\n"
    )


def test_wording_of_an_own_catalogue_is_used(tmp_path, catalogue_folder):
    papers = catalogue_folder / "papers.yaml"
    text = papers.read_text(encoding="utf-8").replace("title: Beschlussvorlage", "title: 'Drucksache {der Gemeinde}'")
    papers.write_text(text, encoding="utf-8")
    insek("council", EXAMPLE, "-o", "v.txt", "--catalogue", catalogue_folder, *DAY, cwd=tmp_path)
    assert (tmp_path / "v.txt").read_text(encoding="utf-8").startswith("Drucksache der Stadt Musterstadt\n")
