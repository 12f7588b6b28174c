"""What pages and tables of a catalogue have in common."""

from collections.abc import Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Condition
from insek_cli.core.entries import Criterion, Programme
from insek_cli.core.scale import units
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Document,
)
from insek_cli.documents.condition_words import condition_words


def catalogue_paper(catalogue: Catalogue, blocks: Sequence[Block]) -> Document:
    """Return blocks about a catalogue as a document that says which one."""
    footer = f"Katalog {catalogue.reference} ({catalogue.head.status})"
    return Document(catalogue.head.title, catalogue.reference, footer, tuple(blocks))


def condition_text(catalogue: Catalogue, condition: Condition | None) -> str | None:
    """Return a condition in words, None without one."""
    return None if condition is None else condition_words(catalogue, condition)


def effort_of(catalogue: Catalogue, criterion: Criterion) -> tuple[int, int]:
    """Return the days of a criterion in half days, those of the catalogue where it has none."""
    low, high = (criterion.effort or catalogue.head.effort_default).days
    return units(low), units(high)


def closed_text(programme: Programme) -> str | None:
    """Return since when or why a programme is closed, None for an open one."""
    closed = programme.closed
    return closed if closed is None or isinstance(closed, str) else f"nach dem {w.day(closed)}"
