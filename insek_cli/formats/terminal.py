"""Documents as text for a terminal, wrapped to its width; every bar also has its figures."""

import shutil
from collections.abc import Iterator, Sequence

from insek_cli.documents.blocks import (
    Address,
    Block,
    Chart,
    Contents,
    Document,
    FormPart,
    Heading,
    Kind,
    Lines,
    ListOfTables,
    PageBreak,
    Paragraph,
    Points,
    Runs,
    Signatures,
    Table,
    TitlePage,
    text_of,
)
from insek_cli.formats.terminal_chart import chart_lines
from insek_cli.formats.terminal_table import table_lines
from insek_cli.formats.terminal_width import width_of, wrapped

NARROWEST, WIDEST = 40, 100
GAP = "  "
BLANK_LINE = "_" * 20


def terminal_width() -> int:
    """Return the width to write for: that of the terminal, within bounds."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def terminal_text(document: Document, width: int) -> str:
    """Return a document as plain text of at most `width` columns (longer words stay whole)."""
    parts = ["\n".join(_lines(block, width)) for block in document.blocks]
    footer = "\n".join(wrapped(document.footer, width))
    return "\n\n".join(part for part in (*parts, footer) if part) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:  # noqa: C901 - one line a kind of block
    match block:
        case Heading(level, text):
            yield from _heading(level, text, width)
        case Paragraph(runs, kind):
            indent = GAP if kind in {Kind.GUIDANCE, Kind.SOURCE} else ""
            yield from wrapped(text_of(runs), width, indent, indent)
        case Points(items, ordered):
            yield from _points(items, width, ordered=ordered)
        case Table():
            yield from table_lines(block, width)
        case Lines() | Address() | Signatures():
            for text in _form(block):
                yield from wrapped(text, width, "", GAP)
        case Chart():
            yield from chart_lines(block, width)
        case TitlePage(title, subtitle, lines):
            yield from wrapped(title, width)
            yield from wrapped(subtitle, width)
            for line in lines:
                yield from wrapped(text_of(line), width)
        case Contents() | ListOfTables() | PageBreak():
            pass


def _form(part: FormPart) -> Iterator[str]:
    match part:
        case Lines(lines):
            yield from (f"{line.lead} {text_of(line.value)}".rstrip() for line in lines)
        case Address(sender, lines):
            yield from (sender, *map(text_of, lines))
        case Signatures(labels):
            yield from (f"{BLANK_LINE} {label}" for label in labels)


def _heading(level: int, text: str, width: int) -> Iterator[str]:
    lines = wrapped(text, width)
    yield from lines
    if level <= len(_RULES):
        yield _RULES[level - 1] * max(width_of(line) for line in lines)


_RULES = "=-"


def _points(items: Sequence[Runs], width: int, *, ordered: bool) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if ordered else "- "
        yield from wrapped(text_of(item), width, mark, " " * len(mark))
