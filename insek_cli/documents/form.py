"""The questionnaire for colleagues: sheets with rows to fill in, holding what is known already. Knows no format."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from insek_cli.core.answers import Answers, PlaceKind, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Condition, Situation, holds
from insek_cli.core.entries import Criterion, PlanType, Question, Section, Support
from insek_cli.core.interview import UNNAMED
from insek_cli.core.scoring import facts_in_force
from insek_cli.core.statements import Topic, TopicKind
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import QuestionKind, SectionId, Status
from insek_cli.documents import wording as w
from insek_cli.documents.condition_words import condition_words
from insek_cli.documents.form_columns import (
    CRITERIA,
    FACTS,
    LINES,
    PLANS,
    SUPPORT,
    WANTED,
    Column,
    numbers,
)
from insek_cli.documents.place import names_of

UNKNOWN_WORD = w.STATUS[Status.UNKNOWN]
KINDS = {PlaceKind.STADT: "Stadt", PlaceKind.GEMEINDE: "Gemeinde"}


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its answer: cells by the key of their column; `words` are the answers to choose from."""

    number: str
    cells: Mapping[str, str]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Questions that belong together."""

    title: str
    intro: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line at the beginning: label and value; only open ones are filled in."""

    label: str
    value: str
    is_open: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The questionnaire."""

    title: str
    header: str
    guide: tuple[str, ...]
    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...]


FEEDBACK_TITLE = "Rückmeldung zu den Kriterien (freiwillig)"
DETAILS_TITLE = "Pläne: was daraus übernommen werden darf"
DETAILS_INTRO = "Nur für Pläne, die vorliegen. Die Nummern sind dieselben wie in der Tabelle davor."
FEEDBACK_INTRO = "Was halten Sie vom Kriterium selbst? 1 heißt gar nicht, 5 heißt sehr."
TITLE_WORD = "Fragebogen"
GUIDE = (
    "Füllen Sie nur die hellen Felder aus. Was Sie nicht wissen, lassen Sie leer oder wählen „weiß nicht“.",
    "Wählen Sie die Antwort aus der Liste. Zu „erfüllt“ und „teilweise erfüllt“ gehört ein Nachweis.",
    "„trifft nicht zu“ zählt nur mit einem Grund.",
    "Tragen Sie unten Ihren Namen oder Ihr Amt ein. In der Spalte „Wer“ steht nur, wer davon abweicht.",
    "Die Spalten zu „nützlich“, „machbar“ und „Bemerkung“ sind freiwillig: Was halten Sie vom Kriterium selbst?",
    "Nummern und Überschriften bleiben bitte, wie sie sind: Daran werden die Antworten erkannt.",
    "Leere Felder löschen nichts, was schon bekannt ist.",
)


def form(catalogue: Catalogue, answers: Answers | None, section: SectionId | None, today: date) -> Form:
    """Return the questionnaire, filled with the answers of today if there are any; one section only if one is named."""
    known = answers or Answers(UNNAMED)
    place = known.municipality
    named = "" if place == UNNAMED else names_of(place).full
    title = f"{TITLE_WORD} {names_of(place).concept}"
    return Form(
        title=f"{title}: {named}" if named else title,
        header=" · ".join(part for part in (title, named, f"Stand {w.day(today)}") if part),
        guide=GUIDE,
        lines=tuple(_lines(catalogue, known)),
        sheets=tuple(_sheets(catalogue, known, section)),
    )


def _lines(catalogue: Catalogue, answers: Answers) -> Iterator[Line]:
    place = answers.municipality
    known = {
        "name": "" if place == UNNAMED else place.name,
        "kind": KINDS[place.kind] if place.kind else "",
        "ags": place.ags or "",
        "inhabitants": str(place.inhabitants or ""),
        "landkreis": place.landkreis or "",
        "catalogue": catalogue.reference,
    }
    for key, label in LINES.items():
        value = known.get(key, "")
        is_identity = key in {"name", "ags", "catalogue"}
        yield Line(label, value, not (is_identity and value), tuple(KINDS.values()) if key == "kind" else ())


@dataclass(frozen=True, slots=True)
class _Source:
    """What rows are made of."""

    catalogue: Catalogue
    answers: Answers
    situation: Situation
    numbers: Mapping[Topic, str]

    def asks(self, condition: Condition | None, *, answered: bool) -> bool:
        """Tell whether something is asked: what is out of play only where it was answered already."""
        return answered or holds(condition, self.situation) is not False

    def proviso(self, condition: Condition | None) -> str:
        """Return „Nur, wenn …“ while nobody knows whether a condition holds."""
        if condition is None or holds(condition, self.situation) is not None:
            return ""
        return f"\n{_proviso(self.catalogue, condition)}"

    def number(self, kind: TopicKind, ident: str) -> str:
        """Return the number of a question, criterion, plan type or kind of support."""
        return self.numbers[Topic(kind, ident)]


def _proviso(catalogue: Catalogue, condition: Condition) -> str:
    return f"(Nur, wenn {condition_words(catalogue, condition)}.)"


def question_texts(catalogue: Catalogue) -> Iterator[tuple[Topic, tuple[str, ...]]]:
    """Yield everything that a questionnaire says about a topic in the columns that are not filled in."""
    for question in catalogue.entries.questions:
        texts = (question.text, question.help or "", f"Wer es weiß: {question.ask}.")
        yield Topic(TopicKind.FACT, question.id), (*texts, *_provisos(catalogue, question.when))
    for kind in catalogue.entries.plans:
        yield Topic(TopicKind.PLAN, kind.id), (kind.title, *_provisos(catalogue, kind.when))
    for one in catalogue.criteria:
        measure = (one.statement, one.met, one.partial, one.title, "Erfüllt, wenn:", "Teilweise, wenn:")
        yield Topic(TopicKind.CRITERION, one.id), (*measure, *_provisos(catalogue, one.when))
    for support in catalogue.entries.support:
        yield Topic(TopicKind.SUPPORT, support.id), (support.title, support.text)


def _provisos(catalogue: Catalogue, condition: Condition | None) -> tuple[str, ...]:
    return () if condition is None else (_proviso(catalogue, condition),)


def _sheets(catalogue: Catalogue, answers: Answers, section: SectionId | None) -> Iterator[Sheet]:
    order = {topic: number for number, topic in numbers(catalogue).items()}
    source = _Source(catalogue, answers, facts_in_force(catalogue, answers), order)
    if section is None:
        facts = _rows(_fact(source, question) for question in catalogue.entries.questions)
        yield Sheet("Angaben", "Angaben zu Gemeinde, Vorhaben und Ablauf.", FACTS, facts)
        plans = tuple(row for kind in catalogue.entries.plans for row in _plans(source, kind))
        yield Sheet("Pläne", "Welche Fachpläne liegen vor, und was darf daraus übernommen werden?", PLANS, plans)
    for place, found in enumerate(catalogue.head.sections, start=1):
        if section in {None, found.id}:
            yield _section(source, found, place)
    if section is None:
        support = tuple(_support(source, kind) for kind in catalogue.entries.support)
        yield Sheet("Unterstützung", "Welche Hilfe wünschen Sie sich?", SUPPORT, support)


def _rows(found: Iterable[Row | None]) -> tuple[Row, ...]:
    return tuple(row for row in found if row is not None)


def _section(source: _Source, section: Section, place: int) -> Sheet:
    criteria = source.catalogue.entries.criteria[section.id]
    rows = _rows(_criterion(source, criterion) for criterion in criteria)
    return Sheet(f"{place} {section.title}", section.intro, CRITERIA, rows)


def _fact(source: _Source, question: Question) -> Row | None:
    facts = source.answers.facts
    if not source.asks(question.when, answered=question.id in facts):
        return None
    words = tuple(choice.title for choice in question.choices)
    help_text = " ".join(part for part in (question.help, question.ask and f"Wer es weiß: {question.ask}.") if part)
    cells = {
        "ident": question.id,
        "question": question.text + source.proviso(question.when),
        "help": help_text,
        "answer": _fact_text(question, source.answers) if question.id in facts else "",
    }
    return Row(source.number(TopicKind.FACT, question.id), cells, (*words, UNKNOWN_WORD) if words else ())


def _fact_text(question: Question, answers: Answers) -> str:
    value = answers.facts[question.id]
    if value is None:
        return UNKNOWN_WORD
    titles = {choice.id: choice.title for choice in question.choices}
    return w.fact(value) if question.kind is not QuestionKind.CHOICE else titles[str(value)]


def _plans(source: _Source, kind: PlanType) -> Iterator[Row]:
    entries = [plan for plan in source.answers.plans if plan.type == kind.id]
    if not source.asks(kind.when, answered=bool(entries)):
        return
    number = source.number(TopicKind.PLAN, kind.id)
    head = {"ident": kind.id, "question": kind.title + source.proviso(kind.when)}
    if not entries:
        yield Row(number, head)
    for nth, entry in enumerate(entries, start=1):
        again = {} if nth == 1 else {"ident": f"{kind.id}#{nth}", "question": f"{kind.title} ({nth}. Eintrag)"}
        yield Row(number if nth == 1 else f"{number}/{nth}", {**head, **again, **_plan_cells(entry)})


def _plan_cells(entry: PlanEntry) -> dict[str, str]:
    return {
        "state": w.ENTRY_STATE[entry.state],
        "title": entry.title or "",
        "data_year": str(entry.data_year or ""),
        "resolved": _day(entry.resolved),
        "area": w.AREA[entry.area] if entry.area else "",
        "format": w.PLAN_FORMAT[entry.format] if entry.format else "",
        "rights": w.RIGHTS[entry.rights] if entry.rights else "",
        "holder": w.HOLDER[entry.holder] if entry.holder else "",
        "holder_name": entry.holder_name or "",
        "note": entry.note or "",
    }


def _day(value: date | None) -> str:
    return w.day(value) if value else ""


def _criterion(source: _Source, criterion: Criterion) -> Row | None:
    answers = source.answers
    answered = criterion.id in answers.criteria or criterion.id in answers.feedback
    if not source.asks(criterion.when, answered=answered):
        return None
    cells = {
        "ident": criterion.id,
        "title": criterion.title,
        "question": criterion.statement + source.proviso(criterion.when),
        "met": criterion.met,
        "partial": criterion.partial,
    }
    return Row(
        source.number(TopicKind.CRITERION, criterion.id),
        {**cells, **_answer_cells(answers, criterion), **_feedback_cells(answers, criterion)},
    )


def _answer_cells(answers: Answers, criterion: Criterion) -> dict[str, str]:
    answer = answers.criteria.get(criterion.id)
    if answer is None:
        return {}
    texts = {"evidence": answer.evidence, "note": answer.note, "reason": answer.reason, "by": answer.by}
    return {"status": w.STATUS[answer.status], **{key: text or "" for key, text in texts.items()}}


def _feedback_cells(answers: Answers, criterion: Criterion) -> dict[str, str]:
    feedback = answers.feedback.get(criterion.id)
    if feedback is None:
        return {}
    marks = {"useful": feedback.useful, "realistic": feedback.realistic}
    return {**{key: str(mark or "") for key, mark in marks.items()}, "remark": feedback.remark or ""}


def _support(source: _Source, kind: Support) -> Row:
    wanted = source.answers.support
    cells = {
        "ident": kind.id,
        "question": kind.title,
        "help": kind.text,
        "wanted": "" if wanted is None else WANTED[kind.id in wanted],
    }
    return Row(source.number(TopicKind.SUPPORT, kind.id), cells)


def printed_texts(catalogue: Catalogue, today: date) -> frozenset[str]:
    """Return what the questionnaire says outside its questions: guide, titles and introductions."""
    blank = form(catalogue, None, None, today)
    guide = (text for place, one in enumerate(blank.guide, start=1) for text in (one, f"{place}. {one}"))
    on_paper = [(DETAILS_TITLE, DETAILS_INTRO), (FEEDBACK_TITLE, FEEDBACK_INTRO)]
    sheets = [(sheet.title, sheet.intro) for sheet in blank.sheets] + on_paper
    heads = (text for title, intro in sheets for text in (title, intro, f"{title}. {intro}"))
    return frozenset((*guide, *heads, w.SELF_ASSESSMENT))
