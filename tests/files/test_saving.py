"""A file is the old one or the new one, never half of one."""

import errno
import os
import stat
from pathlib import Path

import pytest

from insek_cli.errors import UnwritableOutputError
from insek_cli.files.saving import new_file, refuse_existing, save_bytes, save_text, unwritable, write_new

EXISTS = "Diese Datei gibt es schon. Mit --force wird sie ersetzt, sonst bitte einen anderen Namen wählen."
FOLDER = "Das ist ein Ordner. Bitte einen Dateinamen angeben."
NO_FOLDER = "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen."
NO_RIGHT = "Hier darf das Programm nicht schreiben, oder die Datei ist in einem anderen Programm geöffnet."
FULL = "Auf dem Datenträger ist kein Platz mehr. Die bisherige Datei ist unverändert."

links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
rights = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "x.yaml"


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def refused(action):
    with pytest.raises(UnwritableOutputError) as caught:
        action()
    return str(caught.value)


def write_half(path, error):
    with new_file(path, force=True) as file:
        file.write(b"half of the new")
        file.flush()
        raise error


def test_text_is_written_as_utf8_with_plain_line_ends(path):
    save_text(path, "Grüße\nan 😀\n")

    assert path.read_bytes() == "Grüße\nan 😀\n".encode()
    assert names(path.parent) == ["x.yaml"]


def test_half_a_letter_from_a_terminal_does_not_lose_the_rest(path):
    save_text(path, "a\udcfcb")

    assert path.read_bytes() == b"a?b"


def test_saving_replaces_the_file_whole(path):
    path.write_bytes(b"a long old text")

    save_bytes(path, b"new")

    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["x.yaml"]


def test_a_failure_in_the_middle_keeps_the_old_file_and_leaves_no_other(path):
    path.write_bytes(b"old")

    with pytest.raises(KeyError):
        write_half(path, KeyError)

    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


def test_an_interruption_in_the_middle_keeps_the_old_file_and_leaves_no_other(path):
    path.write_bytes(b"old")

    with pytest.raises(KeyboardInterrupt):
        write_half(path, KeyboardInterrupt)

    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


def test_a_new_file_appears_only_when_everything_was_written(path):
    with new_file(path, force=False) as file:
        file.write(b"all")
        assert not path.exists()

    assert path.read_bytes() == b"all"


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_full_disk_keeps_the_old_file_and_leaves_no_other(path, monkeypatch, function):
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, function, full)

    assert refused(lambda: save_bytes(path, b"new")) == f"{path}: {FULL}"
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


def test_a_file_over_the_limit_of_the_system_keeps_the_old_one(path):
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        problem = refused(lambda: save_bytes(path, b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert problem == f"{path}: Diese Datei lässt sich nicht schreiben ({os.strerror(errno.EFBIG)})."
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


def test_an_existing_file_is_refused_without_force(path):
    path.write_bytes(b"old")

    assert refused(lambda: write_new(path, b"new", force=False)) == f"{path}: {EXISTS}"
    assert path.read_bytes() == b"old"


def test_an_existing_file_is_replaced_with_force(path):
    path.write_bytes(b"old")

    write_new(path, b"new", force=True)

    assert path.read_bytes() == b"new"


def test_a_missing_file_needs_no_force(path):
    write_new(path, b"new", force=False)

    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_no_target(tmp_path, force):
    assert refused(lambda: refuse_existing(tmp_path, force=force)) == f"{tmp_path}: {FOLDER}"


@pytest.mark.parametrize("force", [False, True])
def test_a_missing_folder_is_refused(tmp_path, force):
    path = tmp_path / "missing" / "x.yaml"

    assert refused(lambda: write_new(path, b"new", force=force)) == f"{path}: {NO_FOLDER}"
    assert names(tmp_path) == []


def test_a_file_is_no_folder(path):
    path.write_bytes(b"old")

    assert refused(lambda: write_new(path / "y.yaml", b"new", force=True)) == f"{path / 'y.yaml'}: {NO_FOLDER}"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_read_only_folder_is_refused(path):
    path.write_bytes(b"old")
    path.parent.chmod(0o500)

    try:
        problem = refused(lambda: save_bytes(path, b"new"))
    finally:
        path.parent.chmod(0o700)

    assert problem == f"{path}: {NO_RIGHT}"
    assert path.read_bytes() == b"old"


def test_a_file_held_by_another_program_for_a_moment_is_replaced_later(path, monkeypatch):
    held = iter([True, True, False])
    replace = os.replace

    def replace_when_free(source, target):
        if next(held):
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_when_free)
    save_bytes(path, b"new")

    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["x.yaml"]


def test_a_file_held_for_long_is_refused(path, monkeypatch):
    def replace(*_):
        raise PermissionError(errno.EACCES, "in use")

    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", replace)

    assert refused(lambda: save_bytes(path, b"new")) == f"{path}: {NO_RIGHT}"
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


@links
def test_a_link_stays_and_its_target_is_replaced(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target)

    save_bytes(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "elsewhere") == ["real.yaml"]


@links
def test_a_link_to_nothing_counts_as_existing(tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "missing.yaml")

    assert refused(lambda: write_new(link, b"new", force=False)) == f"{link}: {EXISTS}"
    write_new(link, b"new", force=True)
    assert (tmp_path / "missing.yaml").read_bytes() == b"new"
    assert link.is_symlink()


@rights
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_rights(path, mode):
    path.write_bytes(b"old")
    path.chmod(mode)

    save_bytes(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == mode


@rights
def test_a_new_file_has_the_usual_rights(path):
    before = os.umask(0o027)
    try:
        save_bytes(path, b"new")
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_name_as_long_as_the_system_allows_can_be_saved(tmp_path):
    path = tmp_path / ("ä" * 125 + ".yaml")

    save_bytes(path, b"new")

    assert path.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has named pipes")
def test_what_is_no_ordinary_file_is_not_replaced_by_one(path):
    os.mkfifo(path)

    with pytest.raises(UnwritableOutputError):
        write_new(path, b"new", force=False)

    assert stat.S_ISFIFO(path.stat().st_mode)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (FileNotFoundError(errno.ENOENT, "x"), NO_FOLDER),
        (NotADirectoryError(errno.ENOTDIR, "x"), NO_FOLDER),
        (PermissionError(errno.EACCES, "x"), NO_RIGHT),
        (OSError(errno.ENOSPC, "x"), FULL),
        (OSError(errno.EIO, "Input/output error"), "Diese Datei lässt sich nicht schreiben (Input/output error)."),
        (OSError("x"), "Diese Datei lässt sich nicht schreiben (Fehler des Datenträgers)."),
    ],
)
def test_every_failure_has_a_german_sentence(error, sentence):
    assert unwritable(error) == sentence
