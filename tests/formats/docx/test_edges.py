"""Header and footer: the title page has none above, landscape has its page number at its own edge, a template gets our line."""

import io

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from insek_cli.documents.blocks import Column, TitlePage, paragraph, table
from insek_cli.formats.docx.template import open_template
from insek_cli.formats.docx.writer import docx_bytes, docx_bytes_in
from tests.formats.docx.lint import faults
from tests.formats.texts import document_of

TITLE = TitlePage("Konzept", "Ort", ())
WIDE = table((Column("x"),), [("y",)], wide=True)


def sections_of(data: bytes):
    assert faults(data) == []
    return docx.Document(io.BytesIO(data)).sections


def texts(edge) -> list[str]:
    return [found.text for found in edge.paragraphs]


def in_template(word, *blocks):
    target = io.BytesIO()
    word.save(target)
    document = document_of(*blocks, header="INSEK Ort", footer="Selbsteinschätzung")
    return sections_of(docx_bytes_in(document, open_template(target.getvalue(), "vorlage.docx")))


def test_title_page_has_a_footer_but_no_header():
    (section,) = sections_of(docx_bytes(document_of(TITLE, paragraph("a"), header="INSEK", footer="Entwurf")))
    assert section.different_first_page_header_footer
    assert texts(section.first_page_header) == [""]
    assert texts(section.first_page_footer) == texts(section.footer) == ["Entwurf"]


def test_only_the_first_section_has_a_title_page():
    sections = sections_of(docx_bytes(document_of(TITLE, paragraph("a"), WIDE, paragraph("b"))))
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]


def test_page_number_stands_at_the_right_edge_in_landscape_too():
    for section in sections_of(docx_bytes(document_of(paragraph("a"), WIDE, paragraph("b")))):
        room = section.page_width - section.left_margin - section.right_margin
        tabs = section.header.paragraphs[0].paragraph_format.tab_stops
        (edge,) = [stop.position for stop in tabs if stop.alignment is WD_TAB_ALIGNMENT.RIGHT]
        assert edge == pytest.approx(room, abs=700)


def test_template_keeps_its_edges_and_gets_our_line_below():
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Stadt"
    word.sections[0].footer.paragraphs[0].text = "Markt 1"
    for section in in_template(word, paragraph("a"), WIDE, paragraph("b")):
        assert texts(section.header) == ["Stadt"]
        assert texts(section.footer) == ["Markt 1", "Selbsteinschätzung\tSeite  von "]  # the numbers are fields


def test_first_page_of_a_template_is_only_the_first_and_has_our_line_too():
    word = docx.Document()
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.paragraphs[0].text = "Wappen"
    sections = in_template(word, TITLE, WIDE, paragraph("b"))
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]
    assert texts(sections[0].first_page_header) == ["Wappen"]
    assert texts(sections[0].first_page_footer)[0].startswith("Selbsteinschätzung")


def test_template_with_page_numbers_gets_no_second_ones():
    word = docx.Document()
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), " PAGE ")
    word.sections[0].footer.paragraphs[0]._p.append(number)  # noqa: SLF001 - the only way to add a field
    (section,) = in_template(word, paragraph("a"))
    assert texts(section.footer) == ["", "Selbsteinschätzung"]


def test_even_pages_of_a_template_have_our_line_too():
    word = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    word.sections[0].footer.paragraphs[0].text = "rechts"
    word.sections[0].even_page_footer.paragraphs[0].text = "links"
    (section,) = in_template(word, paragraph("a"))
    assert texts(section.even_page_footer)[0] == "links"
    assert "Selbsteinschätzung" in texts(section.even_page_footer)[1]
