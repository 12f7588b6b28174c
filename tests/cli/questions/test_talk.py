"""What all questions have in common."""

import pytest

from insek_cli.cli.questions.talk import CRITERION_MOVES, MOVES, Move, choose, say, say_line, say_moves
from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import paragraph
from insek_cli.prompts import Option
from tests.cli.questions.script import TOWN, Held, go

LONG = "Ein Satz, der länger ist als ein schmales Terminal breit und deshalb umbrochen wird, ohne ein Wort zu trennen."


def test_changed_answers_are_saved_and_unchanged_ones_are_not(catalogue: Catalogue):
    talk = Held(catalogue, "facts.project", TOWN, [])
    talk.change(lambda interview: interview.next())
    assert (talk.saved, talk.interview.at) == ([TOWN], "facts.stage")
    talk.keep(lambda answers: answers.with_fact("stage", None))
    assert (len(talk.saved), talk.interview.at) == (2, "facts.stage")


def test_what_the_file_holds_after_saving_goes_on(catalogue: Catalogue):
    talk = Held(catalogue, "facts.project", TOWN, [])
    talk.save = and_somebody_else_answered
    talk.change(lambda interview: interview.answer_fact("project", "new"))
    assert talk.answers.facts == {"project": "new", "districts": 4}


def and_somebody_else_answered(before: Answers, after: Answers) -> Answers:
    return after.with_fact("districts", 4)


def test_no_move_shares_its_key_with_another():
    for moves in (MOVES, CRITERION_MOVES):
        assert len({move.key for move in moves}) == len(moves) == len({move.value for move in moves})


def test_all_keys_are_shown_and_stay_beside_their_words(capsys: pytest.CaptureFixture[str], monkeypatch):
    for columns in ("40", "60", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        say_moves(CRITERION_MOVES)
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= int(columns)
        assert all(any(f"{move.key} {move.title.split()[0]}" in line for line in lines) for move in CRITERION_MOVES)


def test_sentences_fit_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    for say_it in (lambda: say_line(LONG), lambda: say(paragraph(LONG))):
        say_it()
        shown = capsys.readouterr().out
        assert max(map(len, shown.splitlines())) <= 40
        assert " ".join(shown.split()) == LONG


def test_nothing_to_say_leaves_no_gap(capsys: pytest.CaptureFixture[str]):
    say()
    assert capsys.readouterr().out == ""


def test_help_is_said_once_and_the_question_asked_again(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    talk = Held(catalogue, "facts.project", TOWN, [go(Move.HELP), "a"])
    assert choose(talk, [Option("a", "A", "1")], None, iter([paragraph(LONG)])) == "a"
    assert " ".join(capsys.readouterr().out.split()).count(LONG) == 1
