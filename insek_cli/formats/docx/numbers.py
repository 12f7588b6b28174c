"""How chapters are numbered: levels with their signs, in our own way or in that of a template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering as Word has it: its text („%1.%2“) and the kind of its own number."""

    text: str
    kind: str = "decimal"


NO_LEVEL = Level("", "none")
OWN_LEVELS = (Level("%1"), Level("%1.%2"), Level("%1.%2.%3"))


def chapter_number(levels: Sequence[Level], counters: Sequence[int]) -> str:
    """Return the number of a chapter as it is shown; none where the way of numbering is not known."""
    if len(counters) > len(levels) or any(level.kind not in _SHOWN for level in levels[: len(counters)]):
        return ""
    text = levels[len(counters) - 1].text
    for place, (level, count) in enumerate(zip(levels, counters, strict=False), start=1):
        text = text.replace(f"%{place}", _SHOWN[level.kind](count))
    return text


def _letter(count: int) -> str:
    """Return a, b, … z, aa, bb, as Word counts."""
    times, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _roman(count: int) -> str:
    text = ""
    for value, signs in ROMAN:
        text += signs * (count // value)
        count %= value
    return text


_SHOWN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
