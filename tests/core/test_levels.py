"""Levels and the shortest way to the next one."""

from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import assess

from . import oracle
from .random_cases import STATUSES, level_cases
from .small import TODAY, answers, assessed, plain, plain_of, said, told

LEVELS = [
    {"id": "start", "secured": 1},
    {"id": "half", "secured": "0.5"},
    {"id": "musts", "must": "met"},
    {"id": "top", "must": "partial", "secured": "0.75", "should": "0.6667"},
]
LISTED = [
    {"id": "m", "obligation": "must", "weight": 2},
    {"id": "s1", "weight": 2},
    {"id": "s2", "weight": 1},
    {"id": "y", "obligation": "may", "weight": 3},
]


def level(given_answers, levels=LEVELS, criteria=LISTED):
    return told(assessed(plain(criteria=criteria, levels=levels), said(criteria=given_answers)))["level"]


def way(criteria, levels, given_answers=None):
    answered = {c["id"]: "unmet" for c in criteria} | (given_answers or {})
    return told(assessed(plain(criteria=criteria, levels=levels), said(criteria=answered)))["next_level"]


def test_the_first_level_always_holds():
    assert level({c["id"]: "unmet" for c in LISTED}) == ("start", "start")


def test_levels_do_not_build_on_each_other():
    assert level({"m": "met", "s1": "unmet", "s2": "unmet", "y": "unmet"}) == ("musts", "musts")
    assert level({"m": "partial", "s1": "met", "s2": "met", "y": "met"}) == ("top", "top")


def test_an_unclear_answer_counts_for_the_possible_level_alone():
    assert level({"m": "unknown", "s1": "met", "s2": "met", "y": "met"}) == ("half", "top")
    assert level({}) == ("start", "top")


def test_a_share_is_reached_exactly_and_not_by_rounding():
    thirds = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    two = {"a": "met", "b": "met", "c": "unmet"}
    for share, reached in (("0.6666", "asked"), ("0.6667", "start")):
        levels = [{"id": "start"}, {"id": "asked", "secured": share}]
        assert level(two, levels, thirds) == (reached, reached)


@pytest.mark.parametrize("asked", [{"must": "met"}, {"should": 1}, {"must": "met", "should": 1}])
def test_a_share_of_nothing_passes(asked):
    only_may = [{"id": "y", "obligation": "may"}]
    assert level({"y": "unmet"}, [{"id": "start"}, {"id": "asked", **asked}], only_may) == ("asked", "asked")
    assert level({}, [{"id": "start"}, {"id": "asked", **asked, "secured": 1}], ()) == ("asked", "asked")


def test_at_the_last_level_there_is_no_way():
    assert way([{"id": "a"}], [{"id": "only", "secured": 1}]) is None
    assert way([{"id": "a"}], [{"id": "start"}, {"id": "last"}]) is None


def test_the_way_leads_to_the_level_after_the_certain_one():
    levels = [{"id": "start"}, {"id": "low", "secured": "0.5"}, {"id": "high", "secured": 1}]
    assert way([{"id": "a"}, {"id": "b"}], levels)["id"] == "low"
    assert way([{"id": "a"}, {"id": "b"}], levels, {"a": "met"}) == {"id": "high", "gaps": ["b"], "days": (1, 1)}


def test_every_must_below_the_bar_is_on_the_way_and_others_only_as_needed():
    listed = [
        {"id": "m1", "obligation": "must", "days": (9, 11)},
        {"id": "m2", "obligation": "must"},
        {"id": "m3", "obligation": "must"},
        {"id": "s"},
    ]
    half = {"m2": "partial"}
    levels = [{"id": "start"}, {"id": "next", "must": "partial"}]
    assert way(listed, levels, half) == {"id": "next", "gaps": ["m3", "m1"], "days": (10, 12)}
    strict = [{"id": "start"}, {"id": "next", "must": "met", "should": "0.5"}]
    assert way(listed, strict, half)["gaps"] == ["m3", "m2", "m1", "s"]


def test_the_way_takes_the_fewest_days_and_not_the_first_gaps():
    listed = [{"id": "big", "weight": 4, "days": (2, 2)}, {"id": "a", "weight": 1, "days": (1, 1)}, {"id": "b"}]
    levels = [{"id": "start"}, {"id": "next", "secured": "0.3333"}]
    assert way(listed, levels)["gaps"] == ["big"]
    assert way(listed, [{"id": "start"}, {"id": "next", "secured": "0.16"}])["gaps"] == ["a"]


