"""Tables with a header that is repeated on each page, and columns as wide as their longest word needs."""

from collections.abc import Iterable, Sequence

from insek_cli.documents.blocks import Table, plain, text_of
from insek_cli.formats.docx.form import BORDERS
from insek_cli.formats.docx.measure import BOLD, WIDEST_SUBSTITUTE, fitted, longest_word
from insek_cli.formats.docx.styles import HEAD_FILL
from insek_cli.formats.docx.xml import cell_xml, paragraph_xml, row_xml, runs_xml

CELL_EDGES = 160
# No word may claim more than this part of the table; what is longer is broken.
MOST_PART = 3


def widths_of(table: Table, room: int, size: int) -> list[int]:
    """Return the widths of the columns of a table; `size` is that of its type in half points."""
    shares = [column.share for column in table.columns]
    return column_widths(shares, _columns(table), room, size)


def _columns(table: Table) -> list[list[str]]:
    return [[column.title, *(text_of(row[place]) for row in table.rows)] for place, column in enumerate(table.columns)]


def column_widths(shares: Sequence[int], columns: Sequence[Sequence[str]], room: int, size: int) -> list[int]:
    """Return widths by share in which no word is broken as long as there is room; each column begins with its title."""
    return fitted(shares, [_least(texts, room, size) for texts in columns], room)


def _least(texts: Sequence[str], room: int, size: int) -> int:
    widest = max(longest_word(texts[0], size) * BOLD // 100, longest_word("\n".join(set(texts[1:])), size))
    return min(widest * WIDEST_SUBSTITUTE // 100 + CELL_EDGES, room // MOST_PART)


def grid_xml(titles: Iterable[str], rows: Iterable[str], widths: Sequence[int], position: str = "") -> str:
    """Return a table of finished rows below a header that is repeated on each page; no titles, no header."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = [
        cell_xml(width, paragraph_xml("Tabellenkopf", runs_xml(plain(title))), HEAD_FILL)
        for title, width in zip(titles, widths, strict=False)
    ]
    head = row_xml(heads, "<w:tblHeader/>") if heads else ""
    return (
        f'<w:tbl><w:tblPr>{position}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )
