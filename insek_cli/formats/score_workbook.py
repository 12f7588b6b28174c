"""Assessments as an Excel workbook: an overview, an explanation, a sheet per section, a long sheet for pivot tables.

Municipalities stand in the order of their names; nothing is sorted by points and nothing coloured: no ranking.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import IO

import xlsxwriter
from xlsxwriter.format import Format

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion
from insek_cli.core.scale import UNITS, Outcome
from insek_cli.documents import wording as w
from insek_cli.formats.rows import Cell, Column, Kind, columns, row
from insek_cli.formats.score_guide import GUIDE, GUIDE_WIDTHS, LONG, OVERVIEW, guide_rows
from insek_cli.formats.xlsx import (
    HEAD,
    HEAD_OF_NUMBERS,
    RULED,
    WORDS,
    WRAPPED,
    across_the_page,
    fresh_workbook,
    head_row,
    safe,
    sheet_name,
)

MOST_ROWS = 1_048_576
OVERVIEW_PAGES = 3
FILTER_ARROW = 3
_IDENTITY = (Column("Gemeinde", Kind.TEXT), Column("AGS", Kind.TEXT))
_LONG = (
    *_IDENTITY,
    Column("Landkreis", Kind.TEXT),
    Column("Einwohner", Kind.WHOLE),
    Column("Abschnitt", Kind.TEXT),
    Column("Kriterium", Kind.TEXT),
    Column("Kennung", Kind.TEXT),
    Column("Pflichtgrad", Kind.TEXT),
    Column("Gewicht", Kind.WHOLE),
    Column("Stand", Kind.TEXT),
    Column("Zählt mit", Kind.TEXT),
    Column("Lücke", Kind.WHOLE),
    Column("Punkte gesichert", Kind.HALF),
    Column("Punkte möglich", Kind.HALF),
    Column("Punkte höchstens", Kind.HALF),
)
_WIDTH = {Kind.TEXT: 21, Kind.WHOLE: 9, Kind.HALF: 9, Kind.SHARE: 9, Kind.DAY: 11}
_WIDER = {"Gemeinde": 24, "AGS": 10, "Datei": 30, "Abschnitt": 32, "Kriterium": 46, "Kennung": 26, "Zählt mit": 9}
_NUMBER = {Kind.WHOLE: "#,##0", Kind.HALF: "#,##0.0", Kind.SHARE: "0 %", Kind.DAY: "dd.mm.yyyy"}
PERCENT = 100


class Look(Enum):
    """How a status looks, in print as on the screen."""

    PLAIN = auto()
    MISSING = auto()
    UNCLEAR = auto()
    OUT = auto()


_LOOKS: dict[Look, dict[str, object]] = {
    Look.PLAIN: {},
    Look.MISSING: {"bold": True, "bg_color": "#E7E6E6"},
    Look.UNCLEAR: {"italic": True},
    Look.OUT: {"font_color": "#6B6B6B"},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A criterion for one municipality: its status in words and how it looks, whether it counts, points in units."""

    status: str
    look: Look
    counts: bool
    gap: bool
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class MunicipalityRows:
    """What the sheets say about one municipality: overview, identity, its criteria."""

    overview: list[Cell]
    identity: tuple[str, str | None, str | None, int | None]
    marks: tuple[Mark, ...]


def municipality_rows(assessment: Assessment, source: str) -> MunicipalityRows:
    """Return what the sheets say about one municipality."""
    place = assessment.answers.municipality
    return MunicipalityRows(
        row(assessment, source),
        (place.name, place.ags, place.landkreis, place.inhabitants),
        tuple(map(_mark, assessment.outcomes)),
    )


def _mark(outcome: Outcome) -> Mark:
    status = w.status_word(outcome.status) if outcome.applicable or outcome.waived else "entfällt"
    return Mark(status, _look(outcome), outcome.applicable, outcome.gap, outcome.low, outcome.high)


def _look(outcome: Outcome) -> Look:
    if not outcome.applicable:
        return Look.OUT
    if outcome.unclear:
        return Look.UNCLEAR
    return Look.MISSING if outcome.gap and not outcome.low else Look.PLAIN


def write_workbook(target: IO[bytes], catalogue: Catalogue, today: date, found: Iterable[MunicipalityRows]) -> None:
    """Write the workbook to an open file."""
    rows = _by_name(found)
    book = _Book(fresh_workbook(target, {"constant_memory": True, "in_memory": False}), catalogue, today)
    book.overview(rows)
    book.guide()
    parts = _parts(catalogue)
    for part in parts:
        book.section(part, rows)
    book.long(parts, rows)
    book.close()


def _by_name(found: Iterable[MunicipalityRows]) -> list[MunicipalityRows]:
    """Return the rows in the order of the names; there are few different marks, so each is held once."""
    known: dict[Mark, Mark] = {}
    slim = (replace(rows, marks=tuple(known.setdefault(mark, mark) for mark in rows.marks)) for rows in found)
    return sorted(slim, key=lambda rows: (_sorted_as(rows.identity[0]), rows.identity[1] or ""))


