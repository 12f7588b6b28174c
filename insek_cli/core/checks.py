"""Plausibility: hints about a usable file. Kinds are code; threshold, condition and wording stand in the catalogue."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.answers import Answers, CriterionAnswer
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import Check
from insek_cli.core.reasons import Reason
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import can_be_waived, has_evidence, has_reason, waived
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import CheckKind, Status


@dataclass(frozen=True, slots=True)
class Hint:
    """One remark: the check it comes from and the place in the file, as keys joined by points."""

    check: Check
    place: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks look at."""

    answers: Answers
    situation: Situation
    outcomes: Sequence[Outcome]
    plans: Sequence[PlanOutcome]
    today: date


def hints(catalogue: Catalogue, judged: Judged) -> tuple[Hint, ...]:
    """Return the remarks in the order of the checks, then of the file."""
    return tuple(
        Hint(check, place) for check in catalogue.entries.checks for place in _KINDS[check.kind](check, judged)
    )


def _without_evidence(check: Check, judged: Judged) -> Iterable[str]:
    for outcome in judged.outcomes:
        if outcome.applicable and outcome.status is Status.MET and not has_evidence(_answer(outcome, judged)):
            yield _criterion_place(outcome)


def _without_reason(check: Check, judged: Judged) -> Iterable[str]:
    for outcome in judged.outcomes:
        if outcome.idle_waiver and not has_reason(_answer(outcome, judged)):
            yield _criterion_place(outcome)


def _unconditional_must(check: Check, judged: Judged) -> Iterable[str]:
    for outcome in judged.outcomes:
        if outcome.idle_waiver and not can_be_waived(outcome.criterion):
            yield _criterion_place(outcome)


def _waived_share(check: Check, judged: Judged) -> Iterable[str]:
    if _exceeds(waived(judged.outcomes).share, check.share):
        yield "criteria"


def _unknown_share(check: Check, judged: Judged) -> Iterable[str]:
    counted = [outcome for outcome in judged.outcomes if outcome.applicable]
    unknown = sum(outcome.weighed.weight for outcome in counted if outcome.status is Status.UNKNOWN)
    of = sum(outcome.weighed.weight for outcome in counted)
    if of and _exceeds(Fraction(unknown, of), check.share):
        yield "criteria"


def _hardly_answered(check: Check, judged: Judged) -> Iterable[str]:
    counted = [outcome for outcome in judged.outcomes if outcome.applicable]
    unanswered = sum(outcome.status is None for outcome in counted)
    if counted and _exceeds(Fraction(unanswered, len(counted)), check.share):
        yield "criteria"


def _contradiction(check: Check, judged: Judged) -> Iterable[str]:
    if holds(check.when, judged.situation) is True:
        yield "criteria"


def _fact_age(check: Check, judged: Judged) -> Iterable[str]:
    """Yield the fact if it is a year longer ago than `years` and the condition holds."""
    year = None if check.fact in judged.situation.hidden else judged.situation.facts.get(check.fact or "")
    too_old = check.years is not None and isinstance(year, int) and judged.today.year - year > check.years
    if too_old and holds(check.when, judged.situation) is True:
        yield f"facts.{check.fact}"


def _plan_age(check: Check, judged: Judged) -> Iterable[str]:
    old = {Reason.TOO_OLD, Reason.AGEING, Reason.OLD_BUT_IN_FORCE}
    return _plans_with(old, judged)


def _plan_undated(check: Check, judged: Judged) -> Iterable[str]:
    return _plans_with({Reason.AGE_UNKNOWN}, judged)


def _plans_with(reasons: set[Reason], judged: Judged) -> Iterable[str]:
    for outcome in judged.plans:
        if outcome.entry is not None and not reasons.isdisjoint(outcome.reasons):
            yield f"plans.{outcome.entry}"


def _hidden_answer(check: Check, judged: Judged) -> Iterable[str]:
    for fact in judged.answers.facts:
        if fact in judged.situation.hidden:
            yield f"facts.{fact}"
    for outcome in judged.outcomes:
        if not outcome.applicable and not outcome.waived and outcome.status is not None:
            yield _criterion_place(outcome)


def _answer(outcome: Outcome, judged: Judged) -> CriterionAnswer:
    return judged.answers.criteria[outcome.criterion.id]


def _criterion_place(outcome: Outcome) -> str:
    return f"criteria.{outcome.criterion.id}"


def _exceeds(share: Fraction, limit: Decimal | None) -> bool:
    return limit is not None and share > Fraction(limit)


_KINDS: Mapping[CheckKind, Callable[[Check, Judged], Iterable[str]]] = {
    CheckKind.WITHOUT_EVIDENCE: _without_evidence,
    CheckKind.WITHOUT_REASON: _without_reason,
    CheckKind.UNCONDITIONAL_MUST: _unconditional_must,
    CheckKind.WAIVED_SHARE: _waived_share,
    CheckKind.CONTRADICTION: _contradiction,
    CheckKind.PLAN_AGE: _plan_age,
    CheckKind.PLAN_UNDATED: _plan_undated,
    CheckKind.UNKNOWN_SHARE: _unknown_share,
    CheckKind.HIDDEN_ANSWER: _hidden_answer,
    CheckKind.FACT_AGE: _fact_age,
    CheckKind.HARDLY_ANSWERED: _hardly_answered,
}
