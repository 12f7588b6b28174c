"""What can be done with each sector plan a municipality has entered. Knows plan types and entries, no wording."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from insek_cli.core.answers import Answers, Area, EntryState, PlanEntry, Rights
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat, Situation, TypeState, Verdict, holds
from insek_cli.core.entries import PlanType
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome, absent
from insek_cli.core.vocabulary import Force, Use

BEST = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE, Verdict.UNUSABLE)
USABLE = frozenset({Verdict.TAKE_OVER, Verdict.UPDATE})


_UNUSABLE = (Reason.SUPERSEDED, Reason.TOO_OLD)
_REFERENCE = (Reason.RIGHTS_REFUSED, Reason.NOT_PUBLIC, Reason.REFERENCE_ONLY)


def judge_plans(catalogue: Catalogue, answers: Answers, situation: Situation, today: date) -> tuple[PlanOutcome, ...]:
    """Return the outcomes in the order of the types in the catalogue, then of the entries in the file."""
    entries: dict[str, list[tuple[int, PlanEntry]]] = defaultdict(list)
    for position, plan in enumerate(answers.plans):
        entries[plan.type].append((position, plan))
    outcomes: list[PlanOutcome] = []
    for kind in catalogue.entries.plans:
        if kind.when is not None and holds(kind.when, situation) is False:
            outcomes += _without_look(kind, entries.get(kind.id, ()), Verdict.NOT_RELEVANT, (Reason.CONDITION_FALSE,))
        elif kind.id in entries:
            outcomes += _judge_entries(kind, entries[kind.id], today)
        else:
            outcomes.append(catalogue.absent[kind.id].outcome)
    return tuple(outcomes)


def _judge_entries(kind: PlanType, entries: Sequence[tuple[int, PlanEntry]], today: date) -> list[PlanOutcome]:
    if any(plan.state is EntryState.AVAILABLE for _, plan in entries):
        return [_judge_entry(kind, position, plan, today) for position, plan in entries]
    requested = any(plan.state is EntryState.REQUESTED for _, plan in entries)
    return _without_look(kind, entries, *absent(kind, requested=requested))


def _without_look(
    kind: PlanType, entries: Sequence[tuple[int, PlanEntry]], verdict: Verdict, reasons: tuple[Reason, ...]
) -> list[PlanOutcome]:
    places: Sequence[tuple[int | None, PlanEntry | None]] = entries or [(None, None)]
    return [PlanOutcome(kind, position, plan, verdict, reasons, None) for position, plan in places]


def _judge_entry(kind: PlanType, position: int, plan: PlanEntry, today: date) -> PlanOutcome:
    if plan.state is not EntryState.AVAILABLE:
        verdict, why = absent(kind, requested=plan.state is EntryState.REQUESTED)
        return PlanOutcome(kind, position, plan, verdict, why, None)
    age = age_of(plan, today)
    reasons = tuple(_reasons(kind, plan, age))
    return PlanOutcome(kind, position, plan, _verdict(reasons), reasons, age)


def age_of(plan: PlanEntry, today: date) -> int | None:
    """Return the age of the data in years, by data year or else by the year of the resolution."""
    if plan.data_year is not None:
        return today.year - plan.data_year
    return None if plan.resolved is None else today.year - plan.resolved.year


def _verdict(reasons: tuple[Reason, ...]) -> Verdict:
    if any(reason in _UNUSABLE for reason in reasons):
        return Verdict.UNUSABLE
    if any(reason in _REFERENCE for reason in reasons):
        return Verdict.REFERENCE
    return Verdict.UPDATE if reasons else Verdict.TAKE_OVER


def _reasons(kind: PlanType, plan: PlanEntry, age: int | None) -> Iterable[Reason]:  # noqa: C901 - one line a reason, in order
    """Return every reason against taking the plan over as it is, the gravest first."""
    if plan.superseded:
        yield Reason.SUPERSEDED
    yield from _reasons_of_age(kind, age)
    if plan.rights is Rights.NO:
        yield Reason.RIGHTS_REFUSED
    if plan.public is False:
        yield Reason.NOT_PUBLIC
    if kind.use is Use.REFERENCE:
        yield Reason.REFERENCE_ONLY
    if plan.area is not Area.WHOLE:
        yield _AREA[plan.area]
    if plan.format is not PlanFormat.EDITABLE:
        yield Reason.FORMAT_UNKNOWN if plan.format is None else Reason.NOT_EDITABLE
    if kind.needs_resolution and plan.resolved is None:
        yield Reason.NO_RESOLUTION
    if plan.rights is None or plan.rights is Rights.UNCLEAR:
        yield Reason.RIGHTS_UNCLEAR


_AREA = {Area.PART: Reason.AREA_PART, Area.FORMER: Reason.AREA_FORMER, None: Reason.AREA_UNKNOWN}


def _reasons_of_age(kind: PlanType, age: int | None) -> Iterable[Reason]:
    if kind.yellow is None and kind.red is None:
        return
    if age is None:
        yield Reason.AGE_UNKNOWN
    elif kind.red is not None and age > kind.red:
        yield Reason.OLD_BUT_IN_FORCE if kind.force is Force.IN_FORCE else Reason.TOO_OLD
    elif kind.yellow is not None and age > kind.yellow:
        yield Reason.AGEING


def best_outcomes(outcomes: Iterable[PlanOutcome]) -> dict[str, PlanOutcome]:
    """Return the outcome each type counts with: its best verdict, then the first in the file."""
    best: dict[str, PlanOutcome] = {}
    for outcome in outcomes:
        known = best.get(outcome.type.id)
        if known is None or _place(outcome.verdict) < _place(known.verdict):
            best[outcome.type.id] = outcome
    return best


def _place(verdict: Verdict) -> int:
    return BEST.index(verdict) if verdict in BEST else len(BEST)


def type_states(
    catalogue: Catalogue, outcomes: Sequence[PlanOutcome], best: Mapping[str, PlanOutcome]
) -> dict[str, TypeState]:
    """Return the plan types as conditions see them."""
    formats: dict[str, set[PlanFormat]] = defaultdict(set)
    for outcome in outcomes:
        plan = outcome.plan
        if plan is not None and plan.state is EntryState.AVAILABLE and plan.format is not None:
            formats[outcome.type.id].add(plan.format)
    return {kind: _state(catalogue, outcome, formats) for kind, outcome in best.items()}


def _state(catalogue: Catalogue, outcome: PlanOutcome, formats: Mapping[str, set[PlanFormat]]) -> TypeState:
    kind = outcome.type.id
    known = catalogue.absent[kind]
    if outcome is known.outcome:
        return known.state
    # What lies there of a plan that is not relevant here neither drives nor saves anything.
    relevant = outcome.verdict is not Verdict.NOT_RELEVANT
    at_hand = formats.get(kind, _NO_FORMAT) if relevant else _NO_FORMAT
    return TypeState(kind, outcome.verdict, at_hand, catalogue.fed_by[kind])


_NO_FORMAT: frozenset[PlanFormat] = frozenset()


def fed_chapters(best: Mapping[str, PlanOutcome]) -> set[str]:
    """Return the chapters for which a usable plan exists."""
    return {feed.chapter for outcome in best.values() if outcome.verdict in USABLE for feed in outcome.type.feeds}
