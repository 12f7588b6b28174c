"""Reads a population forecast in the simple layout of the handbook: year, variant, age group, number.

`Quelle` and `Gemeindeschlüssel` are optional columns; without a key every row is about the municipality.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insek_cli.core.statistics import Attribute, Figure, Scope, age_range
from insek_cli.files.statistics_cells import COUNT, Reading, attribute, positions, scopes_of, short_key
from insek_cli.files.words import shown

CODE = "vorausberechnung"
TITLE = "Bevölkerungsvorausberechnung"
VARIANT = "variant"
ALL_AGES = "insgesamt"

_NAMES = {
    "year": ("jahr",),
    "variant": ("variante",),
    "age": ("altersgruppe", "alter"),
    "number": ("einwohner", "anzahl", "zahl", "personen"),
    "key": ("gemeindeschlüssel", "ags", "schlüssel"),
    "source": ("quelle",),
}
_NEEDED = ("year", "variant", "age", "number")


@dataclass(frozen=True, slots=True)
class Forecast:
    """The figures of a forecast and where it comes from."""

    figures: tuple[Figure, ...]
    source: str | None


def columns_of(header: Sequence[object]) -> Mapping[str, int] | None:
    """Return where the columns of a forecast stand, None if this is not its header."""
    at = positions([str(cell) for cell in header])
    found = {key: at[name] for key, names in _NAMES.items() for name in names[::-1] if name in at}
    return found if all(key in found for key in _NEEDED) else None


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
            _add(cells, place + 1, scope, at, reading)
            sources[cells.get("source", "")] = None
    figures = reading.done()
    return Forecast(figures, "; ".join(filter(None, sources)) or None)


def _text(cell: object) -> str:
    """Return a cell as text; workbooks give whole numbers as 2030.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _add(cells: Mapping[str, str], line: int, scope: Scope, at: Mapping[str, int], reading: Reading) -> None:
    time = reading.time(cells["year"], line, at["year"])
    value, mark = reading.number(cells["number"], COUNT, TITLE, line, at["number"])
    age = attribute(cells["age"], "")
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
