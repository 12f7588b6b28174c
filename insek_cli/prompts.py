"""Asks one question in the terminal; alone knows prompt_toolkit. What is asked and what follows is decided elsewhere.

Two ways of asking with the same face: `Keys` moves through a list and takes single keys, `Plain` prints numbered
lists and reads a line, for screen readers and terminals without cursor control.
"""

import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import typer
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys as Key
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.shortcuts import PromptSession
from prompt_toolkit.styles import Style

from insek_cli.consoles import shown_on

R = TypeVar("R")
Press = Callable[[KeyPressEvent], None]


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer: what it stands for, its words, and the key that chooses it (none: only from the list)."""

    value: str
    title: str
    key: str = ""


BACK = Option("back", "zurück", "<")


class Moved(Exception):  # noqa: N818 - no fault: the user goes elsewhere
    """The user did not answer but chose one of the moves; `to` is its value."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class Asker(Protocol):
    """How questions are asked. A move leaves as `Moved`, Ctrl-C and Ctrl-D as KeyboardInterrupt and EOFError."""

    def choose(
        self, question: str, options: Sequence[Option], preset: str | None = None, moves: Sequence[Option] = ()
    ) -> str:
        """Return the value of the option chosen."""
        ...

    def text(
        self, question: str, preset: str = "", moves: Sequence[Option] = (), suggestions: Sequence[str] = ()
    ) -> str:
        """Return the line typed, without blanks around it."""
        ...

    def tick(
        self, question: str, options: Sequence[Option], preset: Sequence[str] = (), moves: Sequence[Option] = ()
    ) -> list[str]:
        """Return the values ticked, in the order of the options."""
        ...


_STYLE = Style([("question", "bold"), ("pointed", "bold")])
_CHOOSE_HINT = "(Taste, oder Pfeile und Eingabetaste)"
_LIST_HINT = "(Pfeile und Eingabetaste)"
_BACK_HINT = " (< zurück)"
_TICK_HINT = "(Leertaste kreuzt an, Eingabetaste bestätigt)"
_SUGGESTION_HINT = "(Tabulator zeigt Vorschläge)"
_MENU_LINES = 6


class Keys:
    """Asks with lists to move in and single keys."""

    def choose(
        self, question: str, options: Sequence[Option], preset: str | None = None, moves: Sequence[Option] = ()
    ) -> str:
        """Return the value chosen; without a preset nothing is pointed at, so that a stray key answers nothing."""
        values = [option.value for option in options]
        menu = _Menu([_labelled(option) for option in options], values.index(preset) if preset in values else None)
        bindings = _moving(moves)
        _bind_enter(bindings, lambda event: menu.confirm(event, values))
        # Where keys have several signs, the first of „13“ must not choose „1“.
        keyed = [] if any(len(option.key) > 1 for option in options) else options
        for option in keyed:
            _bind_letter(bindings, option.key, _leaving_with(option.value))
        hint = _CHOOSE_HINT if any(option.key for option in keyed) else _LIST_HINT
        hint += _BACK_HINT if BACK in moves else ""
        chosen: str = _shown(question, hint, menu, bindings).run()
        _echo(f"{question} {options[values.index(chosen)].title}")
        return chosen

    def text(
        self, question: str, preset: str = "", moves: Sequence[Option] = (), suggestions: Sequence[str] = ()
    ) -> str:
        """Return the line typed."""
        asked = f"{question} {_SUGGESTION_HINT}" if suggestions else question
        session: PromptSession[str] = PromptSession(
            [("class:question", _asked(asked))],
            completer=WordCompleter(list(suggestions), sentence=True, match_middle=True, ignore_case=True),
            reserve_space_for_menu=min(len(suggestions), _MENU_LINES),
            key_bindings=_moving_from_nothing(moves),
            style=_STYLE,
        )
        return _unless_moved(cleaned(session.prompt(default=preset)), moves)

    def tick(
        self, question: str, options: Sequence[Option], preset: Sequence[str] = (), moves: Sequence[Option] = ()
    ) -> list[str]:
        """Return the values ticked."""
        values = [option.value for option in options]
        ticked = {place for place, value in enumerate(values) if value in preset}
        menu = _Menu([option.title for option in options], 0, ticked)
        bindings = _moving(moves)
        _bind(bindings, " ", lambda _: menu.turn())
        _bind_enter(bindings, lambda event: event.app.exit(result=sorted(ticked)))
        places: list[int] = _shown(question, _TICK_HINT, menu, bindings).run()
        _echo(f"{question} {', '.join(options[place].title for place in places) or 'nichts'}")
        return [values[place] for place in places]


