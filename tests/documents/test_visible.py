"""What a text shows: no control but the line end (and the tabulator), everything else as typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.visible import visible

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_visible_text_has_no_control_but_line_end_and_tabulator(text):
    controls = [sign for sign in visible(text) if unicodedata.category(sign) == "Cc" or sign in TURNING]
    assert set(controls) <= set("\n\t")
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S"))))
def test_letters_digits_and_signs_stay_as_typed(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "10\u00a0000 Euro",
        "z.\u202fB.",
        "Entwicklungs\u00adkonzept",
        "👨\u200d👩\u200d👧",
        "عربی\u200cفارسی",
        "a\u2009b",
        "eins\nzwei",
    ],
)
def test_blanks_and_joiners_are_no_controls(text):
    assert visible(text) == text


@pytest.mark.parametrize("sign", [*"\x00\x07\x1b\x7f\x9b", *TURNING])
def test_controls_and_signs_that_turn_the_direction_are_replaced(sign):
    assert visible(f"a{sign}b") == "a�b"


def test_half_of_a_character_is_replaced():
    assert visible("a\ud800b") == "a�b"
