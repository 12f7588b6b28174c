"""Chapters in a template have the numbers of the template, in the text and in the table of contents."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from insek_cli.documents.blocks import Contents, Heading
from insek_cli.formats.docx.template import open_template
from insek_cli.formats.docx.writer import docx_bytes_in
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, body, paragraphs
from tests.formats.texts import document_of

CHAPTERS = (
    Contents(),
    Heading(1, "Vorwort"),
    Heading(1, "Eins", numbered=True),
    Heading(2, "Teil", numbered=True),
    Heading(1, "Zwei", numbered=True),
)


def numbered_template(*levels: tuple[str, str]) -> bytes:
    """Return a template whose headings are numbered: kind and text of each level."""
    word = docx.Document()
    shown = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (kind, text) in enumerate(levels)
    )
    root = word.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shown}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for place in range(len(levels)):
        properties = word.styles[f"Heading {place + 1}"].element.find(qn("w:pPr"))
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{place}"/><w:numId w:val="77"/></w:numPr>'
        properties.insert(2, parse_xml(number))
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def entries(data: bytes) -> list[str]:
    return [text.rsplit("\t", 1)[0] for style, text in paragraphs(data) if style.startswith("TOC")]


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ((("upperRoman", "%1."), ("lowerLetter", "%1.%2)")), ["I.\tEins", "I.a)\tTeil", "II.\tZwei"]),
        ((("decimal", "§ %1"),), ["§ 1\tEins", "Teil", "§ 2\tZwei"]),
        ((("none", ""), ("none", "")), ["1\tEins", "1.1\tTeil", "2\tZwei"]),
        ((), ["1\tEins", "1.1\tTeil", "2\tZwei"]),
    ],
)
def test_contents_have_the_numbers_of_the_headings(levels, numbers):
    data = docx_bytes_in(document_of(*CHAPTERS), open_template(numbered_template(*levels), "vorlage.docx"))
    assert entries(data) == ["Vorwort", *numbers]
    assert faults(data) == []


@pytest.mark.parametrize(
    ("levels", "direct"),
    [((("upperRoman", "%1."),), [None, "0", None]), ((), ["ours", "ours", "ours"])],
)
def test_heading_the_template_leaves_without_number_gets_one_only_where_all_do(levels, direct):
    data = docx_bytes_in(document_of(*CHAPTERS[2:]), open_template(numbered_template(*levels), "vorlage.docx"))
    found = [paragraph.find(f"{W}pPr/{W}numPr/{W}numId") for paragraph in body(data).iter(f"{W}p")]
    numbers = [None if number is None else number.get(f"{W}val") for number in found]
    assert ["ours" if number not in {None, "0"} else number for number in numbers] == direct
