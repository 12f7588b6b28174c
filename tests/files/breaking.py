"""Breaks a copy of the catalogue on purpose and says where it broke."""

from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.catalogue_files import load_catalogue

MARK = "‸"


def place_of_mark(folder: Path, file: str, text: str) -> str:
    """Write a text without its mark ‸ and return `file:line:column` of the mark."""
    before, _, rest = text.partition(MARK)
    (folder / file).write_text(before + rest, encoding="utf-8", newline="\n")
    return f"criteria/{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def change(folder: Path, file: str, old: str, new: str, *, after: str = "") -> str:
    """Replace the first `old` behind `after` by `new` and return the place of the mark ‸ in it."""
    text = (folder / file).read_text(encoding="utf-8")
    start = text.index(old, text.index(after))
    return place_of_mark(folder, file, text[:start] + new + text[start + len(old) :])


def append(folder: Path, file: str, new: str) -> str:
    """Add text at the end of a file and return the place of the mark ‸ in it."""
    text = (folder / file).read_text(encoding="utf-8")
    return place_of_mark(folder, file, text.rstrip("\n") + "\n" + new)


def problems(folder: Path) -> list[str]:
    """Return every problem of a catalogue that is called `criteria`."""
    with pytest.raises(UnusableInputError) as caught:
        load_catalogue(folder, "criteria")
    return [str(problem) for problem in caught.value.problems]
