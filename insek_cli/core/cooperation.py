"""Who could work together on what: groups of two to five, found by what they lack, have and share, and by their size.

What is worth doing together is data (`occasions`); here it is compared, weighed and divided into groups.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import TypeVar

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict, holds
from insek_cli.core.nearness import Shared, shared_areas
from insek_cli.core.occasions import Area, Occasion, OccasionKind, Partnership
from insek_cli.core.partition import best_groups, members_of
from insek_cli.core.plans import USABLE
from insek_cli.core.reasons import Reason
from insek_cli.core.rewards import Reward, rewards
from insek_cli.core.saving import Bundle, Chance, Lacks, Saving, bundles, union
from insek_cli.core.scale import Outcome, units
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import PlanTypeId, Status

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Use:
    """An occasion for a group: who saves, who gives, what those who save lack, the points saved, in halves.

    requested: who of the group has asked the shared holder for some of it already.
    """

    occasion: Occasion
    savers: tuple[int, ...]
    givers: tuple[int, ...]
    lacking: tuple[str, ...]
    points: int
    requested: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Municipalities that could work together: their places, the areas all share, what for, points in halves.

    rewards: the programmes that reward it and are shut to none of those who take part, once they have agreed.
    """

    members: tuple[int, ...]
    shared: tuple[Area, ...]
    uses: tuple[Use, ...]
    points: int
    rewards: tuple[Reward, ...]


@dataclass(frozen=True, slots=True)
class Cooperation:
    """The groups found, other pairs worth a look, and who stays without.

    apart: goes alone by its own answer. distant: shares no known area with anyone. single: shares one, but no occasion.
    """

    groups: tuple[Proposal, ...]
    pairs: tuple[Proposal, ...]
    apart: tuple[int, ...]
    distant: tuple[int, ...]
    single: tuple[int, ...]


def cooperation(partnership: Partnership, occasions: Sequence[Occasion], members: Sequence[Assessment]) -> Cooperation:
    """Return who could work together; the order of the members changes their places, not what is worth what."""
    taking = [_takes_part(partnership, member) for member in members]
    everyone = sum(1 << place for place, part in enumerate(taking) if part)
    areas = [
        Shared(area.area, area.members & everyone)
        for area in shared_areas([member.answers.municipality for member in members])
    ]
    found = bundles(tuple(_chances(occasions, members, everyone, areas)))
    worth = worth_of(partnership, areas, found)
    together = [area.members for area in areas if any(near.area is area.area for near in partnership.near)]
    groups = [_taking_part(group, found) for group in best_groups(together, worth)]
    pairs = _other_pairs(groups, together, worth)
    near = _union(together)
    paired = _union(groups) | _union(pairs)
    return Cooperation(
        groups=_strongest_first(_proposal(partnership, group, areas, found, members) for group in groups),
        pairs=_strongest_first(_proposal(partnership, pair, areas, found, members) for pair in pairs),
        apart=tuple(place for place, part in enumerate(taking) if not part),
        distant=tuple(members_of(everyone & ~near)),
        single=tuple(members_of(near & ~paired)),
    )


def _takes_part(partnership: Partnership, member: Assessment) -> bool:
    return partnership.when is None or holds(partnership.when, member.situation) is not False


def _union(groups: Sequence[int]) -> int:
    whole = 0
    for group in groups:
        whole |= group
    return whole


