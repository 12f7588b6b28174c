"""Excel workbooks: what all of them share, and the tables of a document as sheets; user text is never a formula."""

import datetime as dt
import io
from collections.abc import Mapping
from typing import IO

import xlsxwriter

from insek_cli.documents.blocks import Document, Heading, Table, text_of
from insek_cli.documents.visible import visible
from insek_cli.formats.rows import Cell

WIDTH = 16
A4 = 9
LONGEST_NAME = 28
LONGEST_CELL = 32_000
_EPOCH = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed day, no clock

_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def document_bytes(document: Document) -> bytes:
    """Return the tables of a document as a workbook, one sheet each, under the heading they stand below."""
    target = io.BytesIO()
    workbook = fresh_workbook(target, {"in_memory": True})
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = workbook.add_format({"text_wrap": True, "valign": "top"})
    heading, used = "Tabelle", set[str]()
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheet = workbook.add_worksheet(sheet_name(heading, used))
            sheet.write_row(0, 0, [column.title for column in block.columns], bold)
            for place, cells in enumerate(block.rows, start=1):
                sheet.write_row(place, 0, [safe(text_of(cell)) for cell in cells], text)
            for place, column in enumerate(block.columns):
                sheet.set_column(place, place, WIDTH / 2 * column.share)
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.set_paper(A4)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def fresh_workbook(target: IO[bytes], settings: Mapping[str, bool]) -> xlsxwriter.Workbook:
    """Return an empty workbook; the same input gives the same bytes, whenever it is written."""
    workbook = xlsxwriter.Workbook(target, {**_SETTINGS, **settings})
    workbook.set_properties({"created": _EPOCH, "author": "insek"})
    return workbook


def sheet_name(title: str, used: set[str]) -> str:
    """Return a name a sheet may have, different from those used."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:LONGEST_NAME].strip()
    name = next(
        name for number in range(1, 1000) if (name := plain if number == 1 else f"{plain} {number}") not in used
    )
    used.add(name)
    return name


def safe(cell: Cell) -> Cell:
    """Return a cell as a workbook can hold it."""
    return visible(cell)[:LONGEST_CELL] if isinstance(cell, str) else cell
