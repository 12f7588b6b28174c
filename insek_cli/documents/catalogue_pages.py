"""A catalogue as a document: one entry with everything that hangs on it, or all of it for a working group."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Condition, facts_of
from insek_cli.core.entries import (
    Chapter,
    Criterion,
    Driver,
    Landkreis,
    Lever,
    PlanType,
    Programme,
    ProgrammeKind,
    Question,
    Source,
    Statistic,
)
from insek_cli.core.occasions import LegalForm, Occasion
from insek_cli.core.scale import units
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Kind,
    Paragraph,
    Runs,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.condition_words import condition_words, per_words
from insek_cli.documents.cooperation_pages import cooperation_tables, form_page, occasion_page
from insek_cli.documents.paper_pages import paper_page, papers_section
from insek_cli.documents.plan_words import whom_to_ask
from insek_cli.documents.source_words import source_line
from insek_cli.documents.statistic_tables import landkreis_page, statistic_page, statistic_tables

_Sourced = Criterion | PlanType | Driver | Lever | Programme | Occasion | LegalForm

KIND_TITLES = {
    "criterion": "Kriterium",
    "question": "Frage",
    "plan": "Planart",
    "driver": "Kostentreiber",
    "lever": "Hebel",
    "programme": "Programm",
    "chapter": "Kapitel",
    "source": "Quelle",
    "support": "Unterstützung",
    "check": "Prüfung",
    "occasion": "Anlass zur Zusammenarbeit",
    "form": "Rechtsform",
    "paper": "Papier",
    "statistic": "Statistik",
    "landkreis": "Landkreis oder kreisfreie Stadt",
}


def catalogue_ids(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the ids that can be shown, by kind."""
    return {kind: list(entries) for kind, entries in _entries(catalogue).items()}


def entry_page(catalogue: Catalogue, ident: str) -> Document:
    """Return what the catalogue says under an id, of every kind that has it; raises KeyError for an unknown one."""
    blocks: list[Block] = []
    for kind, entries in _entries(catalogue).items():
        if ident in entries:
            blocks.append(Heading(2, f"{KIND_TITLES[kind]} {ident}"))
            blocks += _PAGES[kind](catalogue, ident)
    if not blocks:
        raise KeyError(ident)
    return _document(catalogue, blocks)


def catalogue_document(catalogue: Catalogue) -> Document:
    """Return the whole catalogue for discussing it in a working group."""
    head = catalogue.head
    blocks: list[Block] = [
        Heading(1, head.title),
        paragraph(
            f"Katalog {catalogue.reference}, Status: {head.status}. Alle Gewichte, Schwellen und Tage sind Annahmen."
        ),
        _proofs(catalogue),
        *_levels(catalogue),
        *_criteria(catalogue),
        *_questions(catalogue),
        *_plans(catalogue),
        *_costs(catalogue),
        *_programmes(catalogue),
        *_chapters(catalogue),
        *_support(catalogue),
        *_checks(catalogue),
        *cooperation_tables(catalogue),
        *papers_section(catalogue),
        *statistic_tables(catalogue),
        *_sources(catalogue),
    ]
    return _document(catalogue, blocks)


def _document(catalogue: Catalogue, blocks: Sequence[Block]) -> Document:
    footer = f"Katalog {catalogue.reference} ({catalogue.head.status})"
    return Document(catalogue.head.title, catalogue.reference, footer, tuple(blocks))


def _entries(catalogue: Catalogue) -> dict[str, Mapping[str, object]]:
    entries = catalogue.entries
    return {
        "criterion": catalogue.criterion,
        "question": catalogue.question,
        "plan": catalogue.plan,
        "driver": {driver.id: driver for driver in entries.drivers},
        "lever": catalogue.lever,
        "programme": {programme.id: programme for programme in entries.programmes},
        "chapter": catalogue.chapter,
        "source": catalogue.source,
        "support": catalogue.support,
        "check": {check.id: check for check in entries.checks},
        "occasion": {occasion.id: occasion for occasion in entries.occasions},
        "form": {form.id: form for form in entries.forms},
        "paper": {paper.id.value: paper for paper in entries.papers},
        "statistic": {statistic.id: statistic for statistic in entries.statistics},
        "landkreis": {landkreis.id: landkreis for landkreis in entries.landkreise},
    }


def _condition(catalogue: Catalogue, condition: Condition | None) -> str | None:
    return None if condition is None else condition_words(catalogue, condition)


def _line(title: str, text: str | None) -> Iterator[Paragraph]:
    if text:
        yield paragraph(strong(f"{title}: "), text)


