"""Every key, value and comment of a text has its span."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.files.yaml_layout import Group, Layout, Scalar

TEXT = """\
# Kopf
a: eins  # b
b:
  - x: |+  # c
      zwei # kein Kommentar

    y: 'drei # auch keiner'
c: {d: vier, # e
  e: }
f:
"""


def values(layout, node, found):
    """Collect the text of every value under its keys."""
    for place, entry in enumerate(node.entries):
        name = entry.name or str(place)
        if isinstance(entry.value, Group):
            found |= {f"{name}/{rest}": text for rest, text in values(layout, entry.value, {}).items()}
        else:
            found[name] = layout.text[entry.value.start : entry.value.last]
    return found


def test_every_value_has_its_span():
    layout = Layout(TEXT)

    assert values(layout, layout.root, {}) == {
        "a": "eins",
        "b/0/x": "|+  # c\n      zwei # kein Kommentar\n",
        "b/0/y": "'drei # auch keiner'",
        "c/d": "vier",
        "c/e": "",
        "f": "",
    }


def test_comments_are_what_stands_outside_of_texts():
    layout = Layout(TEXT)

    assert layout.comments() == ["# Kopf", "# b", "# c", "# e"]
    assert layout.comments(TEXT.index("# b"), TEXT.index("# e")) == ["# b", "# c"]


def test_the_mark_of_a_block_text_ends_before_its_comment():
    layout = Layout(TEXT)
    (item,) = layout.root.entries[1].value.entries
    value = item.value.entries[0].value

    assert isinstance(value, Scalar)
    assert TEXT[value.start : value.end] == "|+"
    assert TEXT[item.start : item.sign] == "-"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_begin_and_end_as_the_text_has_it(newline):
    text = newline.join(["a: 1", "b: 2", "c: 3"])
    layout = Layout(text)
    place = text.index("2")

    assert layout.newline == newline
    assert text[layout.line_start(place) : layout.line_end(place)] == "b: 2"
    assert layout.next_line(place) == text.index("c")
    assert layout.next_line(text.index("3")) == len(text)
    assert layout.column(place) == 3


@pytest.mark.parametrize("text", ["", "\n\n", "# nur das\n"])
def test_a_text_without_content_has_no_root(text):
    assert Layout(text).root is None


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8")),
        lambda inner: st.lists(inner) | st.dictionaries(st.text("ab:#"), inner),
        max_leaves=8,
    )
)
@settings(deadline=None)
def test_a_text_without_comments_has_none(tree):
    text = yaml.safe_dump({"root": tree}, allow_unicode=True)

    assert Layout(text).comments() == []
