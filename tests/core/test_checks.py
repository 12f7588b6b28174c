"""Plausibility hints about a usable file."""

import pytest
from hypothesis import given, settings

from . import oracle
from .random_cases import cases
from .small import assessed, plain, said, told

SMALL_TOWN = {"fact": "inhabitants", "below": 2000}
REASON = {"status": "not-applicable", "reason": "weil"}
CRITERIA = [
    {"id": "must", "obligation": "must", "weight": 2},
    {"id": "a", "weight": 3},
    {"id": "b", "weight": 5, "when": SMALL_TOWN},
]


def places(check, given_answers, **parts):
    made = plain(**{"criteria": CRITERIA, **parts, "checks": [{"id": "x", **check}]})
    return [place for _, place in told(assessed(made, given_answers))["hints"]]


def test_what_is_met_without_evidence_is_named():
    answers = {"must": "met", "a": {"status": "met", "evidence": " "}, "b": {"status": "met", "evidence": "Protokoll"}}
    check = {"kind": "without-evidence"}
    assert places(check, said(criteria=answers)) == ["criteria.must", "criteria.a"]
    assert places(check, said(criteria={"a": "partial", "b": "unknown"})) == []
    assert places(check, said(inhabitants=5000, criteria={"b": "met"})) == []


def test_what_is_waved_away_without_reason_is_named():
    answers = {"must": REASON, "a": "not-applicable", "b": {"status": "not-applicable", "reason": "\t"}}
    assert places({"kind": "without-reason"}, said(criteria=answers)) == ["criteria.a", "criteria.b"]
    assert places({"kind": "without-reason"}, said(inhabitants=5000, criteria=answers)) == ["criteria.a"]


@pytest.mark.parametrize("answer", [REASON, "not-applicable"])
def test_an_unconditional_must_waved_away_is_named(answer):
    answers = dict.fromkeys(("must", "a", "b"), answer)
    assert places({"kind": "unconditional-must"}, said(criteria=answers)) == ["criteria.must"]


@pytest.mark.parametrize(("limit", "expected"), [("0.2999", ["criteria"]), ("0.3", []), ("0.4", [])])
def test_more_than_the_share_waved_away_is_noted(limit, expected):
    given_answers = said(criteria={"a": REASON})
    assert places({"kind": "waived-share", "share": limit}, given_answers) == expected


@pytest.mark.parametrize(("limit", "expected"), [("0.5999", ["criteria"]), ("0.6", [])])
def test_more_than_the_share_unknown_is_noted(limit, expected):
    given_answers = said(inhabitants=5000, criteria={"must": "met", "a": "unknown", "b": "unknown"})
    assert places({"kind": "unknown-share", "share": limit}, given_answers) == expected


def test_of_nothing_no_share_is_unknown():
    assert places({"kind": "unknown-share", "share": 0}, said(), criteria=()) == []
    assert places({"kind": "waived-share", "share": 0}, said(), criteria=()) == []


@pytest.mark.parametrize("kind", ["unknown-share", "waived-share"])
def test_a_share_without_a_limit_is_never_noted(kind):
    answers = {"a": "unknown", "b": REASON}
    assert places({"kind": kind}, said(criteria=answers)) == []


def test_a_contradiction_is_noted_only_when_it_is_certain():
    check = {"kind": "contradiction", "when": {"all": [{"criterion": "a", "at-least": "met"}, SMALL_TOWN]}}
    assert places(check, said(inhabitants=1000, criteria={"a": "met"})) == ["criteria"]
    assert places(check, said(criteria={"a": "met"})) == []
    assert places(check, said(inhabitants=1000, criteria={"a": "partial"})) == []


def test_old_and_undated_plans_are_named_by_their_place_in_the_list():
    kinds = [
        {"id": "p", "yellow": 5, "red": 10},
        {"id": "force", "red": 5, "force": "in-force"},
        {"id": "any"},
        {"id": "hidden", "yellow": 1, "when": SMALL_TOWN},
    ]
    entries = [
        {"type": "p", "data-year": 2026},
        {"type": "p", "data-year": 2019},
        {"type": "p", "data-year": 2001},
        {"type": "force", "data-year": 2001},
        {"type": "p", "data-year": None, "resolved": None},
        {"type": "any", "data-year": None, "resolved": None},
        {"type": "p", "data-year": 2001, "state": "requested"},
        {"type": "hidden", "data-year": 2001},
    ]
    given_answers = said(inhabitants=5000, plans=entries)
    assert places({"kind": "plan-age"}, given_answers, plans=kinds) == ["plans.1", "plans.2", "plans.3"]
    assert places({"kind": "plan-undated"}, given_answers, plans=kinds) == ["plans.4"]


def test_answers_without_effect_are_named():
    questions = [{"id": "core", "when": SMALL_TOWN}, {"id": "other"}]
    given_answers = said(inhabitants=5000, facts={"other": "yes", "core": "no"}, criteria={"b": "unmet", "a": REASON})
    assert places({"kind": "hidden-answer"}, given_answers, questions=questions) == ["facts.core", "criteria.b"]
    assert places({"kind": "hidden-answer"}, said(inhabitants=5000), questions=questions) == []


def test_hints_come_in_the_order_of_the_checks():
    checks = [{"id": "second", "kind": "without-reason"}, {"id": "first", "kind": "without-evidence"}]
    answers = {"a": "not-applicable", "must": "met"}
    found = told(assessed(plain(criteria=CRITERIA, checks=checks), said(criteria=answers)))["hints"]
    assert found == [("second", "criteria.a"), ("first", "criteria.must")]


@settings(max_examples=50, deadline=None)
@given(cases(checked=True))
def test_hints_are_those_of_the_oracle(case):
    assessment = assessed(*case)
    assert told(assessment)["hints"] == oracle.judge(*case, assessment.date)["hints"]


@pytest.mark.parametrize(("year", "expected"), [(2020, ["facts.year"]), (2021, []), (2026, [])])
def test_a_year_longer_ago_than_allowed_is_named(year, expected):
    """The day is 2026-07-01; five years are allowed, the sixth is named."""
    parts = {"questions": [{"id": "year", "kind": "year"}, {"id": "project"}]}
    check = {"kind": "fact-age", "fact": "year", "years": 5, "when": {"fact": "project", "is": "yes"}}
    assert places(check, said(facts={"year": year, "project": "yes"}), **parts) == expected
    assert places(check, said(facts={"year": year, "project": "no"}), **parts) == []
    assert places(check, said(facts={"year": year}), **parts) == []
    assert places(check, said(facts={"project": "yes"}), **parts) == []
