"""Reads the official municipality directory (Destatis, GV-ISys, „AuszugGV…“) into a `Register`.

Columns are found by their headings, dates and census stand in the headings too. Whatever does not fit is said with
sheet, row and column; nothing is half read.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from insek_cli.core.answers import PlaceKind
from insek_cli.core.register import Place, Register, Stamp, register_of
from insek_cli.errors import Problem, UnusableInputError, unusable
from insek_cli.files.words import shown
from insek_cli.files.workbooks import Row, cell_place, sheets

LAST_HEADER_ROW = 30
HEADER_HEIGHT = 4
MOST_PROBLEMS = 20

WHERE = (
    "Gesucht ist der „Auszug aus dem Gemeindeverzeichnis“ (AuszugGV…, .xlsx) des Statistischen Bundesamtes: "
    "destatis.de, Gemeindeverzeichnis GV-ISys, „Alle politisch selbständigen Gemeinden“."
)

LAND, DISTRICT, ASSOCIATION, MUNICIPALITY = "10", "40", "50", "60"
LEVELS = frozenset({LAND, "20", "30", DISTRICT, ASSOCIATION, MUNICIPALITY})

TOWNS = frozenset({"61", "62", "63", "67"})
NO_MUNICIPALITY = frozenset({"65", "66"})
"""Forests and lakes that belong to no municipality."""

INDEPENDENT = frozenset({"41", "42"})
DISTRICT_TITLES = {"43": "Kreis", "44": "Landkreis"}
ASSOCIATION_TITLES = {
    "51": "Amt",
    "52": "Samtgemeinde",
    "53": "Verbandsgemeinde",
    "54": "Verwaltungsgemeinschaft",
    "55": "Kirchspielslandgemeinde",
    "56": "Verwaltungsverband",
    "58": "Erfüllende Gemeinde",
}
_NAMED_ALREADY = re.compile(r"(?:VVG|GVV) |.*\(VGem\)|Amt ").match

COLUMNS = {
    "level": ("satzart", "Satzart"),
    "kind": ("textkennzeichen", "Textkennzeichen"),
    "land": ("land", "Land (ARS)"),
    "region": ("rb", "RB (ARS)"),
    "district": ("kreis", "Kreis (ARS)"),
    "association": ("vb", "VB (ARS)"),
    "municipality": ("gem", "Gem (ARS)"),
    "name": ("gemeindename", "Gemeindename"),
    "area": ("fläche", "Fläche"),
    "inhabitants": ("insgesamt", "Bevölkerung insgesamt"),
}
DISTRICT_KEYS = ("land", "region", "district")
KEYS = {"land": 2, "region": 1, "district": 2, "association": 4, "municipality": 3}
SEXES = ("männlich", "weiblich")
"""Where both columns stand, they prove that the numbers have not moved under their headings."""

_NOTED = re.compile(r"[0-9.]+\)").sub


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in a sheet."""

    sheet: str
    header: int
    column: Mapping[str, int]
    sexes: tuple[int, ...]
    stamp: Stamp


@dataclass(slots=True)
class _Above:
    """The headings above a row of the list: Land, Landkreis and association it belongs to."""

    land: str = ""
    key: str = ""
    landkreis: str | None = None
    association: str | None = None


@dataclass(slots=True)
class _Reading:
    """What was read so far, and what is wrong."""

    path: Path
    layout: _Layout
    largest_area: int
    above: _Above = field(default_factory=_Above)
    places: list[Place] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, row: int, column: str | None, text: str) -> None:
        at = self.layout.column[column] if column else None
        self.problems.append(Problem(cell_place(self.path, self.layout.sheet, row, at), text))


def read_register(path: Path, largest_area: int) -> Register:
    """Return the register in a workbook; raises UnusableInputError with every fault and its cell.

    largest_area: in square kilometres; larger numbers are from another column.
    """
    front: list[Row] = []
    for sheet, rows in sheets(path):
        header = _header_row(rows)
        if header is not None:
            layout = _layout(path, sheet, rows, header, front)
            return _read(path, layout, rows, largest_area)
        front += rows
    raise unusable(str(path), f"{_NO_HEADER} {WHERE}")


_NO_HEADER = (
    f"In keinem Blatt steht in den ersten {LAST_HEADER_ROW} Zeilen eine Kopfzeile mit „Satzart“ und „Gemeindename“."
)


def _header_row(rows: Sequence[Row]) -> int | None:
    for number, row in enumerate(rows[:LAST_HEADER_ROW]):
        words = {_word(cell) for cell in row}
        if {"satzart", "gemeindename"} <= words:
            return number
    return None


def _word(cell: object) -> str:
    """Return a heading without hyphens, notes and spaces: „Satz-art“ is satzart, „Fläche km2 1)“ flächekm2."""
    return re.sub(r"[\s\-]", "", _NOTED("", str(cell))).casefold()


