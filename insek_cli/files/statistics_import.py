"""Reads a file of official statistics, whatever its kind: flat CSV, table CSV, population forecast (CSV, workbook)."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from insek_cli.core.entries import Statistic
from insek_cli.core.statistics import DataTable, known_in
from insek_cli.errors import Problem, UnusableInputError, unusable
from insek_cli.files import forecast_table
from insek_cli.files.flat_csv import layout_of, missing_columns, read_flat
from insek_cli.files.statistics_cells import Reading
from insek_cli.files.table_csv import first_key_line, read_page
from insek_cli.files.words import shown
from insek_cli.files.workbooks import cell_place, sheets

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
LAST_HEADER_LINE = 30
DELIMITERS = ";\t,"

_CODE = re.compile(
    r"(?<![0-9A-Z])([0-9]{5}-[0-9]{2}-[0-9]{2}-[0-9]|[0-9]{4}[A-Z]-[0-9]{4}|AI-[A-Z0-9]+(?:-[0-9]+)+)"
).search


def read_statistics(path: Path, ags: str, known: Iterable[Statistic], day: dt.date) -> DataTable:
    """Return the figures of a municipality in a file, marked with issuer and licence where the table is known.

    Raises UnusableInputError with every fault of the file.
    """
    table = _from_workbook(path, ags, day) if path.suffix.casefold() in WORKBOOKS else _from_text(path, ags, day)
    for statistic in known_in(known, table):
        issuer, licence = table.issuer or statistic.issuer, table.licence or statistic.licence
        return replace(table, issuer=issuer, licence=licence)
    return table


def _from_workbook(path: Path, ags: str, day: dt.date) -> DataTable:
    for sheet, rows in sheets(path):
        for number, row in enumerate(rows[:LAST_HEADER_LINE]):
            if lacking := forecast_table.missing_columns(row):
                raise unusable(cell_place(path, sheet, number), _lacking_sentence(lacking))
            if forecast_table.columns_of(row):
                return _forecast(path, rows, number, Reading(ags, partial(_cell, path, sheet)), day)
    text = (
        "In keinem Blatt steht eine Kopfzeile mit Jahr, Variante, Altersgruppe und Einwohner. Arbeitsmappen werden nur "
        "für Vorausberechnungen gelesen; amtliche Tabellen bitte als CSV laden, das Gemeindeverzeichnis mit "
        "„insek register import“."
    )
    raise unusable(str(path), text)


def _cell(path: Path, sheet: str, line: int, column: int | None) -> str:
    return cell_place(path, sheet, line - 1, column) if line else f"{path}, Blatt „{sheet}“"


def _forecast(path: Path, rows: Sequence[Sequence[object]], header: int, reading: Reading, day: dt.date) -> DataTable:
    found = forecast_table.read_forecast(rows, header, reading)
    title = forecast_table.TITLE
    return DataTable(forecast_table.CODE, title, path.name, day, found.figures, issuer=found.source)


def _from_text(path: Path, ags: str, day: dt.date) -> DataTable:
    text = _decoded(path)
    try:
        return _table(path, text, ags, day)
    except csv.Error as error:
        raise unusable(str(path), "Diese CSV-Datei ist beschädigt: Ein Feld endet nicht. Bitte neu laden.") from error


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unusable(str(path), "Diese Datei gibt es nicht, oder sie lässt sich nicht lesen.") from error
    if data.startswith(b"PK"):
        raise unusable(str(path), "Das ist ein gepacktes Archiv. Bitte entpacken und die CSV-Datei darin angeben.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = (
            "Diese Datei ist nicht in UTF-8 geschrieben, Umlaute wären falsch. Bitte neu laden, oder in einem "
            "Texteditor mit der Kodierung „UTF-8“ speichern, in Excel als „CSV UTF-8“."
        )
        raise UnusableInputError((Problem(_place_of_byte(path, data, error.start), sentence),)) from error
    control = _CONTROL(text)
    if control:
        before = text[: control.start()].encode()
        raise unusable(
            _place_of_byte(path, before, len(before)),
            "Hier steht ein Zeichen, das nicht in eine Tabelle gehört. Bitte neu laden.",
        )
    return text


def _place_of_byte(path: Path, data: bytes, at: int) -> str:
    """Return line and column, counted by semicolons; a wrong encoding is met before anything is split."""
    start = data.rfind(b"\n", 0, at) + 1
    return _place(path, data.count(b"\n", 0, at) + 1, data.count(b";", start, at))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]").search


def _table(path: Path, text: str, ags: str, day: dt.date) -> DataTable:
    reading = Reading(ags, partial(_place, path))
    first = text.split("\n", LAST_HEADER_LINE)[:LAST_HEADER_LINE]
    for number, line in enumerate(first, 1):
        if layout_of(_cells(line, ";")):
            return _flat(path, text, number, reading, day)
        for delimiter in DELIMITERS:
            cells = _cells(line, delimiter)
            if forecast_table.columns_of(cells):
                rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
                return _forecast(path, rows, number - 1, reading, day)
            _refuse_changed(cells, delimiter, _place(path, number, None))
    return _page(path, text, reading, day)


def _refuse_changed(header: list[str], delimiter: str, place: str) -> None:
    """Raise UnusableInputError for the header of a flat file that somebody changed."""
    if lacking := missing_columns(header) or forecast_table.missing_columns(header):
        raise unusable(place, _lacking_sentence(lacking))
    if layout_of(header) and delimiter != ";":
        sign = "Tabulatoren" if delimiter == "\t" else "Kommas"
        text = f"Die Spalten sind durch {sign} getrennt statt durch Semikolons. {_RELOAD}"
        raise unusable(place, text)


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r")], delimiter=delimiter), [])


_RELOAD = "Bitte die Datei unverändert neu laden."


def _lacking_sentence(names: Sequence[str]) -> str:
    what = "fehlt die Spalte" if len(names) == 1 else "fehlen die Spalten"
    return f"In dieser Kopfzeile {what} {', '.join(map(shown, names))}. {_RELOAD}"


def _place(path: Path, line: int, column: int | None) -> str:
    if not line:
        return str(path)
    return f"{path}, Zeile {line}" if column is None else f"{path}, Zeile {line}, Spalte {column + 1}"


def _flat(path: Path, content: str, header: int, reading: Reading, day: dt.date) -> DataTable:
    found = read_flat(content, header, reading)
    named = _CODE(path.name)
    code = named[1] if named else found.statistic
    if named and code[0].isdigit() and code.split("-")[0] != found.statistic:
        text = f"Der Dateiname nennt die Tabelle {shown(code)}, die Datei die Statistik {shown(found.statistic)}."
        raise unusable(str(path), text)
    return DataTable(code, found.title, path.name, day, found.figures)


def _page(path: Path, text: str, reading: Reading, day: dt.date) -> DataTable:
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    if first_key_line(rows) is None:
        raise unusable(
            str(path),
            "Das ist keine Tabelle der amtlichen Statistik, die das Programm kennt. Gelesen werden CSV-Dateien der "
            "Regionaldatenbank, von GENESIS-Online und des Zensus 2022 (flach oder als Tabelle), Vorausberechnungen.",
        )
    found = read_page(rows, reading)
    named = _CODE(path.name)
    code = found.code or (named[1] if named else None) or path.stem
    return DataTable(code, found.title, path.name, day, found.figures, licence=found.licence, retrieved=found.retrieved)
