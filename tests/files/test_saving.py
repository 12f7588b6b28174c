"""A file is the old one or the new one, never half of one."""

import contextlib
import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from insek_cli.errors import UnwritableOutputError
from insek_cli.files.saving import (
    STALE_AFTER,
    new_file,
    refuse_existing,
    save_bytes,
    save_text,
    unwritable,
    write_new,
)
from tests.cli.program import DAY, ROOT, answers, insek

EXISTS = "Diese Datei gibt es schon. Mit --force wird sie ersetzt, sonst bitte einen anderen Namen wählen."
FOLDER = "Das ist ein Ordner. Bitte einen Dateinamen angeben."
NO_FOLDER = "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen."
NO_RIGHT = "Hier darf das Programm nicht schreiben, oder die Datei ist in einem anderen Programm geöffnet."
FULL = "Auf dem Datenträger ist kein Platz mehr. Die bisherige Datei ist unverändert."
TOO_LARGE = "Die Datei wird größer, als es hier erlaubt ist. Die bisherige Datei ist unverändert."
PROTECTED = "Diese Datei ist schreibgeschützt. Bitte den Schreibschutz aufheben oder einen anderen Namen wählen."
PROTECTED_DISK = "Der Datenträger ist schreibgeschützt. Bitte einen anderen Ort wählen."
NOBODY = 65534

