"""The dataclass of the core behaves like the standard one."""

import copy
import dataclasses
import pickle
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
    town = Town("A")
    with pytest.raises(FrozenInstanceError):
        town.name = "B"
    with pytest.raises(FrozenInstanceError):
        del town.name
    assert town == Town("A")
    assert not hasattr(town, "__dict__")


def test_every_value_here_is_frozen_and_has_slots():
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)


def test_a_value_has_no_steps_of_its_own_after_it_was_made():
    with pytest.raises(TypeError, match="fields alone"):
        dataclass(frozen=True, slots=True)(type("Town", (), {"__post_init__": lambda _: None}))


@pytest.mark.parametrize(
    "make",
    [
        lambda town: town(),
        lambda town: town("A", 1, 2),
        lambda town: town("A", name="B"),
        lambda town: town("A", inhabitants=1),
    ],
)
def test_wrong_fields_are_refused_by_the_first_value_and_all_others(make):
    class_of_its_own = dataclass(frozen=True, slots=True)(type("Town", (), {"__annotations__": {"name": str}}))
    for _ in range(2):
        with pytest.raises(TypeError):
            make(class_of_its_own)
    assert class_of_its_own("A").name == "A"


def test_a_field_may_have_any_name():
    fields = {"kind": str, "value": int, "given": int}
    odd = dataclass(frozen=True, slots=True)(type("Odd", (), {"__annotations__": fields}))
    assert repr(odd(kind="A", value=1, given=2)) == "Odd(kind='A', value=1, given=2)"


@given(values)
def test_a_value_that_was_stored_is_the_same(fields):
    town = Town(*fields)
    assert pickle.loads(pickle.dumps(town)) == copy.deepcopy(town) == town  # noqa: S301 - our own value


def test_a_changed_copy_is_made_with_replace():
    assert replace(Town("A", 1), people=2) == Town("A", 2)


def test_each_value_has_its_own_default():
    assert Place("A").more is not Place("A").more
