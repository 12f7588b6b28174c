"""Assessments as CSV for German spreadsheets: UTF-8 with BOM, semicolon, decimal comma, no formula from user text."""

import csv
import io
from collections.abc import Iterable

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.visible import visible
from insek_cli.formats.rows import Cell, header, row

BOM = "\ufeff"


def csv_text(catalogue: Catalogue, found: Iterable[tuple[Assessment, str]]) -> str:
    """Return one line a municipality under a header."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(header(catalogue))
    for assessment, source in found:
        writer.writerow([_written(cell) for cell in row(assessment, source)])
    return BOM + target.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return harmless(visible(cell)) if isinstance(cell, str) else str(cell).replace(".", ",")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe before =, +, -, @ and controls."""
    return f"'{text}" if text[:1] in _FORMULA else text


_FORMULA = tuple("=+-@\t\r\n")
