"""Which programmes reward working together, and what each still needs: an agreement, an answer, a criterion."""

from collections.abc import Sequence
from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import FactIs, Situation, Tri, holds
from insek_cli.core.entries import Programme
from insek_cli.core.occasions import Occasion, OccasionId
from insek_cli.core.programmes import is_closed
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import CriterionId

Taking = tuple[Occasion, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Reward:
    """A programme that rewards occasions; the rest says what is missing and with whom, by place.

    agreement: who gets in only once working together is agreed. unclear: whose access is open.
    blocked_by: what the concept still lacks.
    """

    programme: Programme
    occasions: tuple[OccasionId, ...]
    agreement: tuple[int, ...]
    unclear: tuple[int, ...]
    blocked_by: tuple[tuple[CriterionId, tuple[int, ...]], ...]


def rewards(agreed: FactIs | None, taking: Sequence[Taking], members: Sequence[Assessment]) -> tuple[Reward, ...]:
    """Return the programmes in catalogue order, without those that are closed or shut to anyone who takes part.

    taking: the occasions and who takes part in each. agreed: what will hold once they have agreed.
    """
    named = {programme for occasion, _ in taking for programme in occasion.programmes}
    known = members[0].catalogue.entries.programmes if members else ()
    found = (_reward(one, agreed, taking, members) for one in known if one.id in named)
    return tuple(reward for reward in found if reward is not None)


def _reward(
    programme: Programme, agreed: FactIs | None, taking: Sequence[Taking], members: Sequence[Assessment]
) -> Reward | None:
    fitting = [(occasion, places) for occasion, places in taking if programme.id in occasion.programmes]
    places = sorted({place for _, who in fitting for place in who})
    gates = {place: _gates(programme, members[place].situation, agreed) for place in places}
    if is_closed(programme, members[0].date) or any(later is False for _, later in gates.values()):
        return None
    blocked = ((need, tuple(place for place in places if _lacks(members[place], need))) for need in programme.needs)
    return Reward(
        programme,
        tuple(occasion.id for occasion, _ in fitting),
        agreement=tuple(place for place, (now, later) in gates.items() if now is not later),
        unclear=tuple(place for place, (_, later) in gates.items() if later is None),
        blocked_by=tuple((need, who) for need, who in blocked if who),
    )


def _gates(programme: Programme, situation: Situation, agreed: FactIs | None) -> tuple[Tri, Tri]:
    """Return whether the gate is open now, and once they have agreed."""
    now = holds(programme.gate, situation)
    return now, now if agreed is None else holds(programme.gate, _with(situation, agreed))


def _with(situation: Situation, agreed: FactIs) -> Situation:
    facts = {**situation.facts, agreed.fact: agreed.is_}
    return replace(situation, facts=facts, hidden=situation.hidden - {agreed.fact})


def _lacks(member: Assessment, need: CriterionId) -> bool:
    return any(gap.criterion.id == need for gap in member.gaps)
