"""Which programmes come into reach."""

from datetime import date

import pytest
from hypothesis import given, settings

from . import oracle
from .random_cases import TODAYS, cases
from .small import TODAY, assessed, plain, said, told

BIG = {"fact": "inhabitants", "at-least": 2000}
CRITERIA = [{"id": "a"}, {"id": "b", "when": {"fact": "inhabitants", "below": 2000}}]


def status(programme, given_answers=None, today=TODAY):
    parts = plain(criteria=CRITERIA, programmes=[{"id": "g", **programme}])
    ((_, word, blocked_by),) = told(assessed(parts, given_answers or said(), today))["programmes"]
    return word, blocked_by


@pytest.mark.parametrize(
    ("today", "word"),
    [(date(2026, 12, 30), "ready"), (date(2026, 12, 31), "ready"), (date(2027, 1, 1), "closed")],
)
def test_a_day_closes_a_programme_when_it_is_over(today, word):
    assert status({"closed": date(2026, 12, 31)}, today=today) == (word, [])


def test_a_reason_closes_a_programme_at_once():
    assert status({"closed": "Mittel ausgeschöpft", "needs": ("a",), "gate": BIG}) == ("closed", [])


def test_what_holds_first_is_said():
    small, big = said(inhabitants=1000), said(inhabitants=2000)
    programme = {"gate": BIG, "needs": ("a",)}
    assert status({**programme, "closed": "x"}, small) == ("closed", [])
    assert status(programme, small) == ("not-eligible", [])
    assert status(programme, big) == ("blocked", ["a"])
    assert status(programme) == ("blocked", ["a"])
    assert status(programme, said(criteria={"a": "met"})) == ("unclear", [])
    assert status(programme, said(inhabitants=2000, criteria={"a": "met"})) == ("ready", [])


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ("met", "ready"),
        ("partial", "blocked"),
        ("later", "blocked"),
        ("unknown", "blocked"),
        ("not-applicable", "blocked"),
        ({"status": "not-applicable", "reason": "weil"}, "ready"),
    ],
)
def test_an_applicable_criterion_that_is_not_met_blocks(answer, word):
    assert status({"needs": ("a",)}, said(criteria={"a": answer}))[0] == word


def test_a_criterion_out_of_play_does_not_block():
    assert status({"needs": ("b",)}, said(inhabitants=5000)) == ("ready", [])
    assert status({"needs": ("b", "a")}, said(inhabitants=1000)) == ("blocked", ["b", "a"])


def test_a_programme_without_gate_and_needs_is_ready():
    assert status({}) == ("ready", [])


@settings(max_examples=50, deadline=None)
@given(cases(criteria=4, costly=True), TODAYS)
def test_programmes_are_judged_as_the_oracle_judges(case, today):
    assert told(assessed(*case, today))["programmes"] == oracle.judge(*case, today)["programmes"]
