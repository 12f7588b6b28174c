"""What a document says, as text: for tests that ask what is in it, not how it is written."""

from collections.abc import Iterable, Iterator

from insek_cli.documents.blocks import (
    Address,
    Block,
    Chart,
    Document,
    Heading,
    Lines,
    Paragraph,
    Points,
    Signatures,
    Table,
    TitlePage,
    text_of,
)
from insek_cli.documents.charts import alternative_text


def said(document: Document) -> str:
    """Return everything a document says, one part a line."""
    return "\n".join([document.title, document.header, document.footer, *lines(document.blocks)])


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what blocks say, one part a line; cells of a row side by side."""
    for block in blocks:
        match block:
            case Heading(_, text):
                yield text
            case Paragraph(runs):
                yield text_of(runs)
            case Points(items):
                yield from map(text_of, items)
            case Table(columns, rows, caption):
                yield from filter(None, [caption, " | ".join(column.title for column in columns)])
                yield from (" | ".join(map(text_of, row)) for row in rows)
            case Lines(parts):
                yield from (f"{line.label}: {text_of(line.value)}" for line in parts)
            case Address(sender, parts):
                yield from (sender, *map(text_of, parts))
            case Signatures(labels):
                yield from labels
            case Chart():
                yield alternative_text(block)
            case TitlePage(title, subtitle, more):
                yield from (title, subtitle, *map(text_of, more))
            case _:
                pass


def headings(document: Document) -> list[str]:
    """Return the headings."""
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def under(document: Document, heading: str) -> list[str]:
    """Return what is said under a heading, up to the next one of the same or a higher level."""
    found: list[Block] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading) and level and block.level <= level:
            break
        if level:
            found.append(block)
        elif isinstance(block, Heading) and block.text == heading:
            level = block.level
    return list(lines(found))