def _titles(ids: Iterable[str], known: Mapping[str, Criterion | PlanType | Chapter | Lever]) -> str:
    return ", ".join(f"{known[ident].title} ({ident})" for ident in ids)


def _sources_of(catalogue: Catalogue, ids: Iterable[str]) -> Iterator[Block]:
    yield paragraph(strong("Quellen:"))
    yield points(source_line(catalogue.source[ident]) for ident in ids)


def _criterion_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    criterion = catalogue.criterion[ident]
    yield paragraph(criterion.title, kind=Kind.LEAD)
    yield paragraph(criterion.statement)
    yield from _line("Erfüllt, wenn", criterion.met)
    yield from _line("Teilweise, wenn", criterion.partial)
    yield from _line("Hilfe", criterion.help)
    yield from _line("Nächster Schritt", criterion.remedy)
    yield from _line("Abschnitt", catalogue.section_of[ident].title)
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    yield from _line(
        "Pflichtgrad", f"{w.OBLIGATION[criterion.obligation]}; Grund: {ground}; Gewicht {criterion.weight}"
    )
    yield from _line("Aufwand", f"{w.days(_days(catalogue, criterion))} (Annahme)")
    yield from _line("Gilt nur, wenn", _condition(catalogue, criterion.when))
    yield from _line("Kapitel", _titles(criterion.chapters, catalogue.chapter))
    yield from _line("Pläne", _titles(criterion.plans, catalogue.plan))
    yield from _line("Erst sinnvoll nach", _titles(criterion.after, catalogue.criterion))
    needed = [programme.title for programme in catalogue.entries.programmes if ident in programme.needs]
    yield from _line("Voraussetzung für", ", ".join(needed))
    yield from _sources_of(catalogue, criterion.sources)


def _days(catalogue: Catalogue, criterion: Criterion) -> tuple[int, int]:
    low, high = (criterion.effort or catalogue.head.effort_default).days
    return units(low), units(high)


def _question_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    question: Question = catalogue.question[ident]
    yield paragraph(question.text, kind=Kind.LEAD)
    yield from _line("Hilfe", question.help)
    yield points(f"{choice.title} ({choice.id})" for choice in question.choices)
    yield from _line("Gefragt nur, wenn", _condition(catalogue, question.when))
    yield from _line("Hilft bei", _titles(question.help_for, catalogue.criterion))
    users = [criterion.title for criterion in catalogue.criteria if ident in facts_of(criterion.when)]
    yield from _line("Entscheidet über", ", ".join(users))
    yield from _sources_of(catalogue, question.sources)


def _plan_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    kind = catalogue.plan[ident]
    yield paragraph(kind.title, kind=Kind.LEAD)
    yield from _line("Grundlage", w.with_note(kind.basis, kind.proof))
    yield from _line("Träger", f"{w.HOLDER[kind.holder]}; gilt für: {kind.level}")
    yield from _line("Abstand", kind.interval)
    yield from _line("Alter", _ages(kind))
    yield from _line("Einbinden, Inhalt", kind.content)
    yield from _line("Einbinden, Form", kind.form)
    yield from _line("Rechte", kind.rights)
    yield from _line("Klausel", kind.clause)
    yield points(
        f"{catalogue.chapter[feed.chapter].title}: {w.listed(w.TAKE[take] for take in feed.take)} – {feed.what}"
        for feed in kind.feeds
    )
    yield paragraph(strong("Fallstricke:"))
    yield points(kind.pitfalls)
    if kind.request is not None:
        yield from _line("Anfordern bei", whom_to_ask(kind.request))
        yield from _line("Auf welcher Grundlage", kind.request.basis or "keine besondere Grundlage, freundlich bitten")
        yield from _line("Bitte", kind.request.how)
    users = [criterion.title for criterion in catalogue.criteria if ident in criterion.plans]
    yield from _line("Kann belegen", ", ".join(users))
    yield from _sources_of(catalogue, kind.sources)


def _ages(kind: PlanType) -> str:
    ages = [
        f"{name} ab mehr als {age} Jahren"
        for name, age in (("gelb", kind.yellow), ("rot", kind.red))
        if age is not None
    ]
    return "; ".join([*ages, *([kind.age_note] if kind.age_note else [])]) or "keine Grenze"