@dataclass(slots=True)
class _Menu:
    """Lines to move in: the one pointed at, and which are ticked (None where nothing can be ticked)."""

    lines: Sequence[str]
    pointed: int | None
    ticked: set[int] | None = None
    window: Window = field(init=False)

    def __post_init__(self) -> None:
        control = FormattedTextControl(self._fragments, focusable=True, show_cursor=False)
        self.window = Window(control, dont_extend_height=True)

    def move(self, by: int) -> None:
        """Point at another line; at the ends it stays."""
        start = self.pointed if self.pointed is not None else -1 if by > 0 else len(self.lines)
        self.pointed = max(0, min(len(self.lines) - 1, start + by))

    def turn(self) -> None:
        """Tick the line pointed at, or untick it."""
        if self.ticked is not None and self.pointed is not None and self.lines:
            self.ticked ^= {self.pointed}

    def confirm(self, event: KeyPressEvent, values: Sequence[str]) -> None:
        """Leave with the value pointed at, if there is one."""
        if self.pointed is not None:
            event.app.exit(result=values[self.pointed])

    def _fragments(self) -> StyleAndTextTuples:
        fragments: StyleAndTextTuples = []
        for place, line in enumerate(self.lines):
            style = "class:pointed" if place == self.pointed else ""
            if place == self.pointed:
                fragments.append(("[SetCursorPosition]", ""))
            fragments.append((style, _wrapped(line, self._mark(place)) + "\n"))
        return fragments

    def _mark(self, place: int) -> str:
        pointer = "> " if place == self.pointed else "  "
        if self.ticked is None:
            return pointer
        return pointer + ("[x] " if place in self.ticked else "[ ] ")


def _shown(question: str, hint: str, menu: _Menu, bindings: KeyBindings) -> Application[R]:
    for key, by in (("up", -1), ("down", 1), ("pageup", -10), ("pagedown", 10), ("home", -999), ("end", 999)):
        _bind(bindings, key, _moving_by(menu, by))
    head = Window(
        FormattedTextControl(lambda: [("class:question", _wrapped(f"{question} {hint}"))]), dont_extend_height=True
    )
    return Application(
        Layout(HSplit([head, menu.window]), menu.window), _STYLE, key_bindings=bindings, erase_when_done=True
    )


def _wrapped(text: str, mark: str = "") -> str:
    """Return a text in the lines that the terminal has room for now; it is drawn anew when the window changes."""
    columns = get_app().output.get_size().columns - 1
    return (
        "\n".join(textwrap.wrap(_showable(text), columns, initial_indent=mark, subsequent_indent=" " * len(mark)))
        or mark
    )


def _showable(text: str) -> str:
    """Return a text as this console can show it; prompt_toolkit itself would put a question mark."""
    return shown_on(sys.stdout.encoding or "utf-8", text)


def _echo(text: str) -> None:
    """Leave a question and its answer on the screen."""
    typer.echo(textwrap.fill(text, shutil.get_terminal_size().columns, subsequent_indent="  "))


def _asked(question: str) -> str:
    """Return a question with room for the answer behind it, else in lines of its own above it."""
    columns, asked = shutil.get_terminal_size().columns, _showable(question)
    return f"{asked} " if len(asked) + _ROOM <= columns else f"{textwrap.fill(asked, columns - 1)}\n> "


_ROOM = 20


def _moving_by(menu: _Menu, lines: int) -> Press:
    return lambda _: menu.move(lines)


def _moving(moves: Sequence[Option]) -> KeyBindings:
    """Return bindings for the moves by their keys, and for Ctrl-C and Ctrl-D."""
    bindings = _escaping(moves)
    _bind(bindings, "c-c", _raising(KeyboardInterrupt()))
    _bind(bindings, "c-d", _raising(EOFError()))
    for move in moves:
        _bind_letter(bindings, move.key, _raising(Moved(move.value)))
    return bindings


def _moving_from_nothing(moves: Sequence[Option]) -> KeyBindings:
    """Return bindings for the moves that hold as long as nothing is typed, so that they are single keys there too."""
    bindings = _escaping(moves)
    for move in moves:
        for letter in sorted({move.key, move.key.upper()}):
            bindings.add(letter, filter=Condition(_is_nothing_typed))(_raising(Moved(move.value)))
    return bindings


def _is_nothing_typed() -> bool:
    return not get_app().current_buffer.text


def _escaping(moves: Sequence[Option]) -> KeyBindings:
    """Return a binding for Escape where one can go back."""
    bindings = KeyBindings()
    if any(move.value == BACK.value for move in moves):
        # Not at once: arrow keys begin with the same character.
        bindings.add(Key.Escape)(_raising(Moved(BACK.value)))
    return bindings


def _bind(bindings: KeyBindings, key: str, press: Press) -> None:
    bindings.add(key, eager=True)(press)


