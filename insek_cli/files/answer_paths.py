"""Which answer files are meant: single files, or everything below a folder."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from insek_cli.errors import Problem, unusable
from insek_cli.files.special_files import SPECIAL, is_special

ENDINGS = (".yaml", ".yml")


@dataclass(slots=True)
class AnswerPaths:
    """The files found, what could not be read on the way, and what was left out on purpose."""

    paths: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def answer_paths(given: Iterable[Path]) -> AnswerPaths:
    """Return the files meant: folders opened, each file once, as given and sorted by path within a folder.

    No linked folders and no names that begin with a dot. Raises UnusableInputError for a folder without answer files.
    """
    found = AnswerPaths()
    once = _Once()
    for path in given:
        found.paths += once.new(_within(path, found) if path.is_dir() else [path])
    return found


def streamed_paths(lines: Iterable[str], tell: Callable[[Problem], None]) -> Iterator[Path]:
    """Yield the files named one a line, as they come; folders are opened, what cannot be read is told."""
    once = _Once()
    for line in lines:
        name = line.rstrip("\r\n")
        if name:
            found = AnswerPaths()
            path = Path(name)
            yield from once.new(_within(path, found) if path.is_dir() else [path])
            for problem in (*found.problems, *found.notes):
                tell(problem)


class _Once:
    """Passes on every file once, by whichever path it comes."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def new(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Yield the paths of files not seen before."""
        for path in paths:
            real = os.path.realpath(path)
            if real not in self._known:
                self._known.add(real)
                yield path


def _within(folder: Path, found: AnswerPaths) -> list[Path]:
    before = len(found.problems)
    paths = sorted(_walk(folder, found))
    if not paths and len(found.problems) == before:
        raise unusable(str(folder), "In diesem Ordner liegt keine Antwortdatei (.yaml oder .yml).")
    return paths


def _walk(folder: Path, found: AnswerPaths) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        found.problems.append(Problem(str(error.filename), "Diesen Ordner darf das Programm nicht lesen."))

    for place, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if Path(place, name).is_symlink():
                found.notes.append(Problem(str(Path(place, name)), "Verlinkte Ordner werden nicht betreten."))
        for name in files:
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield from _ordinary(Path(place, name), found)


def _ordinary(path: Path, found: AnswerPaths) -> Iterator[Path]:
    """Yield a path unless opening it might wait for ever; only one given by name may be a pipe or a device."""
    if is_special(path):
        found.notes.append(Problem(str(path), SPECIAL))
    else:
        yield path
