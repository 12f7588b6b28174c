"""Text for a terminal: whole outputs, widths, and that any text survives."""

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Column, Heading, points, table
from insek_cli.documents.draft import draft
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.quick_summary import quick_summary
from insek_cli.documents.score_summary import score_summary
from insek_cli.formats.terminal import NARROWEST, WIDEST, terminal_text, terminal_width
from insek_cli.formats.terminal_width import width_of
from tests.formats.texts import (
    INVISIBLE,
    NASTY,
    PLACES,
    USER_TEXTS,
    chart_of,
    document_of,
    document_with,
    shown,
    squeezed,
)

DOCUMENTS = {"gap_report": gap_report, "score": score_summary, "quick": quick_summary, "draft": draft}


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_example_reads_like_this(example: Assessment, name, width, file_regression):
    file_regression.check(terminal_text(DOCUMENTS[name](example), width), encoding="utf-8", extension=".txt")


@pytest.mark.parametrize("width", [100, 80, 60, 40])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_line_of_the_example_is_longer_than_the_width(example: Assessment, name, width):
    assert too_long(terminal_text(DOCUMENTS[name](example), width), width) == []


@pytest.mark.parametrize("width", [80, 60])
def test_no_word_of_the_example_is_cut_in_two(example: Assessment, width):
    report = gap_report(example)
    text = terminal_text(report, width)
    written = set(text.split())
    words = {word for cell in cells(report) for word in cell.split() if len(word) <= width - 4}
    assert sorted(words - written) == []


def cells(report):
    for block in report.blocks:
        for row in getattr(block, "rows", ()):
            for cell in row:
                yield "".join(run.text for run in cell)


def too_long(text: str, width: int) -> list[str]:
    """The lines that are longer than the width and could have been broken."""
    return [line for line in text.split("\n") if width_of(line) > width and not is_one_word(line)]


def is_one_word(line: str) -> bool:
    first, *others = line.split(" ") if not line.startswith(" ") else line.split()
    return not others or (first in {"-", "1."} and len(others) == 1)


@pytest.mark.parametrize("width", [80, 60])
@given(text=USER_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_survives_within_the_width(width, text):
    for place, block in PLACES.items():
        if place == "bar":
            continue
        written = terminal_text(document_of(block(text), footer=text), width)
        assert squeezed(shown(text)) in squeezed(written), place
        assert too_long(written, width) == [], place


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_survives_and_steers_no_terminal(text):
    written = terminal_text(document_with(text, but="bar"), 80)
    assert squeezed(shown(text)) in squeezed(written)
    assert [sign for sign in written if ord(sign) < 32 and sign != "\n"] == []


@pytest.mark.parametrize("name", INVISIBLE)
def test_signs_that_are_no_controls_are_kept(name):
    assert INVISIBLE[name] in terminal_text(document_of(points([INVISIBLE[name]])), 80)


def test_control_in_the_label_of_a_bar_is_replaced():
    assert "\x1b" not in terminal_text(document_of(chart_of(categories=("a\x1b[31m", "b"))), 80)


def test_line_ends_in_a_cell_are_kept_apart():
    written = terminal_text(document_of(table((Column("Notiz"),), [("erste\nzweite",)])), 80)
    assert "erste\nzweite" in written


def test_headings_of_the_first_two_levels_are_underlined():
    written = terminal_text(document_of(Heading(1, "Eins"), Heading(2, "Zwei"), Heading(3, "Drei")), 80)
    assert written.startswith("Eins\n====\n\nZwei\n----\n\nDrei\n\n")


def test_numbered_points_count_from_one_and_hang():
    written = terminal_text(document_of(points(["eins " * 20, "zwei"], ordered=True)), 40)
    assert written.startswith("1. eins")
    assert "\n   eins" in written
    assert "\n2. zwei\n" in written


@pytest.mark.parametrize(("columns", "width"), [("20", NARROWEST), ("70", 70), ("300", WIDEST)])
def test_width_is_that_of_the_terminal_within_bounds(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width
