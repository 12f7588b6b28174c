"""A criterion: its status, and what stands beside it."""

from dataclasses import replace
from datetime import date

import pytest

from insek_cli.cli.questions.talk import Move
from insek_cli.core.answers import CriterionAnswer, Feedback, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from tests.cli.questions.script import TODAY, TOWN, go, held, left


def swot(talk) -> CriterionAnswer | None:
    return talk.answers.criteria.get("swot")


def signed(status: str, **beside: object) -> CriterionAnswer:
    return CriterionAnswer(Status(status), **{"on": TODAY, **beside})


@pytest.mark.parametrize("status", ["met", "partial"])
def test_evidence_is_asked_for_what_is_there(catalogue: Catalogue, status):
    talk = held(catalogue, "criteria.swot", status, "Protokoll 12.03.2026")
    assert swot(talk) == signed(status, evidence="Protokoll 12.03.2026")


@pytest.mark.parametrize("status", ["unmet", "later", "unknown"])
def test_nothing_more_is_asked_for_what_is_not(catalogue: Catalogue, status):
    assert swot(held(catalogue, "criteria.swot", status)) == signed(status)


def test_reason_is_asked_for_where_something_does_not_apply(catalogue: Catalogue):
    talk = held(catalogue, "criteria.swot", "not-applicable", "kein Ortsteil")
    assert swot(talk) == signed("not-applicable", reason="kein Ortsteil")


def test_evidence_and_reason_may_be_left_out(catalogue: Catalogue):
    assert swot(held(catalogue, "criteria.swot", "met", "")) == signed("met")
    assert swot(held(catalogue, "criteria.swot", "not-applicable", "")) == signed("not-applicable")


def test_the_quick_check_asks_for_no_evidence(catalogue: Catalogue):
    quick = next(criterion for criterion in catalogue.criteria if criterion.quick)
    talk = held(catalogue, f"criteria.{quick.id}", "met", quick=True)
    assert talk.answers.criteria[quick.id] == signed("met")


def test_new_status_keeps_what_stands_beside(catalogue: Catalogue):
    known = CriterionAnswer(Status.UNMET, evidence="alt", note="n", owner="Bauamt", by="Hauptamt", flagged=True)
    talk = held(catalogue, "criteria.swot", "met", "neu", answers=TOWN.with_criterion("swot", known))
    assert swot(talk) == signed("met", evidence="neu", note="n", owner="Bauamt", flagged=True)
    assert talk.script.presets == ["unmet", "alt"]


def test_who_answers_is_kept_with_the_answer(catalogue: Catalogue):
    assert swot(held(catalogue, "criteria.swot", "unmet", person="Bauamt")) == signed("unmet", by="Bauamt")


def test_the_status_is_saved_before_evidence_is_asked(catalogue: Catalogue):
    talk = held(catalogue, "criteria.swot", "met", "Protokoll")
    assert [answers.criteria.get("swot") for answers in talk.saved] == [
        None,
        signed("met"),
        signed("met", evidence="Protokoll"),
    ]


def test_going_back_from_the_evidence_asks_the_status_again(catalogue: Catalogue):
    talk = held(catalogue, "criteria.swot", "met", go(), "unmet")
    assert swot(talk) == signed("unmet")


def test_evidence_known_is_suggested(catalogue: Catalogue):
    answers = TOWN.with_plans((PlanEntry("heat-plan", title="Wärmeplan", data_year=2025),))
    answers = answers.with_criterion("council-resolution", CriterionAnswer(Status.MET, evidence="Protokoll"))
    talk = held(catalogue, "criteria.swot", "met", "", answers=answers)
    assert talk.script.suggested == [["Protokoll", "Wärmeplan 2025"]]


