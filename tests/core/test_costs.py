"""Drivers, levers and the effort profile."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from insek_cli.core.catalogue import catalogue_of
from insek_cli.core.costs import nearest_cases
from insek_cli.core.entries import Case
from insek_cli.core.vocabulary import Proof

from . import oracle
from .random_cases import cases
from .small import assessed, entries, plain, said, told

UPDATE = {"fact": "project", "is": "yes"}
PROJECT = {"id": "project"}
REPORTS = {"id": "reports", "kind": "number"}


def costs(given_answers=None, *, questions=(PROJECT, REPORTS), **parts):
    return told(assessed(plain(questions=questions, **parts), given_answers or said()))["costs"]


@pytest.mark.parametrize(("answer", "fired"), [("yes", [("d", 3, [])]), ("no", []), (None, [])])
def test_a_driver_fires_only_on_true(answer, fired):
    driver = {"id": "d", "points": 3, "when": UPDATE}
    assert costs(said(facts={"project": answer}), drivers=[driver])["drivers"] == fired


@pytest.mark.parametrize(
    ("number", "per", "times"),
    [
        (3, {"each": 1}, 3),
        (0, {"each": 1}, 0),
        (5, {"each": 2}, 2),
        (5, {"each": 1, "above": 3}, 2),
        (3, {"each": 1, "above": 3}, 0),
        (2, {"each": 1, "above": 3}, 0),
        (18, {"each": 6, "above": 12, "most": 3}, 1),
        (99, {"each": 6, "above": 12, "most": 3}, 3),
        (Decimal("2.5"), {"each": 1}, 2),
        (Decimal("2.5"), {"each": 1, "above": 3}, 0),
        (None, {"each": 1}, 0),
        ("viele", {"each": 1}, 0),
    ],
)
def test_a_driver_counts_every_full_number_above_and_at_most(number, per, times):
    driver = {"id": "d", "points": "1.5", "per": {"fact": "reports", **per}}
    found = costs(said(facts={"reports": number}), drivers=[driver])["drivers"]
    assert found == ([("d", Decimal("1.5") * times, [])] if times else [])


def test_a_driver_may_count_by_inhabitants():
    driver = {"id": "d", "per": {"fact": "inhabitants", "each": 1000, "above": 5000}}
    assert costs(said(inhabitants=7999), drivers=[driver])["drivers"] == [("d", 2, [])]
    assert costs(said(), drivers=[driver])["drivers"] == []


def test_a_hidden_number_counts_for_nothing():
    hidden = {"id": "reports", "kind": "number", "when": UPDATE}
    driver = {"id": "d", "per": {"fact": "reports", "each": 1}}
    given_answers = said(facts={"project": "no", "reports": 4})
    assert costs(given_answers, questions=[PROJECT, hidden], drivers=[driver])["drivers"] == []


def test_a_driver_may_count_plan_types_by_verdict():
    kinds = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    driver = {"id": "d", "per": {"verdict": ["take-over", "update"], "each": 2}}
    entries_ = [{"type": "a"}, {"type": "a"}, {"type": "b", "format": "pdf"}]
    assert costs(said(plans=entries_), plans=kinds, drivers=[driver])["drivers"] == [("d", 1, [])]
    assert costs(said(plans=entries_[:2]), plans=kinds, drivers=[driver])["drivers"] == []


def test_condition_and_number_must_both_speak_for_a_driver():
    driver = {"id": "d", "when": UPDATE, "per": {"fact": "reports", "each": 1}}
    for project, reports, fires in (("yes", 1, True), ("yes", 0, False), ("no", 1, False)):
        found = costs(said(facts={"project": project, "reports": reports}), drivers=[driver])["drivers"]
        assert bool(found) is fires


def test_a_driver_waits_for_an_answer_to_its_criterion():
    driver = {"id": "d", "when": {"criterion": "a", "below": "met"}}
    for answer, fires in ((None, False), ("unknown", False), ("partial", True), ("met", False)):
        found = costs(said(criteria={"a": answer} if answer else {}), criteria=[{"id": "a"}], drivers=[driver])
        assert bool(found["drivers"]) is fires


def test_the_strongest_drivers_come_first_and_equal_ones_as_listed():
    drivers = [
        {"id": "weak", "when": {"all": []}},
        {"id": "first", "points": 3, "when": {"all": []}},
        {"id": "counted", "points": 1, "per": {"fact": "reports", "each": 1}},
    ]
    found = costs(said(facts={"reports": 3}), drivers=drivers)["drivers"]
    assert [driver for driver, _, _ in found] == ["first", "counted", "weak"]


def test_effort_is_the_base_and_the_drivers_less_the_levers_in_use():
    drivers = [{"id": "d", "points": 5, "when": {"all": []}}]
    levers = [{"id": "used", "points": "1.5", "when": {"all": []}}, {"id": "unused", "points": 9, "when": UPDATE}]
    assert costs(drivers=drivers, levers=levers)["points"] == Decimal("5.5")


@pytest.mark.parametrize(
    ("points", "word"), [("5.5", "lean"), (6, "medium"), ("11.5", "medium"), (12, "heavy"), (99, "heavy")]
)
def test_a_class_begins_at_its_points(points, word):
    assert costs(profile={"base": points, "medium": 6, "heavy": 12})["class"] == word


def test_levers_may_bring_effort_below_nothing():
    levers = [{"id": "v", "points": 9, "when": {"all": []}}]
    found = costs(levers=levers, profile={"base": 2, "medium": 6, "heavy": 12})
    assert (found["points"], found["class"]) == (-7, "lean")


@pytest.mark.parametrize(
    ("lever", "used", "offered"),
    [
        ({}, False, True),
        ({"when": {"all": []}}, True, False),
        ({"when": {"any": []}}, False, True),
        ({"when": UPDATE}, False, True),
        ({"open-when": {"any": []}}, False, False),
        ({"open-when": UPDATE}, False, False),
        ({"when": {"all": []}, "open-when": {"all": []}}, True, False),
        ({"when": {"any": []}, "open-when": {"all": []}}, False, True),
        ({"when": {"all": []}, "points": None}, True, False),
    ],
)
def test_a_lever_is_in_use_or_can_be_offered_or_neither(lever, used, offered):
    found = costs(levers=[{"id": "v", **lever}])
    assert ("v" in found["used"], "v" in found["offered"]) == (used, offered)


def test_a_lever_in_use_may_count_by_number():
    lever = {"id": "v", "points": 2, "when": {"all": []}, "per": {"fact": "reports", "each": 2, "most": 2}}
    for number, used in ((9, {"v": 4}), (3, {"v": 2}), (1, {})):
        assert costs(said(facts={"reports": number}), levers=[lever])["used"] == used


def test_a_driver_names_only_levers_that_can_be_offered():
    levers = [{"id": "open"}, {"id": "used", "when": {"all": []}}, {"id": "shut", "open-when": {"any": []}}]
    driver = {"id": "d", "when": {"all": []}, "levers": ["used", "open", "shut"]}
    assert costs(drivers=[driver], levers=levers)["drivers"] == [("d", 1, ["open"])]


def test_levers_against_the_strongest_drivers_are_offered_first_then_by_points():
    levers = [
        {"id": "none", "points": None},
        {"id": "big", "points": 3},
        {"id": "weak"},
        {"id": "strong"},
        {"id": "same", "points": 3},
    ]
    drivers = [
        {"id": "small", "when": {"all": []}, "levers": ["weak", "strong"]},
        {"id": "large", "points": 2, "when": {"all": []}, "levers": ["strong"]},
    ]
    offered = assessed(plain(drivers=drivers, levers=levers), said()).costs.offered
    assert [lever.id for lever in offered] == ["strong", "weak", "big", "same", "none"]


def case(id_, inhabitants):
    return Case(id_, "t", "t", "t", "2020", Proof.READ, (), inhabitants=inhabitants)


def test_cases_are_nearest_by_the_ratio_of_inhabitants():
    listed = (case("none", None), case("twice", 2000), case("third", 333), case("same", 1000), case("half", 500))
    made = catalogue_of(_with_cases(listed))
    assert [found.id for found in nearest_cases(made, 1000)] == ["same", "twice", "half", "third"]


def test_no_more_than_five_cases_are_shown_and_without_a_size_the_first():
    made = catalogue_of(_with_cases(tuple(case(f"c{n}", 1000 * n) for n in range(1, 9))))
    assert [found.id for found in nearest_cases(made, None)] == ["c1", "c2", "c3", "c4", "c5"]
    assert len(nearest_cases(made, 3000)) == 5


def _with_cases(listed):
    return replace(entries(plain()), cases=listed)


@settings(max_examples=50, deadline=None)
@given(cases(criteria=3, costly=True))
def test_costs_are_reckoned_as_the_oracle_reckons(case_):
    assessment = assessed(*case_)
    assert told(assessment)["costs"] == oracle.judge(*case_, assessment.date)["costs"]
