"""Forms and letters in Word: boxes to click, lines to fill in, an address, lines to sign on; files without fault."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.papers import PaperId
from insek_cli.documents.blocks import (
    Address,
    Column,
    Line,
    Lines,
    PageBreak,
    Signatures,
    box,
    paragraph,
    plain,
    table,
    ticked,
)
from insek_cli.formats.docx.writer import docx_bytes
from tests.documents.papers import made
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, part, text_of
from tests.formats.texts import document_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.mark.parametrize("ident", PaperId)
def test_papers_have_no_fault(example: Assessment, ident):
    data = docx_bytes(made(example, ident))
    assert faults(data) == []
    assert "Entwurf, keine Rechtsberatung" in text_of(part(data, "word/footer1.xml"))


def test_box_can_be_ticked_by_a_click_and_shows_its_state():
    root = body(docx_bytes(document_of(paragraph(box(), " offen ", ticked(), " erledigt"))))
    boxes = list(root.iter(f"{W14}checkbox"))
    assert [found.find(f"{W14}checked").get(f"{W14}val") for found in boxes] == ["0", "1"]
    assert text_of(root) == "☐ offen ☒ erledigt"


def test_table_with_room_has_high_rows_below_its_header():
    root = body(docx_bytes(document_of(table((Column("Wer"),), [("",), ("",)], room=True), paragraph("x"))))
    heights = [row.find(f"{W}trPr/{W}trHeight") is not None for row in root.iter(f"{W}tr")]
    assert heights == [False, True, True]


def test_letters_begin_at_the_same_height_whatever_the_length_of_the_address():
    def room(lines: int) -> int:
        block = Address("Absender", tuple(plain(f"Zeile {number}") for number in range(lines)))
        paragraphs = list(body(docx_bytes(document_of(block, paragraph("Brief")))).iter(f"{W}p"))
        after = paragraphs[lines].find(f"{W}pPr/{W}spacing").get(f"{W}after")
        return lines * 277 + int(after)

    assert room(2) == room(4) == room(5)


def test_each_letter_begins_on_a_new_page():
    letter = (PageBreak(), Address("Absender", (plain("An"),)), paragraph("Text"))
    root = body(docx_bytes(document_of(paragraph("vorn"), *letter, *letter)))
    assert len(list(root.iter(f"{W}pageBreakBefore"))) == 2


def test_neighbouring_forms_stay_apart_and_name_their_labels():
    form = Lines((Line("Gemeinde", plain("")), Line("Landkreis", plain("Zwickau"))))
    data = docx_bytes(document_of(form, form, Signatures(("Datum", "Unterschrift"))))
    tags = [child.tag for child in body(data) if child.tag in {f"{W}tbl", f"{W}p"}]
    assert tags[:5] == [f"{W}tbl", f"{W}p", f"{W}tbl", f"{W}p", f"{W}tbl"]
    assert "Unterschrift" in all_text(data)
    assert faults(data) == []


def test_pages_of_letters_are_not_counted(example: Assessment):
    def header(ident: PaperId) -> str:
        return text_of(part(docx_bytes(made(example, ident)), "word/header1.xml"))

    assert "Seite" in header(PaperId.COUNCIL)
    assert header(PaperId.REQUEST) == "Stadt Musterstadt"