def test_at_equal_days_the_way_takes_the_fewest_gaps():
    listed = [{"id": "a", "days": (1, 1)}, {"id": "b", "days": (1, 1)}, {"id": "c", "weight": 2, "days": (2, 2)}]
    assert way(listed, [{"id": "start"}, {"id": "next", "secured": "0.5"}])["gaps"] == ["c"]


def test_at_equal_days_and_number_the_way_leaves_out_the_last_gap_that_differs():
    listed = [{"id": id_} for id_ in "abcd"]
    assert way(listed, [{"id": "start"}, {"id": "next", "secured": "0.5"}])["gaps"] == ["a", "b"]
    paired = [
        {"id": "a", "days": (1, 1)},
        {"id": "b", "days": (2, 2), "weight": 2},
        {"id": "c", "days": (2, 2), "weight": 2},
    ]
    levels = [{"id": "start"}, {"id": "next", "secured": "0.6"}]
    assert way(paired, levels)["gaps"] == ["a", "b"]


def test_the_should_share_may_ask_for_dearer_gaps():
    listed = [
        {"id": "y", "obligation": "may", "weight": 9, "days": ("0.5", "0.5")},
        {"id": "s1", "days": (3, 5)},
        {"id": "s2", "days": (4, 6)},
    ]
    levels = [{"id": "start"}, {"id": "next", "secured": "0.8", "should": "0.5"}]
    assert way(listed, levels) == {"id": "next", "gaps": ["s1", "y"], "days": (3.5, 5.5)}


def test_a_gap_of_half_points_brings_half_but_costs_its_full_effort():
    listed = [{"id": "a", "weight": 2, "days": (1, 3)}, {"id": "b", "weight": 2, "days": (1, 3)}]
    levels = [{"id": "start"}, {"id": "next", "secured": "0.7"}]
    assert way(listed, levels, {"a": "partial"}) == {"id": "next", "gaps": ["b"], "days": (1, 3)}


@settings(max_examples=80, deadline=None)
@given(level_cases())
def test_levels_and_the_way_are_those_of_all_subsets(case):
    expected = oracle.judge_with_way(*case, TODAY, oracle.by_all_subsets)
    found = told(assessed(*case))
    assert (found["level"], found["next_level"]) == (expected["level"], expected["next_level"])


@settings(max_examples=60, deadline=None)
@given(level_cases(criteria=9))
def test_the_two_slow_ways_agree(case):
    tables = [oracle.judge_with_way(*case, TODAY, shortest) for shortest in (oracle.by_all_subsets, oracle.by_table)]
    assert tables[0]["next_level"] == tables[1]["next_level"]


@settings(max_examples=60, deadline=None)
@given(level_cases(criteria=20))
def test_who_goes_the_way_is_at_least_on_the_next_level(case):
    parts, given_answers = case
    found = told(assessed(parts, given_answers))
    if found["next_level"]:
        closed = {gap: {"status": "met"} for gap in found["next_level"]["gaps"]}
        after = told(assessed(parts, {**given_answers, "criteria": {**given_answers["criteria"], **closed}}))
        places = [asked["id"] for asked in parts["levels"]]
        assert places.index(after["level"][0]) >= places.index(found["next_level"]["id"])


@pytest.mark.parametrize("seed", range(12))
def test_the_way_through_the_shipped_catalogue_is_the_one_of_the_slow_table(catalogue, seed):
    parts, chance = plain_of(catalogue), Random(seed)  # noqa: S311 - no secret
    most = chance.choice(STATUSES)
    given_answers = said(
        inhabitants=6480,
        criteria={
            c["id"]: "met" if c["obligation"] == "must" and seed % 2 else chance.choice([*STATUSES, most, "met"])
            for c in parts["criteria"]
        },
    )
    expected = oracle.judge_with_way(parts, given_answers, TODAY, oracle.by_table)
    assert told(assess(catalogue, answers(given_answers), TODAY))["next_level"] == expected["next_level"]


def test_the_way_through_the_shipped_catalogue_takes_no_time(catalogue):
    nothing = answers(said())
    best = min(_seconds(catalogue, nothing) for _ in range(5))
    assert best < 0.1


def _seconds(catalogue, given_answers):
    start = perf_counter()
    assess(catalogue, given_answers, TODAY)
    return perf_counter() - start
