"""Plans: first which there are, then for each where it lies and the details that decide how it can be used."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from insek_cli.cli.questions.talk import HELP, MOVES, UNKNOWN, Talk, choose, say, say_line, say_moves
from insek_cli.cli.questions.typed import BACK_HINT, Field, filled_in, picked, text_or_none, typed_day, valid_or_none
from insek_cli.core.answers import Area, EntryState, PlanEntry, Rights
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.entries import PlanType
from insek_cli.core.interview import PlanListStep, PlanStep, there_is
from insek_cli.core.vocabulary import Holder, PlanTypeId
from insek_cli.core.written import year
from insek_cli.documents import question_text as texts
from insek_cli.documents import wording as w
from insek_cli.prompts import Asker, Moved, Option

E = TypeVar("E", Area, PlanFormat, Rights)


class Where(StrEnum):
    """Where a plan lies, as it is asked."""

    HERE = "here"
    AT_HOLDER = "at-holder"
    REQUESTED = "requested"
    NOWHERE = "nowhere"
    ANOTHER_HERE = "another-here"


def ask_plan_list(talk: Talk, step: PlanListStep) -> None:
    """Ask which plans of a list there are."""
    say(*texts.plan_list_blocks(step))
    say_moves(_LIST_MOVES)
    options = [Option(kind.id, kind.title) for kind in step.types]
    preset = [kind.id for kind in step.types if any(there_is(plan) for plan in talk.answers.plans_of(kind.id))]
    ticked = talk.asker.tick("Diese Pläne gibt es:", options, preset, _LIST_MOVES)
    while not _is_meant(talk, [option.title for option in options if option.value in {*preset} - {*ticked}]):
        ticked = talk.asker.tick("Diese Pläne gibt es:", options, preset, _LIST_MOVES)
    talk.change(lambda interview: interview.answer_plan_list(step, [PlanTypeId(word) for word in ticked]))


def _is_meant(talk: Talk, dropped: Sequence[str]) -> bool:
    """Ask before plans entered are taken for not there: with that goes where they lie and who was asked."""
    if not dropped:
        return True
    say_line(f"Nicht mehr angekreuzt: {'; '.join(dropped)}.")
    return talk.asker.choose("Gibt es das wirklich nicht?", _SURE, "no") == "yes"


_SURE = (Option("no", "nein, zurück zur Liste", "1"), Option("yes", "stimmt, gibt es nicht oder liegt nicht vor", "2"))
_LIST_MOVES = tuple(move for move in MOVES if move != HELP)


def ask_plan(talk: Talk, step: PlanStep) -> None:
    """Ask where a plan lies, and for its details where it is at hand; every detail is kept at once."""
    kind = step.type
    known = talk.answers.plans_of(kind.id)
    say(*texts.plan_blocks(kind), *texts.plan_entries_blocks(kind, known))
    helps = tuple(texts.plan_help(kind))
    while not _is_described(talk, kind, Where(choose(talk, *_state_question(kind, known), helps))):
        known = talk.answers.plans_of(kind.id)
    entries = talk.answers.plans_of(kind.id)
    talk.change(lambda interview: interview.answer_plans(kind.id, entries))


def _is_described(talk: Talk, kind: PlanType, where: Where) -> bool:
    """Take where a plan lies and, where it is at hand, its details. False: the user went back."""
    known = talk.answers.plans_of(kind.id)
    entries = list(known)

    def keep(changed: PlanEntry) -> None:
        entries[place] = changed
        talk.keep(lambda answers: answers.with_plans_of(kind.id, entries))

    try:
        place = _place_of(talk, where, entries, kind)
        keep(_moved_to(where, entries[place], kind))
        if entries[place].state is EntryState.AVAILABLE:
            say_line(BACK_HINT)
            fields = _QUICK_FIELDS if talk.interview.scope.quick else _fields(kind)
            filled_in(talk.asker, fields, entries[place], keep)
    except Moved:
        if where is Where.ANOTHER_HERE and entries[-1] == PlanEntry(kind.id):
            talk.keep(lambda answers: answers.with_plans_of(kind.id, known))
        return False
    return True


def _state_question(kind: PlanType, entries: Sequence[PlanEntry]) -> tuple[list[Option], str | None]:
    """Return the options and the one chosen before."""
    first = entries[0] if entries else PlanEntry(kind.id)
    return _state_options(kind, first), _where(first)


def _state_options(kind: PlanType, first: PlanEntry) -> list[Option]:
    """Return where a plan can be: one key says „liegt beim Landkreis, noch nicht angefordert“."""
    states = [(Where.HERE, "liegt uns vor")]
    if kind.holder is not Holder.MUNICIPALITY:
        states.append((Where.AT_HOLDER, f"liegt {w.AT_HOLDER[kind.holder]}, noch nicht angefordert"))
    states += [(Where.REQUESTED, "angefordert, noch nicht da"), (Where.NOWHERE, "gibt es nicht oder liegt nicht vor")]
    if first.state is EntryState.AVAILABLE and first != PlanEntry(kind.id):
        states.append((Where.ANOTHER_HERE, "noch ein Plan dieser Art liegt vor"))
    return [Option(where, title, str(place)) for place, (where, title) in enumerate(states, 1)]


def _where(entry: PlanEntry) -> Where | None:
    """Return where a plan was said to be, None where nothing but its type is known."""
    if entry == PlanEntry(entry.type):
        return None
    match entry.state:
        case EntryState.AVAILABLE:
            return Where.HERE
        case EntryState.REQUESTED:
            return Where.REQUESTED
        case EntryState.NONE:
            return Where.NOWHERE if entry.holder is None else Where.AT_HOLDER


def _place_of(talk: Talk, where: Where, entries: list[PlanEntry], kind: PlanType) -> int:
    """Return which entry is meant; one more is added for one more plan."""
    if where is Where.ANOTHER_HERE or not entries:
        entries.append(PlanEntry(kind.id))
        return len(entries) - 1
    if len(entries) == 1:
        return 0
    titles = [texts.entry_title(entry, kind) for entry in entries]
    options = [Option(str(place), title, str(place + 1)) for place, title in enumerate(titles)]
    return int(picked(talk.asker, "Welcher ist gemeint?", options, "0"))


def _moved_to(where: Where, entry: PlanEntry, kind: PlanType) -> PlanEntry:
    match where:
        case Where.HERE | Where.ANOTHER_HERE:
            return replace(entry, state=EntryState.AVAILABLE)
        case Where.AT_HOLDER:
            return replace(entry, state=EntryState.NONE, holder=kind.holder)
        case Where.REQUESTED:
            return replace(entry, state=EntryState.REQUESTED)
        case Where.NOWHERE:
            return replace(entry, state=EntryState.NONE, holder=None)


def _title(asker: Asker, known: PlanEntry) -> PlanEntry:
    return replace(known, title=text_or_none(asker, "Titel des Plans (leer: ohne eigenen Titel):", known.title))


def _data_year(asker: Asker, known: PlanEntry) -> PlanEntry:
    question = "Von welchem Jahr sind die Daten? (leer: unbekannt)"
    return replace(known, data_year=valid_or_none(asker, question, year, str(known.data_year or "")))


def _resolved(asker: Asker, known: PlanEntry) -> PlanEntry:
    question = "Tag des Beschlusses, etwa 12.03.2026 (leer: keiner oder unbekannt)"
    preset = w.day(known.resolved) if known.resolved else ""
    return replace(known, resolved=valid_or_none(asker, question, typed_day, preset))


def _area(asker: Asker, known: PlanEntry) -> PlanEntry:
    return replace(known, area=_of(asker, "Für welches Gebiet gilt er?", _AREAS, known.area or Area.WHOLE, Area))


def _format(asker: Asker, known: PlanEntry) -> PlanEntry:
    preset = known.format or PlanFormat.PDF
    return replace(known, format=_of(asker, "In welcher Form liegt er vor?", _FORMATS, preset, PlanFormat))


def _rights(asker: Asker, known: PlanEntry) -> PlanEntry:
    preset = known.rights or Rights.UNCLEAR
    return replace(known, rights=_of(asker, "Darf der Inhalt im Konzept stehen?", _RIGHTS, preset, Rights))


def _fields(kind: PlanType) -> tuple[Field[PlanEntry], ...]:
    """Return what is asked: the resolution only where the catalogue wants one."""
    resolution = (_resolved,) if kind.needs_resolution else ()
    return (_title, _data_year, *resolution, _area, _format, _rights)


_QUICK_FIELDS: tuple[Field[PlanEntry], ...] = (_data_year, _format, _rights)

_AREAS = (
    Option(Area.WHOLE, "das ganze heutige Gemeindegebiet", "1"),
    Option(Area.PART, "nur ein Teil davon", "2"),
    Option(Area.FORMER, "ein früheres, kleineres Gemeindegebiet", "3"),
    UNKNOWN,
)
_FORMATS = (
    Option(PlanFormat.EDITABLE, "bearbeitbar (Text, Tabelle, Geodaten)", "1"),
    Option(PlanFormat.PDF, "nur als PDF", "2"),
    Option(PlanFormat.PAPER, "nur auf Papier", "3"),
    UNKNOWN,
)
_RIGHTS = (
    Option(Rights.YES, "ja", "1"),
    Option(Rights.NO, "nein", "2"),
    Option(Rights.UNCLEAR, "ungeklärt", "3"),
)


def _of(asker: Asker, question: str, options: tuple[Option, ...], preset: str, kind: type[E]) -> E | None:
    chosen = picked(asker, question, options, preset)
    return None if chosen == UNKNOWN.value else kind(chosen)
