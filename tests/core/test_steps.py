"""Next steps: gap order, but what waits for something not yet begun comes later."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Status
from insek_cli.core.steps import steps
from tests.documents.judging import judged


def ids(catalogue: Catalogue, answers: str) -> list[str]:
    return [step.criterion.id for step in steps(judged(catalogue, answers).gaps)]


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
    order = [step.criterion.id for step in steps(found.gaps)]
    ready = [step for step in order if waits.isdisjoint(catalogue.criterion[step].after)]
    assert order[: len(ready)] == ready
    assert "plans-requested" in ready


@given(st.dictionaries(st.integers(0, 68), st.sampled_from(["met", "partial", "unmet", "later", "unknown"])))
def test_every_gap_that_was_not_put_off_is_a_step_once(catalogue: Catalogue, answers):
    written = "".join(f"  {catalogue.criteria[place].id}: {status}\n" for place, status in answers.items())
    gaps = judged(catalogue, f"criteria:\n{written}" if written else "").gaps
    found = [step.criterion.id for step in steps(gaps)]
    assert sorted(found) == sorted(gap.criterion.id for gap in gaps if gap.status is not Status.LATER)
