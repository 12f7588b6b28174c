"""Opens workbooks (xlsx, ods) and says where in them something stands. Alone knows the library that reads them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from insek_cli.errors import unusable

Row = Sequence[object]


def sheets(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield every sheet with its rows; raises UnusableInputError if this is no workbook."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 - heavy

    if path.is_dir():
        raise unusable(str(path), "Das ist ein Ordner. Bitte eine Datei angeben.")
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            for name in book.sheet_names:
                # Empty rows and columns are kept, so that positions are those of the sheet.
                yield name, list(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    except PasswordError as error:
        raise unusable(str(path), "Diese Arbeitsmappe ist mit einem Kennwort geschützt.") from error
    except CalamineError as error:
        raise unusable(str(path), "Das ist keine lesbare Arbeitsmappe (.xlsx oder .ods).") from error
    except OSError as error:
        raise unusable(str(path), "Diese Datei gibt es nicht, oder sie lässt sich nicht lesen.") from error


def cell_place(path: Path | str, sheet: str, row: int, column: int | None = None) -> str:
    """Return the place of a cell as people see it; row and column are counted from 0."""
    place = f"{path}, Blatt „{sheet}“, Zeile {row + 1}"
    return place if column is None else f"{place}, Spalte {column_letters(column)}"


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
