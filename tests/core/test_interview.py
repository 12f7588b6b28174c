"""The interview as a state machine."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, Municipality, PlanEntry
from insek_cli.core.assessment import assess
from insek_cli.core.entries import Status
from insek_cli.core.interview import (
    UNNAMED,
    CriterionStep,
    FactStep,
    PlaceStep,
    PlanStep,
    Progress,
    Scope,
    SupportStep,
    is_answered,
    start_interview,
    status_of,
)

from .random_cases import cases
from .small import TODAY, plain, told
from .small import answers as made_answers
from .small import catalogue as made_of

MET, UNKNOWN = CriterionAnswer(Status.MET), CriterionAnswer(Status.UNKNOWN)
UPDATE = {"fact": "project", "is": "yes"}
TOWN = Municipality("Musterdorf", inhabitants=1400)
SMALL = plain(
    questions=[{"id": "project", "quick": True}, {"id": "year", "kind": "year", "when": UPDATE}],
    plans=[{"id": "budget", "common": True}, {"id": "concept", "when": UPDATE}],
    criteria=[
        {"id": "a", "quick": True},
        {"id": "b", "when": UPDATE, "section": "two"},
        {"id": "c", "when": {"plan": "budget", "available": True}, "section": "two"},
    ],
    sections=("one", "two"),
)
ALL = ["municipality", "facts.project", "facts.year", "plans.budget", "plans.concept"]
ALL += ["criteria.a", "criteria.b", "criteria.c", "support"]


NAMED = Answers(Municipality("Musterstadt"))


def started(scope=None, answers=None, parts=SMALL):
    return start_interview(made_of(parts), answers or Answers(UNNAMED), scope or Scope())


def keys(interview):
    return [step.key for step in interview.steps()]


def test_a_new_interview_begins_with_who_answers():
    interview = started()
    assert (interview.at, interview.step) == ("municipality", PlaceStep())
    assert keys(interview) == ALL


def test_the_quick_check_asks_only_what_is_marked():
    assert keys(started(Scope(quick=True))) == ["municipality", "facts.project", "plans.budget", "criteria.a"]


def test_a_section_asks_its_criteria_alone():
    assert keys(started(Scope(section="two"), NAMED)) == ["criteria.b", "criteria.c"]
    assert keys(started(Scope(section="one", quick=True), NAMED)) == ["criteria.a"]


def test_a_section_of_a_new_file_asks_who_answers_first():
    assert keys(started(Scope(section="two"))) == ["municipality", "criteria.b", "criteria.c"]


def test_no_support_wanted_is_an_answer():
    assert not is_answered(SupportStep(), Answers(UNNAMED))
    assert is_answered(SupportStep(), Answers(UNNAMED, support=()))


def test_what_a_false_condition_hides_is_not_asked():
    interview = started().jump("facts.project").answer_fact("no")
    assert keys(interview) == [key for key in ALL if key not in {"facts.year", "plans.concept", "criteria.b"}]
    assert keys(interview.jump("facts.project").answer_fact(None)) == ALL


def test_a_plan_not_at_hand_hides_what_depends_on_it():
    interview = started().jump("plans.budget").answer_plans((PlanEntry("budget", state="none"),))
    assert "criteria.c" not in keys(interview)


def test_every_answer_goes_on_to_the_next_step():
    interview = started().answer_place(TOWN)
    assert interview.at == "facts.project"
    interview = interview.answer_fact("yes")
    assert (interview.at, interview.step.question.id) == ("facts.year", "year")
    interview = interview.answer_fact(2012)
    assert interview.at == "plans.budget"
    interview = interview.answer_plans((PlanEntry("budget"),)).answer_plans(())
    assert interview.at == "criteria.a"
    interview = interview.answer_criterion(MET).answer_criterion(UNKNOWN).answer_criterion(MET)
    assert interview.at == "support"
    interview = interview.answer_support(("data",))
    assert (interview.at, interview.step) == (None, None)
    assert interview.answers == Answers(
        TOWN,
        {"project": "yes", "year": 2012},
        (PlanEntry("budget"),),
        {"a": MET, "b": UNKNOWN, "c": MET},
        ("data",),
    )


def test_new_plans_replace_those_of_their_type_alone():
    old = Answers(TOWN, plans=(PlanEntry("concept", title="alt"), PlanEntry("budget", title="bleibt")))
    interview = started(answers=old).jump("plans.concept").answer_plans((PlanEntry("concept", title="neu"),))
    assert [plan.title for plan in interview.answers.plans] == ["bleibt", "neu"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("criteria.a", lambda interview: interview.answer_fact("yes")),
        ("facts.project", lambda interview: interview.answer_plans(())),
        ("plans.budget", lambda interview: interview.answer_criterion(MET)),
    ],
)
def test_an_answer_to_another_kind_of_step_is_refused(key, answer):
    with pytest.raises(TypeError, match=key):
        answer(started().jump(key))


def test_no_one_can_jump_to_a_step_that_is_not_asked():
    interview = started().jump("facts.project").answer_fact("no")
    for key in ("facts.year", "facts.unheard-of", ""):
        with pytest.raises(KeyError):
            interview.jump(key)


def test_back_at_the_first_step_and_next_after_the_last_stay_there():
    interview = started()
    assert interview.back() == interview
    through = interview.jump("support").next()
    assert through.at is None
    assert through.next() == through
    assert through.back().at == "support"


def test_an_interview_without_a_step_is_through():
    interview = started(Scope(quick=True, section="two"), NAMED)
    assert (keys(interview), interview.at) == ([], None)
    assert interview.next() == interview
    assert interview.next_open() == interview
    assert interview.progress() == Progress(0, 0, 0)


def test_back_in_an_interview_without_a_step_changes_nothing():
    interview = started(Scope(quick=True, section="two"), NAMED)
    assert interview.back() == interview


def test_it_resumes_at_the_first_open_step():
    answers = Answers(TOWN, {"project": None}, (PlanEntry("budget"),), {"a": MET})
    interview = started(answers=answers)
    assert interview.at == "facts.year"
    assert interview.jump("criteria.b").next_open().at == "criteria.b"
    assert interview.jump("criteria.a").next_open().at == "criteria.b"


def test_what_is_open_before_is_asked_after_the_rest():
    answers = Answers(TOWN, {"year": 2012}, (PlanEntry("budget"), PlanEntry("concept")), {}, ("data",))
    interview = started(answers=answers).jump("criteria.c").answer_criterion(MET)
    assert interview.next_open().at == "facts.project"


def test_everything_answered_is_through_at_once():
    plans = (PlanEntry("budget"), PlanEntry("concept"))
    answers = Answers(TOWN, {"project": "yes", "year": None}, plans, dict.fromkeys("abc", UNKNOWN), ("data",))
    interview = started(answers=answers)
    assert (interview.at, interview.progress()) == (None, Progress(9, 9, 9))


def test_progress_counts_steps_answers_and_the_place():
    interview = started().answer_place(TOWN).answer_fact("no")
    assert interview.progress() == Progress(6, 2, 3)
    assert interview.jump("support").progress() == Progress(6, 2, 6)


def test_what_an_answer_hides_is_told_when_it_had_an_answer():
    answers = Answers(TOWN, {"project": "yes", "year": 2012}, (PlanEntry("concept"),), {"a": MET})
    before = started(answers=answers).jump("facts.project")
    assert before.hidden_by(before.answer_fact("no")) == ("facts.year", "plans.concept")
    assert before.hidden_by(before.answer_fact("yes")) == ()


def test_hidden_steps_keep_their_answers():
    answers = Answers(TOWN, {"project": "yes", "year": 2012}, (PlanEntry("concept"),), {"b": MET})
    hidden = started(answers=answers).jump("facts.project").answer_fact("no")
    assert (hidden.answers.facts["year"], hidden.answers.criteria, hidden.answers.plans) == (
        2012,
        {"b": MET},
        (PlanEntry("concept"),),
    )
    again = hidden.jump("facts.project").answer_fact("yes")
    assert again.answers == answers


@pytest.mark.parametrize(
    ("step", "answers", "expected"),
    [
        (PlaceStep(), Answers(UNNAMED), False),
        (PlaceStep(), Answers(TOWN), True),
        (SupportStep(), Answers(TOWN), False),
        (SupportStep(), Answers(TOWN, support=("data",)), True),
    ],
)
def test_a_step_is_answered_when_something_stands_in_the_file(step, answers, expected):
    assert is_answered(step, answers) is expected


def test_not_knowing_is_an_answer():
    made = made_of(SMALL)
    answers = Answers(TOWN, {"project": None}, (PlanEntry("budget", state="none"),), {"a": UNKNOWN})
    assert is_answered(FactStep(made.question["project"]), answers)
    assert is_answered(PlanStep(made.plan["budget"]), answers)
    assert is_answered(CriterionStep(made.criterion["a"]), answers)
    assert not is_answered(FactStep(made.question["year"]), answers)


def test_the_status_of_a_criterion_is_nothing_where_it_is_open():
    made = made_of(SMALL)
    answers = Answers(TOWN, criteria={"a": MET})
    assert status_of(answers, made.criterion["a"]) is Status.MET
    assert status_of(answers, made.criterion["b"]) is None


# Any way through leads to the same answers ---------------------------------------------------------------------------


def reply(interview, wanted):
    """Answer the step at hand as the wanted answers do."""
    match interview.step:
        case PlaceStep():
            return interview.answer_place(TOWN)
        case FactStep(question):
            return interview.answer_fact(wanted.facts.get(question.id))
        case PlanStep(kind):
            return interview.answer_plans(tuple(plan for plan in wanted.plans if plan.type == kind.id))
        case CriterionStep(criterion):
            return interview.answer_criterion(wanted.criteria.get(criterion.id, UNKNOWN))
        case SupportStep():
            return interview.answer_support(("data",))
    return interview


def straight(interview, wanted):
    while interview.at is not None:
        interview = reply(interview, wanted)
    return interview


def wander(interview, wanted, moves, chance):
    """Yield the states of a way with answers, steps back and forth and jumps."""
    for move in moves:
        steps = keys(interview)
        if move == "jump":
            interview = interview.jump(chance.choice(steps))
        elif move == "answer":
            interview = reply(interview, wanted)
        else:
            interview = getattr(interview, move)()
        yield interview


MOVES = st.lists(st.sampled_from(["answer", "answer", "back", "next", "jump", "next_open"]), max_size=25)


def visible(interview):
    answers = interview.answers
    plans = sorted(map(repr, answers.plans))
    told_ = [(step.key, is_answered(step, answers)) for step in interview.steps()]
    facts = {
        step.question.id: answers.facts[step.question.id] for step in interview.steps() if isinstance(step, FactStep)
    }
    criteria = {
        c.criterion.id: answers.criteria[c.criterion.id] for c in interview.steps() if isinstance(c, CriterionStep)
    }
    return told_, facts, criteria, plans


@settings(max_examples=50, deadline=None)
@given(cases(), MOVES, st.randoms(use_true_random=False))
def test_any_way_reaches_the_same_answers_as_answering_straight(case, moves, chance):
    parts, given_answers = case
    parts = {**parts, "plans": [{**kind, "when": None} for kind in parts["plans"]]}
    wanted = made_answers(given_answers)
    first = last = started(parts=parts)
    for last in wander(first, wanted, moves, chance):
        assert last.at in {None, *keys(last)}
    wandered, direct = (straight(interview.jump("municipality"), wanted) for interview in (last, first))
    assert visible(wandered) == visible(direct)
    assert counted(wandered) == counted(direct)


def counted(interview):
    judgement = told(assess(interview.catalogue, interview.answers, TODAY))
    return [judgement[key] for key in ("total", "level", "gaps", "clarify", "next_level", "programmes")]


@settings(max_examples=50, deadline=None)
@given(cases(), MOVES, st.randoms(use_true_random=False))
def test_moving_changes_no_answer_and_never_leaves_the_list(case, moves, chance):
    parts, given_answers = case
    interview = started(answers=made_answers(given_answers), parts=parts)
    answers, steps = interview.answers, keys(interview)
    for state in wander(interview, answers, [move for move in moves if move != "answer"], chance):
        assert (state.answers, keys(state)) == (answers, steps)
        assert state.at in {None, *steps}
        assert state.back().at in steps
        assert 0 <= state.progress().answered <= state.progress().steps


def test_back_undoes_next_on_every_step():
    interview = started()
    for key in ALL:
        assert interview.jump(key).next().back().at == key


@settings(max_examples=60, deadline=None)
@given(cases(), MOVES, st.randoms(use_true_random=False))
def test_no_answer_is_ever_lost(case, moves, chance):
    parts, given_answers = case
    wanted = made_answers(given_answers)
    seen = set()
    for state in wander(started(parts=parts), wanted, moves, chance):
        told_now = {*map("facts.{}".format, state.answers.facts), *map("criteria.{}".format, state.answers.criteria)}
        assert seen <= told_now
        seen = told_now


def test_the_shipped_interview_can_be_gone_straight(catalogue, example_answers):
    chance = Random(1)  # noqa: S311 - no secret
    interview = start_interview(catalogue, Answers(UNNAMED), Scope())
    assert interview.at == "municipality"
    for state in wander(interview, example_answers, ["answer", "jump", "back", "answer"] * 40, chance):
        interview = state
    through = straight(interview.jump("municipality"), example_answers)
    direct = straight(start_interview(catalogue, Answers(UNNAMED), Scope()), example_answers)
    assert visible(through) == visible(direct)
    assert (
        assess(catalogue, through.answers, date(2026, 11, 22)).level
        == assess(catalogue, direct.answers, date(2026, 11, 22)).level
    )


def test_the_shipped_quick_check_is_quick(catalogue):
    steps = start_interview(catalogue, Answers(UNNAMED), Scope(quick=True)).steps()
    assert len([step for step in steps if isinstance(step, CriterionStep)]) <= 15
    assert len(steps) <= 45
