"""Blocks into the body of a Word file: paragraphs, lists, tables, sections, contents."""

from collections.abc import Iterable, Iterator, Sequence
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
from insek_cli.formats.docx.chart import drawing_xml, fits_beside
from insek_cli.formats.docx.form import BORDERS, ROOM, lines_xml, room_below, signatures_xml
from insek_cli.formats.docx.page import Page
from insek_cli.formats.docx.styles import BULLETS, HEAD_FILL
from insek_cli.formats.docx.xml import cell_xml, field, paragraph_xml, row_xml, runs_xml

CONTENTS_DEPTH = 2
FIRST_OWN_NUMBERING = 201
FIRST_TABLE_MARK = 10_000

_KIND_STYLE = {
    Kind.BODY: "Normal",
    Kind.LEAD: "Leitsatz",
    Kind.GUIDANCE: "Hinweis",
    Kind.SOURCE: "Quelle",
    Kind.NOTE: "Merkzeile",
}
_UNNUMBERED = {1: "UeberschriftOhneNummer", 2: "UnterueberschriftOhneNummer"}
_BREAK = "<w:pageBreakBefore/>"
# The narrow table floats beside the picture; the paragraph of the picture keeps clear of what follows.
FIGURES_WIDTH = 4000
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


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the table of contents shows it."""

    level: int
    text: str
    bookmark: str


@dataclass(slots=True)
class Body:
    """The body while it is written: parts, headings met, numbered lists needed, and where the page turns."""

    page: Page
    parts: list[_Part] = default(default_factory=list)
    entries: list[Entry] = default(default_factory=list)
    lists: list[int] = default(default_factory=list)
    counters: list[int] = default(default_factory=lambda: [0, 0, 0])
    tables: int = 0
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
                _listed(self.captions, "TableofFigures", ' TOC \\h \\z \\c "Tabelle" ')
            )
        if self.contents_at is not None:
            parts[self.contents_at : self.contents_at] = list(
                _listed(self.entries, None, ' TOC \\o "1-2" \\h \\z \\u ')
            )
        return "".join(parts)

    def _paragraph(self, style: str, content: str, properties: str = "") -> None:
        # The order of properties in the schema: keepNext, pageBreakBefore, numbering.
        before = _BREAK if self.break_next else ""
        if not properties and not self.break_next and self.parts and not self.parts[-1].style:
            properties = _AFTER_TABLE
        self.break_next = False
        self.parts.append(_Part(style, content, before + properties))

    def _turn(self) -> None:
        """End the section here; the next one lies the other way round."""
        if not self.parts and not self.landscape:
            self.landscape = True
            return
        if not self.parts or not self.parts[-1].style:
            self.parts.append(_Part("Abschnittsende", ""))
        self.parts[-1].after += self.page.section_xml(landscape=self.landscape)
        self.landscape = not self.landscape
        self.break_next = False

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
            self.entries.append(Entry(level, f"{number} {heading.text}".strip(), bookmark))
        mark = len(self.entries) if listed else 0
        content = runs_xml(plain(heading.text))
        if mark:
            content = _marked(mark, bookmark, content)
        self._paragraph(style, content)

    def _number(self, level: int) -> str:
        self.counters[level - 1] += 1
        self.counters[level:] = [0] * (len(self.counters) - level)
        return ".".join(str(number) for number in self.counters[:level])

    def _points(self, points: Points) -> None:
        number = BULLETS
        if points.ordered:
            number = FIRST_OWN_NUMBERING + len(self.lists)
            self.lists.append(number)
        style = _KIND_STYLE[points.kind]
        for item in points.items:
            numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            self._paragraph(style, runs_xml(item), numbering + '<w:spacing w:after="40"/>')

    def _table(self, table: Table) -> None:
        if table.caption:
            self._caption(table.caption, table.origin)
        widths = widths_of([column.share for column in table.columns], self.page.room(landscape=table.wide))
        self._framed(_table_xml(table, widths))

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
        self.captions.append(Entry(1, f"Tabelle {self.tables}: {text}", bookmark))
        label = runs_xml(plain("Tabelle ")) + field("SEQ Tabelle \\* ARABIC", str(self.tables))
        content = _marked(FIRST_TABLE_MARK + self.tables, bookmark, label + runs_xml(plain(f": {text}")))
        self._paragraph("Caption", self._commented(content, origin))

    def _chart(self, chart: Chart) -> None:
        """Write caption, picture and figures: beside it where both fit, else below."""
        self.charts.append(chart)
        number = len(self.charts)
        label = runs_xml(plain("Abbildung ")) + field("SEQ Abbildung \\* ARABIC", str(number))
        self._paragraph("Caption", label + runs_xml(plain(f": {full_caption(chart)}")))
        if fits_beside(chart):
            figures = figures_table(chart)
            self.parts.append(
                _Part(
                    "",
                    _table_xml(
                        figures, widths_of([column.share for column in figures.columns], FIGURES_WIDTH), _AT_THE_RIGHT
                    ),
                )
            )
            self._paragraph("Tabellentext", drawing_xml(chart, number), _ALONE)
        else:
            self._paragraph("Tabellentext", drawing_xml(chart, number), "<w:keepNext/>")
            self._table(figures_table(chart))

    def _title_page(self, page: TitlePage) -> None:
        self._paragraph("Title", runs_xml(plain(page.title)))
        self._paragraph("Subtitle", runs_xml(plain(page.subtitle)))
        for line in page.lines:
            self._paragraph("Titelzeile", runs_xml(plain(line)))
        self.break_next = True


def widths_of(shares: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that share the room."""
    return [room * share // sum(shares) for share in shares]


def _table_xml(table: Table, widths: Sequence[int], position: str = "") -> str:
    return grid_xml(
        [column.title for column in table.columns], (_row(table, row, widths) for row in table.rows), widths, position
    )


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


def _row(table: Table, row: Sequence[tuple[Run, ...]], widths: Sequence[int]) -> str:
    cells = (
        cell_xml(
            width, paragraph_xml("Tabellenzahl" if column.align is Align.RIGHT else "Tabellentext", runs_xml(cell))
        )
        for column, width, cell in zip(table.columns, widths, row, strict=True)
    )
    return row_xml(cells, ROOM if table.room else "")


def _marked(number: int, bookmark: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _listed(entries: Sequence[Entry], style: str | None, instruction: str) -> Iterator[str]:
    """Yield a table of contents: a field that already holds its entries, so that it is readable before any renewal."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, entry in enumerate(entries):
        first = begin if place == 0 else ""
        last = end if place == len(entries) - 1 else ""
        yield paragraph_xml(style or f"TOC{entry.level}", first + _contents_line(entry) + last)


def _contents_line(entry: Entry) -> str:
    page = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF {entry.bookmark} \\h '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>…</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{runs_xml(plain(entry.text))}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