def test_help_shows_sources_and_plans(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    held(catalogue, "criteria.swot", go(Move.HELP), "unmet")
    shown = capsys.readouterr().out
    assert "Quellen:" in shown
    assert "Pflichtgrad:" in shown
    assert "gilt die Frage" not in shown


@pytest.mark.parametrize(
    ("move", "typed", "beside"),
    [
        (Move.NOTE, ("bitte prüfen",), {"note": "bitte prüfen"}),
        (Move.EVIDENCE, ("Protokoll",), {"evidence": "Protokoll"}),
        (Move.OWNER, ("Bauamt", "30.11.2026"), {"owner": "Bauamt", "due": date(2026, 11, 30)}),
        (Move.FLAG, (), {"flagged": True}),
    ],
)
def test_what_is_noted_beside_an_open_question_is_kept_and_it_counts_as_unknown(
    catalogue: Catalogue, move, typed, beside, capsys: pytest.CaptureFixture[str]
):
    to, talk = left(catalogue, "criteria.swot", go(move), *typed, go(Move.LEAVE))
    assert (to, swot(talk)) == (Move.LEAVE, signed("unknown", **beside))
    assert "Bis zu Ihrer Antwort gilt die Frage als „weiß nicht“." in capsys.readouterr().out


def test_what_is_noted_beside_an_answer_leaves_it(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    answers = TOWN.with_criterion("swot", CriterionAnswer(Status.MET))
    _, talk = left(catalogue, "criteria.swot", go(Move.NOTE), "siehe Anlage", go(Move.SKIP), answers=answers)
    assert (swot(talk).status, swot(talk).note) == (Status.MET, "siehe Anlage")
    assert "gilt die Frage" not in capsys.readouterr().out


def test_going_back_from_a_note_keeps_the_question_open(catalogue: Catalogue):
    _, talk = left(catalogue, "criteria.swot", go(Move.NOTE), go(), go(Move.SKIP))
    assert swot(talk) is None


def test_no_gap_is_left_where_nothing_was_answered(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    held(catalogue, "criteria.swot", "unmet")
    assert "\n\n\n" not in capsys.readouterr().out


def test_a_flag_is_set_and_taken_away(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    talk = held(catalogue, "criteria.swot", go(Move.FLAG), go(Move.FLAG), "met", "")
    assert swot(talk) == signed("met")
    said = capsys.readouterr().out
    assert "Gemerkt." in said
    assert "Nicht mehr gemerkt." in said


def test_a_wrong_day_is_asked_again(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    _, talk = left(catalogue, "criteria.swot", go(Move.OWNER), "Bauamt", "bald", "31.2.2026", "", go(Move.BACK))
    assert (swot(talk).owner, swot(talk).due) == ("Bauamt", None)
    assert "Bitte einen Tag eingeben, den es gibt, zum Beispiel 12.03.2026." in capsys.readouterr().out


@pytest.mark.parametrize("move", [Move.BACK, Move.SKIP, Move.JUMP, Move.OVERVIEW, Move.LEAVE])
def test_user_may_go_elsewhere_instead_of_answering(catalogue: Catalogue, move):
    to, talk = left(catalogue, "criteria.swot", go(move))
    assert (to, talk.saved) == (move, [TOWN])


def test_feedback_is_asked_after_the_answer_where_wished(catalogue: Catalogue):
    talk = held(catalogue, "criteria.swot", "unmet", "6", "5", "2", "zu lang", feedback=True)
    assert talk.answers.feedback == {"swot": Feedback(5, 2, "zu lang")}


def test_feedback_left_empty_is_not_kept(catalogue: Catalogue):
    assert held(catalogue, "criteria.swot", "unmet", "", "", "", feedback=True).answers.feedback == {}


def test_feedback_given_before_is_offered_again_and_can_be_taken_back(catalogue: Catalogue):
    answers = TOWN.with_feedback("swot", Feedback(useful=3))
    talk = held(catalogue, "criteria.swot", "unmet", "3", "", "", answers=answers, feedback=True)
    assert talk.script.presets[1:] == ["3", "", ""]
    emptied = held(catalogue, "criteria.swot", "unmet", "", "", "", answers=answers, feedback=True)
    assert emptied.answers.feedback.get("swot", Feedback()) == Feedback()


def test_who_answered_stays_when_somebody_else_only_notes_or_confirms(catalogue: Catalogue):
    known = CriterionAnswer(Status.UNMET, by="Hauptamt", on=date(2026, 1, 2))
    talk = held(
        catalogue, "criteria.swot", go(Move.NOTE), "nachsehen", "unmet", answers=TOWN.with_criterion("swot", known)
    )
    assert swot(talk) == replace(known, note="nachsehen")
