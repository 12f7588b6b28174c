"""On which page headings and captions probably stand: an estimate by the widths of our font.

Only a word processor knows the pages. Until somebody renews the fields there, an estimate helps more than no number:
paragraphs are measured, rows and kept-together paragraphs turn the page as a word processor does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from insek_cli.documents.blocks import UNKNOWN_PAGE
from insek_cli.formats.docx.looks import Look, looks_of, with_properties
from insek_cli.formats.docx.measure import Piece, line_count
from insek_cli.formats.docx.xml import NAMESPACES

# The font's lines are 1.15 times its size; in hundredths.
LINE_PER_TYPE = 115
CELL_EDGES, RULE, ROW_LINE, EMU_PER_TWIP = 140, 10, 215, 635
_P, _TBL, _R, _RUN_STYLE, _T, _TR, _TC = (qn(f"w:{tag}") for tag in ("p", "tbl", "r", "rStyle", "t", "tr", "tc"))
_BR, _SECTION, _PROPERTIES, _STYLE = (qn(f"w:{tag}") for tag in ("br", "sectPr", "pPr", "pStyle"))
_MARK, _NAME, _VALUE, _WIDTH = (qn(f"w:{name}") for name in ("bookmarkStart", "name", "val", "w"))
_PAGE_BREAK, _FLOATS, _KEEP = qn("w:pageBreakBefore"), qn("w:tblpPr"), qn("w:keepNext")
_TBL_PR, _TR_PR, _TC_PR = (qn(f"w:{tag}") for tag in ("tblPr", "trPr", "tcPr"))
_WHOLE, _HEIGHT, _HEAD, _CELL_WIDTH = (qn(f"w:{tag}") for tag in ("cantSplit", "trHeight", "tblHeader", "tcW"))
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def number_pages(styles: BaseOxmlElement, content: str, body: BaseOxmlElement) -> None:
    """Write the probable pages into the tables of contents and references of a body; the content is its XML."""
    links = list(body.iter(qn("w:hyperlink")))
    if not links:
        return
    pages = probable_pages(looks_of(styles), _read(f"<w:body {NAMESPACES}>{content}</w:body>"))
    for link in links:
        page = pages.get(link.get(qn("w:anchor"), ""))
        shown = [found for found in link.iter(_T) if found.text == UNKNOWN_PAGE]
        if page is not None and shown:
            shown[-1].text = str(page)


def _read(text: str) -> Element:
    # The library's own elements would take three times as long.
    return ET.fromstring(text)  # noqa: S314 - written by ourselves


def probable_pages(looks: Mapping[str, Look], body: Element) -> dict[str, int]:
    """Return the probable page of every bookmark."""
    sections = list(body.iter(_SECTION))
    layout = _Layout(looks, _room(sections[0]))
    coming = iter(sections[1:])
    for block in _blocks(body):
        layout.place(block)
        properties = block.find(_PROPERTIES)
        if properties is not None and properties.find(_SECTION) is not None:
            layout.turn(_room(next(coming)))
    layout.settle()
    return layout.pages


def _blocks(body: Element) -> Iterator[Element]:
    return (child for child in body if child.tag in {_P, _TBL})


def _room(section: Element) -> tuple[int, int]:
    """Return width and height of the text on the pages of a section."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    across = sum(_of(margins, side) for side in ("left", "right", "gutter"))
    down = sum(abs(_of(margins, side)) for side in ("top", "bottom"))
    return _of(size, "w") - across, _of(size, "h") - down


