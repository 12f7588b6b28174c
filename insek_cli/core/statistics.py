"""Standard data of a municipality as values: figures of official tables, and what documents pick from them.

A figure without attributes is a total. Which tables are known, and what they mean, stands in the catalogue.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from insek_cli.core.entries import AgeGroup, Statistic
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import StatisticForm
from insek_cli.core.written import DAY, Ags, Day, Text, Written, day

FORMAT = "insek-statistics/1"

MARKS = {
    "-": "nichts vorhanden",
    ".": "unbekannt oder geheim zu halten",
    "/": "nicht sicher genug",
    "x": "nicht sinnvoll",
    "...": "fällt später an",
}
"""What stands in official tables where there is no number."""

_AMOUNT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?\Z", re.ASCII).match
_MOMENT = re.compile(r"(?:19|20)[0-9]{2}(?:\Z|[-/ ].*)", re.ASCII).match


class Scope(StrEnum):
    """Whom a figure is about: the municipality, or what it is compared with."""

    MUNICIPALITY = "municipality"
    LANDKREIS = "landkreis"
    LAND = "land"


def amount(text: str) -> Decimal:
    """Return a number with a point, maybe below zero."""
    if not _AMOUNT(text):
        raise ValueError("Hier gehört eine Zahl hin, mit Punkt statt Komma, etwa 12.5.")
    return Decimal(text)


def moment(text: str) -> str:
    """Return a time: a day written JJJJ-MM-TT, or whatever begins with a year."""
    if not _MOMENT(text):
        raise ValueError("Hier gehört ein Jahr oder ein Tag hin, zum Beispiel 2024 oder 2024-12-31.")
    return day(text).isoformat() if DAY(text) else text


def mark(text: str) -> str:
    """Return a sign that stands for a missing number."""
    if text not in MARKS:
        raise ValueError(f"Dieses Zeichen steht für keine fehlende Zahl. Möglich: {' '.join(MARKS)}")
    return text


Amount = Annotated[Decimal, Written(amount)]
Moment = Annotated[str, Written(moment)]
Mark = Annotated[str, Written(mark)]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute that a figure is restricted to, such as „weiblich“; a code where the file has one."""

    title: Text
    code: Text | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a table, or the mark that stands in its place."""

    scope: Scope
    time: Moment
    title: Text
    measure: Text | None = None
    unit: Text | None = None
    attributes: tuple[Attribute, ...] = ()
    value: Amount | None = None
    mark: Mark | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what tells this figure from all others of its table."""
        return self.scope, self.time, self.measure or self.title, self.attributes


