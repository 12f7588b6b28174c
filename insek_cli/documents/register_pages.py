"""What is said of the register of municipalities: what an import brought, and which places fit a text."""

from collections.abc import Sequence

from insek_cli.core.answers import Municipality
from insek_cli.core.register import HOME, Place, Register, Stamp
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Column, Document, Kind, paragraph, table

LANDS, LAND_DIGITS = 16, 2


def import_sentence(register: Register, small: int) -> str:
    """Return how many municipalities a register holds, how many of them below a size, and as of when."""
    home = register.find(HOME)
    below = sum(place.inhabitants < small for place in home)
    stamp = register.stamp
    lands = len({row.split("\t", 1)[0][:LAND_DIGITS] for row in register.rows})
    part = "" if lands == LANDS else f"\nDie Datei enthält {lands} von {LANDS} Ländern, nicht ganz Deutschland."
    return (
        f"{w.whole(len(register.rows))} Gemeinden eingelesen, davon {w.whole(len(home))} in Sachsen "
        f"({w.whole(below)} unter {w.whole(small)} Einwohnern).\n"
        f"Gebietsstand {w.day(stamp.territory)}. {_counted(stamp)}.{part}"
    )


def loss_sentence(new: Register, old: Register, kept_in: str) -> str:
    """Return why a register is not replaced by one with far fewer municipalities, and how to start anew."""
    return (
        f"Diese Datei enthält {_counts(new)}, das bisherige Verzeichnis {_counts(old)}; nichts wurde übernommen. "
        "Bitte die vollständige Datei laden. Soll das kleinere Verzeichnis gelten, zuerst das bisherige löschen: "
        f"{kept_in}"
    )


def _counts(register: Register) -> str:
    return f"{w.whole(len(register.rows))} Gemeinden ({w.whole(len(register.find(HOME)))} in Sachsen)"


def matches(places: Sequence[Place], stamp: Stamp) -> Document:
    """Return the places found, with key, Landkreis and inhabitants."""
    columns = (
        Column("Schlüssel", 3),
        Column("Gemeinde", 6),
        Column("Landkreis", 6),
        Column("Einwohner", 3, Align.RIGHT),
    )
    rows = [(place.ags, place_name(place), place_district(place), w.whole(place.inhabitants)) for place in places]
    source = paragraph(
        f"Quelle: {stamp.source}. Gebietsstand {w.day(stamp.territory)}. {_counted(stamp)}.", kind=Kind.SOURCE
    )
    return Document("Gemeindeverzeichnis", "", "", (table(columns, rows), source))


def _counted(stamp: Stamp) -> str:
    return f"Einwohner am {w.day(stamp.counted)}, {stamp.basis}"


def place_name(place: Place) -> str:
    """Return „Königsbrück / Kinspork (Stadt)“."""
    return f"{place.title} ({place.kind.value.capitalize()})"


def elsewhere_sentence(municipality: Municipality) -> str:
    """Return what to mind where a municipality lies in another Land."""
    return (
        f"{municipality.name} liegt nach dem Schlüssel {municipality.ags} nicht in Sachsen. Kriterien, Pläne und "
        "Förderprogramme dieses Katalogs sind für Sachsen geschrieben."
    )


def place_district(place: Place) -> str:
    """Return the Landkreis, with the Land where it is not Saxony."""
    where = place.landkreis or "kreisfrei"
    return where if place.ags.startswith(HOME) else f"{where}, {place.land}"
