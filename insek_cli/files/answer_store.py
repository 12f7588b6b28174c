"""An answer file while somebody works on it: saved after each answer, never over what somebody else wrote into it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.changes import Carried, carried_over
from insek_cli.errors import Problem, UnusableInputError
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_update import updated_text
from insek_cli.files.answer_writing import answers_text
from insek_cli.files.saving import refuse_existing, save_bytes, save_text


@dataclass(slots=True)
class AnswerStore:
    """The file, and its content when it was last read or written (None: there was none)."""

    path: Path
    catalogue: Catalogue
    reader: AnswerReader = field(init=False)
    content: bytes | None = None

    def __post_init__(self) -> None:
        self.reader = AnswerReader(self.catalogue)

    def read(self) -> Answers | None:
        """Return the answers in the file, None where there is no file; raises UnusableInputError."""
        answers = self.reader.read(self.path) if os.path.lexists(self.path) else None
        self.content = self._bytes()
        return answers

    def save(self, before: Answers, after: Answers) -> Carried:
        """Write what changed between two states; what somebody else wrote meanwhile stays.

        Raises UnwritableOutputError, and UnusableInputError where the file has become unreadable; then the answers are
        in a file beside it.
        """
        carried = Carried(after, ())
        found = self._bytes()
        if found not in {self.content, None}:
            carried = carried_over(before, after, self._read_again(after))
        text = self._text(found, carried.answers)
        save_text(self.path, text)
        self.content = text.encode("utf-8", "replace")
        return carried

    def move_to(self, path: Path) -> None:
        """Go on in another file, which begins as the old one was; raises UnwritableOutputError, also if it exists."""
        refuse_existing(path, force=False)
        if self.content:
            save_bytes(path, self.content)
        self.path = path

    def _text(self, found: bytes | None, answers: Answers) -> str:
        """Return the new content: a new file whole, in one that was there only what changed."""
        if found is None:
            return answers_text(self.catalogue, answers)
        return updated_text(found.decode("utf-8"), self.catalogue, answers)

    def _read_again(self, after: Answers) -> Answers:
        try:
            return self.reader.read(self.path)
        except UnusableInputError as error:
            beside = _free_name(self.path)
            save_text(beside, answers_text(self.catalogue, after))
            text = (
                "Ein anderes Programm hat diese Datei geändert; so lässt sie sich nicht mehr lesen. "
                f"Ihre Antworten stehen vollständig in {beside}."
            )
            raise UnusableInputError((Problem(str(self.path), text), *error.problems)) from error

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            return b""  # no answer file has this content: it is read again, and the reader says what is wrong


def _free_name(path: Path) -> Path:
    """Return a name beside a file under which nothing was rescued yet."""
    names = (path.with_name(f"{path.stem}.gerettet{more}{path.suffix}") for more in _numbered())
    return next(name for name in names if not os.path.lexists(name))


def _numbered() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))
