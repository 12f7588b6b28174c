"""What changed between two states of the answers, carried over onto a third."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, Feedback, Municipality, PlanEntry
from insek_cli.core.changes import Carried, carried_over
from insek_cli.core.vocabulary import Status

MET, UNMET = CriterionAnswer(Status.MET), CriterionAnswer(Status.UNMET)
BASE = Answers(Municipality("Ort", inhabitants=900), {"a": "yes"}, (PlanEntry("p", title="alt"),), {"x": MET})


def test_nothing_changed_leaves_the_others_answers_as_they_are():
    other = replace(BASE, criteria={"x": UNMET, "y": MET})
    assert carried_over(BASE, BASE, other) == Carried(other, ())


def test_onto_the_state_before_it_is_the_state_after():
    after = BASE.with_criterion("y", UNMET).with_fact("b", None)
    assert carried_over(BASE, after, BASE) == Carried(after, ())


CHANGES = {
    "municipality.name": lambda base: replace(base, municipality=replace(base.municipality, name="Neu")),
    "municipality.landkreis": lambda base: replace(base, municipality=replace(base.municipality, landkreis="Kreis")),
    "facts.a": lambda base: base.with_fact("a", None),
    "facts.b": lambda base: base.with_fact("b", 3),
    "plans.p": lambda base: base.with_plans_of("p", (PlanEntry("p", title="neu"), PlanEntry("p", title="zwei"))),
    "plans.q": lambda base: base.with_plans_of("q", (PlanEntry("q"),)),
    "criteria.x": lambda base: base.with_criterion("x", UNMET),
    "criteria.y": lambda base: base.with_criterion("y", MET),
    "support": lambda base: replace(base, support=("data",)),
    "feedback.x": lambda base: base.with_feedback("x", Feedback(useful=3)),
    "statistics": lambda base: replace(base, statistics="ort.json"),
}


def changed(base, places):
    for place in places:
        base = CHANGES[place](base)
    return base


def by_type(answers):
    """Answers with their plans sorted by type: who came first decides the order in the file, nothing else."""
    return replace(answers, plans=tuple(sorted(answers.plans, key=lambda plan: plan.type)))


@given(st.lists(st.sampled_from(sorted(CHANGES)), unique=True), st.data())
def test_two_changes_at_different_places_commute_and_nothing_is_lost(places, data):
    mine = data.draw(st.lists(st.sampled_from(places), unique=True) if places else st.just([]))
    theirs = [place for place in places if place not in mine]
    mine_first = carried_over(BASE, changed(BASE, theirs), changed(BASE, mine))
    theirs_first = carried_over(BASE, changed(BASE, mine), changed(BASE, theirs))
    assert (mine_first.overridden, theirs_first.overridden) == ((), ())
    assert by_type(mine_first.answers) == by_type(theirs_first.answers) == by_type(changed(BASE, places))


@pytest.mark.parametrize(
    ("place", "mine", "theirs"),
    [
        ("facts.a", lambda base: base.with_fact("a", "no"), lambda base: base.with_fact("a", None)),
        ("facts.b", lambda base: base.with_fact("b", 1), lambda base: base.with_fact("b", 2)),
        (
            "criteria.x",
            lambda base: base.with_criterion("x", UNMET),
            lambda base: base.with_criterion("x", replace(MET, note="n")),
        ),
        (
            "feedback.x",
            lambda base: base.with_feedback("x", Feedback(1)),
            lambda base: base.with_feedback("x", Feedback(2)),
        ),
        (
            "plans.p",
            lambda base: base.with_plans_of("p", (PlanEntry("p", title="A"),)),
            lambda base: base.with_plans_of("p", (PlanEntry("p", title="B"),)),
        ),
    ],
)
def test_the_same_place_changed_on_both_sides_holds_the_change_and_is_told(place, mine, theirs):
    carried = carried_over(BASE, mine(BASE), theirs(BASE))
    assert carried == Carried(mine(BASE), (place,))


def test_the_same_change_on_both_sides_is_not_worth_telling():
    after = BASE.with_criterion("x", UNMET)
    assert carried_over(BASE, after, after) == Carried(after, ())


def test_what_one_side_took_away_is_gone_and_comes_back_when_the_other_changed_it():
    without = replace(BASE, criteria={}, plans=())
    assert carried_over(BASE, without, BASE).answers == without
    changed_there = BASE.with_criterion("x", UNMET)
    assert carried_over(BASE, changed_there, without).answers.criteria == {"x": UNMET}


def test_support_and_statistics_are_carried_only_when_they_changed():
    other = replace(BASE, support=("data",), statistics="ort.json")
    assert carried_over(BASE, BASE.with_fact("b", 1), other).answers == other.with_fact("b", 1)
    assert carried_over(BASE, replace(BASE, support=()), other).answers.support == ()
