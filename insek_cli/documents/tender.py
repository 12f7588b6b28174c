"""The performance specification: only what is still open, the existing plans as provided, budget, rights, delivery."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from insek_cli.core.answers import EntryState, Rights
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import PlanFormat, Verdict, holds, stands
from insek_cli.core.papers import BEGUN, EVIDENCE, BuildingBlock, Finding, Insert, Paper, PaperField, Work
from insek_cli.core.plans import fed_chapters
from insek_cli.core.scale import Outcome
from insek_cli.core.steps import waits_for_next
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Holder, Status
from insek_cli.documents import wording as w
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


def tender(assessment: Assessment, paper: Paper) -> Document:
    """Return the performance specification for a municipality."""
    own = _own_tasks(assessment, paper)
    fields = {"Eigene Aufgaben": first_named([f"„{title}“" for title in own], NAMED)}
    within = writing(assessment, paper, fields, {Finding.OWN_TASKS} if own else frozenset())
    return document_of(within, _inserts(within))


def _own_tasks(assessment: Assessment, paper: Paper) -> list[str]:
    """Return what is open and nobody can be commissioned with; nothing where almost nothing is answered."""
    if hardly_answered(assessment) is not None:
        return []
    return [gap.criterion.title for gap in _to_do(assessment) if gap.criterion.id in paper.own_tasks]


def _to_do(assessment: Assessment) -> list[Outcome]:
    """Return the gaps that can be worked on now: neither put off nor waiting for the next concept."""
    return [
        gap
        for gap in assessment.gaps
        if gap.status is not Status.LATER and not waits_for_next(gap.criterion, assessment.situation)
    ]


def _inserts(within: Writing) -> Inserts:
    return {
        Insert.PROVIDED_PLANS: lambda _: _provided(within.assessment),
        Insert.OPEN_BLOCKS: lambda _: _open_blocks(within),
        Insert.EVIDENCE: lambda _: evidence(within),
        Insert.SIGNATURES: lambda _: (Signatures(SIGNATURES),),
    }


def _provided(assessment: Assessment) -> Iterator[Block]:
    outcomes = [outcome for outcome in assessment.plans if outcome.verdict in _PROVIDED]
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


def _open_blocks(within: Writing) -> Iterator[Block]:
    rows = [row for block in within.paper.blocks if (row := _block(within, block)) is not None]
    if not rows:
        yield paragraph("Nach der Selbsteinschätzung ist kein Baustein mehr offen.")
        return
    check = hardly_answered(within.assessment)
    if check is not None:
        yield paragraph(
            f"{check.title}. {check.text} Deshalb stehen hier alle Bausteine. {check.remedy}", kind=Kind.GUIDANCE
        )
    numbered = [(str(number), row) for number, row in enumerate(rows, start=1)]
    division = within.paper.division
    if division is None or not field_holds(within, division):
        yield table(_BLOCK_COLUMNS, numbered, caption=_CAPTION)
    else:
        who = within.filled(division.text)
        yield table(_divided_columns(division), [(*row, who) for row in numbered], caption=_CAPTION)


_CAPTION = "Offene Bausteine"
_BLOCK_COLUMNS = (Column("Nr.", 1, Align.RIGHT), Column("Leistung und was dazu vorliegt", 14))


def _divided_columns(division: PaperField) -> Sequence[Column]:
    return (*_BLOCK_COLUMNS, Column(division.label, 3))


def _block(within: Writing, block: BuildingBlock) -> Runs | None:
    """Return what a building block asks and what there is for it, None where nothing of it is open."""
    open_work = [line for work in block.work if (line := _open_work(within, work)) is not None]
    if not open_work:
        return None
    lines = chain.from_iterable((*plain("\n– "), *line) for line in open_work)
    return *strong(block.title), *lines, *plain("".join(f"\n{line}" for line in _at_hand(within, block)))


def _open_work(within: Writing, work: Work) -> Runs | None:
    """Return what a piece of work asks where it is open."""
    assessment = within.assessment
    if not stands(work.when, work.unless, assessment.situation):
        return None
    wanted = [gap for gap in _to_do(assessment) if gap.criterion.id in work.criteria]
    unfed = _unfed(assessment, work)
    if not wanted and not unfed:
        return None
    begun = any(gap.status is Status.PARTIAL for gap in wanted)
    text = f"{work.text.removesuffix('.')} (begonnen)." if begun else work.text
    return replace(within, known={**within.known, "Kapitel": w.listed(unfed)}).filled(text)


def _unfed(assessment: Assessment, work: Work) -> list[str]:
    """Return the chapters of a piece of work that the concept has and no usable plan feeds."""
    fed = fed_chapters(assessment.best_plans)
    chapters = [assessment.catalogue.chapter[ident] for ident in work.chapters if ident not in fed]
    return [f"„{one.title}“" for one in chapters if holds(one.when, assessment.situation) is not False]


def _at_hand(within: Writing, block: BuildingBlock) -> Iterator[str]:
    """Yield the evidence of what of a block is done or begun; titles of criteria would say nothing to a bidder."""
    for word, field in (("Liegt vor", EVIDENCE), ("Begonnen", BEGUN)):
        if found := _evidence(within, block, field):
            yield f"{word}: {'; '.join(found)}"


def _evidence(within: Writing, block: BuildingBlock, field: str) -> list[str]:
    """Return what is given as evidence for the criteria of a block, each text once."""
    found = (within.known.get(f"{field}{criterion}") for criterion in block.criteria)
    return list(dict.fromkeys(text for text in found if text))
