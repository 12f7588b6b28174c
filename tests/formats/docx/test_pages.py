"""The probable pages in a table of contents: what is surely on a page is there, and nothing is marked out of date."""

import pytest

from insek_cli.documents.blocks import (
    UNKNOWN_PAGE,
    Block,
    Column,
    Contents,
    Heading,
    Kind,
    PageBreak,
    page_of,
    paragraph,
    table,
)
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.reading import W, body, paragraphs
from tests.formats.texts import document_of

WORDS = "Die Gemeinde hat viele Pläne und wenig Zeit. " * 60
LINES = [paragraph("Zeile")] * 70


def pages(*blocks: Block) -> dict[str, int]:
    """Return the page of every heading in the table of contents."""
    found = [text for style, text in paragraphs(docx_bytes(document_of(Contents(), *blocks))) if "TOC" in style]
    return {entry.split("\t")[-2]: int(entry.split("\t")[-1]) for entry in found}


def test_what_follows_a_page_break_is_on_the_next_page():
    assert pages(Heading(1, "A"), PageBreak(), Heading(1, "B"), Heading(2, "C")) == {"A": 1, "B": 2, "C": 2}


@pytest.mark.parametrize(
    "block",
    [
        paragraph(WORDS * 2),
        paragraph("Zeile\n" * 70),
        table((Column("A"), Column("B")), [("Zelle", "Zelle")] * 80),
        table((Column("A"),), [(WORDS * 3,)]),
        table((Column("A"),), [("",)] * 40, room=True),
    ],
)
def test_more_than_a_page_of_anything_turns_the_page_once(block):
    assert pages(Heading(1, "A"), block, Heading(1, "B")) == {"A": 1, "B": 2}


def test_landscape_begins_and_ends_with_a_new_page():
    wide = table((Column("x"),), [("y",)], wide=True)
    assert pages(Heading(1, "A"), paragraph("Text"), wide, Heading(1, "B")) == {"A": 1, "B": 3}


def test_heading_and_guidance_go_with_the_wide_table_below_them():
    wide = table((Column("x"),), [("y",)], wide=True)
    hint = paragraph("Hinweis", kind=Kind.GUIDANCE)
    found = pages(Heading(1, "A"), paragraph("Text"), PageBreak(), Heading(1, "B"), hint, wide, Heading(1, "C"))
    assert found == {"A": 1, "B": 2, "C": 3}


def test_heading_goes_with_the_text_below_it():
    for lines in range(30, 60):
        found = pages(*LINES[:lines], Heading(1, "A"), Heading(2, "B"), paragraph("Text"))
        assert found["A"] == found["B"]


def test_head_of_a_table_is_counted_once_where_it_begins_a_page():
    small = table((Column("A"),), [("Zelle",)], caption="Klein")
    turned = [lines for lines in range(20, 60) if pages(*LINES[:lines], small, Heading(1, "B"))["B"] == 2]
    alone = [lines for lines in range(20, 60) if pages(*LINES[:lines], Heading(1, "B"))["B"] == 2]
    # A caption, a head and a row are as high as three lines with the space below them.
    assert min(alone) - min(turned) == 3


def test_page_of_a_heading_stands_where_it_is_named():
    blocks = (paragraph("Siehe Seite ", page_of("b")), PageBreak(), Heading(1, "B", anchor="b"))
    data = docx_bytes(document_of(*blocks))
    assert ("Normal", "Siehe Seite 2") in paragraphs(data)
    links = [link.get(f"{W}anchor") for link in body(data).iter(f"{W}hyperlink")]
    assert links == [mark.get(f"{W}name") for mark in body(data).iter(f"{W}bookmarkStart")]


def test_every_entry_has_a_page_and_no_field_asks_to_be_renewed():
    data = docx_bytes(document_of(Contents(), Heading(1, "A"), Heading(2, "B")))
    assert UNKNOWN_PAGE not in "".join(text for _, text in paragraphs(data))
    assert [found for found in body(data).iter(f"{W}fldChar") if found.get(f"{W}dirty")] == []