def _of(element: Element | None, name: str) -> int:
    return 0 if element is None else int(element.get(qn(f"w:{name}"), "0"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays on one page: its height, the spaces around it, and the bookmarks in it."""

    height: int
    before: int
    after: int
    marks: tuple[str, ...]
    keeps_next: bool
    breaks: bool
    repeated: int = 0
    lines: int = 1


@dataclass(slots=True)
class _Layout:
    """Fills pages from top to bottom; pieces that stay with the next one wait for it.

    Between two paragraphs stands the greater of the spaces they want; at the top of a page none, unless the page was
    begun on purpose.
    """

    looks: Mapping[str, Look]
    room: tuple[int, int]
    page: int = 1
    used: int = 0
    after: int = 0
    spaced: bool = True
    pages: dict[str, int] = field(default_factory=dict)
    waiting: list[_Piece] = field(default_factory=list)
    counted: dict[tuple[tuple[Piece, ...], int, int], int] = field(default_factory=dict)

    def place(self, block: Element) -> None:
        """Put a paragraph or table onto the pages."""
        for piece in self._paragraph(block) if block.tag == _P else self._table(block):
            if piece.breaks and (self.used or self.waiting):
                self.settle()
                self._next_page()
                self.spaced = True
            self.waiting.append(piece)
            if not piece.keeps_next:
                self.settle()

    def settle(self) -> None:
        """Put down what waited."""
        group, self.waiting = self.waiting, []
        if group and self.used and self.used + self._needed(group) > self.room[1]:
            self._next_page()
            self.used += group[0].repeated
        for piece in group:
            self._put(piece)

    def _needed(self, group: Sequence[_Piece]) -> int:
        """Return how much of the page a group needs that stays together, but for what may go onto the next."""
        above = [self.after, *(piece.after for piece in group)]
        heights = [max(after, piece.before) + piece.height for after, piece in zip(above, group, strict=False)]
        return sum(heights) - _loose(group[-1])

    def _put(self, piece: _Piece) -> None:
        top = self.used + (max(self.after, piece.before) if self.spaced else 0)
        self.pages.update(dict.fromkeys(piece.marks, self.page))
        lines, line = piece.lines, piece.height // piece.lines
        while top + lines * line > self.room[1] + _TOLERANCE and lines > 1:
            lines -= max(1, min((self.room[1] - top) // line, lines - _TOGETHER))
            self.page += 1
            top = piece.repeated
        self.used, self.after, self.spaced = top + lines * line, piece.after, True

    def turn(self, room: tuple[int, int]) -> None:
        """Begin a section with other pages."""
        self.settle()
        self._next_page()
        self.room, self.spaced = room, True

    def _next_page(self) -> None:
        self.page += 1
        self.used, self.after, self.spaced = 0, 0, False

    def _paragraph(self, paragraph: Element) -> Iterator[_Piece]:
        look = self._look(paragraph)
        properties = paragraph.find(_PROPERTIES)
        breaks = properties is not None and properties.find(_PAGE_BREAK) is not None
        lines = self._lines(paragraph, look, self.room[0])
        height = max(lines * _line(look), _picture(paragraph))
        marks = tuple(found.get(_NAME, "") for found in paragraph.iter(_MARK))
        yield _Piece(height, look.before, look.after, marks, look.keeps_next, breaks, lines=lines)

    def _table(self, table: Element) -> Iterator[_Piece]:
        if _inner(table, _TBL_PR, _FLOATS) is not None:
            return  # it floats beside the picture that follows
        rows = list(table.iter(_TR))
        heights = [self._row(row) + (0 if place else RULE) for place, row in enumerate(rows)]
        head = sum(height for height, row in zip(heights, rows, strict=True) if _is_head(row))
        for height, row in zip(heights, rows, strict=True):
            lines = 1 if _inner(row, _TR_PR, _WHOLE) is not None else height // ROW_LINE
            repeated = 0 if _is_head(row) else head
            yield _Piece(height, 0, 0, (), self._keeps(row), breaks=False, repeated=repeated, lines=max(1, lines))

    def _keeps(self, row: Element) -> bool:
        first = next(row.iter(_P), None)
        return first is not None and self._look(first).keeps_next

    def _row(self, row: Element) -> int:
        least = _inner(row, _TR_PR, _HEIGHT)
        cells = [self._cell(cell) for cell in row.iter(_TC)]
        return max((0 if least is None else int(least.get(_VALUE, "0")), *cells)) + RULE

    def _cell(self, cell: Element) -> int:
        width = _inner(cell, _TC_PR, _CELL_WIDTH)
        room = (0 if width is None else int(width.get(_WIDTH, "0"))) - CELL_EDGES
        return sum(self._height(paragraph, room) for paragraph in cell.iter(_P))

    def _height(self, paragraph: Element, room: int) -> int:
        look = self._look(paragraph)
        return look.before + look.after + self._lines(paragraph, look, room) * _line(look)

    def _lines(self, paragraph: Element, look: Look, room: int) -> int:
        """Return on how many lines a paragraph stands; many cells hold the same gap and are as wide."""
        asked = tuple(_pieces(paragraph, look)), look.type, max(1, room - look.left - look.right)
        if asked not in self.counted:
            self.counted[asked] = line_count(*asked)
        return self.counted[asked]

    def _look(self, paragraph: Element) -> Look:
        properties = paragraph.find(_PROPERTIES)
        style = None if properties is None else properties.find(_STYLE)
        look = self.looks.get("" if style is None else style.get(_VALUE, ""), Look())
        others = [] if properties is None else [child.tag for child in properties if child is not style]
        if others in ([], [_KEEP]):
            return replace(look, keeps_next=True) if others and not look.keeps_next else look
        return with_properties(look, properties, None)


_TOLERANCE = 40


def _loose(piece: _Piece) -> int:
    """Return how much of a paragraph may go onto the next page: all but two lines of a longer one."""
    return piece.height * (piece.lines - _TOGETHER) // piece.lines if piece.lines > _TOGETHER + 1 else 0


_TOGETHER = 2


def _line(look: Look) -> int:
    return look.type * LINE_PER_TYPE * look.line // 2400


def _pieces(paragraph: Element, look: Look) -> Iterator[Piece]:
    bold = look.bold
    for found in paragraph.iter():
        if found.tag == _R:
            bold = look.bold
        elif found.tag == _RUN_STYLE:
            bold = bold or found.get(_VALUE) == _STRONG
        elif found.tag == _T:
            yield found.text or "", bold
        elif found.tag == _BR:
            yield "\n", bold


_STRONG = "Strong"


def _picture(paragraph: Element) -> int:
    return max((int(found.get("cy", "0")) // EMU_PER_TWIP for found in paragraph.iter(_EXTENT)), default=0)


def _is_head(row: Element) -> bool:
    return _inner(row, _TR_PR, _HEAD) is not None


def _inner(element: Element, outer: str, inner: str) -> Element | None:
    """Return what stands within a part of an element; quicker than a path."""
    found = element.find(outer)
    return None if found is None else found.find(inner)
