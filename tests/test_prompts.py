"""Asking in plain lines: numbers, letters, words, presets; wrong input is asked for again."""

import io

import pytest

from insek_cli.prompts import Option, Plain

COLOURS = (Option("red", "Rot", "1"), Option("blue", "Blau", "2"), Option("help", "Hilfe", "h"))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch):
    return lambda *lines: monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("word", ["2", " 2 ", "blau", "BLAU", "blue"])
def test_option_is_chosen_by_key_words_or_value(typed, word):
    typed(word)
    assert Plain().choose("Farbe?", COLOURS) == "blue"


def test_options_are_listed_with_key_and_what_was_chosen_before(typed, capsys: pytest.CaptureFixture[str]):
    typed("h")
    assert Plain().choose("Farbe?", COLOURS, "blue") == "help"
    assert capsys.readouterr().out.startswith("Farbe?\n  1  Rot\n  2  Blau (bisher)\n  h  Hilfe\n")


def test_empty_line_keeps_what_was_chosen_before(typed):
    typed("")
    assert Plain().choose("Farbe?", COLOURS, "blue") == "blue"


def test_wrong_word_and_empty_line_without_preset_are_asked_again(typed, capsys: pytest.CaptureFixture[str]):
    typed("grün", "", "1")
    assert Plain().choose("Farbe?", COLOURS) == "red"
    assert capsys.readouterr().out.count("Bitte eines davon eingeben: 1, 2, h.") == 2


def test_line_is_returned_without_blanks_around_it(typed):
    typed("  Protokoll 12.03.2026  ")
    assert Plain().text("Nachweis:") == "Protokoll 12.03.2026"


def test_empty_line_keeps_the_text_before(typed, capsys: pytest.CaptureFixture[str]):
    typed("")
    assert Plain().text("Nachweis:", "Protokoll") == "Protokoll"
    assert "Nachweis: (bisher: Protokoll) " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "ticked"), [("1 2", ["red", "blue"]), ("2,1", ["blue", "red"]), ("0", []), ("", ["help"])]
)
def test_numbers_tick_nought_unticks_and_an_empty_line_keeps(typed, line, ticked):
    typed(line)
    assert Plain().tick("Farben?", COLOURS, ["help"]) == ticked


@pytest.mark.parametrize("line", ["4", "rot", "1 x", "-1", "²"])
def test_wrong_numbers_are_asked_again(typed, line, capsys: pytest.CaptureFixture[str]):
    typed(line, "1")
    assert Plain().tick("Farben?", COLOURS) == ["red"]
    assert "Bitte Zahlen von 1 bis 3 eingeben." in capsys.readouterr().out


def test_same_number_twice_ticks_once(typed):
    typed("1 1")
    assert Plain().tick("Farben?", COLOURS) == ["red"]


def test_end_of_input_leaves(typed):
    typed()
    with pytest.raises(EOFError):
        Plain().choose("Farbe?", COLOURS)
