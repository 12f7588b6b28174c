"""The register of plans in the annex of the starter concept: every plan once, with its sentence and its source."""

from collections.abc import Iterator, Sequence

from insek_cli.core.answers import PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Chapter
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Column,
    Heading,
    Kind,
    Runs,
    from_origin,
    gap,
    paragraph,
    strong,
    table,
)
from insek_cli.documents.plan_citations import (
    NAMED,
    holder_name,
    numbers,
    registered,
    remark,
    sentence,
    source_line,
)
from insek_cli.documents.plan_words import bare_title, free_at, holder_of, is_requested, request_basis

LIST = "Planliste"
SENTENCES = "Planliste, in Sätzen des Katalogs"
CATALOGUE = "Planarten des Katalogs"

_COLUMNS = (
    Column("Nr.", 1),
    Column("Plan", 4),
    Column("Träger", 3),
    Column("Datenstand", 2),
    Column("Beschluss", 2),
    Column("Nutzungsrecht", 2),
    Column("Vermerk", 4),
)


def register_blocks(chapter: Chapter, assessment: Assessment, chapters: Sequence[Chapter]) -> Iterator[Block]:
    """Yield every plan at hand or asked for, its sentence, what is missing, what other offices hold."""
    entered = registered(assessment)
    if entered:
        rows = [_row(assessment, outcome, outcome.plan) for outcome in entered if outcome.plan is not None]
        yield from_origin(table(_COLUMNS, rows, caption="Planregister", wide=True), LIST)
        yield from _sentences(assessment, entered)
    yield from _missing(assessment)
    yield from _wanted(assessment)


def _row(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> tuple[str | Runs, ...]:
    unresolved = "–" if outcome.type.dataset else "ohne Angabe"
    return (
        numbers(assessment)[outcome.entry],
        bare_title(outcome),
        holder_name(assessment, outcome),
        str(plan.data_year) if plan.data_year else gap("Jahr"),
        w.day(plan.resolved) if plan.resolved else unresolved,
        w.RIGHTS[plan.rights] if plan.rights is not None else gap("ja oder nein"),
        remark(outcome),
    )


def _sentences(assessment: Assessment, entered: Sequence[PlanOutcome]) -> Iterator[Block]:
    yield Heading(2, "Wie die Pläne eingebunden sind")
    yield paragraph(
        "Jeder Plan hat hier einen Satz und eine Quellenzeile. Füllen Sie die Lücken, sobald ein Inhalt im Text "
        "steht; im Kapitel genügt dann die Nummer, zum Beispiel „(P1, Seite 12)“.",
        kind=Kind.GUIDANCE,
    )
    for outcome in entered:
        told = sentence(assessment, outcome)
        if told is not None:
            yield paragraph(strong(f"{numbers(assessment)[outcome.entry]}  "), told, origin=SENTENCES)
            if outcome.verdict in NAMED:
                yield paragraph("Quelle: ", source_line(assessment, outcome), kind=Kind.SOURCE, origin=SENTENCES)


def _missing(assessment: Assessment) -> Iterator[Block]:
    titles = [
        bare_title(outcome)
        for outcome in assessment.plans
        if outcome.plan is not None and outcome.verdict is Verdict.MISSING
    ]
    if titles:
        yield paragraph(strong("Nicht vorhanden: "), f"{'; '.join(titles)}.", origin=LIST)


def _wanted(assessment: Assessment) -> Iterator[Block]:
    wanted = [
        outcome
        for outcome in assessment.best_plans.values()
        if outcome.verdict is Verdict.REQUEST and not is_requested(outcome)
    ]
    if wanted:
        titles = (Column("Plan", 3), Column("Bei wem", 3), Column("Weg oder Grundlage", 4))
        made = table(titles, map(_wanted_row, wanted), caption="Noch zu beschaffende Pläne anderer Stellen")
        yield from_origin(made, CATALOGUE)


def _wanted_row(outcome: PlanOutcome) -> tuple[str, str, str]:
    free = free_at(outcome.type)
    return bare_title(outcome), holder_of(outcome), f"frei zu haben: {free}" if free else request_basis(outcome)
