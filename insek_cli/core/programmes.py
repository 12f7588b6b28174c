"""Which programmes the concept would carry. Never says that money will flow."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import Programme
from insek_cli.core.scale import Outcome
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import CriterionId


class ProgrammeStatus(StrEnum):
    """What stands between the concept and a programme."""

    CLOSED = "closed"
    NOT_ELIGIBLE = "not-eligible"
    BLOCKED = "blocked"
    UNCLEAR = "unclear"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ProgrammeOutcome:
    """The status of a programme and the criteria that block it."""

    programme: Programme
    status: ProgrammeStatus
    blocked_by: tuple[CriterionId, ...]


def judge_programmes(
    catalogue: Catalogue, outcomes: Mapping[str, Outcome], situation: Situation, today: date
) -> tuple[ProgrammeOutcome, ...]:
    """Return the outcomes in catalogue order."""
    return tuple(_judge(programme, outcomes, situation, today) for programme in catalogue.entries.programmes)


def _judge(
    programme: Programme, outcomes: Mapping[str, Outcome], situation: Situation, today: date
) -> ProgrammeOutcome:
    gate = holds(programme.gate, situation)
    blocked_by = tuple(criterion for criterion in programme.needs if outcomes[criterion].gap)
    if is_closed(programme, today):
        return ProgrammeOutcome(programme, ProgrammeStatus.CLOSED, ())
    if gate is False:
        return ProgrammeOutcome(programme, ProgrammeStatus.NOT_ELIGIBLE, ())
    if blocked_by:
        return ProgrammeOutcome(programme, ProgrammeStatus.BLOCKED, blocked_by)
    if gate is None:
        return ProgrammeOutcome(programme, ProgrammeStatus.UNCLEAR, ())
    return ProgrammeOutcome(programme, ProgrammeStatus.READY, ())


def is_closed(programme: Programme, today: date) -> bool:
    """Tell whether a programme is closed: by a reason at once, by a day from the day after."""
    closed = programme.closed
    return isinstance(closed, str) or (closed is not None and today > closed)
