"""Asks one question in the terminal; alone knows questionary. What is asked and what follows is decided elsewhere.

Two ways of asking with the same face: `Keys` moves through a list and takes single keys, `Plain` prints numbered
lists and reads a line, for screen readers and terminals without cursor control.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import questionary
import typer
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from questionary import Choice, Question, Style


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer: what it stands for, its words, and the key that chooses it."""

    value: str
    title: str
    key: str


class Asker(Protocol):
    """How questions are asked. Ctrl-C and Ctrl-D leave as KeyboardInterrupt and EOFError."""

    def choose(self, question: str, options: Sequence[Option], preset: str | None = None) -> str:
        """Return the value of the option chosen."""
        ...

    def text(self, question: str, preset: str = "") -> str:
        """Return the line typed, without blanks around it."""
        ...

    def tick(self, question: str, options: Sequence[Option], preset: Sequence[str] = ()) -> list[str]:
        """Return the values ticked."""
        ...


_STYLE = Style(
    [("qmark", "bold"), ("question", "bold"), ("pointer", "bold"), ("highlighted", "bold"), ("answer", "bold")]
)
_SELECT_HELP = "(Pfeile oder Buchstabe, Eingabetaste)"
_TICK_HELP = "(Leertaste kreuzt an, Eingabetaste bestätigt)"


class Keys:
    """Asks with lists to move in and single keys."""

    def choose(self, question: str, options: Sequence[Option], preset: str | None = None) -> str:
        """Return the value of the option chosen."""
        choices = [Choice(option.title, value=option.value, shortcut_key=option.key) for option in options]
        chosen: str = _leaving_by_control_d(
            questionary.select(
                question,
                choices=choices,
                default=preset,
                instruction=_SELECT_HELP,
                use_shortcuts=True,
                style=_STYLE,
                qmark="",
                pointer=">",
            )
        ).unsafe_ask()
        return chosen

    def text(self, question: str, preset: str = "") -> str:
        """Return the line typed."""
        typed: str = questionary.text(question, default=preset, style=_STYLE, qmark="").unsafe_ask()
        return cleaned(typed)

    def tick(self, question: str, options: Sequence[Option], preset: Sequence[str] = ()) -> list[str]:
        """Return the values ticked."""
        choices = [Choice(option.title, value=option.value, checked=option.value in preset) for option in options]
        ticked: list[str] = _leaving_by_control_d(
            questionary.checkbox(question, choices=choices, instruction=_TICK_HELP, style=_STYLE, qmark="", pointer=">")
        ).unsafe_ask()
        return ticked


def _leaving_by_control_d(question: Question) -> Question:
    """Return the question with Ctrl-D leaving it, as it does where a line is typed."""
    bindings = KeyBindings()
    bindings.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    known = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([known, bindings]) if known is not None else bindings
    return question


def cleaned(typed: str) -> str:
    """Return a line without blanks around it and without halves of characters that a terminal may send."""
    return typed.strip().encode("utf-8", "replace").decode("utf-8")


class Plain:
    """Asks with printed lists and typed lines."""

    def choose(self, question: str, options: Sequence[Option], preset: str | None = None) -> str:
        """Return the value of the option whose key, number or words were typed."""
        typer.echo(question)
        for option in options:
            now = " (bisher)" if option.value == preset else ""
            typer.echo(f"  {option.key}  {option.title}{now}")
        while True:
            typed = input("Antwort: ").strip().casefold()
            for option in options:
                if typed in {option.key, option.value, option.title.casefold()} or (
                    not typed and option.value == preset
                ):
                    return option.value
            typer.echo(f"Bitte eines davon eingeben: {', '.join(option.key for option in options)}.")

    def text(self, question: str, preset: str = "") -> str:
        """Return the line typed, the preset for an empty one."""
        shown = f" (bisher: {preset})" if preset else ""
        return cleaned(input(f"{question}{shown} ")) or preset

    def tick(self, question: str, options: Sequence[Option], preset: Sequence[str] = ()) -> list[str]:
        """Return the values whose numbers were typed."""
        typer.echo(question)
        for number, option in enumerate(options, start=1):
            typer.echo(f"  {number}  {option.title}{' (angekreuzt)' if option.value in preset else ''}")
        while True:
            typed = input("Nummern mit Leerzeichen, 0 für nichts: ").replace(",", " ").split()
            if not typed:
                return list(preset)
            if typed == ["0"]:
                return []
            if all(word.isascii() and word.isdigit() and 1 <= int(word) <= len(options) for word in typed):
                return [options[number - 1].value for number in dict.fromkeys(int(word) for word in typed)]
            typer.echo(f"Bitte Zahlen von 1 bis {len(options)} eingeben.")
