"""A document as the bytes of a Word file."""

import datetime as dt
import io
from collections.abc import Callable

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from insek_cli.documents.blocks import Document, plain
from insek_cli.documents.visible import visible
from insek_cli.formats.docx.body import DENSE_MARGIN, MARGIN, PORTRAIT, Body, section_xml
from insek_cli.formats.docx.chart import add_chart
from insek_cli.formats.docx.dense import tighten
from insek_cli.formats.docx.styles import LANGUAGE, add_number_list, prepare_styles
from insek_cli.formats.docx.xml import NAMESPACES, field, paragraph_xml, runs_xml

FIRST_CONTROL = 5_000
_EPOCH = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the same text, whenever it is written


def docx_bytes(document: Document) -> bytes:
    """Return a document as a Word file."""
    margin = DENSE_MARGIN if document.dense else MARGIN

    def content_of(word: WordDocument, references: str) -> str:
        if document.dense:
            tighten(word)
        body = Body(references, margin)
        for block in document.blocks:
            body.add(block)
        content = body.xml() + section_xml(references, margin, landscape=False)
        for number in body.lists:
            add_number_list(word, number)
        for number, chart in enumerate(body.charts, start=1):
            add_chart(word, chart, number)
        return content

    return word_bytes(document, content_of, PORTRAIT[0] - 2 * margin)


def word_bytes(document: Document, content_of: Callable[[WordDocument, str], str], room: int) -> bytes:
    """Return a Word file with our styles, header, footer and properties.

    content_of: gives the body's XML for the file and the references to header and footer that each section carries.
    room: width between the margins in twentieths of a point, for the page number at the right.
    """
    word = docx.Document()
    prepare_styles(word)
    references = _header_and_footer(word, document, room)
    _fill(word, content_of(word, references))
    _properties(word, document)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _fill(word: WordDocument, content: str) -> None:
    element = word.element.body
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>")):
        element.append(child)
    _number_gaps(element)


def _number_gaps(body: BaseOxmlElement) -> None:
    """Give every gap its tag and number, in the order of the text; other controls have theirs or need none."""
    aliases = (
        properties.find(qn("w:alias")) for properties in body.iter(qn("w:sdtPr")) if properties.find(qn("w:id")) is None
    )
    for number, alias in enumerate((alias for alias in aliases if alias is not None), start=1):
        alias.addnext(parse_xml(f'<w:id {NAMESPACES} w:val="{FIRST_CONTROL + number}"/>'))
        alias.addnext(parse_xml(f'<w:tag {NAMESPACES} w:val="luecke-{number:04}"/>'))


def _header_and_footer(word: WordDocument, document: Document, room: int) -> str:
    """Write header and footer once and return the references every section carries."""
    section = word.sections[0]
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    pages = runs_xml(plain("\tSeite ")) + field("PAGE", "1") + runs_xml(plain(" von ")) + field("NUMPAGES", "1")
    top = runs_xml(plain(document.header)) + (pages if document.numbered else "")
    for part, paragraph in (
        (header, paragraph_xml("Header", top, _tabs(room))),
        (footer, paragraph_xml("Footer", runs_xml(plain(document.footer)))),
    ):
        _replace(part._element, paragraph)  # noqa: SLF001 - there is no public way to set XML
    properties = word.element.body.sectPr
    kinds = ("headerReference", "footerReference")
    found = [(kind, properties.find(qn(f"w:{kind}")).get(qn("r:id"))) for kind in kinds]
    return "".join(f'<w:{kind} w:type="default" r:id="{ident}"/>' for kind, ident in found)


def _tabs(room: int) -> str:
    """Return one tab stop at the right edge instead of those of the template."""
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in (4680, 9360))
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{room}"/></w:tabs>'


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
