"""The tables and lists that the outline puts into chapters of the starter concept. One function a part."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Chapter, Part
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Column,
    Heading,
    Kind,
    PageBreak,
    Runs,
    from_origin,
    gap,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.draft_closing import open_point_blocks, origin_blocks
from insek_cli.documents.draft_plans import plan_blocks, register_blocks
from insek_cli.documents.plan_words import plan_title
from insek_cli.documents.programme_words import programme_status

EMPTY_ROWS = 3
MOST_DISTRICTS = 100

Chapters = Sequence[Chapter]


def part_blocks(part: Part, chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield the blocks of a part in a chapter."""
    return _PARTS[part](chapter, assessment, chapters)


def _swot(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    yield table(
        (Column("Stärken", 1), Column("Schwächen", 1)),
        [(gap("Stärke, mit Beleg"), gap("Schwäche, mit Beleg"))] * EMPTY_ROWS,
        caption="Stärken und Schwächen",
    )
    yield table(
        (Column("Chancen", 1), Column("Risiken", 1)),
        [(gap("Chance von außen"), gap("Risiko von außen"))] * EMPTY_ROWS,
        caption="Chancen und Risiken",
    )
    yield paragraph(strong("Handlungsbedarf"))
    yield points([gap("Handlungsbedarf, aus welchem Thema")] * EMPTY_ROWS, ordered=True)


def _goals(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Nr.", 1),
        Column("Ziel", 4),
        Column("Handlungsbedarf", 3),
        Column("Kennzahl", 3),
        Column("Bis wann", 2),
    )
    rows = [
        (f"Z{number}", gap("Ziel"), gap("Nr. des Bedarfs"), gap("woran erkennbar"), gap("Jahr"))
        for number in range(1, EMPTY_ROWS + 1)
    ]
    yield table(columns, rows, caption="Ziele")


def _cross_effects(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    topics = [topic.title for topic in chapters if topic.parent is not None]
    yield paragraph("Tragen Sie + ein, wo ein Ziel ein Thema stärkt, und – wo es stört.", kind=Kind.GUIDANCE)
    rows = [[plain(topic), *[gap("+ / –")] * EMPTY_ROWS, gap("Folgerung")] for topic in topics]
    columns = (
        Column("Thema", 4),
        *(Column(f"Z{number}", 1) for number in range(1, EMPTY_ROWS + 1)),
        Column("Was daraus folgt", 4),
    )
    yield table(columns, rows, caption="Wechselwirkungen")


def _measures(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    sources = [
        plan_title(outcome)
        for outcome in assessment.plans
        if outcome.verdict in {Verdict.TAKE_OVER, Verdict.UPDATE}
        and any(feed.chapter == chapter.id for feed in outcome.type.feeds)
    ]
    if sources:
        yield paragraph(
            f"Maßnahmen stehen schon in: {w.listed(sources)}. Übernehmen Sie sie von dort.", kind=Kind.GUIDANCE
        )
    columns = (
        Column("Nr.", 1),
        Column("Maßnahme", 4),
        Column("Ziel", 1),
        Column("Zuständig", 2),
        Column("Rang", 1),
        Column("Kosten von–bis, Preisstand", 3),
        Column("Förderung", 3),
        Column("Beginn", 2),
        Column("Aus welchem Plan", 3),
    )
    rows = [
        (
            f"M{number}",
            gap("Maßnahme"),
            gap("Z…"),
            gap("Stelle"),
            gap("1–3"),
            gap("Spanne und Jahr"),
            gap("Programm"),
            gap("Jahr"),
            gap("Plan oder neu"),
        )
        for number in range(1, EMPTY_ROWS + 1)
    ]
    yield table(columns, rows, caption="Maßnahmen", wide=True)


def _finance(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    first = assessment.date.year + 1
    columns = (
        Column("Maßnahme", 3),
        Column("Art", 3),
        *(Column(str(year), 2) for year in range(first, first + 5)),
        Column("Im Haushalt?", 3),
    )
    kinds = ("Kosten", "mögliche Förderung", "Eigenanteil")
    rows = [
        [gap("M…") if place == 0 else plain(""), plain(kind), *[gap("€")] * 5, gap("ja / wann")]
        for place, kind in enumerate(kinds)
    ]
    yield table(columns, rows, caption="Kosten- und Finanzierungsübersicht", wide=True)


def _programmes(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    shown = [
        outcome for outcome in assessment.programmes if outcome.status in _SHOWN_PROGRAMMES and outcome.programme.needs
    ]
    if not shown:
        return
    columns = (
        Column("Programm", 4),
        Column("Stand", 3),
        Column("Stützt sich auf Kapitel", 4),
        Column("Seite, Maßnahme", 3),
    )
    rows = [
        (_programme_title(outcome), programme_status(outcome), _supports(assessment, outcome), gap("Seite, M…"))
        for outcome in shown
    ]
    made = table(columns, rows, caption="Förderprogramme und worauf sich ein Antrag stützen kann")
    yield from_origin(made, f"Programme des Katalogs {assessment.catalogue.reference}, eingestuft nach Ihren Antworten")


_SHOWN_PROGRAMMES = (ProgrammeStatus.READY, ProgrammeStatus.BLOCKED, ProgrammeStatus.UNCLEAR)


def _programme_title(outcome: ProgrammeOutcome) -> str:
    return w.with_note(outcome.programme.title, outcome.programme.proof)


def _supports(assessment: Assessment, outcome: ProgrammeOutcome) -> str | Runs:
    chapters = {
        chapter: assessment.catalogue.chapter[chapter].title
        for criterion in outcome.programme.needs
        for chapter in assessment.catalogue.criterion[criterion].chapters
    }
    return ", ".join(chapters.values()) or gap("Kapitel")


def _monitoring(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Kennzahl", 4),
        Column("Ziel", 1),
        Column("Ausgangswert", 2),
        Column("Zielwert", 2),
        Column("Quelle", 3),
    )
    row = (gap("Kennzahl"), gap("Z…"), gap("Wert, Jahr"), gap("Wert, Jahr"), gap("Amt oder Statistik"))
    yield table(columns, [row] * EMPTY_ROWS, caption="Kennzahlen für den jährlichen Bericht")


def _review(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (Column("Maßnahme des bisherigen Konzepts", 5), Column("Stand", 3), Column("Weiter in diesem Konzept", 3))
    row = (gap("Maßnahme"), gap("umgesetzt, begonnen, übernommen oder aufgegeben"), gap("M… oder Grund"))
    yield table(columns, [row] * EMPTY_ROWS, caption="Bilanz der Maßnahmen")


def _districts(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    facts = assessment.situation.facts
    # As many profiles as the first number among the facts of the chapter says.
    number = next((facts[fact] for fact in chapter.facts if not isinstance(facts.get(fact, ""), str)), None)
    count = min(int(number), MOST_DISTRICTS) if number is not None and not isinstance(number, str) else 1
    for district in range(1, count + 1):
        yield PageBreak()
        yield Heading(2, f"Ortsteil {district}")
        rows = [
            ("Name", gap("Name des Ortsteils")),
            ("Einwohner, Stand", gap("Zahl und Stichtag aus dem Melderegister")),
            ("Funktion", gap("wofür der Ortsteil da ist")),
            ("Bedarf", gap("was fehlt")),
            ("Perspektive", gap("was in zehn Jahren gelten soll")),
        ]
        yield table((Column("Merkmal", 1), Column("Aussage", 3)), rows)


def _participation(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Datum", 2),
        Column("Format, Ort", 4),
        Column("Wer war da", 3),
        Column("Anregung", 4),
        Column("Was daraus wurde", 4),
    )
    row = (
        gap("Datum"),
        gap("Format und Ort"),
        gap("Gruppe, Anzahl"),
        gap("Anregung"),
        gap("übernommen, wo; oder warum nicht"),
    )
    yield table(columns, [row] * EMPTY_ROWS, caption="Beteiligungsprotokoll")


def _ideas(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    yield points([gap("Idee, von wem, warum jetzt keine Maßnahme")] * EMPTY_ROWS)


_PARTS: Mapping[Part, Callable[[Chapter, Assessment, Chapters], Iterator[Block]]] = {
    Part.PLANS: plan_blocks,
    Part.SWOT: _swot,
    Part.GOALS: _goals,
    Part.CROSS_EFFECTS: _cross_effects,
    Part.PROGRAMMES: _programmes,
    Part.MEASURES: _measures,
    Part.FINANCE: _finance,
    Part.MONITORING: _monitoring,
    Part.REVIEW: _review,
    Part.DISTRICTS: _districts,
    Part.PLAN_REGISTER: register_blocks,
    Part.PARTICIPATION: _participation,
    Part.IDEAS: _ideas,
    Part.OPEN_POINTS: open_point_blocks,
    Part.ORIGIN: origin_blocks,
}
