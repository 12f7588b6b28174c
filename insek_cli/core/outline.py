"""The outline of the concept as values: its chapters, and the texts and gaps within them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from insek_cli.core.conditions import Condition
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import ChapterId, Kebab, Part, PlanTypeId, QuestionId, Take
from insek_cli.core.written import Half, Number, Text, Truth


@dataclass(frozen=True, slots=True)
class DraftText:
    """A paragraph, or a hint for its writer: shown where `when` is true and `unless` is not."""

    text: Text
    hint: Truth = False
    when: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class GapLine:
    """A line with its label and what its gap asks for; without `gap` it asks the questions of its chapter.

    take, plans: which plans to look through for it, by what they give to the chapter or by their type.
    """

    label: Text
    gap: Text | None = None
    take: tuple[Take, ...] = ()
    plans: tuple[PlanTypeId, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class LineGap:
    """What a line that several chapters share asks for in one of them."""

    line: Text
    gap: Text


@dataclass(frozen=True, slots=True)
class Field:
    """A field of strengths and weaknesses: what its gaps ask for, and the chapters whose plans and figures prove it."""

    title: Text
    gap: Text
    chapters: tuple[ChapterId, ...]


class PlaceFact(StrEnum):
    """What an answer file says of the municipality itself."""

    AGS = "ags"
    LANDKREIS = "landkreis"
    ASSOCIATION = "association"
    LEADER_REGION = "leader-region"
    INHABITANTS = "inhabitants"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the concept: `when` decides whether the draft has it.

    Where nobody knows, it is left out if `unless` holds; else it stands there, and `unsure` says when to delete it.
    """

    id: Annotated[ChapterId, Kebab]
    title: Text
    guidance: tuple[Text, ...]
    pages: Number | None = None
    most_pages: Half | None = None
    parent: ChapterId | None = None
    annex: Truth = False
    answers: tuple[Text, ...] = ()
    lines: tuple[GapLine, ...] = ()
    gaps: tuple[LineGap, ...] = ()
    place: tuple[PlaceFact, ...] = ()
    facts: tuple[QuestionId, ...] = ()
    parts: tuple[Part, ...] = ()
    text: tuple[DraftText, ...] = ()
    profile: tuple[GapLine, ...] = ()
    fields: tuple[Field, ...] = ()
    when: Condition | None = None
    unless: Condition | None = None
    unsure: Text | None = None


# What stands in guidance, questions and gaps for „Stadt“ or „Gemeinde“.
KIND_FIELD = "Kommune"


def called(chapter: Chapter, kind: str) -> Chapter:
    """Return a chapter whose guidance, questions and gaps call the municipality what it is: „Stadt“ or „Gemeinde“."""

    def told(text: str) -> str:
        return text.replace(f"{{{KIND_FIELD}}}", kind)

    return replace(
        chapter,
        guidance=tuple(map(told, chapter.guidance)),
        answers=tuple(map(told, chapter.answers)),
        lines=tuple(replace(line, gap=line.gap and told(line.gap)) for line in chapter.lines),
        gaps=tuple(replace(found, gap=told(found.gap)) for found in chapter.gaps),
        profile=tuple(replace(line, gap=line.gap and told(line.gap)) for line in chapter.profile),
        fields=tuple(replace(field, gap=told(field.gap)) for field in chapter.fields),
        unsure=chapter.unsure and told(chapter.unsure),
    )


def called_texts(chapter: Chapter) -> Iterator[tuple[Sequence[str | int], str]]:
    """Yield the texts of a chapter in which the municipality is called what it is, with the steps that lead there."""
    yield from ((("guidance", place), text) for place, text in enumerate(chapter.guidance))
    yield from ((("answers", place), text) for place, text in enumerate(chapter.answers))
    gaps: tuple[tuple[str, Sequence[GapLine | LineGap | Field]], ...] = (
        ("lines", chapter.lines),
        ("gaps", chapter.gaps),
        ("profile", chapter.profile),
        ("fields", chapter.fields),
    )
    for key, found in gaps:
        yield from (((key, place, "gap"), part.gap) for place, part in enumerate(found) if part.gap is not None)
    if chapter.unsure is not None:
        yield ("unsure",), chapter.unsure
