"""`insek tender` through the real program."""

from tests.cli.papers import word_text
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE


def test_tender_is_a_word_file(tmp_path):
    ended = insek("tender", EXAMPLE, "-o", "leistung.docx", *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: leistung.docx\n")
    assert "Offene Bausteine" in word_text(tmp_path / "leistung.docx")
