"""Assessments as CSV for German spreadsheets: UTF-8 with BOM, semicolon, decimal comma, no formula from user text."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.visible import visible
from insek_cli.formats.rows import Cell, Kind, columns, row

BOM = "\ufeff"


def csv_header(catalogue: Catalogue) -> str:
    """Return the first line, with the mark by which spreadsheets know UTF-8."""
    return BOM + _line(titles(catalogue))


def titles(catalogue: Catalogue) -> list[str]:
    """Return the titles of the columns, shares with their unit."""
    return [f"{column.title} (%)" if column.kind is Kind.SHARE else column.title for column in columns(catalogue)]


def csv_row(assessment: Assessment, source: str) -> str:
    """Return the line of one municipality."""
    return _line(_written(cell) for cell in row(assessment, source))


def _line(cells: Iterable[str]) -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerow(cells)
    return target.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(visible(cell))
        case date():
            return cell.isoformat()
        case int() | float():
            return str(cell).replace(".", ",")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe before =, +, -, @ and controls."""
    return f"'{text}" if text[:1] in _FORMULA else text


_FORMULA = tuple("=+-@\t\r\n")
