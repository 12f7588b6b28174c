"""`insek worksheet` through the real program."""

from tests.cli.papers import word_text
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE


def test_blank_worksheet_needs_no_file(tmp_path):
    ended = insek("worksheet", "-o", "leer.docx", *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: leer.docx\n")
    text = word_text(tmp_path / "leer.docx")
    assert "☐" in text
    assert "☒" not in text


def test_filled_worksheet_has_ticks_and_the_place(tmp_path):
    insek("worksheet", EXAMPLE, "-o", "blatt.docx", *DAY, cwd=tmp_path)
    text = word_text(tmp_path / "blatt.docx")
    assert "☒" in text
    assert "Musterstadt" in text
