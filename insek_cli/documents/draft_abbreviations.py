"""The list of abbreviations of the starter concept: those that its text uses."""

import re
from collections.abc import Iterator, Sequence

from insek_cli.core.entries import Abbreviation
from insek_cli.documents.blocks import Block, Column, Heading, Kind, Paragraph, Points, Runs, Table, table, text_of


def abbreviation_blocks(known: Sequence[Abbreviation], body: Sequence[Block]) -> Iterator[Block]:
    """Yield the abbreviations that stand in the body, but for its guidance, which is deleted in the end."""
    words = set(_WORD.findall("\n".join(text_of(runs) for block in body for runs in _runs(block))))
    rows = [(entry.short, entry.long) for entry in known if entry.short in words]
    if rows:
        yield Heading(1, "Abkürzungen")
        yield table((Column("Kurz", 1), Column("Lang", 4)), rows)


_WORD = re.compile(r"\w+")


def _runs(block: Block) -> Iterator[Runs]:
    match block:
        case Paragraph(runs, kind) if kind is not Kind.GUIDANCE:
            yield runs
        case Points(items):
            yield from items
        case Table(rows=rows):
            for row in rows:
                yield from row
        case _:
            pass
