"""Markdown: whole report, and that any text survives and is never markup (read with an independent parser)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import (
    Align,
    Chart,
    Column,
    Contents,
    PageBreak,
    gap,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.draft import draft
from insek_cli.documents.gap_report import gap_report
from insek_cli.formats.markdown import markdown_text
from tests.formats.texts import INVISIBLE, NASTY, PLACES, USER_TEXTS, chart_of, document_of, one_spaced, shown

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py (kommt mit rich) liest das Ergebnis gegen")

PLAIN_PARTS = {"text", "softbreak", "hardbreak", "strong_open", "strong_close"}


def read(markdown: str) -> tuple[list[str], list[str], list[str]]:
    """Return the blocks, the texts, and whatever else is markup within them."""
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(markdown)
    texts, foreign = [], []
    for token in tokens:
        if token.type == "inline":
            texts.append("".join(_text(part) for part in token.children))
            foreign += [part.type for part in token.children if part.type not in PLAIN_PARTS and not _is_break(part)]
    return [token.type for token in tokens], texts, foreign


def _is_break(part) -> bool:
    return part.type == "html_inline" and part.content == "<br>"


def _text(part) -> str:
    if part.type in {"softbreak", "hardbreak"} or _is_break(part):
        return "\n"
    return part.content


def test_gap_report_of_the_example_looks_like_this(example: Assessment, file_regression):
    file_regression.check(markdown_text(gap_report(example)), encoding="utf-8", extension=".md")


def test_draft_of_the_example_looks_like_this(example: Assessment, file_regression):
    file_regression.check(markdown_text(draft(example)), encoding="utf-8", extension=".md")


def test_every_table_of_the_report_is_read_as_one(example: Assessment):
    blocks, _, foreign = read(markdown_text(gap_report(example)))
    tables = sum(hasattr(block, "columns") or isinstance(block, Chart) for block in gap_report(example).blocks)
    assert blocks.count("table_open") == tables
    assert foreign == []


def check(place: str, text: str) -> None:
    blocks, texts, foreign = read(markdown_text(document_of(PLACES[place](text))))
    usual, _, _ = read(markdown_text(document_of(PLACES[place]("x"))))
    assert one_spaced(shown(text)) in one_spaced("\n".join(texts)), place
    assert foreign == [], place
    assert set(blocks) == set(usual), place
    assert blocks.count("tr_open") == usual.count("tr_open"), place
    assert blocks.count("td_open") == usual.count("td_open"), place


@pytest.mark.parametrize("place", PLACES)
@given(text=USER_TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_text_survives_and_is_never_markup(place, text):
    check(place, text)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_survives_and_is_never_markup(text):
    for place in PLACES:
        check(place, text)


@given(parts=st.lists(USER_TEXTS | st.sampled_from([" ", "- a", "1. b", "    c", "# d", "a\n", "= e"]), min_size=1))
@settings(max_examples=150, deadline=None)
def test_pieces_of_a_paragraph_read_as_their_text_and_are_no_markup(parts):
    blocks, texts, foreign = read(markdown_text(document_of(paragraph(*(plain(part) for part in parts)))))
    usual, _, _ = read(markdown_text(document_of(paragraph("x"))))
    assert one_spaced(shown("".join(parts))) in one_spaced("\n".join(texts))
    assert foreign == []
    assert set(blocks) <= set(usual)


def test_blank_after_a_gap_is_a_blank():
    written = markdown_text(document_of(paragraph(gap("Titel"), " in der Fassung vom 1. Mai")))
    assert written.startswith("\\[hier: Titel\\] in der Fassung vom 1. Mai\n")


def test_number_with_a_point_at_the_start_is_neither_a_list_nor_marked():
    name = "8. Regionalisierte Bevölkerungsvorausberechnung"
    assert read(markdown_text(document_of(paragraph(name))))[1][0] == name


@pytest.mark.parametrize("name", INVISIBLE)
def test_signs_that_are_no_controls_are_kept(name):
    assert INVISIBLE[name] in markdown_text(document_of(points([INVISIBLE[name]])))


def test_line_ends_stay_within_their_cell():
    written = markdown_text(document_of(table((Column("A"), Column("B", 1, Align.RIGHT)), [("eins\nzwei", "a|b")])))
    assert written.startswith("| A | B |\n| --- | ---: |\n| eins<br>zwei | a\\|b |\n")


def test_blanks_of_strong_text_stand_outside_of_the_stars():
    assert markdown_text(document_of(paragraph(strong("Stufe: "), "gut"))).startswith("**Stufe:** gut\n")


def test_chart_is_a_table_of_figures():
    written = markdown_text(document_of(chart_of(unit="%", decimals=1)))
    assert written.startswith("**Bild (%)**\n\n| Jahr | Zuzug | Fortzug |\n")
    assert "| 2020 | 50,0 | – |\n| 2025 | 10,0 | 20,5 |\n" in written


def test_contents_and_page_break_leave_no_trace():
    assert markdown_text(document_of(Contents(), PageBreak())) == markdown_text(document_of())
