"""Documents as text for a terminal, wrapped to its width; every bar also has its figures."""

import shutil
from collections.abc import Iterator, Sequence

from insek_cli.documents.blocks import (
    Address,
    Align,
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
from insek_cli.documents.visible import visible
from insek_cli.formats.terminal_chart import chart_lines
from insek_cli.formats.terminal_width import padded, padded_left, width_of, wrapped

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
            yield from _table(block, width)
        case Lines() | Address() | Signatures():
            for text in _form(block):
                yield from wrapped(text, width, "", GAP)
        case Chart():
            yield from chart_lines(block, width)
        case TitlePage(title, subtitle, lines):
            yield from wrapped(title, width)
            yield from wrapped(subtitle, width)
            for line in lines:
                yield from wrapped(line, width)
        case Contents() | ListOfTables() | PageBreak():
            pass


def _form(part: FormPart) -> Iterator[str]:
    match part:
        case Lines(lines):
            yield from (f"{line.label}: {text_of(line.value)}".rstrip() for line in lines)
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


def _table(table: Table, width: int) -> Iterator[str]:
    """Yield a table in columns where they fit, else row by row with the titles before the values."""
    if table.caption:
        yield from wrapped(f"{table.caption}:", width)
    widths = _column_widths(table, width)
    if widths is None:
        yield from _cards(table, width)
    else:
        yield from _columns(table, widths)


MOST_COLUMNS = 6


def _column_widths(table: Table, width: int) -> list[int] | None:
    """Return the widths of the columns: by their shares, but none narrower than its longest word; None without room."""
    room = width - len(GAP) * (len(table.columns) - 1)
    needed = [_longest_word(table, place) for place in range(len(table.columns))]
    if len(table.columns) > MOST_COLUMNS or sum(needed) > room:
        return None
    given: dict[int, int] = {}
    while len(given) < len(needed):
        free = [place for place in range(len(needed)) if place not in given]
        shared = _shared(table, free, room - sum(given.values()))
        tight = {place: needed[place] for place in free if shared[place] < needed[place]}
        given |= tight or shared
    return [given[place] for place in range(len(needed))]


def _longest_word(table: Table, place: int) -> int:
    texts = (table.columns[place].title, *(text_of(row[place]) for row in table.rows))
    return max((width_of(word) for text in texts for word in visible(text).split()), default=0)


def _shared(table: Table, places: Sequence[int], room: int) -> dict[int, int]:
    shares = sum(table.columns[place].share for place in places)
    return {place: room * table.columns[place].share // shares for place in places}


def _columns(table: Table, widths: Sequence[int]) -> Iterator[str]:
    yield from _row([column.title for column in table.columns], table, widths)
    yield GAP.join("-" * given for given in widths)
    for row in table.rows:
        yield from _row([text_of(cell) for cell in row], table, widths)


def _row(cells: Sequence[str], table: Table, widths: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(cell, given) for cell, given in zip(cells, widths, strict=True)]
    for line in range(max(len(lines) for lines in columns)):
        parts = [lines[line] if line < len(lines) else "" for lines in columns]
        yield GAP.join(
            padded_left(part, given) if column.align is Align.RIGHT else padded(part, given)
            for part, given, column in zip(parts, widths, table.columns, strict=True)
        ).rstrip()


def _cards(table: Table, width: int) -> Iterator[str]:
    """Yield a card a row: the first cell leads, short cells share lines."""
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        cells = [(column.title, text_of(cell)) for column, cell in zip(table.columns, row, strict=True)]
        first, *more = [f"{title}: {text}" for title, text in cells if text and text != "–"] or [""]
        yield from wrapped(first, width, "- ", GAP * 2)
        short = all(width_of(part) <= width // 2 for part in more)
        for part in [GAP.join(more)] if short and more else more:
            yield from wrapped(part, width, GAP, GAP * 2)
