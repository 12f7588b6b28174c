"""Compares what several people say with the answers of one municipality: new, same, or in conflict.

Nothing is overwritten: what is new is taken, what contradicts becomes a conflict that somebody has to settle. What is
empty says nothing. „Weiß nicht“ contradicts nobody and gives way to an answer.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from insek_cli.core.answers import UNKNOWN_FACT, Answers, EntryState
from insek_cli.core.statements import (
    Statement,
    Topic,
    TopicKind,
    Value,
    Voice,
    applied,
    bare,
    said_on,
)
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Status


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


def compare(own: Answers, statements: Iterable[Statement]) -> Comparison:
    """Return what is new, same and in conflict, topic by topic; what is new is already in the answers."""
    answers, taken, same = own, list[Taken](), list[Topic]()
    conflicts, homeless = list[Conflict](), list[Statement]()
    for topic, said in _grouped(statements).items():
        before = said_on(own, topic)
        found = _compared(topic, before, _with_lead_said(topic, before, said))
        for voice in found.taken:
            answers = applied(answers, topic, voice)
            taken.append(Taken(topic, voice))
        conflicts += (Conflict(topic, voices) for voices in found.conflicts)
        homeless += found.homeless
        if not (found.taken or found.conflicts or found.homeless):
            same.append(topic)
    return Comparison(answers, tuple(taken), tuple(same), tuple(conflicts), tuple(homeless))


def with_voice(answers: Answers, conflict: Conflict, place: int) -> Answers:
    """Return the answers with one voice of a conflict; what it does not say stays."""
    return applied(answers, conflict.topic, conflict.voices[place])


def with_all_texts(answers: Answers, conflict: Conflict, place: int) -> Answers:
    """Return the answers with one voice of a conflict and the free texts of all, its own first.

    Name and day of an answer are those of the voice chosen, so a text of somebody else begins with the name.
    """
    chosen = conflict.voices[place]
    others = (voice for voice in conflict.voices if voice is not chosen)
    fields = _joined_texts([chosen, *others])
    return applied(answers, conflict.topic, dataclasses.replace(chosen, fields={**chosen.fields, **fields}))


def has_several_texts(conflict: Conflict) -> bool:
    """Tell whether choosing one voice would leave free texts of another behind."""
    told = [
        {name: bare(value) for name, value in voice.fields.items() if name in FREE_TEXTS} for voice in conflict.voices
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
                texts.setdefault(bare(voice.fields[name]), _named_text(voices[0], voice, str(voice.fields[name])))
        if texts:
            joined[name] = "\n".join(texts.values())
    return joined


def _named_text(first: Voice, voice: Voice, text: str) -> str:
    return text if voice.by in {None, first.by} else f"{voice.by}: {text}"


def _grouped(statements: Iterable[Statement]) -> dict[Topic, list[Statement]]:
    grouped: dict[Topic, list[Statement]] = {}
    for statement in statements:
        fields = {name: value for name, value in statement.fields.items() if bare(value) != ""}
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
        elif other := tuple(voice for voice in voices if bare(voice.fields[name]) != bare(before)):
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
        alike.setdefault(tuple(sorted((name, bare(value)) for name, value in one.fields.items())), []).append(one)
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
