"""Leaf types that say how a value is written in a file. Knows no file and no library.

Every scalar reaches the rim as text. A `Written` in an annotation turns that text into the value or says in
German what would be right; the rim makes its validators of them.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from insek_cli.core.values import dataclass

WHOLE = re.compile(r"(?:0|[1-9][0-9]{0,8})\Z", re.ASCII).match
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?\Z", re.ASCII).match
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII).match
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII).match
AGS = re.compile(r"[0-9]{8}\Z", re.ASCII).match
ARS = re.compile(r"[0-9]{12}\Z", re.ASCII).match
DISTRICT_KEY = re.compile(r"[0-9]{5}\Z", re.ASCII).match

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_INHABITANTS = 9_999_999
HEAVIEST = 100


@dataclass(frozen=True, slots=True)
class Written:
    """How a scalar is written: `read` returns the value or raises ValueError with a German sentence."""

    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A union whose member is chosen by its keys, so that errors speak of the member meant.

    `choose` gets the raw mapping and returns the position of the member among the types given, as text.
    """

    choose: Callable[[object], str | None]
    expected: str


def whole(text: str) -> int:
    """Return a whole number of at most nine digits without leading zero."""
    if not WHOLE(text):
        raise ValueError("Hier gehört eine ganze Zahl hin, zum Beispiel 12.")
    return int(text)


def positive(text: str) -> int:
    """Return a whole number from 1."""
    if not WHOLE(text) or text == "0":
        raise ValueError("Hier gehört eine ganze Zahl ab 1 hin.")
    return int(text)


def weight(text: str) -> int:
    """Return a weight from 1 to 100; a wider range would only make the shortest way slow to find."""
    if not WHOLE(text) or not 1 <= int(text) <= HEAVIEST:
        raise ValueError("Hier gehört ein Gewicht von 1 bis 100 hin, als ganze Zahl.")
    return int(text)


def number(text: str) -> Decimal:
    """Return a number with at most four decimals and a point."""
    if not NUMBER(text):
        raise ValueError("Hier gehört eine Zahl hin, mit Punkt und höchstens vier Nachkommastellen, etwa 0.65.")
    return Decimal(text)


def share(text: str) -> Decimal:
    """Return a number from 0 to 1."""
    found = number(text)
    if found > 1:
        raise ValueError("Ein Anteil liegt zwischen 0 und 1, zum Beispiel 0.5.")
    return found


def half(text: str) -> Decimal:
    """Return a number that is a multiple of one half."""
    if not NUMBER(text) or Decimal(text) % Decimal("0.5"):
        raise ValueError("Hier gehört eine Zahl in halben Schritten hin, zum Beispiel 0.5 oder 2.")
    return Decimal(text)


def truth(text: str) -> bool:
    """Return true or false."""
    if text not in {"true", "false"}:
        raise ValueError("Hier gehört true (ja) oder false (nein) hin.")
    return text == "true"


def day(text: str) -> dt.date:
    """Return a day written JJJJ-MM-TT."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError as error:
        if DAY(text):
            raise ValueError("Diesen Tag gibt es nicht. Ein Datum schreibt man JJJJ-MM-TT, etwa 2026-03-12.") from error
        raise ValueError(_NO_DAY) from error
    # The library also takes 20260312 and 2026-W11-4.
    if text[4:5] != "-" or text[7:8] != "-":
        raise ValueError(_NO_DAY)
    return found


def typed_day(text: str) -> dt.date:
    """Return a day as people type it, 12.3.2026, or as files write it, 2026-03-12."""
    found = _GERMAN_DAY(text)
    return day(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text)


_GERMAN_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\Z").match
_NO_DAY = "Ein Datum schreibt man JJJJ-MM-TT, zum Beispiel 2026-03-12."


def day_or_reason(text: str) -> dt.date | str:
    """Return a day where the text looks like one, else the text."""
    return day(text) if DAY(text) else filled(text)


def year(text: str) -> int:
    """Return a year from 1900 to 2100."""
    if not WHOLE(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise ValueError("Hier gehört eine Jahreszahl von 1900 bis 2100 hin.")
    return int(text)


def inhabitants(text: str) -> int:
    """Return a number of inhabitants."""
    if not WHOLE(text) or not 1 <= int(text) <= MOST_INHABITANTS:
        raise ValueError("Hier gehört eine Einwohnerzahl von 1 bis 9999999 hin, ohne Punkt und Leerzeichen.")
    return int(text)


def one_to_five(text: str) -> int:
    """Return a mark from 1 to 5."""
    if text not in {"1", "2", "3", "4", "5"}:
        raise ValueError("Hier gehört eine Zahl von 1 bis 5 hin.")
    return int(text)


def kebab(text: str) -> str:
    """Return a short name of lower-case letters, digits and single hyphens."""
    if not KEBAB(text):
        raise ValueError(
            "Eine Kennung besteht aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen, etwa plan-register."
        )
    return text


def ags(text: str) -> str:
    """Return the official municipality key of eight digits."""
    if not AGS(text):
        raise ValueError('Der Gemeindeschlüssel (AGS) hat genau acht Ziffern, in Anführungszeichen: "14522999".')
    return text


def ars(text: str) -> str:
    """Return the official regional key of twelve digits."""
    if not ARS(text):
        raise ValueError("Der Regionalschlüssel (ARS) hat genau zwölf Ziffern.")
    return text


def district_key(text: str) -> str:
    """Return the official key of a Landkreis or kreisfreie Stadt, five digits."""
    if not DISTRICT_KEY(text):
        raise ValueError('Der Schlüssel eines Landkreises hat genau fünf Ziffern, in Anführungszeichen: "14522".')
    return text


def filled(text: str) -> str:
    """Return a text that says something."""
    if not text.strip():
        raise ValueError("Hier fehlt der Text.")
    return text


Whole = Annotated[int, Written(whole)]
Positive = Annotated[int, Written(positive)]
Weight = Annotated[int, Written(weight)]
Number = Annotated[Decimal, Written(number)]
Share = Annotated[Decimal, Written(share)]
Half = Annotated[Decimal, Written(half)]
Truth = Annotated[bool, Written(truth)]
Day = Annotated[dt.date, Written(day)]
DayOrReason = Annotated[dt.date | str, Written(day_or_reason)]
Year = Annotated[int, Written(year)]
Inhabitants = Annotated[int, Written(inhabitants)]
Mark = Annotated[int, Written(one_to_five)]
Text = Annotated[str, Written(filled)]
Ags = Annotated[str, Written(ags)]
Ars = Annotated[str, Written(ars)]
DistrictKey = Annotated[str, Written(district_key)]