def _driver_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    driver: Driver = next(found for found in catalogue.entries.drivers if found.id == ident)
    yield paragraph(driver.title, kind=Kind.LEAD)
    yield from _line("Warum", driver.text)
    yield from _line("Beleg", w.with_note(driver.evidence, driver.proof))
    yield from _line("Wirkt, wenn", _condition(catalogue, driver.when))
    yield from _line("Zählt", per_words(catalogue, driver.per) if driver.per is not None else None)
    yield from _line("Punkte", w.decimal(driver.points))
    yield from _line("Dagegen hilft", _titles(driver.levers, catalogue.lever))
    yield from _sources_of(catalogue, driver.sources)


def _lever_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    lever = catalogue.lever[ident]
    yield paragraph(lever.title, kind=Kind.LEAD)
    yield from _line("Wie", lever.text)
    yield from _line("Beleg", w.with_note(lever.evidence, lever.proof))
    yield from _line("In Gebrauch, wenn", _condition(catalogue, lever.when))
    yield from _line("Zählt", per_words(catalogue, lever.per) if lever.per is not None else None)
    yield from _line("Angeboten, wenn", _condition(catalogue, lever.open_when))
    yield from _line("Punkte", None if lever.points is None else w.decimal(lever.points))
    yield from _line(
        "Hilft gegen", ", ".join(driver.title for driver in catalogue.entries.drivers if ident in driver.levers)
    )
    yield from _sources_of(catalogue, lever.sources)


def _programme_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    programme: Programme = next(found for found in catalogue.entries.programmes if found.id == ident)
    yield paragraph(programme.title, kind=Kind.LEAD)
    yield from _line("Zahlt", programme.funds)
    yield from _line("Zugang", programme.gate_text or _condition(catalogue, programme.gate))
    yield from _line("Das Konzept braucht", _titles(programme.needs, catalogue.criterion))
    yield from _line("Höherer Rang", programme.priority)
    yield from _line("Geschlossen", _closed(programme))
    yield from _line("Stand des Textes", w.with_note(programme.state, programme.proof))
    yield from _line("Wen fragen", programme.ask)
    yield from _line("Hinweis", programme.text)
    yield points(programme.area_duties)
    yield from _sources_of(catalogue, programme.sources)


def _closed(programme: Programme) -> str | None:
    closed = programme.closed
    return closed if closed is None or isinstance(closed, str) else f"nach dem {w.day(closed)}"


def _chapter_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    chapter = catalogue.chapter[ident]
    pages = f" ({w.decimal(chapter.pages)} Seiten)" if chapter.pages is not None else ""
    yield paragraph(f"{chapter.title}{pages}", kind=Kind.LEAD)
    yield points(chapter.guidance)
    yield from _line("Beantwortet", " ".join(chapter.answers))
    feeding = [kind.title for kind in catalogue.entries.plans if ident in catalogue.fed_by[kind.id]]
    yield from _line("Pläne", ", ".join(feeding))
    judging = [criterion.title for criterion in catalogue.criteria if {ident, chapter.parent} & set(criterion.chapters)]
    yield from _line("Kriterien", ", ".join(judging))


def _source_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    source = catalogue.source[ident]
    yield paragraph(source_line(source), kind=Kind.LEAD)
    yield from _line("Hinweis", source.note)
    yield points(f"{kind}: {title}" for kind, title in _using(catalogue, ident))


def _support_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    support = catalogue.support[ident]
    yield paragraph(support.title, kind=Kind.LEAD)
    yield paragraph(support.text)
    yield from _line("Wo", w.with_note(support.where, support.proof))
    yield from _sources_of(catalogue, support.sources)


def _check_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    check = next(found for found in catalogue.entries.checks if found.id == ident)
    yield paragraph(check.title, kind=Kind.LEAD)
    yield paragraph(check.text)
    yield from _line("Abhilfe", check.remedy)
    yield from _line("Meldet sich, wenn", _condition(catalogue, check.when))
    yield from _line("Schwelle", None if check.share is None else f"{w.decimal(check.share * 100)} %")


def _using(catalogue: Catalogue, ident: str) -> Iterator[tuple[str, str]]:
    entries = catalogue.entries
    groups: tuple[tuple[str, Sequence[_Sourced | Statistic | Landkreis]], ...] = (
        ("Kriterium", catalogue.criteria),
        ("Planart", entries.plans),
        ("Kostentreiber", entries.drivers),
        ("Hebel", entries.levers),
        ("Programm", entries.programmes),
        ("Anlass", entries.occasions),
        ("Rechtsform", entries.forms),
        ("Statistik", entries.statistics),
        ("Landkreis", entries.landkreise),
    )
    for kind, group in groups:
        for entry in group:
            if ident in entry.sources:
                yield kind, entry.title


