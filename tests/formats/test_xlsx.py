"""What all workbooks share: names of sheets are legal, different, and cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.formats.xlsx import LONGEST_NAME, margin_text, sheet_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Maßnahmen, Kosten, Finanzierung", "Maßnahmen, Kosten, Finanzierung"),
        ("Beschluss, Wirkung, Förderzugang", "Beschluss, Wirkung"),
        ("Kosten/Nutzen [neu]", "Kosten Nutzen neu"),
        ("'Zitat'", "Zitat"),
    ],
)
def test_name_is_the_title_as_far_as_a_sheet_may_bear_it(title, name):
    assert sheet_name(title, set()) == name


@given(st.lists(st.text("aA ä'[]:*?/\\xyz,", min_size=1, max_size=50).map(lambda text: f"B{text}"), max_size=30))
def test_names_are_legal_and_differ_also_without_regard_to_case(titles):
    used = set()
    names = [sheet_name(title, used) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= LONGEST_NAME
        assert not set("[]:*?/\\") & set(name)
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_text_in_the_margin_begins_no_command():
    assert margin_text("A & B\n\x07") == "A && B \ufffd"
