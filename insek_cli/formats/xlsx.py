"""Assessments as an Excel workbook: one row a municipality, filters, header fixed; user text is never a formula."""

import datetime as dt
import io
from collections.abc import Iterable

import xlsxwriter

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Document, Heading, Table, text_of
from insek_cli.documents.visible import visible
from insek_cli.formats.rows import Cell, header, row

WIDTH = 16
A4 = 9
LONGEST_NAME = 28
LONGEST_CELL = 32_000
_EPOCH = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed day, no clock

_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx_bytes(catalogue: Catalogue, found: Iterable[tuple[Assessment, str]]) -> bytes:
    """Return the workbook."""
    target = io.BytesIO()
    workbook = _workbook(target)
    sheet = workbook.add_worksheet("Gemeinden")
    titles = header(catalogue)
    sheet.write_row(0, 0, titles, workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}))
    last = 0
    for last, (assessment, source) in enumerate(found, start=1):
        sheet.write_row(last, 0, [_safe(cell) for cell in row(assessment, source)])
    sheet.autofilter(0, 0, last, len(titles) - 1)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, len(titles) - 1, WIDTH)
    workbook.close()
    return target.getvalue()


def document_bytes(document: Document) -> bytes:
    """Return the tables of a document as a workbook, one sheet each, under the heading they stand below."""
    target = io.BytesIO()
    workbook = _workbook(target)
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = workbook.add_format({"text_wrap": True, "valign": "top"})
    heading, used = "Tabelle", set[str]()
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheet = workbook.add_worksheet(_sheet_name(heading, used))
            sheet.write_row(0, 0, [column.title for column in block.columns], bold)
            for place, cells in enumerate(block.rows, start=1):
                sheet.write_row(place, 0, [_safe(text_of(cell)) for cell in cells], text)
            for place, column in enumerate(block.columns):
                sheet.set_column(place, place, WIDTH / 2 * column.share)
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.set_paper(A4)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def _workbook(target: io.BytesIO) -> xlsxwriter.Workbook:
    """Return an empty workbook; the same input gives the same bytes, whenever it is written."""
    workbook = xlsxwriter.Workbook(target, _SETTINGS)
    workbook.set_properties({"created": _EPOCH, "author": "insek"})
    return workbook


def _sheet_name(title: str, used: set[str]) -> str:
    """Return a name a sheet may have, different from those used."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:LONGEST_NAME].strip()
    name = next(
        name for number in range(1, 1000) if (name := plain if number == 1 else f"{plain} {number}") not in used
    )
    used.add(name)
    return name


def _safe(cell: Cell) -> Cell:
    """Return a cell as a workbook can hold it."""
    return visible(cell)[:LONGEST_CELL] if isinstance(cell, str) else cell
