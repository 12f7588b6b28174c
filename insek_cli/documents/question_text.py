"""What is shown before a question is asked: its text, what the answers mean, and help on demand."""

from collections.abc import Iterator

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion, PlanType, Question
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Heading, Kind, paragraph, points, strong


def criterion_blocks(criterion: Criterion) -> Iterator[Block]:
    """Yield title, statement and what „erfüllt“ and „teilweise“ mean."""
    yield Heading(2, criterion.title)
    yield paragraph(criterion.statement, kind=Kind.LEAD)
    yield paragraph(strong("Erfüllt, wenn: "), criterion.met)
    yield paragraph(strong("Teilweise, wenn: "), criterion.partial)


def criterion_help(catalogue: Catalogue, criterion: Criterion) -> Iterator[Block]:
    """Yield help, obligation, plans that can prove it and sources."""
    yield paragraph(criterion.help)
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    yield paragraph(f"Pflichtgrad: {w.OBLIGATION[criterion.obligation]}. Grund: {ground}.")
    if criterion.plans:
        titles = [catalogue.plan[plan].title for plan in criterion.plans]
        yield paragraph(strong("Diese Pläne können es belegen: "), f"{', '.join(titles)}.")
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


def plan_help(kind: PlanType) -> Iterator[Block]:
    """Yield what a plan gives, its basis, and what goes wrong with it."""
    yield paragraph(strong("Grundlage: "), kind.basis)
    yield paragraph(strong("Inhalt: "), kind.content)
    if kind.request is not None:
        yield paragraph(strong("Zu bekommen bei: "), f"{kind.request.who}.")
    yield points(kind.pitfalls)
