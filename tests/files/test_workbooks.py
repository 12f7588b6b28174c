"""Workbooks are opened, or it is said why not; places in them are written as people see them."""

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.workbooks import cell_place, column_letters, sheets


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_counted_in_letters(column, letters):
    assert column_letters(column) == letters


def test_place_names_file_sheet_row_and_column():
    assert cell_place("x.xlsx", "Tabelle1", 11, 9) == "x.xlsx, Blatt „Tabelle1“, Zeile 12, Spalte J"
    assert cell_place("x.xlsx", "Tabelle1", 11) == "x.xlsx, Blatt „Tabelle1“, Zeile 12"


@pytest.mark.parametrize("content", [b"", b"Kein Zip", b"PK\x03\x04 kaputt"])
def test_file_that_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnusableInputError, match="keine lesbare Arbeitsmappe"):
        list(sheets(path))


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(UnusableInputError, match=r"gibt es nicht|keine lesbare"):
        list(sheets(tmp_path / "fehlt.xlsx"))
