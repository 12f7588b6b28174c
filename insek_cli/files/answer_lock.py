"""One session per answer file: a lock of the operating system, which ends with the process, however that ends."""

import contextlib
import getpass
import os
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from insek_cli.errors import Problem, UnwritableOutputError, unusable
from insek_cli.files.saving import unwritable


@contextlib.contextmanager
def answer_lock(path: Path) -> Iterator[None]:
    """Hold an answer file for oneself; raises UnusableInputError with who has it if another process does."""
    real = Path(os.path.realpath(path))
    holder = real.with_name(f".{real.name}.sitzung")
    lock = FileLock(real.with_name(f".{real.name}.lock"), blocking=False)
    _acquire(lock, path, holder)
    try:
        with _announced(holder):
            yield
    finally:
        lock.release()


def _acquire(lock: BaseFileLock, path: Path, holder: Path) -> None:
    try:
        lock.acquire()
    except Timeout as error:
        raise unusable(str(path), _taken(holder)) from error
    except OSError as error:
        raise UnwritableOutputError((Problem(str(path), unwritable(error)),)) from error


@contextlib.contextmanager
def _announced(holder: Path) -> Iterator[None]:
    """Leave a note beside the file for whoever is refused; the lock alone decides."""
    with contextlib.suppress(OSError):
        holder.write_text(f"{_person()} an {platform.node()}, seit {_now()}", encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink()


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "jemand"


def _now() -> str:
    return datetime.now().strftime("%d.%m.%Y, %H:%M Uhr")  # noqa: DTZ005 - the clock on the wall is meant


def _taken(holder: Path) -> str:
    try:
        who = f" ({holder.read_text(encoding='utf-8').strip()})"
    except (OSError, UnicodeDecodeError):
        who = ""
    return (
        f"Diese Datei ist gerade in einer anderen Sitzung geöffnet{who}. "
        "Bitte dort beenden oder warten. Kolleginnen und Kollegen können auch ein Formular ausfüllen: insek form."
    )
