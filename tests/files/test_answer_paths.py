"""Which files a folder stands for."""

import os
from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.answer_paths import answer_paths, streamed_paths
from insek_cli.files.special_files import SPECIAL
from tests.cli.program import printed_without_superuser, rights_hold


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty folder `in`, with the working directory beside it."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    return Path("in")


def write(*names):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("", encoding="utf-8")


def found(*given):
    return [path.as_posix() for path in answer_paths(Path(name) for name in given).paths]


def test_a_folder_stands_for_all_yaml_files_below_it_sorted_by_path(folder):
    write("in/b.yaml", "in/a/z.yml", "in/a.yaml", "in/c/d/e.yaml", "in/B.yaml", "in/ä.yaml")

    assert found("in") == ["in/B.yaml", "in/a/z.yml", "in/a.yaml", "in/b.yaml", "in/c/d/e.yaml", "in/ä.yaml"]


def test_other_files_are_left_alone(folder):
    write("in/a.yaml", "in/a.yaml.bak", "in/b.json", "in/c.txt", "in/yaml", "in/.yaml", "in/x.yaml~")

    assert found("in") == ["in/a.yaml"]


def test_names_that_begin_with_a_dot_are_left_alone(folder):
    write("in/a.yaml", "in/.a.yaml", "in/.git/b.yaml", "in/c/.d/e.yaml", "in/c/.f.yml")

    assert found("in") == ["in/a.yaml"]


def test_a_folder_given_by_name_may_begin_with_a_dot(folder):
    write(".mine/a.yaml")

    assert found(".mine") == [".mine/a.yaml"]


def test_the_working_folder_can_be_given(folder):
    write("in/a.yaml")

    assert found(".") == ["in/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_linked_folders_are_not_followed_but_linked_files_count(folder):
    write("out/a.yaml", "out/b.yaml")
    Path("in/linked").symlink_to(Path("out").resolve(), target_is_directory=True)
    Path("in/loop").symlink_to(Path("in").resolve(), target_is_directory=True)
    Path("in/a.yaml").symlink_to(Path("out/a.yaml").resolve())

    assert found("in") == ["in/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_folder_given_by_name_is_opened(folder):
    write("out/a.yaml")
    Path("link").symlink_to("out", target_is_directory=True)

    assert found("link") == ["link/a.yaml"]


def test_a_file_given_twice_is_there_once_where_it_came_first(folder):
    write("in/a.yaml", "in/b.yaml")

    assert found("in/b.yaml", "in", "in/../in/a.yaml", "in/b.yaml") == ["in/b.yaml", "in/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_file_and_a_link_to_it_are_one(folder):
    write("in/b.yaml")
    Path("in/a.yaml").symlink_to("b.yaml")

    assert found("in") == ["in/a.yaml"]


def test_single_files_stay_in_the_order_given_whatever_their_name(folder):
    write("in/b.txt", "in/.a.yaml")

    assert found("in/b.txt", "in/.a.yaml", "in/missing.yaml") == ["in/b.txt", "in/.a.yaml", "in/missing.yaml"]


@pytest.mark.parametrize("names", [[], ["in/.a.yaml"], ["in/a.txt", "in/b/c.md"]])
def test_a_folder_without_answer_files_is_refused(folder, names):
    write(*names)

    with pytest.raises(UnusableInputError) as caught:
        answer_paths([folder])

    assert str(caught.value) == "in: In diesem Ordner liegt keine Antwortdatei (.yaml oder .yml)."


FIND = """
from pathlib import Path
from insek_cli.files.answer_paths import answer_paths
found = answer_paths([Path("in")])
print(*(path.as_posix() for path in found.paths), *found.problems, sep="\\n")
"""


@rights_hold
def test_a_folder_that_may_not_be_read_is_told_and_the_rest_is_found(tmp_path, folder):
    write("in/a.yaml", "in/b/c.yaml")
    Path("in/b").chmod(0)

    try:
        found = printed_without_superuser(FIND, tmp_path)
    finally:
        Path("in/b").chmod(0o700)

    assert found == ["in/a.yaml", "in/b: Diesen Ordner darf das Programm nicht lesen."]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_linked_folders_are_named(folder):
    write("in/a.yaml")
    Path("in/loop").symlink_to(Path("in").resolve(), target_is_directory=True)

    assert [str(note) for note in answer_paths([folder]).notes] == ["in/loop: Verlinkte Ordner werden nicht betreten."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_in_a_folder_are_named_and_not_opened_but_one_given_by_name_counts(folder):
    write("in/a.yaml")
    os.mkfifo("in/b.yaml")

    result = answer_paths([folder])

    assert [path.as_posix() for path in result.paths] == ["in/a.yaml"]
    assert [str(note) for note in result.notes] == [f"in/b.yaml: {SPECIAL}"]
    assert found("in/b.yaml") == ["in/b.yaml"]


def test_paths_come_in_one_by_one_and_folders_are_opened(folder):
    write("in/a.yaml", "in/b.yaml", "c.yaml")
    told = []

    paths = streamed_paths(iter(["c.yaml\n", "\n", "in\r\n", "in/a.yaml\n", "missing.yaml"]), told.append)

    assert [path.as_posix() for path in paths] == ["c.yaml", "in/a.yaml", "in/b.yaml", "missing.yaml"]
    assert told == []


def test_a_path_is_passed_on_before_the_next_is_read(folder):
    def lines():
        yield "a.yaml\n"
        raise AssertionError

    assert next(streamed_paths(lines(), print)).name == "a.yaml"
