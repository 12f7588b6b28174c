"""What municipalities have in common: counts that add up, and no order of merit."""

from collections import Counter
from datetime import date

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import cohort_of
from insek_cli.core.conditions import Verdict
from tests.conftest import TODAY
from tests.core.towns import towns


def test_every_gap_is_counted_where_it_is(catalogue: Catalogue):
    members = towns(catalogue, 12)
    counted = Counter(outcome.criterion.id for member in members for outcome in member.gaps)
    found = cohort_of(catalogue, members, TODAY)
    assert {gap.criterion.id: gap.lacking for gap in found.gaps} == dict(counted)
    assert all(gap.partial + gap.later + gap.unclear <= gap.lacking <= gap.applicable <= 12 for gap in found.gaps)


def test_musts_come_first_then_the_most_frequent(catalogue: Catalogue):
    gaps = cohort_of(catalogue, towns(catalogue, 12), TODAY).gaps
    order = [(gap.weighed.rank, -gap.lacking) for gap in gaps]
    assert order == sorted(order)


def test_every_plan_has_one_verdict_a_municipality(catalogue: Catalogue):
    for count in cohort_of(catalogue, towns(catalogue, 12), TODAY).plans:
        assert sum(count.verdicts.values()) == 12
        assert count.old <= count.at_hand
        assert sorted(place for places in count.places.values() for place in places) == list(range(12))
        assert count.at_hand == 12 - sum(
            count.verdicts.get(verdict, 0) for verdict in (Verdict.REQUEST, Verdict.MISSING, Verdict.NOT_RELEVANT)
        )


def test_a_plan_asked_for_is_told_from_one_still_to_be_asked_for(catalogue: Catalogue):
    members = towns(catalogue, 12)
    for count in cohort_of(catalogue, members, TODAY).plans:
        asked = [
            place
            for place, member in enumerate(members)
            if any(plan.type == count.type.id and plan.state == "requested" for plan in member.answers.plans)
            and member.best_plans[count.type.id].verdict is not Verdict.NOT_RELEVANT
        ]
        assert (list(count.requested_by), count.requested) == (asked, len(asked))
        assert {*asked} <= {*count.places.get(Verdict.REQUEST, ())}


def test_programmes_are_counted_once_a_municipality(catalogue: Catalogue):
    for count in cohort_of(catalogue, towns(catalogue, 12), TODAY).programmes:
        assert sum(count.statuses.values()) == 12
        assert all(number <= 12 for _, number in count.blocked_by)


def test_drivers_levers_and_support_are_those_of_the_members(catalogue: Catalogue):
    members = towns(catalogue, 12)
    found = cohort_of(catalogue, members, TODAY)
    assert sum(count.number for count in found.drivers) == sum(len(member.costs.drivers) for member in members)
    assert sum(count.offered for count in found.levers) == sum(len(member.costs.offered) for member in members)
    assert all(
        count.support.id in (members[place].answers.support or ())
        for count in found.support
        for place in count.wanted_by
    )


def test_opinions_keep_every_mark_and_say_whose_remark_it_is(catalogue: Catalogue):
    members = towns(catalogue, 12)
    found = cohort_of(catalogue, members, TODAY).opinions
    said = [feedback for member in members for feedback in member.answers.feedback.values()]
    assert sum(len(opinion.useful) for opinion in found) == len(said)
    for opinion in found:
        for place, remark in opinion.remarks:
            assert members[place].answers.feedback[opinion.criterion.id].remark == remark


def test_under_three_there_is_no_spread(catalogue: Catalogue):
    found = cohort_of(catalogue, towns(catalogue, 2), TODAY)
    assert found.total.secured.quartiles is None
    assert all(part.shares.secured.quartiles is None for part in found.sections)


def test_a_cohort_of_nobody_is_empty(catalogue: Catalogue):
    found = cohort_of(catalogue, [], date(2026, 1, 1))
    assert (found.members, found.gaps, found.drivers, found.opinions) == ((), (), (), ())
