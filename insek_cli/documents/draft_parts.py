"""The tables and lists that the outline puts into chapters of the starter concept. One function a part.

What needs more than the assessment (imported data, the finished chapters) is put in by `draft`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.outline import Chapter, Field
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.core.vocabulary import Part, Take
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidenced
from insek_cli.documents.blocks import (
    Block,
    Column,
    Heading,
    Kind,
    PageBreak,
    Run,
    Runs,
    from_origin,
    gap,
    page_of,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.draft_closing import open_point_blocks
from insek_cli.documents.draft_lines import profile_table
from insek_cli.documents.draft_plans import giving, plan_blocks
from insek_cli.documents.draft_register import register_blocks
from insek_cli.documents.plan_citations import NAMED, TAKEN, numbered_title, numbers
from insek_cli.documents.programme_words import caution, programme_status

EMPTY_ROWS = 3
MOST_GOALS = 8  # no more columns are readable on a page; a concept has up to twelve goals, the reader adds columns
MOST_DISTRICTS = 100

Chapters = Sequence[Chapter]


def part_blocks(part: Part, chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield the blocks of a part in a chapter."""
    return _PARTS[part](chapter, assessment, chapters)


def _swot(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    pairs = [chapter.fields[place : place + 2] for place in range(0, len(chapter.fields), 2)]
    for pair in pairs:
        titles = [field.title for field in pair]
        rows = [[gap(field.gap) for field in pair]] * EMPTY_ROWS
        made = table([Column(title) for title in titles], rows, caption=w.listed(titles))
        yield from_origin(made, "die Aussagen sind offen")
        for field in pair:
            yield paragraph(
                strong(f"Belege für {field.title}: "), f"{_evidence(assessment, field)}.", kind=Kind.GUIDANCE
            )
    yield paragraph(strong("Handlungsbedarf"))
    yield points([gap("Handlungsbedarf, aus welchem Thema")] * EMPTY_ROWS, ordered=True)


def _evidence(assessment: Assessment, field: Field) -> str:
    """Return the plans and statistics of a field's chapters: where its points can be proven from."""
    plans = [
        numbers(assessment)[outcome.entry]
        for outcome in assessment.plans
        if outcome.verdict in NAMED and any(feed.chapter in field.chapters for feed in outcome.type.feeds)
    ]
    statistics = [
        statistic.title
        for statistic in assessment.catalogue.entries.statistics
        if not set(statistic.chapters).isdisjoint(field.chapters)
    ]
    parts = (("Pläne", ", ".join(plans)), ("Statistik", "; ".join(statistics)))
    return " · ".join(f"{word} {told}" for word, told in parts if told) or "–"


def _goals(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Nr.", 2),
        Column("Ziel", 7),
        Column("Handlungsbedarf", 5),
        Column("Kennzahl", 5),
        Column("Bis wann", 3),
        Column("Herkunft", 5),
    )
    told = _to_look_through(assessment, chapter, Take.GOALS)
    rows = [
        (f"Z{number}", gap("Ziel"), gap("Nr. des Bedarfs"), gap("woran erkennbar"), gap("Jahr"), where)
        for number, where in enumerate(_sources(told), start=1)
    ]
    yield from_origin(table(columns, rows, caption="Ziele"), _origin_of_rows(told))


def _to_look_through(assessment: Assessment, chapter: Chapter, take: Take) -> list[str]:
    """Return which plans may hold goals or measures; whether they do is for the reader to see."""
    return [f"prüfen: {numbered_title(assessment, outcome)}" for outcome in giving(assessment, chapter, take, TAKEN)]


def _sources(told: Sequence[str]) -> list[Runs]:
    """Return where each goal or measure may come from: one row for every plan to look through, two for new ones."""
    fresh = max(2, EMPTY_ROWS - len(told))
    return [*map(gap, told), *[gap("neu oder aus P…")] * fresh]


def _origin_of_rows(plans: Sequence[str]) -> str:
    """Return where the rows of a table come from; their contents are gaps."""
    return "Herkunft: Planliste; die Inhalte sind offen" if plans else "die Inhalte sind offen"


def _cross_effects(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    topics = [topic.title for topic in chapters if topic.parent is not None]
    goals = min(len(_sources(_to_look_through(assessment, chapter, Take.GOALS))), MOST_GOALS)
    yield paragraph("Tragen Sie + ein, wo ein Ziel ein Thema stärkt, und – wo es stört.", kind=Kind.GUIDANCE)
    rows = [[plain(topic), *[gap("±")] * goals, gap("Folgerung")] for topic in topics]
    columns = (
        Column("Thema", 9),
        *(Column(f"Z{number}", 4) for number in range(1, goals + 1)),
        Column("Was daraus folgt", 9),
    )
    yield table(columns, rows, caption="Wechselwirkungen")


def _measures(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    told = _to_look_through(assessment, chapter, Take.MEASURES)
    if told:
        yield paragraph(
            "In den Plänen der Spalte „Herkunft“ können schon Maßnahmen stehen. Sehen Sie dort nach, übernehmen Sie, "
            "was weiter gilt, mit Seite, und löschen Sie die übrigen Zeilen.",
            kind=Kind.GUIDANCE,
        )
    columns = (
        Column("Nr.", 1),
        Column("Maßnahme", 4),
        Column("Ziel", 2),
        Column("Zuständig", 2),
        Column("Rang", 2),
        Column("Kosten von–bis, Preisstand", 3),
        Column("Förderung", 3),
        Column("Beginn", 2),
        Column("Herkunft", 4),
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
            where,
        )
        for number, where in enumerate(_sources(told), start=1)
    ]
    yield from_origin(table(columns, rows, caption="Maßnahmen", wide=True), _origin_of_rows(told))


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
    yield from _without_concept(assessment)
    if not shown:
        return
    columns = (
        Column("Programm", 4),
        Column("Stand", 3),
        Column("Stützt sich auf Kapitel", 5),
        Column("Maßnahme", 2),
    )
    rows = [
        (
            _programme_title(outcome),
            _programme_status(assessment, outcome),
            _supports(assessment, outcome, chapters),
            gap("M…"),
        )
        for outcome in shown
    ]
    made = table(columns, rows, caption="Förderprogramme und worauf sich ein Antrag stützen kann")
    yield from_origin(made, f"Programme des Katalogs {assessment.catalogue.reference}, eingestuft nach Ihren Antworten")
    for outcome in shown:
        if warning := caution(assessment, outcome):
            yield paragraph(f"{outcome.programme.title} – ", warning, kind=Kind.GUIDANCE)


def _without_concept(assessment: Assessment) -> Iterator[Block]:
    """Yield the programmes that ask for no concept: what the concept can name though nothing hangs on it."""
    titles = [
        _programme_title(outcome)
        for outcome in assessment.programmes
        if outcome.status is ProgrammeStatus.READY and not outcome.programme.needs
    ]
    if titles:
        told = f"{'; '.join(titles)}. Was Sie davon nutzen wollen, gehört mit Maßnahme in die Tabelle."
        yield paragraph(strong("Ohne Konzept zu beantragen, soweit der Text gelesen ist: "), told, kind=Kind.GUIDANCE)


def _programme_status(assessment: Assessment, outcome: ProgrammeOutcome) -> str:
    """Return how a programme stands; what answers of today meet is to be shown anew in the concept being written."""
    if outcome.status is ProgrammeStatus.READY:
        return "nach der Selbsteinschätzung erfüllt, in diesem Konzept zu belegen; Aufruf und Frist prüfen"
    missing = "; ".join(assessment.catalogue.criterion[criterion].title for criterion in outcome.blocked_by)
    return f"{programme_status(outcome)}: {missing}" if missing else programme_status(outcome)


_SHOWN_PROGRAMMES = (ProgrammeStatus.READY, ProgrammeStatus.BLOCKED, ProgrammeStatus.UNCLEAR)


def _programme_title(outcome: ProgrammeOutcome) -> str:
    return w.with_note(outcome.programme.title, outcome.programme.proof)


def _supports(assessment: Assessment, outcome: ProgrammeOutcome, chapters: Chapters) -> Runs:
    """Return the chapters of this concept that an application can lean on, each with its page."""
    needed = outcome.programme.needs
    asked = {chapter for need in needed for chapter in assessment.catalogue.criterion[need].chapters}
    runs: list[Run] = []
    for chapter in (chapter for chapter in chapters if chapter.id in asked and not chapter.annex):
        runs += (*plain(f"{chr(10) if runs else ''}{chapter.title}, Seite\N{NO-BREAK SPACE}"), *page_of(chapter.id))
    return tuple(runs) or gap("Kapitel, Seite")


def _monitoring(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Kennzahl", 4),
        Column("Ziel", 2),
        Column("Ausgangswert", 2),
        Column("Zielwert", 2),
        Column("Quelle", 3),
    )
    row = (gap("Kennzahl"), gap("Z…"), gap("Wert, Jahr"), gap("Wert, Jahr"), gap("Amt oder Statistik"))
    yield table(columns, [row] * EMPTY_ROWS, caption="Kennzahlen für den jährlichen Bericht")


def _review(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (Column("Stand", 2), Column("Maßnahme des bisherigen Konzepts", 5), Column("Wie es weitergeht", 5))
    rows = [(state, gap("Maßnahmen"), gap(then)) for state, then in _REVIEW.items()]
    yield table(columns, rows, caption="Bilanz der Maßnahmen des bisherigen Konzepts")


_REVIEW = {
    "umgesetzt": "was sie bewirkt hat, in einem Satz",
    "begonnen": "als Maßnahme M… weitergeführt, was noch fehlt",
    "übernommen": "als Maßnahme M… in dieses Konzept, was sich ändert",
    "aufgegeben": "Grund",
}


def _districts(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    facts = assessment.situation.facts
    # As many profiles as the first number among the facts of the chapter says.
    number = next((facts[fact] for fact in chapter.facts if not isinstance(facts.get(fact, ""), str)), None)
    count = min(int(number), MOST_DISTRICTS) if number is not None and not isinstance(number, str) else 1
    for district in range(1, count + 1):
        # The first one stands below the guidance of the annex.
        if district > 1:
            yield PageBreak()
        yield Heading(2, f"Ortsteil {district}")
        yield profile_table(chapter, assessment)


def _participation(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Datum", 2),
        Column("Format, Ort", 4),
        Column("Wer war da", 3),
        Column("Anregung", 4),
        Column("Was daraus wurde", 4),
    )
    known = [plain(evidence) for evidence in dict.fromkeys(told for _, told in evidenced(assessment, chapter))]
    formats = [*known, *[gap("Format und Ort")] * max(EMPTY_ROWS - len(known), 1)]
    rows = [
        (gap("Datum"), shown, gap("Gruppe, Anzahl"), gap("Anregung"), gap("übernommen, wo; oder warum nicht"))
        for shown in formats
    ]
    made = table(columns, rows, caption="Beteiligungsprotokoll")
    yield from_origin(made, "Nachweise der Antworten zur Beteiligung; das Übrige ist offen") if known else made


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
}
