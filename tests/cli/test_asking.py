"""How each step is put to the user and what an answer makes of it, with scripted answers instead of a terminal."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import pytest

from insek_cli.cli.asking import Move, ask
from insek_cli.core.answers import (
    Answers,
    Area,
    CriterionAnswer,
    EntryState,
    Municipality,
    PlaceKind,
    PlanEntry,
    Rights,
)
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.entries import Status
from insek_cli.core.interview import Interview, Scope, start_interview
from insek_cli.prompts import Option


class Script:
    """Answers as written down before; remembers what was asked, and refuses answers that are not offered."""

    def __init__(self, answers: Iterable[object]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.presets: list[object] = []

    def choose(self, question: str, options: Sequence[Option], preset: str | None = None) -> str:
        answer = self._next(question, preset)
        assert answer in [option.value for option in options]
        assert len({option.key for option in options}) == len(options)
        assert preset is None or preset in [option.value for option in options]
        return str(answer)

    def text(self, question: str, preset: str = "") -> str:
        return str(self._next(question, preset))

    def tick(self, question: str, options: Sequence[Option], preset: Sequence[str] = ()) -> list[str]:
        answer = self._next(question, preset)
        assert isinstance(answer, list)
        assert set(answer) <= {option.value for option in options}
        return answer

    def _next(self, question: str, preset: object) -> object:
        self.asked.append(question)
        self.presets.append(preset)
        return self.answers.pop(0)


def at(catalogue: Catalogue, key: str, answers: Answers | None = None) -> Interview:
    return start_interview(catalogue, answers or Answers(Municipality("Ort", inhabitants=900)), Scope()).jump(key)


def answered(interview: Interview, *answers: object) -> Interview:
    """Return the interview after the step at hand; every scripted answer must have been asked for."""
    script = Script(answers)
    after = ask(script, interview, interview.step)
    assert script.answers == []
    assert isinstance(after, Interview)
    return after


def moved(interview: Interview, *answers: object) -> Move:
    script = Script(answers)
    after = ask(script, interview, interview.step)
    assert script.answers == []
    assert isinstance(after, Move)
    return after


def test_place_is_taken_as_people_type_it(catalogue: Catalogue):
    start = start_interview(catalogue, Answers(Municipality("Ort")), Scope())
    after = answered(start, "Musterdorf", "gemeinde", "6.480", "14522999", "Musterkreis")
    assert after.answers.municipality == Municipality(
        "Musterdorf", kind=PlaceKind.GEMEINDE, inhabitants=6480, ags="14522999", landkreis="Musterkreis"
    )
    assert after.at != "municipality"


def test_place_may_leave_key_and_landkreis_unknown_but_not_name_and_inhabitants(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    start = start_interview(catalogue, Answers(Municipality("Ort")), Scope())
    after = answered(start, "", "Dorf", "stadt", "", "viele", "0", "6 480", "123", "", "")
    assert (after.answers.municipality.ags, after.answers.municipality.landkreis) == (None, None)
    assert after.answers.municipality.inhabitants == 6480
    said = capsys.readouterr().out
    assert "Hier wird eine Antwort gebraucht." in said
    assert "Einwohnerzahl von 1 bis" in said
    assert "acht Ziffern" in said


def test_new_place_has_no_preset_and_a_known_one_its_own(catalogue: Catalogue):
    script = Script(["A", "stadt", "5", "", ""])
    known = at(catalogue, "municipality", Answers(Municipality("Alt", kind=PlaceKind.STADT, inhabitants=7)))
    ask(script, known, known.step)
    assert script.presets == ["Alt", "stadt", "7", "", ""]


def test_choice_is_kept(catalogue: Catalogue):
    assert answered(at(catalogue, "facts.project"), "new").answers.facts == {"project": "new"}


def test_fact_nobody_knows_is_answered_by_unknown(catalogue: Catalogue):
    after = answered(at(catalogue, "facts.project"), "unknown")
    assert after.answers.facts == {"project": None}
    assert answered(at(catalogue, "facts.districts"), "w").answers.facts == {"districts": None}


def test_earlier_choice_is_offered_again(catalogue: Catalogue):
    step = at(catalogue, "facts.project", Answers(Municipality("Ort"), facts={"project": "new"}))
    script = Script(["new"])
    ask(script, step, step.step)
    assert script.presets == ["new"]


@pytest.mark.parametrize(("typed", "value"), [("9", Decimal(9)), ("2,5", Decimal("2.5")), ("2.5", Decimal("2.5"))])
def test_number_may_have_a_comma(catalogue: Catalogue, typed, value):
    assert answered(at(catalogue, "facts.districts"), typed).answers.facts == {"districts": value}


def test_wrong_number_is_told_and_asked_again(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    after = answered(at(catalogue, "facts.districts"), "viele", "-3", "", "4")
    assert after.answers.facts == {"districts": Decimal(4)}
    assert capsys.readouterr().out.count("Hier gehört eine Zahl hin") == 3


def test_year_is_a_year(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    start = at(catalogue, "facts.existing-year", Answers(Municipality("Ort"), facts={"project": "update"}))
    assert answered(start, "12", "2012").answers.facts["existing-year"] == 2012
    assert "Jahreszahl von 1900 bis 2100" in capsys.readouterr().out


@pytest.mark.parametrize("key", ["facts.project", "criteria.swot", "plans.land-use-plan"])
@pytest.mark.parametrize("move", [Move.BACK, Move.SKIP, Move.LEAVE])
def test_user_may_go_elsewhere_instead_of_answering(catalogue: Catalogue, key, move):
    assert moved(at(catalogue, key), move) is move


@pytest.mark.parametrize(("typed", "move"), [("z", Move.BACK), ("S", Move.SKIP), ("q", Move.LEAVE)])
def test_letter_moves_where_a_number_is_typed(catalogue: Catalogue, typed, move):
    assert moved(at(catalogue, "facts.districts"), typed) is move


@pytest.mark.parametrize(
    ("key", "help_word", "answer"),
    [
        ("facts.project", Move.HELP, "new"),
        ("facts.districts", "h", "3"),
        ("plans.land-use-plan", Move.HELP, "none"),
        ("criteria.swot", Move.HELP, Move.SKIP),
    ],
)
def test_help_is_shown_and_the_question_asked_again(
    catalogue: Catalogue, key, help_word, answer, capsys: pytest.CaptureFixture[str]
):
    step = at(catalogue, key)
    script = Script([help_word, answer])
    ask(script, step, step.step)
    assert len(script.asked) == 2
    shown = capsys.readouterr().out
    words = {
        "facts.project": "Läuft gerade nichts",
        "facts.districts": "Zählen Sie den Hauptort mit",
        "plans.land-use-plan": "Grundlage: ",
        "criteria.swot": "Quellen:",
    }
    assert words[key] in shown


PLAN = (
    "available",
    "Wärmeplan",
    "2025",
    "2026-03-12",
    "whole",
    "pdf",
    "yes",
)


def test_plan_at_hand_is_asked_for_its_details(catalogue: Catalogue):
    after = answered(at(catalogue, "plans.heat-plan"), *PLAN)
    (plan,) = after.answers.plans
    assert (plan.type, plan.title, plan.data_year) == ("heat-plan", "Wärmeplan", 2025)
    assert str(plan.resolved) == "2026-03-12"
    assert (plan.area, plan.format, plan.rights) == (Area.WHOLE, PlanFormat.PDF, Rights.YES)
    assert plan.state is EntryState.AVAILABLE


def test_details_of_a_plan_may_stay_unknown_and_wrong_ones_are_asked_again(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    after = answered(
        at(catalogue, "plans.heat-plan"), "available", "", "bald", "", "2026-02-30", "", "unknown", "unknown", "unclear"
    )
    (plan,) = after.answers.plans
    assert (plan.title, plan.data_year, plan.resolved, plan.area, plan.format) == (None, None, None, None, None)
    said = capsys.readouterr().out
    assert "Jahreszahl von 1900 bis 2100" in said
    assert "Diesen Tag gibt es nicht." in said


@pytest.mark.parametrize("state", ["requested", "none"])
def test_plan_that_is_not_there_is_asked_for_nothing_else(catalogue: Catalogue, state):
    (plan,) = answered(at(catalogue, "plans.heat-plan"), state).answers.plans
    assert plan.state == state


def test_second_plan_of_a_type_and_other_details_are_kept(catalogue: Catalogue):
    first = PlanEntry("heat-plan", title="Erster", note="bleibt", holder_name="Amt")
    second = PlanEntry("heat-plan", title="Zweiter")
    start = at(catalogue, "plans.heat-plan", Answers(Municipality("Ort"), plans=(first, second)))
    after = answered(start, *PLAN)
    assert [(plan.title, plan.note, plan.holder_name) for plan in after.answers.plans] == [
        ("Wärmeplan", "bleibt", "Amt"),
        ("Zweiter", None, None),
    ]


@pytest.mark.parametrize("status", ["met", "partial"])
def test_evidence_and_note_stand_beside_what_is_there(catalogue: Catalogue, status):
    after = answered(at(catalogue, "criteria.swot"), status, "Protokoll 12.03.2026", "Seite 4")
    assert after.answers.criteria["swot"] == CriterionAnswer(
        Status(status), evidence="Protokoll 12.03.2026", note="Seite 4"
    )


@pytest.mark.parametrize("status", ["unmet", "later", "unknown"])
def test_note_stands_beside_what_is_not(catalogue: Catalogue, status):
    after = answered(at(catalogue, "criteria.swot"), status, "klärt das Bauamt")
    assert after.answers.criteria["swot"] == CriterionAnswer(Status(status), note="klärt das Bauamt")


def test_reason_is_asked_for_where_something_does_not_apply(catalogue: Catalogue):
    after = answered(at(catalogue, "criteria.swot"), "not-applicable", "kein Ortsteil")
    assert after.answers.criteria["swot"] == CriterionAnswer(Status.NOT_APPLICABLE, reason="kein Ortsteil")


def test_everything_beside_an_answer_may_be_left_out(catalogue: Catalogue):
    assert answered(at(catalogue, "criteria.swot"), "met", "", "").answers.criteria["swot"] == CriterionAnswer(
        Status.MET
    )


def test_new_status_keeps_owner_and_date(catalogue: Catalogue):
    known = CriterionAnswer(Status.UNMET, owner="Bauamt", by="Hauptamt", flagged=True)
    start = at(catalogue, "criteria.swot", Answers(Municipality("Ort"), criteria={"swot": known}))
    after = answered(start, "met", "", "").answers.criteria["swot"]
    assert (after.status, after.owner, after.by, after.flagged) == (Status.MET, "Bauamt", "Hauptamt", True)


def test_support_is_ticked(catalogue: Catalogue):
    wanted = list(catalogue.support)[:2]
    assert list(answered(at(catalogue, "support"), wanted).answers.support) == wanted


def test_progress_stands_before_every_question(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    answered(at(catalogue, "facts.project"), "new")
    assert capsys.readouterr().out.startswith("\n[2 von ")


def test_every_step_can_be_asked(catalogue: Catalogue):
    interview = start_interview(
        catalogue, Answers(Municipality("Ort", inhabitants=900), facts={"project": "update"}), Scope()
    )
    for step in interview.steps():
        if step.key not in {"municipality", "support"}:
            here = interview.jump(step.key)
            assert moved(here, "q" if _is_typed(step) else Move.LEAVE) is Move.LEAVE


def _is_typed(step) -> bool:
    return step.key.startswith("facts.") and step.question.kind != "choice"