_PAGES: Mapping[str, Callable[[Catalogue, str], Iterator[Block]]] = {
    "criterion": _criterion_page,
    "question": _question_page,
    "plan": _plan_page,
    "driver": _driver_page,
    "lever": _lever_page,
    "programme": _programme_page,
    "chapter": _chapter_page,
    "source": _source_page,
    "support": _support_page,
    "check": _check_page,
    "occasion": occasion_page,
    "form": form_page,
    "paper": paper_page,
    "statistic": statistic_page,
    "landkreis": landkreis_page,
}


def _proofs(catalogue: Catalogue) -> Block:
    """Return how many criteria, plan types, programmes and sources are proven how well."""
    groups: tuple[tuple[str, Sequence[Criterion | PlanType | Programme | Source]], ...] = (
        ("Kriterien", catalogue.criteria),
        ("Planarten", catalogue.entries.plans),
        ("Programme", catalogue.entries.programmes),
        ("Quellen", catalogue.entries.sources),
    )
    columns = (
        Column("Was", 3),
        *(Column(word, 2, Align.RIGHT) for word in PROOF_WORD.values()),
        Column("Summe", 2, Align.RIGHT),
    )
    rows = [
        [title, *(str(sum(entry.proof.value == proof for entry in group)) for proof in PROOF_WORD), str(len(group))]
        for title, group in groups
    ]
    return table(columns, rows, caption="Wie gut die Einträge belegt sind")


