"""A cohort that names nobody: a value of numbers alone, so that no document or format can tell who somebody is.

Nothing is left that puts two answers of one municipality together, and no number says anything about one or two.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from insek_cli.core.cohort import (
    Cohort,
    Counts,
    GapCount,
    LeverCount,
    Opinion,
    PlanNumbers,
    ProgrammeCount,
    SupportNumber,
)
from insek_cli.core.cohort_change import CohortChange, Moved
from insek_cli.core.cooperation import Cooperation
from insek_cli.core.occasions import Occasion, OccasionId
from insek_cli.core.spread import FEWEST
from insek_cli.core.values import dataclass

Key = TypeVar("Key")

# With three or four, what is true of three is true of all or nearly all: every number would be somebody's answer.
FEWEST_ANONYMOUS = 5


@dataclass(frozen=True, slots=True)
class OccasionNumber:
    """An occasion for working together and how many would save by it."""

    occasion: Occasion
    number: int


@dataclass(frozen=True, slots=True)
class AnonymousCohort(Counts):
    """Counts in which no number is under three, and which occasions there are for how many.

    occasions is None for a catalogue without them.
    """

    occasions: tuple[OccasionNumber, ...] | None


def anonymised(cohort: Cohort) -> AnonymousCohort:
    """Return what the cohort says about three or more; remarks go altogether, because free text can name anybody."""
    return AnonymousCohort(
        catalogue=cohort.catalogue,
        date=cohort.date,
        number=cohort.number,
        total=cohort.total,
        sections=cohort.sections,
        gaps=tuple(_gaps(cohort.gaps)),
        drivers=tuple(count for count in cohort.drivers if count.number >= FEWEST),
        levers=tuple(_levers(cohort.levers)),
        plans=tuple(_plans(cohort.plans)),
        programmes=tuple(_programmes(cohort.programmes)),
        support=tuple(SupportNumber(one.support, one.number) for one in cohort.support if one.number >= FEWEST),
        opinions=tuple(_opinion(opinion) for opinion in cohort.opinions),
        occasions=None if cohort.cooperation is None else tuple(_occasions(cohort.cooperation)),
    )


def anonymised_change(change: CohortChange) -> CohortChange:
    """Return the change without those criteria and levels in which it was one or two."""
    moved = (Moved(move.criterion, _shown(move.better), _shown(move.worse)) for move in change.moved)
    return replace(
        change,
        higher=None if change.higher is None else _shown(change.higher),
        lower=None if change.lower is None else _shown(change.lower),
        moved=tuple(move for move in moved if move.better or move.worse),
    )


def _shown(number: int) -> int:
    return number if number >= FEWEST else 0


def _numbers(counts: Mapping[Key, int]) -> dict[Key, int]:
    return {key: number for key, number in counts.items() if number >= FEWEST}


def _gaps(counts: Sequence[GapCount]) -> Iterator[GapCount]:
    for count in counts:
        if count.lacking >= FEWEST:
            yield replace(
                count, partial=_shown(count.partial), later=_shown(count.later), unclear=_shown(count.unclear)
            )


def _levers(counts: Sequence[LeverCount]) -> Iterator[LeverCount]:
    shown = (replace(count, used=_shown(count.used), offered=_shown(count.offered)) for count in counts)
    return (count for count in shown if count.used or count.offered)


def _plans(counts: Sequence[PlanNumbers]) -> Iterator[PlanNumbers]:
    """Yield the plan types nobody or at least three have; one that one or two have could tell who they are."""
    for count in counts:
        if not 0 < count.at_hand < FEWEST:
            yield PlanNumbers(
                count.type, _numbers(count.verdicts), count.at_hand, _shown(count.old), _shown(count.requested)
            )


def _programmes(counts: Sequence[ProgrammeCount]) -> Iterator[ProgrammeCount]:
    """Yield the programmes; one that asks nothing of the concept only if its numbers are all there to be summed up."""
    for count in counts:
        statuses = _numbers(count.statuses)
        if count.programme.needs or statuses == dict(count.statuses):
            blocked = tuple((criterion, number) for criterion, number in count.blocked_by if number >= FEWEST)
            yield ProgrammeCount(count.programme, statuses, blocked)


def _opinion(opinion: Opinion) -> Opinion:
    return Opinion(opinion.criterion, _marks(opinion.useful), _marks(opinion.realistic), ())


def _marks(marks: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(marks)) if len(marks) >= FEWEST else ()


def _occasions(found: Cooperation) -> Iterator[OccasionNumber]:
    """Yield the occasions of the groups found, those for most first."""
    uses = [use for group in found.groups for use in group.uses]
    occasions = {use.occasion.id: use.occasion for use in uses}
    savers = Counter[OccasionId]()
    for use in uses:
        savers[use.occasion.id] += len(use.savers)
    return (OccasionNumber(occasions[ident], number) for ident, number in savers.most_common() if number >= FEWEST)
