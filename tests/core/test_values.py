"""The dataclass of the core behaves like the standard one."""

import dataclasses
from dataclasses import FrozenInstanceError, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    people: int = 0
    more: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    people: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    name: str
    people: int = 0


values = st.tuples(st.text(max_size=3), st.integers(0, 2))


@given(values, values)
def test_values_are_equal_when_all_fields_are(one, other):
    assert (Town(*one) == Town(*other)) == (Standard(*one) == Standard(*other))
    assert Town(*one) != Town(*other) or hash(Town(*one)) == hash(Town(*other))


@given(values)
def test_values_show_their_fields_like_the_standard_ones(fields):
    assert repr(Town(*fields)) == repr(Standard(*fields)).replace("Standard", "Town")


def test_a_value_equals_itself_and_no_value_of_another_type():
    town = Town("A", 1)
    assert town == town  # noqa: PLR0124 - the short way of equality
    assert town != Place("A", 1)
    assert town != ("A", 1)
    assert Town("A").__eq__("A") is NotImplemented


def test_values_can_be_keys():
    assert {Town("A"): 1}[Town("A")] == 1
    assert len({Town("A"), Town("A"), Town("B")}) == 2


def test_a_value_with_a_dictionary_has_no_hash():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Place("A"))


def test_values_never_change():
    with pytest.raises(FrozenInstanceError):
        Town("A").name = "B"
    assert not hasattr(Town("A"), "__dict__")


def test_a_changed_copy_is_made_with_replace():
    assert replace(Town("A", 1), people=2) == Town("A", 2)


def test_each_value_has_its_own_default():
    assert Place("A").more is not Place("A").more
