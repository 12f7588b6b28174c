"""Questionnaires as colleagues send them back: filled in, rearranged, or broken on purpose."""

import io
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import xlsxwriter

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.form import Form, Line, Row, Sheet, form
from insek_cli.documents.form_columns import ON_PAPER
from insek_cli.files.forms.reading import Returned
from insek_cli.files.forms.sources import read_source
from insek_cli.formats.docx.questionnaire import form_docx
from insek_cli.formats.form_xlsx import form_xlsx

TODAY = date(2026, 11, 22)
WRITERS = {".xlsx": form_xlsx, ".docx": form_docx}
Cells = list[list[str]]


def blank(catalogue: Catalogue, **lines: str) -> Form:
    """Return a form without answers; lines by their label's key."""
    return with_lines(form(catalogue, None, None, TODAY), lines)


def with_lines(content: Form, values: dict[str, str]) -> Form:
    labels = {"name": "Gemeinde", "person": "Ausgefüllt von", "day": "Ausgefüllt am", "catalogue": "Katalog"}
    by_label = {labels[key]: value for key, value in values.items()}
    return replace(content, lines=tuple(_line(line, by_label) for line in content.lines))


def _line(line: Line, values: dict[str, str]) -> Line:
    return replace(line, value=values.get(line.label, line.value))


def filled(content: Form, answers: dict[str, dict[str, str]]) -> Form:
    """Return a form with cells filled in: by number, then by key of the column."""
    known = {row.number for sheet in content.sheets for row in sheet.rows}
    assert not set(answers) - known
    return replace(
        content,
        sheets=tuple(replace(sheet, rows=tuple(_row(row, answers) for row in sheet.rows)) for sheet in content.sheets),
    )


def _row(row: Row, answers: dict[str, dict[str, str]]) -> Row:
    return replace(row, cells={**row.cells, **answers.get(row.number, {})})


def sent(catalogue: Catalogue, data: bytes, name: str, by: str | None = None) -> Returned:
    """Return what a file says that somebody sent back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = read_source(catalogue, path, by, TODAY)
    place = f"{folder}/"
    return replace(
        found,
        unread=tuple(replace(one, place=one.place.replace(place, "")) for one in found.unread),
        hints=tuple(replace(one, place=one.place.replace(place, "")) for one in found.hints),
    )


def returned(catalogue: Catalogue, content: Form, ending: str) -> Returned:
    """Return what a form says that comes back as it is."""
    return sent(catalogue, WRITERS[ending](content), f"form{ending}")


def sheet_cells(sheet: Sheet, *, paper: bool = False) -> Cells:
    """Return a sheet as plain cells, header first."""
    columns = ON_PAPER[sheet.columns] if paper else sheet.columns
    rows = [
        [row.number if column.key == "number" else row.cells.get(column.key, "") for column in columns]
        for row in sheet.rows
    ]
    return [[column.title for column in columns], *rows]


def line_cells(content: Form) -> Cells:
    """Return the lines at the beginning as plain cells."""
    return [[line.label, line.value] for line in content.lines]


def workbook(sheets: dict[str, Cells], comments: dict[str, str] | None = None) -> bytes:
    """Return a workbook of plain cells; a text that begins with = is a formula, comments are on the last sheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text.startswith("="):
                    sheet.write_formula(row, column, text, value="erfüllt")
                else:
                    sheet.write_string(row, column, text)
    for place, text in (comments or {}).items():
        sheet.write_comment(place, text)
    book.close()
    return target.getvalue()


def word(*tables: Cells) -> bytes:
    """Return a Word file of plain tables."""
    document = docx.Document()
    for rows in tables:
        table = document.add_table(rows=0, cols=max(map(len, rows)))
        for cells in rows:
            for cell, text in zip(table.add_row().cells, cells, strict=False):
                cell.text = text
        document.add_paragraph()
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
