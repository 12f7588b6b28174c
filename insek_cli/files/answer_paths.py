"""Which answer files are meant: single files, or everything below a folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from insek_cli.errors import unusable

ENDINGS = (".yaml", ".yml")


def answer_paths(given: Iterable[Path]) -> list[Path]:
    """Return the files meant: folders opened, each file once, as given and sorted by path within a folder.

    No linked folders and no names that begin with a dot. Raises UnusableInputError for a folder without answer files.
    """
    found: dict[str, Path] = {}
    for path in given:
        for file in _within(path) if path.is_dir() else [path]:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def _within(folder: Path) -> list[Path]:
    paths = sorted(_walk(folder))
    if not paths:
        raise unusable(str(folder), "In diesem Ordner liegt keine Antwortdatei (.yaml oder .yml).")
    return paths


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield Path(place, name)


def _refuse(error: OSError) -> None:
    raise unusable(str(error.filename), "Diesen Ordner darf das Programm nicht lesen.") from error
