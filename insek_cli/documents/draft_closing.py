"""The closing annexes of the starter concept: what is still open, and where everything comes from."""

from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Chapter, Status
from insek_cli.core.scale import Outcome
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, who
from insek_cli.documents.blocks import (
    Block,
    Column,
    Kind,
    paragraph,
    table,
)
from insek_cli.documents.draft_plans import NAMED
from insek_cli.documents.plan_words import plan_title

Chapters = Sequence[Chapter]


def open_point_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield what is still open, most urgent first."""
    columns = (
        Column("Punkt", 5),
        Column("Stand", 3),
        Column("Tage", 2),
        Column("Wer, bis wann", 4),
    )
    rows = [
        (
            gap_.criterion.title,
            w.status_word(gap_.status),
            w.days(gap_.weighed.days),
            who(assessment, gap_),
        )
        for gap_ in assessment.gaps
    ]
    if rows:
        yield table(columns, rows, caption="Offene Punkte in der Reihenfolge ihrer Dringlichkeit")
    else:
        yield paragraph("Kein Punkt ist offen.")


def origin_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield per chapter which plans and which answers stand behind it."""
    columns = (Column("Kapitel", 3), Column("Pläne", 4), Column("Antworten mit Nachweis", 5))
    rows = [row for row in (_origin_row(part, assessment) for part in chapters) if any(row[1:])]
    if rows:
        yield table(
            columns,
            [(title, plans or "–", answers or "–") for title, plans, answers in rows],
            caption="Woher die Angaben stammen",
        )
    yield paragraph(
        f"Alle Angaben stammen aus der Selbsteinschätzung vom {w.day(assessment.date)} mit dem Katalog "
        f"{assessment.catalogue.reference}. Was keine Quelle hat, ist als Lücke gekennzeichnet.",
        kind=Kind.SOURCE,
    )


def _origin_row(chapter: Chapter, assessment: Assessment) -> tuple[str, str, str]:
    plans = [
        plan_title(outcome)
        for outcome in assessment.plans
        if outcome.verdict in NAMED and any(feed.chapter == chapter.id for feed in outcome.type.feeds)
    ]
    answered = [
        f"{outcome.criterion.title}: {_origin_words(assessment, outcome)}"
        for outcome in assessment.outcomes
        if outcome.applicable
        and outcome.status in {Status.MET, Status.PARTIAL}
        and chapter.id in outcome.criterion.chapters
    ]
    return chapter.title, "; ".join(plans), "; ".join(answered)


def _origin_words(assessment: Assessment, outcome: Outcome) -> str:
    return f"{w.status_word(outcome.status)}, {evidence_of(assessment, outcome)}"
