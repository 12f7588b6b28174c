"""`insek demo` through the real program."""

from pathlib import Path

from tests.cli.program import DAY, insek

FILES = ["entwurf.docx", "lueckenbericht.docx", "lueckenbericht.html", "musterstadt.yaml"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_demo_fills_a_new_folder_and_says_what_to_do_next(tmp_path: Path):
    ended = insek("demo", *DAY, cwd=tmp_path)
    assert names(tmp_path / "insek-demo") == FILES
    assert ended.out.startswith("Stadt Musterstadt\n")
    assert all(name in ended.err for name in FILES)
    assert "insek assess unsere-gemeinde.yaml" in ended.err


def test_second_demo_is_refused_and_changes_nothing(tmp_path: Path):
    insek("demo", "hier", cwd=tmp_path)
    report = tmp_path / "hier" / "lueckenbericht.html"
    report.write_text("bearbeitet", encoding="utf-8")
    ended = insek("demo", "hier", cwd=tmp_path, code=2)
    assert "--force" in ended.err
    assert ended.out == ""
    assert report.read_text(encoding="utf-8") == "bearbeitet"
    insek("demo", "hier", "--force", cwd=tmp_path)
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_wrong_date_is_told_before_anything_is_written(tmp_path: Path):
    insek("demo", "hier", "--date", "morgen", cwd=tmp_path, code=2)
    assert not (tmp_path / "hier").exists()
    insek("demo", "hier", *DAY, cwd=tmp_path)


def test_file_where_the_folder_should_be_is_told(tmp_path: Path):
    (tmp_path / "hier").write_text("x", encoding="utf-8")
    assert insek("demo", "hier", cwd=tmp_path, code=2).err.startswith("hier: Hier liegt schon eine Datei")


def test_demo_makes_the_folders_above(tmp_path: Path):
    insek("demo", "a/b/c", cwd=tmp_path)
    assert names(tmp_path / "a" / "b" / "c") == FILES


def test_answers_of_the_demo_can_be_scored(tmp_path: Path):
    insek("demo", "hier", cwd=tmp_path)
    assert insek("score", "hier", cwd=tmp_path).out.startswith("Stadt Musterstadt\n")
