"""Pipes and devices are known without being opened."""

import os
from pathlib import Path

import pytest

from insek_cli.files.special_files import is_special


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_devices_and_links_to_them_are_special_and_nothing_else(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"")
    for name in ("pipe", "file", "missing"):
        (tmp_path / f"to_{name}").symlink_to(name)
    special = {
        name
        for name in ("pipe", "file", "missing", "to_pipe", "to_file", "to_missing", ".")
        if is_special(tmp_path / name)
    }
    assert special == {"pipe", "to_pipe"}
    assert is_special(Path(os.devnull))