def _levels(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Stufen")
    columns = (
        Column("Stufe", 3),
        Column("Unverzichtbares", 2),
        Column("gesichert", 2, Align.RIGHT),
        Column("Soll", 2, Align.RIGHT),
    )
    rows = [
        (
            level.title,
            "–" if level.must is None else {"met": "erfüllt", "partial": "mindestens teilweise"}[level.must.value],
            "–" if level.secured is None else f"{w.decimal(level.secured * 100)} %",
            "–" if level.should is None else f"{w.decimal(level.should * 100)} %",
        )
        for level in catalogue.head.levels
    ]
    yield table(columns, rows)


def _criteria(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Kriterien")
    for section in catalogue.head.sections:
        yield Heading(3, section.title)
        yield paragraph(section.intro)
        group = [criterion for criterion in catalogue.criteria if catalogue.section_of[criterion.id] is section]
        yield table(_CRITERION_COLUMNS, [_criterion_row(catalogue, criterion) for criterion in group], wide=True)


_CRITERION_COLUMNS = (
    Column("Kriterium", 4),
    Column("Grad, Grund, Gewicht", 3),
    Column("Erfüllt, wenn …", 6),
    Column("Teilweise, wenn …", 5),
    Column("Tage", 2, Align.RIGHT),
    Column("Beleg", 3),
)


def _criterion_row(catalogue: Catalogue, criterion: Criterion) -> tuple[Runs | str, ...]:
    quick = " Schnellprüfung." if criterion.quick else ""
    title = (*strong(f"{criterion.title}. "), *plain(f"{criterion.statement}{quick}"))
    degree = f"{w.OBLIGATION[criterion.obligation]}, {w.GROUND[criterion.because]}, {criterion.weight}"
    sources = ", ".join(catalogue.source[source].title for source in criterion.sources)
    proof = f"{PROOF_WORD[criterion.proof.value]}: {sources}"
    return title, degree, criterion.met, criterion.partial, w.days(_days(catalogue, criterion)), proof


PROOF_WORD = {"read": "gelesen", "partly": "zum Teil", "assumption": "Annahme"}


def _plans(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Planarten")
    columns = (
        Column("Plan", 4),
        Column("Grundlage", 5),
        Column("Träger", 2),
        Column("Alter gelb/rot", 2),
        Column("Kapitel", 4),
        Column("Beleg", 2),
    )
    rows = [
        (
            f"{kind.title}{' (üblich)' if kind.common else ''}",
            kind.basis,
            w.HOLDER[kind.holder],
            f"{_age(kind.yellow)} / {_age(kind.red)}",
            ", ".join(catalogue.chapter[chapter].title for chapter in catalogue.fed_by[kind.id]),
            PROOF_WORD[kind.proof.value],
        )
        for kind in catalogue.entries.plans
    ]
    yield table(columns, rows, wide=True)


def _age(years: int | None) -> str:
    return "–" if years is None else str(years)


def _costs(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Kostentreiber")
    columns = (
        Column("Kostentreiber", 3),
        Column("Warum", 5),
        Column("Beleg", 5),
        Column("Punkte", 1, Align.RIGHT),
        Column("Hebel", 4),
    )
    rows = [
        (
            driver.title,
            driver.text,
            w.with_note(driver.evidence, driver.proof),
            w.decimal(driver.points),
            ", ".join(catalogue.lever[lever].title for lever in driver.levers),
        )
        for driver in catalogue.entries.drivers
    ]
    yield table(columns, rows, wide=True)
    yield Heading(2, "Hebel")
    lever_columns = (Column("Hebel", 3), Column("Wie", 6), Column("Beleg", 5), Column("Punkte", 1, Align.RIGHT))
    lever_rows = [
        (
            lever.title,
            lever.text,
            w.with_note(lever.evidence, lever.proof),
            "–" if lever.points is None else w.decimal(lever.points),
        )
        for lever in catalogue.entries.levers
    ]
    yield table(lever_columns, lever_rows, wide=True)
    yield Heading(2, "Belegte Fälle")
    yield paragraph("Einzelfälle, keine Statistik. Beträge wie in der Quelle, nicht auf heutige Preise umgerechnet.")
    case_columns = (
        Column("Gemeinde (Land)", 3),
        Column("Produkt", 3),
        Column("Jahr", 2),
        Column("Kosten", 4),
        Column("Dauer", 2),
        Column("Beleg", 4),
    )
    case_rows = [
        (
            f"{case.municipality} ({case.land})",
            case.product,
            case.year,
            case.cost or "–",
            case.months or "–",
            w.with_note(", ".join(catalogue.source[source].title for source in case.sources), case.proof),
        )
        for case in catalogue.entries.cases
    ]
    yield table(case_columns, case_rows, wide=True)


def _programmes(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Förderprogramme")
    columns = (
        Column("Programm", 4),
        Column("Zahlt", 4),
        Column("Zugang", 4),
        Column("Das Konzept braucht", 3),
        Column("Höherer Rang", 4),
        Column("Stand", 3),
    )
    rows = [
        (
            f"{programme.title} ({_KINDS[programme.kind]})",
            programme.funds,
            programme.gate_text or _condition(catalogue, programme.gate) or "–",
            ", ".join(catalogue.criterion[criterion].title for criterion in programme.needs) or "–",
            programme.priority or "–",
            f"{_closed(programme) or 'offen'}; {programme.state}",
        )
        for programme in catalogue.entries.programmes
    ]
    yield table(columns, rows, wide=True)


_KINDS = {
    ProgrammeKind.PLANNING: "Planung",
    ProgrammeKind.MEASURES: "Maßnahmen",
    ProgrammeKind.BOTH: "Planung und Maßnahmen",
}


def _questions(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Angaben")
    columns = (Column("Frage", 5), Column("Antworten", 4), Column("Gefragt, wenn", 4), Column("Hilfe", 6))
    rows = [
        (
            f"{question.text}{' (Schnellprüfung)' if question.quick else ''}",
            ", ".join(choice.title for choice in question.choices) or "Zahl",
            _condition(catalogue, question.when) or "immer",
            question.help or "–",
        )
        for question in catalogue.entries.questions
    ]
    yield table(columns, rows, wide=True)


def _chapters(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Gliederung")
    columns = (Column("Kapitel", 4), Column("Seiten", 1, Align.RIGHT), Column("Beantwortet", 5), Column("Anleitung", 8))
    rows = [
        (
            chapter.title,
            "–" if chapter.pages is None else w.decimal(chapter.pages),
            " ".join(chapter.answers) or "–",
            " ".join(chapter.guidance),
        )
        for chapter in catalogue.entries.chapters
    ]
    yield table(columns, rows, wide=True)


def _support(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Unterstützung")
    rows = [(kind.title, kind.text, w.with_note(kind.where, kind.proof)) for kind in catalogue.entries.support]
    yield table((Column("Art", 2), Column("Wozu", 4), Column("Wo", 5)), rows, wide=True)


def _checks(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Prüfungen auf Stimmigkeit")
    rows = [(check.title, check.text, check.remedy) for check in catalogue.entries.checks]
    yield table((Column("Prüfung", 3), Column("Was auffällt", 5), Column("Abhilfe", 5)), rows, wide=True)


def _sources(catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "Quellen")
    columns = (
        Column("Quelle", 5),
        Column("Herausgeber", 3),
        Column("Stand", 3),
        Column("Adresse", 4),
        Column("Beleg", 2),
    )
    rows = [
        (source.title, source.issuer, source.date, source.address or "–", PROOF_WORD[source.proof.value])
        for source in catalogue.entries.sources
    ]
    yield table(columns, rows, wide=True)
