"""The closing annexes of the starter concept: what is still open, and where everything comes from."""

from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.outline import Chapter
from insek_cli.core.scale import Outcome
from insek_cli.core.steps import done_anew, in_order
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, who
from insek_cli.documents.blocks import (
    Block,
    Column,
    Kind,
    Paragraph,
    Table,
    from_origin,
    paragraph,
    table,
    text_of,
)
from insek_cli.documents.standing import hardly_answered

Chapters = Sequence[Chapter]


def open_point_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield what is still open in the order of work, what was put off at the end."""
    check = hardly_answered(assessment)
    if check is not None:
        yield paragraph(f"{check.title}. {check.text} {check.remedy}", kind=Kind.GUIDANCE)
        return
    anew = [outcome for outcome in assessment.outcomes if outcome.applicable and _again(assessment, outcome)]
    missing = [outcome for outcome in assessment.gaps if outcome not in anew]
    if missing:
        yield _points(
            "Offene Punkte in der Reihenfolge der Arbeit", "Stand", assessment, in_order(missing, assessment.situation)
        )
    if anew:
        yield _points("Mit diesem Konzept neu zu erfüllen", "Bisheriges Konzept", assessment, anew)
    if not missing and not anew:
        yield paragraph("Kein Punkt ist offen.", origin=ANSWERS)


ANSWERS = "Antworten auf die Kriterien"


def _again(assessment: Assessment, outcome: Outcome) -> bool:
    return done_anew(outcome.criterion, assessment.situation)


def _points(caption: str, standing: str, assessment: Assessment, shown: Sequence[Outcome]) -> Block:
    columns = (Column("Punkt", 5), Column(standing, 3), Column("Tage", 2), Column("Wer, bis wann", 4))
    rows = [
        (
            outcome.criterion.title,
            w.status_word(outcome.status),
            w.days(outcome.weighed.days),
            who(assessment, outcome),
        )
        for outcome in shown
    ]
    return from_origin(table(columns, rows, caption=caption), f"{ANSWERS}; Tage: Annahme des Katalogs")


def origin_blocks(assessment: Assessment, written: Sequence[tuple[Chapter, Sequence[Block]]]) -> Iterator[Block]:
    """Yield per chapter where what stands there comes from, and the answers that speak of it."""
    rows = [row for chapter, blocks in written for row in _origin_rows(chapter, blocks)]
    if rows:
        columns = (Column("Kapitel", 3), Column("Was dort steht", 4), Column("Woher es kommt", 6))
        yield table(columns, rows, caption="Woher die Angaben stammen")
    answered = [(chapter.title, told) for chapter, _ in written if (told := _answers_on(chapter, assessment))]
    if answered:
        titles = (Column("Kapitel", 3), Column("Antworten mit Nachweis", 10))
        yield table(titles, answered, caption="Antworten der Selbsteinschätzung je Kapitel")
    yield paragraph(
        f"Alle Antworten stammen aus der Selbsteinschätzung, ausgewertet zum {w.day(assessment.date)} mit dem Katalog "
        f"{assessment.catalogue.reference}. Titelblatt und Impressum beruhen auf den eigenen Angaben, Hinweise "
        "für die Bearbeitung auf dem Katalog. Was keine Quelle hat, ist als Lücke gekennzeichnet.",
        kind=Kind.SOURCE,
    )


def _origin_rows(chapter: Chapter, blocks: Sequence[Block]) -> Iterator[tuple[str, str, str]]:
    """Yield a row an origin: what comes from it, tables by their caption, paragraphs by their first words."""
    by_origin: dict[str, list[str]] = {}
    for block in blocks:
        if isinstance(block, Paragraph | Table) and block.origin is not None:
            by_origin.setdefault(block.origin, []).append(_named(block, chapter))
    for origin, named in by_origin.items():
        yield chapter.title, _short("; ".join(named[:MOST_NAMED]), len(named) - MOST_NAMED), origin


def _short(named: str, more: int) -> str:
    return f"{named} und {more} weitere" if more > 0 else named


def _named(block: Paragraph | Table, chapter: Chapter) -> str:
    if isinstance(block, Table):
        return f"Tabelle „{block.caption.removesuffix(f': {chapter.title}')}“" if block.caption else "Tabelle"
    words = text_of(block.runs).split()
    return f"„{' '.join(words[:FIRST_WORDS])}{' …' if len(words) > FIRST_WORDS else ''}“"


FIRST_WORDS, MOST_NAMED = 4, 6


def _answers_on(chapter: Chapter, assessment: Assessment) -> str:
    return "; ".join(
        f"{outcome.criterion.title}: {_origin_words(assessment, outcome)}"
        for outcome in assessment.outcomes
        if outcome.applicable
        and outcome.status in {Status.MET, Status.PARTIAL}
        and chapter.id in outcome.criterion.chapters
    )


def _origin_words(assessment: Assessment, outcome: Outcome) -> str:
    return f"{w.status_word(outcome.status)}, {evidence_of(assessment, outcome)}"
