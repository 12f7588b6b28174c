"""An overlay: a folder that extends a catalogue by changed or added entries, for another Land or a Landkreis.

Its catalogue.yaml names the catalogue (`extends: insek-klein/2026.1`), an id and version of its own, and whatever else
of the head it changes. An entry with a known id replaces the whole entry; others are added at the end.
"""

from pathlib import Path
from typing import TypeVar

from insek_cli.core import entries as e
from insek_cli.errors import Problem
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.shapes import Shape
from insek_cli.files.words import shown
from insek_cli.files.yaml_reader import Map, read_file_within

T = TypeVar("T")

EXTENDS = "extends"


def extended(folder: Path) -> str | None:
    """Return the catalogue that a folder extends, None for a catalogue that stands alone."""
    root = read_file_within(folder / "catalogue.yaml", "").root
    found = root.get(EXTENDS) if isinstance(root, Map) else None
    return found if isinstance(found, str) else None


def put_upon(base: Parts, overlay: Parts) -> Parts:
    """Return the entries of the base with those of the overlay in their place or behind them."""
    merged = Parts(files=base.files + overlay.files, uncertain=base.uncertain | overlay.uncertain)
    merged.head = _head(base, overlay)
    merged.profile = overlay.profile or base.profile
    merged.levels = overlay.levels or base.levels
    merged.sections = overlay.sections or base.sections
    known = {entry.id for entry in base.section_files}
    merged.section_files = base.section_files + [entry for entry in overlay.section_files if entry.id not in known]
    merged.criteria = _merged(base.criteria, overlay.criteria)
    merged.questions = _merged(base.questions, overlay.questions)
    merged.plans = _merged(base.plans, overlay.plans)
    merged.drivers = _merged(base.drivers, overlay.drivers)
    merged.levers = _merged(base.levers, overlay.levers)
    merged.cases = _merged(base.cases, overlay.cases)
    merged.programmes = _merged(base.programmes, overlay.programmes)
    merged.chapters = _merged(base.chapters, overlay.chapters)
    merged.support = _merged(base.support, overlay.support)
    merged.sources = _merged(base.sources, overlay.sources)
    merged.checks = _merged(base.checks, overlay.checks)
    merged.statistics = _merged(base.statistics, overlay.statistics)
    merged.landkreise = _merged(base.landkreise, overlay.landkreise)
    merged.partnership = overlay.partnership or base.partnership
    merged.forms = _merged(base.forms, overlay.forms)
    merged.occasions = _merged(base.occasions, overlay.occasions)
    merged.papers = _merged(base.papers, overlay.papers)
    return merged


def _merged(base: list[Entry[T]], overlay: list[Entry[T]]) -> list[Entry[T]]:
    replaced = {entry.id: entry for entry in overlay if entry.id is not None}
    known = {entry.id for entry in base}
    added = [entry for entry in overlay if entry.id is None or entry.id not in known]
    return [replaced.get(entry.id, entry) if entry.id is not None else entry for entry in base] + added


def _head(base: Parts, overlay: Parts) -> Entry[e.Head] | None:
    below, file = base.files[0].root, overlay.files[0]
    above = file.root
    if overlay.head is None or not isinstance(below, Map) or not isinstance(above, Map):
        return overlay.head
    for key in ("id", "version"):
        if key not in above:
            file.problems.append(Problem(file.place(()), f"Hier fehlt „{key}“: Ein abgeleiteter Katalog heißt anders."))
    raw = {**below, **{key: value for key, value in above.items() if key != EXTENDS}}
    return Entry(overlay.head.id, Shape(e.Head).read(raw, file), file, ())


def unknown_base(overlay: Parts, named: str, shipped: str) -> Problem:
    """Return the problem of a catalogue that is not there to be extended."""
    place = overlay.files[0].place((EXTENDS,))
    return Problem(place, f"Den Katalog {shown(named)} gibt es hier nicht; mitgeliefert ist „{shipped}“.")
