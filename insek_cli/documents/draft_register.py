"""The register of plans in the annex of the starter concept: every plan and every fact on it once."""

from collections.abc import Iterator, Sequence

from insek_cli.core.answers import PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.outline import Chapter
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.addressees import office
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
from insek_cli.documents.plan_citations import TAKEN, holder_name, numbers, registered, source_line, told
from insek_cli.documents.plan_words import bare_title, free_at, is_lacking, is_requested, is_to_ask_for, request_basis

LIST = "Planliste"
SENTENCES = "Planliste, in Sätzen des Katalogs"
CATALOGUE = "Planarten des Katalogs"

_COLUMNS = (
    Column("Nr.", 1),
    Column("Plan", 5),
    Column("Träger", 4),
    Column("Datenstand", 2),
    Column("Beschluss", 2),
    Column("Nutzungsrecht", 2),
    Column("Befund", 3),
)


def register_blocks(chapter: Chapter, assessment: Assessment, chapters: Sequence[Chapter]) -> Iterator[Block]:
    """Yield every plan at hand or asked for, its sentences, what is missing, what other offices hold."""
    entered = registered(assessment)
    if entered:
        rows = [_row(assessment, outcome, outcome.plan) for outcome in entered if outcome.plan is not None]
        yield from_origin(table(_COLUMNS, rows, caption="Planregister", wide=True), LIST)
        yield from _sentences(assessment, entered)
    yield from _missing(assessment)
    yield from _wanted(assessment)


def _row(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> tuple[str | Runs, ...]:
    unresolved = "–" if outcome.type.dataset else _unknown(outcome, "Tag oder „ohne“")
    return (
        numbers(assessment)[outcome.entry],
        bare_title(outcome),
        holder_name(assessment, outcome),
        str(plan.data_year) if plan.data_year else _unknown(outcome, "Jahr"),
        w.day(plan.resolved) if plan.resolved else unresolved,
        w.RIGHTS[plan.rights] if plan.rights is not None else _unknown(outcome, "ja oder nein"),
        w.REASON[Reason.REQUESTED] if is_requested(outcome) else w.VERDICT[outcome.verdict],
    )


def _unknown(outcome: PlanOutcome, asked: str) -> str | Runs:
    """Return what stands for what nobody has said: a gap, unless the plan is not there yet or not used."""
    if is_requested(outcome):
        return "–"
    return "ohne Angabe" if outcome.verdict is Verdict.UNUSABLE else gap(asked)


def _sentences(assessment: Assessment, entered: Sequence[PlanOutcome]) -> Iterator[Block]:
    yield Heading(2, "Wie die Pläne eingebunden sind")
    yield from _how_to_cite(assessment, entered)
    for outcome in entered:
        number, said = numbers(assessment)[outcome.entry], told(assessment, outcome)
        if said.sentence:
            yield paragraph(strong(f"{number}  "), said.sentence, origin=SENTENCES)
        if said.tasks:
            yield paragraph(strong(f"Noch zu {number}: "), said.tasks, kind=Kind.GUIDANCE)
        note = (outcome.plan.note if outcome.plan is not None else None) or ""
        if note.strip():
            yield paragraph(strong(f"Ihre Notiz zu {number}: "), note.strip(), kind=Kind.GUIDANCE)


def _how_to_cite(assessment: Assessment, entered: Sequence[PlanOutcome]) -> Iterator[Block]:
    """Yield how to refer to a plan, with the full source of the first plan and of the first mere data."""
    yield paragraph(
        "Füllen Sie die Lücken, sobald ein Inhalt im Text steht; im Kapitel genügt dann die Nummer, zum Beispiel "
        "„(P1, Seite 12)“. Unter einer übernommenen Tabelle oder Karte steht die volle Quelle.",
        kind=Kind.GUIDANCE,
    )
    named = {outcome.type.dataset: outcome for outcome in reversed(entered) if outcome.verdict in TAKEN}
    for _, outcome in sorted(named.items()):
        yield paragraph("Zum Beispiel „Quelle: ", source_line(assessment, outcome), "“", kind=Kind.GUIDANCE)


def _missing(assessment: Assessment) -> Iterator[Block]:
    titles = [bare_title(outcome) for outcome in assessment.plans if outcome.plan is not None and is_lacking(outcome)]
    if titles:
        yield paragraph(strong("Nicht vorhanden: "), f"{'; '.join(titles)}.", origin=LIST)


def _wanted(assessment: Assessment) -> Iterator[Block]:
    wanted = [outcome for outcome in assessment.best_plans.values() if is_to_ask_for(outcome)]
    if wanted:
        titles = (Column("Plan", 3), Column("Bei wem", 3), Column("Weg oder Grundlage", 4))
        rows = [_wanted_row(assessment, outcome) for outcome in wanted]
        made = table(titles, rows, caption="Noch zu beschaffende Pläne anderer Stellen")
        yield from_origin(made, CATALOGUE)


def _wanted_row(assessment: Assessment, outcome: PlanOutcome) -> tuple[str, str, str]:
    free = free_at(outcome.type)
    return (
        bare_title(outcome),
        office(assessment, outcome),
        f"frei zu haben: {free}" if free else request_basis(outcome),
    )
