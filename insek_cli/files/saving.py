"""Writes files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from insek_cli.errors import Problem, UnwritableOutputError

RETRIES = 5
FIRST_PAUSE = 0.05


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
        raise UnwritableOutputError((Problem(str(path), "Das ist ein Ordner. Bitte einen Dateinamen angeben."),))
    if not force and os.path.lexists(path):
        text = "Diese Datei gibt es schon. Mit --force wird sie ersetzt, sonst bitte einen anderen Namen wählen."
        raise UnwritableOutputError((Problem(str(path), text),))


def unwritable(error: OSError) -> str:
    """Return the sentence for a file that cannot be written."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen."
        case PermissionError():
            return "Hier darf das Programm nicht schreiben, oder die Datei ist in einem anderen Programm geöffnet."
        case _ if error.errno == _NO_SPACE:
            return "Auf dem Datenträger ist kein Platz mehr. Die bisherige Datei ist unverändert."
        case _:
            return f"Diese Datei lässt sich nicht schreiben ({error.strerror or 'Fehler des Datenträgers'})."


_NO_SPACE = 28


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


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, Path(temporary))
        _rename(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_folder(path.parent)


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the rights of the old one; a temporary file is private, a new one is not."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)


def _rename(temporary: str, path: Path) -> None:
    """Rename; on Windows a virus scanner or sync client may hold the file for a moment."""
    for attempt in range(RETRIES):
        try:
            Path(temporary).replace(path)
        except PermissionError:
            if attempt == RETRIES - 1:
                raise
            time.sleep(FIRST_PAUSE * 2**attempt)
        else:
            return


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
