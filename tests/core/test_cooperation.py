"""Who could work together on what: by common gap, complement, shared holder and size, never against their will."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from insek_cli.core import answers as a
from insek_cli.core import occasions as o
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactIs, FactRange, Not
from insek_cli.core.cooperation import cooperation
from insek_cli.core.partition import EXACT, LARGEST, SMALLEST
from insek_cli.core.vocabulary import Proof
from tests.core import small
from tests.core.towns import towns

NEAR = o.Partnership((o.Near(o.Area.LANDKREIS, 1),), "t", Proof.ASSUMPTION)
CATALOGUE = small.catalogue(
    small.plain(
        criteria=[{"id": "swot"}, {"id": "goals"}, {"id": "partner", "obligation": "must"}],
        questions=[{"id": "alone"}],
        plans=[{"id": "map"}, {"id": "school", "holder": "landkreis"}],
    )
)


def occasion(kind="common-gap", **more):
    known = {"id": "x", "title": "t", "text": "t", "legal_form": "f", "points": Decimal(2), "proof": Proof.ASSUMPTION}
    return o.Occasion(kind=o.OccasionKind(kind), sources=(), **{**known, **more})


def town(name="A", *, inhabitants=None, facts=None, plans=(), ags="14522010", **criteria) -> Assessment:
    said = small.answers(small.said(inhabitants=inhabitants, facts=facts, plans=plans, criteria=criteria))
    place = replace(said.municipality, name=name, ags=ags)
    return assess(CATALOGUE, replace(said, municipality=place), small.TODAY)


def found(members, *occasions, near=NEAR):
    return cooperation(near, occasions, members)


def groups(members, *occasions):
    return [group.members for group in found(members, *occasions).groups]


GAP = occasion(criteria=("swot",))


def test_those_who_lack_the_same_are_proposed():
    assert groups([town(swot="unmet"), town(swot="met"), town(swot="partial")], GAP) == [(0, 2)]


@pytest.mark.parametrize("status", ["met", "later", "unknown"])
def test_what_is_met_put_off_or_unknown_is_no_need(status):
    assert groups([town(swot="unmet"), town(swot=status)], GAP) == []


def test_an_open_answer_is_no_need():
    assert groups([town(swot="unmet"), town()], GAP) == []


def test_strangers_are_not_proposed():
    assert groups([town(swot="unmet"), town(swot="unmet", ags="14523010")], GAP) == []


def test_who_shares_nothing_is_named():
    members = [town(swot="unmet"), town(swot="unmet"), town(swot="unmet", ags=None)]
    assert found(members, GAP).distant == (2,)


def test_who_goes_alone_is_left_in_peace_and_named():
    near = replace(NEAR, when=Not(FactIs("alone", "yes")))
    members = [
        town(swot="unmet"),
        town(swot="unmet", facts={"alone": "yes"}),
        town(swot="unmet", facts={"alone": "no"}),
    ]
    result = found(members, GAP, near=near)
    assert ([group.members for group in result.groups], result.apart) == ([(0, 2)], (1,))


def test_a_condition_must_hold_for_those_in_need():
    when = FactRange("inhabitants", None, Decimal(2000))
    members = [town(swot="unmet", inhabitants=900), town(swot="unmet", inhabitants=3000), town(swot="unmet")]
    assert groups(members, replace(GAP, when=when)) == []


def test_points_are_what_all_save_less_what_every_pair_costs():
    members = [town(swot="unmet") for _ in range(3)]
    (group,) = found(members, occasion(criteria=("swot",), coordination=Decimal("0.5"))).groups
    assert (group.members, group.points) == ((0, 1, 2), 9)


def test_gaps_that_nobody_shares_are_no_common_gap():
    both = occasion(criteria=("swot", "goals"))
    assert groups([town(swot="unmet", goals="met"), town(swot="met", goals="unmet")], both) == []


def test_only_what_two_members_lack_is_listed():
    both = occasion(criteria=("swot", "goals"))
    (group,) = found([town(swot="unmet", goals="met"), town(swot="unmet", goals="unmet")], both).groups
    assert [use.lacking for use in group.uses] == [("swot",)]


def test_what_a_member_lacks_counts_in_the_better_use_only():
    complement = occasion("complement", id="y", criteria=("swot",), points=Decimal("0.5"))
    members = [town(swot="unmet"), town(swot="unmet"), town(swot="met")]
    (group,) = found(members, GAP, complement).groups
    assert [(use.occasion.id, use.savers, use.points) for use in group.uses] == [("x", (0, 1), 8)]
    assert group.members == (0, 1)


def test_when_coordination_costs_too_much_groups_stay_small():
    members = [town(swot="unmet") for _ in range(4)]
    assert groups(members, occasion(criteria=("swot",), points=Decimal(1), coordination=Decimal(1))) == [(0, 1), (2, 3)]


COMPLEMENT = occasion("complement", criteria=("swot", "goals"))


def test_one_gives_what_the_other_lacks():
    (group,) = found([town(swot="met", goals="met"), town(swot="unmet", goals="met")], COMPLEMENT).groups
    (use,) = group.uses
    assert (use.savers, use.givers, use.lacking, use.points) == ((1,), (0,), ("swot",), 4)


def test_who_has_only_a_part_gives_nothing():
    assert groups([town(swot="met", goals="partial"), town(swot="unmet", goals="unmet")], COMPLEMENT) == []


def test_a_usable_plan_can_be_given():
    with_plan = [{"type": "map"}]
    without = [{"type": "map", "state": "none"}]
    assert groups([town(plans=with_plan), town(plans=without)], occasion("complement", plans=("map",))) == [(0, 1)]


def test_who_entered_no_plan_at_all_was_not_asked_and_lacks_none():
    assert groups([town(), town()], occasion(plans=("map",))) == []


def test_a_plan_nobody_entered_is_not_missing_because_another_one_was_entered():
    members = [town(plans=[{"type": "school"}]) for _ in range(2)]
    assert groups(members, occasion(plans=("map",))) == []


def test_a_plan_entered_as_not_there_is_missing():
    members = [town(plans=[{"type": "map", "state": "none"}]) for _ in range(2)]
    assert groups(members, occasion(plans=("map",))) == [(0, 1)]


HOLDER = occasion("shared-holder", plans=("school",), area=o.Area.LANDKREIS)


def test_one_letter_goes_to_a_shared_holder():
    (group,) = found([town(), town(), town(plans=[{"type": "school"}])], HOLDER).groups
    assert (group.members, group.uses[0].lacking) == ((0, 1), ("school",))


SIZE = occasion(
    "size",
    criteria=("partner",),
    when=FactRange("inhabitants", None, Decimal(2000)),
    partner=FactRange("inhabitants", Decimal(2000), None),
)


def test_the_small_one_finds_a_larger_partner_even_where_the_answer_is_open():
    (group,) = found([town(inhabitants=900), town(inhabitants=5000)], SIZE).groups
    assert (group.uses[0].savers, group.uses[0].givers) == ((0,), (1,))


def test_two_small_ones_do_not_help_each_other():
    assert groups([town(inhabitants=900), town(inhabitants=1900)], SIZE) == []


def test_the_small_one_that_has_a_partner_needs_none():
    assert groups([town(inhabitants=900, partner="met"), town(inhabitants=5000)], SIZE) == []


def test_the_nearer_group_wins_among_equal_ones():
    near = o.Partnership((o.Near(o.Area.ASSOCIATION, 3), o.Near(o.Area.LANDKREIS, 1)), "t", Proof.ASSUMPTION)
    members = [town(swot="unmet") for _ in range(4)]
    same = [replace(member, answers=_in_association(member.answers)) for member in members[:2]]
    costly = occasion(criteria=("swot",), points=Decimal(1), coordination=Decimal(1))
    result = found([*same, *members[2:]], costly, near=near)
    assert [group.members for group in result.groups] == [(0, 1), (2, 3)]


def _in_association(said: a.Answers) -> a.Answers:
    return replace(said, municipality=replace(said.municipality, association="VG"))


def test_a_pair_outside_the_groups_is_shown_too():
    members = [town(swot="unmet"), town(swot="unmet"), town(swot="unmet")]
    costly = occasion(criteria=("swot",), points=Decimal(1), coordination=Decimal(1))
    result = found(members, costly)
    assert len(result.groups) == 1
    assert all(pair.members not in [group.members for group in result.groups] for pair in result.pairs)
    assert result.pairs


HOLDER = occasion("shared-holder", plans=("school",), area=o.Area.LANDKREIS)
ASKED = {"type": "school", "state": "requested"}


def test_who_has_asked_the_shared_holder_needs_no_second_letter_and_is_named():
    everyone = replace(HOLDER, plans=("school", "map"))
    assert groups([town(), town(plans=[ASKED])], HOLDER) == []
    (group,) = found([town(swot="unmet"), town(), town(plans=[ASKED], swot="unmet")], everyone, GAP).groups
    (use,) = (one for one in group.uses if one.occasion is everyone)
    assert (use.savers, use.requested) == ((0, 1), (2,))


# With the shipped catalogue ---------------------------------------------------------------------------------------


def shipped(catalogue: Catalogue, members):
    return cooperation(catalogue.entries.partnership, catalogue.entries.occasions, members)


def names(members, proposals):
    return {frozenset(members[place].answers.municipality.name for place in one.members) for one in proposals}


def test_order_of_twelve_is_irrelevant_for_what_is_saved(catalogue: Catalogue):
    members = towns(catalogue, EXACT)
    shuffled = members.copy()
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a fixed order
    one, other = shipped(catalogue, members), shipped(catalogue, shuffled)
    assert sum(group.points for group in one.groups) == sum(group.points for group in other.groups)


def test_nobody_is_in_two_groups_and_nobody_is_forgotten(catalogue: Catalogue):
    members = towns(catalogue, 60)
    result = shipped(catalogue, members)
    grouped = [place for group in result.groups for place in group.members]
    assert len(grouped) == len(set(grouped))
    assert all(SMALLEST <= len(group.members) <= LARGEST for group in result.groups)
    paired = {place for pair in result.pairs for place in pair.members}
    apart = {*result.apart, *result.distant, *result.single}
    assert {*grouped, *paired, *apart} == set(range(60))
    assert not apart & {*grouped, *paired}


def test_points_of_a_group_are_those_of_its_uses(catalogue: Catalogue):
    for group in shipped(catalogue, towns(catalogue, 30)).groups:
        assert group.points == sum(use.points for use in group.uses) > 0
        assert all({*use.savers, *use.givers} <= set(group.members) for use in group.uses)


def test_the_same_twelve_give_the_same_groups(catalogue: Catalogue):
    members = towns(catalogue, EXACT)
    assert names(members, shipped(catalogue, members).groups) == names(members, shipped(catalogue, members).groups)


def test_each_request_to_a_region_or_an_association_goes_to_one_body(catalogue: Catalogue):
    for found_occasion in catalogue.entries.occasions:
        if found_occasion.kind is o.OccasionKind.SHARED_HOLDER and found_occasion.area is not o.Area.LANDKREIS:
            assert len(found_occasion.plans) == 1
    requests = [set(one.plans) for one in catalogue.entries.occasions if one.kind is o.OccasionKind.SHARED_HOLDER]
    assert not [plans for plans in requests if {"regional-plan", "transit-plan"} <= plans]


def test_every_legal_form_is_used_by_an_occasion(catalogue: Catalogue):
    assert {form.id for form in catalogue.entries.forms} == {one.legal_form for one in catalogue.entries.occasions}
