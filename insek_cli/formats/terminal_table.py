"""Tables as text for a terminal: in columns where they fit, else under headings or as cards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from insek_cli.documents.blocks import Align, Runs, Table, text_of
from insek_cli.documents.visible import visible
from insek_cli.formats.terminal_width import padded, padded_left, width_of, wrapped

GAP = "  "
MOST_COLUMNS = 6
BETWEEN = " · "
Part = TypeVar("Part")


def table_lines(table: Table, width: int) -> Iterator[str]:
    """Yield the lines of a table; a column that groups its rows becomes headings where all columns are too many."""
    if table.caption:
        yield from wrapped(f"{table.caption}:", width)
    widths = _column_widths(table, width)
    grouping = [place for place, column in enumerate(table.columns) if column.groups]
    if widths is not None:
        yield from _columns(table, widths)
    elif grouping:
        yield from _groups(table, grouping[0], width)
    else:
        yield from _cards(table, width)


def _groups(table: Table, place: int, width: int) -> Iterator[str]:
    """Yield a part for each value of a column, with the rows that stand together under it."""
    columns = _without(table.columns, place)
    rest = replace(table, columns=columns, rows=tuple(_without(row, place) for row in table.rows))
    widths = _column_widths(rest, width)
    for value, rows in groupby(zip(table.rows, rest.rows, strict=True), key=lambda pair: text_of(pair[0][place])):
        part = replace(rest, rows=tuple(row for _, row in rows))
        yield ""
        yield from wrapped(f"{value}:", width)
        yield from _cards(part, width) if widths is None else _columns(part, widths)


def _without(parts: tuple[Part, ...], place: int) -> tuple[Part, ...]:
    return (*parts[:place], *parts[place + 1 :])


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
    """Yield a card a row: its first cell, below it the others with their titles; lines break between cells."""
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        lead, rest = _card(table, row)
        yield from wrapped(lead, width, "- ", GAP)
        for line in _packed(rest, width - len(GAP)):
            yield from wrapped(line, width, GAP, GAP * 2)


def _card(table: Table, row: Sequence[Runs]) -> tuple[str, list[str]]:
    """Return what a card begins with, its first cell if it says something, and the others with their titles."""
    first, *more = (text_of(cell) for cell in row)
    titles = [column.title for column in table.columns[1:]]
    told = [f"{title}: {text}" for title, text in zip(titles, more, strict=True) if _says(text)]
    return (first, told) if _says(first) or not told else (told[0], told[1:])


def _says(cell: str) -> bool:
    return cell not in {"", "–"}


def _packed(parts: Sequence[str], width: int) -> Iterator[str]:
    """Yield the parts on as few lines as they need without being broken."""
    line = ""
    for part in parts:
        longer = f"{line}{BETWEEN}{part}" if line else part
        if line and ("\n" in longer or width_of(visible(longer)) > width):
            yield line
            line = part
        else:
            line = longer
    if line:
        yield line
