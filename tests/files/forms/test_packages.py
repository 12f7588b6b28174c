"""Packages of office programs: broken, locked, endless ones are refused with a sentence, never a traceback."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.forms import packages
from insek_cli.files.forms.packages import package_parts


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def refused(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "f.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnusableInputError) as caught:
        package_parts(path, "f.xlsx", ("a",))
    return str(caught.value)


def test_only_the_parts_wanted_are_returned(tmp_path: Path):
    path = tmp_path / "f.xlsx"
    path.write_bytes(packed({"a/x": b"1", "a/y": b"2", "b": b"3"}))
    assert package_parts(path, "f", ("a/",)) == {"a/x": b"1", "a/y": b"2"}


@pytest.mark.parametrize("end", [0, 10, 60, -1])
def test_cut_file_is_refused(tmp_path: Path, end):
    assert "beschädigt" in refused(tmp_path, packed({"a": b"text" * 100, "b": b"x"})[:end])


def test_changed_content_is_refused(tmp_path: Path):
    data = bytearray(packed({"a": bytes(range(256)) * 20}))
    data[60] ^= 0xFF
    assert "beschädigt" in refused(tmp_path, bytes(data))


def test_locked_file_is_refused_with_the_way_out(tmp_path: Path):
    assert "Kennwort" in refused(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def test_encrypted_package_is_refused_with_the_way_out(tmp_path: Path):
    data = bytearray(packed({"a": b"text"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark) + place
        data[start : start + 2] = struct.pack("<H", 1)
    assert "Kennwort" in refused(tmp_path, bytes(data))


def test_endless_content_is_refused(tmp_path: Path):
    assert "viel zu groß" in refused(tmp_path, packed({"a": bytes(packages.LARGEST_CONTENT + 1)}))


def test_many_parts_are_refused(tmp_path: Path):
    assert "viel zu groß" in refused(tmp_path, packed({str(n): b"" for n in range(packages.MOST_PARTS + 1)}))


def test_large_file_is_refused(tmp_path: Path):
    assert "viel zu groß" in refused(tmp_path, bytes(packages.LARGEST_FILE + 1))


def test_missing_file_and_folder_are_told(tmp_path: Path):
    for name, text in (("fehlt.xlsx", "gibt es nicht"), (".", "Das ist ein Ordner")):
        with pytest.raises(UnusableInputError, match=text):
            package_parts(tmp_path / name, name, ("a",))
