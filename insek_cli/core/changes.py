"""What changed between two states of the answers, carried over onto a third: for a file that changed meanwhile."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from insek_cli.core.answers import Answers, Municipality, PlanEntry
from insek_cli.core.values import dataclass

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Carried:
    """The answers with the change, and the places that had been changed on both sides (the change holds there)."""

    answers: Answers
    overridden: tuple[str, ...]


def carried_over(before: Answers, after: Answers, onto: Answers) -> Carried:
    """Return `onto` with everything that differs between `before` and `after`."""
    answers = Answers(
        municipality=_municipality(before.municipality, after.municipality, onto.municipality),
        facts=_entries(before.facts, after.facts, onto.facts),
        plans=_plans(before, after, onto),
        criteria=_entries(before.criteria, after.criteria, onto.criteria),
        support=onto.support if after.support == before.support else after.support,
        feedback=_entries(before.feedback, after.feedback, onto.feedback),
        statistics=onto.statistics if after.statistics == before.statistics else after.statistics,
    )
    return Carried(answers, tuple(_overridden(before, after, onto)))


def _municipality(before: Municipality, after: Municipality, onto: Municipality) -> Municipality:
    names = [field.name for field in fields(after) if getattr(after, field.name) != getattr(before, field.name)]
    return replace(onto, **{name: getattr(after, name) for name in names})


def _entries(before: Mapping[K, V], after: Mapping[K, V], onto: Mapping[K, V]) -> dict[K, V]:
    gone = before.keys() - after.keys()
    kept = {key: value for key, value in onto.items() if key not in gone}
    return {**kept, **{key: after[key] for key in _changed(before, after)}}


def _changed(before: Mapping[K, V], after: Mapping[K, V]) -> list[K]:
    return [key for key, value in after.items() if key not in before or before[key] != value]


def _plans(before: Answers, after: Answers, onto: Answers) -> tuple[PlanEntry, ...]:
    result = onto
    for kind in dict.fromkeys(plan.type for plan in (*before.plans, *after.plans)):
        if before.plans_of(kind) != after.plans_of(kind):
            result = result.with_plans_of(kind, after.plans_of(kind))
    return result.plans


def _overridden(before: Answers, after: Answers, onto: Answers) -> list[str]:
    """Return the places changed in `after` whose value in `onto` is neither the old nor the new one."""
    pairs = (
        ("facts", before.facts, after.facts, onto.facts),
        ("criteria", before.criteria, after.criteria, onto.criteria),
        ("feedback", before.feedback, after.feedback, onto.feedback),
        ("plans", _by_type(before), _by_type(after), _by_type(onto)),
    )
    return [
        f"{title}.{key}"
        for title, old, new, other in pairs
        for key in _changed(old, new)
        if key in other and other[key] not in {old.get(key), new[key]}
    ]


def _by_type(answers: Answers) -> dict[str, tuple[PlanEntry, ...]]:
    return {plan.type: answers.plans_of(plan.type) for plan in answers.plans}
