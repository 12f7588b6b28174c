"""Between brackets commas, blanks and comments stay where they are."""

import pytest

from insek_cli.files.yaml_flow import FlowText
from insek_cli.files.yaml_layout import Layout
from insek_cli.files.yaml_writing import WIDTH


def flowing(text, *steps):
    """Return what becomes of a list: a number keeps that item, -number-1 drops it, a text is new."""
    layout = Layout(text)
    flow = FlowText(layout, layout.root)
    for step in steps:
        if isinstance(step, str):
            flow.add(step)
        elif step < 0:
            flow.drop(layout.root.entries[-step - 1])
        else:
            entry = layout.root.entries[step]
            flow.keep(entry, text[entry.start : entry.last])
    return flow.closed()


@pytest.mark.parametrize(
    "text", ["[]", "[ ]", "[a]", "[ a ,b,]", "[a, # c\n b # d\n ]", "[\n  a,\n  b,\n  # c\n]", "[ # c\n a]"]
)
def test_what_stays_stays_as_it_is(text):
    assert flowing(text, *range(len(Layout(text).root.entries))) == text


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        ("[]", ["n"], "[n]"),
        ("[ # c\n ]", ["n"], "[n # c\n ]"),
        ("[a]", [0, "n"], "[a, n]"),
        ("[ a ]", [0, "n"], "[ a, n ]"),
        ("[a,]", [0, "n"], "[a, n,]"),
        ("[a, b]", ["n", 0, 1], "[n, a, b]"),
        ("[a, b]", [0, "n", 1], "[a, n, b]"),
        ("[a, # c\n b]", [0, "n", 1], "[a, n, # c\n b]"),
        ("[\n  a,\n  b\n]", [0, 1, "n"], "[\n  a,\n  b,\n  n\n]"),
        ("[a, b]", [-1, 1], "[b]"),
        ("[a, b]", [0, -2], "[a]"),
        ("[a, b,]", [0, -2], "[a,]"),
        ("[a, b]", [-1, -2], "[]"),
        ("[a, b]", [-1, -2, "n"], "[n]"),
        ("[a, # c\n b]", [0, -2], "[a # c\n ]"),
        ("[a, # c\n b, d]", [0, -2, 2], "[a, # c\n d]"),
        ("[a, # c\n b]", [-1, 1], "[ # c\n b]"),
        ("[\n  a,\n  b\n]", [-1, 1], "[\n  b\n]"),
    ],
)
def test_items_come_and_go(text, steps, expected):
    assert flowing(text, *steps) == expected


def test_a_line_that_would_grow_too_long_goes_on_below():
    long = "n" * WIDTH

    assert flowing("[a]", 0, long, "o") == f"[a,\n {long},\n o]"