def _layout(path: Path, sheet: str, rows: Sequence[Row], header: int, front: Sequence[Row]) -> _Layout:
    heads = _headings(rows[header : header + HEADER_HEIGHT])
    column: dict[str, int] = {}
    problems = []
    for key, (word, title) in COLUMNS.items():
        found = [place for place, parts in enumerate(heads) if any(_is_heading(word, part) for part in parts)]
        if len(found) == 1:
            column[key] = found[0]
        else:
            text = "fehlt" if not found else "steht mehrmals"
            problems.append(Problem(cell_place(path, sheet, header), f"Die Spalte „{title}“ {text}. {WHERE}"))
    if problems:
        raise UnusableInputError(problems)
    stamp = _stamp(path, sheet, rows[: header + HEADER_HEIGHT], header, column["inhabitants"], front)
    return _Layout(sheet, header, column, _sexes(heads), stamp)


def _sexes(heads: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of men and women; none unless each stands there once."""
    found = [place for word in SEXES for place, parts in enumerate(heads) if word in parts]
    return tuple(found) if len(found) == len(SEXES) else ()


def _headings(rows: Sequence[Row]) -> list[list[str]]:
    """Return per column the words of its headings, up to the first row of the list."""
    width = max((len(row) for row in rows), default=0)
    return [
        [_word(row[place]) for row in rows if place < len(row) and str(row[place]).strip()] for place in range(width)
    ]


def _is_heading(word: str, part: str) -> bool:
    return part == word or (word == "fläche" and part.startswith("flächekm"))


_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})").findall
_CENSUS = re.compile(r"Zensus\s*(\d{4})").search
_COPYRIGHT = re.compile(r"\(Destatis\),\s*(\d{4})").search


def _stamp(path: Path, sheet: str, rows: Sequence[Row], header: int, column: int, front: Sequence[Row]) -> Stamp:  # noqa: PLR0913, PLR0917 - the place of what is wrong
    texts = [str(cell) for row in rows for cell in row if cell]
    territory = _days(text for text in texts if "Gebietsstand" in text or text.startswith("Gemeinden in"))
    own = [str(row[column]) for row in rows[header:] if column < len(row)]
    counted = _days(own)
    for what, found in (("des Gebietsstands", territory), ("der Einwohnerzahl", counted)):
        if len(found) != 1:
            text = f"Hier muss genau ein Stichtag {what} stehen, gefunden: {_listed_days(found)}. {WHERE}"
            raise unusable(cell_place(path, sheet, header, column), text)
    census = next((hit[1] for text in own if (hit := _CENSUS(text))), None) or _above(rows, header, column)
    basis = f"Fortschreibung auf Grundlage des Zensus {census}" if census else "Fortschreibung"
    return Stamp(territory.pop(), counted.pop(), basis, _source(front))


def _above(rows: Sequence[Row], header: int, column: int) -> str | None:
    """Return the census named in a joined heading that begins left of a column."""
    texts = (str(cell) for row in rows[header:] for cell in row[: column + 1])
    return next((hit[1] for text in texts if (hit := _CENSUS(text))), None)


def _days(texts: Iterator[str] | Sequence[str]) -> set[dt.date]:
    found = set()
    for text in texts:
        for day, month, year in _DAY(text):
            try:
                found.add(dt.date(int(year), int(month), int(day)))
            except ValueError:
                continue
    return found


def _listed_days(days: set[dt.date]) -> str:
    return ", ".join(f"{day:%d.%m.%Y}" for day in sorted(days)) or "keiner"


def _source(front: Sequence[Row]) -> str:
    texts = [str(cell) for row in front for cell in row]
    year = next((hit[1] for text in texts if (hit := _COPYRIGHT(text))), None)
    return f"Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys{f', {year}' if year else ''}"


def _read(path: Path, layout: _Layout, rows: Sequence[Row], largest_area: int) -> Register:
    reading = _Reading(path, layout, largest_area)
    level, seen = layout.column["level"], dict[str, int]()
    for number in range(layout.header + 1, len(rows)):
        row = rows[number]
        kind = str(row[level]).strip()
        if kind in LEVELS:
            _read_row(reading, number, row, kind, seen)
        elif kind.isdigit():
            reading.complain(number, "level", f"Die Satzart {shown(kind)} ist nicht bekannt (10, 20, 30, 40, 50, 60).")
        if len(reading.problems) >= MOST_PROBLEMS:
            break
    if not reading.places and not reading.problems:
        reading.complain(layout.header, None, f"Unter der Kopfzeile steht keine Gemeinde (Satzart 60). {WHERE}")
    if reading.problems:
        raise UnusableInputError(reading.problems)
    return register_of(reading.places, layout.stamp)


def _read_row(reading: _Reading, number: int, row: Row, level: str, seen: dict[str, int]) -> None:
    column, above = reading.layout.column, reading.above
    name, kind = str(row[column["name"]]).strip(), str(row[column["kind"]]).strip()
    if not name:
        reading.complain(number, "name", "Hier fehlt der Name.")
    match level:
        case "10":
            reading.above = _Above(land=name)
        case "40":
            above.landkreis, above.association = _district(name, kind), None
            above.key = "".join(str(row[column[part]]).strip() for part in DISTRICT_KEYS)
        case "50":
            above.association = _association(name, kind)
        case "60" if kind not in NO_MUNICIPALITY:
            _read_municipality(reading, number, row, seen)
        case _:
            pass


def _district(name: str, kind: str) -> str | None:
    """Return „Landkreis Zwickau“, but „Erzgebirgskreis“ as it is; None for a kreisfreie Stadt."""
    if kind in INDEPENDENT:
        return None
    title = DISTRICT_TITLES.get(kind)
    return name if title is None or "kreis" in name.casefold() else f"{title} {name}"


def _association(name: str, kind: str) -> str | None:
    title = ASSOCIATION_TITLES.get(kind)
    return name if title is not None and _NAMED_ALREADY(name) else title and f"{title} {name}"


def _read_municipality(reading: _Reading, number: int, row: Row, seen: dict[str, int]) -> None:
    column = reading.layout.column
    keys = {part: str(row[column[part]]).strip() for part in KEYS}
    for part, length in KEYS.items():
        if len(keys[part]) != length or not keys[part].isdigit():
            reading.complain(number, part, f"Hier gehören {length} Ziffern hin, nicht {shown(keys[part])}.")
            return
    district = "".join(keys[part] for part in DISTRICT_KEYS)
    if district != reading.above.key:
        heading = reading.above.key
        over = (
            f"die Kreiszeile darüber (Satzart 40) hat {shown(heading)}" if heading else "darüber fehlt die Kreiszeile"
        )
        reading.complain(number, "district", f"Der Schlüssel {district} passt nicht: {over}.")
    ags = district + keys["municipality"]
    if ags in seen:
        reading.complain(number, "name", f"Den Schlüssel {ags} hat schon die Gemeinde in Zeile {seen[ags] + 1}.")
        return
    seen[ags] = number
    name, sorbian = _names(str(row[column["name"]]))
    inhabitants, area = _inhabitants(reading, number, row), _area(reading, number, row)
    above = reading.above
    reading.places.append(
        Place(
            ags=ags,
            ars=district + keys["association"] + keys["municipality"],
            name=name,
            sorbian_name=sorbian,
            kind=PlaceKind.STADT if str(row[column["kind"]]).strip() in TOWNS else PlaceKind.GEMEINDE,
            landkreis=above.landkreis,
            land=above.land,
            association=above.association,
            area=area,
            inhabitants=inhabitants,
            stamp=reading.layout.stamp,
        )
    )


def _names(official: str) -> tuple[str, str | None]:
    """Return name and Sorbian name of „Bautzen / Budyšin, Stadt“ or „Weißwasser/O.L., Stadt / Běła Woda“."""
    first, _, second = " ".join(official.split()).partition(" / ")
    return first.split(",", 1)[0].strip(), second.split(",", 1)[0].strip() or None


def _inhabitants(reading: _Reading, number: int, row: Row) -> int:
    """Return the inhabitants; a municipality may have none, but then 0 stands there."""
    cell = row[reading.layout.column["inhabitants"]]
    if not isinstance(cell, float | int) or cell < 0 or cell != int(cell):
        text = f"Hier gehört eine ganze Zahl hin, ohne Leerzeichen und Fußnoten, {_not(cell)}."
        reading.complain(number, "inhabitants", text)
        return 0
    parts = [part for place in reading.layout.sexes if isinstance(part := row[place], float | int)]
    if len(parts) == len(SEXES) and sum(parts) != cell:
        text = f"{shown(int(cell))} ist nicht die Summe von „männlich“ und „weiblich“. Ist eine Spalte verrutscht?"
        reading.complain(number, "inhabitants", text)
    return int(cell)


def _area(reading: _Reading, number: int, row: Row) -> Decimal | None:
    """Return the area in square kilometres."""
    cell, largest = row[reading.layout.column["area"]], reading.largest_area
    if isinstance(cell, float | int) and 0 < cell <= largest:
        return Decimal(str(cell))
    reading.complain(number, "area", f"Hier gehört eine Zahl zwischen 0 und {largest} (km²) hin, {_not(cell)}.")
    return None


def _not(cell: object) -> str:
    return f"nicht {shown(cell)}" if str(cell).strip() else "die Zelle ist leer"
