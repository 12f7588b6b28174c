"""What changed between two assessments of a municipality against the same catalogue; judges nothing anew."""

from collections.abc import Iterator
from enum import StrEnum

from insek_cli.core.assessment import Assessment
from insek_cli.core.programmes import ProgrammeOutcome
from insek_cli.core.scale import Outcome
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome


class Movement(StrEnum):
    """How a criterion moved."""

    ROSE = "rose"
    FELL = "fell"
    NEW = "new"
    REANSWERED = "re-answered"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion that moved, before and after."""

    movement: Movement
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """A plan type whose best entry is judged otherwise than before, or is another one."""

    before: PlanOutcome
    after: PlanOutcome


@dataclass(frozen=True, slots=True)
class ProgrammeMoved:
    """A programme that stands otherwise than before."""

    before: ProgrammeOutcome
    after: ProgrammeOutcome


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments and what moved between them, in catalogue order."""

    before: Assessment
    after: Assessment
    criteria: tuple[Moved, ...]
    plans: tuple[PlanMoved, ...]
    programmes: tuple[ProgrammeMoved, ...]


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Return what moved; both have to be judged against the same catalogue."""
    return Comparison(
        before, after, tuple(_criteria(before, after)), tuple(_plans(before, after)), _programmes(before, after)
    )


def _criteria(before: Assessment, after: Assessment) -> Iterator[Moved]:
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        movement = _movement(old, new)
        if movement is not None:
            yield Moved(movement, old, new)


def _movement(old: Outcome, new: Outcome) -> Movement | None:
    if old.applicable != new.applicable:
        return Movement.JOINED if new.applicable else Movement.LEFT
    if old.status == new.status or not new.applicable:
        return None
    if old.status is None:
        return Movement.NEW
    if new.status is None:
        return Movement.WITHDRAWN
    if old.low == new.low:
        return Movement.REANSWERED
    return Movement.ROSE if new.low > old.low else Movement.FELL


def _plans(before: Assessment, after: Assessment) -> Iterator[PlanMoved]:
    for type_id, new in after.best_plans.items():
        old = before.best_plans[type_id]
        if (old.verdict, old.reasons, old.plan is None) != (new.verdict, new.reasons, new.plan is None):
            yield PlanMoved(old, new)


def _programmes(before: Assessment, after: Assessment) -> tuple[ProgrammeMoved, ...]:
    pairs = zip(before.programmes, after.programmes, strict=True)
    return tuple(ProgrammeMoved(old, new) for old, new in pairs if old.status is not new.status)
