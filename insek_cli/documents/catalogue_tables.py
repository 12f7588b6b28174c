"""The whole catalogue as tables, for discussing it in a working group."""

from collections.abc import Iterator, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion, PlanType, Programme, Source
from insek_cli.core.outline import called
from insek_cli.core.vocabulary import ProgrammeKind
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Runs,
    paragraph,
    plain,
    strong,
    table,
)
from insek_cli.documents.catalogue_words import catalogue_paper, closed_text, condition_text, effort_of
from insek_cli.documents.cooperation_pages import cooperation_tables
from insek_cli.documents.paper_pages import papers_section
from insek_cli.documents.place import ANY_KIND
from insek_cli.documents.statistic_tables import statistic_tables


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
    return catalogue_paper(catalogue, blocks)


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
    return title, degree, criterion.met, criterion.partial, w.days(effort_of(catalogue, criterion)), proof


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
            programme.gate_text or condition_text(catalogue, programme.gate) or "–",
            ", ".join(catalogue.criterion[criterion].title for criterion in programme.needs) or "–",
            programme.priority or "–",
            f"{closed_text(programme) or 'offen'}; {programme.state}",
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
            condition_text(catalogue, question.when) or "immer",
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
        for chapter in (called(chapter, ANY_KIND) for chapter in catalogue.entries.chapters)
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
