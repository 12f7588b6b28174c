"""Only what differs is put into a text; the rest stays as it was."""

import pytest

from insek_cli.files.yaml_layout import Layout
from insek_cli.files.yaml_splicing import spliced

CASES = {
    "a value": ("a: x # c\nb: w\n", {"a": "z"}, "a: z # c\nb: w\n"),
    "a key without a value": ("a: # c\nb: w\n", {"a": "z"}, "a: z # c\nb: w\n"),
    "a text over several lines": ("a: x\n  w # c\nb: w\n", {"a": "z"}, "a: z # c\nb: w\n"),
    "one line for many": ("a: | # c\n  x\n  w\n\nb: w\n", {"a": "z"}, "a: z # c\n\nb: w\n"),
    "many lines for one": ("a: x # c\nb: w\n", {"a": "1\n2"}, "a: |- # c\n  1\n  2\nb: w\n"),
    "many lines for many": ("a: >2 # c\n  x\n\nb: w\n", {"a": "1\n2"}, "a: |- # c\n  1\n  2\n\nb: w\n"),
    "lines kept at the end": ("a: |+\n  x\n\nb: w\n", {"a": "z"}, "a: z\nb: w\n"),
    "a new key": ("b: w # c\n# d\n", {"c": "z"}, "b: w # c\nc: z\n# d\n"),
    "a key that goes": ("a: x # c\nb: w\n", {"a": None}, "# c\nb: w\n"),
    "an end without a line end": ("b: w", {"c": "1\n"}, "b: w\nc: '1\n"),
    "an old line end": ("a: x\rb: w\r", {"c": "z"}, "a: x\rb: w\rc: z\r"),
}


@pytest.mark.parametrize("name", CASES)
def test_on_lines_of_its_own(name):
    text, change, expected = CASES[name]
    layout = Layout(text)
    old = {entry.name: "w" if entry.name == "b" else "?" for entry in layout.root.entries}
    new = {key: value for key, value in {**old, **change}.items() if value is not None}

    assert spliced(layout, layout.root, old, new) == expected.replace("'1\n", "|\n  1\n")


def test_nothing_changed_nothing_written():
    text = "a:   x\n\nb: {c: [ w,z ],}\n"
    says = {"a": "x", "b": {"c": ("w", "z")}}
    layout = Layout(text)

    assert spliced(layout, layout.root, says, says) == text


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a:\n  x: # c\n    status: w\n", {"x": "z"}, "a:\n  x: # c\n    status: z\n"),
        ("a:\n  x: w # c\n", {"x": {"status": "w", "by": "z"}}, "a:\n  x: {status: w, by: z} # c\n"),
        ("a:\n  x: {status: w}\n", {"x": {"status": "w", "by": "z"}}, "a:\n  x: {status: w, by: z}\n"),
        ("a: {x: w} # c\n", {"x": {"status": "w", "by": "z"}}, "a: {x: {status: w, by: z}} # c\n"),
    ],
)
def test_a_bare_word_is_short_for_a_mapping(text, new, expected):
    layout = Layout(text)

    assert spliced(layout, layout.root, {"a": {"x": "w"}}, {"a": new}) == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("a:\n- x # c\n- w\n", ("x", "w"), ("w", "z"), "a:\n# c\n- w\n- z\n"),
        ("a:\n  - x # c\n", ("x",), (), "a: []\n  # c\n"),
        ("a: [] # c\n", (), ("x",), "a: [x] # c\n"),
        ("a: # c\n", None, ("x",), "a: [x] # c\n"),
        (
            "a:\n  - {t: x, u: 1}\n  - {t: w} # c\n",
            ({"t": "x", "u": 1}, {"t": "w"}),
            ({"t": "w", "u": 2},),
            "a:\n  - {t: w, u: 2} # c\n",
        ),
    ],
)
def test_items_of_a_list_are_found_again(text, old, new, expected):
    layout = Layout(text)

    assert spliced(layout, layout.root, {"a": old} if old is not None else {}, {"a": new}) == expected
