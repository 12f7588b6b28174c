"""The performance specification: only what is still open, the existing plans as provided, budget, rights, delivery."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from insek_cli.core.answers import EntryState, Rights
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import PlanFormat, Verdict, holds, stands
from insek_cli.core.outline import Chapter
from insek_cli.core.papers import BEGUN, EVIDENCE, BuildingBlock, Finding, Insert, Paper, PaperField, Work
from insek_cli.core.scale import Outcome
from insek_cli.core.steps import waits_for_next
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import CriterionId, Holder, Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_fields import answer_fields
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Kind,
    Runs,
    Signatures,
    paragraph,
    plain,
    strong,
    table,
)
from insek_cli.documents.paper import Inserts, Writing, document_of, evidence, field_holds, first_named, writing
from insek_cli.documents.standing import hardly_answered

NAMED = 5
SIGNATURES = ("Datum", "Vergabestelle")


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A piece of work that is open: the gaps it closes, the chapters for which there is no plan."""

    work: Work
    gaps: tuple[Outcome, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A building block with the pieces of its work that are open."""

    block: BuildingBlock
    work: tuple[OpenWork, ...]


Gaps = Mapping[CriterionId, Outcome]


def tender(assessment: Assessment, paper: Paper) -> Document:
    """Return the performance specification for a municipality."""
    to_do = _to_do(assessment)
    own, blocks = _own_tasks(assessment, paper, to_do), _open_blocks(assessment, paper, to_do)
    fields = {"Eigene Aufgaben": first_named([f"„{title}“" for title in own], NAMED)}
    within = writing(assessment, paper, fields, _findings(own, blocks))
    return document_of(within, _inserts(within, blocks))


def _to_do(assessment: Assessment) -> Gaps:
    """Return the gaps that can be worked on now: neither put off nor waiting for the next concept."""
    return {
        gap.criterion.id: gap
        for gap in assessment.gaps
        if gap.status is not Status.LATER and not waits_for_next(gap.criterion, assessment.situation)
    }


def _own_tasks(assessment: Assessment, paper: Paper, to_do: Gaps) -> list[str]:
    """Return what is open and nobody can be commissioned with; nothing where almost nothing is answered."""
    if hardly_answered(assessment) is not None:
        return []
    return [gap.criterion.title for ident, gap in to_do.items() if ident in paper.own_tasks]


def _open_blocks(assessment: Assessment, paper: Paper, to_do: Gaps) -> tuple[OpenBlock, ...]:
    """Return the building blocks of which something is open."""
    blocks = (OpenBlock(block, tuple(_open_work(assessment, block, to_do))) for block in paper.blocks)
    return tuple(block for block in blocks if block.work)


def _open_work(assessment: Assessment, block: BuildingBlock, to_do: Gaps) -> Iterator[OpenWork]:
    for work in block.work:
        if stands(work.when, work.unless, assessment.situation):
            gaps = tuple(to_do[ident] for ident in work.criteria if ident in to_do)
            chapters = tuple(_without_plan(assessment, work))
            if gaps or chapters:
                yield OpenWork(work, gaps, chapters)


def _without_plan(assessment: Assessment, work: Work) -> Iterator[Chapter]:
    """Yield the chapters of a piece of work that the concept has and no plan feeds that the tender names."""
    named = [outcome for outcome in assessment.plans if _is_provided(outcome) or _is_requested(outcome)]
    fed = {feed.chapter for outcome in named for feed in outcome.type.feeds}
    for ident in work.chapters:
        chapter = assessment.catalogue.chapter[ident]
        if ident not in fed and holds(chapter.when, assessment.situation) is not False:
            yield chapter


def _findings(own: Sequence[str], blocks: Sequence[OpenBlock]) -> AbstractSet[Finding]:
    work = Finding.OPEN_WORK if blocks else Finding.NO_OPEN_WORK
    return {work, Finding.OWN_TASKS} if own else {work}


def _inserts(within: Writing, blocks: Sequence[OpenBlock]) -> Inserts:
    return {
        Insert.PROVIDED_PLANS: lambda _: _provided(within.assessment),
        Insert.OPEN_BLOCKS: lambda _: _blocks(within, blocks),
        Insert.EVIDENCE: lambda _: evidence(within),
        Insert.SIGNATURES: lambda _: (Signatures(SIGNATURES),),
    }


def _provided(assessment: Assessment) -> Iterator[Block]:
    outcomes = [outcome for outcome in assessment.plans if _is_provided(outcome)]
    if not outcomes:
        yield paragraph("Bisher ist kein Plan eingetragen, der gestellt werden kann.")
    else:
        yield table(_PLAN_COLUMNS, [_plan_row(outcome) for outcome in outcomes], caption="Gestellte Pläne")
    asked = [_with_holder(outcome) for outcome in assessment.plans if _is_requested(outcome)]
    if asked:
        yield paragraph(strong("Angefordert; wird nach Eingang weitergegeben: "), f"{'; '.join(asked)}.")


_PROVIDED = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE)
_PLAN_COLUMNS = (
    Column("Plan", 7),
    Column("Stand", 2, Align.RIGHT),
    Column("Form", 3),
    Column("Nutzungsrecht", 4),
    Column("Vorgesehen", 4),
)
_FORMAT = {
    PlanFormat.EDITABLE: "bearbeitbar",
    PlanFormat.PDF: "PDF",
    PlanFormat.PAPER: "Papier",
    None: "noch zu klären",
}
_RIGHTS = {Rights.YES: "geklärt", Rights.NO: "nicht erlaubt", Rights.UNCLEAR: "ungeklärt", None: "ungeklärt"}


def _title(outcome: PlanOutcome) -> str:
    return (outcome.plan.title if outcome.plan is not None else None) or outcome.type.title


def _is_provided(outcome: PlanOutcome) -> bool:
    return outcome.verdict in _PROVIDED


def _is_requested(outcome: PlanOutcome) -> bool:
    return outcome.plan is not None and outcome.plan.state is EntryState.REQUESTED


def _with_holder(outcome: PlanOutcome) -> str:
    """Return the title of a plan, with its holder where that is not the municipality."""
    plan = outcome.plan
    holder = (plan.holder if plan is not None else None) or outcome.type.holder
    name = (plan.holder_name if plan is not None else None) or w.HOLDER[holder]
    return _title(outcome) if holder is Holder.MUNICIPALITY else f"{_title(outcome)} ({name})"


def _plan_row(outcome: PlanOutcome) -> tuple[str | Runs, ...]:
    plan = outcome.plan
    year = plan.data_year if plan is not None else None
    form, rights = (plan.format, plan.rights) if plan is not None else (None, None)
    secret = "; nicht öffentlich" if plan is not None and plan.public is False else ""
    return _with_holder(outcome), str(year or "–"), _FORMAT[form], _RIGHTS[rights] + secret, w.VERDICT[outcome.verdict]


def _blocks(within: Writing, blocks: Sequence[OpenBlock]) -> Iterator[Block]:
    if not blocks:
        yield paragraph("Nach der Selbsteinschätzung ist kein Baustein mehr offen.")
        return
    check = hardly_answered(within.assessment)
    if check is not None:
        yield paragraph(
            f"{check.title}. {check.text} Deshalb stehen hier alle Bausteine. {check.remedy}", kind=Kind.GUIDANCE
        )
    known = answer_fields(within.assessment)
    numbered = [(str(number), _row(within, block)) for number, block in enumerate(blocks, start=1)]
    division = within.paper.division
    if division is None or not field_holds(within, division):
        yield table(_BLOCK_COLUMNS, numbered, caption=_CAPTION)
    else:
        who = within.filled(division.text)
        yield table(_divided_columns(division), [(*row, who) for row in numbered], caption=_CAPTION)
    yield from _at_hand(blocks, known)


_CAPTION = "Offene Bausteine"
_BLOCK_COLUMNS = (Column("Nr.", 1, Align.RIGHT), Column("Leistung", 14))


def _divided_columns(division: PaperField) -> Sequence[Column]:
    return (*_BLOCK_COLUMNS, Column(division.label, 3))


def _row(within: Writing, block: OpenBlock) -> Runs:
    """Return what a building block asks."""
    lines = ((*plain("\n– "), *_asked(within, work)) for work in block.work)
    return *strong(block.block.title), *chain.from_iterable(lines)


def _asked(within: Writing, work: OpenWork) -> Runs:
    """Return what a piece of work asks, and that it has begun."""
    chapters = w.listed([f"„{chapter.title}“" for chapter in work.chapters])
    writer = replace(within, known={**within.known, "Kapitel": chapters})
    if not any(gap.status is Status.PARTIAL for gap in work.gaps):
        return writer.filled(work.work.text)
    return *writer.filled(work.work.text.removesuffix(".")), *plain(" (begonnen).")


def _at_hand(blocks: Sequence[OpenBlock], known: Mapping[str, str]) -> Iterator[Block]:
    """Yield for the official what there is for the blocks; it may name people or what bidders should not see."""
    found = ((block.block, _evidence(known, block.block.criteria)) for block in blocks)
    told = [(*strong(f"{block.title}: "), *plain("; ".join(texts))) for block, texts in found if texts]
    if told:
        yield paragraph(_AT_HAND, kind=Kind.GUIDANCE)
        yield from (paragraph(runs, kind=Kind.GUIDANCE) for runs in told)


_AT_HAND = (
    "Zu diesen Bausteinen liegt nach den Antworten schon etwas vor. "
    "Prüfen Sie vor der Veröffentlichung, was davon Bieter erhalten:"
)


def _evidence(known: Mapping[str, str], criteria: Sequence[CriterionId]) -> list[str]:
    """Return what is given as evidence for criteria that are met or begun, each text once."""
    found = (known.get(f"{field}{criterion}") for field in (EVIDENCE, BEGUN) for criterion in criteria)
    return list(dict.fromkeys(text for text in found if text))
