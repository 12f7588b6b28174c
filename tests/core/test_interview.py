"""The interview as a state machine."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Municipality, PlanEntry
from insek_cli.core.assessment import assess
from insek_cli.core.interview import (
    UNNAMED,
    CriterionStep,
    FactStep,
    PlaceStep,
    PlanListStep,
    PlanStep,
    Progress,
    Scope,
    SupportStep,
    is_answered,
    start_interview,
    status_of,
    there_is,
)
from insek_cli.core.vocabulary import Holder, Status
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_writing import answers_text

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
ALL = ["municipality", "facts.project", "facts.year", "plan-list.common", "plan-list.other"]
ALL += ["criteria.a", "criteria.b", "criteria.c", "support"]
NO_BUDGET, BUDGET = PlanEntry("budget", state=EntryState.NONE), PlanEntry("budget")
NO_CONCEPT = PlanEntry("concept", state=EntryState.NONE)

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
    assert keys(started(Scope(quick=True))) == [
        "municipality",
        "facts.project",
        "plan-list.common",
        "criteria.a",
    ]


def test_a_section_asks_its_criteria_alone():
    assert keys(started(Scope(section="two"), NAMED)) == ["criteria.b", "criteria.c"]
    assert keys(started(Scope(section="one", quick=True), NAMED)) == ["criteria.a"]


def test_a_section_of_a_new_file_asks_who_answers_first():
    assert keys(started(Scope(section="two"))) == ["municipality", "criteria.b", "criteria.c"]


def test_no_support_wanted_is_an_answer():
    assert not is_answered(SupportStep(), Answers(UNNAMED))
    assert is_answered(SupportStep(), Answers(UNNAMED, support=()))


def test_what_a_false_condition_hides_is_not_asked():
    interview = started().answer_fact("project", "no")
    assert keys(interview) == [key for key in ALL if key not in {"facts.year", "plan-list.other", "criteria.b"}]
    assert keys(interview.answer_fact("project", None)) == ALL


def test_a_plan_not_at_hand_hides_what_depends_on_it():
    assert "criteria.c" not in keys(started().answer_plans("budget", (NO_BUDGET,)))
    assert "criteria.c" not in keys(ticked(started(), "common"))


def listed(interview, group):
    return next(step for step in interview.steps() if step.key == f"plan-list.{group}")


def ticked(interview, group, *types):
    return interview.answer_plan_list(listed(interview, group), types)


def test_a_list_holds_the_plans_of_its_group_that_apply():
    lists = {
        step.group: [kind.id for kind in step.types] for step in started().steps() if isinstance(step, PlanListStep)
    }
    assert lists == {"common": ["budget"], "other": ["concept"]}


def test_details_are_asked_of_plans_there_are_alone():
    interview = ticked(started().jump("plan-list.common"), "common", "budget")
    assert interview.at == "plan-list.other"
    assert keys(interview)[3:6] == ["plan-list.common", "plan-list.other", "plans.budget"]
    assert interview.answers.plans == (BUDGET,)
    assert ticked(interview, "common").answers.plans == (NO_BUDGET,)
    assert keys(ticked(interview, "common"))[5] == "criteria.a"


def test_a_plan_at_its_holder_is_there_and_asked_for():
    at_holder = PlanEntry("budget", state=EntryState.NONE, holder=Holder.LANDKREIS)
    assert [
        there_is(plan) for plan in (BUDGET, at_holder, PlanEntry("budget", state=EntryState.REQUESTED), NO_BUDGET)
    ] == [
        True,
        True,
        True,
        False,
    ]
    assert "plans.budget" in keys(started(answers=Answers(TOWN, plans=(at_holder,))))


def test_the_plan_at_hand_stays_a_step_while_it_is_asked():
    interview = ticked(started(), "common", "budget").jump("plans.budget")
    gone = interview.kept(interview.answers.with_plans_of("budget", (NO_BUDGET,)))
    assert gone.step == PlanStep(interview.catalogue.plan["budget"])
    assert "plans.budget" not in keys(gone.next())


def test_every_answer_goes_on_to_the_next_step():
    interview = started().answer_place(TOWN)
    assert interview.at == "facts.project"
    interview = interview.answer_fact("project", "yes")
    assert (interview.at, interview.step.question.id) == ("facts.year", "year")
    interview = interview.answer_fact("year", 2012)
    assert interview.at == "plan-list.common"
    interview = ticked(ticked(interview, "common", "budget"), "other")
    assert interview.at == "plans.budget"
    interview = interview.answer_plans("budget", (PlanEntry("budget", data_year=2025),))
    assert interview.at == "criteria.a"
    for criterion, answer in (("a", MET), ("b", UNKNOWN), ("c", MET)):
        interview = interview.answer_criterion(criterion, answer)
    assert interview.at == "support"
    interview = interview.answer_support(("data",))
    assert (interview.at, interview.step) == (None, None)
    assert interview.answers == Answers(
        TOWN,
        {"project": "yes", "year": 2012},
        (PlanEntry("budget", data_year=2025), NO_CONCEPT),
        {"a": MET, "b": UNKNOWN, "c": MET},
        ("data",),
    )


def test_new_plans_replace_those_of_their_type_alone():
    old = Answers(TOWN, plans=(PlanEntry("concept", title="alt"), PlanEntry("budget", title="bleibt")))
    interview = started(answers=old).answer_plans("concept", (PlanEntry("concept", title="neu"),))
    assert [plan.title for plan in interview.answers.plans] == ["neu", "bleibt"]


def test_an_answer_goes_where_it_is_addressed_wherever_the_interview_stands():
    for key in ALL:
        assert started().jump(key).answer_criterion("b", MET).answers.criteria == {"b": MET}


def test_answers_kept_in_the_middle_of_a_question_leave_its_place():
    interview = started().jump("criteria.a")
    assert interview.kept(interview.answers.with_criterion("a", MET)).at == "criteria.a"


def test_no_one_can_jump_to_a_step_that_is_not_asked():
    interview = started().answer_fact("project", "no")
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
    answers = Answers(TOWN, {"project": None}, (BUDGET,), {"a": MET})
    interview = started(answers=answers)
    assert interview.at == "facts.year"
    assert interview.jump("criteria.b").next_open().at == "criteria.b"
    assert interview.jump("criteria.a").next_open().at == "criteria.b"


def test_what_is_open_before_is_asked_after_the_rest():
    answers = Answers(TOWN, {"year": 2012}, (NO_BUDGET, NO_CONCEPT), {}, ("data",))
    interview = started(answers=answers).jump("criteria.b").answer_criterion("b", MET).jump("support")
    assert interview.next().next_open().at == "facts.project"


def test_everything_answered_is_through_at_once():
    plans = (PlanEntry("budget", title="Haushalt"), NO_CONCEPT)
    answers = Answers(TOWN, {"project": "yes", "year": None}, plans, dict.fromkeys("abc", UNKNOWN), ("data",))
    interview = started(answers=answers)
    assert (interview.at, interview.progress()) == (None, Progress(10, 10, 10))


def test_progress_counts_steps_answers_and_the_place():
    interview = started().answer_place(TOWN).answer_fact("project", "no")
    assert interview.progress() == Progress(6, 2, 3)
    assert interview.jump("support").progress() == Progress(6, 2, 6)


def test_what_an_answer_hides_is_told_when_it_had_an_answer():
    concept = PlanEntry("concept", title="alt")
    answers = Answers(TOWN, {"project": "yes", "year": 2012}, (concept,), {"a": MET})
    before = started(answers=answers).jump("facts.project")
    hidden = before.hidden_by(before.answer_fact("project", "no"))
    assert hidden == ("facts.year", "plan-list.other", "plans.concept")
    assert before.hidden_by(before.answer_fact("project", "yes")) == ()


def test_hidden_steps_keep_their_answers():
    answers = Answers(TOWN, {"project": "yes", "year": 2012}, (PlanEntry("concept"),), {"b": MET})
    hidden = started(answers=answers).answer_fact("project", "no")
    assert (hidden.answers.facts["year"], hidden.answers.criteria, hidden.answers.plans) == (
        2012,
        {"b": MET},
        (PlanEntry("concept"),),
    )
    assert hidden.answer_fact("project", "yes").answers == answers


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
    answers = Answers(TOWN, {"project": None}, (NO_BUDGET,), {"a": UNKNOWN})
    assert is_answered(FactStep(made.question["project"]), answers)
    assert is_answered(PlanStep(made.plan["budget"]), answers)
    assert is_answered(CriterionStep(made.criterion["a"]), answers)
    assert not is_answered(FactStep(made.question["year"]), answers)


def test_the_status_of_a_criterion_is_nothing_where_it_is_open():
    made = made_of(SMALL)
    answers = Answers(TOWN, criteria={"a": MET})
    assert status_of(answers, made.criterion["a"]) is Status.MET
    assert status_of(answers, made.criterion["b"]) is None


def test_a_plan_of_which_only_its_being_there_is_known_is_still_to_be_asked():
    budget = made_of(SMALL).plan["budget"]
    assert not is_answered(PlanStep(budget), Answers(TOWN, plans=(BUDGET,)))
    assert is_answered(PlanStep(budget), Answers(TOWN, plans=(PlanEntry("budget", data_year=2024),)))


# Any way through leads to the same answers ---------------------------------------------------------------------------


def reply(interview, wanted):  # noqa: PLR0911 - one return a kind of step
    """Answer the step at hand as the wanted answers do."""
    match interview.step:
        case PlaceStep():
            return interview.answer_place(TOWN)
        case FactStep(question):
            return interview.answer_fact(question.id, wanted.facts.get(question.id))
        case PlanListStep(_, types) as step:
            there = [kind.id for kind in types if any(there_is(plan) for plan in wanted.plans_of(kind.id))]
            return interview.answer_plan_list(step, there)
        case PlanStep(kind):
            return interview.answer_plans(kind.id, wanted.plans_of(kind.id) or (PlanEntry(kind.id),))
        case CriterionStep(criterion):
            return interview.answer_criterion(criterion.id, wanted.criteria.get(criterion.id, UNKNOWN))
        case SupportStep():
            return interview.answer_support(())
    return interview


def straight(interview, wanted):
    """Answer everything, then what has become open by later answers."""
    for _ in range(4):
        while interview.at is not None:
            interview = reply(interview, wanted)
        interview = interview.next_open()
    return interview


def loaded(interview):
    """Return the interview as it is resumed from its saved file."""
    text = answers_text(interview.catalogue, interview.answers)
    return start_interview(
        interview.catalogue, AnswerReader(interview.catalogue).read_text(text, "a.yaml"), interview.scope
    )


def wander(interview, wanted, moves, chance):
    """Yield the states of a way with answers, steps back and forth, jumps, and sessions left and resumed."""
    for move in moves:
        if move == "jump":
            interview = interview.jump(chance.choice(keys(interview)))
        elif move == "answer":
            interview = reply(interview, wanted)
        elif move == "resume":
            interview = loaded(interview)
        else:
            interview = getattr(interview, move)()
        yield interview


ANSWER = ["answer"] * 4
MOVES = st.lists(st.sampled_from([*ANSWER, "back", "next", "jump", "next_open", "resume"]), max_size=25)


def in_force(interview):
    """Return everything answered that is asked now, plans by type."""
    answers = interview.answers
    told_ = {step.key: is_answered(step, answers) for step in interview.steps()}
    facts = {
        step.question.id: answers.facts[step.question.id] for step in interview.steps() if isinstance(step, FactStep)
    }
    criteria = {
        c.criterion.id: answers.criteria[c.criterion.id] for c in interview.steps() if isinstance(c, CriterionStep)
    }
    plans = {
        kind.id: answers.plans_of(kind.id)
        for step in interview.steps()
        if isinstance(step, PlanListStep)
        for kind in step.types
    }
    return told_, facts, criteria, plans


@settings(max_examples=60, deadline=None)
@given(cases(), MOVES, st.randoms(use_true_random=False))
def test_any_way_reaches_the_same_answers_as_answering_straight(case, moves, chance):
    parts, given_answers = case
    parts = {**parts, "plans": [{**kind, "when": None} for kind in parts["plans"]]}
    wanted = made_answers(given_answers)
    first = last = started(parts=parts)
    for last in wander(first, wanted, moves, chance):
        assert last.at in {None, *keys(last)}
    wandered, direct = (straight(interview.jump("municipality"), wanted) for interview in (last, first))
    assert in_force(wandered) == in_force(direct)
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
    for state in wander(interview, answers, [move for move in moves if move not in {"answer", "resume"}], chance):
        assert (state.answers, keys(state)) == (answers, steps)
        assert state.at in {None, *steps}
        assert state.back().at in steps
        assert 0 <= state.progress().answered <= state.progress().steps


def test_next_and_back_undo_each_other():
    interview = started()
    for key in ALL:
        assert interview.jump(key).next().back().at == key
    for key in ALL[1:]:
        assert interview.jump(key).back().next().at == key


@settings(max_examples=60, deadline=None)
@given(cases(), MOVES, st.randoms(use_true_random=False))
def test_no_answer_is_ever_lost(case, moves, chance):
    parts, given_answers = case
    wanted = made_answers(given_answers)
    seen = set()
    for state in wander(started(parts=parts), wanted, moves, chance):
        answers = state.answers
        told_now = {f"{part}.{key}" for part in ("facts", "criteria") for key in getattr(answers, part)}
        told_now |= {f"plans.{plan.type}" for plan in answers.plans}
        assert seen <= told_now
        seen = told_now


@settings(max_examples=60, deadline=None)
@given(cases())
def test_an_answer_to_a_hidden_question_counts_for_nothing_and_stays(case):
    parts, given_answers = case
    interview = started(answers=made_answers(given_answers), parts=parts)
    asked = set(keys(interview))
    answers = interview.answers
    visible = {key: value for key, value in answers.facts.items() if f"facts.{key}" in asked}
    judged = {key: value for key, value in answers.criteria.items() if f"criteria.{key}" in asked}
    without = interview.kept(Answers(answers.municipality, visible, answers.plans, judged))
    assert keys(without) == keys(interview)
    assert counted(without) == counted(interview)
    assert loaded(interview).answers == answers


ENTRIES = st.builds(
    PlanEntry,
    type=st.sampled_from(["budget", "concept"]),
    title=st.none() | st.just("Titel"),
    data_year=st.none() | st.just(2020),
    note=st.none() | st.just("Notiz"),
    holder=st.none() | st.just(Holder.LANDKREIS),
    state=st.sampled_from(EntryState),
)


@given(
    st.lists(ENTRIES, max_size=4), st.lists(st.tuples(st.sampled_from(["common", "other"]), st.booleans()), max_size=6)
)
def test_ticking_and_unticking_never_loses_a_detail(entries, ticks):
    interview = started(answers=Answers(TOWN, plans=tuple(entries)))
    for group, tick in ticks:
        kind = {"common": "budget", "other": "concept"}[group]
        interview = ticked(interview, group, *([kind] if tick else []))
        assert any(there_is(plan) for plan in interview.answers.plans_of(kind)) is tick
    for kind in ("budget", "concept"):
        before, after = ([details(p) for p in plans if p.type == kind] for plans in (entries, interview.answers.plans))
        assert after[: len(before)] == before
        assert after[len(before) :] in ([], [(None, None, None)])


def details(plan):
    return plan.title, plan.data_year, plan.note


def test_the_shipped_interview_can_be_gone_straight(catalogue, example_answers):
    chance = Random(1)  # noqa: S311 - no secret
    interview = start_interview(catalogue, Answers(UNNAMED), Scope())
    assert interview.at == "municipality"
    for state in wander(interview, example_answers, ["answer", "jump", "back", "answer", "resume"] * 25, chance):
        interview = state
    through = straight(interview.jump("municipality"), example_answers)
    direct = straight(start_interview(catalogue, Answers(UNNAMED), Scope()), example_answers)
    assert in_force(through) == in_force(direct)
    day = date(2026, 11, 22)
    assert assess(catalogue, through.answers, day).level == assess(catalogue, direct.answers, day).level


def test_the_shipped_quick_check_is_quick(catalogue):
    steps = start_interview(catalogue, Answers(UNNAMED), Scope(quick=True)).steps()
    assert len([step for step in steps if isinstance(step, CriterionStep)]) <= 15
    assert len([step for step in steps if isinstance(step, FactStep)]) <= 10
    assert len([step for step in steps if isinstance(step, PlanListStep)]) == 1
