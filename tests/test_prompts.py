"""Asking one question: by keys in a list, and in plain lines; wrong input is asked for again."""

import io
from collections.abc import Callable, Iterator
from threading import Thread
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from insek_cli.prompts import BACK, Keys, Moved, Option, Plain, cleaned

COLOURS = (Option("red", "Rot", "1"), Option("blue", "Blau", "b"), Option("green", "Grün"))
NAMED = (Option("red", "Rot", "1"), Option("blue", "Blau", "2"), Option("help", "Hilfe", "h"))
HELP = Option("help", "Hilfe", "?")
MOVES = (HELP, Option("back", "zurück", "z"), Option("leave", "aufhören", "q"))
UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END = "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F"
ENTER, ESCAPE, CTRL_C, CTRL_D, TAB = "\r", "\x1b", "\x03", "\x04", "\t"


class Paper(DummyOutput):
    """A terminal of a given size that keeps what is written on it."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self.size = Size(rows=rows, columns=columns)
        self.written = ""

    def get_size(self) -> Size:
        return self.size

    def write(self, data: str) -> None:
        self.written += data

    def write_raw(self, data: str) -> None:
        self.written += data

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.written.replace("\r", "").split("\n")]


class Keyboard:
    """Types keys for a question in a terminal of a given size."""

    def __init__(self, pipe: PipeInput) -> None:
        self.pipe = pipe
        self.paper = Paper()

    def types(self, keys: str, ask: Callable[[], object], columns: int = 80, rows: int = 24) -> object:
        self.paper = Paper(columns, rows)
        self.pipe.send_text(keys)
        with create_app_session(input=self.pipe, output=self.paper):
            return ask()

    def sends_once_written(self, text: str, keys: str) -> None:
        """Send keys when a text stands on the screen (suggestions come a moment later), or after three seconds."""
        for _ in range(300):
            if text in self.paper.written:
                break
            sleep(0.01)
        self.pipe.send_text(keys)


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    with create_pipe_input() as pipe:
        yield Keyboard(pipe)


def moved(ask: Callable[[], object]) -> str:
    with pytest.raises(Moved) as caught:
        ask()
    return caught.value.to


def choose(preset: str | None = None, moves=MOVES):
    return lambda: Keys().choose("Farbe?", COLOURS, preset, moves)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("1", "red"),
        ("b", "blue"),
        ("B", "blue"),
        (DOWN + ENTER, "red"),
        (DOWN + DOWN + ENTER, "blue"),
        (DOWN * 9 + ENTER, "green"),
        (UP + ENTER, "green"),
        (UP * 9 + ENTER, "red"),
        (END + ENTER, "green"),
        (END + HOME + ENTER, "red"),
        (PAGE_DOWN + ENTER, "green"),
        (PAGE_DOWN + PAGE_UP + ENTER, "red"),
        (ENTER + ENTER + "b", "blue"),
        ("xy5ä" + "b", "blue"),
        (f"{ESCAPE}[200~1{ESCAPE}[201~b", "blue"),
    ],
)
def test_keys_and_arrows_choose(keyboard, keys, value):
    assert keyboard.types(keys, choose(moves=())) == value


def test_enter_without_a_pointer_answers_nothing(keyboard):
    assert keyboard.types(ENTER * 3 + "1", choose()) == "red"


def test_enter_pressed_before_the_question_stood_there_counts(keyboard):
    assert keyboard.types("\n", choose("blue")) == "blue"
    assert keyboard.types(" \n", lambda: Keys().tick("Farben?", COLOURS)) == ["red"]
    assert keyboard.types("Text\n", typed_text()) == "Text"


def test_enter_takes_what_was_chosen_before(keyboard):
    assert keyboard.types(ENTER, choose("blue")) == "blue"
    assert keyboard.types(DOWN + ENTER, choose("blue")) == "green"


@pytest.mark.parametrize(
    ("key", "to"), [("?", "help"), ("z", "back"), ("Z", "back"), ("q", "leave"), ("Q", "leave"), (ESCAPE, "back")]
)
def test_a_key_or_escape_leads_elsewhere(keyboard, key, to):
    assert moved(lambda: keyboard.types(key, choose("blue"))) == to
    assert moved(lambda: keyboard.types(key, lambda: Keys().tick("Farben?", COLOURS, (), MOVES))) == to


def test_escape_where_one_cannot_go_back_does_nothing(keyboard):
    assert keyboard.types(f"{ESCAPE}1", choose(moves=(HELP,))) == "red"


@pytest.mark.parametrize(("key", "error"), [(CTRL_C, KeyboardInterrupt), (CTRL_D, EOFError)])
@pytest.mark.parametrize(
    "ask",
    [choose(), lambda: Keys().text("Nachweis:"), lambda: Keys().tick("Farben?", COLOURS)],
    ids=["choose", "text", "tick"],
)
def test_interrupts_leave_every_question(keyboard, ask, key, error):
    with pytest.raises(error):
        keyboard.types(key, ask)


def test_the_answer_stays_on_the_screen_within_its_width(keyboard, capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "40")
    long = Option("long", "ein Titel, der breiter ist als ein schmales Terminal von 40 Spalten", "1")
    assert keyboard.types("1", lambda: Keys().choose("Welcher ist gemeint?", [long])) == "long"
    shown = capsys.readouterr().out
    assert " ".join(shown.split()) == f"Welcher ist gemeint? {long.title}"
    assert max(map(len, shown.splitlines())) <= 40


def test_more_options_than_single_keys_are_chosen_from_the_list(keyboard):
    many = [Option(f"n{number}", "Plan", str(number)) for number in range(1, 13)]
    assert keyboard.types(END + ENTER, lambda: Keys().choose("Welcher?", many)) == "n12"
    assert keyboard.types("1" + END + ENTER, lambda: Keys().choose("Welcher?", many)) == "n12"


LONG = [
    Option("a", "Ein sehr langer Titel eines Plans, wie ihn Ämter nun einmal vergeben, mit Untertitel und Jahr", "1"),
    Option("b", "Gebäudeenergiegesetzdurchführungsverordnungsbeispielbeschlussvorlage ohne Trennstelle", "2"),
    Option("c", "kurz", "3"),
]


@pytest.mark.parametrize("columns", [40, 60, 120])
@pytest.mark.parametrize(
    ("keys", "ask"),
    [
        (ENTER, lambda: Keys().choose("Welcher der folgenden Pläne ist hier eigentlich gemeint?", LONG, "a")),
        (ENTER, lambda: Keys().tick("Welche der folgenden Pläne gibt es bei Ihnen überhaupt?", LONG, ["a"])),
    ],
    ids=["choose", "tick"],
)
def test_long_options_wrap_and_nothing_is_cut(keyboard, keys, ask, columns):
    keyboard.types(keys, ask, columns)
    lines = keyboard.paper.lines
    assert max(map(len, lines)) < columns
    shown = "".join("".join(lines).split())
    assert all("".join(option.title.split()) in shown for option in LONG)


def test_lines_after_the_first_of_an_option_are_indented(keyboard):
    keyboard.types(ENTER, lambda: Keys().choose("Welcher?", LONG, "a"), 40)
    first = next(place for place, line in enumerate(keyboard.paper.lines) if line.startswith("> 1  Ein sehr"))
    assert keyboard.paper.lines[first + 1].startswith("  ")


def test_a_list_longer_than_the_screen_follows_the_pointer(keyboard):
    many = [Option(f"n{number}", f"Frage {number}") for number in range(1, 90)]
    assert keyboard.types(DOWN + ENTER, lambda: Keys().choose("Zu welcher Frage?", many, "n69"), rows=10) == "n70"
    assert len(keyboard.paper.lines) <= 10
    assert "> Frage 69" in keyboard.paper.lines


def test_marks_are_characters_every_console_has(keyboard):
    keyboard.types(" " + ENTER, lambda: Keys().tick("Pläne?", COLOURS, ["blue"]))
    for codepage in ("cp850", "cp1252"):
        keyboard.paper.written.encode(codepage)
    assert "> [ ] Rot" in keyboard.paper.lines
    assert "  [x] Blau" in keyboard.paper.lines


@pytest.mark.parametrize(
    ("keys", "ticked"),
    [
        (ENTER, ["green"]),
        (" " + ENTER, ["red", "green"]),
        ("  " + ENTER, ["green"]),
        (END + " " + ENTER, []),
        (DOWN + " " + UP + " " + ENTER, ["red", "blue", "green"]),
    ],
)
def test_the_space_bar_ticks_and_unticks(keyboard, keys, ticked):
    assert keyboard.types(keys, lambda: Keys().tick("Farben?", COLOURS, ["green"])) == ticked


def test_a_list_of_nothing_can_be_confirmed(keyboard):
    assert keyboard.types(f" {DOWN} {ENTER}", lambda: Keys().tick("Farben?", [])) == []


@given(st.lists(st.sampled_from([UP, DOWN, " ", HOME, END, "x"]), max_size=20))
@settings(max_examples=30, deadline=None)
def test_any_ticks_are_those_of_a_list_moved_in(keys):
    place, expected = 0, {1}
    for key in keys:
        if key == " ":
            expected ^= {place}
        else:
            place = max(0, min(2, {UP: place - 1, DOWN: place + 1, HOME: 0, END: 2}.get(key, place)))
    with create_pipe_input() as pipe:
        ticked = Keyboard(pipe).types("".join(keys) + ENTER, lambda: Keys().tick("Farben?", COLOURS, ["blue"]))
    assert ticked == [COLOURS[number].value for number in sorted(expected)]


def typed_text(preset: str = "", moves=(BACK,), suggestions=()):
    return lambda: Keys().text("Nachweis:", preset, moves, suggestions)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Protokoll 12.03.2026", "Protokoll 12.03.2026"),
        ("  Grüße aus Löbau, „ß“ ", "Grüße aus Löbau, „ß“"),
        ("a<b", "a<b"),
        ("kleiner als <", "kleiner als <"),
        ("x\x7fy", "y"),
        (" <", "<"),
        ("", ""),
        (f"{ESCAPE}[200~<eingefügt>{ESCAPE}[201~", "<eingefügt>"),
        (f"{ESCAPE}[200~Zeile 1\nZeile 2{ESCAPE}[201~", "Zeile 1\nZeile 2"),
        (f"{ESCAPE}[200~{'sehr langer Text ' * 500}{ESCAPE}[201~", ("sehr langer Text " * 500).strip()),
        (f"abc{CTRL_D}", "abc"),
    ],
    ids=range(11),
)
def test_a_line_is_taken_as_typed(keyboard, keys, text):
    assert keyboard.types(keys + ENTER, typed_text(moves=(BACK,) if text != "<" else ())) == text


def test_a_move_is_one_key_as_long_as_nothing_is_typed(keyboard):
    assert moved(lambda: keyboard.types("<", typed_text())) == "back"
    assert moved(lambda: keyboard.types(ESCAPE, typed_text())) == "back"
    assert moved(lambda: keyboard.types("Q", typed_text(moves=MOVES))) == "leave"
    assert moved(lambda: keyboard.types("ab\x7f\x7fz", typed_text(moves=MOVES))) == "back"
    assert keyboard.types("aq" + ENTER, typed_text(moves=MOVES)) == "aq"


def test_the_text_before_can_be_kept_changed_and_emptied(keyboard):
    assert keyboard.types(ENTER, typed_text("Protokoll")) == "Protokoll"
    assert keyboard.types(" 3" + ENTER, typed_text("Protokoll")) == "Protokoll 3"
    assert keyboard.types("\x15" + ENTER, typed_text("Protokoll")) == ""
    assert keyboard.types("<" + ENTER, typed_text("Protokoll")) == "Protokoll<"


def test_suggestions_are_taken_with_the_tab_key(keyboard):
    known = ("Wärmeplan 2025", "Protokoll 12.03.2026")
    for word, text in (("proto", "Protokoll 12.03.2026"), ("2025", "Wärmeplan 2025")):
        confirmed = Thread(target=keyboard.sends_once_written, args=(text, TAB + ENTER))
        confirmed.start()
        assert keyboard.types(word, typed_text(suggestions=known)) == text
        confirmed.join()
    assert keyboard.types("Pro" + ENTER, typed_text(suggestions=known)) == "Pro"
    assert "(Tabulator zeigt Vorschläge)" in keyboard.paper.written


@given(st.text(max_size=20))
def test_a_cleaned_line_can_be_written(typed):
    assert cleaned(typed).encode("utf-8").decode("utf-8") == cleaned(typed) == cleaned(typed).strip()


def test_halves_of_characters_become_question_marks():
    assert cleaned(" M\udcfcller ") == "M?ller"


# In plain lines -------------------------------------------------------------------------------------------------------


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch):
    return lambda *lines: monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("word", ["2", " 2 ", "blau", "BLAU", "blue"])
def test_option_is_chosen_by_key_words_or_value(typed, word):
    typed(word)
    assert Plain().choose("Farbe?", NAMED) == "blue"


def test_options_are_listed_with_key_and_what_was_chosen_before(typed, capsys: pytest.CaptureFixture[str]):
    typed("h")
    assert Plain().choose("Farbe?", NAMED, "blue") == "help"
    assert capsys.readouterr().out.startswith("Farbe?\n  1  Rot\n  2  Blau (vorgewählt)\n  h  Hilfe\n")


def test_empty_line_keeps_what_was_chosen_before(typed):
    typed("")
    assert Plain().choose("Farbe?", NAMED, "blue") == "blue"


def test_wrong_word_and_empty_line_without_preset_are_asked_again(typed, capsys: pytest.CaptureFixture[str]):
    typed("grün", "", "1")
    assert Plain().choose("Farbe?", NAMED) == "red"
    assert capsys.readouterr().out.count("Bitte eines davon eingeben: 1, 2, h.") == 2


def test_line_is_returned_without_blanks_around_it(typed):
    typed("  Protokoll 12.03.2026  ")
    assert Plain().text("Nachweis:") == "Protokoll 12.03.2026"


def test_empty_line_keeps_the_text_before(typed, capsys: pytest.CaptureFixture[str]):
    typed("")
    assert Plain().text("Nachweis:", "Protokoll") == "Protokoll"
    assert "Nachweis: (bisher: Protokoll; - leert) " in capsys.readouterr().out


def test_a_hyphen_empties_the_text_before(typed):
    typed("-")
    assert Plain().text("Nachweis:", "Protokoll") == ""


def test_a_suggestion_is_taken_by_its_number(typed, capsys: pytest.CaptureFixture[str]):
    typed("2", "3", "Text 2")
    known = ("Wärmeplan 2025", "Protokoll")
    assert Plain().text("Nachweis:", suggestions=known) == "Protokoll"
    assert Plain().text("Nachweis:", suggestions=known) == "3"
    assert Plain().text("Nachweis:", suggestions=known) == "Text 2"
    assert "  1  Wärmeplan 2025\n  2  Protokoll\n" in capsys.readouterr().out


def test_no_more_suggestions_are_listed_than_can_be_read(typed, capsys: pytest.CaptureFixture[str]):
    typed("21")
    assert Plain().text("Nachweis:", suggestions=[f"S{number}" for number in range(1, 40)]) == "21"
    assert "S20" in (shown := capsys.readouterr().out)
    assert "S21" not in shown


@pytest.mark.parametrize(("line", "to"), [("z", "back"), ("Z", "back"), ("?", "help"), (" q ", "leave")])
def test_the_key_of_a_move_leads_elsewhere(typed, line, to):
    for ask in (
        lambda: Plain().choose("Farbe?", NAMED, "blue", MOVES),
        lambda: Plain().text("Nachweis:", "Protokoll", MOVES),
        lambda: Plain().tick("Farben?", NAMED, (), MOVES),
    ):
        typed(line)
        assert moved(ask) == to


def test_options_without_a_key_are_numbered(typed, capsys: pytest.CaptureFixture[str]):
    typed("3")
    assert Plain().choose("Farbe?", COLOURS) == "green"
    assert "  1  Rot\n  b  Blau\n  3  Grün\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "ticked"), [("1 2", ["red", "blue"]), ("2,1", ["red", "blue"]), ("0", []), ("", ["help"])]
)
def test_numbers_tick_nought_unticks_and_an_empty_line_keeps(typed, line, ticked):
    typed(line)
    assert Plain().tick("Farben?", NAMED, ["help"]) == ticked


@pytest.mark.parametrize("line", ["4", "rot", "1 x", "-1", "²"])
def test_wrong_numbers_are_asked_again(typed, line, capsys: pytest.CaptureFixture[str]):
    typed(line, "1")
    assert Plain().tick("Farben?", NAMED) == ["red"]
    assert "Bitte Zahlen von 1 bis 3 eingeben." in capsys.readouterr().out


def test_same_number_twice_ticks_once(typed):
    typed("1 1")
    assert Plain().tick("Farben?", NAMED) == ["red"]


def test_end_of_input_leaves(typed):
    typed()
    with pytest.raises(EOFError):
        Plain().choose("Farbe?", NAMED)
