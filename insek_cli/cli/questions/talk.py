"""What all questions have in common: who asks, how something is said, where one can go instead of answering."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import typer

from insek_cli.core.answers import Answers
from insek_cli.core.interview import Interview
from insek_cli.documents.blocks import Block, Document
from insek_cli.formats.terminal import terminal_text, terminal_width
from insek_cli.prompts import Asker, Moved, Option

Change = Callable[[Interview], Interview]


@dataclass(slots=True)
class Talk:
    """A conversation: where the interview stands and how it is held.

    save: takes the answers before and after a change and returns them as they are in the file now.
    """

    interview: Interview
    asker: Asker
    save: Callable[[Answers, Answers], Answers]
    today: date
    person: str | None = None
    feedback: bool = False

    @property
    def answers(self) -> Answers:
        """Return the answers so far."""
        return self.interview.answers

    def change(self, change: Change) -> None:
        """Change the interview; changed answers are saved before anything else is asked."""
        before, after = self.interview, change(self.interview)
        saved = after.answers if after.answers == before.answers else self.save(before.answers, after.answers)
        self.interview = after.kept(saved)

    def keep(self, change: Callable[[Answers], Answers]) -> None:
        """Change the answers in the middle of a question and stay there."""
        self.change(lambda interview: interview.kept(change(interview.answers)))


class Move(StrEnum):
    """What a user can do instead of answering."""

    HELP = "help"
    BACK = "back"
    SKIP = "skip"
    NOTE = "note"
    EVIDENCE = "evidence"
    OWNER = "owner"
    FLAG = "flag"
    JUMP = "jump"
    OVERVIEW = "overview"
    LEAVE = "leave"


HELP = Option(Move.HELP, "Hilfe", "?")
_BACK = Option(Move.BACK, "zurück", "z")
_SKIP = Option(Move.SKIP, "überspringen", "s")
_AWAY = (
    Option(Move.JUMP, "gehe zu, suchen", "g"),
    Option(Move.OVERVIEW, "Übersicht", "u"),
    Option(Move.LEAVE, "speichern und aufhören", "q"),
)
MOVES = (HELP, _BACK, _SKIP, *_AWAY)
CRITERION_MOVES = (
    HELP,
    _BACK,
    _SKIP,
    Option(Move.NOTE, "Notiz", "n"),
    Option(Move.EVIDENCE, "Nachweis (Beleg)", "b"),
    Option(Move.OWNER, "zuständig und Frist", "v"),
    Option(Move.FLAG, "merken", "m"),
    *_AWAY,
)
# Ties a key to its word while lines are broken.
_TIED = "\u00a0"
UNKNOWN = Option("unknown", "weiß nicht", "w")


def say(*blocks: Block) -> None:
    """Show blocks, wrapped to the terminal; none leave no gap."""
    if blocks:
        text = terminal_text(Document("", "", "", blocks), terminal_width())
        typer.echo("\n" + text.rstrip())


def say_moves(moves: Sequence[Option]) -> None:
    """Show which keys do something else than answer."""
    say_line("Tasten: " + " · ".join(f"{move.key}{_TIED}{move.title}" for move in moves))


def say_line(text: str) -> None:
    """Show a sentence, wrapped to the terminal."""
    lines = textwrap.fill(text, terminal_width(), break_long_words=False, break_on_hyphens=False)
    typer.echo("\n" + lines.replace(_TIED, " "))


def choose(
    talk: Talk, options: Sequence[Option], preset: str | None, helps: Iterable[Block], moves: Sequence[Option] = MOVES
) -> str:
    """Return the answer chosen; help is shown and the question asked again. Raises Moved for the other moves."""
    while True:
        say_moves(moves)
        try:
            return talk.asker.choose("Ihre Antwort:", options, preset, moves)
        except Moved as moved:
            if moved.to != Move.HELP:
                raise
        say(*helps)
