"""Columns a text fills: wide signs count twice, marks on other signs not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.formats.terminal_width import padded, padded_left, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Straße „x“ – 5 €", 16),
        ("中文", 4),
        ("🏰", 2),
        ("👍🏽", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("e\u0301", 1),
        ("שלום", 4),
        ("a\u2060b", 2),
    ],
)
def test_width_is_that_of_a_terminal(text, columns):
    assert width_of(text) == columns


def test_wide_signs_are_wrapped_by_their_width():
    assert wrapped("中文 中文 中文", 9) == ["中文 中文", "中文"]
    assert wrapped("🏰 Burg 🏰 Burg", 8, "- ", "  ") == ["- 🏰", "  Burg", "  🏰", "  Burg"]


def test_text_is_filled_up_to_its_column():
    assert (padded("中", 4), padded_left("中", 4), padded("ab", 1)) == ("中  ", "  中", "ab")


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=40), st.integers(10, 40))
def test_no_sign_is_lost_in_wrapping(text, width):
    assert "".join(wrapped(text, width)) == text
