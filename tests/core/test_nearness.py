"""What municipalities have in common on the map, by official key or by name."""

import pytest

from insek_cli.core.answers import Municipality
from insek_cli.core.nearness import Shared, shared_areas
from insek_cli.core.occasions import Area


def areas(*municipalities):
    return {(found.area, found.members) for found in shared_areas(municipalities)}


def test_the_same_first_five_digits_are_the_same_landkreis():
    found = areas(
        Municipality("A", ags="14522010"), Municipality("B", ags="14522020"), Municipality("C", ags="14523010")
    )
    assert found == {(Area.LANDKREIS, 0b011)}


def test_a_name_counts_where_the_key_is_missing_and_is_the_same_with_and_without_the_word():
    found = areas(Municipality("A", landkreis="Landkreis Nord"), Municipality("B", landkreis="nord "))
    assert found == {(Area.LANDKREIS, 0b11)}


def test_a_name_stands_for_the_key_if_anyone_has_both():
    found = areas(
        Municipality("A", ags="14522010", landkreis="Nord"),
        Municipality("B", landkreis="Nord"),
        Municipality("C", ags="14522030"),
    )
    assert found == {(Area.LANDKREIS, 0b111)}


def test_the_leader_region_goes_by_its_name():
    found = areas(Municipality("A", leader_region="Bergland"), Municipality("B", leader_region="bergland"))
    assert found == {(Area.LEADER_REGION, 0b11)}


@pytest.mark.parametrize("name", ["LEADER-Region Westlausitz", "Region  Westlausitz", "leader region westlausitz "])
def test_the_word_region_before_the_name_makes_no_other_region(name):
    found = areas(Municipality("A", leader_region=name), Municipality("B", leader_region="Westlausitz"))
    assert found == {(Area.LEADER_REGION, 0b11)}


@pytest.mark.parametrize("word", ["Verwaltungsgemeinschaft", "Verwaltungsverband"])
def test_the_kind_of_association_before_the_name_makes_no_other_one(word):
    found = areas(Municipality("A", association=f"{word} Tal"), Municipality("B", association="Tal"))
    assert found == {(Area.ASSOCIATION, 0b11)}


def test_the_regional_key_tells_the_association():
    found = areas(Municipality("A", ars="145225101010"), Municipality("B", ars="145225101020"))
    assert (Area.ASSOCIATION, 0b11) in found


def test_municipalities_of_their_own_are_in_no_association():
    found = areas(Municipality("A", ars="145220010010"), Municipality("B", ars="145220010010"))
    assert found == {(Area.LANDKREIS, 0b11)}


def test_nothing_known_is_nothing_shared():
    assert shared_areas([Municipality("A"), Municipality("B")]) == ()


def test_areas_come_nearest_first():
    both = [Municipality("A", association="VG", landkreis="N"), Municipality("B", association="VG", landkreis="N")]
    assert shared_areas(both) == (Shared(Area.ASSOCIATION, 0b11), Shared(Area.LANDKREIS, 0b11))
