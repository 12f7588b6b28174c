"""Dataclasses as schemas: what the validator takes, refuses and makes of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NewType

import pytest
from pydantic_core import ValidationError

from insek_cli.core.written import Day, Half, OneOf, Text, Truth, Whole
from insek_cli.files.schema import key_of, validator_of

Name = NewType("Name", str)


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Leaf:
    leaf: Whole


@dataclass(frozen=True, slots=True)
class Branch:
    branch: "Tree"


Tree = Annotated[
    Leaf | Branch,
    OneOf(lambda raw: next((str(i) for i, key in enumerate(("leaf", "branch")) if key in raw), None), "Baum erwartet."),
]


@dataclass(frozen=True, slots=True)
class Flower:
    name: Name
    at_least: Half = Decimal(1)
    is_: Text | None = None
    colour: Colour = Colour.RED
    days: tuple[Whole, Whole] | None = None
    tags: tuple[Text, ...] = ()
    seen: Day | None = None
    wild: Truth = False
    notes: dict[str, str] = field(default_factory=dict)
    tree: Tree | None = None


def flower(raw: Mapping[str, object]) -> Flower:
    return validator_of(Flower).validate_python({"name": "Aster", **raw})


def errors(raw):
    with pytest.raises(ValidationError) as caught:
        flower(raw)
    return [(error["type"], error["loc"]) for error in caught.value.errors(include_url=False)]


@pytest.mark.parametrize(
    ("name", "key"),
    [("title", "title"), ("at_least", "at-least"), ("is_", "is"), ("all_", "all"), ("help_for", "help-for")],
)
def test_a_field_is_written_as_a_kebab_case_key(name, key):
    assert key_of(name) == key


def test_a_mapping_becomes_the_value_with_its_leaf_types():
    found = flower(
        {
            "at-least": "2.5",
            "is": "1.10",
            "colour": "green",
            "days": ["1", "3"],
            "tags": ["no", "null"],
            "seen": "2026-03-12",
            "wild": "true",
            "notes": {"a": "b"},
            "tree": {"branch": {"branch": {"leaf": "7"}}},
        }
    )

    assert found == Flower(
        Name("Aster"),
        Decimal("2.5"),
        "1.10",
        Colour.GREEN,
        (1, 3),
        ("no", "null"),
        dt.date(2026, 3, 12),
        wild=True,
        notes={"a": "b"},
        tree=Branch(Branch(Leaf(7))),
    )


def test_what_is_left_out_gets_its_default():
    first, second = flower({}), flower({})

    assert first == Flower(Name("Aster"))
    assert first.notes is not second.notes


def test_every_fault_is_found_at_once_with_its_path():
    assert sorted(
        errors({"at_least": "1", "colour": "blue", "days": ["1", "x"], "tags": "a", "notes": {"a": ["b"]}})
    ) == [
        ("enum", ("colour",)),
        ("string_type", ("notes", "a")),
        ("tuple_type", ("tags",)),
        ("unexpected_keyword_argument", ("at_least",)),
        ("value_error", ("days", 1)),
    ]


@pytest.mark.parametrize("text", [" 5 ", "1_000", "+1", "05", "1.0", "1e3", "٣", "0x1", ""])
def test_a_number_is_only_taken_as_it_must_be_written(text):
    assert errors({"days": ["1", text]}) == [("value_error", ("days", 1))]


@pytest.mark.parametrize("value", [5, None, 1.5, True])
def test_a_leaf_is_only_taken_as_text(value):
    assert errors({"is": "x", "days": ["1", value]}) == [("string_type", ("days", 1))]


@pytest.mark.parametrize("days", [[], ["1"], ["1", "2", "3"]])
def test_a_pair_has_two_values(days):
    assert errors({"days": days})


def test_a_union_is_chosen_by_its_keys_so_that_faults_speak_of_the_member_meant():
    assert errors({"tree": {"branch": {"leaf": "x"}}}) == [("value_error", ("tree", "1", "branch", "0", "leaf"))]
    assert errors({"tree": {"root": "1"}}) == [("one_of", ("tree",))]


def test_the_sentence_of_a_leaf_type_is_kept():
    with pytest.raises(ValidationError) as caught:
        flower({"wild": "ja"})

    (error,) = caught.value.errors(include_url=False)
    assert str(error["ctx"]["error"]) == "Hier gehört true (ja) oder false (nein) hin."
