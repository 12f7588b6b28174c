"""An anonymised cohort holds numbers alone: nothing that names anybody, nothing about one or two."""

from dataclasses import replace

import pytest

from insek_cli.core.anonymous import anonymised, anonymised_change
from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import Cohort, cohort_of
from insek_cli.core.cohort_change import cohort_change
from insek_cli.core.spread import FEWEST
from tests.conftest import TODAY
from tests.core.towns import towns


@pytest.fixture(scope="module")
def twelve(catalogue: Catalogue) -> Cohort:
    """Twelve municipalities that do not exist."""
    return cohort_of(catalogue, towns(catalogue, 12), TODAY)


def secret_towns(catalogue: Catalogue) -> list[Assessment]:
    """Return municipalities whose every free text says GEHEIM."""
    found = []
    for member in towns(catalogue, 6):
        said = member.answers
        place = replace(
            said.municipality, name=f"GEHEIM {said.municipality.ags}", landkreis="GEHEIM", leader_region="GEHEIM",
            association="GEHEIM", sorbian_name="GEHEIM",
        )  # fmt: skip
        plans = tuple(replace(plan, title="GEHEIM", holder_name="GEHEIM", note="GEHEIM") for plan in said.plans)
        criteria = {
            key: replace(answer, note="GEHEIM", evidence="GEHEIM", owner="GEHEIM", by="GEHEIM")
            for key, answer in said.criteria.items()
        }
        feedback = {key: replace(one, remark="GEHEIM") for key, one in said.feedback.items()}
        answers = replace(said, municipality=place, plans=plans, criteria=criteria, feedback=feedback)
        found.append(replace(member, answers=answers))
    return found


def test_nothing_anybody_wrote_is_left(catalogue: Catalogue):
    cohort = replace(anonymised(cohort_of(catalogue, secret_towns(catalogue), TODAY)), catalogue=None)
    assert "GEHEIM" not in repr(cohort)
    assert "14521" not in repr(cohort)


def test_no_municipality_can_be_followed_from_one_number_to_the_next(twelve: Cohort):
    cohort = anonymised(twelve)
    assert not hasattr(cohort, "members")
    assert not hasattr(cohort, "cooperation")
    assert not any(hasattr(count, "places") for count in cohort.plans)
    assert not any(hasattr(count, "wanted_by") for count in cohort.support)


def test_no_number_is_about_one_or_two(twelve: Cohort):
    cohort = anonymised(twelve)
    numbers = [number for gap in cohort.gaps for number in (gap.lacking, gap.partial, gap.later, gap.unclear)]
    numbers += [count.number for count in cohort.drivers]
    numbers += [number for count in cohort.levers for number in (count.used, count.offered)]
    numbers += [number for count in cohort.plans for number in (count.at_hand, count.old, count.requested)]
    numbers += [number for count in (*cohort.plans,) for number in count.verdicts.values()]
    numbers += [number for count in cohort.programmes for number in count.statuses.values()]
    numbers += [number for count in cohort.programmes for _, number in count.blocked_by]
    numbers += [count.number for count in (*cohort.support, *cohort.occasions)]
    numbers += [len(marks) for one in cohort.opinions for marks in (one.useful, one.realistic)]
    assert {*numbers} & {*range(1, FEWEST)} == set()
    assert {*numbers} > {0}


def test_what_is_about_three_or_more_stays_as_it_is(twelve: Cohort):
    cohort = anonymised(twelve)
    assert (cohort.number, cohort.total, cohort.sections) == (12, twelve.total, twelve.sections)
    assert [gap.lacking for gap in cohort.gaps] == [gap.lacking for gap in twelve.gaps if gap.lacking >= FEWEST]
    assert {count.type.id: count.at_hand for count in cohort.plans} == {
        count.type.id: count.at_hand for count in twelve.plans if not 0 < count.at_hand < FEWEST
    }


def test_occasions_count_those_who_save(twelve: Cohort):
    saving = [len(use.savers) for group in twelve.cooperation.groups for use in group.uses]
    counted = [one.number for one in anonymised(twelve).occasions]
    assert counted == sorted(counted, reverse=True)
    assert FEWEST <= max(counted) <= 12
    assert sum(counted) <= sum(saving)


def test_a_catalogue_without_occasions_has_none(catalogue: Catalogue):
    bare = replace(catalogue, entries=replace(catalogue.entries, partnership=None))
    assert anonymised(cohort_of(bare, towns(catalogue, 5), TODAY)).occasions is None


def test_change_tells_nothing_of_one_or_two(catalogue: Catalogue):
    change = anonymised_change(cohort_change(towns(catalogue, 9, seed=2), towns(catalogue, 9)))
    assert {move.better for move in change.moved} | {move.worse for move in change.moved} >= {0, 3}
    assert not [move for move in change.moved if move.better in {1, 2} or move.worse in {1, 2}]
    assert {change.higher, change.lower} & {1, 2} == set()


def test_change_too_small_to_be_shown_stays_unsaid(catalogue: Catalogue):
    change = cohort_change(towns(catalogue, 2, seed=2), towns(catalogue, 5))
    assert anonymised_change(change) == change
