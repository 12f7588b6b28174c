"""What conditions of a catalogue may say: questions that exist, answers they have, plans, criteria."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from insek_cli.core import conditions as k
from insek_cli.core import entries as e
from insek_cli.core import vocabulary as v
from insek_cli.errors import Problem
from insek_cli.files.catalogue_ids import dangling, entries_of
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.words import shown, unknown_sentence

T = TypeVar("T")


def conditions(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong with the conditions of all entries but papers."""
    for entry, keys, condition, wide in all_conditions(parts):
        yield from condition_problems(parts, entry, keys, condition, wide=wide)


Place = tuple[str | int, ...]
_NARROW = ("questions", "criteria", "plans", "chapters")
_WIDE = ("drivers", "levers", "programmes", "checks", "occasions")
_KEYS = ("when", "unless", "open-when", "gate", "partner", "after-musts", "next-concept", "anew")


def all_conditions(parts: Parts) -> Iterator[tuple[Entry[object], Place, k.Condition, bool]]:
    """Yield each condition with its place and whether it may speak of criteria and counts of plans."""
    for kind in (*_NARROW, *_WIDE):
        for entry in entries_of(parts, kind):
            for key, condition in _own_conditions(entry.value, _KEYS):
                yield entry, (key,), condition, kind in _WIDE
    yield from _conditions_of_draft(parts)
    found = parts.partnership
    if found is not None:
        whole: Entry[object] = Entry(None, found.value, found.file, found.steps)
        for key, condition in _own_conditions(found.value, ("when", "agreed")):
            yield whole, (key,), condition, True


def _own_conditions(value: object, keys: Sequence[str]) -> Iterator[tuple[str, k.Condition]]:
    """Yield the conditions a value has under these keys; one that is broken has none."""
    for key in keys:
        condition = getattr(value, key.replace("-", "_"), None)
        if condition is not None:
            yield key, condition


def _conditions_of_draft(parts: Parts) -> Iterator[tuple[Entry[object], Place, k.Condition, bool]]:
    """Yield the conditions of single paragraphs and lines of the draft, in chapters and in the head."""
    wholes: list[Entry[object]] = [Entry(entry.id, entry.value, entry.file, entry.steps) for entry in parts.chapters]
    if parts.head is not None:
        wholes.append(Entry(None, parts.head.value, parts.head.file, parts.head.steps))
    if parts.profile is not None:
        wholes.append(Entry(None, parts.profile.value, parts.profile.file, parts.profile.steps))
    for whole in wholes:
        for title in ("text", "lines", "profile", "title-lines", "opening", "notes"):
            members: Sequence[object] = getattr(whole.value, title.replace("-", "_"), ())
            for place, member in enumerate(members):
                for key, condition in _own_conditions(member, ("when", "unless")):
                    yield whole, (title, place, key), condition, True
        for key, condition in _own_conditions(getattr(whole.value, "page_budget", None), ("unless",)):
            yield whole, ("page-budget", key), condition, True


def condition_problems(  # noqa: C901 - one line a kind of condition
    parts: Parts, entry: Entry[T], steps: tuple[str | int, ...], condition: k.Condition, *, wide: bool
) -> Iterator[Problem]:
    """Yield what is wrong with a condition; `wide` ones may speak of criteria and counts of plans."""
    match condition:
        case k.All(members) | k.Any(members):
            key = "all" if isinstance(condition, k.All) else "any"
            for place, member in enumerate(members):
                yield from condition_problems(parts, entry, (*steps, key, place), member, wide=wide)
        case k.Not(member):
            yield from condition_problems(parts, entry, (*steps, "not"), member, wide=wide)
        case k.FactIs(fact, answer):
            yield from _fact_is(parts, entry, steps, fact, answer)
        case k.FactRange(fact, at_least, below):
            yield from _fact_range(parts, entry, steps, fact, (at_least, below))
        case k.PlanAvailable(plan):
            yield from dangling(parts, "plans", plan, entry.place(*steps, "plan"))
        case k.CriterionPoints(criterion, at_least, below):
            yield from _only_wide(entry, steps, wide=wide)
            if at_least is None and below is None:
                yield Problem(
                    entry.place(*steps), "Zu „criterion“ gehört „below“ oder „at-least“ mit met oder partial."
                )
            yield from dangling(parts, "criteria", criterion, entry.place(*steps, "criterion"))
        case k.PlanCount():
            yield from _only_wide(entry, steps, wide=wide)
            yield from _plan_count(parts, entry, steps, condition)


def _only_wide(entry: Entry[T], steps: tuple[str | int, ...], *, wide: bool) -> Iterator[Problem]:
    if not wide:
        yield Problem(
            entry.place(*steps),
            "Diese Bedingung ist nur bei Kostentreibern, Hebeln, Programmen, Prüfungen, Anlässen, Papieren und "
            "Absätzen des Entwurfs möglich.",
        )


NUMBERS = frozenset({v.QuestionKind.NUMBER, v.QuestionKind.COUNT})
_MEASURED = NUMBERS | {v.QuestionKind.YEAR}


def _fact_is(parts: Parts, entry: Entry[T], steps: tuple[str | int, ...], fact: str, answer: str) -> Iterator[Problem]:
    if fact == k.INHABITANTS:
        yield Problem(entry.place(*steps, "is"), "Einwohner vergleicht man mit „at-least“ oder „below“.")
        return
    yield from dangling(parts, "questions", fact, entry.place(*steps, "fact"))
    question = question_of(parts, fact)
    if question is not None and question.kind in _MEASURED:
        text = f"Die Frage {shown(fact)} hat eine Zahl als Antwort; hier passen „at-least“ und „below“."
        yield Problem(entry.place(*steps, "is"), text)
    if question is not None and question.kind is v.QuestionKind.CHOICE:
        choices = [choice.id for choice in question.choices]
        if answer not in choices:
            yield Problem(entry.place(*steps, "is"), unknown_sentence(answer, choices, "Die Antwort"))


def _fact_range(
    parts: Parts,
    entry: Entry[T],
    steps: tuple[str | int, ...],
    fact: str,
    bounds: tuple[Decimal | None, Decimal | None],
) -> Iterator[Problem]:
    if bounds == (None, None):
        yield Problem(entry.place(*steps), "Zu „fact“ gehört „is“, „at-least“ oder „below“.")
    if fact == k.INHABITANTS:
        return
    yield from dangling(parts, "questions", fact, entry.place(*steps, "fact"))
    question = question_of(parts, fact)
    if question is not None and question.kind not in _MEASURED:
        yield Problem(entry.place(*steps), f"Die Frage {shown(fact)} hat keine Zahl als Antwort; hier passt nur „is“.")


def _plan_count(
    parts: Parts, entry: Entry[T], steps: tuple[str | int, ...], condition: k.PlanCount
) -> Iterator[Problem]:
    for place, plan in enumerate(condition.plans):
        yield from dangling(parts, "plans", plan, entry.place(*steps, "plans", place))
    for place, chapter in enumerate(condition.chapters):
        yield from dangling(parts, "chapters", chapter, entry.place(*steps, "chapters", place))
    if condition.at_least is None and condition.below is None:
        yield Problem(entry.place(*steps), "Hier fehlt „at-least“ oder „below“ mit einer Anzahl.")
    if not condition.verdict and not condition.format:
        yield Problem(entry.place(*steps), "Hier fehlt „verdict“ oder „format“.")


def question_of(parts: Parts, fact: str) -> e.Question | None:
    """Return the question of a fact, None if there is none without faults."""
    return next((entry.value for entry in parts.questions if entry.id == fact), None)
