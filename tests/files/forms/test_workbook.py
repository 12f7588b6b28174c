"""Sheets of workbooks: values as people see them, places, formulas, merged cells, giants."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from insek_cli.errors import UnusableInputError
from insek_cli.files.forms.workbook import read_workbook


def written(tmp_path: Path, write, name: str = "f.xlsx") -> Path:
    path = tmp_path / name
    book = xlsxwriter.Workbook(path)
    write(book, book.add_worksheet("Blatt"))
    book.close()
    return path


def changed(path: Path, part: str, change) -> Path:
    """Replace the content of a part of a package."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    path.write_bytes(target.getvalue())
    return path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Text \n", "Text"),
        ("a\r\nb", "a\nb"),
        (5, "5"),
        (2.5, "2,5"),
        (0.1 + 0.2, "0,3"),
        (True, "ja"),
        (False, "nein"),
        (dt.date(2026, 3, 12), "12.03.2026"),
    ],
)
def test_values_read_as_people_see_them(tmp_path: Path, value, text):
    def write(book, sheet):
        look = book.add_format({"num_format": "dd.mm.yyyy"}) if isinstance(value, dt.date) else None
        sheet.write(1, 27, value, look)

    cell = read_workbook(written(tmp_path, write), "f").tables[0].rows[1][27]
    assert (cell.text, cell.place) == (text, "Blatt „Blatt“, Zelle AB2")


def test_empty_sheet_has_no_rows(tmp_path: Path):
    assert read_workbook(written(tmp_path, lambda *_: None), "f").tables[0].rows == ()


def test_list_of_words_is_no_sheet_of_answers(tmp_path: Path):
    path = written(tmp_path, lambda book, _: book.add_worksheet("Listen").write(0, 0, "ja"))
    assert [table.name for table in read_workbook(path, "f").tables] == ["Blatt"]


def test_formulas_are_told_with_their_cells(tmp_path: Path):
    def write(book, sheet):
        sheet.write_formula("C3", "=1+1", value=2)
        sheet.write_formula("D4", '="a"', value="a")

    raw = read_workbook(written(tmp_path, write), "f")
    assert raw.tables[0].rows[2][2].text == "2"
    assert [hint.place for hint in raw.hints] == ["Blatt „Blatt“, Zelle C3, D4"]


def test_merged_rows_are_told_merged_columns_are_fine(tmp_path: Path):
    def write(book, sheet):
        sheet.merge_range("B2:B4", "ja")
        sheet.merge_range("C2:D2", "x")

    raw = read_workbook(written(tmp_path, write), "f")
    assert [hint.place for hint in raw.hints] == ["Blatt „Blatt“, Zellen B2:B4"]


def test_macros_are_told_and_not_run(tmp_path: Path):
    path = written(tmp_path, lambda _, sheet: sheet.write(0, 0, "x"), "f.xlsm")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", b"x")
    assert "Makros" in str(read_workbook(path, "f").hints[0])


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "XFD1048576"])
def test_sheet_with_a_cell_far_out_does_not_fill_the_memory(tmp_path: Path, cell):
    def write(book, sheet):
        sheet.write(cell, "y")
        book.add_worksheet("Gut").write(0, 0, "x")

    raw = read_workbook(written(tmp_path, write), "f")
    assert [table.name for table in raw.tables] == ["Gut"]
    assert "Blatt „Blatt“: Dieses Blatt ist viel größer" in str(raw.hints[0])


def test_far_cell_with_nothing_in_it_does_not_matter(tmp_path: Path):
    def write(book, sheet):
        sheet.write(0, 0, "x")
        sheet.write_blank("XFD1000000", None, book.add_format({"bold": True}))

    assert [table.name for table in read_workbook(written(tmp_path, write), "f").tables] == ["Blatt"]


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet>{}<table:table table:name="Gut"><table:table-row><table:table-cell '
    'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
FAR = (
    '<table:table table:name="Weit"><table:table-row table:number-rows-repeated="{}"><table:table-cell '
    'table:number-columns-repeated="{}" office:value-type="string"><text:p>y</text:p></table:table-cell></table:table-row></table:table>'
)


@pytest.mark.parametrize(
    ("rows", "columns", "names"), [(1, 1, ["Weit", "Gut"]), (1_000_000, 1, ["Gut"]), (1, 16_000, ["Gut"])]
)
def test_repeated_cells_of_an_ods_do_not_fill_the_memory(tmp_path: Path, rows, columns, names):
    path = tmp_path / "f.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", MANIFEST)
        file.writestr("content.xml", ODS.format(FAR.format(rows, columns)))
    assert [table.name for table in read_workbook(path, "f").tables] == names


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def test_broken_sheet_is_refused(tmp_path: Path):
    path = written(tmp_path, lambda _, sheet: sheet.write(0, 0, "x"))
    changed(path, "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    with pytest.raises(UnusableInputError, match="keine Arbeitsmappe"):
        read_workbook(path, "f")


def test_package_of_another_kind_is_refused(tmp_path: Path):
    path = tmp_path / "f.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x", "y")
    with pytest.raises(UnusableInputError, match="keine Arbeitsmappe"):
        read_workbook(path, "f")
