"""Ways through the interview: the start page, lists of what is open, unknown or flagged, search and jump."""

from collections.abc import Callable, Sequence

import typer

from insek_cli.cli.questions.talk import Move, Talk, say, say_line
from insek_cli.core.interview import CriterionStep, Interview, Step
from insek_cli.core.interview_lists import Mark, flagged, found, mark_of, marked, parts_of
from insek_cli.documents import question_text as texts
from insek_cli.documents import wording as w
from insek_cli.documents.progress_page import part_title, progress_blocks
from insek_cli.prompts import BACK, Moved, Option

_ON, _PART, _SEARCH, _FLAGGED = "on", "part", "search", "flagged"
_MARKS = {Mark.OPEN: "", Mark.UNKNOWN: " (weiß nicht)", Mark.LATER: " (später)", Mark.ANSWERED: " (beantwortet)"}


def show_overview(talk: Talk) -> None:
    """Show the start page and go where the user wants; raises Moved to leave."""
    while True:
        say(*progress_blocks(talk.interview))
        typer.echo()
        chosen = talk.asker.choose("Wie weiter?", _options(talk.interview), _ON)
        if chosen == _ON:
            talk.change(Interview.next_open)
            return
        if chosen == Move.LEAVE:
            raise Moved(Move.LEAVE)
        if _went(talk, chosen):
            return


def _options(interview: Interview) -> list[Option]:
    lists = [
        Option(Mark.OPEN, f"offene Fragen ({len(marked(interview, Mark.OPEN))})", "o"),
        Option(Mark.UNKNOWN, f"„weiß nicht“ ({len(marked(interview, Mark.UNKNOWN))})", "n"),
        Option(_FLAGGED, f"gemerkte Fragen ({len(flagged(interview))})", "m"),
    ]
    return [
        Option(_ON, "weiter mit der nächsten offenen Frage", "w"),
        Option(_PART, "einen Teil wählen", "t"),
        *(option for option in lists if not option.title.endswith("(0)")),
        Option(_SEARCH, "eine Frage suchen", "g"),
        Option(Move.LEAVE, "speichern und aufhören", "q"),
    ]


def _went(talk: Talk, chosen: str) -> bool:
    """Go where a line of the start page leads. False: the user went back to it."""
    interview = talk.interview
    lists: dict[str, Callable[[], Sequence[Step]]] = {
        Mark.OPEN: lambda: marked(interview, Mark.OPEN),
        Mark.UNKNOWN: lambda: marked(interview, Mark.UNKNOWN),
        _FLAGGED: lambda: flagged(interview),
    }
    try:
        if chosen == _PART:
            _choose_part(talk)
        elif chosen == _SEARCH:
            jump(talk)
        else:
            _choose_step(talk, lists[chosen]())
    except Moved:
        return False
    return True


def jump(talk: Talk) -> None:
    """Go to a question by its number or by words in question and answer; raises Moved to go back."""
    while True:
        typed = talk.asker.text("Nummer der Frage oder Suchwörter (leer: zurück):", moves=(BACK,))
        if not typed:
            raise Moved(BACK.value)
        steps = talk.interview.steps()
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(steps):
            return _go(talk, steps[int(typed) - 1].key)
        matches = found(talk.interview, typed, lambda step: _searched(step, talk))
        if matches:
            return _choose_step(talk, matches)
        say_line(f"Dazu gibt es keine Frage und keine Antwort. Nummern gehen von 1 bis {len(steps)}.")


def _searched(step: Step, talk: Talk) -> str:
    """Return what a step is called and, for a criterion, the word of its answer."""
    answer = talk.answers.criteria.get(step.criterion.id) if isinstance(step, CriterionStep) else None
    return texts.step_title(step) if answer is None else f"{texts.step_title(step)} {w.STATUS[answer.status]}"


def _choose_step(talk: Talk, steps: Sequence[Step]) -> None:
    keys = [step.key for step in talk.interview.steps()]
    options = [Option(step.key, _titled(step, talk), str(keys.index(step.key) + 1)) for step in steps]
    _go(talk, talk.asker.choose("Zu welcher Frage?", options, options[0].value, (BACK,)))


def _titled(step: Step, talk: Talk) -> str:
    return texts.step_title(step) + _MARKS[mark_of(step, talk.answers)]


def _choose_part(talk: Talk) -> None:
    parts = parts_of(talk.interview)
    options = [Option(part.at, f"{part_title(part.part)} ({part.open} offen)") for part in parts]
    _go(talk, talk.asker.choose("Welcher Teil?", options, options[0].value, (BACK,)))


def _go(talk: Talk, key: str) -> None:
    talk.change(lambda interview: interview.jump(key))
