"""Widths of texts in our font, and columns that hold their longest word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.formats.docx.measure import fitted, line_count, longest_word, text_width

SHARED = st.lists(st.tuples(st.integers(1, 100), st.integers(0, 5_000)), min_size=1, max_size=12)


def test_ten_digits_of_ten_points_are_556_tenths_of_a_point_wide():
    assert text_width("0123456789", 20) == 1112


@given(st.text(), st.text(), st.integers(10, 60))
def test_more_text_is_never_narrower(text, more, size):
    assert text_width(text + more, size) >= text_width(text, size)


@pytest.mark.parametrize("text", ["Haus Bevölkerung am", "Bevölkerung", "Haus-Bevölkerung", "a\u00a0Bevölkerung\nb"])
def test_a_word_ends_where_a_line_may_end(text):
    assert longest_word(text, 20) == text_width("Bevölkerung", 20)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("Haus", 1),
        ("Haus Haus", 2),
        ("Haus Haus ", 2),
        ("ein-Haus", 2),
        ("ein/Haus", 2),
        ("Haus\nHaus", 2),
        ("Haus\n", 2),
        ("a a a", 1),
        ("HausHausHaus", 3),
        ("ein Haus am Weg", 4),
    ],
)
def test_lines_are_filled_word_by_word(text, lines):
    room = text_width("Haus", 20) + 10
    assert line_count([(text, False)], 20, room) == lines


def test_bold_text_needs_more_lines():
    room = text_width("Haus und Hof", 20) + 10
    assert line_count([("Haus und Hof", False)], 20, room) == 1
    assert line_count([("Haus ", True), ("und Hof", False)], 20, room) == 2


@given(st.text(), st.integers(10, 60), st.integers(200, 5000))
def test_more_room_never_needs_more_lines(text, size, room):
    narrow, wide = (line_count([(text, False)], size, width) for width in (room, room * 2))
    assert 1 + text.count("\n") <= wide <= narrow


@given(SHARED, st.integers(500, 15_000))
def test_columns_never_need_more_than_the_room(columns, room):
    shares, least = zip(*columns, strict=True)
    widths = fitted(shares, least, room)
    assert sum(widths) <= room
    assert all(width >= 0 for width in widths)


@given(SHARED, st.integers(500, 15_000))
def test_no_column_is_narrower_than_its_least_where_all_have_room(columns, room):
    shares, least = zip(*columns, strict=True)
    if sum(least) + 2 * len(least) <= room:
        # A rounded twentieth of a point a column is no broken word.
        assert all(width >= need - 2 for width, need in zip(fitted(shares, least, room), least, strict=True))


def test_columns_with_enough_room_keep_their_shares():
    assert fitted((1, 3), (100, 100), 8000) == [2000, 6000]
