"""`insek council` through the real program."""

from tests.cli.papers import word_text
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE


def test_council_paper_is_a_word_file(tmp_path):
    ended = insek("council", EXAMPLE, "-o", "vorlage.docx", *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: vorlage.docx\n")
    assert "Der Stadtrat der Stadt Musterstadt beschließt" in word_text(tmp_path / "vorlage.docx")
