"""What we add to a template takes its colours, sizes and width, so that the draft looks of one piece."""

import io

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips

from insek_cli.documents.blocks import Column, Contents, Heading, Kind, TitlePage, paragraph, plain, table
from insek_cli.formats.docx.styles import ACCENT, GUIDANCE, HEAD_FILL
from insek_cli.formats.docx.template import open_template
from insek_cli.formats.docx.writer import docx_bytes_in
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, part
from tests.formats.texts import document_of

GREEN = "0B6B3A"
BLOCKS = (
    TitlePage("Integriertes Stadtentwicklungskonzept", "Ort", (plain("Stand"),)),
    Contents(),
    Heading(1, "Kapitel", numbered=True),
    paragraph("Hinweis", kind=Kind.GUIDANCE),
    table((Column("A"),), [("b",)], caption="Klein"),
)


def own_word(color: str = GREEN, size: int = 12) -> WordDocument:
    """Return a template with headings of a colour and text of a size."""
    word: WordDocument = docx.Document()
    word.styles["Heading 1"].font.color.rgb = RGBColor.from_string(color)
    word.styles["Normal"].font.size = Pt(size)
    return word


def written(word: WordDocument) -> bytes:
    target = io.BytesIO()
    word.save(target)
    data = docx_bytes_in(document_of(*BLOCKS), open_template(target.getvalue(), "vorlage.docx"))
    assert faults(data) == []
    return data


def style(data: bytes, ident: str):
    return next(one for one in part(data, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == ident)


def values(data: bytes, ident: str, tag: str, mark: str = "val") -> list[str | None]:
    return [found.get(f"{W}{mark}") for found in style(data, ident).iter(f"{W}{tag}")]


def test_hints_and_table_heads_have_the_colour_of_the_headings():
    data = written(own_word())
    assert values(data, "Hinweis", "color") == [GREEN]
    assert values(data, "Hinweis", "left", "color") == [GREEN]
    text = part(data, "word/styles.xml")
    assert {found.get(f"{W}val") for found in text.iter(f"{W}color")}.isdisjoint({GUIDANCE, ACCENT})
    fills = {found.get(f"{W}fill") for found in body(data).iter(f"{W}shd")}
    assert fills == {"DCEAE3"} != {HEAD_FILL}


def test_colour_too_pale_to_be_read_is_darkened():
    (color,) = values(written(own_word("FFD700")), "Hinweis", "color")
    assert color == "7F6B00"


def test_headings_without_colour_give_grey_and_sizes_follow_the_text():
    word = own_word(size=14)
    properties = word.styles["Heading 1"].element.find(qn("w:rPr"))
    properties.remove(properties.find(qn("w:color")))
    data = written(word)
    assert values(data, "Hinweis", "color") == ["404040"]
    assert values(data, "Hinweis", "sz") == ["25"]
    assert values(data, "Tabellentext", "sz") == ["18"]


def test_text_set_in_and_full_lines_of_a_template_stay_out_of_tables():
    word = own_word()
    word.styles["Normal"].paragraph_format.first_line_indent = Twips(400)
    cell = style(written(word), "Tabellentext")
    assert [found.get(f"{W}firstLine") for found in cell.iter(f"{W}ind")] == ["0"]
    assert [found.get(f"{W}val") for found in cell.iter(f"{W}jc")] == ["left"]


def test_page_numbers_of_a_templates_own_contents_end_at_its_edge():
    word = own_word()
    stops = word.styles.add_style("toc 1", 1).paragraph_format.tab_stops
    stops.add_tab_stop(Twips(9638), WD_TAB_ALIGNMENT.RIGHT)
    ident = word.styles["toc 1"].style_id
    section = word.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) // 635
    found = [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in style(written(word), ident).iter(f"{W}tab")]
    assert found == [("left", "660"), ("right", str(room)), ("clear", "9638")]


def test_title_is_made_smaller_before_its_word_is_broken():
    word = own_word()
    word.styles["Title"].font.size = Pt(48)
    (size,) = [found.get(f"{W}val") for found in body(written(word)).iter(f"{W}sz")]
    assert 40 < int(size or 0) < 96


NUMBERED = """<w:abstractNum {} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="Heading1"/>
<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="{}" w:hanging="0"/></w:pPr></w:lvl></w:abstractNum>"""


@pytest.mark.parametrize(("text", "left", "follows"), [("%1", 0, "tab"), ("%1", 300, "space"), ("%1. ", 0, "nothing")])
def test_number_never_touches_its_heading(text, left, follows):
    word = own_word()
    root = word.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERED.format(nsdecls("w"), text, left)))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    word.styles["Heading 1"].element.find(qn("w:pPr")).insert(2, parse_xml(number))
    data = written(word)
    level = next(part(data, "word/numbering.xml").iter(f"{W}lvl"))
    assert [found.get(f"{W}val") for found in level.iter(f"{W}suff")] == [follows]
    order = [found.tag.removeprefix(W) for found in level]
    assert order == ["start", "numFmt", "pStyle", "suff", "lvlText", "lvlJc", "pPr"]
    assert "Kapitel" in all_text(data)
