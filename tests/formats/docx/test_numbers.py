"""Chapters are numbered as Word will number them."""

import pytest

from insek_cli.formats.docx.numbers import NO_LEVEL, OWN_LEVELS, Level, chapter_number

MIXED = (Level("%1.", "upperRoman"), Level("%1.%2)", "lowerLetter"))


@pytest.mark.parametrize(
    ("levels", "counters", "number"),
    [
        (OWN_LEVELS, (6,), "6"),
        (OWN_LEVELS, (6, 12), "6.12"),
        (MIXED, (4,), "IV."),
        (MIXED, (19, 3), "XIX.c)"),
        ((Level("§ %1"),), (2,), "§ 2"),
        ((Level("%1", "upperLetter"),), (28,), "BB"),
        ((Level("%1", "decimalZero"),), (7,), "07"),
        ((Level("%1", "lowerRoman"),), (9,), "ix"),
    ],
)
def test_number_is_shown_as_the_level_says(levels, counters, number):
    assert chapter_number(levels, counters) == number


@pytest.mark.parametrize("levels", [(Level("%1", "chineseCounting"),), (NO_LEVEL,), ()])
def test_unknown_way_of_numbering_shows_no_number(levels):
    assert chapter_number(levels, (1,)) == ""
