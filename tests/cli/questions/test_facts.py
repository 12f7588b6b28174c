"""Facts: choices, numbers, years, texts, and not knowing."""

from decimal import Decimal

import pytest

from insek_cli.cli.questions.talk import Move
from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue, catalogue_of
from insek_cli.core.entries import Question
from insek_cli.core.vocabulary import QuestionKind
from tests.cli.questions.script import TOWN, go, held, left
from tests.core.small import entries, plain


def facts(answers: Answers) -> dict[str, object]:
    return dict(answers.facts)


def test_choice_is_kept(catalogue: Catalogue):
    assert facts(held(catalogue, "facts.project", "new").answers) == {"project": "new"}


def test_fact_nobody_knows_is_answered_by_unknown(catalogue: Catalogue):
    assert facts(held(catalogue, "facts.project", "unknown").answers) == {"project": None}
    assert facts(held(catalogue, "facts.districts", go("unknown")).answers) == {"districts": None}


def test_earlier_answer_is_offered_again(catalogue: Catalogue):
    for value, preset in (("new", "new"), (None, "unknown")):
        talk = held(catalogue, "facts.project", "new", answers=TOWN.with_fact("project", value))
        assert talk.script.presets == [preset]
    known = TOWN.with_fact("staff-hours", Decimal("2.5"))
    assert held(catalogue, "facts.staff-hours", "2,5", answers=known).script.presets == ["2,5"]


@pytest.mark.parametrize(("typed", "value"), [("9", Decimal(9)), ("2,5", Decimal("2.5")), ("2.5", Decimal("2.5"))])
def test_number_may_have_a_comma(catalogue: Catalogue, typed, value):
    assert facts(held(catalogue, "facts.staff-hours", typed).answers) == {"staff-hours": value}


def test_wrong_number_is_told_with_an_example_and_asked_again(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    assert facts(held(catalogue, "facts.staff-hours", "viele", "-3", "", "4").answers) == {"staff-hours": Decimal(4)}
    assert capsys.readouterr().out.count("Bitte eine Zahl eingeben, zum Beispiel 12 oder 2,5.") == 3


def test_count_is_a_whole_number(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    assert facts(held(catalogue, "facts.districts", "2,5", "2.5", "viele", "9").answers) == {"districts": Decimal(9)}
    assert capsys.readouterr().out.count("Bitte eine ganze Zahl eingeben, zum Beispiel 12.") == 3


def test_year_is_a_year(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    talk = held(catalogue, "facts.existing-year", "12", "2012", answers=TOWN.with_fact("project", "update"))
    assert talk.answers.facts["existing-year"] == 2012
    assert "Jahreszahl von 1900 bis 2100" in capsys.readouterr().out


def with_a_text_question() -> Catalogue:
    made = entries(plain(criteria=[{"id": "a"}]))
    question = Question("motto", "Wie heißt Ihr Leitbild?", QuestionKind.TEXT)
    return catalogue_of(
        type(made)(**{**{name: getattr(made, name) for name in made.__slots__}, "questions": (question,)})
    )


def test_a_text_may_begin_with_any_letter_and_moves_are_signs():
    made = with_a_text_question()
    assert facts(held(made, "facts.motto", "q wie quer").answers) == {"motto": "q wie quer"}
    assert facts(held(made, "facts.motto", go("unknown")).answers) == {"motto": None}
    for move in (Move.BACK, Move.SKIP, Move.LEAVE):
        assert left(made, "facts.motto", go(move))[0] == move


def test_an_empty_text_is_no_answer(capsys: pytest.CaptureFixture[str]):
    assert facts(held(with_a_text_question(), "facts.motto", "", "Mut").answers) == {"motto": "Mut"}
    assert "Hier wird eine Antwort gebraucht." in capsys.readouterr().out


@pytest.mark.parametrize("key", ["facts.project", "facts.districts"])
@pytest.mark.parametrize("move", [Move.BACK, Move.SKIP, Move.JUMP, Move.OVERVIEW, Move.LEAVE])
def test_user_may_go_elsewhere_instead_of_answering(catalogue: Catalogue, key, move):
    to, talk = left(catalogue, key, go(move))
    assert (to, talk.saved) == (move, [TOWN])


@pytest.mark.parametrize(
    ("key", "answer", "words"),
    [
        ("facts.project", "new", "Läuft gerade nichts"),
        ("facts.districts", "3", "Zählen Sie den Hauptort mit"),
    ],
)
def test_help_is_shown_and_the_question_asked_again(
    catalogue: Catalogue, key, answer, words, capsys: pytest.CaptureFixture[str]
):
    talk = held(catalogue, key, go(Move.HELP), answer)
    assert len(talk.script.asked) == 2
    assert words in capsys.readouterr().out
