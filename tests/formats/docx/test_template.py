"""A municipality's own Word file as the frame: its look stays, its text goes."""

import io
import re

import docx
import pytest
from docx.shared import Cm

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Column as Title
from insek_cli.documents.blocks import Heading, gap, paragraph, points, table
from insek_cli.documents.draft import draft
from insek_cli.formats.docx.template import open_template, said_of
from insek_cli.formats.docx.writer import docx_bytes_in
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, paragraphs, part
from tests.formats.docx.templates import changed, german, own_file, saved, written
from tests.formats.texts import document_of


def style_names(data: bytes) -> list[str]:
    return [found.get(f"{W}val", "") for found in part(data, "word/styles.xml").iter(f"{W}name")]


@pytest.mark.parametrize("make", [own_file, lambda: german(own_file())])
def test_whole_draft_fits_a_template(example: Assessment, make):
    data = docx_bytes_in(draft(example), open_template(make(), "vorlage.docx"))
    assert faults(data) == []
    assert "Musterstadt" in all_text(data)


def test_text_of_the_template_goes_header_footer_and_margins_stay():
    data = written(own_file(), paragraph("Neuer Text"))
    assert [text for _, text in paragraphs(data)] == ["Neuer Text"]
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.header.paragraphs[0].text == "Gemeinde Kleinlinda"
    assert section.footer.paragraphs[0].text == "Rathausplatz 1"
    assert round(section.left_margin.cm, 2) == 4


def test_landscape_section_carries_header_and_margins_of_the_template():
    data = written(own_file(), paragraph("a"), table((Title("x"),), [("y",)], wide=True), paragraph("b"))
    sections = docx.Document(io.BytesIO(data)).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    assert {section.header.paragraphs[0].text for section in sections} == {"Gemeinde Kleinlinda"}
    assert faults(data) == []


def test_template_without_header_gets_ours():
    data = docx_bytes_in(document_of(paragraph("a"), header="INSEK Ort"), open_template(saved(docx.Document()), ""))
    assert docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text.startswith("INSEK Ort\tSeite ")


def test_german_style_ids_are_used_and_nothing_is_doubled():
    data = written(german(own_file()), Heading(1, "Kapitel", numbered=True), paragraph("Satz"))
    assert paragraphs(data) == [("berschrift1", "Kapitel"), ("Standard", "Satz")]
    names = [name.casefold() for name in style_names(data)]
    assert len(names) == len(set(names))


def test_german_style_names_are_found():
    def renamed(name: str, text: str) -> str:
        text = re.sub('"Heading1"', '"u1"', text)
        return text.replace('<w:name w:val="heading 1"/>', '<w:name w:val="Überschrift 1"/>').replace(
            '<w:name w:val="Heading 1"/>', '<w:name w:val="Überschrift 1"/>'
        )

    data = written(changed(own_file(), renamed), Heading(1, "Kapitel", numbered=True))
    assert paragraphs(data)[0][0] == "u1"


def test_style_of_ours_that_the_template_has_is_theirs():
    word = docx.Document(io.BytesIO(own_file()))
    word.styles.add_style("Hinweis", 1).font.size = Cm(1)
    frame = open_template(saved(word), "")
    assert "Hinweis" not in frame.added
    assert "Quelle" in frame.added


def test_chapters_are_numbered_where_the_template_does_not():
    found = body(
        written(own_file(), Heading(1, "Eins", numbered=True), Heading(2, "Zwei", numbered=True), Heading(1, "Anhang"))
    )
    numbers = [list(heading.iter(f"{W}ilvl")) for heading in found.iter(f"{W}p")]
    assert [[level.get(f"{W}val") for level in levels] for levels in numbers] == [["0"], ["1"], []]


def test_lists_get_numbers_that_the_template_does_not_use():
    data = written(own_file(), points(["a"], ordered=True), points(["b"]), paragraph(gap("c")))
    assert faults(data) == []


def test_template_without_lists_gets_numberings():
    without = changed(own_file(), lambda _, text: re.sub(r"<Relationship [^>]*numbering\.xml[^>]*/>", "", text))
    assert faults(written(without, points(["a"], ordered=True), Heading(1, "b", numbered=True))) == []


def test_user_is_told_what_was_found_and_added():
    told = "\n".join(said_of(open_template(own_file(), "")))
    assert "Kopfzeile, Fußzeile; Formatvorlagen Standard, " in told
    assert "Überschrift 1" in told.splitlines()[0]
    assert re.search("Ergänzte Formatvorlagen: .*Hinweis", told)
