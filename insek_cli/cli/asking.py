"""How each step of the interview is put to the user, and what an answer makes of the interview."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

import typer

from insek_cli.core.answers import (
    Area,
    CriterionAnswer,
    EntryState,
    Municipality,
    PlaceKind,
    PlanEntry,
    Rights,
)
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.entries import PlanType, Question, QuestionKind, Status, SupportId
from insek_cli.core.interview import (
    UNNAMED,
    CriterionStep,
    FactStep,
    Interview,
    PlaceStep,
    PlanStep,
    Step,
    SupportStep,
    status_of,
)
from insek_cli.core.written import ags, day, inhabitants, year
from insek_cli.documents import question_text as texts
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Document, paragraph
from insek_cli.files.answer_files import read_fact
from insek_cli.formats.terminal import terminal_text, terminal_width
from insek_cli.prompts import Asker, Option

E = TypeVar("E", Area, PlanFormat, Rights)


class Move(StrEnum):
    """What a user can do instead of answering."""

    HELP = "help"
    BACK = "back"
    SKIP = "skip"
    LEAVE = "leave"


MOVES = (
    Option(Move.HELP, "Hilfe und Quellen", "h"),
    Option(Move.BACK, "zurück zur vorigen Frage", "z"),
    Option(Move.SKIP, "überspringen, später beantworten", "s"),
    Option(Move.LEAVE, "speichern und aufhören", "q"),
)
UNKNOWN = Option("unknown", "weiß nicht", "w")

_STATUS_KEYS = {
    Status.MET: "e",
    Status.PARTIAL: "t",
    Status.UNMET: "n",
    Status.UNKNOWN: "w",
    Status.LATER: "l",
    Status.NOT_APPLICABLE: "x",
}
_STATE_OPTIONS = (
    Option("available", "liegt vor", "1"),
    Option("requested", "angefordert, noch nicht da", "2"),
    Option("none", "gibt es nicht oder liegt nicht vor", "3"),
)


def ask(asker: Asker, interview: Interview, step: Step) -> Interview | Move:
    """Ask a step and return the interview with its answer, or where the user wants to go instead."""
    _say_progress(interview)
    match step:
        case PlaceStep():
            return interview.answer_place(_place(asker, interview.answers.municipality))
        case FactStep(question):
            return _fact(asker, interview, question)
        case PlanStep(kind):
            return _plan(asker, interview, kind)
        case CriterionStep():
            return _criterion(asker, interview, step)
        case SupportStep():
            return _support(asker, interview)


def _say(*blocks: Block) -> None:
    text = terminal_text(Document("", "", "", blocks), terminal_width())
    typer.echo("\n" + text.rstrip())


def _say_progress(interview: Interview) -> None:
    progress = interview.progress()
    typer.echo(f"\n[{progress.place} von {progress.steps}, {progress.answered} beantwortet]")


def _choose(asker: Asker, options: tuple[Option, ...], preset: str | None, help_blocks: tuple[Block, ...]) -> str:
    """Return an answer or a move; help is shown and the question asked again."""
    while True:
        chosen = asker.choose("Ihre Antwort:", (*options, *MOVES), preset)
        if chosen != Move.HELP:
            return chosen
        _say(*help_blocks)


def _place(asker: Asker, known: Municipality) -> Municipality:
    typer.echo("Um welche Gemeinde geht es?")
    name = _required(asker, "Name der Gemeinde:", "" if known == UNNAMED else known.name)
    kinds = (Option("stadt", "Stadt", "1"), Option("gemeinde", "Gemeinde", "2"))
    kind = PlaceKind(asker.choose("Stadt oder Gemeinde?", kinds, known.kind))
    number = _valid(asker, "Einwohnerzahl:", _people, str(known.inhabitants or ""))
    key = _valid(
        asker,
        "Gemeindeschlüssel (AGS, acht Ziffern; leer lassen, wenn unbekannt):",
        ags,
        known.ags or "",
        optional=True,
    )
    landkreis = asker.text("Landkreis (leer lassen, wenn unbekannt):", known.landkreis or "") or None
    return replace(known, name=name, kind=kind, inhabitants=_people(number), ags=key or None, landkreis=landkreis)


def _people(typed: str) -> int:
    """Return a number of inhabitants as people type it: 6.480 or 6 480."""
    return inhabitants(typed.replace(".", "").replace(" ", ""))


def _required(asker: Asker, question: str, preset: str) -> str:
    while True:
        typed = asker.text(question, preset)
        if typed:
            return typed
        typer.echo("Hier wird eine Antwort gebraucht.")


def _valid(asker: Asker, question: str, check: Callable[[str], object], preset: str, *, optional: bool = False) -> str:
    """Return a text that `check` reads without fault, or nothing where that is allowed."""
    while True:
        typed = asker.text(question, preset)
        if optional and not typed:
            return ""
        try:
            check(typed)
        except ValueError as error:
            typer.echo(str(error))
        else:
            return typed


def _fact(asker: Asker, interview: Interview, question: Question) -> Interview | Move:
    _say(*texts.question_blocks(question))
    helps = tuple(texts.question_help(question))
    if question.kind is QuestionKind.CHOICE:
        options = tuple(Option(choice.id, choice.title, str(place)) for place, choice in enumerate(question.choices, 1))
        chosen = _choose(asker, (*options, UNKNOWN), _preset(interview, question), helps)
    else:
        return _typed_fact(asker, interview, question, helps)
    return Move(chosen) if chosen in set(Move) else interview.answer_fact(read_fact(question, chosen))


def _preset(interview: Interview, question: Question) -> str | None:
    """Return the choice made before; „weiß nicht“ is one."""
    facts = interview.answers.facts
    if question.id not in facts:
        return None
    return UNKNOWN.value if facts[question.id] is None else str(facts[question.id])


def _typed_fact(
    asker: Asker, interview: Interview, question: Question, help_blocks: tuple[Block, ...]
) -> Interview | Move:
    """Ask for a number or a text; a single letter moves instead, as in the lists."""
    known = interview.answers.facts.get(question.id)
    keys = {option.key: option.value for option in (*MOVES, UNKNOWN)}
    words = ", ".join(f"{option.key} = {option.title}" for option in (UNKNOWN, *MOVES))
    _say(paragraph(f"({words})"))
    while True:
        typed = asker.text(f"{_NOUNS[question.kind]}:", "" if known is None else w.fact(known))
        meant = keys.get(typed.casefold(), typed)
        if meant == Move.HELP:
            _say(*help_blocks)
            continue
        if meant in set(Move):
            return Move(meant)
        try:
            return interview.answer_fact(read_fact(question, _plain_number(meant)))
        except ValueError as error:
            typer.echo(str(error))


_NOUNS = {
    QuestionKind.NUMBER: "Zahl",
    QuestionKind.YEAR: "Jahr",
    QuestionKind.TEXT: "Text",
    QuestionKind.CHOICE: "Antwort",
}


def _plain_number(typed: str) -> str:
    return typed.replace(",", ".")


def _plan(asker: Asker, interview: Interview, kind: PlanType) -> Interview | Move:
    _say(*texts.plan_blocks(kind))
    known = next((plan for plan in interview.answers.plans if plan.type == kind.id), None)
    chosen = _choose(asker, _STATE_OPTIONS, known.state if known else None, tuple(texts.plan_help(kind)))
    if chosen in set(Move):
        return Move(chosen)
    others = tuple(plan for plan in interview.answers.plans if plan.type == kind.id and plan is not known)
    entry = replace(known or PlanEntry(kind.id), state=EntryState(chosen))
    return interview.answer_plans(
        (_details(asker, kind, entry) if entry.state is EntryState.AVAILABLE else entry, *others)
    )


def _details(asker: Asker, kind: PlanType, known: PlanEntry) -> PlanEntry:
    """Return the entry with title, state of data, resolution, area, format and rights; everything may stay unknown."""
    title = asker.text("Titel des Plans:", known.title or kind.title)
    data_year = _valid(
        asker, "Von welchem Jahr sind die Daten? (leer: unbekannt)", year, str(known.data_year or ""), optional=True
    )
    resolved = _valid(
        asker,
        "Tag des Beschlusses, etwa 12.03.2026 (leer: keiner oder unbekannt)",
        _typed_day,
        w.day(known.resolved) if known.resolved else "",
        optional=True,
    )
    return replace(
        known,
        title=title or None,
        data_year=year(data_year) if data_year else None,
        resolved=_typed_day(resolved) if resolved else None,
        area=_pick(asker, "Für welches Gebiet gilt er?", _AREAS, known.area, Area),
        format=_pick(asker, "In welcher Form liegt er vor?", _FORMATS, known.format, PlanFormat),
        rights=_pick(asker, "Darf der Inhalt im Konzept stehen?", _RIGHTS, known.rights, Rights),
    )


def _typed_day(typed: str) -> date:
    """Return a day as people type it: 12.3.2026, or as files write it: 2026-03-12."""
    found = _GERMAN_DAY(typed)
    return day(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else typed)


_GERMAN_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\Z").match

_AREAS = (
    Option("whole", "das ganze heutige Gemeindegebiet", "1"),
    Option("part", "nur ein Teil davon", "2"),
    Option("former", "ein früheres, kleineres Gemeindegebiet", "3"),
    UNKNOWN,
)
_FORMATS = (
    Option("editable", "bearbeitbar (Text, Tabelle, Geodaten)", "1"),
    Option("pdf", "nur als PDF", "2"),
    Option("paper", "nur auf Papier", "3"),
    UNKNOWN,
)
_RIGHTS = (
    Option("yes", "ja", "1"),
    Option("no", "nein", "2"),
    Option("unclear", "ungeklärt", "3"),
)


def _pick(asker: Asker, question: str, options: tuple[Option, ...], known: E | None, kind: type[E]) -> E | None:
    chosen = asker.choose(question, options, known)
    return None if chosen == UNKNOWN.value else kind(chosen)


def _criterion(asker: Asker, interview: Interview, step: CriterionStep) -> Interview | Move:
    criterion = step.criterion
    _say(*texts.criterion_blocks(criterion))
    options = tuple(Option(status.value, w.STATUS[status], key) for status, key in _STATUS_KEYS.items())
    known = interview.answers.criteria.get(criterion.id)
    helps = tuple(texts.criterion_help(interview.catalogue, criterion))
    chosen = _choose(asker, options, status_of(interview.answers, criterion), helps)
    if chosen in set(Move):
        return Move(chosen)
    return interview.answer_criterion(
        _beside(asker, replace(known or CriterionAnswer(Status(chosen)), status=Status(chosen)))
    )


def _beside(asker: Asker, answer: CriterionAnswer) -> CriterionAnswer:
    """Return the answer with what belongs beside it: a reason, or evidence and note, both optional."""
    match answer.status:
        case Status.NOT_APPLICABLE:
            reason = asker.text("Warum trifft es nicht zu? (ohne Grund zählt es als offen)", answer.reason or "")
            return replace(answer, reason=reason or None)
        case Status.MET | Status.PARTIAL:
            evidence = asker.text("Nachweis, zum Beispiel Protokoll mit Datum (leer: keiner)", answer.evidence or "")
            note = asker.text("Notiz (leer: keine)", answer.note or "")
            return replace(answer, evidence=evidence or None, note=note or None)
        case Status.UNMET | Status.LATER | Status.UNKNOWN:
            note = asker.text("Notiz, zum Beispiel wer es klärt (leer: keine)", answer.note or "")
            return replace(answer, note=note or None)


def _support(asker: Asker, interview: Interview) -> Interview | Move:
    support = interview.catalogue.support
    options = [Option(kind.id, kind.title, str(place)) for place, kind in enumerate(support.values(), 1)]
    ticked = asker.tick("Welche Unterstützung wünschen Sie sich?", options, interview.answers.support or ())
    return interview.answer_support(tuple(SupportId(word) for word in ticked))
