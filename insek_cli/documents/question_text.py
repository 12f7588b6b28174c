"""What is shown before a question is asked: its text, what the answers mean, and help on demand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from insek_cli.core.answers import CriterionAnswer, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion, PlanType, Question, Support
from insek_cli.core.interview import (
    CriterionStep,
    FactStep,
    PlaceStep,
    PlanGroup,
    PlanListStep,
    PlanStep,
    Step,
    SupportStep,
)
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Heading, Kind, paragraph, plain, points, strong
from insek_cli.documents.plan_words import whom_to_ask


def criterion_blocks(criterion: Criterion) -> Iterator[Block]:
    """Yield title, statement and what „erfüllt“ and „teilweise“ mean."""
    yield Heading(2, criterion.title)
    yield paragraph(criterion.statement, kind=Kind.LEAD)
    yield paragraph(strong("Erfüllt, wenn: "), criterion.met)
    yield paragraph(strong("Teilweise, wenn: "), criterion.partial)


def answer_blocks(answer: CriterionAnswer | None) -> Iterator[Block]:
    """Yield what was answered so far, if anything."""
    if answer is None:
        return
    beside = (
        ("Nachweis", answer.evidence),
        ("Notiz", answer.note),
        ("Grund", answer.reason),
        ("Zuständig", answer.owner),
        ("Frist", w.day(answer.due) if answer.due else None),
        ("Gemerkt", "ja" if answer.flagged else None),
    )
    said = "; ".join(f"{word}: {text}" for word, text in beside if text)
    status = f"Bisher: {w.STATUS[answer.status]}{_by_whom(answer)}"
    yield paragraph(f"{status}; {said}" if said else status, kind=Kind.NOTE)


def _by_whom(answer: CriterionAnswer) -> str:
    parts = [answer.by or "", w.day(answer.on) if answer.on else ""]
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def criterion_help(catalogue: Catalogue, criterion: Criterion) -> Iterator[Block]:
    """Yield help, obligation, plans that can prove it and sources."""
    yield paragraph(criterion.help)
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    yield paragraph(f"Pflichtgrad: {w.OBLIGATION[criterion.obligation]}. Grund: {ground}.")
    if criterion.plans:
        titles = [catalogue.plan[plan].title for plan in criterion.plans]
        yield paragraph(strong("Diese Pläne können es belegen: "), f"{'; '.join(titles)}.")
    yield paragraph(strong("Quellen:"))
    yield points(
        w.with_note(catalogue.source[source].title, catalogue.source[source].proof) for source in criterion.sources
    )


def question_blocks(question: Question) -> Iterator[Block]:
    """Yield the question."""
    yield Heading(2, question.text)


def question_help(question: Question) -> Iterator[Block]:
    """Yield the help of a question."""
    yield paragraph(question.help or "Zu dieser Frage gibt es keine weitere Hilfe.")
    if question.ask is not None:
        yield paragraph(f"Wer es wissen könnte: {question.ask}.")


def plan_blocks(kind: PlanType) -> Iterator[Block]:
    """Yield title of a plan type and who usually has it."""
    yield Heading(2, f"Plan: {kind.title}")
    duty = "Pflicht" if kind.duty else "freiwillig"
    yield paragraph(f"Üblicher Träger: {w.HOLDER[kind.holder]}; {duty}. Gilt für: {kind.level}.", kind=Kind.LEAD)


def plan_list_blocks(step: PlanListStep) -> Iterator[Block]:
    """Yield what ticking means."""
    title, text = _PLAN_LISTS[step.group]
    yield Heading(2, title)
    yield paragraph(text, kind=Kind.LEAD)


_NOT_TICKED = "Nicht angekreuzt heißt: gibt es nicht oder liegt nicht vor."
_PLAN_LISTS: Mapping[PlanGroup, tuple[str, str]] = {
    PlanGroup.COMMON: (
        "Welche dieser gängigen Pläne gibt es?",
        f"Kreuzen Sie an, was es gibt, auch wenn es beim Landkreis oder anderswo liegt. {_NOT_TICKED}",
    ),
    PlanGroup.OTHER: (
        "Gibt es auch einen dieser weiteren Pläne?",
        f"Viele Gemeinden haben davon nur wenige. {_NOT_TICKED}",
    ),
}


def plan_entries_blocks(kind: PlanType, entries: Sequence[PlanEntry]) -> Iterator[Block]:
    """Yield what is known of the plans of a type, if more than that there is one."""
    told = [entry for entry in entries if entry != PlanEntry(kind.id)]
    if told:
        yield points(f"Bisher: {entry_title(entry, kind)}, {w.ENTRY_STATE[entry.state]}" for entry in told)


def entry_title(entry: PlanEntry, kind: PlanType) -> str:
    """Return how an entry is told from others of its type."""
    year = f" ({entry.data_year})" if entry.data_year else ""
    return f"{entry.title or kind.title}{year}"


def support_blocks(support: Iterable[Support]) -> Iterator[Block]:
    """Yield the question for support and what each kind means."""
    yield Heading(2, "Welche Unterstützung wünschen Sie sich?")
    yield points((*strong(f"{kind.title}. "), *plain(kind.text)) for kind in support)


def step_title(step: Step) -> str:
    """Return what a step is called in lists."""
    match step:
        case PlaceStep():
            return "Gemeinde"
        case FactStep(question):
            return question.text
        case PlanListStep(group):
            return _PLAN_LISTS[group][0]
        case PlanStep(kind):
            return f"Plan: {kind.title}"
        case CriterionStep(criterion):
            return criterion.title
        case SupportStep():
            return "Gewünschte Unterstützung"


def place_title(catalogue: Catalogue, place: str) -> str:
    """Return what a place in the answers is called: `criteria.swot` by the title of its criterion."""
    part, _, key = place.partition(".")
    match part:
        case "facts":
            return catalogue.question[key].text
        case "plans":
            return catalogue.plan[key].title
        case "criteria" | "feedback":
            return catalogue.criterion[key].title
        case _:
            return place


def plan_help(kind: PlanType) -> Iterator[Block]:
    """Yield what a plan gives, its basis, and what goes wrong with it."""
    yield paragraph(strong("Grundlage: "), kind.basis)
    yield paragraph(strong("Inhalt: "), kind.content)
    if kind.request is not None:
        yield paragraph(strong("Zu bekommen bei: "), f"{whom_to_ask(kind.request)}.")
    yield points(kind.pitfalls)
