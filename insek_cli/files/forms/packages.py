"""Opens the packages (zip) that office programs write, within limits, and says why one cannot be opened."""

import zipfile
from pathlib import Path

from insek_cli.errors import unusable
from insek_cli.packages import BROKEN_PACKAGE

LARGEST_FILE = 30_000_000
LARGEST_CONTENT = 200_000_000
MOST_PARTS = 5_000
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = "Diese Datei ist beschädigt oder nicht vollständig übertragen. Bitte noch einmal schicken lassen."
_LARGE = "Diese Datei ist viel zu groß für einen Fragebogen und wird nicht geöffnet."
_LOCKED = (
    "Diese Datei ist mit einem Kennwort geschützt oder in einem alten Format gespeichert. Bitte mit Kennwort öffnen, "
    "unter „Datei“, „Informationen“ den Kennwortschutz entfernen und als .xlsx oder .docx speichern."
)


def package_parts(path: Path, name: str, wanted: tuple[str, ...]) -> dict[str, bytes]:
    """Return the parts of a package whose names begin with one of those wanted.

    Every part is unpacked once, so that nothing later meets a broken or an endless one. Raises UnusableInputError.
    """
    if _begin_of(path, name) == _OLE:
        raise unusable(name, _LOCKED)
    try:
        with zipfile.ZipFile(path) as package:
            return _unpacked(package, name, wanted)
    except BROKEN_PACKAGE as error:
        raise unusable(name, _encrypted(error) or _BROKEN) from error


def _begin_of(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise unusable(name, _LARGE)
        with path.open("rb") as file:
            return file.read(len(_OLE))
    except FileNotFoundError as error:
        raise unusable(name, "Diese Datei gibt es nicht.") from error
    except IsADirectoryError as error:
        raise unusable(name, "Das ist ein Ordner. Bitte die Dateien darin einzeln nennen.") from error
    except OSError as error:
        raise unusable(name, "Diese Datei darf das Programm nicht lesen.") from error


def _encrypted(error: Exception) -> str | None:
    return _LOCKED if isinstance(error, RuntimeError) and "encrypted" in str(error) else None


def _unpacked(package: zipfile.ZipFile, name: str, wanted: tuple[str, ...]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    if len(package.infolist()) > MOST_PARTS:
        raise unusable(name, _LARGE)
    for entry in package.infolist():
        keep = entry.filename.startswith(wanted)
        chunks = []
        with package.open(entry) as part:
            while chunk := part.read(_CHUNK):
                total += len(chunk)
                if total > LARGEST_CONTENT:
                    raise unusable(name, _LARGE)
                if keep:
                    chunks.append(chunk)
        if keep:
            parts[entry.filename] = b"".join(chunks)
    return parts
