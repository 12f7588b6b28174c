"""The catalogue as a whole, small ones and the shipped one."""

import pytest
from hypothesis import given, settings

from insek_cli.core.conditions import Verdict, facts_of
from insek_cli.core.vocabulary import Force, Obligation

from .random_cases import questions_of
from .small import catalogue as made_of
from .small import plain


def test_criteria_follow_the_sections_then_their_files():
    listed = [{"id": "z", "section": "last"}, {"id": "y", "section": "first"}, {"id": "x", "section": "first"}]
    made = made_of(plain(criteria=listed, sections=("first", "empty", "last")))
    assert [criterion.id for criterion in made.criteria] == ["y", "x", "z"]
    assert [made.section_of[id_].id for id_ in "xyz"] == ["first", "first", "last"]


def test_the_reference_is_what_answer_files_name():
    assert made_of(plain()).reference == "small/2026.1"


def test_topics_are_the_chapters_below_topics():
    chapters = [
        {"id": "frame"},
        {"id": "topics"},
        {"id": "housing", "parent": "topics"},
        {"id": "x", "parent": "frame"},
    ]
    assert [chapter.id for chapter in made_of(plain(chapters=chapters)).topics] == ["housing"]


def test_entries_are_found_by_id():
    made = made_of(plain(criteria=[{"id": "a"}], questions=[{"id": "q"}], plans=[{"id": "p"}], levers=[{"id": "v"}]))
    assert made.criterion["a"].id == "a"
    assert made.question["q"].id == "q"
    assert made.plan["p"].id == "p"
    assert made.lever["v"].id == "v"
    assert made.absent["p"].outcome.verdict is Verdict.MISSING


def test_questions_are_judged_after_those_they_depend_on():
    chain = [{"id": f"q{n}", "when": {"fact": f"q{n + 1}", "is": "yes"}} for n in range(5)] + [{"id": "q5"}]
    assert [question.id for question in made_of(plain(questions=chain)).question_order] == [
        f"q{n}" for n in range(5, -1, -1)
    ]


def test_a_question_may_depend_on_the_inhabitants():
    questions = [{"id": "small", "when": {"fact": "inhabitants", "below": 2000}}]
    assert [question.id for question in made_of(plain(questions=questions)).question_order] == ["small"]


@settings(max_examples=40, deadline=None)
@given(questions_of((), most=6))
def test_no_question_comes_before_one_it_depends_on(questions):
    order = made_of(plain(questions=questions)).question_order
    places = {question.id: place for place, question in enumerate(order)}
    assert sorted(places) == sorted(q["id"] for q in questions)
    for question in order:
        assert all(places[fact] < places[question.id] for fact in facts_of(question.when) if fact in places)


def test_the_shipped_catalogue_has_a_handy_size(catalogue):
    assert 60 <= len(catalogue.criteria) <= 75
    assert 12 <= sum(criterion.quick for criterion in catalogue.criteria) <= 15
    assert len(catalogue.topics) == 12
    assert catalogue.reference == "insek-klein/2026.1"


def test_the_shipped_catalogue_has_few_musts_and_few_of_them_without_condition(catalogue):
    musts = [criterion for criterion in catalogue.criteria if criterion.obligation is Obligation.MUST]
    assert len(musts) == 21
    assert sum(criterion.when is None for criterion in musts) == 15


def test_the_shipped_levels_ask_more_and_more(catalogue):
    levels = catalogue.scale.levels
    assert [threshold.level.id for threshold in levels] == ["start", "underway", "core", "sound", "effective"]
    for key in ("must", "secured", "should"):
        asked = [getattr(threshold, key) or 0 for threshold in levels]
        assert asked == sorted(asked)


def test_the_shipped_previous_concept_never_becomes_unusable_by_age(catalogue):
    kind = catalogue.plan["previous-concept"]
    assert kind.red is None or kind.force is Force.IN_FORCE


@pytest.mark.parametrize("plan", ["land-use-plan", "regional-plan", "development-plans"])
def test_shipped_plans_in_force_are_marked_so(catalogue, plan):
    assert catalogue.plan[plan].force is Force.IN_FORCE


def test_every_topic_of_the_shipped_catalogue_can_be_fed_by_a_plan(catalogue):
    fed = {chapter for chapters in catalogue.fed_by.values() for chapter in chapters}
    assert {chapter.id for chapter in catalogue.topics} <= fed
