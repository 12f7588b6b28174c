"""Lines typed and read: asked again until they can be read, one after the other, and back."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from insek_cli.cli.questions.talk import say_line
from insek_cli.core import written
from insek_cli.core.written import ags, inhabitants
from insek_cli.prompts import BACK, Asker, Moved, Option

V = TypeVar("V")
Field = Callable[[Asker, V], V]


BACK_HINT = "Mit < oder Esc geht es einen Schritt zurück."


def valid(
    asker: Asker, question: str, read: Callable[[str], V], preset: str = "", moves: Sequence[Option] = (BACK,)
) -> V:
    """Return what `read` makes of a line; a line it refuses is asked for again. Raises Moved to go elsewhere."""
    while True:
        typed = asker.text(question, preset, moves)
        try:
            return read(typed)
        except ValueError as error:
            say_line(str(error))


def valid_or_none(asker: Asker, question: str, read: Callable[[str], V], preset: str = "") -> V | None:
    """Return what `read` makes of a line, None for an empty one."""
    return valid(asker, question, lambda typed: read(typed) if typed else None, preset)


def text_or_none(asker: Asker, question: str, preset: str | None, suggestions: Sequence[str] = ()) -> str | None:
    """Return the line typed, None for an empty one. Raises Moved to go back."""
    return asker.text(question, preset or "", (BACK,), suggestions) or None


def filled_in(asker: Asker, fields: Sequence[Field[V]], start: V, keep: Callable[[V], None]) -> V:
    """Ask field after field and keep each; going back asks the one before again. Raises Moved before the first."""
    value, place = start, 0
    while place < len(fields):
        try:
            value = fields[place](asker, value)
        except Moved:
            if place == 0:
                raise
            place -= 1
        else:
            keep(value)
            place += 1
    return value


def picked(asker: Asker, question: str, options: Sequence[Option], preset: str | None) -> str:
    """Return the option chosen. Raises Moved to go back."""
    return asker.choose(question, options, preset, (BACK,))


def people(typed: str) -> int:
    """Return a number of inhabitants as people type it: 6.480 or 6 480."""
    return _read(inhabitants, typed.replace(".", "").replace(" ", ""), _NO_PEOPLE)


def municipality_key(typed: str) -> str:
    """Return a key of a municipality as people type it: 14 5 22 999."""
    return _read(ags, typed.replace(" ", ""), _NO_KEY)


def typed_day(typed: str) -> date:
    """Return a day as people type it: 12.3.2026, or as files write it: 2026-03-12."""
    return _read(written.typed_day, typed, _NO_DAY)


def _read(read: Callable[[str], V], text: str, remedy: str) -> V:
    """Return what `read` makes of a text; raises ValueError with how to type it, not how files write it."""
    try:
        return read(text)
    except ValueError as error:
        raise ValueError(remedy) from error


_NO_PEOPLE = "Bitte eine Einwohnerzahl von 1 bis 9.999.999 eingeben, zum Beispiel 6.480."
_NO_KEY = "Der Gemeindeschlüssel (AGS) hat genau acht Ziffern, zum Beispiel 14522999."
_NO_DAY = "Bitte einen Tag eingeben, den es gibt, zum Beispiel 12.03.2026."
