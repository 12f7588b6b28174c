"""Next steps: gap order, but what waits for something not yet begun comes later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.steps import done_anew, preparing, steps, waits_for_next
from insek_cli.core.vocabulary import Obligation, Status
from tests.documents.judging import judged, met


def ids(catalogue: Catalogue, answers: str) -> list[str]:
    found = judged(catalogue, answers)
    return [step.criterion.id for step in steps(found.gaps, found.situation)]


def test_municipality_without_measures_is_not_told_to_rank_them_first(catalogue: Catalogue):
    found = ids(catalogue, "")
    assert found.index("measures-complete") < found.index("measures-prioritised")
    assert "measures-prioritised" not in found[:5]
    assert found[0] in {"official-forecast", "plan-register", "early-information"}


def test_no_step_comes_before_what_it_waits_for(catalogue: Catalogue):
    found = ids(catalogue, "")
    assert all(
        found.index(before) < place
        for place, step in enumerate(found)
        for before in catalogue.criterion[step].after
        if before in found
    )


def test_step_waits_no_longer_once_what_comes_before_has_begun(catalogue: Catalogue):
    begun = ids(catalogue, "criteria: {measures-complete: partial}\n")
    waiting = ids(catalogue, "criteria: {measures-complete: unmet}\n")
    assert begun.index("measures-prioritised") < waiting.index("measures-prioritised")
    assert begun.index("measures-prioritised") < 5


def test_what_does_not_apply_holds_nothing_up(catalogue: Catalogue):
    waived = "{status: not-applicable, reason: Es gab keine Beteiligung.}"
    found = judged(
        catalogue, f"criteria: {{plan-register: met, plans-requested: unmet, citizens-involved: {waived}}}\n"
    )
    waits = {gap.criterion.id for gap in found.gaps if gap.low == 0}
    order = [step.criterion.id for step in steps(found.gaps, found.situation)]
    ready = [step for step in order if waits.isdisjoint(catalogue.criterion[step].after)]
    assert order[: len(ready)] == ready
    assert "plans-requested" in ready


@given(st.dictionaries(st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later", "unknown"])))
def test_every_gap_that_was_not_put_off_is_a_step_once(catalogue: Catalogue, answers):
    written = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    found = judged(catalogue, f"criteria:\n{written}" if written else "")
    order = [step.criterion.id for step in steps(found.gaps, found.situation)]
    assert sorted(order) == sorted(gap.criterion.id for gap in found.gaps if gap.status is not Status.LATER)


@pytest.mark.parametrize("stage", ["none", "preparing", "draft", "unknown"])
def test_preparation_is_a_step_until_the_concept_is_resolved(catalogue: Catalogue, stage):
    found = judged(catalogue, f"facts: {{stage: {stage}}}\n")
    assert not any(waits_for_next(gap.criterion, found.situation) for gap in found.gaps)


@given(st.dictionaries(st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later", "unknown"])))
def test_what_the_next_concept_alone_can_mend_comes_after_all_that_can_be_done_now(catalogue: Catalogue, answers):
    written = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    found = judged(catalogue, f"facts: {{stage: resolved}}\n{f'criteria:{chr(10)}{written}' if written else ''}")
    waiting = [waits_for_next(step.criterion, found.situation) for step in steps(found.gaps, found.situation)]
    assert waiting == sorted(waiting)


def test_page_budget_of_a_resolved_concept_is_no_step_before_the_next_one(catalogue: Catalogue):
    assert "page-budget" in ids(catalogue, "facts: {stage: preparing}\n")[:20]
    assert "page-budget" not in ids(catalogue, "facts: {stage: resolved}\n")[:20]


@given(st.dictionaries(st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later"])), st.data())
def test_with_what_prepares_them_chosen_gaps_wait_for_nothing_outside(catalogue: Catalogue, answers, data):
    written = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    gaps = judged(catalogue, f"criteria:\n{written}" if written else "").gaps
    chosen = data.draw(st.lists(st.sampled_from(gaps), max_size=5)) if gaps else []
    before = preparing(chosen, gaps)
    inside = {gap.criterion.id for gap in (*chosen, *before)}
    idle = {gap.criterion.id for gap in gaps if gap.low == 0}
    assert all(idle.intersection(gap.criterion.after) <= inside for gap in (*chosen, *before))
    assert [gap for gap in gaps if gap in before] == before
    assert all(gap.low == 0 and gap not in chosen for gap in before)
    waited_for = {ident for gap in (*chosen, *before) for ident in gap.criterion.after}
    assert {gap.criterion.id for gap in before} <= waited_for


@pytest.mark.parametrize(
    ("facts", "anew"),
    [
        ("{project: update, stage: draft}", True),
        ("{project: update}", True),
        ("{project: new, stage: resolved}", True),
        ("{project: new, stage: draft}", False),
        ("{stage: draft}", False),
    ],
)
def test_resolution_of_an_earlier_concept_is_none_of_the_next(catalogue: Catalogue, facts, anew):
    situation = judged(catalogue, f"facts: {facts}\n").situation
    assert done_anew(catalogue.criterion["council-resolution"], situation) is anew


@given(st.dictionaries(st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later", "unknown"])))
def test_resolution_is_prepared_once_every_other_must_is_met(catalogue: Catalogue, answers):
    written = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    order = ids(catalogue, f"facts: {{stage: draft}}\n{f'criteria:{chr(10)}{written}' if written else ''}")
    musts = [step for step in order if catalogue.criterion[step].obligation is Obligation.MUST]
    last = [step for step in musts if catalogue.criterion[step].after_musts is not None]
    assert musts[len(musts) - len(last) :] == last


def test_resolution_that_is_missing_after_all_is_a_step_at_once(catalogue: Catalogue):
    assert "council-resolution" in ids(catalogue, f"facts: {{stage: resolved}}\n{met(catalogue, *MISSING)}")[:1]


MISSING = ("council-resolution: unmet", "goals-few: unmet", "plan-register: partial")
