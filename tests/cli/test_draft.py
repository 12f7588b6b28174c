"""`insek draft` through the real program."""

import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.program import DAY, answers, insek
from tests.conftest import EXAMPLE


def test_draft_is_a_word_file(tmp_path: Path):
    ended = insek("draft", EXAMPLE, "-o", "entwurf.docx", *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: entwurf.docx\n")
    with zipfile.ZipFile(tmp_path / "entwurf.docx") as file:
        assert "Musterstadt" in file.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize("more", [(), ("--template", "haus.docx")])
def test_target_that_is_no_word_file_is_refused(tmp_path: Path, more):
    ended = insek("draft", EXAMPLE, "-o", "entwurf.md", *more, cwd=tmp_path, code=2)
    assert "-o entwurf.docx" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_existing_file_is_only_replaced_by_force(tmp_path: Path):
    target = tmp_path / "entwurf.docx"
    target.write_text("wochenlange Arbeit", encoding="utf-8")
    assert "--force" in insek("draft", EXAMPLE, "-o", "entwurf.docx", cwd=tmp_path, code=2).err
    assert target.read_text(encoding="utf-8") == "wochenlange Arbeit"
    insek("draft", EXAMPLE, "-o", "entwurf.docx", "--force", cwd=tmp_path)
    assert zipfile.is_zipfile(target)


@pytest.mark.parametrize("name", ["Ort", '"{{name}} {x} <w:p>"', '"' + "x" * 400 + '"', '"a\\0\\e[31mb"'])
def test_municipality_that_said_nothing_but_its_name_gets_a_draft(tmp_path: Path, name):
    path = answers(tmp_path, municipality=f"{{name: {name}}}")
    insek("draft", path, "-o", "entwurf.docx", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "entwurf.docx")


def test_template_gives_the_frame_and_says_so(tmp_path: Path):
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Unser Haus"
    word.save(str(tmp_path / "haus.docx"))
    ended = insek("draft", EXAMPLE, "--template", "haus.docx", "-o", "entwurf.docx", *DAY, cwd=tmp_path)
    assert "Aus der Vorlage: Seite, Schriften, Kopfzeile; Formatvorlagen Standard, " in ended.err
    made = docx.Document(str(tmp_path / "entwurf.docx"))
    assert made.sections[0].header.paragraphs[0].text == "Unser Haus"


@pytest.mark.parametrize("name", ["fehlt.docx", "."])
def test_absent_template_is_told_and_nothing_written(tmp_path: Path, name):
    insek("draft", EXAMPLE, "--template", name, "-o", "entwurf.docx", cwd=tmp_path, code=2)
    assert not (tmp_path / "entwurf.docx").exists()


def test_comments_say_where_things_come_from(tmp_path: Path):
    insek("draft", EXAMPLE, "-o", "a.docx", "--sources", "comments", *DAY, cwd=tmp_path)
    insek("draft", EXAMPLE, "-o", "b.docx", *DAY, cwd=tmp_path)
    assert "Planliste, in Sätzen des Katalogs" in zipfile.ZipFile(tmp_path / "a.docx").read("word/comments.xml").decode(
        "utf-8"
    )
    assert "word/comments.xml" not in zipfile.ZipFile(tmp_path / "b.docx").namelist()
