"""The same municipality in two files is known as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import Municipality
from insek_cli.core.identity import Sightings, is_same_place, same_municipality

KEY, OTHER = "14522010", "14523010"
places = st.builds(
    Municipality,
    st.sampled_from(["Neustadt", "neustadt", "Altdorf"]),
    ags=st.sampled_from([None, "14522010", "14522020"]),
    landkreis=st.sampled_from([None, "Nord", "nord", "Süd"]),
)


def second(one: Municipality, other: Municipality) -> bool:
    """Tell whether the other is taken for the first, in whichever order they come."""
    found = []
    for first, next_one in ((one, other), (other, one)):
        seen = Sightings()
        assert seen.first(first, "a") == "a"
        found.append(seen.first(next_one, "b") == "a")
    assert found[0] is found[1]
    return found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Municipality("A", ags=KEY), Municipality("B", ags=KEY)),
        (Municipality("Neustadt", landkreis="N"), Municipality("neustadt ", landkreis="Landkreis N")),
        (Municipality("Neustadt"), Municipality("Neustadt")),
        (Municipality("Neustadt", landkreis="N", ags=KEY), Municipality("Neustadt", landkreis="N")),
    ],
)
def test_these_are_the_same(one, other):
    assert second(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Municipality("Neustadt", landkreis="N"), Municipality("Neustadt", landkreis="O")),
        (Municipality("Bernsdorf", ags=KEY), Municipality("Bernsdorf", ags=OTHER)),
        (Municipality("Bernsdorf", landkreis="N", ags=KEY), Municipality("Bernsdorf", landkreis="N", ags=OTHER)),
        (Municipality("Bernsdorf", ags=KEY), Municipality("Bernsdorf")),
        (Municipality("Bernsdorf", landkreis="N"), Municipality("Bernsdorf")),
    ],
)
def test_these_are_not_taken_for_the_same(one, other):
    assert not second(one, other)


def test_the_first_place_is_told_however_often_it_comes():
    seen = Sightings()
    places = [seen.first(Municipality("A", ags=KEY, landkreis="N"), where) for where in "abc"]
    assert (places, seen.first(Municipality("A", landkreis="N"), "d")) == (["a", "a", "a"], "a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Municipality("A", ags="14522010"), Municipality("B", ags="14522010"), True),
        (Municipality("A", ags="14522010"), Municipality("A", ags="14522020"), False),
        (Municipality("A", ags="14522010"), Municipality("a"), True),
        (Municipality("A", landkreis="Nord"), Municipality("A"), True),
        (Municipality("A", landkreis="Nord"), Municipality("A", landkreis="Süd"), False),
        (Municipality("A"), Municipality("B"), False),
    ],
)
def test_a_key_or_landkreis_that_only_one_names_does_not_part_them(one, other, same):
    assert same_municipality(one, other) is same_municipality(other, one) is same


@given(places, places)
def test_files_taken_for_a_second_one_are_of_the_same_municipality(one, other):
    assert not second(one, other) or same_municipality(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Municipality("Stadt Ort"), Municipality("ort "), True),
        (Municipality("Gemeinde Ort"), Municipality("Ort"), True),
        (Municipality("Ort"), Municipality("Ort-Süd"), False),
        (Municipality("Ort", "14522999"), Municipality("Anders geschrieben", "14522999"), True),
        (Municipality("Ort", "14522999"), Municipality("Ort", "14522998"), False),
        (Municipality("Ort", "14522999"), Municipality("Ort"), True),
    ],
)
def test_a_form_is_of_the_place_with_its_key_else_of_the_one_with_its_name(one, other, same):
    assert is_same_place(one, other) is same
