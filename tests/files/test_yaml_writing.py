"""Values stand on one line where they fit, and load as what they were."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.files.yaml_reader import read_text
from insek_cli.files.yaml_writing import WIDTH, in_line, lines_of
from tests.files.random_answers import texts


def text_of(value):
    return "\n".join(lines_of(value, 0)) + "\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": "x", "b": 1}, "a: x\nb: 1\n"),
        ({"a": {"b": {"c": date(2026, 3, 12), "d": True}}}, "a:\n  b: {c: 2026-03-12, d: true}\n"),
        ({"a": ({"b": "x"}, {"c": "w"})}, "a:\n  - {b: x}\n  - {c: w}\n"),
        ({"a": ("x", "w"), "b": ()}, "a: [x, w]\nb: []\n"),
        ({"a": {"b": {}}}, "a:\n  b: {}\n"),
        ({"a": {"b": {"c": "x\ny"}}}, "a:\n  b:\n    c: |-\n      x\n      y\n"),
        ({"a": ({"b": "x\ny\n", "c": Decimal("2.50")},)}, "a:\n  - b: |\n      x\n      y\n    c: 2.50\n"),
        ({"a": ("x\ny", "z")}, "a:\n  - |-\n    x\n    y\n  - z\n"),
    ],
)
def test_a_value_is_written_like_this(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    "word", ["no", "Yes", "null", "~", "12", "1e3", "2026-03-12", "12:30", "- x", "a: b", "a #b", ""]
)
def test_a_text_another_reader_could_mistake_stands_in_quotation_marks(word):
    assert text_of({"a": word}) == f'a: "{word}"\n'


def test_a_comma_needs_quotation_marks_between_brackets_only():
    assert text_of({"a": "x, y"}) == "a: x, y\n"
    assert in_line(("x, y",)) == '["x, y"]'


def test_half_a_character_does_not_make_the_file_unreadable():
    assert read_text(text_of({"a": "x\ud83dy"}), "").root == {"a": "x?y"}


def test_a_long_text_is_broken_between_words():
    text = "Ein Satz mit Wörtern. " * 12

    lines = text_of({"a": {"b": text.strip()}}).splitlines()

    assert lines[1] == "  b: >-"
    assert max(map(len, lines)) <= WIDTH
    assert " ".join(line.strip() for line in lines[2:]) == text.strip()


trees = st.dictionaries(
    st.from_regex("[a-z]{1,5}", fullmatch=True),
    texts.filter(bool)
    | st.lists(texts.filter(bool), max_size=3).map(tuple)
    | st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), texts.filter(bool), min_size=1, max_size=3)
    | st.text("ab .", min_size=100, max_size=300),
    min_size=1,
)


@given(trees)
def test_whatever_is_written_loads_equal(tree):
    expected = {key: list(value) if isinstance(value, tuple) else value for key, value in tree.items()}
    file = read_text(text_of(tree), "")

    assert (file.root, file.problems) == (expected, [])
    assert read_text(f"a: {in_line(tree)}\n", "").root == {"a": expected}
