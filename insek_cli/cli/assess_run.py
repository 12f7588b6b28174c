"""A session of `insek assess`: the file is held, every answer is saved, the end says how to go on."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from insek_cli.cli.asking import ask
from insek_cli.cli.exit_codes import DONE, INTERRUPTED
from insek_cli.cli.questions.lists import jump, show_overview
from insek_cli.cli.questions.talk import Move, Talk
from insek_cli.cli.questions.unsaved import save_or_ask
from insek_cli.cli.running import catalogue_at, date_of, section_at, tell
from insek_cli.cli.terminals import asker_of, is_terminal
from insek_cli.core.answers import Answers
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.interview import (
    UNNAMED,
    Interview,
    PlanListStep,
    PlanStep,
    Scope,
    Step,
    is_answered,
    start_interview,
)
from insek_cli.core.interview_lists import Mark, marked
from insek_cli.documents.blocks import Document
from insek_cli.documents.check_page import check_page
from insek_cli.documents.question_text import place_title, step_title
from insek_cli.documents.quick_summary import quick_summary
from insek_cli.documents.score_summary import score_summary
from insek_cli.errors import unusable
from insek_cli.files.answer_lock import answer_lock
from insek_cli.files.answer_store import AnswerStore
from insek_cli.formats.terminal import terminal_text, terminal_width
from insek_cli.prompts import Asker, Moved

NO_TERMINAL = (
    "Hier ist kein Terminal, in dem gefragt werden kann. Es geht auch mit einem Fragebogen für Excel: "
    "„insek form -o fragebogen.xlsx“ legt ihn an, „insek merge DATEI fragebogen.xlsx“ liest ihn ein."
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants to be asked."""

    quick: bool
    section: str | None
    plain: bool
    feedback: bool
    person: str | None


def assess_file(file: Path, catalogue: Path | None, day: str | None, wishes: Wishes) -> int:
    """Hold a session on a file, new or old, and return the exit code; raises InsekError if the file cannot be used."""
    _refuse_without_terminal()
    if not file.absolute().parent.is_dir():
        raise unusable(str(file), "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen.")
    today = date_of(day)
    loaded = catalogue_at(catalogue)
    scope = Scope(wishes.quick, section_at(loaded, wishes.section))
    with ExitStack() as held:
        held.enter_context(answer_lock(file))
        store, asker = AnswerStore(file, loaded), asker_of(plain=wishes.plain)
        interview = start_interview(loaded, store.read() or Answers(UNNAMED), scope)
        _tell_of_names(interview.answers, wishes.person)
        talk = Talk(interview, asker, _saving(store, asker, held), today, wishes.person, wishes.feedback)
        return _held(talk, store)


def _tell_of_names(answers: Answers, person: str | None) -> None:
    """Say that answers can bear a name, where those of others do and this session's would not."""
    if person is None and any(answer.by for answer in answers.criteria.values()):
        tell("In dieser Datei steht bei Antworten, von wem sie sind. Mit --by NAME steht es auch bei Ihren.")


def _refuse_without_terminal() -> None:
    if not is_terminal():
        raise unusable("", NO_TERMINAL)


def _saving(store: AnswerStore, asker: Asker, held: ExitStack) -> Callable[[Answers, Answers], Answers]:
    def save(before: Answers, after: Answers) -> Answers:
        carried = save_or_ask(asker, store, held, before, after)
        if carried.answers != after:
            tell("Die Datei wurde inzwischen auch an anderer Stelle geändert; beides ist gespeichert.")
        for place in carried.overridden:
            tell(f"Bei „{place_title(store.catalogue, place)}“ stand dort etwas anderes; jetzt gilt Ihre Antwort.")
        return carried.answers

    return save


def _held(talk: Talk, store: AnswerStore) -> int:
    """Ask until everything is answered or the user leaves."""
    try:
        if talk.interview.scope.section is None:
            show_overview(talk)
        while (step := talk.interview.step) is not None:
            with _moves(talk):
                before = talk.interview
                ask(talk, step)
                _go_on(talk, step, before)
    except Moved:
        return _left(store.path, DONE)
    except (KeyboardInterrupt, EOFError):
        return _left(store.path, INTERRUPTED)
    return _finished(talk, store.path)


@contextmanager
def _moves(talk: Talk) -> Iterator[None]:
    """Go where a move leads; raises Moved to leave the session."""
    try:
        yield
    except Moved as moved:
        go = _WAYS.get(Move(moved.to))
        if go is None:
            raise
        go(talk)


def _jumped(talk: Talk) -> None:
    with suppress(Moved):
        jump(talk)


_WAYS: Mapping[Move, Callable[[Talk], None]] = {
    Move.BACK: lambda talk: talk.change(Interview.back),
    Move.SKIP: lambda talk: talk.change(Interview.next),
    Move.JUMP: _jumped,
    Move.OVERVIEW: show_overview,
}


def _go_on(talk: Talk, asked: Step, before: Interview) -> None:
    """Say what an answer made fall away, and pass over what was answered before."""
    fallen = [step for step in before.steps() if step.key in before.hidden_by(talk.interview)]
    told = [step for step in fallen if not (isinstance(step, PlanStep) and isinstance(asked, PlanStep | PlanListStep))]
    if told:
        titles = "; ".join(f"„{step_title(step)}“" for step in told)
        tell(f"Damit entfällt: {titles}. Was dort steht, bleibt in der Datei und zählt nicht mehr.")
    step = talk.interview.step
    # Who corrects an answer goes on reading there; who answers an open question goes to the next open one.
    if step is None or (is_answered(step, talk.answers) and not is_answered(asked, before.answers)):
        talk.change(Interview.next_open)


def _left(file: Path, code: int) -> int:
    saved = f"Alles bis hierher ist gespeichert in {file}." if file.exists() else "Noch nichts gespeichert."
    tell(f"\n{saved}\nWeiter geht es mit: insek assess {file}")
    return code


def _finished(talk: Talk, file: Path) -> int:
    assessment = assess(talk.interview.catalogue, talk.answers, talk.today)
    for page in _last_pages(assessment, quick=talk.interview.scope.quick):
        sys.stdout.write("\n" + terminal_text(page, terminal_width()))
    left = len(marked(talk.interview, Mark.OPEN))
    rest = "Alles ist beantwortet." if not left else f"{left} Fragen sind noch offen." if left > 1 else _ONE_LEFT
    full = f"  insek assess {file}    (der ganze Fragebogen)\n" if talk.interview.scope.quick else ""
    tell(
        f"\n{rest} Alles steht in {file}. So geht es weiter:\n{full}"
        f"  insek check-answers {file}\n"
        f"  insek report {file} --format html -o bericht.html\n"
        f"  insek draft {file} -o entwurf.docx"
    )
    return DONE


_ONE_LEFT = "Eine Frage ist noch offen."


def _last_pages(assessment: Assessment, *, quick: bool) -> Iterator[Document]:
    """Yield what a session ends with; the quick check asks for no evidence, so nobody is blamed for having none."""
    if quick:
        yield quick_summary(assessment)
    else:
        yield check_page(assessment)
        yield score_summary(assessment)
