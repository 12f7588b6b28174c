"""Compares what several people say with the answers of one municipality: new, same, or in conflict.

Nothing is overwritten: what is new is taken, what contradicts becomes a conflict that somebody has to settle. What is
empty says nothing. „Weiß nicht“ contradicts nobody and gives way to an answer.
"""

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from insek_cli.core.entries import PlanTypeId, QuestionId, Status, SupportId
from insek_cli.core.values import dataclass

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


@dataclass(frozen=True, slots=True)
class Conflict:
    """Voices that contradict one another about a topic, or about one field of it."""

    topic: Topic
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is new about a topic, and who says it."""

    topic: Topic
    voice: Voice


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome: answers with everything new in them, and what is left to settle or has no place."""

    answers: Answers
    taken: tuple[Taken, ...]
    same: tuple[Topic, ...]
    conflicts: tuple[Conflict, ...]
    homeless: tuple[Statement, ...]


# The field that decides what the others of the topic belong to.
LEAD: Mapping[TopicKind, str] = {
    TopicKind.FACT: "answer",
    TopicKind.PLAN: "state",
    TopicKind.CRITERION: "status",
    TopicKind.SUPPORT: "wanted",
}
_WEAK: Mapping[TopicKind, str] = {TopicKind.FACT: UNKNOWN_FACT, TopicKind.CRITERION: Status.UNKNOWN}
# Whoever knows the details of a plan has it; whoever notes something without answering does not know yet.
_IMPLIED: Mapping[TopicKind, str] = {TopicKind.PLAN: EntryState.AVAILABLE, TopicKind.CRITERION: Status.UNKNOWN}
FREE_TEXTS = frozenset({"evidence", "note", "reason", "remark"})
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
        said = _said(answers, topic)
        if said.fields:
            yield Statement(topic, said.fields, source, said.by, said.on or source.on)


def compare(own: Answers, statements: Iterable[Statement]) -> Comparison:
    """Return what is new, same and in conflict, topic by topic; what is new is already in the answers."""
    answers, taken, same = own, list[Taken](), list[Topic]()
    conflicts, homeless = list[Conflict](), list[Statement]()
    for topic, said in _grouped(statements).items():
        before = _said(own, topic)
        found = _compared(topic, before, _with_lead_said(topic, before, said))
        for voice in found.taken:
            answers = _applied(answers, topic, voice)
            taken.append(Taken(topic, voice))
        conflicts += (Conflict(topic, voices) for voices in found.conflicts)
        homeless += found.homeless
        if not (found.taken or found.conflicts or found.homeless):
            same.append(topic)
    return Comparison(answers, tuple(taken), tuple(same), tuple(conflicts), tuple(homeless))


def is_same_place(one: Municipality, other: Municipality) -> bool:
    """Tell whether two are the same municipality: by official key where both have one, else by name."""
    if one.ags and other.ags:
        return one.ags == other.ags
    return _bare_name(one.name) == _bare_name(other.name)


def _bare_name(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["stadt"], ["gemeinde"]) else words)


def with_voice(answers: Answers, conflict: Conflict, place: int) -> Answers:
    """Return the answers with one voice of a conflict; what it does not say stays."""
    return _applied(answers, conflict.topic, conflict.voices[place])


def with_all_texts(answers: Answers, conflict: Conflict, place: int) -> Answers:
    """Return the answers with one voice of a conflict and the free texts of all, its own first.

    Name and day of an answer are those of the voice chosen, so a text of somebody else begins with the name.
    """
    chosen = conflict.voices[place]
    others = (voice for voice in conflict.voices if voice is not chosen)
    fields = _joined_texts([chosen, *others])
    return _applied(answers, conflict.topic, dataclasses.replace(chosen, fields={**chosen.fields, **fields}))


def has_several_texts(conflict: Conflict) -> bool:
    """Tell whether choosing one voice would leave free texts of another behind."""
    told = [
        {name: _key(value) for name, value in voice.fields.items() if name in FREE_TEXTS} for voice in conflict.voices
    ]
    return any(
        mine.get(name, text) != text or name not in mine for mine in told for one in told for name, text in one.items()
    )


def _joined_texts(voices: Sequence[Voice]) -> dict[str, Value]:
    """Return the free texts of all voices, those alike once; whoever is not the first is named."""
    joined: dict[str, Value] = {}
    for name in sorted(FREE_TEXTS):
        texts: dict[Value, str] = {}
        for voice in voices:
            if name in voice.fields:
                texts.setdefault(_key(voice.fields[name]), _named_text(voices[0], voice, str(voice.fields[name])))
        if texts:
            joined[name] = "\n".join(texts.values())
    return joined


def _named_text(first: Voice, voice: Voice, text: str) -> str:
    return text if voice.by in {None, first.by} else f"{voice.by}: {text}"


def _grouped(statements: Iterable[Statement]) -> dict[Topic, list[Statement]]:
    grouped: dict[Topic, list[Statement]] = {}
    for statement in statements:
        fields = {name: value for name, value in statement.fields.items() if _key(value) != ""}
        if fields:
            grouped.setdefault(statement.topic, []).append(dataclasses.replace(statement, fields=fields))
    return grouped


def _with_lead_said(topic: Topic, own: Voice, said: Sequence[Statement]) -> Sequence[Statement]:
    """Return statements with the answer they imply, where only what stands beside one was said."""
    lead, implied = LEAD.get(topic.kind), _IMPLIED.get(topic.kind)
    if lead is None or implied is None or lead in own.fields or any(lead in one.fields for one in said):
        return said
    return [dataclasses.replace(one, fields={lead: implied, **one.fields}) for one in said]


