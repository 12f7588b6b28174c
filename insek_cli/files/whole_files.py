"""Reads a file whole, as it is."""

from pathlib import Path

from insek_cli.errors import unusable
from insek_cli.files.faults import reason

LARGEST = 50_000_000


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file; raises UnusableInputError with what would be right."""
    try:
        if path.is_dir():
            raise unusable(str(path), "Das ist ein Ordner. Bitte eine Datei angeben.")
        if path.stat().st_size > LARGEST:
            raise unusable(str(path), "Diese Datei ist zu groß, höchstens 50 MB sind möglich.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise unusable(str(path), "Diese Datei gibt es nicht. Bitte Namen und Ordner prüfen.") from error
    except OSError as error:
        raise unusable(str(path), f"Diese Datei lässt sich nicht lesen ({reason(error)}).") from error
