"""The tables and lists that the outline puts into chapters of the starter concept. One function a part."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from insek_cli.core.answers import Area, PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Chapter, Feed, Holder, Part, Status
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.core.scale import Outcome
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, who
from insek_cli.documents.blocks import (
    Block,
    Column,
    Heading,
    Kind,
    Runs,
    gap,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import names_of
from insek_cli.documents.plan_words import holder_of, plan_title, request_basis
from insek_cli.documents.programme_words import programme_status

EMPTY_ROWS = 3
MOST_DISTRICTS = 100

Chapters = Sequence[Chapter]


def part_blocks(part: Part, chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield the blocks of a part in a chapter."""
    return _PARTS[part](chapter, assessment, chapters)


def _plans(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield what the plans give to a chapter: what can be used with its citation, what is still to be asked for."""
    fed = [(outcome, feed) for outcome in assessment.plans for feed in outcome.type.feeds if feed.chapter == chapter.id]
    usable = [(outcome, feed) for outcome, feed in fed if outcome.verdict in _NAMED]
    if usable:
        columns = (Column("Plan", 4), Column("Was der Plan hergibt", 5), Column("Befund", 3))
        yield table(
            columns, [_plan_row(outcome, feed) for outcome, feed in usable], caption="Inhalte aus vorhandenen Plänen"
        )
    for outcome, feed in usable:
        yield paragraph(_citation(assessment, outcome))
        yield paragraph("Quelle: ", _source_line(assessment, outcome, feed), kind=Kind.SOURCE)
    requested = [(outcome, feed) for outcome, feed in fed if outcome.verdict is Verdict.REQUEST]
    if requested:
        yield paragraph(strong("Noch anzufordern:"), kind=Kind.GUIDANCE)
        yield points(
            (f"{outcome.type.title} bei: {holder_of(outcome)}. Daraus: {feed.what}." for outcome, feed in requested),
            kind=Kind.GUIDANCE,
        )


_TAKEN = (Verdict.TAKE_OVER, Verdict.UPDATE)
_NAMED = (*_TAKEN, Verdict.REFERENCE)
_ONLY_IN_REGISTER = (Verdict.UNUSABLE, Verdict.REQUEST)


def _plan_row(outcome: PlanOutcome, feed: Feed) -> tuple[str, str, str]:
    reasons = ", ".join(w.REASON[reason] for reason in outcome.reasons)
    takes = w.listed(w.TAKE[take] for take in feed.take)
    verdict = w.VERDICT[outcome.verdict]
    return plan_title(outcome), f"{takes}: {feed.what}", f"{verdict} ({reasons})" if reasons else verdict


def _known(assessment: Assessment, outcome: PlanOutcome) -> dict[str, str]:
    """Return the words of a citation that the answers know."""
    plan = outcome.plan
    title = plan.title if plan is not None and plan.title else outcome.type.title
    known = {"plan": title, "träger": holder_of(outcome)}
    if plan is not None:
        known["träger"] = plan.holder_name or _holder_word(assessment, outcome, plan)
    if plan is not None and plan.data_year:
        known["stand"] = str(plan.data_year)
    elif plan is not None and plan.resolved:
        known["stand"] = w.day(plan.resolved)
    if plan is not None and plan.resolved:
        known["beschluss"] = f"Beschluss vom {w.day(plan.resolved)}"
    if plan is not None and plan.area is Area.WHOLE:
        known["gebiet"] = f"das ganze {names_of(assessment.answers.municipality).territory}"
    if outcome.verdict is Verdict.UNUSABLE:
        known["grund"] = w.REASON[outcome.reasons[0]]
    return known


def _holder_word(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> str:
    holder = plan.holder or outcome.type.holder
    own = names_of(assessment.answers.municipality).full
    return own if holder is Holder.MUNICIPALITY else w.HOLDER[holder]


def _citation(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    patterns = {citation.verdict: citation.text for citation in assessment.catalogue.head.citations}
    pattern = patterns.get(outcome.verdict)
    return plain(plan_title(outcome)) if pattern is None else filled(pattern, _known(assessment, outcome))


def _source_line(assessment: Assessment, outcome: PlanOutcome, feed: Feed) -> Runs:
    head = assessment.catalogue.head
    pattern = head.source_line or "{plan}, {träger}, Datenstand {stand}"
    if outcome.verdict in _TAKEN and head.taken_line:
        pattern = f"{pattern} {head.taken_line}"
    takes = w.listed(w.TAKE[take] for take in feed.take)
    return filled(pattern, {**_known(assessment, outcome), "inhalte": takes})


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
    yield table(columns, rows, caption="Förderprogramme und worauf sich ein Antrag stützen kann")


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
        yield Heading(2, f"Ortsteil {district}")
        rows = [
            ("Name", gap("Name des Ortsteils")),
            ("Einwohner, Stand", gap("Zahl und Stichtag aus dem Melderegister")),
            ("Funktion", gap("wofür der Ortsteil da ist")),
            ("Bedarf", gap("was fehlt")),
            ("Perspektive", gap("was in zehn Jahren gelten soll")),
        ]
        yield table((Column("Merkmal", 1), Column("Aussage", 3)), rows)


def _plan_register(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    entered = [outcome for outcome in assessment.plans if outcome.plan is not None]
    columns = (
        Column("Plan", 4),
        Column("Träger", 3),
        Column("Datenstand", 2),
        Column("Beschluss", 2),
        Column("Nutzungsrecht", 2),
        Column("Vermerk", 4),
    )
    if entered:
        yield table(
            columns, [_register_row(assessment, outcome) for outcome in entered], caption="Planregister", wide=True
        )
    for outcome in entered:
        if outcome.verdict in _ONLY_IN_REGISTER:
            yield paragraph(_citation(assessment, outcome))
    wanted = [
        outcome
        for outcome in assessment.best_plans.values()
        if outcome.plan is None and outcome.verdict is Verdict.REQUEST
    ]
    if wanted:
        rows = [(outcome.type.title, holder_of(outcome), request_basis(outcome)) for outcome in wanted]
        titles = (Column("Plan", 3), Column("Bei wem", 3), Column("Grundlage", 4))
        yield table(titles, rows, caption="Noch nicht eingetragene Pläne anderer Stellen")


def _register_row(assessment: Assessment, outcome: PlanOutcome) -> tuple[str | Runs, ...]:
    plan = outcome.plan
    known = _known(assessment, outcome)
    reasons = ", ".join(w.REASON[reason] for reason in outcome.reasons)
    verdict = w.VERDICT[outcome.verdict]
    rights = {"yes": "ja", "no": "nein", "unclear": "ungeklärt"}.get(plan.rights or "" if plan is not None else "")
    return (
        known["plan"],
        known["träger"],
        str(plan.data_year) if plan is not None and plan.data_year else gap("Jahr"),
        w.day(plan.resolved) if plan is not None and plan.resolved else "ohne Angabe",
        rights or gap("ja / nein"),
        f"{verdict} ({reasons})" if reasons else verdict,
    )


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
    yield table(columns, [row] * EMPTY_ROWS, caption="Beteiligungsprotokoll", wide=True)


def _ideas(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    yield points([gap("Idee, von wem, warum jetzt keine Maßnahme")] * EMPTY_ROWS)


def _open_points(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    columns = (
        Column("Punkt", 4),
        Column("Stand", 2),
        Column("Nächster Schritt", 6),
        Column("Tage", 2),
        Column("Wer, bis wann", 3),
    )
    rows = [
        (
            gap_.criterion.title,
            w.status_word(gap_.status),
            gap_.criterion.remedy,
            w.days(gap_.weighed.days),
            who(assessment, gap_),
        )
        for gap_ in assessment.gaps
    ]
    if rows:
        yield table(columns, rows, caption="Offene Punkte in der Reihenfolge ihrer Dringlichkeit", wide=True)
    else:
        yield paragraph("Kein Punkt ist offen.")


def _origin(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
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
        if outcome.verdict in _NAMED and any(feed.chapter == chapter.id for feed in outcome.type.feeds)
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


_PARTS: Mapping[Part, Callable[[Chapter, Assessment, Chapters], Iterator[Block]]] = {
    Part.PLANS: _plans,
    Part.SWOT: _swot,
    Part.GOALS: _goals,
    Part.CROSS_EFFECTS: _cross_effects,
    Part.PROGRAMMES: _programmes,
    Part.MEASURES: _measures,
    Part.FINANCE: _finance,
    Part.MONITORING: _monitoring,
    Part.REVIEW: _review,
    Part.DISTRICTS: _districts,
    Part.PLAN_REGISTER: _plan_register,
    Part.PARTICIPATION: _participation,
    Part.IDEAS: _ideas,
    Part.OPEN_POINTS: _open_points,
    Part.ORIGIN: _origin,
}
