"""Conditions with three values after Kleene: true, false, unknown (None). Knows facts, plans and points, no file."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from insek_cli.core.values import dataclass
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
class TypeState:
    """A plan type as the conditions see it: its best verdict, the formats at hand, the chapters it feeds."""

    type: str
    verdict: Verdict
    formats: AbstractSet[PlanFormat]
    chapters: Sequence[str]


@dataclass(frozen=True, slots=True)
class Situation:
    """What conditions are judged by.

    facts: the answers in force. hidden: facts whose question is hidden. available: per plan type with an entry,
    whether one is at hand. low: points of the criteria in units (None unknown, open or waved away without effect;
    absent where not applicable). bars: the points that „met“ and „partial“ ask. types: the plan types.
    """

    facts: Mapping[str, FactValue]
    hidden: AbstractSet[str]
    available: Mapping[str, bool]
    low: Mapping[str, int | None] = field(default_factory=dict)
    bars: Mapping[Bar, int] = field(default_factory=dict)
    types: Mapping[str, TypeState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FactIs:
    """The fact has this answer."""

    fact: Text
    is_: Text

    def holds(self, situation: Situation) -> Tri:
        """Return false for a hidden fact, None for one without an answer."""
        if self.fact in situation.hidden:
            return False
        value = situation.facts.get(self.fact)
        return None if value is None else value == self.is_


@dataclass(frozen=True, slots=True)
class FactRange:
    """The fact is a number within bounds."""

    fact: Text
    at_least: Number | None = None
    below: Number | None = None

    def holds(self, situation: Situation) -> Tri:
        """Return false for a hidden fact, None for one without an answer."""
        if self.fact in situation.hidden:
            return False
        value = situation.facts.get(self.fact)
        return None if value is None else _within(value, self.at_least, self.below)


@dataclass(frozen=True, slots=True)
class PlanAvailable:
    """A plan of this type is at hand."""

    plan: Text
    available: Truth

    def holds(self, situation: Situation) -> Tri:
        """Return None without an entry of the type."""
        state = situation.available.get(self.plan)
        return None if state is None else state == self.available


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """The criterion has at least, or fewer than, the points of a status; only in drivers, levers, programmes, checks.

    False where the criterion is not applicable: waving it away neither drives nor saves anything.
    """

    criterion: Text
    at_least: Bar | None = None
    below: Bar | None = None

    def holds(self, situation: Situation) -> Tri:
        """Return false where the criterion is not applicable, None where its answer is unclear."""
        if self.criterion not in situation.low:
            return False
        low = situation.low[self.criterion]
        if low is None:
            return None
        enough = self.at_least is None or low >= situation.bars[self.at_least]
        return enough and (self.below is None or low < situation.bars[self.below])


@dataclass(frozen=True, slots=True)
class PlanCount:
    """So many plan types, by type or by chapter fed, have one of these verdicts or formats."""

    plans: tuple[Text, ...] = ()
    chapters: tuple[Text, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    format: tuple[PlanFormat, ...] = ()
    at_least: Positive | None = None
    below: Positive | None = None

    def holds(self, situation: Situation) -> Tri:
        """Return whether the number of types counted is within bounds; it is never unknown."""
        types = situation.types
        states = [types[plan] for plan in self.plans if plan in types] if self.plans else types.values()
        return _within(sum(map(self._counts, states)), self.at_least, self.below)

    def _counts(self, state: TypeState) -> bool:
        if self.chapters and not any(chapter in state.chapters for chapter in self.chapters):
            return False
        if self.verdict and state.verdict not in self.verdict:
            return False
        return not self.format or not state.formats.isdisjoint(self.format)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    all_: tuple["Condition", ...]

    def holds(self, situation: Situation) -> Tri:
        """Return false as soon as a part is false, else None if one is unknown."""
        outcome: Tri = True
        for part in self.all_:
            value = part.holds(situation)
            if value is False:
                return False
            if value is None:
                outcome = None
        return outcome


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    any_: tuple["Condition", ...]

    def holds(self, situation: Situation) -> Tri:
        """Return true as soon as a part is true, else None if one is unknown."""
        outcome: Tri = False
        for part in self.any_:
            value = part.holds(situation)
            if value is True:
                return True
            if value is None:
                outcome = None
        return outcome


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    not_: "Condition"

    def holds(self, situation: Situation) -> Tri:
        """Return the opposite; unknown stays unknown."""
        value = self.not_.holds(situation)
        return None if value is None else not value


def _member(raw: object) -> str | None:
    if not isinstance(raw, Mapping):
        return None
    for place, marks in enumerate(_MARKS):
        if marks & raw.keys():
            return str(place)
    return None


_MARKS: tuple[AbstractSet[str], ...] = (
    {"is"},
    {"fact"},
    {"plan"},
    {"criterion"},
    {"plans", "chapters"},
    {"all"},
    {"any"},
    {"not"},
)

Condition = Annotated[
    FactIs | FactRange | PlanAvailable | CriterionPoints | PlanCount | All | Any | Not,
    OneOf(_member, "Hier gehört eine Bedingung hin, zum Beispiel {fact: project, is: update}."),
]


def holds(condition: Condition | None, situation: Situation) -> Tri:
    """Return true, false or None for unknown; no condition always holds."""
    return True if condition is None else condition.holds(situation)


def stands(when: Condition | None, unless: Condition | None, situation: Situation) -> bool:
    """Return whether a sentence may be said: `when` is known to hold, `unless` is not known to."""
    return holds(when, situation) is True and (unless is None or holds(unless, situation) is not True)


def _within(value: FactValue, at_least: Decimal | int | None, below: Decimal | int | None) -> bool:
    if isinstance(value, str):
        return False
    return (at_least is None or value >= at_least) and (below is None or value < below)


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
