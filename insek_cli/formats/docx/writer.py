"""A document as the bytes of a Word file."""

import datetime as dt
import io
from collections.abc import Callable, Iterable

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from insek_cli.documents.blocks import Document
from insek_cli.documents.visible import visible
from insek_cli.formats.binding import bound
from insek_cli.formats.docx import dense
from insek_cli.formats.docx.blank import new_word
from insek_cli.formats.docx.body import Body
from insek_cli.formats.docx.chart import add_chart
from insek_cli.formats.docx.comments import add_comments
from insek_cli.formats.docx.edges import with_edges
from insek_cli.formats.docx.page import DENSE_MARGIN, MARGIN, Page, page_with
from insek_cli.formats.docx.pages import number_pages
from insek_cli.formats.docx.styles import LANGUAGE, TABLE_TYPE, add_number_list
from insek_cli.formats.docx.template import Frame, adopt
from insek_cli.formats.docx.xml import NAMESPACES

FIRST_CONTROL = 5_000
_NO_DAY = dt.date(2026, 1, 1)  # no clock: the same parts, whenever they are written


def docx_bytes(document: Document) -> bytes:
    """Return a document as a Word file."""
    document = bound(document)
    page = page_with(DENSE_MARGIN, dense.TABLE_TYPE) if document.dense else page_with(MARGIN, TABLE_TYPE)

    def content_of(word: WordDocument, framed: Page) -> str:
        if document.dense:
            dense.tighten(word)
        elif document.close:
            dense.close_up(word)
        return _content(document, word, framed, 0)

    return word_bytes(document, content_of, page)


def docx_bytes_in(document: Document, frame: Frame) -> bytes:
    """Return a document as a Word file in the frame of a template."""
    document = bound(document)
    page, written = with_edges(frame.word, document, frame.page)
    elements = _elements(_content(document, frame.word, page, frame.offset))
    adopt(frame, (*written, *elements))
    _fill(frame.word, elements)
    return _saved(frame.word, document)


def word_bytes(document: Document, content_of: Callable[[WordDocument, Page], str], page: Page) -> bytes:
    """Return a Word file with our styles, header, footer and properties.

    content_of: gives the body's XML for the file and the page with the references that each section carries.
    """
    word = new_word(page.room(landscape=False))
    framed, _ = with_edges(word, document, page)
    content = content_of(word, framed)
    _fill(word, _elements(content))
    number_pages(word.styles.element, content, word.element.body)
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
    return body.xml() + body.page.section_xml(landscape=False)


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
        for tag, value in ((_ID, str(FIRST_CONTROL + number)), (_TAG, f"luecke-{number:04}")):
            alias.addnext(alias.makeelement(tag, {_VALUE: value}))


_ID, _TAG, _VALUE = (qn(f"w:{name}") for name in ("id", "tag", "val"))


def _properties(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title, core.subject = _property(document.title), _property(document.header)
    core.author, core.comments = "insek", ""
    core.language, core.last_modified_by, core.revision = LANGUAGE, "insek", 1
    core.created = core.modified = dt.datetime.combine(document.day or _NO_DAY, dt.time())


LONGEST_PROPERTY = 255


def _property(text: str) -> str:
    """Return a text as a property of a file can hold it."""
    plain_text = " ".join(visible(text).split())
    return plain_text if len(plain_text) <= LONGEST_PROPERTY else plain_text[: LONGEST_PROPERTY - 1] + "…"