links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
rights = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
as_user = pytest.mark.skipif(
    not hasattr(os, "setresuid") and (os.name == "nt" or os.geteuid() == 0),
    reason="the administrator may write everywhere, and here cannot become a user for a while",
)


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

    assert problem == f"{path}: {TOO_LARGE}"
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["x.yaml"]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own that holds 64 kB, and how to mount it anew."""
    disk = tmp_path / "disk"
    disk.mkdir()

    def mount(*options):
        return subprocess.run(["mount", *options, "-t", "tmpfs", "tmpfs", str(disk)], capture_output=True, check=False)

    if shutil.which("mount") is None or mount("-o", "size=64k").returncode:
        pytest.skip("a disk of its own can be mounted by the administrator only")
    yield disk, mount
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_really_full_keeps_the_old_file_and_leaves_no_other(small_disk):
    disk, _ = small_disk
    path = disk / "x.yaml"
    save_bytes(path, b"old" * 10_000)

    assert refused(lambda: save_bytes(path, b"new" * 15_000)) == f"{path}: {FULL}"
    assert path.read_bytes() == b"old" * 10_000
    assert names(disk) == ["x.yaml"]

    save_bytes(path, b"new" * 10_000)
    assert path.read_bytes() == b"new" * 10_000


def test_a_disk_that_is_protected_keeps_the_old_file(small_disk):
    disk, mount = small_disk
    path = disk / "x.yaml"
    save_bytes(path, b"old")
    mount("-o", "remount,ro")

    assert refused(lambda: save_bytes(path, b"new")) in {f"{path}: {PROTECTED}", f"{path}: {PROTECTED_DISK}"}
    assert path.read_bytes() == b"old"


def test_the_program_says_that_the_disk_is_full(small_disk):
    disk, _ = small_disk
    answers(disk)

    ended = insek("report", "ort.yaml", "--annex", "--format", "html", "-o", "bericht.html", *DAY, cwd=disk, code=2)

    assert ended.err == f"bericht.html: {FULL}\n"
    assert names(disk) == ["ort.yaml"]


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


@contextlib.contextmanager
def as_a_user(folder):
    """Go on without the rights of the administrator, who may write everywhere; the folder is the user's own."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    for file in folder.iterdir():
        os.chown(file, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder():
    """A folder every user gets to, unlike those below the administrator's own."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@as_user
def test_a_read_only_folder_is_refused(open_folder):
    path = open_folder / "x.yaml"
    path.write_bytes(b"old")
    open_folder.chmod(0o555)

    with as_a_user(open_folder):
        assert refused(lambda: save_bytes(path, b"new")) == f"{path}: {NO_RIGHT}"

    assert path.read_bytes() == b"old"
    assert names(open_folder) == ["x.yaml"]


@as_user
def test_a_protected_file_is_refused_although_its_folder_is_not(open_folder):
    path = open_folder / "x.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with as_a_user(open_folder):
        assert refused(lambda: save_bytes(path, b"new")) == f"{path}: {PROTECTED}"

    assert path.read_bytes() == b"old"
    assert names(open_folder) == ["x.yaml"]


@as_user
def test_a_folder_that_cannot_be_listed_takes_files_all_the_same(open_folder):
    path = open_folder / "x.yaml"
    open_folder.chmod(0o333)

    with as_a_user(open_folder):
        save_bytes(path, b"new")

    assert path.read_bytes() == b"new"


def test_a_target_that_became_a_folder_meanwhile_is_refused(path):
    def write():
        with new_file(path, force=True) as file:
            file.write(b"new")
            path.mkdir()

    assert refused(write) == f"{path}: {FOLDER}"
    assert names(path.parent) == ["x.yaml"]
    assert names(path) == []


# What a killed process leaves -----------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from insek_cli.files.saving import new_file

with new_file(Path(sys.argv[1]), force=True) as file:
    file.write(b"half of the new")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def leftovers(folder):
    return [name for name in names(folder) if name.endswith(".tmp")]


def make_old(path, seconds):
    before = path.stat().st_mtime - seconds
    os.utime(path, (before, before))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_process_left_goes_with_a_later_save(path):
    path.write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False)
    (left,) = leftovers(path.parent)
    assert path.read_bytes() == b"old"

    save_bytes(path, b"new")
    assert leftovers(path.parent) == [left], "somebody may still be at work on it"

    make_old(path.parent / left, STALE_AFTER + 60)
    save_bytes(path, b"newer")
    assert names(path.parent) == ["x.yaml"]
    assert path.read_bytes() == b"newer"


def test_nothing_else_is_taken_for_a_leftover(path):
    own = path.with_name(".x.yaml.abcd1234.tmp")
    others = [
        ".y.yaml.abcd1234.tmp",
        ".x.yaml.tmp",
        ".x.yaml.abcd1234.tmp.bak",
        ".x.yaml.ABCD-234.tmp",
        "x.yaml.abcd1234.tmp",
    ]
    for file in [own, *(path.with_name(name) for name in others)]:
        file.write_bytes(b"")
        make_old(file, STALE_AFTER + 60)
    folder = path.with_name(".x.yaml.abcd1235.tmp")
    folder.mkdir()
    make_old(folder, STALE_AFTER + 60)

    save_bytes(path, b"new")

    assert names(path.parent) == sorted([*others, folder.name, "x.yaml"])


def test_two_who_save_at_once_leave_one_whole_file(path):
    contents = [bytes([65 + number]) * 200_000 for number in range(4)]
    threads = [threading.Thread(target=save_bytes, args=(path, content)) for content in contents for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert path.read_bytes() in contents
    assert names(path.parent) == ["x.yaml"]


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
        (OSError(errno.EFBIG, "x"), TOO_LARGE),
        (OSError(errno.EROFS, "x"), PROTECTED_DISK),
        (
            OSError(errno.EDQUOT, "x"),
            "Ihr Anteil am Speicherplatz ist aufgebraucht. Die bisherige Datei ist unverändert.",
        ),
        (OSError(errno.ENAMETOOLONG, "x"), "Der Dateiname ist zu lang. Bitte einen kürzeren wählen."),
        (IsADirectoryError(errno.EISDIR, "x"), FOLDER),
        (OSError(errno.EIO, "Input/output error"), "Diese Datei lässt sich nicht schreiben (Fehler des Datenträgers)."),
        (OSError("x"), "Diese Datei lässt sich nicht schreiben (Fehler des Datenträgers)."),
    ],
)
def test_every_failure_has_a_german_sentence(error, sentence):
    assert unwritable(error) == sentence