@dataclass(frozen=True, slots=True)
class DataTable:
    """An official table as imported: the figures of the municipality and of what it is compared with."""

    code: Text
    title: Text
    file: Text
    imported: Day
    figures: tuple[Figure, ...]
    issuer: Text | None = None
    licence: Text | None = None
    retrieved: Text | None = None

    @property
    def statistic(self) -> str:
        """Return the statistic that the table is of: 12411 for 12411-01-01-5."""
        return self.code.split("-", 1)[0] if self.code[:1].isdigit() else self.code

    @property
    def is_official(self) -> bool:
        """Tell whether the table has a code of official statistics; a forecast has none."""
        return self.code.casefold() != self.code or self.code[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Statistics:
    """All tables of a municipality."""

    ags: Ags | None = None
    tables: tuple[DataTable, ...] = ()

    def with_table(self, table: DataTable) -> "Statistics":
        """Return the statistics with a table added; figures it has in common with an older import are the new ones.

        The file of a table are all those that still have a figure in it.
        """
        older = [known for known in self.tables if known.code == table.code]
        others = tuple(known for known in self.tables if known.code != table.code)
        figures = {figure.identity: figure for known in (*older, table) for figure in known.figures}
        kept = [known for known in older if not _identities(known) <= _identities(table)]
        names = [name for known in kept for name in known.file.split(FILES_APART)]
        file = FILES_APART.join(dict.fromkeys((*names, table.file)))
        merged = replace(table, file=file, figures=tuple(sorted(figures.values(), key=_in_order)))
        return replace(self, tables=tuple(sorted((*others, merged), key=lambda kept: kept.code)))


# Between the names of files whose figures make one table.
FILES_APART = ", "


def _identities(table: DataTable) -> set[object]:
    return {figure.identity for figure in table.figures}


NO_STATISTICS = Statistics()
_SCOPES = tuple(Scope)


def _in_order(figure: Figure) -> tuple[object, ...]:
    return figure.time, figure.title, [attribute.title for attribute in figure.attributes], _SCOPES.index(figure.scope)


@dataclass(frozen=True, slots=True)
class Picked:
    """What a known statistic finds in the tables: figures, each with the table it stands in."""

    statistic: Statistic
    found: tuple[tuple[Figure, DataTable], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures alone."""
        return tuple(figure for figure, _ in self.found)

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """Return the tables the figures stand in, each once."""
        return tuple(dict.fromkeys(table for _, table in self.found))

    @property
    def about(self) -> Scope | None:
        """Return whom the figures are about first of all: the municipality, else the nearest that surrounds it."""
        return min((figure.scope for figure in self.figures), key=_SCOPES.index, default=None)

    @property
    def newest(self) -> str | None:
        """Return the latest time with a figure of whom they are about."""
        about = self.about
        return max((figure.time for figure in self.figures if figure.scope is about), default=None)

    @property
    def is_missing(self) -> bool:
        """Tell whether there is no figure for the statistic's level, nor for anything nearer."""
        about = self.about
        return about is None or _SCOPES.index(about) > _SCOPES.index(Scope(self.statistic.level.value))

    def is_old(self, today: date) -> bool:
        """Tell whether the newest figure lies further back than the statistic allows; a forecast looks ahead."""
        if self.newest is None or self.statistic.form is StatisticForm.FORECAST:
            return False
        ends = last_day(self.newest)
        return (today.year - ends.year, today.month, today.day) > (self.statistic.max_age, ends.month, ends.day)


def picked(statistic: Statistic, statistics: Statistics) -> Picked:
    """Return what a known statistic finds, each figure once: in the table that the statistic names first."""
    fits = _FITS[statistic.form]
    found: dict[tuple[object, ...], tuple[Figure, DataTable]] = {}
    for table in _named_tables(statistic, statistics):
        for figure in table.figures:
            if _is_measured(statistic, figure) and fits(figure):
                found.setdefault(figure.identity, (figure, table))
    return Picked(statistic, tuple(found.values()))


def _named_tables(statistic: Statistic, statistics: Statistics) -> list[DataTable]:
    order = {code: place for place, code in enumerate(statistic.tables)}
    named = [(order.get(table.code, order.get(table.statistic)), table) for table in statistics.tables]
    return [table for _, table in sorted((pair for pair in named if pair[0] is not None), key=_by_place)]


def _by_place(pair: tuple[int | None, DataTable]) -> tuple[int, str]:
    return pair[0] or 0, pair[1].code


def _is_measured(statistic: Statistic, figure: Figure) -> bool:
    known = statistic.measures
    return not known or figure.measure in known or (figure.measure is None and figure.title in known)


def _is_total(figure: Figure) -> bool:
    return not figure.attributes


def _is_of_an_age(figure: Figure) -> bool:
    return len(figure.attributes) == 1 and age_range(figure.attributes[0]) is not None


def _is_counted(figure: Figure) -> bool:
    """Tell whether a figure of a forecast has its variant and a number."""
    return figure.value is not None and bool(figure.attributes)


def _is_plain(figure: Figure) -> bool:
    return len(figure.attributes) <= 1


_FITS = {
    StatisticForm.TREND: _is_total,
    StatisticForm.AGES: _is_of_an_age,
    StatisticForm.LATEST: _is_plain,
    StatisticForm.FORECAST: _is_counted,
}


def unknown_tables(known: Iterable[Statistic], statistics: Statistics) -> tuple[DataTable, ...]:
    """Return the tables no known statistic finds anything in, each asked alone: others may have the same figures."""
    known = tuple(known)
    return tuple(table for table in statistics.tables if not known_in(known, table))


def known_in(known: Iterable[Statistic], table: DataTable) -> tuple[Statistic, ...]:
    """Return the known statistics that find something in a table."""
    alone = NO_STATISTICS.with_table(table)
    return tuple(statistic for statistic in known if picked(statistic, alone).found)


def missing(known: Iterable[Statistic], statistics: Statistics) -> tuple[Statistic, ...]:
    """Return the known statistics without any figure of their own level."""
    return tuple(statistic for statistic in known if picked(statistic, statistics).is_missing)


def last_day(time: str) -> date:
    """Return the day a time ends: a year ends with December."""
    return date.fromisoformat(time) if DAY(time) else date(int(time[:4]), 12, 31)


def age_range(attribute: Attribute) -> tuple[int, int | None] | None:
    """Return the ages an attribute stands for, from and below; None for anything but an age."""
    coded = _AGE_CODE(attribute.code or "")
    if coded:
        return int(coded[1]), int(coded[2]) if coded[2] else None
    for pattern, reading in _AGE_WORDS:
        found = pattern(attribute.title.strip().casefold())
        if found:
            return reading(found)
    return None


_AGE_CODE = re.compile(r"ALT([0-9]{3})(?:B([0-9]{2,3})|UM)\Z", re.ASCII).match
_YEARS = r"(?:[- ]?jahr(?:en?)?|[- ]?jährige)?"
_AGE_WORDS = (
    (re.compile(rf"unter (\d+){_YEARS}\Z").match, lambda found: (0, int(found[1]))),
    (re.compile(rf"(\d+){_YEARS}-? bis unter (\d+){_YEARS}\Z").match, lambda found: (int(found[1]), int(found[2]))),
    # Without „unter“ the last year of age belongs to the group.
    (re.compile(rf"(\d+) ?(?:-|–|bis) ?(\d+){_YEARS}\Z").match, lambda found: (int(found[1]), int(found[2]) + 1)),
    (re.compile(rf"ab (\d+){_YEARS}\Z").match, lambda found: (int(found[1]), None)),
    (re.compile(rf"(\d+) ?\+{_YEARS}\Z").match, lambda found: (int(found[1]), None)),
    (
        re.compile(rf"(\d+){_YEARS} (?:und (?:mehr|älter)|oder älter){_YEARS}\Z").match,
        lambda found: (int(found[1]), None),
    ),
)


def group_sums(groups: Sequence[AgeGroup], figures: Iterable[Figure]) -> Mapping[AgeGroup, Decimal] | None:
    """Return the figures of one place and time summed up to these groups; None unless they fill each one exactly."""
    ranges = {age_range(figure.attributes[0]): figure.value for figure in figures}
    sums = {group: _sum(group, ranges) for group in groups}
    found = {group: value for group, value in sums.items() if value is not None}
    return found if len(found) == len(groups) else None


def _sum(group: AgeGroup, ranges: Mapping[tuple[int, int | None] | None, Decimal | None]) -> Decimal | None:
    """Walk from the beginning of a group to its end through ranges that follow on each other."""
    total, age = Decimal(0), group.from_
    while age != group.below:
        step = _next(age, group.below, ranges)
        if step is None:
            return None
        end, value = step
        total += value
        if end is None:
            return total if group.below is None else None
        age = end
    return total


def _next(
    age: int, limit: int | None, ranges: Mapping[tuple[int, int | None] | None, Decimal | None]
) -> tuple[int | None, Decimal] | None:
    """Return end and value of the widest range that begins at an age and does not pass the limit."""
    fitting: list[tuple[int | None, Decimal]] = [
        (found[1], value)
        for found, value in ranges.items()
        if found is not None and found[0] == age and value is not None and _ends_within(found[1], limit)
    ]
    return max(fitting, key=lambda step: float("inf") if step[0] is None else step[0], default=None)


def _ends_within(end: int | None, limit: int | None) -> bool:
    return limit is None or (end is not None and end <= limit)


def at_time(figures: Iterable[Figure], scope: Scope, time: str) -> Iterator[Figure]:
    """Yield the figures about a scope at a time."""
    return (figure for figure in figures if figure.scope is scope and figure.time == time)
