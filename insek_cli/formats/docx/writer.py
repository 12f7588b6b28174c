"""A document as the bytes of a Word file."""

import datetime as dt
import io
from collections.abc import Callable, Iterable
from dataclasses import replace

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from insek_cli.documents.blocks import Document, plain
from insek_cli.documents.visible import visible
from insek_cli.formats.docx.body import Body
from insek_cli.formats.docx.chart import add_chart
from insek_cli.formats.docx.comments import add_comments
from insek_cli.formats.docx.dense import tighten
from insek_cli.formats.docx.page import DENSE_MARGIN, MARGIN, Page, page_with
from insek_cli.formats.docx.styles import LANGUAGE, add_number_list, prepare_styles
from insek_cli.formats.docx.template import Frame, adopt
from insek_cli.formats.docx.xml import NAMESPACES, field, paragraph_xml, runs_xml

FIRST_CONTROL = 5_000
_EPOCH = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the same text, whenever it is written


def docx_bytes(document: Document) -> bytes:
    """Return a document as a Word file."""
    page = page_with(DENSE_MARGIN if document.dense else MARGIN)

    def content_of(word: WordDocument, framed: Page) -> str:
        if document.dense:
            tighten(word)
        return _content(document, word, framed, 0)

    return word_bytes(document, content_of, page, page.room(landscape=False))


def docx_bytes_in(document: Document, frame: Frame) -> bytes:
    """Return a document as a Word file in the frame of a template."""
    page, edges = _with_edges(frame.word, document, frame.page, frame.page.room(landscape=False))
    elements = _elements(_content(document, frame.word, page, frame.offset))
    adopt(frame, (*edges, *elements))
    _fill(frame.word, elements)
    return _saved(frame.word, document)


def word_bytes(document: Document, content_of: Callable[[WordDocument, Page], str], page: Page, room: int) -> bytes:
    """Return a Word file with our styles, header, footer and properties.

    content_of: gives the body's XML for the file and the page with the references that each section carries.
    room: width between the margins in twentieths of a point, for the page number at the right.
    """
    word = docx.Document()
    prepare_styles(word)
    framed, _ = _with_edges(word, document, page, room)
    _fill(word, _elements(content_of(word, framed)))
    return _saved(word, document)


def _content(document: Document, word: WordDocument, page: Page, offset: int) -> str:
    """Return the body's XML; its lists and charts are put into the file, list numbers raised by the offset."""
    body = Body(page)
    for block in document.blocks:
        body.add(block)
    for number in body.lists:
        add_number_list(word, number, offset)
    for number, chart in enumerate(body.charts, start=1):
        add_chart(word, chart, number)
    add_comments(word, body.origins)
    return body.xml() + page.section_xml(landscape=False)


def _elements(content: str) -> list[BaseOxmlElement]:
    return list(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"))


def _fill(word: WordDocument, elements: Iterable[BaseOxmlElement]) -> None:
    element = word.element.body
    for child in list(element):
        element.remove(child)
    for child in elements:
        element.append(child)
    _number_gaps(element)


def _saved(word: WordDocument, document: Document) -> bytes:
    _properties(word, document)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _number_gaps(body: BaseOxmlElement) -> None:
    """Give every gap its tag and number, in the order of the text; other controls have theirs or need none."""
    aliases = (
        properties.find(qn("w:alias")) for properties in body.iter(qn("w:sdtPr")) if properties.find(qn("w:id")) is None
    )
    for number, alias in enumerate((alias for alias in aliases if alias is not None), start=1):
        alias.addnext(parse_xml(f'<w:id {NAMESPACES} w:val="{FIRST_CONTROL + number}"/>'))
        alias.addnext(parse_xml(f'<w:tag {NAMESPACES} w:val="luecke-{number:04}"/>'))


def _with_edges(word: WordDocument, document: Document, page: Page, room: int) -> tuple[Page, list[BaseOxmlElement]]:
    """Return the page with our header and footer where it has none, and these two."""
    section, references, written = word.sections[-1], page.references, []
    pages = runs_xml(plain("\tSeite ")) + field("PAGE", "1") + runs_xml(plain(" von ")) + field("NUMPAGES", "1")
    top = runs_xml(plain(document.header)) + (pages if document.numbered else "")
    for kind, edge, paragraph in (
        ("headerReference", section.header, paragraph_xml("Header", top, _tabs(room))),
        ("footerReference", section.footer, paragraph_xml("Footer", runs_xml(plain(document.footer)))),
    ):
        if kind not in page.references:
            edge.is_linked_to_previous = False
            written.append(edge._element)  # noqa: SLF001 - there is no public way to set XML
            _replace(written[-1], paragraph)
            ident = word.element.body.sectPr.find(qn(f"w:{kind}")).get(qn("r:id"))
            references += f'<w:{kind} w:type="default" r:id="{ident}"/>'
    return replace(page, references=references), written


def _tabs(room: int) -> str:
    """Return one tab stop at the right edge instead of those that word processors give their headers."""
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in _USUAL_TABS if place != room)
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{room}"/></w:tabs>'


_USUAL_TABS = (4536, 4680, 4819, 9072, 9360, 9638)


def _replace(part: object, paragraph: str) -> None:
    for child in list(part):  # type: ignore[call-overload]
        part.remove(child)  # type: ignore[attr-defined]
    part.append(parse_xml(paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))  # type: ignore[attr-defined]


def _properties(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title, core.subject = _property(document.title), _property(document.header)
    core.author, core.comments = "insek", ""
    core.language, core.last_modified_by, core.revision = LANGUAGE, "insek", 1
    core.created = core.modified = _EPOCH


LONGEST_PROPERTY = 255


def _property(text: str) -> str:
    """Return a text as a property of a file can hold it."""
    plain_text = " ".join(visible(text).split())
    return plain_text if len(plain_text) <= LONGEST_PROPERTY else plain_text[: LONGEST_PROPERTY - 1] + "…"