def _strongest_first(proposals: Iterator[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(proposals, key=lambda proposal: (-proposal.points, proposal.members)))


# What is worth doing ------------------------------------------------------------------------------------------------


def _chances(
    occasions: Sequence[Occasion], members: Sequence[Assessment], everyone: int, areas: Sequence[Shared]
) -> Iterator[Chance]:
    """Yield the occasions somebody could use; one with a shared holder comes once an area."""
    for occasion in occasions:
        lacks = _lacks(occasion, members, everyone)
        needs = union(mask for _, mask in lacks)
        gives = everyone & ~needs & _mask(can_give(occasion, member) for member in members)
        within = [area.members for area in areas if area.area is occasion.area] if occasion.area else [everyone]
        points, coordination = units(occasion.points), units(occasion.coordination)
        for area in within:
            there = tuple((item, mask & area) for item, mask in lacks if mask & area)
            yield Chance(occasion, there, gives & area, points, coordination)


def _lacks(occasion: Occasion, members: Sequence[Assessment], everyone: int) -> Lacks:
    """Return for each criterion and plan who lacks it."""
    found = [set(lacking(occasion, member)) for member in members]
    items = (*occasion.criteria, *occasion.plans)
    return tuple((item, everyone & _mask(item in missing for missing in found)) for item in items)


def _mask(holding: Iterable[bool]) -> int:
    return sum(1 << place for place, holds_there in enumerate(holding) if holds_there)


def lacking(occasion: Occasion, member: Assessment) -> tuple[str, ...]:
    """Return which criteria and plans of an occasion a municipality lacks, nothing where it has no need.

    A criterion is lacking if it is answered as unmet or partly met; an open answer is no need, what was put off on
    purpose neither. For a rule of size any gap counts, because size is no answer. A plan is lacking if it is entered as
    missing or unusable, for a shared holder if nobody has asked for it yet.
    """
    if occasion.when is not None and holds(occasion.when, member.situation) is not True:
        return ()
    missing = [outcome.criterion.id for outcome in _asked(occasion, member) if _is_lacking(occasion, outcome)]
    return (*missing, *(plan for plan in occasion.plans if _plan_is_lacking(occasion, plan, member)))


def _asked(occasion: Occasion, member: Assessment) -> list[Outcome]:
    """Return the outcomes of an occasion's criteria that count for a municipality."""
    found = {outcome.criterion.id: outcome for outcome in member.outcomes if outcome.applicable}
    return [found[criterion] for criterion in occasion.criteria if criterion in found]


def _is_lacking(occasion: Occasion, outcome: Outcome) -> bool:
    if occasion.kind is OccasionKind.SIZE:
        return outcome.gap
    return outcome.status in {Status.UNMET, Status.PARTIAL}


def _plan_is_lacking(occasion: Occasion, plan: PlanTypeId, member: Assessment) -> bool:
    """Tell whether a plan is still to be asked for, or known not to be there; a type nobody entered is unknown."""
    best = member.best_plans[plan]
    if occasion.kind is OccasionKind.SHARED_HOLDER:
        return best.verdict is Verdict.REQUEST and Reason.REQUESTED not in best.reasons
    return best.verdict is Verdict.UNUSABLE or (best.plan is not None and bool(_NOT_THERE & {*best.reasons}))


_NOT_THERE = frozenset({Reason.NOT_AT_HAND, Reason.HELD_ELSEWHERE})


def can_give(occasion: Occasion, member: Assessment) -> bool:
    """Tell whether a municipality could help the others: it has all that is asked for, or the size wanted."""
    match occasion.kind:
        case OccasionKind.COMMON_GAP | OccasionKind.SHARED_HOLDER:
            return False
        case OccasionKind.SIZE:
            return _may_be_partner(occasion, member)
        case OccasionKind.COMPLEMENT:
            return _may_be_partner(occasion, member) and _has_all(occasion, member)


def _may_be_partner(occasion: Occasion, member: Assessment) -> bool:
    return occasion.partner is None or holds(occasion.partner, member.situation) is True


def _has_all(occasion: Occasion, member: Assessment) -> bool:
    met = [outcome.status is Status.MET for outcome in _asked(occasion, member)]
    plans = [member.best_plans[plan].verdict in USABLE for plan in occasion.plans]
    return len(met) == len(occasion.criteria) and all(met) and all(plans)


# What a group is worth ----------------------------------------------------------------------------------------------


def worth_of(
    partnership: Partnership, areas: Sequence[Shared], found: Sequence[tuple[int, Bundle]]
) -> Callable[[int], int]:
    """Return the function that tells what a group is worth: the points it saves, times how near its members are."""
    weights = {near.area: near.weight for near in partnership.near}
    near_by = sorted(((weights[area.area], area.members) for area in areas if area.area in weights), reverse=True)
    around = _by_member((members, (weight, members)) for weight, members in near_by)
    wanted = _by_member((concerned, place) for place, (concerned, _) in enumerate(found))

    @cache
    def worth(group: int) -> int:
        members = list(members_of(group))
        nearness = next((weight for weight, there in around[members[0]] if group & ~there == 0), 0)
        if not nearness:
            return 0
        places = {place for member in members for place in wanted[member]}
        return nearness * sum(found[place][1](group & found[place][0])[0] for place in places)

    return worth


def _by_member(values: Iterable[tuple[int, Value]]) -> defaultdict[int, list[Value]]:
    """Return what concerns each member, so that a group looks at nothing that concerns none of its own."""
    found: defaultdict[int, list[Value]] = defaultdict(list)
    for concerned, value in values:
        for member in members_of(concerned):
            found[member].append(value)
    return found


def _taking_part(group: int, found: Sequence[tuple[int, Bundle]]) -> int:
    """Return those of a group who save or give anything."""
    return union(_takers(saving, group) for saving in _savings(group, found))


def _takers(saving: Saving, group: int) -> int:
    return saving.savers | (group & saving.chance.gives)


def _savings(group: int, found: Sequence[tuple[int, Bundle]]) -> Iterator[Saving]:
    for concerned, best in found:
        yield from best(group & concerned)[1]


def _other_pairs(groups: Sequence[int], together: Sequence[int], worth: Callable[[int], int]) -> list[int]:
    """Return for each municipality the pair worth most outside of its group, each pair once."""
    best: dict[int, tuple[int, int]] = {}
    inside = {pair for group in groups for pair in _pairs(group)}
    for pair in {pair for members in together for pair in _pairs(members)} - inside:
        value = worth(pair)
        for member in members_of(pair):
            if value > 0 and (value, -pair) > best.get(member, (0, 0)):
                best[member] = value, -pair
    return sorted({-pair for _, pair in best.values()})


def _pairs(members: int) -> Iterator[int]:
    for one, other in combinations(members_of(members), 2):
        yield 1 << one | 1 << other


# Words for a group --------------------------------------------------------------------------------------------------


def _proposal(
    partnership: Partnership,
    group: int,
    areas: Sequence[Shared],
    found: Sequence[tuple[int, Bundle]],
    members: Sequence[Assessment],
) -> Proposal:
    savings = sorted(_savings(group, found), key=lambda saving: -saving.points)
    taking = [(saving.chance.occasion, tuple(members_of(_takers(saving, group)))) for saving in savings]
    return Proposal(
        members=tuple(members_of(group)),
        shared=tuple(area.area for area in areas if group & ~area.members == 0),
        uses=tuple(_use(saving, group, members) for saving in savings),
        points=sum(saving.points for saving in savings),
        rewards=rewards(partnership.agreed, taking, members),
    )


def _use(saving: Saving, group: int, members: Sequence[Assessment]) -> Use:
    lacking_plans = [item for item, _ in saving.lacks if item in saving.chance.occasion.plans]
    return Use(
        occasion=saving.chance.occasion,
        savers=tuple(members_of(saving.savers)),
        givers=tuple(members_of(group & saving.chance.gives)),
        lacking=tuple(item for item, _ in saving.lacks),
        points=saving.points,
        requested=tuple(place for place in members_of(group) if _has_requested(members[place], lacking_plans)),
    )


def _has_requested(member: Assessment, plans: Sequence[str]) -> bool:
    return any(Reason.REQUESTED in member.best_plans[plan].reasons for plan in plans)
