"""What kinds of entries a catalogue has, and whether an id names one of them."""

from collections.abc import Iterator, Sequence

from insek_cli.errors import Problem
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.words import unknown_sentence

KINDS = {
    "levels": "Die Stufe",
    "sections": "Der Abschnitt",
    "criteria": "Das Kriterium",
    "questions": "Die Frage",
    "plans": "Die Planart",
    "drivers": "Der Kostentreiber",
    "levers": "Der Hebel",
    "cases": "Der Fall",
    "programmes": "Das Programm",
    "chapters": "Das Kapitel",
    "support": "Die Unterstützung",
    "sources": "Die Quelle",
    "checks": "Die Prüfung",
    "statistics": "Die Statistik",
    "landkreise": "Der Landkreis",
    "forms": "Die Rechtsform",
    "occasions": "Der Anlass",
    "papers": "Das Papier",
}


def entries_of(parts: Parts, kind: str) -> Sequence[Entry[object]]:
    """Return all entries of a kind, those with faults too."""
    found: Sequence[Entry[object]] = getattr(parts, kind)
    return found


def _ids(parts: Parts, kind: str) -> list[str]:
    return [entry.id for entry in entries_of(parts, kind) if entry.id is not None]


def dangling(parts: Parts, kind: str, word: str, place: str) -> Iterator[Problem]:
    """Yield a problem if no entry of the kind has this id, unless a broken file may hide it."""
    if kind not in parts.uncertain:
        known = _ids(parts, kind)
        if word not in known:
            yield Problem(place, unknown_sentence(word, known, KINDS[kind]))
