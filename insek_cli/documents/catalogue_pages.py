"""An entry of a catalogue as a page, with everything that hangs on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import facts_of
from insek_cli.core.entries import Criterion, Driver, Landkreis, Lever, PlanType, Programme, Question, Statistic
from insek_cli.core.occasions import LegalForm, Occasion
from insek_cli.core.outline import Chapter, called
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Document,
    Heading,
    Kind,
    Paragraph,
    paragraph,
    points,
    strong,
)
from insek_cli.documents.catalogue_words import catalogue_paper, closed_text, condition_text, effort_of
from insek_cli.documents.condition_words import per_words
from insek_cli.documents.cooperation_pages import form_page, occasion_page
from insek_cli.documents.paper_pages import paper_page
from insek_cli.documents.place import ANY_KIND
from insek_cli.documents.plan_words import whom_to_ask
from insek_cli.documents.source_words import source_line
from insek_cli.documents.statistic_tables import landkreis_page, statistic_page

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
    return catalogue_paper(catalogue, blocks)


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
    yield from _line("Aufwand", f"{w.days(effort_of(catalogue, criterion))} (Annahme)")
    yield from _line("Gilt nur, wenn", condition_text(catalogue, criterion.when))
    yield from _line("Kapitel", _titles(criterion.chapters, catalogue.chapter))
    yield from _line("Pläne", _titles(criterion.plans, catalogue.plan))
    yield from _line("Erst sinnvoll nach", _titles(criterion.after, catalogue.criterion))
    yield from _line("Erst nach allem Unverzichtbaren, wenn", condition_text(catalogue, criterion.after_musts))
    yield from _line("Erst mit dem nächsten Konzept, wenn", condition_text(catalogue, criterion.next_concept))
    yield from _line("Im Entwurf neu zu erfüllen, wenn", condition_text(catalogue, criterion.anew))
    needed = [programme.title for programme in catalogue.entries.programmes if ident in programme.needs]
    yield from _line("Voraussetzung für", ", ".join(needed))
    yield from _sources_of(catalogue, criterion.sources)


def _question_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    question: Question = catalogue.question[ident]
    yield paragraph(question.text, kind=Kind.LEAD)
    yield from _line("Hilfe", question.help)
    yield points(f"{choice.title} ({choice.id})" for choice in question.choices)
    yield from _line("Gefragt nur, wenn", condition_text(catalogue, question.when))
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
    yield from _line("Daraus darf öffentlich sein", kind.public_part)
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
        yield from _line("Bitte um", kind.request.how)
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
    yield from _line("Wirkt, wenn", condition_text(catalogue, driver.when))
    yield from _line("Zählt", per_words(catalogue, driver.per) if driver.per is not None else None)
    yield from _line("Punkte", w.decimal(driver.points))
    yield from _line("Dagegen hilft", _titles(driver.levers, catalogue.lever))
    yield from _sources_of(catalogue, driver.sources)


def _lever_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    lever = catalogue.lever[ident]
    yield paragraph(lever.title, kind=Kind.LEAD)
    yield from _line("Wie", lever.text)
    yield from _line("Beleg", w.with_note(lever.evidence, lever.proof))
    yield from _line("In Gebrauch, wenn", condition_text(catalogue, lever.when))
    yield from _line("Zählt", per_words(catalogue, lever.per) if lever.per is not None else None)
    yield from _line("Angeboten, wenn", condition_text(catalogue, lever.open_when))
    yield from _line("Punkte", None if lever.points is None else w.decimal(lever.points))
    yield from _line(
        "Hilft gegen", ", ".join(driver.title for driver in catalogue.entries.drivers if ident in driver.levers)
    )
    yield from _sources_of(catalogue, lever.sources)


def _programme_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    programme: Programme = next(found for found in catalogue.entries.programmes if found.id == ident)
    yield paragraph(programme.title, kind=Kind.LEAD)
    yield from _line("Zahlt", programme.funds)
    yield from _line("Zugang", programme.gate_text or condition_text(catalogue, programme.gate))
    yield from _line("Das Konzept braucht", _titles(programme.needs, catalogue.criterion))
    yield from _line("Höherer Rang", programme.priority)
    yield from _line("Geschlossen", closed_text(programme))
    yield from _line("Stand des Textes", w.with_note(programme.state, programme.proof))
    yield from _line("Wen fragen", programme.ask)
    yield from _line("Hinweis", programme.text)
    yield points(programme.area_duties)
    yield from _sources_of(catalogue, programme.sources)


def _chapter_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    chapter = called(catalogue.chapter[ident], ANY_KIND)
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
    yield from _line("Meldet sich, wenn", condition_text(catalogue, check.when))
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
