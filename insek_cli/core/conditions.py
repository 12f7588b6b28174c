"""Conditions with three values after Kleene: true, false, unknown (None). Knows facts, plans and points, no file."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from insek_cli.core.written import Number, OneOf, Positive, Text, Truth

Tri = bool | None
FactValue = str | int | Decimal

INHABITANTS = "inhabitants"


class Verdict(StrEnum):
    """What can be done with a plan, in the order in which a type counts with its best entry."""

    TAKE_OVER = "take-over"
    UPDATE = "update"
    REFERENCE = "reference"
    UNUSABLE = "unusable"
    REQUEST = "request"
    MISSING = "missing"
    NOT_RELEVANT = "not-relevant"


class PlanFormat(StrEnum):
    """How a plan lies there."""

    EDITABLE = "editable"
    PDF = "pdf"
    PAPER = "paper"


class Bar(StrEnum):
    """The status a criterion can be asked to reach."""

    MET = "met"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class FactIs:
    """The fact has this answer."""

    fact: Text
    is_: Text


@dataclass(frozen=True, slots=True)
class FactRange:
    """The fact is a number within bounds."""

    fact: Text
    at_least: Number | None = None
    below: Number | None = None


@dataclass(frozen=True, slots=True)
class PlanAvailable:
    """A plan of this type is at hand."""

    plan: Text
    available: Truth


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """The criterion has at least, or fewer than, the points of a status; only in drivers, levers, programmes, checks.

    False where the criterion is not applicable: waving it away neither drives nor saves anything.
    """

    criterion: Text
    at_least: Bar | None = None
    below: Bar | None = None


@dataclass(frozen=True, slots=True)
class PlanCount:
    """So many plan types, by type or by chapter fed, have one of these verdicts or formats."""

    plans: tuple[Text, ...] = ()
    chapters: tuple[Text, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    format: tuple[PlanFormat, ...] = ()
    at_least: Positive | None = None
    below: Positive | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    all_: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    any_: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    not_: "Condition"


def _member(raw: object) -> str | None:
    if not isinstance(raw, Mapping):
        return None
    for place, marks in enumerate(_MARKS):
        if marks & raw.keys():
            return str(place)
    return None


_MARKS: tuple[Set[str], ...] = ({"is"}, {"fact"}, {"plan"}, {"criterion"}, {"plans", "chapters"}, {"all"}, {"any"}, {"not"})

Condition = Annotated[
    FactIs | FactRange | PlanAvailable | CriterionPoints | PlanCount | All | Any | Not,
    OneOf(_member, "Hier gehört eine Bedingung hin, zum Beispiel {fact: project, is: update}."),
]


@dataclass(frozen=True, slots=True)
class Situation:
    """What conditions are judged by.

    facts: the answers in force. hidden: facts whose question is hidden. available: per plan type with an entry,
    whether one is at hand. low: points of the criteria in units (None unknown, open or waved away without effect;
    absent where not applicable). bars: the points that „met“ and „partial“ ask. types: the plan types.
    """

    facts: Mapping[str, FactValue]
    hidden: Set[str]
    available: Mapping[str, bool]
    low: Mapping[str, int | None] = field(default_factory=dict)
    bars: Mapping[Bar, int] = field(default_factory=dict)
    types: tuple["TypeState", ...] = ()


@dataclass(frozen=True, slots=True)
class TypeState:
    """A plan type as the conditions see it: its best verdict, the formats at hand, the chapters it feeds."""

    type: str
    verdict: Verdict
    formats: Set[PlanFormat]
    chapters: Set[str]


def holds(condition: Condition | None, situation: Situation) -> Tri:
    """Return true, false or None for unknown; no condition always holds."""
    match condition:
        case None:
            return True
        case FactIs(fact, answer):
            return _of_fact(fact, situation, lambda value: value == answer)
        case FactRange(fact, at_least, below):
            return _of_fact(fact, situation, lambda value: _within(value, at_least, below))
        case PlanAvailable(plan, available):
            state = situation.available.get(plan)
            return None if state is None else state == available
        case CriterionPoints():
            return _points_within(condition, situation)
        case PlanCount():
            return _within(_count(condition, situation.types), condition.at_least, condition.below)
        case All(parts):
            return _all(holds(part, situation) for part in parts)
        case Any(parts):
            return _negated(_all(_negated(holds(part, situation)) for part in parts))
        case Not(part):
            return _negated(holds(part, situation))


def _of_fact(fact: str, situation: Situation, judge: Callable[[FactValue], bool]) -> Tri:
    if fact in situation.hidden:
        return False
    value = situation.facts.get(fact)
    return None if value is None else judge(value)


def _within(value: FactValue, at_least: Decimal | int | None, below: Decimal | int | None) -> bool:
    if isinstance(value, str):
        return False
    return (at_least is None or value >= at_least) and (below is None or value < below)


def _points_within(condition: CriterionPoints, situation: Situation) -> Tri:
    if condition.criterion not in situation.low:
        return False
    low = situation.low[condition.criterion]
    if low is None:
        return None
    bars = situation.bars
    enough = condition.at_least is None or low >= bars[condition.at_least]
    return enough and (condition.below is None or low < bars[condition.below])


def _count(condition: PlanCount, types: Iterable[TypeState]) -> int:
    return sum(_counts(condition, state) for state in types)


def _counts(condition: PlanCount, state: TypeState) -> bool:
    if condition.plans and state.type not in condition.plans:
        return False
    if condition.chapters and not state.chapters.intersection(condition.chapters):
        return False
    if condition.verdict and state.verdict not in condition.verdict:
        return False
    return not condition.format or not state.formats.isdisjoint(condition.format)


def _all(parts: Iterable[Tri]) -> Tri:
    outcome: Tri = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            outcome = None
    return outcome


def _negated(value: Tri) -> Tri:
    return None if value is None else not value


def parts_of(condition: Condition | None) -> Iterable[Condition]:
    """Return the condition and everything within it."""
    match condition:
        case None:
            return
        case All(parts) | Any(parts):
            yield condition
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield condition
            yield from parts_of(part)
        case _:
            yield condition


def facts_of(condition: Condition | None) -> Iterable[str]:
    """Return the facts a condition asks for."""
    for part in parts_of(condition):
        if isinstance(part, FactIs | FactRange):
            yield part.fact
