"""Reading a file whole."""

import os
from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files import whole_files
from insek_cli.files.whole_files import read_whole


def test_bytes_come_as_they_are(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"\x00\r\n")
    assert read_whole(tmp_path / "a") == b"\x00\r\n"


def test_absent_file_folder_and_giant_are_told(tmp_path: Path):
    giant = tmp_path / "giant"
    with giant.open("wb") as file:
        file.truncate(whole_files.LARGEST + 1)
    for path, said in ((tmp_path / "x", "gibt es nicht"), (tmp_path, "Ordner"), (giant, "zu groß")):
        with pytest.raises(UnusableInputError, match=said):
            read_whole(path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_in_a_circle_are_said_in_german(tmp_path: Path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(UnusableInputError, match=r"nicht lesen .die Verknüpfungen führen im Kreis"):
        read_whole(tmp_path / "a")
