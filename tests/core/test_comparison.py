"""Comparing two assessments: every change found once, none invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.comparison import Movement, compare
from tests.documents.judging import judged

ANSWERS = st.dictionaries(
    st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later", "unknown"]), max_size=12
)


def written(catalogue: Catalogue, answers: dict[int, str]) -> str:
    lines = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    return f"criteria:\n{lines}" if lines else ""


def movement(catalogue: Catalogue, before: str, after: str) -> list[tuple[str, Movement]]:
    found = compare(judged(catalogue, before), judged(catalogue, after))
    return [(moved.after.criterion.id, moved.movement) for moved in found.criteria]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("unmet", "met", Movement.ROSE),
        ("met", "partial", Movement.FELL),
        ("unmet", "later", Movement.REANSWERED),
        ("unknown", "unmet", Movement.REANSWERED),
        ("unknown", "met", Movement.ROSE),
        ("met", "{status: not-applicable, reason: Nein}", Movement.LEFT),
        ("{status: not-applicable, reason: Nein}", "met", Movement.JOINED),
    ],
)
def test_answer_moves(catalogue: Catalogue, before, after, moved):
    found = movement(catalogue, f"criteria: {{goals-few: {before}}}\n", f"criteria: {{goals-few: {after}}}\n")
    assert found == [("goals-few", moved)]


def test_first_answer_is_new_and_a_missing_one_withdrawn(catalogue: Catalogue):
    answer = "criteria: {goals-few: met}\n"
    assert movement(catalogue, "", answer) == [("goals-few", Movement.NEW)]
    assert movement(catalogue, answer, "") == [("goals-few", Movement.WITHDRAWN)]


def test_answer_that_does_not_count_moves_nothing(catalogue: Catalogue):
    hidden = 'facts: {urban-funding: "no"}\ncriteria: {climate-measure: %s}\n'
    assert movement(catalogue, hidden % "met", hidden % "unmet") == []


def test_fact_that_hides_a_criterion_takes_it_out(catalogue: Catalogue):
    found = dict(movement(catalogue, "", 'facts: {district-councils: "no"}\n'))
    assert found["district-councils-heard"] is Movement.LEFT


@given(ANSWERS)
@settings(max_examples=20, deadline=None)
def test_nothing_moves_between_the_same_answers(catalogue: Catalogue, answers):
    same = judged(catalogue, written(catalogue, answers))
    found = compare(same, same)
    assert (found.criteria, found.plans, found.programmes) == ((), (), ())


@given(ANSWERS, ANSWERS)
@settings(max_examples=30, deadline=None)
def test_every_answer_that_differs_moves_once_and_turning_back_undoes_it(catalogue: Catalogue, before, after):
    there = movement(catalogue, written(catalogue, before), written(catalogue, after))
    back = dict(movement(catalogue, written(catalogue, after), written(catalogue, before)))
    opposite = {
        Movement.ROSE: Movement.FELL,
        Movement.FELL: Movement.ROSE,
        Movement.NEW: Movement.WITHDRAWN,
        Movement.WITHDRAWN: Movement.NEW,
        Movement.REANSWERED: Movement.REANSWERED,
    }
    differing = {place for place in {*before, *after} if before.get(place) != after.get(place)}
    hidden = {"decisions-checked", "previous-review", "contract-handover", "district-councils-heard"}
    named = {catalogue.criteria[place].id for place in differing}
    assert {ident for ident, _ in there} | hidden >= named
    assert len(there) == len({ident for ident, _ in there})
    assert {ident: opposite[moved] for ident, moved in there} == back


def test_better_plan_and_programme_are_found(catalogue: Catalogue):
    old = judged(catalogue)
    new = judged(
        catalogue, "plans: [{type: heat-plan, data-year: 2026, area: whole, format: editable, rights: 'yes'}]\n"
    )
    assert [(moved.before.verdict, moved.after.verdict) for moved in compare(old, new).plans] == [
        (old.best_plans["heat-plan"].verdict, new.best_plans["heat-plan"].verdict)
    ]
    before = judged(catalogue, "facts: {urban-funding: planned}\n")
    after = judged(catalogue, 'facts: {urban-funding: "no"}\n')
    assert compare(before, after).programmes != ()


def test_changed_fact_is_found_and_a_hidden_one_is_none(catalogue: Catalogue):
    found = compare(
        judged(catalogue, "facts: {project: update, boundary-changed: 'yes', districts: 3}\n"),
        judged(catalogue, "facts: {project: new, boundary-changed: 'yes', districts: 4}\n"),
    )
    moved = {fact.question.id: (fact.before, fact.after) for fact in found.facts}
    assert moved == {"project": ("update", "new"), "boundary-changed": ("yes", None), "districts": (3, 4)}


def test_plan_with_newer_data_has_moved_though_it_is_judged_alike(catalogue: Catalogue):
    entry = "plans: [{type: fire-plan, data-year: %s, area: whole, format: editable, rights: 'yes'}]\n"
    (moved,) = compare(judged(catalogue, entry % 2025), judged(catalogue, entry % 2026)).plans
    assert moved.before.verdict is moved.after.verdict
