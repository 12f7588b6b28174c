"""What the readers of official tables share: whose rows are wanted, how numbers and times are written, the faults."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from insek_cli.core.statistics import MARKS, Attribute, Figure, Scope, moment
from insek_cli.errors import Problem, UnusableInputError
from insek_cli.files.words import shown

MOST_PROBLEMS = 20
COUNT = "Anzahl"
MUNICIPAL_KEY, REGIONAL_KEY = 8, 12

_MAY_BE_NEGATIVE = re.compile(
    r"saldo|saldi|überschu|ueberschu|differenz|veränderung|veraenderung|zunahme|abnahme", re.IGNORECASE
)
"""Words of counts that set two numbers against each other, such as births and deaths; all others are 0 or more."""
_MAY_BE_BROKEN = re.compile(r"durchschnitt|mittelwert|median|quote|\bje\b|\bpro\b", re.IGNORECASE)
"""Words of means and rates, which some tables give the unit of what they count."""

_PLAIN = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,6})?\Z", re.ASCII).match
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+\Z", re.ASCII).match
_GERMAN_DAY = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})\Z", re.ASCII).match


def scopes_of(ags: str) -> dict[str, Scope]:
    """Return whom a key of an official table is about, for the municipality and what it is compared with."""
    scopes = {ags[:2]: Scope.LAND, ags[:5]: Scope.LANDKREIS, ags: Scope.MUNICIPALITY}
    if ags.endswith("000"):  # a kreisfreie Stadt stands in tables of Landkreise under five digits
        scopes[ags[:5]] = Scope.MUNICIPALITY
    return scopes


def short_key(key: str) -> str:
    """Return the municipality key of eight digits for a regional key of twelve; others as they are."""
    return key[:5] + key[9:] if len(key) == REGIONAL_KEY else key


Place = Callable[[int, int | None], str]
"""Says where a line (from 1) and a column (from 0) of a file are."""


@dataclass(slots=True)
class Reading:
    """What was read of a table so far, and what is wrong with it."""

    ags: str
    place: Place
    figures: dict[tuple[object, ...], Figure] = field(default_factory=dict)
    lines: dict[tuple[object, ...], int] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, column: int | None, text: str) -> None:
        """Add a problem; after twenty nobody reads on."""
        self.problems.append(Problem(self.place(line, column), text))
        if len(self.problems) >= MOST_PROBLEMS:
            raise UnusableInputError(self.problems)

    def add(self, figure: Figure, line: int, column: int) -> None:
        """Add a figure; the same one with another number is a problem."""
        known = self.figures.setdefault(figure.identity, figure)
        first = self.lines.setdefault(figure.identity, line)
        if (known.value, known.mark) != (figure.value, figure.mark):
            text = f"Für dasselbe Merkmal und denselben Zeitpunkt steht in Zeile {first} eine andere Zahl."
            self.complain(line, column, text)

    def number(
        self, text: str, unit: str | None, title: str, line: int, column: int
    ) -> tuple[Decimal | None, str | None]:
        """Return number and mark of a cell; both None with a problem added where it is neither, or no such count."""
        if text in MARKS:
            return None, text
        if not _PLAIN(text):
            what = f"nicht {shown(text)}" if text else "das Feld ist leer"
            self.complain(line, column, f"Hier gehört eine Zahl hin, ohne Leerzeichen und Fußnoten; {what}.")
            return None, None
        if unit == COUNT and _GROUPED(text):
            sentence = f"{shown(text)} ist mehrdeutig. Sind Tausende gemeint, bitte ohne Punkt schreiben."
            self.complain(line, column, sentence)
            return None, None
        value = Decimal(text.replace(",", "."))
        wrong = _impossible(value, title) if unit == COUNT else None
        if wrong:
            self.complain(line, column, f"Eine Anzahl kann nicht {wrong} sein, gefunden: {shown(text)}.")
            return None, None
        return value, None

    def time(self, text: str, line: int, column: int) -> str | None:
        """Return a time as JJJJ-MM-TT or beginning with a year; None with a problem added."""
        found = _GERMAN_DAY(text)
        try:
            return moment(f"{found[3]}-{found[2]}-{found[1]}" if found else text)
        except ValueError as error:
            self.complain(line, column, f"{error} Gefunden: {shown(text)}.")
            return None

    def done(self) -> tuple[Figure, ...]:
        """Return the figures; raises UnusableInputError with every problem, also if the municipality is missing."""
        if not self.problems:
            self.problems += self._absent()
        if self.problems:
            raise UnusableInputError(self.problems)
        return tuple(self.figures.values())

    def _absent(self) -> Iterator[Problem]:
        own = [figure for figure in self.figures.values() if figure.scope is Scope.MUNICIPALITY]
        municipal = any(_is_municipal(key, self.ags[:2]) for key in self.keys)
        place = self.place(0, None)
        if not self.figures:
            seen = ", ".join(sorted(self.keys)[:3])
            text = (
                f"Weder die Gemeinde {self.ags} noch ihr Landkreis {self.ags[:5]} noch das Land {self.ags[:2]} steht "
                f"in dieser Tabelle{f' (dort stehen Schlüssel wie {seen})' if seen else ''}. "
                "Bitte die Tabelle mit der Gemeinde laden."
            )
            yield Problem(place, text)
        elif municipal and not own:
            text = (
                f"Die Gemeinde {self.ags} steht nicht in dieser Tabelle. Bitte den Schlüssel in der Antwortdatei "
                "prüfen (insek register find NAME) und die Tabelle mit dieser Gemeinde laden."
            )
            yield Problem(place, text)
        elif own and all(figure.mark in _DISSOLVED for figure in own):
            text = f"Zur Gemeinde {self.ags} enthält die Tabelle keine Zahl; vermutlich gilt ihr Schlüssel nicht mehr."
            yield Problem(place, text)


def _impossible(count: Decimal, title: str) -> str | None:
    """Return what a count cannot be, None for one that can."""
    if count < 0 and not _MAY_BE_NEGATIVE.search(title):
        return "kleiner als null"
    if count != int(count) and not _MAY_BE_BROKEN.search(title):
        return "gebrochen"
    return None


_DISSOLVED = {"-", "."}


def _is_municipal(key: str, land: str) -> bool:
    """Tell whether a key is of a municipality of this Land; tables of Landkreise have some of others among theirs."""
    return len(key) in {MUNICIPAL_KEY, REGIONAL_KEY} and key.startswith(land)


def attribute(title: str, code: str) -> Attribute | None:
    """Return what a figure is restricted to; None for the total, which has no code or says „Insgesamt“."""
    title = " ".join(title.split())
    if not title or title.casefold() == "insgesamt":
        return None
    return Attribute(title, code or None)


def titles(measure: str, attributes: Iterable[Attribute]) -> str:
    """Return the words that say what is counted: a balance may be a measure, or one of its attributes."""
    return " ".join((measure, *(attribute.title for attribute in attributes)))


def positions(header: list[str]) -> Mapping[str, int]:
    """Return where each column of a header stands, by its name in small letters."""
    return {name.strip().casefold(): place for place, name in enumerate(header)}