def _sorted_as(name: str) -> str:
    """Return a name as it is sorted in German: accents count for nothing."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class _Part:
    """A section with its criteria and their places among all."""

    title: str
    criteria: tuple[Criterion, ...]
    first: int
    last: int


def _parts(catalogue: Catalogue) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    for section in catalogue.head.sections:
        criteria = catalogue.entries.criteria[section.id]
        first = parts[-1].last if parts else 0
        parts.append(_Part(section.title, criteria, first, first + len(criteria)))
    return tuple(parts)


class _Book:
    """The workbook while it is written, row by row, one sheet after the other."""

    def __init__(self, workbook: xlsxwriter.Workbook, catalogue: Catalogue, today: date) -> None:
        self._workbook = workbook
        self._catalogue = catalogue
        self._footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(today)} · Katalog {catalogue.reference}"
        self._names: set[str] = set()
        words, numbers = workbook.add_format(HEAD), workbook.add_format(HEAD_OF_NUMBERS)
        self._heads = {kind: numbers if kind in _NUMBER else words for kind in Kind}
        self._kinds = {kind: workbook.add_format({**RULED, "num_format": form}) for kind, form in _NUMBER.items()}
        self._kinds[Kind.TEXT] = workbook.add_format(WORDS)
        self._looks = {look: workbook.add_format({**WORDS, **extra}) for look, extra in _LOOKS.items()}

    def overview(self, rows: Sequence[MunicipalityRows]) -> None:
        """Write the sheet with one row a municipality."""
        titles = columns(self._catalogue)
        sheet = self._sheet(OVERVIEW, titles, pages=OVERVIEW_PAGES)
        for one in rows:
            sheet.add(
                (cell, column.kind, self._kinds[column.kind]) for cell, column in zip(one.overview, titles, strict=True)
            )
        sheet.close()

    def guide(self) -> None:
        """Write the sheet that explains sheets, columns and words."""
        sheet = self._workbook.add_worksheet(sheet_name(GUIDE, self._names))
        wrapped = self._workbook.add_format(WRAPPED)
        head = self._heads[Kind.TEXT]
        head_row(sheet, (("Begriff", head), ("Bedeutung", head)), GUIDE_WIDTHS)
        for place, (term, meaning) in enumerate(guide_rows(self._catalogue), start=1):
            sheet.write_string(place, 0, term, wrapped)
            sheet.write_string(place, 1, meaning, wrapped)
        across_the_page(sheet, self._footer)
        sheet.fit_to_pages(1, 1)

    def section(self, part: _Part, rows: Sequence[MunicipalityRows]) -> None:
        """Write the sheet of a section: a row a municipality, a column a criterion."""
        titles = (*_IDENTITY, *(Column(criterion.title, Kind.TEXT) for criterion in part.criteria))
        sheet = self._sheet(part.title, titles)
        for one in rows:
            sheet.add(
                (
                    *((cell, Kind.TEXT, self._kinds[Kind.TEXT]) for cell in one.identity[:2]),
                    *((mark.status, Kind.TEXT, self._looks[mark.look]) for mark in one.marks[part.first : part.last]),
                )
            )
        sheet.close()

    def long(self, parts: Sequence[_Part], rows: Sequence[MunicipalityRows]) -> None:
        """Write one row a municipality and criterion, on a further sheet where one is full."""
        sheet = self._sheet(LONG, _LONG)
        for one in rows:
            if sheet.row + len(one.marks) > MOST_ROWS:
                sheet.close()
                sheet = self._sheet(LONG, _LONG)
            for cells in _long_rows(self._catalogue, parts, one):
                sheet.add(
                    (cell, column.kind, self._kinds[column.kind]) for cell, column in zip(cells, _LONG, strict=True)
                )
        sheet.close()

    def close(self) -> None:
        """End the workbook."""
        self._workbook.close()

    def _sheet(self, name: str, titles: Sequence[Column], *, pages: int = 1) -> "_Sheet":
        sheet = self._workbook.add_worksheet(sheet_name(name, self._names))
        head_row(sheet, [(column.title, self._heads[column.kind]) for column in titles], map(_width, titles))
        sheet.freeze_panes(1, len(_IDENTITY))
        sheet.repeat_columns(0)
        across_the_page(sheet, self._footer, pages=pages)
        return _Sheet(sheet, len(titles))


def _width(column: Column) -> float:
    """Return a width in which no word of the title is broken and the arrow of the filter has room."""
    longest = max(map(len, column.title.split())) + FILTER_ARROW
    return max(_WIDER.get(column.title, _WIDTH[column.kind]), longest)


def _long_rows(catalogue: Catalogue, parts: Sequence[_Part], rows: MunicipalityRows) -> Iterator[list[Cell]]:
    for part in parts:
        for criterion, mark in zip(part.criteria, rows.marks[part.first : part.last], strict=True):
            most = catalogue.scale.full if mark.counts else 0
            points = [criterion.weight * units / UNITS for units in (mark.low, mark.high, most)]
            yield [
                *rows.identity,
                part.title,
                criterion.title,
                criterion.id,
                w.OBLIGATION[criterion.obligation],
                criterion.weight,
                mark.status,
                "ja" if mark.counts else "nein",
                int(mark.gap),
                *points,
            ]


class _Sheet:
    """A sheet being written below its header, row after row."""

    def __init__(self, sheet: xlsxwriter.worksheet.Worksheet, wide: int) -> None:
        self.row = 1
        self._sheet = sheet
        self._wide = wide

    def add(self, cells: Iterable[tuple[Cell, Kind, Format]]) -> None:
        """Write the next row; text is always text."""
        for place, (cell, kind, look) in enumerate(cells):
            if isinstance(cell, str):
                self._sheet.write_string(self.row, place, str(safe(cell)), look)
            elif isinstance(cell, int | float):
                self._sheet.write_number(self.row, place, cell / PERCENT if kind is Kind.SHARE else cell, look)
            else:
                self._sheet.write(self.row, place, cell, look)
        self.row += 1

    def close(self) -> None:
        """Put the filter over all that was written; a key of digits is meant to be text."""
        self._sheet.autofilter(0, 0, self.row - 1, self._wide - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:D{self.row}"})
