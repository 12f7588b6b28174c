"""The official municipalities as values: finding one by part of its name, filling in what is known of it.

How they came into the program and where they are kept is not known here.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from insek_cli.core.answers import Municipality, PlaceKind
from insek_cli.core.entries import Landkreis
from insek_cli.core.values import dataclass

HOME = "14"
"""Saxony: the catalogue is made for it, so its places come first."""

SHORTEST_INSIDE = 3
"""Shorter texts are looked for at the beginning of names only; one letter would fit thousands."""

_MEASURES = ("grosse kreisstadt", "kreisfreie stadt", "landeshauptstadt", "stadt", "gemeinde")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What holds for every figure of a register: territory as of, inhabitants on, on which census, from whom."""

    territory: dt.date
    counted: dt.date
    basis: str
    source: str


class Place(NamedTuple):
    """A municipality in the register. Area in square kilometres; a municipality may have no inhabitant.

    A named tuple, because a short text finds a thousand places and a dataclass takes three times as long to make.
    """

    ags: str
    ars: str
    name: str
    sorbian_name: str | None
    kind: PlaceKind
    landkreis: str | None
    land: str
    association: str | None
    area: Decimal | None
    inhabitants: int
    stamp: Stamp

    @property
    def title(self) -> str:
        """Return the name with its Sorbian half."""
        return f"{self.name} / {self.sorbian_name}" if self.sorbian_name else self.name


@dataclass(frozen=True, slots=True)
class Register:
    """All municipalities, ready to be searched: a line a place, and beside it one text of all names.

    rows: fields of a place joined by tabs, in the order of `row_of`, sorted by key.
    names: a line a place, each after a line break: folded name, folded Landkreis and number of its row, by tabs.
    """

    stamp: Stamp
    rows: tuple[str, ...]
    names: str

    def find(self, text: str) -> tuple[Place, ...]:
        """Return the places whose name holds the text or whose key begins with it, best first."""
        wanted = folded(text)
        if wanted.isdigit():
            return tuple(self._place(row) for row in self.rows if row.startswith(wanted))
        ranked = self._ranked(wanted) or self._ranked(_without_measure(wanted)) or self._by_words(wanted)
        found = sorted((not self.rows[row].startswith(HOME), rank, row) for row, rank in ranked.items())
        return tuple(self._place(self.rows[row]) for _, _, row in found)

    def _ranked(self, wanted: str) -> dict[int, int]:
        """Return rows whose name holds the text, with rank: 0 whole, 1 beginning, 2 a word's beginning, 3 inside."""
        before = "\n" if len(wanted) < SHORTEST_INSIDE else ""
        found: dict[int, int] = {}
        for line in _lines_with(self.names, before + wanted) if wanted else ():
            name, _, row = line.split("\t")
            rank = _rank(name, wanted)
            if rank is not None:
                found[int(row)] = rank
        return found

    def _by_words(self, wanted: str) -> dict[int, int]:
        """Return the rows that hold every word in name or Landkreis: „Bernsdorf Zwickau“."""
        first, *others = wanted.split() or [""]
        if len(first) < SHORTEST_INSIDE or not others:
            return {}
        lines = (line for line in _lines_with(self.names, first) if all(word in line for word in others))
        return {int(line.rsplit("\t", 1)[1]): 0 for line in lines}

    def _place(self, row: str) -> Place:
        return place_of(row, self.stamp)


def _lines_with(names: str, text: str) -> Iterator[str]:
    at = names.find(text)
    while at >= 0:
        start = names.rfind("\n", 0, at + 1) + 1
        end = names.find("\n", at + 1)
        yield names[start : end if end >= 0 else None]
        at = names.find(text, end) if end >= 0 else -1


def _rank(name: str, wanted: str) -> int | None:
    """Return how well a folded name fits; a hit in the Landkreis behind it is none."""
    at = name.find(wanted)
    if at < 0:
        return None
    if at and f" {wanted}" not in name:
        return 3
    if wanted in name.split(_HALVES):
        return 0
    return 2 if at else 1


_HALVES = "  "
"""Stands between the two languages of a name; no folded text holds two spaces."""


def folded(text: str) -> str:
    """Return a name as it is searched: small letters, umlauts as two letters, no accents, words by single spaces."""
    plain = text.casefold().translate(_LETTERS)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return " ".join(_WORDS(bare))


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "đ": "d", "ø": "o"})
_WORDS = re.compile(r"[a-z0-9]+").findall


def _without_measure(wanted: str) -> str:
    """Return the text without „Stadt“ or „Gemeinde“ before or behind the name."""
    for word in _MEASURES:
        wanted = wanted.removeprefix(f"{word} ").removesuffix(f" {word}")
    return wanted


def register_of(places: Iterable[Place], stamp: Stamp) -> Register:
    """Return the register of these places."""
    ordered = sorted(places, key=lambda place: place.ags)
    names = "".join(f"\n{_folded_name(place)}\t{folded(place.landkreis or '')}\t{n}" for n, place in enumerate(ordered))
    return Register(stamp, tuple(row_of(place) for place in ordered), names)


def lost_most(new: Register, old: Register, least_kept: Decimal) -> bool:
    """Tell whether a register has less than a share of the municipalities it would replace, in all or at home."""
    pairs = ((len(new.rows), len(old.rows)), (_at_home(new), _at_home(old)))
    return any(now < least_kept * before for now, before in pairs)


def _at_home(register: Register) -> int:
    return sum(row.startswith(HOME) for row in register.rows)


def _folded_name(place: Place) -> str:
    return _HALVES.join(filter(None, (folded(place.name), folded(place.sorbian_name or ""))))


def row_of(place: Place) -> str:
    """Return a place as a line of text, without its stamp."""
    return "\t".join(
        (
            place.ags,
            place.ars,
            place.name,
            place.sorbian_name or "",
            place.kind.value,
            place.landkreis or "",
            place.land,
            place.association or "",
            "" if place.area is None else str(place.area),
            str(place.inhabitants),
        )
    )


def place_of(row: str, stamp: Stamp) -> Place:
    """Return the place in a line made by `row_of`."""
    ags, ars, name, sorbian, kind, landkreis, land, association, area, inhabitants = row.split("\t")
    return Place(
        ags,
        ars,
        name,
        sorbian or None,
        _KINDS[kind],
        landkreis or None,
        land,
        association or None,
        Decimal(area) if area else None,
        int(inhabitants),
        stamp,
    )


_KINDS = {kind.value: kind for kind in PlaceKind}


def municipality_of(place: Place, known: Municipality) -> Municipality:
    """Return the municipality with all that the register says of it; what only people know is kept."""
    return replace(
        known,
        name=place.name,
        sorbian_name=place.sorbian_name,
        kind=place.kind,
        ags=place.ags,
        ars=place.ars,
        landkreis=place.landkreis,
        association=place.association,
        inhabitants=place.inhabitants or None,
        inhabitants_date=place.stamp.counted if place.inhabitants else None,
        inhabitants_basis=place.stamp.basis if place.inhabitants else None,
    )


def is_elsewhere(ags: str) -> bool:
    """Tell whether a municipality's key is of another Land than the catalogue is made for."""
    return not ags.startswith(HOME)


def landkreis_of(landkreise: Iterable[Landkreis], ags: str) -> Landkreis | None:
    """Return the Landkreis or kreisfreie Stadt that the first five digits of a municipality's key name."""
    return next((landkreis for landkreis in landkreise if ags.startswith(landkreis.key)), None)
