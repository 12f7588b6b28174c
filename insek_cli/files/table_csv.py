"""Reads the table CSV of GENESIS-Online and Regionaldatenbank: lines of title, a head of several lines, a key a line.

The head says per column the time and what the figures are restricted to; the last line of the title names the measure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from insek_cli.core.statistics import Attribute, Figure
from insek_cli.files.statistics_cells import Reading, attribute, scopes_of, short_key, titles

Row = list[str]
LEADING = 3
"""The key stands in one of the first columns; a time may stand before it."""

_KEY = re.compile(r"(?:DG|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8}|[0-9]{12})\Z", re.ASCII).match
_TIME = re.compile(r"(?:[0-9]{2}\.[0-9]{2}\.)?(?:19|20)[0-9]{2}\Z", re.ASCII).match
_CODE = re.compile(r"(?:GENESIS-)?Tabelle:\s*([0-9A-Z][0-9A-Z-]+)").match
_MEASURE = re.compile(r"(.+?)\s*\(([^()]+)\)\Z").match
_RETRIEVED = re.compile(r"Stand:?\s*(.+)").match
_UNITS = {"Anzahl", "%", "Prozent", "EUR", "Tsd. EUR", "ha", "qkm", "km²"}


@dataclass(frozen=True, slots=True)
class PageTable:
    """What a table CSV says of itself, and its figures."""

    code: str | None
    title: str
    figures: tuple[Figure, ...]
    retrieved: str | None
    licence: str | None


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the figures: the column of keys, and what every column means."""

    key: int
    time: tuple[str | None, ...]
    attributes: tuple[tuple[Attribute, ...], ...]
    unit: tuple[str | None, ...]


_NO_HEAD = (
    "Über dieser Zeile fehlt die Kopfzeile, die sagt, was die Zahlen sind. Sie muss in den ersten 30 Zeilen stehen. "
    "Bitte die Datei unverändert neu laden."
)


def first_key_line(rows: Sequence[Row]) -> int | None:
    """Return the place of the first row with a key in front of figures, None if this is no such table."""
    return next((place for place, row in enumerate(rows) if _key_column(row) is not None), None)


def _key_column(row: Row) -> int | None:
    for column, cell in enumerate(row[:LEADING]):
        # A year before the key has no name behind it but a key.
        if _KEY(cell.strip()) and len(row) > column + 2 and not _KEY(row[column + 1].strip()):
            return column
    return None


def read_page(rows: Sequence[Row], reading: Reading) -> PageTable:
    """Return the rows of a municipality, its Landkreis and Land; raises UnusableInputError with every fault."""
    start = first_key_line(rows)
    if start is None:
        raise ValueError(rows[:1])
    key = _key_column(rows[start]) or 0
    width = len(rows[start])
    head_rows = _head_rows(rows[:start], key)
    if not head_rows:
        reading.complain(start + 1, None, _NO_HEAD)
        reading.done()
    titles = [row[0].strip() for row in rows[: start - len(head_rows)] if row and row[0].strip()]
    measure, unit = _measure(titles)
    head = _head(head_rows, key, width)
    scopes = scopes_of(reading.ags)
    for place, row in enumerate(rows[start:], start):
        found = row[key].strip() if len(row) > key else ""
        if not _KEY(found):
            continue
        reading.keys.add(found)
        scope = scopes.get(short_key(found))
        if scope is not None and len(row) != width:
            reading.complain(place + 1, None, f"Diese Zeile hat {len(row)} statt {width} Felder.")
        elif scope is not None:
            for column in range(key + 2, width):
                _add_figure(row, place + 1, column, head, Figure(scope, "", measure, unit=unit), reading)
    figures = reading.done()
    return PageTable(_code(titles), _title(titles), figures, *_foot(rows[start:]))


def _head_rows(above: Sequence[Row], key: int) -> list[Row]:
    """Return the rows directly above the figures: nothing up to the name, something behind it."""
    found: list[Row] = []
    for row in reversed(above):
        if any(cell.strip() for cell in row[key : key + 2]) or not any(cell.strip() for cell in row[key + 2 :]):
            break
        found.insert(0, row)
    return found


def _head(rows: Sequence[Row], key: int, width: int) -> _Head:
    columns = [[row[place].strip() for row in rows if place < len(row)] for place in range(width)]
    return _Head(
        key,
        tuple(next((cell for cell in cells if _TIME(cell)), None) for cells in columns),
        tuple(tuple(_restrictions(cells)) for cells in columns),
        tuple(next((cell for cell in cells if cell in _UNITS), None) for cells in columns),
    )


def _restrictions(cells: Sequence[str]) -> Iterator[Attribute]:
    for cell in cells:
        found = None if _TIME(cell) or cell in _UNITS else attribute(cell, "")
        if found is not None:
            yield found


def _add_figure(row: Row, line: int, column: int, head: _Head, empty: Figure, reading: Reading) -> None:  # noqa: PLR0913, PLR0917 - a cell and all that is known of it
    written = head.time[column] or next((cell.strip() for cell in row[: head.key] if _TIME(cell.strip())), "")
    time = reading.time(written, line, column)
    unit = head.unit[column] or empty.unit
    value, mark = reading.number(row[column].strip(), unit, titles(empty.title, head.attributes[column]), line, column)
    if time is not None and (value is not None or mark is not None):
        figure = Figure(empty.scope, time, empty.title, None, unit, head.attributes[column], value, mark)
        reading.add(figure, line, column)


def _measure(titles: Sequence[str]) -> tuple[str, str | None]:
    """Return measure and unit: the last line of the title that has a unit in brackets, else the title."""
    for title in reversed(titles):
        found = _MEASURE(title)
        if found:
            return found[1], found[2]
    return _title(titles), None


def _title(titles: Sequence[str]) -> str:
    return next((title for title in titles if not _CODE(title)), "Tabelle ohne Titel")


def _code(titles: Sequence[str]) -> str | None:
    return next((found[1] for title in titles if (found := _CODE(title))), None)


def _foot(rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """Return when the table was retrieved and whose it is, from the lines below the figures."""
    lines = [row[0].strip() for row in rows if row and not _KEY(row[0].strip())]
    retrieved = next((found[1].strip() for line in lines if (found := _RETRIEVED(line))), None)
    return retrieved, next((line for line in lines if line.startswith(("©", "(C)opyright"))), None)
