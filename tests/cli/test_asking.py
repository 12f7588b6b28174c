"""Which question is put for which step."""

import pytest

from insek_cli.cli.questions.talk import Move
from insek_cli.core.answers import Answers, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.interview import Scope, start_interview
from tests.cli.questions.script import TOWN, go, held, left


def test_progress_stands_before_every_question(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    held(catalogue, "facts.project", "new")
    steps = len(start_interview(catalogue, TOWN, Scope()).steps())
    assert capsys.readouterr().out.startswith(f"\n[2 von {steps}, 1 beantwortet]")


def test_every_step_can_be_asked(catalogue: Catalogue):
    plans = tuple(PlanEntry(kind) for kind in catalogue.plan)
    answers = Answers(TOWN.municipality, {"project": "update"}, plans)
    for step in start_interview(catalogue, answers, Scope()).steps():
        move = "back" if step.key == "municipality" else Move.LEAVE
        assert left(catalogue, step.key, go(move), answers=answers)[0] == move
