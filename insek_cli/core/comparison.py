"""What changed between two assessments of a municipality against the same catalogue; judges nothing anew."""

from collections.abc import Iterator
from enum import StrEnum

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import FactValue, Situation
from insek_cli.core.entries import Question
from insek_cli.core.programmes import ProgrammeOutcome
from insek_cli.core.scale import Outcome
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import QuestionId


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
class FactMoved:
    """A question with another answer than before; None where there is none, or where the question is hidden."""

    question: Question
    before: FactValue | None
    after: FactValue | None


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """A plan type whose best entry is judged otherwise than before, has other data, or is another one."""

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
    facts: tuple[FactMoved, ...]
    plans: tuple[PlanMoved, ...]
    programmes: tuple[ProgrammeMoved, ...]


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Return what moved; both have to be judged against the same catalogue."""
    return Comparison(
        before,
        after,
        tuple(_criteria(before, after)),
        tuple(_facts(before.situation, after)),
        tuple(_plans(before, after)),
        _programmes(before, after),
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


def _facts(before: Situation, after: Assessment) -> Iterator[FactMoved]:
    for question in after.catalogue.entries.questions:
        old, new = (_fact(situation, question.id) for situation in (before, after.situation))
        if old != new:
            yield FactMoved(question, old, new)


def _fact(situation: Situation, question: QuestionId) -> FactValue | None:
    return None if question in situation.hidden else situation.facts.get(question)


def _plans(before: Assessment, after: Assessment) -> Iterator[PlanMoved]:
    for type_id, new in after.best_plans.items():
        old = before.best_plans[type_id]
        if _state(old) != _state(new):
            yield PlanMoved(old, new)


def _state(outcome: PlanOutcome) -> tuple[object, ...]:
    """Return what of a plan is worth telling when it changes."""
    plan = outcome.plan
    return outcome.verdict, outcome.reasons, plan is None, None if plan is None else plan.data_year


def _programmes(before: Assessment, after: Assessment) -> tuple[ProgrammeMoved, ...]:
    pairs = zip(before.programmes, after.programmes, strict=True)
    return tuple(ProgrammeMoved(old, new) for old, new in pairs if old.status is not new.status)
