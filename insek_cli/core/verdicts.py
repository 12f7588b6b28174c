"""The verdict on a plan and its reasons; the verdict on a type without an entry is the same for everybody."""

from insek_cli.core.answers import PlanEntry
from insek_cli.core.conditions import TypeState, Verdict
from insek_cli.core.entries import PlanType
from insek_cli.core.reasons import Reason
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Holder


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """The verdict on one entry, or on a type without one.

    entry: position in the answer file, None for a type without an entry. age: years, None where unknown.
    """

    type: PlanType
    entry: int | None
    plan: PlanEntry | None
    verdict: Verdict
    reasons: tuple[Reason, ...]
    age: int | None


@dataclass(frozen=True, slots=True)
class Absent:
    """A type without an entry: its outcome, and how conditions see it."""

    outcome: PlanOutcome
    state: TypeState


def absent_type(kind: PlanType) -> Absent:
    """Return what holds for a type nobody entered."""
    verdict, reasons = absent(kind, requested=False)
    chapters = tuple(feed.chapter for feed in kind.feeds)
    return Absent(
        PlanOutcome(kind, None, None, verdict, reasons, None), TypeState(kind.id, verdict, frozenset(), chapters)
    )


def absent(kind: PlanType, *, requested: bool) -> tuple[Verdict, tuple[Reason, ...]]:
    """Return verdict and reasons where no entry is at hand."""
    if requested:
        return Verdict.REQUEST, (Reason.REQUESTED,)
    if kind.holder is not Holder.MUNICIPALITY:
        return Verdict.REQUEST, (Reason.HELD_ELSEWHERE,)
    return Verdict.MISSING, (Reason.NOT_AT_HAND,)
