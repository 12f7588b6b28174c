"""Small pieces of XML: text escaped, controls replaced."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.blocks import plain, strong
from insek_cli.formats.docx.xml import NAMESPACES, attribute, cell_xml, field, paragraph_xml, row_xml, runs_xml


def parsed(xml: str) -> ET.Element:
    return ET.fromstring(f"<x {NAMESPACES}>{xml}</x>")  # noqa: S314 - made here


@given(st.text())
def test_any_run_is_sound_xml(text):
    parsed(runs_xml(plain(text)))


@given(st.text())
def test_any_attribute_is_sound_xml(text):
    parsed(f"<y a={attribute(text)}/>")


def test_control_characters_are_replaced_and_line_ends_kept():
    assert runs_xml(plain("a\x00\nb")) == (
        '<w:r><w:t xml:space="preserve">a�</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r>'
    )


def test_run_without_text_is_an_empty_run():
    assert runs_xml(plain("")) == "<w:r></w:r>"


def test_strong_text_has_a_style_of_its_own():
    assert runs_xml(strong("a")).startswith('<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>')


def test_pieces_fit_together():
    cell = cell_xml(100, paragraph_xml("Normal", runs_xml(plain("a & b"))), "FFFFFF")
    assert len(list(parsed(row_xml([cell, cell], "<w:tblHeader/>")))) == 1
    assert parsed(field('SEQ "a"', "1"))[0].attrib != {}
