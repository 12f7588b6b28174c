"""What is said about the questions of one municipality, topic by topic: out of answers, and put into them."""

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from insek_cli.core.answers import (
    UNKNOWN_FACT,
    Answers,
    CriterionAnswer,
    EntryState,
    Feedback,
    Municipality,
    PlanEntry,
)
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import PlanTypeId, QuestionId, Status, SupportId

Value = str | int | Decimal | date | bool
Fields = Mapping[str, Value]
T = TypeVar("T", Municipality, PlanEntry, CriterionAnswer, Feedback)


class TopicKind(StrEnum):
    """What can be answered."""

    PLACE = "place"
    FACT = "fact"
    PLAN = "plan"
    CRITERION = "criterion"
    SUPPORT = "support"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that is answered; `nth` counts the entries of a plan type from 1."""

    kind: TopicKind
    id: str = ""
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """Where statements come from: the file's name, who filled it in, whose it is if nobody says so, and the day."""

    name: str
    fallback: str
    on: date
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says about a topic; only what is said is among the fields.

    on: the day of this answer; without one it is from a form, where a name may stand that was filled in beforehand.
    """

    topic: Topic
    fields: Fields
    source: Source
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What one or several say alike; without sources it is what stood in the file before."""

    fields: Fields
    by: str | None = None
    on: date | None = None
    sources: tuple[str, ...] = ()


PLACE = Topic(TopicKind.PLACE)

_PLACE_FIELDS = tuple(field.name for field in dataclasses.fields(Municipality) if field.name != "name")
_PLAN_FIELDS = tuple(field.name for field in dataclasses.fields(PlanEntry) if field.name != "type")
_CRITERION_FIELDS = ("status", "evidence", "note", "reason", "owner", "due")
_FEEDBACK_FIELDS = tuple(field.name for field in dataclasses.fields(Feedback))


def statements_of(answers: Answers, source: Source, support: Iterable[str]) -> Iterator[Statement]:
    """Yield everything that answers say, over all kinds of support of the catalogue."""
    topics = [
        PLACE,
        *(Topic(TopicKind.FACT, fact) for fact in answers.facts),
        *_plan_topics(answers),
        *(Topic(TopicKind.CRITERION, criterion) for criterion in answers.criteria),
        *(Topic(TopicKind.SUPPORT, kind) for kind in support),
        *(Topic(TopicKind.FEEDBACK, criterion) for criterion in answers.feedback),
    ]
    for topic in topics:
        said = said_on(answers, topic)
        if said.fields:
            yield Statement(topic, said.fields, source, said.by, said.on or source.on)


def said_on(answers: Answers, topic: Topic) -> Voice:
    """Return what the answers say about a topic."""
    match topic.kind:
        case TopicKind.PLACE:
            return Voice(_filled(answers.municipality, _PLACE_FIELDS))
        case TopicKind.FACT:
            value = answers.facts.get(topic.id)
            return Voice({"answer": UNKNOWN_FACT if value is None else value} if topic.id in answers.facts else {})
        case TopicKind.PLAN:
            place = _place_of(answers, topic)
            return Voice({} if place is None else _filled(answers.plans[place], _PLAN_FIELDS))
        case TopicKind.CRITERION:
            answer = answers.criteria.get(topic.id)
            return Voice({}) if answer is None else Voice(_filled(answer, _CRITERION_FIELDS), answer.by, answer.on)
        case TopicKind.SUPPORT:
            return Voice({} if answers.support is None else {"wanted": topic.id in answers.support})
        case TopicKind.FEEDBACK:
            feedback = answers.feedback.get(topic.id)
            return Voice({} if feedback is None else _filled(feedback, _FEEDBACK_FIELDS))


def _filled(value: Municipality | PlanEntry | CriterionAnswer | Feedback, names: Iterable[str]) -> dict[str, Value]:
    """Return the fields that say something; false says something only where nothing would be the default."""
    found = {name: getattr(value, name) for name in names}
    return {
        name: held
        for name, held in found.items()
        if held is not None and (name, held) != ("superseded", False) and bare(held) != ""
    }


def _plan_topics(answers: Answers) -> Iterator[Topic]:
    met: dict[str, int] = {}
    for plan in answers.plans:
        met[plan.type] = met.get(plan.type, 0) + 1
        yield Topic(TopicKind.PLAN, plan.type, met[plan.type])


def _place_of(answers: Answers, topic: Topic) -> int | None:
    places = [place for place, plan in enumerate(answers.plans) if plan.type == topic.id]
    return places[topic.nth - 1] if topic.nth <= len(places) else None


def applied(answers: Answers, topic: Topic, voice: Voice) -> Answers:
    """Return the answers with what a voice says."""
    fields = voice.fields
    match topic.kind:
        case TopicKind.PLACE:
            return dataclasses.replace(answers, municipality=_replaced(answers.municipality, fields))
        case TopicKind.FACT:
            return _with_fact(answers, topic, fields["answer"])
        case TopicKind.PLAN:
            return _with_plan(answers, topic, fields)
        case TopicKind.CRITERION:
            return _with_criterion(answers, topic, voice)
        case TopicKind.SUPPORT:
            return dataclasses.replace(answers, support=_wishes(answers, topic, wanted=bool(fields["wanted"])))
        case TopicKind.FEEDBACK:
            known = answers.feedback.get(topic.id, Feedback())
            return dataclasses.replace(answers, feedback={**answers.feedback, topic.id: _replaced(known, fields)})


def _replaced(value: T, fields: Fields) -> T:
    changes: dict[str, Value] = dict(fields)
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type] # the fields are those of the value


def _wishes(answers: Answers, topic: Topic, *, wanted: bool) -> tuple[SupportId, ...]:
    """Return the support wished for, with or without one kind; the others keep their order."""
    known = answers.support or ()
    if wanted:
        return known if topic.id in known else (*known, SupportId(topic.id))
    return tuple(kind for kind in known if kind != topic.id)


def _with_fact(answers: Answers, topic: Topic, value: Value) -> Answers:
    if isinstance(value, str | Decimal | int):
        return answers.with_fact(QuestionId(topic.id), None if value == UNKNOWN_FACT else value)
    raise TypeError(value)


def _with_plan(answers: Answers, topic: Topic, fields: Fields) -> Answers:
    place = _place_of(answers, topic)
    if place is None:
        new = PlanEntry(PlanTypeId(topic.id), state=EntryState.AVAILABLE)
        return answers.with_plans((*answers.plans, _replaced(new, fields)))
    plans = list(answers.plans)
    plans[place] = _replaced(plans[place], fields)
    return answers.with_plans(tuple(plans))


def _with_criterion(answers: Answers, topic: Topic, voice: Voice) -> Answers:
    """Return the answers with what is said of a criterion; who and when follow the status."""
    known = answers.criteria.get(topic.id)
    status = voice.fields.get("status")
    if known is None:
        known = CriterionAnswer(Status(str(status)))
    if status is not None:
        known = dataclasses.replace(known, by=voice.by, on=voice.on)
    return answers.with_criterion(topic.id, _replaced(known, voice.fields))


def bare(value: Value) -> Value:
    """Return a value as it is compared: blanks, line ends and signs that no form can hold make no difference."""
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return value
    return " ".join("".join(filter(_counts, value)).split())


def _counts(sign: str) -> bool:
    # Ticks and arrows of symbol fonts are private signs, pasted from Word.
    return sign in " \t\n" or (sign.isprintable() and sign != "\ufffd") or unicodedata.category(sign) == "Co"
