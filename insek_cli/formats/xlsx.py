"""Excel workbooks: what all of them share, and the tables of a document as sheets; user text is never a formula."""

import datetime as dt
import io
import textwrap
from collections.abc import Iterable, Mapping
from typing import IO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from insek_cli.documents.blocks import Document, Heading, Table, text_of
from insek_cli.documents.visible import visible
from insek_cli.formats.rows import Cell

WIDTH = 16
A4 = 9
LONGEST_NAME = 31
LONGEST_CELL = 32_000
LONGEST_MARGIN_TEXT = 100
LINE_HEIGHT = 13.5
_EPOCH = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed day, no clock

_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

# Greys only: what is printed in black and white says the same.
FONT = {"font_name": "Calibri", "font_size": 10}
RULED = {**FONT, "valign": "top", "bottom": 1, "bottom_color": "#BFBFBF"}
WORDS = {**RULED, "align": "left", "indent": 1}
WRAPPED = {**WORDS, "text_wrap": True}
HEAD = {**WRAPPED, "bold": True, "bg_color": "#D9D9D9", "bottom_color": "#7F7F7F"}
HEAD_OF_NUMBERS = {**HEAD, "align": "right", "indent": 0}


def document_bytes(document: Document) -> bytes:
    """Return the tables of a document as a workbook, one sheet each, under the heading they stand below."""
    target = io.BytesIO()
    workbook = fresh_workbook(target, {"in_memory": True})
    head, text = workbook.add_format(HEAD), workbook.add_format(WRAPPED)
    heading, used = "Tabelle", set[str]()
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheet = workbook.add_worksheet(sheet_name(heading, used))
            widths = [WIDTH / 2 * column.share for column in block.columns]
            head_row(sheet, [(column.title, head) for column in block.columns], widths)
            for place, cells in enumerate(block.rows, start=1):
                sheet.write_row(place, 0, [safe(text_of(cell)) for cell in cells], text)
            sheet.freeze_panes(1, 1)
            across_the_page(sheet, document.footer)
    workbook.close()
    return target.getvalue()


def fresh_workbook(target: IO[bytes], settings: Mapping[str, bool]) -> xlsxwriter.Workbook:
    """Return an empty workbook; the same input gives the same bytes, whenever it is written."""
    workbook = xlsxwriter.Workbook(target, {**_SETTINGS, **settings})
    workbook.set_properties({"created": _EPOCH, "author": "insek"})
    return workbook


def head_row(sheet: Worksheet, titles: Iterable[tuple[str, Format]], widths: Iterable[float]) -> None:
    """Write the titles into the first row, high enough for the longest, and make the columns so wide."""
    lines = 1
    for place, ((title, look), width) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, look)
        lines = max(lines, len(textwrap.wrap(title, max(1, int(width)))))
    sheet.set_row(0, (lines + 0.4) * LINE_HEIGHT)


def across_the_page(sheet: Worksheet, footer: str, *, pages: int = 1) -> None:
    """Have a sheet print on A4 across, so many pages wide, with its first row, its name and a footer on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.set_header("&L&A&RSeite &P von &N")
    sheet.set_footer(f"&L{margin_text(footer)}")


def margin_text(text: str) -> str:
    """Return a text for the margin of a page, where & begins a command."""
    return " ".join(visible(text).split())[:LONGEST_MARGIN_TEXT].replace("&", "&&")


def sheet_name(title: str, used: set[str]) -> str:
    """Return a name a sheet may have, cut between words, different from those used."""
    plain = " ".join("".join(" " if sign in "[]:*?/\\" else sign for sign in title).split()).strip("' ")
    name = next(name for number in range(1, 1000) if (name := _numbered(plain, number)).casefold() not in used)
    used.add(name.casefold())
    return name


def _numbered(name: str, number: int) -> str:
    mark = "" if number == 1 else f" {number}"
    most = LONGEST_NAME - len(mark)
    if len(name) <= most:
        return name + mark
    cut = name[: most + 1].rpartition(" ")[0] or name[:most]
    return cut.rstrip(" ,;.–-'") + mark


def safe(cell: Cell) -> Cell:
    """Return a cell as a workbook can hold it."""
    return visible(cell)[:LONGEST_CELL] if isinstance(cell, str) else cell
