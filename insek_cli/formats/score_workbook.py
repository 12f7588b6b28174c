"""Assessments as an Excel workbook: an overview, a sheet per section, a long sheet for pivot tables, an explanation.

Rows are written as they come, so that memory stays flat. Nothing is sorted by points, nothing is coloured: no ranking.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

import xlsxwriter

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion
from insek_cli.core.scale import UNITS, Outcome
from insek_cli.documents import wording as w
from insek_cli.formats.rows import Cell, header, row
from insek_cli.formats.xlsx import fresh_workbook, safe, sheet_name

MOST_ROWS = 1_048_576
HEADER_HEIGHT = 62
STATUS_WIDTH = 22
A3 = 8
EXPLANATION_WIDTH = 100
LONG = "Lang"
IDENTITY = ("Gemeinde", "AGS")
_WIDTHS = {
    "Datei": 30,
    "Gemeinde": 26,
    "AGS": 11,
    "Abschnitt": 32,
    "Kriterium": 46,
    "Kennung": 26,
    "Gewicht": 9,
    "Zählt mit": 10,
    "Lücke": 8,
    "Stand": 24,
}
_LONG_TITLES = (
    *IDENTITY,
    "Landkreis",
    "Einwohner",
    "Abschnitt",
    "Kriterium",
    "Kennung",
    "Pflichtgrad",
    "Gewicht",
    "Stand",
    "Zählt mit",
    "Lücke",
    "Punkte gesichert",
    "Punkte möglich",
    "Punkte höchstens",
)
_EXPLAINED = (
    "Selbsteinschätzung, keine Prüfung. Die Reihenfolge ist die der Dateien; eine Rangfolge gibt es nicht.",
    "Gesichert: erfüllt zählt ganz, teilweise erfüllt halb, mal Gewicht. Möglich: dazu alles, was noch offen ist.",
    "„Gemeinden“ hat eine Zeile je Gemeinde, jeder Abschnitt ein eigenes Blatt mit dem Stand jedes Kriteriums.",
    "„Lang“ hat eine Zeile je Gemeinde und Kriterium, für Pivot-Tabellen: Lücke ist 1 oder 0, Punkte sind gewichtet.",
    "Gewichte, Schwellen und Tage sind Annahmen.",
)


@dataclass(frozen=True, slots=True)
class MunicipalityRows:
    """What the sheets say about one municipality: overview, identity, shares per section, outcomes."""

    overview: list[Cell]
    identity: tuple[Cell, Cell, Cell, Cell]
    marks: tuple["Mark", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A criterion for one municipality: its status in words, whether it counts and is a gap, points in units."""

    status: str
    counts: bool
    gap: bool
    low: int
    high: int


def municipality_rows(assessment: Assessment, source: str) -> MunicipalityRows:
    """Return what the sheets say about one municipality."""
    place = assessment.answers.municipality
    return MunicipalityRows(
        row(assessment, source),
        (place.name, place.ags, place.landkreis, place.inhabitants),
        tuple(_mark(outcome) for outcome in assessment.outcomes),
    )


def _mark(outcome: Outcome) -> Mark:
    status = w.status_word(outcome.status) if outcome.applicable or outcome.waived else "entfällt"
    return Mark(status, outcome.applicable, outcome.gap, outcome.low, outcome.high)


def write_workbook(target: IO[bytes], catalogue: Catalogue, found: Iterable[MunicipalityRows]) -> None:
    """Write the workbook to an open file."""
    workbook = fresh_workbook(target, {"constant_memory": True, "in_memory": False})
    used: set[str] = set()
    parts = _parts(catalogue)
    overview = _Sheet(workbook, sheet_name("Gemeinden", used), header(catalogue), pages=3)
    sections = [_Sheet(workbook, sheet_name(part.title, used), _section_titles(part)) for part in parts]
    long = [_Sheet(workbook, sheet_name(LONG, used), _LONG_TITLES)]
    for rows in found:
        overview.add(rows.overview)
        for sheet, part in zip(sections, parts, strict=True):
            sheet.add([*rows.identity[:2], *(mark.status for mark in rows.marks[part.first : part.last])])
        if long[-1].row + len(rows.marks) > MOST_ROWS:
            long.append(_Sheet(workbook, sheet_name(LONG, used), _LONG_TITLES))
        for cells in _long_rows(catalogue, parts, rows):
            long[-1].add(cells)
    for sheet in (overview, *sections, *long):
        sheet.close()
    _explain(workbook)
    workbook.close()


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


def _section_titles(part: _Part) -> list[str]:
    return [*IDENTITY, *(criterion.title for criterion in part.criteria)]


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
    """A sheet being written: a header that stays, then row after row."""

    def __init__(self, workbook: xlsxwriter.Workbook, name: str, titles: Sequence[str], *, pages: int = 1) -> None:
        self.row = 1
        self._last = len(titles) - 1
        self._sheet = workbook.add_worksheet(name)
        for place, title in enumerate(titles):
            self._sheet.set_column(place, place, _WIDTHS.get(title, STATUS_WIDTH))
        self._sheet.set_row(0, HEADER_HEIGHT)
        self._sheet.write_row(0, 0, titles, workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}))
        self._sheet.freeze_panes(1, len(IDENTITY))
        self._sheet.set_landscape()
        self._sheet.set_paper(A3)
        self._sheet.fit_to_pages(pages, 0)
        self._sheet.repeat_rows(0)

    def add(self, cells: Sequence[Cell]) -> None:
        """Write the next row."""
        self._sheet.write_row(self.row, 0, [safe(cell) for cell in cells])
        self.row += 1

    def close(self) -> None:
        """Put the filter over all that was written."""
        self._sheet.autofilter(0, 0, self.row - 1, self._last)


def _explain(workbook: xlsxwriter.Workbook) -> None:
    sheet = workbook.add_worksheet("Erläuterung")
    sheet.set_column(0, 0, EXPLANATION_WIDTH)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for place, sentence in enumerate(_EXPLAINED):
        sheet.write_string(place, 0, sentence, wrapped)
