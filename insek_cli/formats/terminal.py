"""Documents as text for a terminal, wrapped to its width; every bar also has its figures."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence

from insek_cli.documents.blocks import (
    Align,
    Bar,
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Kind,
    ListOfTables,
    PageBreak,
    Paragraph,
    Points,
    Runs,
    Table,
    TitlePage,
    text_of,
)
from insek_cli.documents.visible import visible

NARROWEST, WIDEST = 40, 100
BAR = 20
GAP = "  "
FULL, HALF, EMPTY = "#", "?", "-"


def terminal_width() -> int:
    """Return the width to write for: that of the terminal, within bounds."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def terminal_text(document: Document, width: int) -> str:
    """Return a document as plain text of at most `width` columns (longer words stay whole)."""
    parts = ["\n".join(_lines(block, width)) for block in document.blocks]
    footer = "\n".join(_wrapped(document.footer, width))
    return "\n\n".join(part for part in (*parts, footer) if part) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:  # noqa: C901 - one line a kind of block
    match block:
        case Heading(level, text):
            yield from _heading(level, text, width)
        case Paragraph(runs, kind):
            indent = GAP if kind in {Kind.GUIDANCE, Kind.SOURCE} else ""
            yield from _wrapped(text_of(runs), width, indent, indent)
        case Points(items, ordered):
            yield from _points(items, width, ordered=ordered)
        case Table():
            yield from _table(block, width)
        case Chart(caption, bars):
            yield from _chart(caption, bars, width)
        case TitlePage(title, subtitle, lines):
            yield from _wrapped(title, width)
            yield from _wrapped(subtitle, width)
            for line in lines:
                yield from _wrapped(line, width)
        case Contents() | ListOfTables() | PageBreak():
            pass


def _heading(level: int, text: str, width: int) -> Iterator[str]:
    lines = _wrapped(text, width)
    yield from lines
    if level <= len(_RULES):
        yield _RULES[level - 1] * max(len(line) for line in lines)


_RULES = "=-"


def _points(items: Sequence[Runs], width: int, *, ordered: bool) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if ordered else "- "
        yield from _wrapped(text_of(item), width, mark, " " * len(mark))


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text; line ends within it are kept."""
    lines: list[str] = []
    for part in visible(text).split("\n"):
        lines += textwrap.wrap(
            part,
            width,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return lines


def _chart(caption: str, bars: Sequence[Bar], width: int) -> Iterator[str]:
    """Yield a bar a line: label, bar, secured and unclear in percent."""
    yield from _wrapped(f"{caption} ({FULL} gesichert, {HALF} noch ungeklärt, {EMPTY} fehlt)", width)
    labels = [" ".join(visible(bar.label).split()) for bar in bars]
    label_width = min(max((len(label) for label in labels), default=0), width - BAR - 16)
    for label, bar in zip(labels, bars, strict=True):
        lines = textwrap.wrap(label, label_width) or [""]
        yield f"{lines[0]:<{label_width}} {_bar(bar)}"
        yield from lines[1:]


def _bar(bar: Bar) -> str:
    if bar.secured is None or bar.unclear is None:
        return "trifft nicht zu"
    full = round(bar.secured * BAR / 100)
    unclear = round((bar.secured + bar.unclear) * BAR / 100) - full
    drawn = FULL * full + HALF * unclear + EMPTY * (BAR - full - unclear)
    return f"{drawn} {round(bar.secured):>3} % {round(bar.unclear):>4} %"


def _table(table: Table, width: int) -> Iterator[str]:
    """Yield a table in columns where they fit, else row by row with the titles before the values."""
    if table.caption:
        yield from _wrapped(f"{table.caption}:", width)
    widths = _column_widths(table, width)
    if widths is None:
        yield from _cards(table, width)
    else:
        yield from _columns(table, widths)


MOST_COLUMNS = 4


def _column_widths(table: Table, width: int) -> list[int] | None:
    if len(table.columns) > MOST_COLUMNS:
        return None
    room = width - len(GAP) * (len(table.columns) - 1)
    shares = sum(column.share for column in table.columns)
    widths = [room * column.share // shares for column in table.columns]
    longest = [
        max((len(word) for runs in (row[place] for row in table.rows) for word in text_of(runs).split()), default=0)
        for place in range(len(widths))
    ]
    return widths if all(given >= need for given, need in zip(widths, longest, strict=True)) else None


def _columns(table: Table, widths: Sequence[int]) -> Iterator[str]:
    yield from _row([column.title for column in table.columns], table, widths)
    yield GAP.join("-" * given for given in widths)
    for row in table.rows:
        yield from _row([text_of(cell) for cell in row], table, widths)


def _row(cells: Sequence[str], table: Table, widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrapped(cell, given) for cell, given in zip(cells, widths, strict=True)]
    for line in range(max(len(lines) for lines in wrapped)):
        parts = [lines[line] if line < len(lines) else "" for lines in wrapped]
        yield GAP.join(
            f"{part:>{given}}" if column.align is Align.RIGHT else f"{part:<{given}}"
            for part, given, column in zip(parts, widths, table.columns, strict=True)
        ).rstrip()


def _cards(table: Table, width: int) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        for column, cell in zip(table.columns, row, strict=True):
            text = text_of(cell)
            if text and text != "–":
                yield from _wrapped(
                    f"{column.title}: {text}", width, GAP if column is not table.columns[0] else "- ", GAP * 2
                )
