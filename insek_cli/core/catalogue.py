"""The catalogue: all its entries together, with what is looked up and reckoned prepared once.

The entries themselves (and so the exact format of the files) are in `entries`.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from insek_cli.core.conditions import facts_of
from insek_cli.core.entries import (
    Case,
    Check,
    Criterion,
    Driver,
    Head,
    Landkreis,
    Lever,
    PlanType,
    Profile,
    Programme,
    Question,
    Section,
    Source,
    Statistic,
    Support,
)
from insek_cli.core.occasions import LegalForm, Occasion, Partnership
from insek_cli.core.outline import Chapter
from insek_cli.core.papers import Paper
from insek_cli.core.scale import Scale, scale_of
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import Absent, absent_type
from insek_cli.core.vocabulary import ChapterId

TOPICS = "topics"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that stands in the files, in the order of the catalogue."""

    head: Head
    profile: Profile
    questions: tuple[Question, ...]
    criteria: Mapping[str, tuple[Criterion, ...]]
    plans: tuple[PlanType, ...]
    drivers: tuple[Driver, ...]
    levers: tuple[Lever, ...]
    cases: tuple[Case, ...]
    programmes: tuple[Programme, ...]
    chapters: tuple[Chapter, ...]
    support: tuple[Support, ...]
    sources: tuple[Source, ...]
    checks: tuple[Check, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    landkreise: tuple[Landkreis, ...] = ()
    partnership: Partnership | None = None
    forms: tuple[LegalForm, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A checked catalogue: references hold, order is fixed, units are prepared."""

    entries: Entries
    criteria: tuple[Criterion, ...]
    section_of: Mapping[str, Section]
    question: Mapping[str, Question]
    criterion: Mapping[str, Criterion]
    plan: Mapping[str, PlanType]
    lever: Mapping[str, Lever]
    chapter: Mapping[str, Chapter]
    source: Mapping[str, Source]
    support: Mapping[str, Support]
    question_order: tuple[Question, ...]
    topics: tuple[Chapter, ...]
    fed_by: Mapping[str, tuple[ChapterId, ...]]
    absent: Mapping[str, Absent]
    scale: Scale

    @property
    def head(self) -> Head:
        """Return what stands in catalogue.yaml."""
        return self.entries.head

    @property
    def reference(self) -> str:
        """Return id and version as an answer file names them."""
        return f"{self.head.id}/{self.head.version}"


def catalogue_of(entries: Entries) -> Catalogue:
    """Return the catalogue made of checked entries."""
    sections = entries.head.sections
    criteria = tuple(criterion for section in sections for criterion in entries.criteria[section.id])
    return Catalogue(
        entries=entries,
        criteria=criteria,
        section_of={criterion.id: section for section in sections for criterion in entries.criteria[section.id]},
        question=_by_id(entries.questions),
        criterion=_by_id(criteria),
        plan=_by_id(entries.plans),
        lever=_by_id(entries.levers),
        chapter=_by_id(entries.chapters),
        source=_by_id(entries.sources),
        support=_by_id(entries.support),
        question_order=_dependants_last(entries.questions),
        topics=tuple(chapter for chapter in entries.chapters if chapter.parent == TOPICS),
        fed_by={kind.id: tuple(feed.chapter for feed in kind.feeds) for kind in entries.plans},
        absent={kind.id: absent_type(kind) for kind in entries.plans},
        scale=scale_of(entries.head, [entries.criteria[section.id] for section in sections]),
    )


def _by_id(entries: Iterable[N]) -> dict[str, N]:
    return {entry.id: entry for entry in entries}


def _dependants_last(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the questions so that each comes after those its condition asks for (there are no cycles)."""
    placed: dict[str, Question] = {}
    known = _by_id(questions)

    def place(question: Question) -> None:
        for fact in facts_of(question.when):
            if fact in known and fact not in placed:
                place(known[fact])
        placed[question.id] = question

    for question in questions:
        if question.id not in placed:
            place(question)
    return tuple(placed.values())
