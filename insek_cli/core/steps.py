"""In which order gaps are worth closing now: what waits for something not yet begun comes later."""

from collections.abc import Mapping, Sequence

from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import Criterion
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import MUST
from insek_cli.core.vocabulary import CriterionId, Status


def steps(gaps: Sequence[Outcome], situation: Situation) -> list[Outcome]:
    """Return the gaps as steps: gap order, those that wait behind what they wait for; what was put off is no step.

    A gap waits while a criterion it comes `after` is itself a gap without any secured point. One that does not apply
    holds nothing up. What comes `after_musts` waits behind every other must that is open. What can be done with the
    next concept only comes last.
    """
    idle = {gap.criterion.id: gap.criterion for gap in gaps if gap.low == 0}
    now = [gap for gap in gaps if gap.status is not Status.LATER]
    musts = [gap.criterion for gap in now if gap.weighed.rank == MUST and not _after_musts(gap.criterion, situation)]
    last = max((1 + _waits(must, idle) for must in musts if not waits_for_next(must, situation)), default=0)

    def place(gap: Outcome) -> tuple[bool, int]:
        behind = last if _after_musts(gap.criterion, situation) else 0
        return waits_for_next(gap.criterion, situation), max(behind, _waits(gap.criterion, idle))

    return sorted(now, key=place)


def in_order(gaps: Sequence[Outcome], situation: Situation) -> list[Outcome]:
    """Return the gaps in the order of work; what was put off comes last."""
    ahead = steps(gaps, situation)
    return [*ahead, *(gap for gap in gaps if gap not in ahead)]


def _after_musts(criterion: Criterion, situation: Situation) -> bool:
    return criterion.after_musts is not None and holds(criterion.after_musts, situation) is True


def waits_for_next(criterion: Criterion, situation: Situation) -> bool:
    """Return whether a criterion can be met with the next concept only, as far as is known."""
    return criterion.next_concept is not None and holds(criterion.next_concept, situation) is True


def done_anew(criterion: Criterion, situation: Situation) -> bool:
    """Return whether the concept being written has to meet a criterion again, whatever is answered."""
    earlier = criterion.anew is not None and holds(criterion.anew, situation) is True
    return earlier or waits_for_next(criterion, situation)


def _waits(criterion: Criterion, idle: Mapping[CriterionId, Criterion]) -> int:
    """Return how many steps have to be begun one after the other before this one; the catalogue holds no circles."""
    return max((1 + _waits(idle[before], idle) for before in criterion.after if before in idle), default=0)


def preparing(chosen: Sequence[Outcome], gaps: Sequence[Outcome]) -> list[Outcome]:
    """Return the gaps, in their order, that have to be begun before the chosen ones and are not among them.

    Also those that were put off or wait for the next concept: without them the chosen ones cannot be done.
    """
    idle = {gap.criterion.id: gap.criterion for gap in gaps if gap.low == 0}
    waiting = [gap.criterion for gap in chosen]
    before: set[CriterionId] = set()
    while waiting:
        found = {ident for ident in waiting.pop().after if ident in idle} - before
        before |= found
        waiting += [idle[ident] for ident in found]
    own = {gap.criterion.id for gap in chosen}
    return [gap for gap in gaps if gap.criterion.id in before - own]
