"""Whole-number units, prepared once per catalogue."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.conditions import Bar
from insek_cli.core.scale import SHARE, units
from insek_cli.core.vocabulary import Status

from .random_cases import POINTS, criteria_of
from .small import catalogue, plain


def scale(**parts):
    return catalogue(plain(**parts)).scale


@given(st.integers(0, 999_999_999))
def test_a_multiple_of_one_half_is_a_whole_number_of_units(doubled):
    assert units(Decimal(doubled) / 2) == doubled


def test_points_are_doubled():
    made = scale(points={"met": "1.5", "partial": 1, "unmet": 0, "later": "0.5"})
    assert made.points == {Status.MET: 3, Status.PARTIAL: 2, Status.UNMET: 0, Status.LATER: 1}
    assert made.full == 3
    assert made.bars == {Bar.MET: 3, Bar.PARTIAL: 2}


def test_effort_is_doubled_and_has_a_default():
    made = scale(criteria=[{"id": "a", "days": ("0.5", 3)}, {"id": "b", "days": None}], default=(2, 4))
    assert [(o.waived.weighed.days, o.waived.weighed.effort) for o in made.outcomes] == [((1, 6), 7), ((4, 8), 12)]


def test_thresholds_are_exact_ten_thousandths_and_nothing_where_left_out():
    low, high = scale(
        levels=[{"id": "low"}, {"id": "high", "must": "partial", "secured": "0.6667", "should": 0}]
    ).levels
    assert (low.must, low.secured, low.should) == (None, None, None)
    assert (high.must, high.secured, high.should) == (1, 6667, 0)
    assert SHARE == 10_000


@pytest.mark.parametrize(
    ("status", "low", "high", "gap", "unclear"),
    [
        (None, 0, 2, True, True),
        (Status.MET, 2, 2, False, False),
        (Status.PARTIAL, 1, 1, True, False),
        (Status.UNMET, 0, 0, True, False),
        (Status.LATER, 0, 0, True, False),
        (Status.UNKNOWN, 0, 2, True, True),
        (Status.NOT_APPLICABLE, 0, 2, True, True),
    ],
)
def test_every_status_that_counts_has_its_outcome(status, low, high, gap, unclear):
    outcome = scale(criteria=[{"id": "a"}]).outcomes[0].counted[status]
    assert (outcome.low, outcome.high, outcome.gap, outcome.unclear) == (low, high, gap, unclear)
    assert outcome.applicable
    assert outcome.idle_waiver == (status is Status.NOT_APPLICABLE)
    assert outcome.criterion.id == "a"


def test_a_criterion_out_of_play_keeps_its_status_and_has_no_points():
    outcomes = scale(criteria=[{"id": "a"}]).outcomes[0]
    for status in (None, *Status):
        hidden = outcomes.hidden[status]
        assert (hidden.status, hidden.applicable, hidden.low, hidden.high, hidden.gap) == (status, False, 0, 0, False)
    assert (outcomes.waived.waived, outcomes.waived.applicable) == (True, False)


@settings(max_examples=60, deadline=None)
@given(criteria_of(8, st.none()), st.sampled_from(POINTS))
def test_places_in_gap_order_follow_obligation_then_gain_per_day_then_the_catalogue(drawn, points):
    sections, listed = drawn
    made = scale(criteria=listed, sections=sections, points=points)
    expected, found = [], []
    for place, (c, outcomes) in enumerate(zip(listed, made.outcomes, strict=True)):
        days = [Fraction(day) for day in c["days"] or (2, 4)]
        for status in (Status.PARTIAL, Status.UNMET, None):
            outcome = outcomes.counted[status]
            gain = (Fraction(points["met"]) - Fraction(outcome.low, 2)) * c["weight"] / (sum(days) / 2)
            key = (["must", "should", "may"].index(c["obligation"]), -gain, place)
            expected.append((key, (place, outcome.low)))
            found.append((outcomes.waived.weighed.order[outcome.low], (place, outcome.low)))
    assert [name for _, name in sorted(set(found))] == [name for _, name in sorted(set(expected))]
