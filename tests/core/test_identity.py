"""The same municipality in two files is known as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import Municipality
from insek_cli.core.identity import identity, is_same_place, same_municipality

places = st.builds(
    Municipality,
    st.sampled_from(["Neustadt", "neustadt", "Altdorf"]),
    ags=st.sampled_from([None, "14522010", "14522020"]),
    landkreis=st.sampled_from([None, "Nord", "nord", "Süd"]),
)


def test_the_official_key_tells_municipalities_apart_else_name_and_landkreis():
    assert identity(Municipality("A", ags="14522010")) == identity(Municipality("B", ags="14522010"))
    assert identity(Municipality("Neustadt", landkreis="N")) == identity(Municipality("neustadt", landkreis="n"))
    assert identity(Municipality("Neustadt", landkreis="N")) != identity(Municipality("Neustadt", landkreis="O"))


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
def test_files_with_one_identity_are_of_the_same_municipality(one, other):
    assert identity(one) != identity(other) or same_municipality(one, other)


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
