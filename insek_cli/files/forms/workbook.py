"""Sheets of a workbook (.xlsx, .xlsm, .ods) as tables; formulas count with the value they had when saved."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from insek_cli.documents.form_columns import LISTS_SHEET
from insek_cli.errors import Problem, unusable
from insek_cli.files.forms.cell_comments import ods_comments, xlsx_comments
from insek_cli.files.forms.packages import package_parts
from insek_cli.files.forms.tables import Cell, RawForm, RawTable
from insek_cli.files.workbooks import column_letters

MOST_ROWS, MOST_COLUMNS = 5_000, 100
LETTERS = 26
_SHEETS, _CONTENT = "xl/worksheets/", "content.xml"
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3})([0-9]{1,7})\"[^>]*?(?<!/)>")
_FORMULA = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3}[0-9]{1,7})\"[^>]*?>\s*<(?:\w+:)?f\b")
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGE = "Dieses Blatt ist viel größer als ein Fragebogen und wurde nicht gelesen."

Raw = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read_workbook(path: Path, name: str) -> RawForm:
    """Return the sheets of a workbook; raises UnusableInputError."""
    parts = package_parts(
        path, name, (_SHEETS, _CONTENT, "xl/workbook.xml", "xl/_rels/workbook.xml", "xl/vbaProject", "xl/comments")
    )
    titles = _sheet_titles(parts)
    try:
        giants = {*_giant_parts(parts, titles), *_giant_tables(parts.get(_CONTENT))}
        with CalamineWorkbook.from_path(path) as workbook:
            names = [sheet for sheet in workbook.sheet_names if sheet != LISTS_SHEET and sheet not in giants]
            sheets = [workbook.get_sheet_by_name(sheet) for sheet in names]
            tables = tuple(_table(sheet) for sheet in sheets)
            merged = [problem for sheet in sheets for problem in _merged(sheet)]
            comments = (*xlsx_comments(parts, titles), *ods_comments(parts.get(_CONTENT)))
    except (CalamineError, ET.ParseError, ValueError, OSError) as error:
        raise unusable(name, "Das ist keine Arbeitsmappe, die sich lesen lässt. Bitte als .xlsx speichern.") from error
    large = [Problem(f"Blatt „{giant}“", _LARGE) for giant in sorted(giants)]
    return RawForm(tables, (*large, *_formulas(parts, titles), *merged, *_macros(parts)), comments)


def _giant_parts(parts: dict[str, bytes], titles: dict[str, str]) -> Iterator[str]:
    """Yield the sheets with cells so far out that reading them would fill the memory."""
    for part, data in parts.items():
        if part.startswith(_SHEETS) and any(
            int(row) > MOST_ROWS or _column(letters) > MOST_COLUMNS for letters, row in _CELL.findall(data)
        ):
            yield titles.get(part, part)


def _giant_tables(content: bytes | None) -> Iterator[str]:
    """Yield the same of an .ods, where cells and rows say how often they are repeated."""
    if content is None or b"<!DOCTYPE" in content:
        return
    for table in ET.fromstring(content).iter(f"{_ODS}table"):  # noqa: S314 - no document type, no entities
        rows = filled = widest = 0
        for row in table.iter(f"{_ODS}table-row"):
            rows += _repeated(row, "rows")
            if width := _filled_width(row):
                filled, widest = rows, max(widest, width)
        if filled > MOST_ROWS or widest > MOST_COLUMNS:
            yield table.get(f"{_ODS}name", "")


def _filled_width(row: ET.Element) -> int:
    """Return how many columns a row has up to the last cell with something in it."""
    width = filled = 0
    for cell in row:
        width += _repeated(cell, "columns")
        if len(cell):
            filled = width
    return filled


def _repeated(element: ET.Element, what: str) -> int:
    return int(element.get(f"{_ODS}number-{what}-repeated", "1"))


def _column(letters: bytes) -> int:
    """Return the number of a column from 1."""
    number = 0
    for letter in letters:
        number = number * LETTERS + letter - ord("A") + 1
    return number


def _table(sheet: CalamineSheet) -> RawTable:
    rows: list[list[Raw]] = sheet.to_python(skip_empty_area=False) if sheet.start is not None else []
    return RawTable(
        sheet.name,
        tuple(
            tuple(
                Cell(_text(value), f"Blatt „{sheet.name}“, Zelle {column_letters(place)}{row}")
                for place, value in enumerate(cells)
            )
            for row, cells in enumerate(rows, start=1)
        ),
    )


def _text(value: Raw) -> str:
    """Return a value as people see it in the cell."""
    match value:
        case bool():
            return "ja" if value else "nein"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
        case dt.datetime() | dt.date():
            return f"{value.day:02}.{value.month:02}.{value.year}"
        case _:
            return str(value).replace("\r\n", "\n").strip()


def _merged(sheet: CalamineSheet) -> Iterator[Problem]:
    for (row, column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        if last_row > row:
            where = f"{column_letters(column)}{row + 1}:{column_letters(last_column)}{last_row + 1}"
            text = "Diese Zellen sind verbunden; ihr Inhalt gilt nur für die oberste Zeile. Bitte jede Zeile ausfüllen."
            yield Problem(f"Blatt „{sheet.name}“, Zellen {where}", text)


def _formulas(parts: dict[str, bytes], titles: dict[str, str]) -> Iterator[Problem]:
    for part, data in parts.items():
        if cells := [cell.decode() for cell in _FORMULA.findall(data)]:
            where = f"Blatt „{titles.get(part, part)}“, Zelle {', '.join(cells)}"
            yield Problem(where, "Hier steht eine Formel. Übernommen wird der Wert, den sie beim Speichern hatte.")
    if b"table:formula=" in parts.get(_CONTENT, b""):
        yield Problem("", "In dieser Datei stehen Formeln. Übernommen werden die Werte, die sie beim Speichern hatten.")


def _sheet_titles(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the titles of the sheets by the names of their parts; nothing where the package does not say it."""
    try:
        book = ET.fromstring(parts.get("xl/workbook.xml", b"<a/>"))  # noqa: S314 - calamine read the same part before
        relations = ET.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<a/>"))  # noqa: S314 - as above
    except ET.ParseError:
        return {}
    targets = {found.get("Id"): found.get("Target", "").removeprefix("/xl/") for found in relations}
    sheets = [found for found in book.iter() if found.tag.endswith("}sheet")]
    return {f"xl/{targets.get(found.get(_RELATION), '')}": found.get("name", "") for found in sheets}


def _macros(parts: dict[str, bytes]) -> Iterator[Problem]:
    if any(part.startswith("xl/vbaProject") for part in parts):
        yield Problem("", "Diese Datei enthält Makros. Sie werden nicht ausgeführt; gelesen werden nur die Zellen.")
