"""Writes files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from insek_cli.errors import Problem, UnwritableOutputError
from insek_cli.files.faults import reason

RETRIES = 5
FIRST_PAUSE = 0.05
# A process that was killed leaves its unfinished file; after an hour without a write nobody works on it any more.
STALE_AFTER = 3600


def save_text(path: Path, text: str) -> None:
    """Write UTF-8 text as it is, replacing the file whole; raises UnwritableOutputError and keeps the old one."""
    save_bytes(path, text.encode("utf-8", "replace"))


def save_bytes(path: Path, data: bytes) -> None:
    """Write bytes, replacing the file whole; raises UnwritableOutputError and keeps the old one."""
    with new_file(path, force=True) as file:
        file.write(data)


def write_new(path: Path, data: bytes, *, force: bool) -> None:
    """Write a result to a path that must not exist yet unless `force`."""
    refuse_existing(path, force=force)
    save_bytes(path, data)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise UnwritableOutputError if the target exists and may not be replaced."""
    if path.is_dir():
        raise UnwritableOutputError((Problem(str(path), _FOLDER),))
    if not force and os.path.lexists(path):
        text = "Diese Datei gibt es schon. Mit --force wird sie ersetzt, sonst bitte einen anderen Namen wählen."
        raise UnwritableOutputError((Problem(str(path), text),))
    # Where the folder may be written to, replacing would pass over the protection of the file.
    if path.exists() and not os.access(path, os.W_OK):
        raise UnwritableOutputError((Problem(str(path), _PROTECTED),))


def unwritable(error: OSError) -> str:
    """Return the sentence for a file that cannot be written."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen."
        case IsADirectoryError():
            return _FOLDER
        case PermissionError():
            return "Hier darf das Programm nicht schreiben, oder die Datei ist in einem anderen Programm geöffnet."
        case _:
            other = f"Diese Datei lässt sich nicht schreiben ({reason(error)})."
            return _SENTENCES.get(error.errno or 0, other)


_FOLDER = "Das ist ein Ordner. Bitte einen Dateinamen angeben."
_PROTECTED = "Diese Datei ist schreibgeschützt. Bitte den Schreibschutz aufheben oder einen anderen Namen wählen."
_SENTENCES = {
    errno.ENOSPC: "Auf dem Datenträger ist kein Platz mehr. Die bisherige Datei ist unverändert.",
    errno.EDQUOT: "Ihr Anteil am Speicherplatz ist aufgebraucht. Die bisherige Datei ist unverändert.",
    errno.EFBIG: "Die Datei wird größer, als es hier erlaubt ist. Die bisherige Datei ist unverändert.",
    errno.EROFS: "Der Datenträger ist schreibgeschützt. Bitte einen anderen Ort wählen.",
    errno.ENAMETOOLONG: "Der Dateiname ist zu lang. Bitte einen kürzeren wählen.",
}


@contextlib.contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[IO[bytes]]:
    """Yield a file to write to; it appears at `path` only when everything was written."""
    refuse_existing(path, force=force)
    real = Path(os.path.realpath(path))
    try:
        # A device or a pipe is written to; only a file can be replaced.
        with real.open("wb") if real.exists() and not real.is_file() else _replacing(real) as file:
            yield file
    except OSError as error:
        raise UnwritableOutputError((Problem(str(path), unwritable(error)),)) from error


_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    prefix = f".{path.name[:40]}."
    temporary = path.parent / f"{prefix}{os.urandom(4).hex()}.tmp"
    try:
        # Made within the `try`: an interrupt right after its making would leave it.
        with os.fdopen(os.open(temporary, _NEW, 0o600), "wb") as file:
            _remove_stale(temporary, prefix)
            yield file
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, temporary)
        _rename(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _remove_stale(temporary: Path, prefix: str) -> None:
    """Remove what killed processes left of the same file; the clock is that of the disk both files lie on."""
    is_ours = re.compile(re.escape(prefix) + r"[a-z0-9_]{8}\.tmp").fullmatch
    with contextlib.suppress(OSError):
        now = temporary.stat().st_mtime
        for found in (found for found in temporary.parent.iterdir() if is_ours(found.name)):
            with contextlib.suppress(OSError):
                status = found.lstat()
                if stat.S_ISREG(status.st_mode) and now - status.st_mtime > STALE_AFTER:
                    found.unlink()


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the rights of the old one; a temporary file is private, a new one is not."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)


def _rename(temporary: Path, path: Path) -> None:
    """Rename; on Windows a virus scanner or sync client may hold the file for a moment."""
    for attempt in range(RETRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == RETRIES - 1:
                raise
            time.sleep(FIRST_PAUSE * 2**attempt)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Have the new name written too; the file is in its place, so a system that cannot do this is no fault."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
