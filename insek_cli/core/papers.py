"""The papers of the catalogue (papers.yaml) as values: worksheet, council paper, tender, letters asking for plans.

Texts hold fields in braces that the program fills, and gaps written as they are read: „[hier: Datum]“.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from insek_cli.core.conditions import Condition
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import ChapterId, CriterionId, Proof, SourceId, Take
from insek_cli.core.written import Positive, Text


class PaperId(StrEnum):
    """A paper that the program can write."""

    WORKSHEET = "worksheet"
    COUNCIL = "council"
    TENDER = "tender"
    REQUEST = "request"


class Form(StrEnum):
    """How a passage is set; a hint is for the person who works on the paper and is deleted before it is sent."""

    BODY = "body"
    POINT = "point"
    NUMBER = "number"
    HINT = "hint"
    SMALL = "small"


class Insert(StrEnum):
    """What the program itself puts into a section, from answers and judgement."""

    PLACE = "place"
    CRITERIA = "criteria"
    PLANS = "plans"
    DRIVERS = "drivers"
    SUPPORT = "support"
    STEPS = "steps"
    SIGNATURES = "signatures"
    STANDING = "standing"
    NEXT_STEPS = "next-steps"
    PROVIDED_PLANS = "provided-plans"
    OPEN_BLOCKS = "open-blocks"
    EVIDENCE = "evidence"
    LETTERS = "letters"
    WANTED_PLANS = "wanted-plans"
    EACH_BASIS = "each-basis"
    WITHOUT_BASIS = "without-basis"


class Finding(StrEnum):
    """What the program finds out by reckoning, so that a part of a paper can depend on it."""

    JUDGED = "judged"
    UNJUDGED = "unjudged"
    OPEN_MUSTS = "open-musts"
    NO_OPEN_MUSTS = "no-open-musts"
    STEPS = "steps"
    OWN_TASKS = "own-tasks"
    OPEN_WORK = "open-work"
    NO_OPEN_WORK = "no-open-work"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or point: shown where `when` is true, `unless` is not and the program found `finding`.

    take: in the list of wishes of a letter, only where one of its plans holds one of these.
    """

    text: Text
    form: Form = Form.BODY
    when: Condition | None = None
    unless: Condition | None = None
    take: tuple[Take, ...] = ()
    finding: Finding | None = None
    proof: Proof | None = None
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperField:
    """A line with a label, such as the number of a council paper."""

    label: Text
    text: Text
    when: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row of a table."""

    cells: tuple[Text, ...]
    when: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with fixed columns; `widths` are their parts of the page."""

    columns: tuple[Text, ...]
    widths: tuple[Positive, ...]
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A part of a paper: heading, fields, table, passages and what the program inserts, in this order."""

    title: Text | None = None
    when: Condition | None = None
    unless: Condition | None = None
    finding: Finding | None = None
    fields: tuple[PaperField, ...] = ()
    table: PaperTable | None = None
    passages: tuple[Passage, ...] = ()
    insert: Insert | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work in a block; open while one of its criteria is a gap or one of its chapters has no plan at all."""

    text: Text
    criteria: tuple[CriterionId, ...] = ()
    chapters: tuple[ChapterId, ...] = ()
    when: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class BuildingBlock:
    """A service that can be ordered: the pieces of work in it that are open."""

    title: Text
    work: tuple[Work, ...]

    @property
    def criteria(self) -> tuple[CriterionId, ...]:
        """The criteria of all its work, each once."""
        return tuple(dict.fromkeys(criterion for work in self.work for criterion in work.criteria))


