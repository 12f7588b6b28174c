"""One session per answer file, and no lock outlives its process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError, UnwritableOutputError
from insek_cli.files.answer_lock import answer_lock
from tests.cli.program import environment

HOLD = """
import sys
from pathlib import Path
from insek_cli.files.answer_lock import answer_lock
with answer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path):
    """Start another process that holds tmp_path/ort.yaml."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "ort.yaml")],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_file_held_by_another_process_is_refused_with_who_has_it(holder, tmp_path: Path):
    with pytest.raises(UnusableInputError) as caught, answer_lock(tmp_path / "ort.yaml"):
        pass
    said = str(caught.value)
    assert "Diese Datei ist gerade in einer anderen Sitzung geöffnet (" in said
    assert " an " in said
    assert ", seit " in said
    assert "insek form" in said


def test_a_process_killed_leaves_no_lock(holder, tmp_path: Path):
    holder.kill()
    holder.wait()
    with answer_lock(tmp_path / "ort.yaml"):
        pass


def test_a_process_that_ended_leaves_no_lock(holder, tmp_path: Path):
    holder.communicate("\n")
    with answer_lock(tmp_path / "ort.yaml"):
        pass


def test_a_refused_process_does_not_take_away_the_note_of_who_has_the_file(holder, tmp_path: Path):
    for _ in range(2):
        with pytest.raises(UnusableInputError, match=", seit "), answer_lock(tmp_path / "ort.yaml"):
            pass


def test_other_files_in_the_folder_are_free(holder, tmp_path: Path):
    with answer_lock(tmp_path / "anderer-ort.yaml"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_held_file_is_refused_too(holder, tmp_path: Path):
    (tmp_path / "verweis.yaml").symlink_to(tmp_path / "ort.yaml")
    with pytest.raises(UnusableInputError), answer_lock(tmp_path / "verweis.yaml"):
        pass


def test_without_the_note_the_file_is_refused_all_the_same(holder, tmp_path: Path):
    (tmp_path / ".ort.yaml.sitzung").unlink()
    with pytest.raises(UnusableInputError, match=r"geöffnet\. "), answer_lock(tmp_path / "ort.yaml"):
        pass


def test_nothing_but_an_empty_hidden_file_stays_behind(tmp_path: Path):
    with answer_lock(tmp_path / "ort.yaml"):
        assert (tmp_path / ".ort.yaml.sitzung").exists()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} in ({}, {".ort.yaml.lock": b""})


def test_a_session_that_fails_gives_the_file_free(tmp_path: Path):
    with pytest.raises(KeyboardInterrupt), answer_lock(tmp_path / "ort.yaml"):
        raise KeyboardInterrupt
    with answer_lock(tmp_path / "ort.yaml"):
        pass


def test_a_place_that_can_hold_no_lock_is_told(tmp_path: Path):
    (tmp_path / "keine-mappe").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableOutputError), answer_lock(tmp_path / "keine-mappe" / "ort.yaml"):
        pass
