"""What stands above and below the text of every page: our header and footer, or our line below those of a template."""

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from insek_cli.documents.blocks import Document, Table, TitlePage, plain
from insek_cli.formats.docx.page import Page
from insek_cli.formats.docx.xml import NAMESPACES, field, paragraph_xml, runs_xml

_HEADER, _FOOTER = "headerReference", "footerReference"
_TITLE_PAGE = "<w:titlePg/>"
_USUAL_TABS = (4536, 4680, 4819, 9072, 9360, 9638)


def with_edges(word: WordDocument, document: Document, page: Page) -> tuple[Page, list[BaseOxmlElement]]:
    """Return the page with a header and footer for all its sections, and what was written for it.

    A template keeps its own; our line, which says what the paper is, goes below its footer.
    """
    if page.references:
        return _below_theirs(word, document, page)
    return _ours(word, document, page)


def _ours(word: WordDocument, document: Document, page: Page) -> tuple[Page, list[BaseOxmlElement]]:
    edges = _Edges(word)
    pages = _page_numbers() if document.numbered else ""
    titled = any(isinstance(block, TitlePage) for block in document.blocks)
    foot = edges.add(_FOOTER, "default", _footer(document, ""))
    first = edges.add(_HEADER, "first", paragraph_xml("Header", "")) if titled else ""
    foot += edges.add(_FOOTER, "first", _footer(document, "")) if titled else ""
    head = edges.add(_HEADER, "default", _header(document, pages, page.room(landscape=False)))
    wide = any(isinstance(block, Table) and block.wide for block in document.blocks)
    turned = edges.add(_HEADER, "default", _header(document, pages, page.room(landscape=True))) if wide else ""
    framed = replace(
        page,
        references=head + first + foot,
        wide_references=turned + first + foot if wide else "",
        opening=_TITLE_PAGE if titled else "",
    )
    return framed, edges.written


def _below_theirs(word: WordDocument, document: Document, page: Page) -> tuple[Page, list[BaseOxmlElement]]:
    edges = _Edges(word)
    theirs = list(parse_xml(f"<w:sectPr {NAMESPACES}>{page.references}</w:sectPr>"))
    parts = word.part.related_parts
    held = {(found.tag, found.get(qn("w:type"), "")): parts[found.get(qn("r:id"), "")].element for found in theirs}
    numbered = not document.numbered or any(_has_page_number(element) for element in held.values())
    line = "" if numbered else _page_numbers()
    added = ""
    for which in _kinds(word, page):
        footer = held.get((qn(f"w:{_FOOTER}"), which))
        text = _footer(document, line, page.room(landscape=False))
        if footer is None:
            added += edges.add(_FOOTER, which, text)
        else:
            edges.append(footer, text)
    if not any(kind == qn(f"w:{_HEADER}") for kind, _ in held):
        added += edges.add(_HEADER, "default", _header(document, "", page.room(landscape=False)))
    return replace(page, references=_sorted(page.references + added)), edges.written


def _kinds(word: WordDocument, page: Page) -> Iterator[str]:
    """Yield the kinds of pages a template tells apart."""
    yield "default"
    if page.opening:
        yield "first"
    if word.settings.odd_and_even_pages_header_footer:
        yield "even"


def _sorted(references: str) -> str:
    """Return references with those to headers first."""
    found = [f"<w:{piece}" for piece in references.split("<w:")[1:]]
    return "".join(sorted(found, key=lambda piece: _FOOTER in piece))


def _has_page_number(element: BaseOxmlElement) -> bool:
    instructions = [found.text or "" for found in element.iter(qn("w:instrText"))]
    instructions += [found.get(qn("w:instr"), "") for found in element.iter(qn("w:fldSimple"))]
    return any(words.split()[:1] == ["PAGE"] for words in instructions)


class _Edges:
    """Puts headers and footers into a file and keeps what was written."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self.written: list[BaseOxmlElement] = []

    def add(self, kind: str, which: str, paragraph: str) -> str:
        """Add a header or footer; return the reference to it."""
        main = self._word.part
        part, ident = main.add_header_part() if kind == _HEADER else main.add_footer_part()  # type: ignore[no-untyped-call]
        for child in list(part.element):
            part.element.remove(child)
        self.append(part.element, paragraph)
        return f'<w:{kind} w:type="{which}" r:id="{ident}"/>'

    def append(self, edge: BaseOxmlElement, paragraph: str) -> None:
        """Put a paragraph below what an edge has."""
        element = parse_xml(paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
        edge.append(element)
        self.written.append(element)


def _header(document: Document, pages: str, room: int) -> str:
    return paragraph_xml("Header", runs_xml(plain(document.header)) + pages, _tabs(room))


def _footer(document: Document, pages: str, room: int = 0) -> str:
    return paragraph_xml("Footer", runs_xml(plain(document.footer)) + pages, _tabs(room) if pages else "")


def _page_numbers() -> str:
    return runs_xml(plain("\tSeite ")) + field("PAGE", "1") + runs_xml(plain(" von ")) + field("NUMPAGES", "1")


def _tabs(room: int) -> str:
    """Return one tab stop at the right edge instead of those that word processors give their headers."""
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in _USUAL_TABS if place != room)
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{room}"/></w:tabs>'