@dataclass(frozen=True, slots=True)
class Settled:
    """Criteria that a resolution on the concept meets by itself, except where `unless` holds."""

    criteria: tuple[CriterionId, ...]
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, what stands on every page, its parts.

    `own_tasks` are criteria nobody can be commissioned with, `division` the column that says who does a building block,
    `days` the time that letters give for an answer, `sender` the line above their address.
    """

    id: PaperId
    title: Text
    mark: Text
    sections: tuple[PaperSection, ...]
    blocks: tuple[BuildingBlock, ...] = ()
    own_tasks: tuple[CriterionId, ...] = ()
    division: PaperField | None = None
    settles: Settled | None = None
    days: Positive | None = None
    sender: Text | None = None


# Fields named after an entry: „{Nachweis council-resolution}“ of what is met, „{Bisher council-resolution}“ of what has
# begun, „{Beschluss previous-concept}“.
EVIDENCE, BEGUN, RESOLUTION = "Nachweis ", "Bisher ", "Beschluss "

COMMON_FIELDS = frozenset(
    {
        "Gemeinde",
        "die Gemeinde",
        "Die Gemeinde",
        "der Gemeinde",
        "Rat",
        "Konzept",
        "Konzept ausgeschrieben",
        "das Konzept",
        "Das Konzept",
        "Kommune",
        "Gebiet",
        "Verwaltung",
        "Landkreis",
        "LEADER-Region",
        "Einwohnerzahl",
        "Stand",
    }
)
OWN_FIELDS: Mapping[PaperId, AbstractSet[str]] = {
    PaperId.WORKSHEET: frozenset(),
    PaperId.COUNCIL: frozenset({"Eigene Tage", "Fehlendes Unverzichtbares", "Zahl der fehlenden Punkte"}),
    PaperId.TENDER: frozenset({"Eigene Aufgaben"}),
    PaperId.REQUEST: frozenset({"Plan", "Pläne", "Grundlage", "Frist"}),
}
# Only in the text of a piece of work: they are known of it alone.
WORK_FIELDS = frozenset({"Kapitel"})
ALLOWED_INSERTS: Mapping[PaperId, AbstractSet[Insert]] = {
    PaperId.WORKSHEET: frozenset(
        {
            Insert.PLACE,
            Insert.CRITERIA,
            Insert.PLANS,
            Insert.DRIVERS,
            Insert.SUPPORT,
            Insert.STEPS,
        }
    ),
    PaperId.COUNCIL: frozenset({Insert.STANDING, Insert.NEXT_STEPS, Insert.EVIDENCE, Insert.SIGNATURES}),
    PaperId.TENDER: frozenset({Insert.PROVIDED_PLANS, Insert.OPEN_BLOCKS, Insert.EVIDENCE, Insert.SIGNATURES}),
    PaperId.REQUEST: frozenset(
        {Insert.LETTERS, Insert.WANTED_PLANS, Insert.EACH_BASIS, Insert.WITHOUT_BASIS, Insert.SIGNATURES}
    ),
}
_TENDER_FINDINGS = frozenset({Finding.OWN_TASKS, Finding.OPEN_WORK, Finding.NO_OPEN_WORK})
ALLOWED_FINDINGS: Mapping[PaperId, AbstractSet[Finding]] = {
    PaperId.WORKSHEET: frozenset(),
    PaperId.COUNCIL: frozenset(Finding) - _TENDER_FINDINGS,
    PaperId.TENDER: _TENDER_FINDINGS,
    PaperId.REQUEST: frozenset(),
}

Steps = tuple[str | int, ...]


_Conditional = PaperSection | Passage | PaperField | PaperRow | Work


def conditions_in(paper: Paper) -> Iterator[tuple[Steps, Condition]]:
    """Yield every condition of a paper with the steps that lead to it."""
    for steps, part in (*_in_sections(paper), *_beside_sections(paper)):
        if part.when is not None:
            yield (*steps, "when"), part.when
        if part.unless is not None:
            yield (*steps, "unless"), part.unless
    if paper.settles is not None and paper.settles.unless is not None:
        yield ("settles", "unless"), paper.settles.unless


def _in_sections(paper: Paper) -> Iterator[tuple[Steps, _Conditional]]:
    for number, section in enumerate(paper.sections):
        steps: Steps = ("sections", number)
        yield steps, section
        for place, field in enumerate(section.fields):
            yield (*steps, "fields", place), field
        for place, passage in enumerate(section.passages):
            yield (*steps, "passages", place), passage
        for place, row in enumerate(section.table.rows if section.table is not None else ()):
            yield (*steps, "table", "rows", place), row


def _beside_sections(paper: Paper) -> Iterator[tuple[Steps, _Conditional]]:
    for number, block in enumerate(paper.blocks):
        for place, work in enumerate(block.work):
            yield ("blocks", number, "work", place), work
    if paper.division is not None:
        yield ("division",), paper.division


def findings_in(paper: Paper) -> Iterator[tuple[Steps, Finding]]:
    """Yield every finding a part of a paper depends on with the steps that lead to it."""
    for number, section in enumerate(paper.sections):
        if section.finding is not None:
            yield ("sections", number, "finding"), section.finding
        for place, passage in enumerate(section.passages):
            if passage.finding is not None:
                yield ("sections", number, "passages", place, "finding"), passage.finding


def texts_in(paper: Paper) -> Iterator[tuple[Steps, str]]:
    """Yield every text of a paper that may hold fields with the steps that lead to it."""
    yield ("title",), paper.title
    if paper.sender is not None:
        yield ("sender",), paper.sender
    for number, section in enumerate(paper.sections):
        for steps, text in _texts_of(section):
            yield ("sections", number, *steps), text
    for number, block in enumerate(paper.blocks):
        for place, work in enumerate(block.work):
            yield ("blocks", number, "work", place, "text"), work.text
    if paper.division is not None:
        yield ("division", "text"), paper.division.text


def _texts_of(section: PaperSection) -> Iterator[tuple[Steps, str]]:
    if section.title is not None:
        yield ("title",), section.title
    for place, field in enumerate(section.fields):
        yield ("fields", place, "text"), field.text
    for place, passage in enumerate(section.passages):
        yield ("passages", place, "text"), passage.text
    for place, row in enumerate(section.table.rows if section.table is not None else ()):
        for cell, text in enumerate(row.cells):
            yield ("table", "rows", place, "cells", cell), text


FIELD = re.compile(r"\{([^{}]*)\}")


def fields_of(text: str) -> Iterator[str]:
    """Yield the fields in a text."""
    yield from FIELD.findall(text)


def has_stray_brace(text: str) -> bool:
    """Tell whether a brace stands in a text that belongs to no field."""
    rest = FIELD.sub("", text)
    return "{" in rest or "}" in rest
