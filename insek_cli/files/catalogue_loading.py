"""Reads the YAML files of a catalogue into a `Catalogue`, or every fault at once with its place."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from insek_cli.core.catalogue import Catalogue, Entries, catalogue_of
from insek_cli.core.entries import Criterion
from insek_cli.errors import Problem, UnusableInputError
from insek_cli.files.catalogue_overlay import extended, put_upon, unknown_base
from insek_cli.files.catalogue_parts import Entry, Parts, read_overlay, read_parts
from insek_cli.files.catalogue_places import SHIPPED_NAME, shipped_catalogue
from insek_cli.files.catalogue_references import reference_problems
from insek_cli.files.citation_references import citation_problems
from insek_cli.files.paper_references import paper_problems

T = TypeVar("T")


def read_catalogue(folder: Path, name: str) -> Catalogue:
    """Return the catalogue in a folder called `name`; raises UnusableInputError with every problem in its files."""
    parts = _parts(folder, name)
    problems = [problem for file in parts.files for problem in file.problems]
    problems += reference_problems(parts)
    problems += paper_problems(parts)
    problems += citation_problems(parts)
    if problems:
        raise UnusableInputError(sorted(set(problems), key=_by_place))
    return catalogue_of(_entries(parts))


def _parts(folder: Path, name: str) -> Parts:
    """Return what stands in a folder, put upon the shipped catalogue if it says that it extends it."""
    named = extended(folder)
    if named is None:
        return read_parts(folder, name)
    overlay = read_overlay(folder, name)
    base = read_parts(shipped_catalogue(), SHIPPED_NAME)
    head = base.head.value if base.head is not None else None
    shipped = f"{head.id}/{head.version}" if head is not None else ""
    if named != shipped:
        raise UnusableInputError((unknown_base(overlay, named, shipped),))
    return put_upon(base, overlay)


def _entries(parts: Parts) -> Entries:
    """Return the entries of files without a problem; every value is there."""
    (head,) = _values([parts.head] if parts.head else [])
    (profile,) = _values([parts.profile] if parts.profile else [])
    return Entries(
        head=head,
        profile=profile,
        questions=_values(parts.questions),
        criteria=_by_section(parts),
        plans=_values(parts.plans),
        drivers=_values(parts.drivers),
        levers=_values(parts.levers),
        cases=_values(parts.cases),
        programmes=_values(parts.programmes),
        chapters=_values(parts.chapters),
        support=_values(parts.support),
        sources=_values(parts.sources),
        checks=_values(parts.checks),
        statistics=_values(parts.statistics),
        landkreise=_values(parts.landkreise),
        partnership=parts.partnership.value if parts.partnership else None,
        forms=_values(parts.forms),
        occasions=_values(parts.occasions),
        papers=_values(parts.papers),
    )


def _values(entries: Sequence[Entry[T]]) -> tuple[T, ...]:
    return tuple(entry.value for entry in entries if entry.value is not None)


def _by_section(parts: Parts) -> dict[str, tuple[Criterion, ...]]:
    return {
        section.value: _values([entry for entry in parts.criteria if entry.group == section.value])
        for section in parts.section_files
        if section.value is not None
    }


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    found = re.match(r"(.*?):(\d+):(\d+)$", problem.place)
    if found is None:
        return problem.place, 0, 0, problem.text
    return found[1], int(found[2]), int(found[3]), problem.text
