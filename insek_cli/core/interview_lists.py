"""An interview at a glance: how far each part is, what is open or unknown, and steps found by words."""

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from unicodedata import normalize

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, PlanEntry
from insek_cli.core.entries import Criterion, Minutes, Section
from insek_cli.core.interview import (
    CriterionStep,
    FactStep,
    Interview,
    PlaceStep,
    PlanListStep,
    PlanStep,
    Step,
    SupportStep,
    is_answered,
)
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Status


class Part(StrEnum):
    """A part of the interview that is no section of criteria."""

    FACTS = "facts"
    PLANS = "plans"
    SUPPORT = "support"


class Mark(StrEnum):
    """How a step stands."""

    ANSWERED = "answered"
    OPEN = "open"
    UNKNOWN = "unknown"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class PartProgress:
    """How far a part is: steps by mark (answered counts „weiß nicht“ and „später“ apart), minutes left, where to go on.

    at: the key of its first open step, else of its first step. minutes: None where the catalogue gives no pace.
    """

    part: Part | Section
    steps: int
    answered: int
    open: int
    unknown: int
    later: int
    minutes: Decimal | None
    at: str


def parts_of(interview: Interview) -> tuple[PartProgress, ...]:
    """Return the progress of every part that has steps, in the order of asking."""
    steps: dict[str, tuple[Part | Section, list[Step]]] = {}
    for step in interview.steps():
        part = _part_of(interview, step)
        steps.setdefault(part.value if isinstance(part, Part) else f"section {part.id}", (part, []))[1].append(step)
    return tuple(_progress(interview, part, within) for part, within in steps.values())


def _part_of(interview: Interview, step: Step) -> Part | Section:
    match step:
        case PlaceStep() | FactStep():
            return Part.FACTS
        case PlanListStep() | PlanStep():
            return Part.PLANS
        case CriterionStep(criterion):
            return interview.catalogue.section_of[criterion.id]
        case SupportStep():
            return Part.SUPPORT


def _progress(interview: Interview, part: Part | Section, steps: list[Step]) -> PartProgress:
    marks = [mark_of(step, interview.answers) for step in steps]
    count = Counter(marks)
    opened = [step for step, mark in zip(steps, marks, strict=True) if mark is Mark.OPEN]
    return PartProgress(
        part,
        len(steps),
        count[Mark.ANSWERED],
        count[Mark.OPEN],
        count[Mark.UNKNOWN],
        count[Mark.LATER],
        minutes_for(interview, opened),
        (opened or steps)[0].key,
    )


def minutes_for(interview: Interview, steps: list[Step]) -> Decimal | None:
    """Return the minutes these steps take, None where the catalogue gives no pace."""
    pace = interview.catalogue.head.minutes
    return None if pace is None else sum((_minutes(pace, step) for step in steps), start=Decimal(0))


def _minutes(pace: Minutes, step: Step) -> Decimal:
    match step:
        case PlaceStep() | FactStep() | SupportStep():
            return pace.fact
        case PlanListStep():
            return pace.plan_list
        case PlanStep():
            return pace.plan
        case CriterionStep():
            return pace.criterion


def mark_of(step: Step, answers: Answers) -> Mark:
    """Return how a step stands."""
    if not is_answered(step, answers):
        return Mark.OPEN
    match step:
        case FactStep(question) if answers.facts[question.id] is None:
            return Mark.UNKNOWN
        case CriterionStep(criterion) if answers.criteria[criterion.id].status is Status.UNKNOWN:
            return Mark.UNKNOWN
        case CriterionStep(criterion) if answers.criteria[criterion.id].status is Status.LATER:
            return Mark.LATER
        case PlaceStep() | FactStep() | PlanListStep() | PlanStep() | CriterionStep() | SupportStep():
            return Mark.ANSWERED


def marked(interview: Interview, mark: Mark) -> tuple[Step, ...]:
    """Return the steps that stand so."""
    return tuple(step for step in interview.steps() if mark_of(step, interview.answers) is mark)


def flagged(interview: Interview) -> tuple[Step, ...]:
    """Return the steps somebody has flagged."""
    return tuple(
        step
        for step in interview.steps()
        if isinstance(step, CriterionStep)
        and (answer := interview.answers.criteria.get(step.criterion.id)) is not None
        and answer.flagged
    )


def found(interview: Interview, typed: str, titled: Callable[[Step], str]) -> tuple[Step, ...]:
    """Return the steps whose title, question or answer holds every word typed, whatever its case and umlauts."""
    words = folded(typed).split()
    return tuple(
        step
        for step in interview.steps()
        if _holds_all(words, folded(" ".join((titled(step), *_texts(step, interview)))))
    )


def _holds_all(words: list[str], text: str) -> bool:
    return bool(words) and all(word in text for word in words)


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, umlauts written out, also those a Mac sends in two parts."""
    return normalize("NFC", text).casefold().translate(_UMLAUTS)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _texts(step: Step, interview: Interview) -> Iterator[str]:
    """Yield the words of a question and of the answer to it."""
    answers = interview.answers
    yield step.key
    match step:
        case PlaceStep():
            yield answers.municipality.name
        case FactStep(question):
            yield from (question.text, question.help or "", *(choice.title for choice in question.choices))
            yield str(answers.facts.get(question.id, ""))
        case PlanListStep(_, types):
            yield from (kind.title for kind in types)
        case PlanStep(kind):
            yield kind.title
            for plan in answers.plans_of(kind.id):
                yield from (plan.title or "", plan.holder_name or "", plan.note or "")
        case CriterionStep(criterion):
            yield from (criterion.title, criterion.statement, criterion.met)
            yield from _typed_texts(answers.criteria.get(criterion.id))
        case SupportStep():
            yield from (kind.title for kind in interview.catalogue.support.values())


def _typed_texts(answer: CriterionAnswer | None) -> Iterator[str]:
    if answer is not None:
        for text in (answer.evidence, answer.note, answer.reason, answer.by, answer.owner):
            yield text or ""


def evidence_known(interview: Interview, criterion: Criterion) -> tuple[str, ...]:
    """Return what can be named as evidence: plans that prove this criterion, evidence typed before, other plans."""
    plans = [plan for plan in interview.answers.plans if plan.state is EntryState.AVAILABLE]
    fitting = [_named(plan, interview) for plan in plans if plan.type in criterion.plans]
    others = [_named(plan, interview) for plan in plans if plan.type not in criterion.plans]
    typed = [answer.evidence for answer in interview.answers.criteria.values() if answer.evidence]
    return tuple(dict.fromkeys((*fitting, *reversed(typed), *others)))


def _named(plan: PlanEntry, interview: Interview) -> str:
    """Return title and year of a plan; a title that has the year says it already."""
    title = plan.title or interview.catalogue.plan[plan.type].title
    return title if plan.data_year is None or str(plan.data_year) in title else f"{title} {plan.data_year}"
