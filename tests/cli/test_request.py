"""`insek request` through the real program: one file, or a folder with a file for each letter."""

from tests.cli.papers import word_text
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE


def test_all_letters_are_one_word_file(tmp_path):
    ended = insek("request", EXAMPLE, "-o", "briefe.docx", *DAY, cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: briefe.docx\n")
    assert word_text(tmp_path / "briefe.docx").count("Sehr geehrte") > 5


def test_folder_gets_a_file_for_each_letter_and_an_overview(tmp_path):
    ended = insek("request", EXAMPLE, "-o", "briefe", *DAY, cwd=tmp_path)
    names = sorted(path.name for path in (tmp_path / "briefe").iterdir())
    assert names[:2] == ["00-uebersicht.docx", "01-schulverwaltung-des-landkreises.docx"]
    assert ended.err == "".join(f"Geschrieben: briefe/{name}\n" for name in names)
    assert all(word_text(tmp_path / "briefe" / name).count("Sehr geehrte") == 1 for name in names[1:])


def test_nothing_is_written_if_one_of_the_files_is_there(tmp_path):
    folder = tmp_path / "briefe"
    folder.mkdir()
    (folder / "01-schulverwaltung-des-landkreises.docx").write_text("schon unterschrieben", encoding="utf-8")
    ended = insek("request", EXAMPLE, "-o", "briefe", *DAY, cwd=tmp_path, code=2)
    assert "--force" in ended.err
    assert [path.name for path in folder.iterdir()] == ["01-schulverwaltung-des-landkreises.docx"]
    insek("request", EXAMPLE, "-o", "briefe", "--force", *DAY, cwd=tmp_path)
    assert len(list(folder.iterdir())) > 5


def test_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "briefe").write_text("eine Datei", encoding="utf-8")
    assert "eine Datei mit diesem Namen" in insek("request", EXAMPLE, "-o", "briefe", cwd=tmp_path, code=2).err
    assert "gibt es nicht" in insek("request", EXAMPLE, "-o", "nirgends/briefe", cwd=tmp_path, code=2).err
