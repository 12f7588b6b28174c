"""Blocks into the body of a Word file: paragraphs, lists, tables, sections, contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as default

from insek_cli.documents.blocks import (
    Address,
    Align,
    Block,
    Chart,
    Contents,
    FormPart,
    Heading,
    Kind,
    Lines,
    ListOfTables,
    PageBreak,
    Paragraph,
    Points,
    Run,
    Signatures,
    Table,
    TitlePage,
    plain,
)
from insek_cli.documents.charts import figures_table, full_caption
from insek_cli.formats.docx.chart import NARROW_WIDTH, PICTURE_WIDTH, drawing_xml, widths_beside
from insek_cli.formats.docx.contents import Entry, contents_xml
from insek_cli.formats.docx.form import ROOM, lines_xml, room_below, signatures_xml
from insek_cli.formats.docx.grid import grid_xml, widths_of
from insek_cli.formats.docx.numbers import chapter_number
from insek_cli.formats.docx.page import Page
from insek_cli.formats.docx.styles import BULLETS
from insek_cli.formats.docx.xml import cell_xml, field, paragraph_xml, reference, row_xml, runs_xml

CONTENTS_DEPTH = 2
FIRST_OWN_NUMBERING = 201
FIRST_TABLE_MARK = 10_000
FIRST_ANCHOR_MARK = 20_000

_KIND_STYLE = {
    Kind.BODY: "Normal",
    Kind.LEAD: "Leitsatz",
    Kind.GUIDANCE: "Hinweis",
    Kind.SOURCE: "Quelle",
    Kind.NOTE: "Merkzeile",
}
_UNNUMBERED = {1: "UeberschriftOhneNummer", 2: "UnterueberschriftOhneNummer"}
_BREAK = "<w:pageBreakBefore/>"
_KEEP = "<w:keepNext/>"
_HEADINGS = frozenset(("Heading1", "Heading2", *_UNNUMBERED.values(), "Zwischenueberschrift"))
_KEPT = _HEADINGS | {"Caption"}
# The narrow table floats beside the picture; the paragraph of the picture keeps clear of what follows.
_AT_THE_RIGHT = (
    '<w:tblpPr w:leftFromText="142" w:rightFromText="0" w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="right" '
    'w:tblpY="1"/><w:tblOverlap w:val="never"/>'
)
_ALONE = '<w:spacing w:after="120"/>'
_AFTER_TABLE = '<w:spacing w:before="160"/>'


@dataclass(slots=True)
class _Part:
    """A paragraph that may still get a section end, or a finished table (style empty)."""

    style: str
    content: str
    before: str = ""
    after: str = ""

    def xml(self) -> str:
        return paragraph_xml(self.style, self.content, self.before + self.after) if self.style else self.content


@dataclass(slots=True)
class Body:
    """The body while it is written: parts, headings met, numbered lists needed, and where the page turns."""

    page: Page
    parts: list[_Part] = default(default_factory=list)
    entries: list[Entry] = default(default_factory=list)
    lists: list[int] = default(default_factory=list)
    counters: list[int] = default(default_factory=lambda: [0, 0, 0])
    tables: int = 0
    anchors: int = 0
    break_next: bool = False
    landscape: bool = False
    contents_at: int | None = None
    tables_at: int | None = None
    captions: list[Entry] = default(default_factory=list)
    listing: bool = False
    charts: list[Chart] = default(default_factory=list)
    origins: list[str] = default(default_factory=list)

    def add(self, block: Block) -> None:  # noqa: C901 - one line a kind of block
        """Add a block."""
        wide = isinstance(block, Table) and block.wide
        if wide != self.landscape and not isinstance(block, PageBreak):
            self._turn()
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(runs, kind, origin):
                self._paragraph(_KIND_STYLE[kind], self._commented(runs_xml(runs), origin))
            case Points():
                self._points(block)
            case Table():
                self._table(block)
            case Lines() | Address() | Signatures():
                self._form(block)
            case Chart():
                self._chart(block)
            case TitlePage():
                self._title_page(block)
            case Contents():
                self.contents_at, self.listing = len(self.parts), True
            case ListOfTables():
                self.tables_at = len(self.parts)
            case PageBreak():
                self.break_next = True

    def xml(self) -> str:
        """Return the content of the body, without the properties of the last section."""
        if self.landscape:
            self._turn()
        parts = [part.xml() for part in self.parts]
        # From the back, so that the places stay right.
        if self.tables_at is not None:
            parts[self.tables_at : self.tables_at] = list(
                contents_xml(self.captions, "TableofFigures", ' TOC \\h \\z \\c "Tabelle" ')
            )
        if self.contents_at is not None:
            parts[self.contents_at : self.contents_at] = list(
                contents_xml(self.entries, None, ' TOC \\o "1-2" \\h \\z \\u ')
            )
        return "".join(parts)

    def _paragraph(self, style: str, content: str, properties: str = "") -> None:
        # The order of properties in the schema: keepNext, pageBreakBefore, numbering.
        before = (_KEEP if self._stays_with_next(style) else "") + (_BREAK if self.break_next else "")
        if not properties and not self.break_next and self._below_table() and style not in _HEADINGS:
            properties = _AFTER_TABLE
        self.break_next = False
        self.parts.append(_Part(style, content, before + properties))

    def _below_table(self) -> bool:
        return bool(self.parts) and not self.parts[-1].style

    def _stays_with_next(self, style: str) -> bool:
        """Return whether a paragraph must not end a page: headings, captions, and the guidance right below a heading."""
        above = self.parts[-1] if self.parts else None
        return style in _KEPT or (
            style == "Hinweis"
            and above is not None
            and (above.style in _HEADINGS or (above.style == "Hinweis" and _KEEP in above.before))
        )

    def _turn(self) -> None:
        """End the section here; the next one lies the other way round."""
        moved = [] if self.landscape else self._heading_at_the_end()
        if self.parts or self.landscape:
            self._end_section()
        self.parts += moved
        self.landscape = not self.landscape

    def _heading_at_the_end(self) -> list[_Part]:
        """Take off a heading that has nothing but guidance below it: it belongs to the page that comes."""
        end = len(self.parts)
        while end and self.parts[end - 1].style == "Hinweis":
            end -= 1
        start = end
        while start and self.parts[start - 1].style in _HEADINGS:
            start -= 1
        if start == end:
            return []
        taken = self.parts[start:]
        del self.parts[start:]
        taken[0].before = taken[0].before.replace(_BREAK, "")
        return taken

    def _end_section(self) -> None:
        if not self.parts or not self.parts[-1].style:
            self.parts.append(_Part("Abschnittsende", ""))
        self.parts[-1].after += self.page.section_xml(landscape=self.landscape)
        self.page = self.page.following()
        self.break_next = False

    def _keep_introduction(self) -> None:
        """Have a paragraph between a heading and a table stay with the table."""
        if len(self.parts) > 1 and self.parts[-2].style in _HEADINGS and self.parts[-1].style == "Normal":
            self.parts[-1].before = _KEEP + self.parts[-1].before

    def _heading(self, heading: Heading) -> None:
        bookmark = f"_Toc{len(self.entries) + 1:04}"
        level = min(heading.level, 3)
        style = (
            f"Heading{level}"
            if heading.numbered and level <= CONTENTS_DEPTH
            else _UNNUMBERED.get(level, "Zwischenueberschrift")
        )
        number = self._number(level) if style.startswith("Heading") else ""
        listed = level <= CONTENTS_DEPTH and self.listing
        if listed:
            self.entries.append(Entry(level, number, heading.text, bookmark))
        mark = len(self.entries) if listed else 0
        content = runs_xml(plain(heading.text))
        if mark:
            content = _marked(mark, bookmark, content)
        if heading.anchor is not None:
            self.anchors += 1
            content = _marked(FIRST_ANCHOR_MARK + self.anchors, reference(heading.anchor), content)
        self._paragraph(style, content)

    def _number(self, level: int) -> str:
        self.counters[level - 1] += 1
        self.counters[level:] = [0] * (len(self.counters) - level)
        return chapter_number(self.page.levels, self.counters[:level])

    def _points(self, points: Points) -> None:
        number = BULLETS
        if points.ordered:
            number = FIRST_OWN_NUMBERING + len(self.lists)
            self.lists.append(number)
        style = _KIND_STYLE[points.kind]
        self._keep_with_next(1)
        for item in points.items:
            numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            self._paragraph(style, runs_xml(item), numbering + '<w:spacing w:after="40"/>')
        if len(points.items) > 1:
            self._keep_with_next(2)

    def _keep_with_next(self, back: int) -> None:
        """Have a paragraph so many parts back stay with what follows it: no list loses its introduction or its last point."""
        if len(self.parts) >= back and self.parts[-back].style and _KEEP not in self.parts[-back].before:
            self.parts[-back].before = _KEEP + self.parts[-back].before

    def _table(self, table: Table) -> None:
        self._keep_introduction()
        if table.caption:
            self._caption(table.caption, table.origin)
        self._framed(_table_xml(table, widths_of(table, self.page.room(landscape=table.wide), self.page.table_type)))

    def _framed(self, content: str) -> None:
        """Add a finished table; between two of them stands a paragraph, or Word would join them."""
        if self.break_next or (self.parts and not self.parts[-1].style):
            self._paragraph("Abschnittsende", "", " ")
        self.parts.append(_Part("", content))

    def _form(self, part: FormPart) -> None:
        room = self.page.room(landscape=False)
        match part:
            case Lines():
                self._framed(lines_xml(part, room))
            case Address():
                self._letter_head(part)
            case Signatures(labels):
                self._keep_with_next(1)
                self._framed(signatures_xml(labels, room))

    def _letter_head(self, address: Address) -> None:
        self._paragraph("Absender", runs_xml(plain(address.sender)))
        for line in address.lines:
            self._paragraph("Anschrift", runs_xml(line))
        self.parts[-1].after += room_below(len(address.lines))

    def _commented(self, content: str, origin: str | None) -> str:
        """Return a content with a comment that says where it comes from, if it does."""
        if origin is None:
            return content
        number = len(self.origins)
        self.origins.append(origin)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def _caption(self, text: str, origin: str | None = None) -> None:
        self.tables += 1
        bookmark = f"_Tab{self.tables:04}"
        self.captions.append(Entry(1, "", f"Tabelle {self.tables}: {text}", bookmark))
        label = runs_xml(plain("Tabelle ")) + field("SEQ Tabelle \\* ARABIC", str(self.tables))
        content = _marked(FIRST_TABLE_MARK + self.tables, bookmark, label + runs_xml(plain(f": {text}")))
        self._paragraph("Caption", self._commented(content, origin))

    def _chart(self, chart: Chart) -> None:
        """Write caption, picture and figures: beside it where both fit, else below."""
        self.charts.append(chart)
        number = len(self.charts)
        label = runs_xml(plain("Abbildung ")) + field("SEQ Abbildung \\* ARABIC", str(number))
        self._paragraph("Caption", label + runs_xml(plain(f": {full_caption(chart)}")))
        room, figures = self.page.room(landscape=False), figures_table(chart)
        beside = widths_beside(chart, room, self.page.table_type)
        if beside is not None:
            self.parts.append(_Part("", _table_xml(figures, beside, _AT_THE_RIGHT)))
            self._paragraph("Tabellentext", drawing_xml(chart, number, NARROW_WIDTH), _ALONE)
        else:
            self._paragraph("Bild", drawing_xml(chart, number, min(PICTURE_WIDTH, room)))
            self._table(figures)

    def _title_page(self, page: TitlePage) -> None:
        self._paragraph("Title", runs_xml(plain(page.title)))
        self._paragraph("Subtitle", runs_xml(plain(page.subtitle)))
        for line in page.lines:
            self._paragraph("Titelzeile", runs_xml(line))
        self.break_next = True


def _table_xml(table: Table, widths: Sequence[int], position: str = "") -> str:
    kept = _kept_rows(table)
    rows = (_row(table, row, widths, _KEEP if place in kept else "") for place, row in enumerate(table.rows))
    return grid_xml([column.title for column in table.columns], rows, widths, position)


def _kept_rows(table: Table) -> set[int]:
    """Return which rows stay on a page with the next one: all of a small table, else so that none stands alone."""
    last = len(table.rows) - 1
    return set(range(last)) if _is_small(table) else {place for place in (0, last - 1) if 0 <= place < last}


def _is_small(table: Table) -> bool:
    """Return whether a table is so small that it stays on one page."""
    signs = sum(len(run.text) for row in table.rows for cell in row for run in cell)
    return len(table.rows) <= SMALL_ROWS and signs <= SMALL_TEXT


SMALL_ROWS, SMALL_TEXT = 5, 500


def _row(table: Table, row: Sequence[tuple[Run, ...]], widths: Sequence[int], keep: str) -> str:
    cells = (
        cell_xml(width, paragraph_xml(_CELL_STYLE[column.align], runs_xml(cell), keep))
        for column, width, cell in zip(table.columns, widths, row, strict=True)
    )
    return row_xml(cells, ROOM if table.room else "")


_CELL_STYLE = {Align.LEFT: "Tabellentext", Align.RIGHT: "Tabellenzahl"}


def _marked(number: int, bookmark: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
