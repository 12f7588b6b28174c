"""Reads flat CSV files of official statistics: a line a value (the two newer headers) or a column a value (the old).

The headers: `statistics_code;…;value;…` with or without `value_q`, and `Statistik_Code;…;CODE__Titel__Einheit`.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from insek_cli.core.statistics import Attribute, Figure, Scope
from insek_cli.files.statistics_cells import REGIONAL_KEY, Reading, attribute, positions, scopes_of, short_key, titles

_REGION = re.compile(r"F?GEMEIN|F?KREIS|DLAND|DINSG|REGBEZ|GEO").match
"""Codes of the variables that say for which place a value holds."""

NEW = (
    "statistics_code",
    "statistics_label",
    "time",
    "value",
    "value_unit",
    "value_variable_code",
    "value_variable_label",
)
OLD = ("statistik_code", "statistik_label", "zeit")
_VARIABLES = (
    ("{}_variable_code", "{}_variable_attribute_code", "{}_variable_attribute_label"),
    ("{}_merkmal_code", "{}_auspraegung_code", "{}_auspraegung_label"),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of a row: where it stands, what it is, in which unit."""

    column: int
    code: str | None
    title: str
    unit: str | None


Row = list[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a flat file; a variable is its code, attribute code and attribute label."""

    width: int
    statistic: int
    title: int
    time: int
    variables: tuple[tuple[int, int, int], ...]
    measures: Callable[[Row], tuple[Measure, ...]]


@dataclass(frozen=True, slots=True)
class FlatTable:
    """What a flat file says of itself, and its figures."""

    statistic: str
    title: str
    figures: tuple[Figure, ...]


def layout_of(header: Row) -> Layout | None:
    """Return the layout of a flat file with this header, None if it is not one."""
    at = positions(header)
    if not _lacking(at, NEW, _VARIABLES[0]):
        variables = _columns(at, _VARIABLES[0])
        return Layout(len(header), at["statistics_code"], at["statistics_label"], at["time"], variables, _long(at))
    if not _lacking(at, OLD, _VARIABLES[1]):
        measures, variables = tuple(_wide(header)), _columns(at, _VARIABLES[1])
        time = at["zeit"]
        return Layout(len(header), at["statistik_code"], at["statistik_label"], time, variables, lambda _: measures)
    return None


def missing_columns(header: Row) -> tuple[str, ...]:
    """Return what a header lacks that has at least half of the columns of a flat file; nothing for any other."""
    at = positions(header)
    for names, variable in zip((NEW, OLD), _VARIABLES, strict=True):
        wanted = (*names, *(name.format(1) for name in variable))
        lacking = _lacking(at, names, variable)
        if lacking and 2 * sum(name in at for name in wanted) >= len(wanted):
            return lacking
    return ()


def _lacking(at: Mapping[str, int], names: Iterable[str], variable: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that a header lacks; of every variable it has any part of, all parts are needed."""
    wanted = (*names, *(name.format(number) for number in _numbers(at) for name in variable))
    return tuple(name for name in wanted if name not in at)


def _numbers(at: Iterable[str]) -> list[int]:
    """Return the numbers of the variables of a header; there is always a first one."""
    return sorted({1, *(int(found[1]) for name in at if (found := _NUMBERED(name)))})


_NUMBERED = re.compile(r"([1-9][0-9]?)_(?:variable|merkmal|auspraegung)_", re.ASCII).match


def _columns(at: Mapping[str, int], variable: tuple[str, str, str]) -> tuple[tuple[int, int, int], ...]:
    code, attribute, label = variable
    return tuple((at[code.format(n)], at[attribute.format(n)], at[label.format(n)]) for n in _numbers(at))


def _long(at: Mapping[str, int]) -> Callable[[Row], tuple[Measure, ...]]:
    value, unit, code, title = (at[name] for name in NEW[3:])
    return lambda row: (Measure(value, row[code] or None, row[title] or row[code], row[unit] or None),)


def _wide(header: Row) -> Iterator[Measure]:
    for column, name in enumerate(header):
        code, *rest = name.strip().split("__")
        if rest:
            yield Measure(column, code or None, rest[0].replace("_", " "), rest[1] if rest[1:] else None)


class _Lines(Protocol):
    """A csv reader: rows, and the line it has reached."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[Row]: ...
    def __next__(self) -> Row: ...


def read_flat(text: str, header_line: int, reading: Reading) -> FlatTable:
    """Return the rows of a municipality, its Landkreis and Land; raises UnusableInputError with every fault."""
    stream = io.StringIO(text, newline="")
    for _ in range(header_line - 1):
        stream.readline()
    lines: _Lines = csv.reader(stream, delimiter=";")
    layout = layout_of(next(lines))
    if layout is None:
        raise ValueError(text[:80])
    first, rows = _wanted_rows(lines, header_line - 1, layout, reading)
    for line, row, scope in rows:
        _add_figures(row, line, scope, layout, reading)
    figures = reading.done()
    return FlatTable(first[layout.statistic].strip(), first[layout.title].strip(), figures)


def _wanted_rows(
    lines: _Lines, above: int, layout: Layout, reading: Reading
) -> tuple[Row, list[tuple[int, Row, Scope]]]:
    """Return the first row and those of the municipality and what it is compared with, each with its line."""
    scopes, found, width = scopes_of(reading.ags), list[tuple[int, Row, Scope]](), layout.width
    first, region, keys = Row(), -1, reading.keys
    for row in lines:
        if len(row) != width:
            if row:
                text = f"Diese Zeile hat {len(row)} statt {width} Felder."
                reading.complain(above + lines.line_num, None, text)
            continue
        if region < 0:
            first, region = row, _region(row, layout, reading, above + lines.line_num)
        key = row[region]
        keys.add(key)
        scope = scopes.get(key if len(key) != REGIONAL_KEY else short_key(key))
        if scope is not None:
            found.append((above + lines.line_num, row, scope))
    if not first:
        reading.complain(above + lines.line_num, None, "Unter der Kopfzeile steht keine Zeile mit Zahlen.")
    return first or [""] * width, found


def _region(row: Row, layout: Layout, reading: Reading, line: int) -> int:
    """Return the column of the keys of places."""
    for code, attribute_code, _ in layout.variables:
        if _REGION(row[code]):
            return attribute_code
    text = "Diese Tabelle ist nicht nach Gemeinden, Landkreisen oder Ländern gegliedert."
    reading.complain(line, layout.variables[0][0], text)
    return layout.variables[0][1]


def _add_figures(row: Row, line: int, scope: Scope, layout: Layout, reading: Reading) -> None:
    time = reading.time(row[layout.time].strip(), line, layout.time)
    attributes = tuple(_attributes(row, layout))
    for measure in layout.measures(row):
        value, mark = reading.number(
            row[measure.column].strip(), measure.unit, titles(measure.title, attributes), line, measure.column
        )
        if time is not None and (value is not None or mark is not None):
            figure = Figure(scope, time, measure.title, measure.code, measure.unit, attributes, value, mark)
            reading.add(figure, line, measure.column)


def _attributes(row: Row, layout: Layout) -> Iterator[Attribute]:
    for code, attribute_code, label in layout.variables:
        if row[code] and not _REGION(row[code]) and row[attribute_code]:
            found = attribute(row[label], row[attribute_code])
            if found is not None:
                yield found
