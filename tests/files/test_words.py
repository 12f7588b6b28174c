"""Sentences about unknown words."""

import pytest

from insek_cli.files.words import few, shown, unknown_sentence


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("met", "„met“"),
        ("", "„“"),
        ("zwei\n  Zeilen\tund mehr", "„zwei Zeilen und mehr“"),
        ("x" * 60, f"„{'x' * 60}“"),
        ("x" * 61, f"„{'x' * 59}…“"),
        (["a"], "„['a']“"),
    ],
)
def test_a_value_is_shown_on_one_line_and_shortened(value, expected):
    assert shown(value) == expected


def test_a_word_like_one_allowed_gets_a_suggestion():
    assert unknown_sentence("met.", ["met", "partial"], "Den Wert") == (
        "Den Wert „met.“ gibt es hier nicht. Meinten Sie „met“?"
    )


def test_a_word_unlike_all_gets_the_list():
    assert unknown_sentence("fertig", ["met", "partial"], "Den Wert") == (
        "Den Wert „fertig“ gibt es hier nicht. Möglich: met, partial."
    )


def test_nothing_is_listed_where_nothing_is_allowed():
    assert unknown_sentence("fertig", [], "Den Wert") == "Den Wert „fertig“ gibt es hier nicht."


def test_a_list_is_cut_after_fourteen_words():
    words = [str(number) for number in range(1, 17)]

    assert few(words[:14]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"
    assert few(words) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 …"
    assert few([]) == ""