def _bind_enter(bindings: KeyBindings, press: Press) -> None:
    """Bind the enter key, also as it arrives when pressed before the question stood there."""
    for key in ("enter", "c-j"):
        _bind(bindings, key, press)


def _bind_letter(bindings: KeyBindings, key: str, press: Press) -> None:
    """Bind a key in both cases; what is more than one key long, as the number 10, is chosen from the list alone."""
    for letter in sorted({key, key.upper()}) if len(key) == 1 else ():
        _bind(bindings, letter, press)


def _leaving_with(value: str) -> Press:
    return lambda event: event.app.exit(result=value)


def _raising(error: BaseException) -> Press:
    return lambda event: event.app.exit(exception=error)


def _labelled(option: Option) -> str:
    return f"{option.key}  {option.title}" if option.key else option.title


def _unless_moved(typed: str, moves: Sequence[Option]) -> str:
    """Return a line typed; raises Moved where it is the key of a move."""
    for move in moves:
        if typed and typed.casefold() == move.key:
            raise Moved(move.value)
    return typed


def cleaned(typed: str) -> str:
    """Return a line without blanks around it and without halves of characters that a terminal may send."""
    return typed.strip().encode("utf-8", "replace").decode("utf-8")


NOTHING = "-"


class Plain:
    """Asks with printed lists and typed lines."""

    def choose(
        self, question: str, options: Sequence[Option], preset: str | None = None, moves: Sequence[Option] = ()
    ) -> str:
        """Return the value of the option whose key, number or words were typed."""
        keyed = [_with_key(option, number) for number, option in enumerate(options, start=1)]
        typer.echo(question)
        for option in keyed:
            now = " (vorgewählt)" if option.value == preset else ""
            _list_line(option.key, f"{option.title}{now}")
        if BACK in moves:
            _list_line(BACK.key, BACK.title)
        while True:
            typed = _unless_moved(input("Antwort: ").strip(), moves).casefold()
            for option in keyed:
                if typed in {option.key, option.value, option.title.casefold()} or (
                    not typed and option.value == preset
                ):
                    return option.value
            typer.echo(f"Bitte eines davon eingeben: {', '.join(option.key for option in keyed)}.")

    def text(
        self, question: str, preset: str = "", moves: Sequence[Option] = (), suggestions: Sequence[str] = ()
    ) -> str:
        """Return the line typed, a suggestion for its number, the preset for an empty one, nothing for a hyphen."""
        for number, suggestion in enumerate(suggestions[:_MOST_SUGGESTIONS], start=1):
            _list_line(str(number), suggestion)
        # With something there, an empty line keeps it; what the question says of one is not true then.
        asked = f"{_EMPTY.sub('', question)} (bisher: {preset}; {NOTHING} leert)" if preset else question
        typed = _unless_moved(cleaned(input(_asked(asked))), moves)
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= min(len(suggestions), _MOST_SUGGESTIONS):
            return suggestions[int(typed) - 1]
        return "" if typed == NOTHING else typed or preset

    def tick(
        self, question: str, options: Sequence[Option], preset: Sequence[str] = (), moves: Sequence[Option] = ()
    ) -> list[str]:
        """Return the values whose numbers were typed."""
        typer.echo(question)
        for number, option in enumerate(options, start=1):
            _list_line(str(number), f"{option.title}{' (angekreuzt)' if option.value in preset else ''}")
        asked = _NUMBERS_ANEW if preset else _NUMBERS
        while True:
            line = _unless_moved(input(_asked(asked)).strip(), moves)
            typed = line.replace(",", " ").split()
            if not typed:
                return [option.value for option in options if option.value in preset]
            if typed == ["0"]:
                return []
            if all(word.isascii() and word.isdigit() and 1 <= int(word) <= len(options) for word in typed):
                return [option.value for number, option in enumerate(options, 1) if str(number) in _plain(typed)]
            typer.echo(f"Bitte Zahlen von 1 bis {len(options)} eingeben.")


_MOST_SUGGESTIONS = 20
_EMPTY = re.compile(r" \(leer: [^)]*\)")
_NUMBERS = "Nummern mit Leerzeichen, 0 für nichts:"
_NUMBERS_ANEW = "Alle Nummern neu mit Leerzeichen, leer lässt alles, wie es ist, 0 für nichts:"


def _list_line(key: str, text: str) -> None:
    """Print a line of a list, wrapped to the terminal."""
    indent = " " * (len(key) + 4)
    columns = shutil.get_terminal_size().columns - 1
    typer.echo(textwrap.fill(text, columns, initial_indent=f"  {key}  ", subsequent_indent=indent))


def _plain(typed: Sequence[str]) -> set[str]:
    return {str(int(word)) for word in typed}


def _with_key(option: Option, number: int) -> Option:
    return option if option.key else Option(option.value, option.title, str(number))
