"""Reads a population forecast in the simple layout of the handbook: year, variant, age group, number.

`Quelle` and `Gemeindeschlüssel` are optional columns; without a key every row is about the municipality.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from insek_cli.core.statistics import Attribute, Figure, Scope, age_range
from insek_cli.files.statistics_cells import COUNT, Reading, attribute, positions, scopes_of, short_key
from insek_cli.files.words import shown

CODE = "vorausberechnung"
TITLE = "Bevölkerungsvorausberechnung"
VARIANT = "variant"
ALL_AGES = frozenset({"insgesamt", "gesamt", "zusammen", "alle", "summe"})

_NAMES = {
    "year": ("jahr",),
    "variant": ("variante",),
    "age": ("altersgruppe", "alter"),
    "number": ("einwohner", "anzahl", "zahl", "personen"),
    "key": ("gemeindeschlüssel", "ags", "schlüssel"),
    "source": ("quelle",),
}
_NEEDED = {"year": "Jahr", "variant": "Variante", "age": "Altersgruppe", "number": "Einwohner"}
_FEWEST_COLUMNS = 3
"""With fewer of the needed columns a table is something else than a forecast."""

_DIGITS_OF_THOUSANDS = 4
_GERMAN = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,[0-9]+)?\Z", re.ASCII).match
_WITH_POINT = re.compile(rf"[0-9]{{{_DIGITS_OF_THOUSANDS},15}}\.[0-9]+\Z", re.ASCII).match


@dataclass(frozen=True, slots=True)
class Forecast:
    """The figures of a forecast and where it comes from."""

    figures: tuple[Figure, ...]
    source: str | None


def columns_of(header: Sequence[object]) -> Mapping[str, int] | None:
    """Return where the columns of a forecast stand, None if this is not its header."""
    found = _columns(header)
    return found if all(key in found for key in _NEEDED) else None


def missing_columns(header: Sequence[object]) -> tuple[str, ...]:
    """Return what a header lacks that has all but one of the columns of a forecast; nothing for any other."""
    found = _columns(header)
    lacking = tuple(title for key, title in _NEEDED.items() if key not in found)
    return lacking if len(_NEEDED) - len(lacking) >= _FEWEST_COLUMNS else ()


def _columns(header: Sequence[object]) -> dict[str, int]:
    at = positions([str(cell) for cell in header])
    return {key: at[name] for key, names in _NAMES.items() for name in names[::-1] if name in at}


def read_forecast(rows: Sequence[Sequence[object]], header: int, reading: Reading) -> Forecast:
    """Return the forecast in rows below a header; raises UnusableInputError with every fault."""
    at = columns_of(rows[header])
    if at is None:
        raise ValueError(rows[header])
    scopes, sources = scopes_of(reading.ags), dict[str, None]()
    for place, row in enumerate(rows[header + 1 :], header + 1):
        cells = {key: _text(row[column]) if column < len(row) else "" for key, column in at.items()}
        if not any(cells.values()):
            continue
        key = cells.get("key") or reading.ags
        reading.keys.add(key)
        scope = scopes.get(short_key(key))
        if scope is not None:
            cells["number"] = _people(row[at["number"]]) if at["number"] < len(row) else ""
            _add(cells, place + 1, scope, at, reading)
            sources[cells.get("source", "")] = None
    figures = reading.done()
    return Forecast(figures, "; ".join(filter(None, sources)) or None)


def _text(cell: object) -> str:
    """Return a cell as text; workbooks give whole numbers as 2030.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _people(cell: object) -> str:
    """Return a number of people without thousands dots, rounded to whole ones; anything doubtful as it is.

    A workbook may hold 6.1 where somebody typed 6.100; such small broken numbers stay and are refused.
    """
    if isinstance(cell, float):
        sure = cell.is_integer() or abs(cell) >= 10 ** (_DIGITS_OF_THOUSANDS - 1)
        return _rounded(str(cell)) if sure else str(cell).replace(".", ",")
    text = str(cell).strip()
    if _GERMAN(text):
        return _rounded(text.replace(".", "").replace(",", "."))
    return _rounded(text) if _WITH_POINT(text) else text


def _rounded(number: str) -> str:
    return str(Decimal(number).quantize(Decimal(1), ROUND_HALF_UP))


def _add(cells: Mapping[str, str], line: int, scope: Scope, at: Mapping[str, int], reading: Reading) -> None:
    time = reading.time(cells["year"], line, at["year"])
    value, mark = reading.number(cells["number"], COUNT, TITLE, line, at["number"])
    age = None if cells["age"].casefold() in ALL_AGES else attribute(cells["age"], "")
    if not cells["variant"]:
        reading.complain(line, at["variant"], "Hier fehlt der Name der Variante, zum Beispiel „Variante 1“.")
    elif age is not None and age_range(age) is None:
        text = (
            f"{shown(age.title)} ist keine Altersgruppe. Möglich: insgesamt, unter 20, 20 bis unter 65, 65 und älter."
        )
        reading.complain(line, at["age"], text)
    elif time is not None and (value is not None or mark is not None):
        attributes = (Attribute(cells["variant"], VARIANT), *([age] if age else []))
        reading.add(Figure(scope, time, TITLE, None, COUNT, attributes, value, mark), line, at["number"])
