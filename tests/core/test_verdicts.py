"""The verdict on a type without an entry."""

import pytest

from insek_cli.core.conditions import TypeState, Verdict
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome, absent, absent_type
from insek_cli.core.vocabulary import Holder

from .small import catalogue, plain


def kind(holder):
    return catalogue(plain(plans=[{"id": "p", "holder": holder, "feeds": ("a", "b")}])).plan["p"]


@pytest.mark.parametrize("holder", list(Holder))
def test_what_is_requested_stays_requested_whoever_holds_it(holder):
    assert absent(kind(holder), requested=True) == (Verdict.REQUEST, (Reason.REQUESTED,))


@pytest.mark.parametrize("holder", [holder for holder in Holder if holder is not Holder.MUNICIPALITY])
def test_what_others_hold_can_be_requested(holder):
    assert absent(kind(holder), requested=False) == (Verdict.REQUEST, (Reason.HELD_ELSEWHERE,))


def test_what_the_municipality_itself_would_hold_is_missing():
    assert absent(kind("municipality"), requested=False) == (Verdict.MISSING, (Reason.NOT_AT_HAND,))


def test_a_type_nobody_entered_is_the_same_for_everybody():
    made = kind("landkreis")
    known = absent_type(made)
    assert known.outcome == PlanOutcome(made, None, None, Verdict.REQUEST, (Reason.HELD_ELSEWHERE,), None)
    assert known.state == TypeState("p", Verdict.REQUEST, frozenset(), ("a", "b"))
