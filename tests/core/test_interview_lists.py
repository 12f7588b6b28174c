"""An interview at a glance: progress, marks, search, evidence known."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Municipality, PlanEntry
from insek_cli.core.catalogue import catalogue_of
from insek_cli.core.entries import Minutes
from insek_cli.core.interview import CriterionStep, Interview, Scope, is_answered, start_interview
from insek_cli.core.interview_lists import (
    Mark,
    Part,
    evidence_known,
    flagged,
    folded,
    found,
    mark_of,
    marked,
    minutes_for,
    parts_of,
)
from insek_cli.core.vocabulary import Proof, Status
from insek_cli.documents.question_text import step_title
from insek_cli.files.catalogue_files import load_shipped

from .random_cases import cases
from .small import answers as made_answers
from .small import catalogue as made_of
from .small import entries, plain

# Made here, because a fixture so large would be shown whole when a property fails.
CATALOGUE = load_shipped()
TOWN = Municipality("Musterdorf", inhabitants=1400)
SMALL = plain(
    questions=[{"id": "project"}, {"id": "year", "kind": "year"}],
    plans=[{"id": "budget", "common": True}],
    criteria=[{"id": "a"}, {"id": "b"}, {"id": "c", "section": "two"}],
    sections=("one", "two"),
)


def started(answers: Answers | None = None, parts=SMALL) -> Interview:
    return start_interview(made_of(parts), answers or Answers(TOWN), Scope())


def shipped(answers: Answers) -> Interview:
    return start_interview(CATALOGUE, answers, Scope())


def keys(steps) -> list[str]:
    return [step.key for step in steps]


def told(answers: Answers) -> list[tuple[str, int, int, int, int, int, str]]:
    return [
        (getattr(p.part, "id", p.part), p.steps, p.answered, p.open, p.unknown, p.later, p.at)
        for p in parts_of(started(answers))
    ]


def test_parts_stand_in_the_order_of_asking():
    assert told(Answers(TOWN)) == [
        (Part.FACTS, 3, 1, 2, 0, 0, "facts.project"),
        (Part.PLANS, 1, 0, 1, 0, 0, "plan-list.common"),
        ("one", 2, 0, 2, 0, 0, "criteria.a"),
        ("two", 1, 0, 1, 0, 0, "criteria.c"),
        (Part.SUPPORT, 1, 0, 1, 0, 0, "support"),
    ]


def test_not_knowing_and_later_are_counted_apart():
    criteria = {"a": CriterionAnswer(Status.UNKNOWN), "b": CriterionAnswer(Status.LATER)}
    answers = Answers(TOWN, {"project": None, "year": 2012}, (), criteria)
    assert told(answers)[0] == (Part.FACTS, 3, 2, 0, 1, 0, "municipality")
    assert told(answers)[2] == ("one", 2, 0, 0, 1, 1, "criteria.a")


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (Status.MET, Mark.ANSWERED),
        (Status.PARTIAL, Mark.ANSWERED),
        (Status.UNMET, Mark.ANSWERED),
        (Status.NOT_APPLICABLE, Mark.ANSWERED),
        (Status.UNKNOWN, Mark.UNKNOWN),
        (Status.LATER, Mark.LATER),
    ],
)
def test_a_criterion_stands_as_its_status_says(status, mark):
    step = CriterionStep(made_of(SMALL).criterion["a"])
    assert mark_of(step, Answers(TOWN, criteria={"a": CriterionAnswer(status)})) is mark
    assert mark_of(step, Answers(TOWN)) is Mark.OPEN


@settings(max_examples=50, deadline=None)
@given(cases())
def test_numbers_add_up(case):
    parts, given_answers = case
    interview = started(made_answers(given_answers), parts)
    shown = parts_of(interview)
    steps = interview.steps()
    assert sum(part.steps for part in shown) == len(steps)
    for part in shown:
        assert part.answered + part.open + part.unknown + part.later == part.steps > 0
        assert part.at in keys(steps)
    progress = interview.progress()
    assert progress.steps - progress.answered == sum(part.open for part in shown) == len(marked(interview, Mark.OPEN))
    assert progress.answered == sum(is_answered(step, interview.answers) for step in steps)
    assert sorted(keys(step for mark in Mark for step in marked(interview, mark))) == sorted(keys(steps))


def test_minutes_are_those_of_what_is_open():
    pace = Minutes(Decimal("0.5"), Decimal(2), Decimal(1), Decimal("1.5"), Proof.ASSUMPTION)
    made = entries(SMALL)
    paced = catalogue_of(replace(made, head=replace(made.head, minutes=pace)))
    criteria = {"a": CriterionAnswer(Status.UNKNOWN)}
    answers = Answers(TOWN, plans=(PlanEntry("budget"),), criteria=criteria)
    parts = parts_of(start_interview(paced, answers, Scope()))
    assert [part.minutes for part in parts] == [1, 1, Decimal("1.5"), Decimal("1.5"), Decimal("0.5")]
    assert parts_of(start_interview(paced, Answers(TOWN), Scope()))[1].minutes == 2


def test_without_a_pace_no_time_is_told():
    interview = started()
    assert minutes_for(interview, list(interview.steps())) is None
    assert {part.minutes for part in parts_of(interview)} == {None}


def test_the_time_left_shrinks_with_every_answer():
    before = shipped(Answers(TOWN))
    after = before.answer_fact("boundary-changed", None).answer_criterion("swot", CriterionAnswer(Status.MET))
    totals = [sum(part.minutes for part in parts_of(interview)) for interview in (before, after)]
    assert totals[0] - totals[1] == CATALOGUE.head.minutes.fact + CATALOGUE.head.minutes.criterion


def test_flagged_are_the_criteria_somebody_flagged():
    criteria = {"a": CriterionAnswer(Status.MET), "c": CriterionAnswer(Status.UNKNOWN, flagged=True)}
    assert keys(flagged(started(Answers(TOWN, criteria=criteria)))) == ["criteria.c"]


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_every_step_is_found_by_every_word_of_its_title(data):
    plans = tuple(PlanEntry(kind) for kind in CATALOGUE.plan)
    interview = shipped(Answers(TOWN, plans=plans))
    step = data.draw(st.sampled_from(interview.steps()))
    word = data.draw(st.sampled_from(step_title(step).split()))
    changed = data.draw(st.sampled_from([str.upper, str.lower, folded, lambda w: w[: max(1, len(w) // 2)]]))
    assert step.key in keys(found(interview, changed(word), step_title))


def test_every_word_typed_must_be_there():
    interview = shipped(Answers(TOWN))
    both = keys(found(interview, "Beschluss Rates", step_title))
    assert "criteria.council-resolution" in both
    assert set(both) < set(keys(found(interview, "Beschluss", step_title)))
    assert found(interview, "Beschluss Quastenflosser", step_title) == ()


@pytest.mark.parametrize("typed", ["", " ", "\t"])
def test_nothing_typed_finds_nothing(typed):
    assert found(shipped(Answers(TOWN)), typed, step_title) == ()


@pytest.mark.parametrize("typed", ["Überflutung", "ueberflutung", "U\u0308BERFLUTUNG"])
def test_umlauts_are_found_however_they_are_typed(typed):
    criteria = {"swot": CriterionAnswer(Status.MET, note="nach der Überflutung von 2013")}
    assert keys(found(shipped(Answers(TOWN, criteria=criteria)), typed, step_title)) == ["criteria.swot"]


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        (Answers(Municipality("Xanten", inhabitants=5)), "municipality"),
        (Answers(TOWN, plans=(PlanEntry("heat-plan", title="Xanten"),)), "plans.heat-plan"),
        (Answers(TOWN, plans=(PlanEntry("heat-plan", holder_name="Xanten"),)), "plans.heat-plan"),
        (Answers(TOWN, plans=(PlanEntry("heat-plan", note="Xanten"),)), "plans.heat-plan"),
        *(
            (Answers(TOWN, criteria={"swot": CriterionAnswer(Status.MET, **{part: "Xanten"})}), "criteria.swot")
            for part in ("evidence", "note", "reason", "by", "owner")
        ),
    ],
)
def test_a_step_is_found_by_what_was_answered(answers, key):
    assert keys(found(shipped(answers), "xanten", step_title)) == [key]


def test_evidence_known_is_plans_at_hand_then_what_was_typed_each_once():
    plans = (
        PlanEntry("budget", title="Haushalt", data_year=2025),
        PlanEntry("budget"),
        PlanEntry("budget", title="fehlt", state=EntryState.REQUESTED),
    )
    criteria = {
        "a": CriterionAnswer(Status.MET, evidence="Protokoll"),
        "b": CriterionAnswer(Status.MET),
        "c": CriterionAnswer(Status.MET, evidence="Protokoll"),
    }
    interview = started(Answers(TOWN, plans=plans, criteria=criteria))
    (first, *_) = interview.catalogue.criteria
    assert evidence_known(interview, first) == ("Protokoll", "Haushalt 2025", "t")
    proving = replace(first, plans=("budget",))
    assert evidence_known(interview, proving) == ("Haushalt 2025", "t", "Protokoll")


def test_a_year_in_the_title_is_not_said_twice():
    interview = started(Answers(TOWN, plans=(PlanEntry("budget", title="Haushalt 2025/2026", data_year=2025),)))
    assert evidence_known(interview, interview.catalogue.criteria[0]) == ("Haushalt 2025/2026",)