@dataclass(frozen=True, slots=True)
class _Found:
    """What comparing one topic gives."""

    taken: tuple[Voice, ...] = ()
    conflicts: tuple[tuple[Voice, ...], ...] = ()
    homeless: tuple[Statement, ...] = ()


def _compared(topic: Topic, own: Voice, said: Sequence[Statement]) -> _Found:
    lead = LEAD.get(topic.kind)
    if lead is None:
        return _by_field(own, said)
    weak = _WEAK.get(topic.kind)
    before = own.fields.get(lead)
    strong = [one for one in said if one.fields.get(lead, weak) != weak]
    candidates = {one.fields[lead] for one in strong} | ({before} if before not in {None, weak} else set())
    if len(candidates) > 1:
        conflict = ((own,) if lead in own.fields else ()) + _voices(own, strong)
        rest = _beside_a_lead(own, [one for one in said if one not in strong], lead)
        return _Found(rest.taken, (conflict, *rest.conflicts), rest.homeless)
    deciding = strong or [one for one in said if lead in one.fields]
    if not deciding or before in candidates or (before is not None and not strong):
        return _beside_a_lead(own, said, lead)
    return _with_lead(own, said, deciding, lead)


def _with_lead(own: Voice, said: Sequence[Statement], deciding: Sequence[Statement], lead: str) -> _Found:
    """Return what is found where the leading field is new and undisputed."""
    rest = _by_field(own, said, lead)
    texts = {name: value for voice in rest.taken for name, value in voice.fields.items()}
    first, *_ = _voices(own, [dataclasses.replace(one, fields={lead: one.fields[lead]}) for one in deciding])
    sources = tuple(dict.fromkeys((*first.sources, *(name for voice in rest.taken for name in voice.sources))))
    new = dataclasses.replace(first, fields={**first.fields, **texts}, sources=sources)
    return _Found((new,), rest.conflicts)


def _beside_a_lead(own: Voice, said: Sequence[Statement], lead: str) -> _Found:
    """Return what is found beside a leading field that stays; without one the rest has no place."""
    if lead in own.fields:
        return _by_field(own, said, lead)
    return _Found(homeless=tuple(one for one in said if one.fields))


def _by_field(own: Voice, said: Sequence[Statement], lead: str | None = None) -> _Found:
    taken, conflicts = list[Voice](), list[tuple[Voice, ...]]()
    for name in dict.fromkeys(name for one in said for name in one.fields if name != lead):
        alone = [dataclasses.replace(one, fields={name: one.fields[name]}) for one in said if name in one.fields]
        voices = _voices(own, alone)
        before = own.fields.get(name)
        if before is None and len(voices) == 1:
            taken.append(voices[0])
        elif before is None:
            conflicts.append(voices)
        elif other := tuple(voice for voice in voices if _key(voice.fields[name]) != _key(before)):
            conflicts.append((dataclasses.replace(own, fields={name: before}), *other))
    return _Found(_put_together(taken), tuple(conflicts))


def _put_together(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return the voices with the fields of each speaker in one."""
    together: dict[tuple[object, ...], Voice] = {}
    for voice in voices:
        speaker = (voice.by, voice.on, voice.sources)
        known = together.get(speaker, voice)
        together[speaker] = dataclasses.replace(known, fields={**known.fields, **voice.fields})
    return tuple(together.values())


def _voices(own: Voice, said: Sequence[Statement]) -> tuple[Voice, ...]:
    """Return the statements with those alike put together, in the order of the sources."""
    alike: dict[tuple[tuple[str, Value], ...], list[Statement]] = {}
    for one in said:
        alike.setdefault(tuple(sorted((name, _key(value)) for name, value in one.fields.items())), []).append(one)
    return tuple(
        Voice(
            group[0].fields,
            ", ".join(dict.fromkeys(_author(one, own.by) for one in group)),
            max(one.on or one.source.on for one in group),
            tuple(dict.fromkeys(one.source.name for one in group)),
        )
        for group in alike.values()
    )


def _author(one: Statement, before: str | None) -> str:
    """Return who says it. A name that stood in the form before says nothing about a new answer."""
    is_prefilled = one.on is None and one.by == before
    return (None if is_prefilled else one.by) or one.source.person or one.source.fallback


def _key(value: Value) -> Value:
    """Return a value as it is compared: blanks, line ends and signs that no form can hold make no difference."""
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return value
    return " ".join("".join(filter(_counts, value)).split())


def _counts(sign: str) -> bool:
    # Ticks and arrows of symbol fonts are private signs, pasted from Word.
    return sign in " \t\n" or (sign.isprintable() and sign != "\ufffd") or unicodedata.category(sign) == "Co"


def _said(answers: Answers, topic: Topic) -> Voice:
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
        if held is not None and (name, held) != ("superseded", False) and _key(held) != ""
    }


def _plan_topics(answers: Answers) -> Iterator[Topic]:
    met: dict[str, int] = {}
    for plan in answers.plans:
        met[plan.type] = met.get(plan.type, 0) + 1
        yield Topic(TopicKind.PLAN, plan.type, met[plan.type])


def _place_of(answers: Answers, topic: Topic) -> int | None:
    places = [place for place, plan in enumerate(answers.plans) if plan.type == topic.id]
    return places[topic.nth - 1] if topic.nth <= len(places) else None


def _applied(answers: Answers, topic: Topic, voice: Voice) -> Answers:
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
