"""The page a session starts with."""

from dataclasses import replace
from decimal import Decimal

import pytest

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Municipality, PlaceKind, PlanEntry
from insek_cli.core.catalogue import catalogue_of
from insek_cli.core.entries import Minutes
from insek_cli.core.interview import UNNAMED, Scope, start_interview
from insek_cli.core.vocabulary import Proof, Status
from insek_cli.documents.progress_page import progress_blocks
from tests.core.small import entries, plain
from tests.documents.reading import lines

TOWN = Municipality("Musterdorf", inhabitants=900, kind=PlaceKind.STADT)
PARTS = plain(
    questions=[{"id": "project"}],
    plans=[{"id": "budget", "common": True}],
    criteria=[{"id": "a"}, {"id": "b", "section": "two"}],
    sections=("one", "two"),
)
ALL = Answers(
    TOWN,
    {"project": "yes"},
    (PlanEntry("budget", state=EntryState.NONE),),
    {"a": CriterionAnswer(Status.MET), "b": CriterionAnswer(Status.MET)},
    (),
)


def page(answers: Answers, pace: str = "0.5", criterion: str = "0.5") -> list[str]:
    made = entries(PARTS)
    minutes = Minutes(Decimal(pace), Decimal(2), Decimal(1), Decimal(criterion), Proof.ASSUMPTION)
    paced = catalogue_of(replace(made, head=replace(made.head, minutes=minutes)))
    return list(lines(progress_blocks(start_interview(paced, answers, Scope()))))


def test_a_new_file_begins_with_who_answers():
    title, next_step, *_ = page(Answers(UNNAMED))
    assert title == "Neue Selbsteinschätzung"
    assert next_step == (
        "Es geht los mit „Gemeinde“. Noch etwa 4 Minuten ohne Nachschlagen. "
        "Nach jeder Antwort wird gespeichert; Sie können jederzeit aufhören."
    )


def test_every_part_stands_with_its_numbers():
    criteria = {"a": CriterionAnswer(Status.UNKNOWN, flagged=True), "b": CriterionAnswer(Status.LATER)}
    title, next_step, *table = page(Answers(TOWN, criteria=criteria))
    assert title == "Stadt Musterdorf"
    assert next_step.startswith("Es geht weiter mit „t“. Noch etwa 3 Minuten")
    assert table == [
        "Teil | beantwortet | offen | weiß nicht / später",
        "Gemeinde und Vorhaben | 1 von 2 | 1 | –",
        "Pläne | 0 von 1 | 1 | –",
        "t | 1 von 1 | – | 1 / 0",
        "t | 1 von 1 | – | 0 / 1",
        "Unterstützung | 0 von 1 | 1 | –",
        "Gemerkt: 1.",
    ]


def test_everything_answered_leads_on():
    assert page(ALL)[1].startswith("Alles ist beantwortet. Als Nächstes: Antworten prüfen und den Bericht schreiben.")
    assert "Minute" not in page(ALL)[1]


@pytest.mark.parametrize(("facts", "times"), [({"project": None}, "2-mal"), ({"project": "yes"}, "Einmal")])
def test_what_nobody_knows_is_to_be_clarified_next(facts, times):
    criteria = {**ALL.criteria, "a": CriterionAnswer(Status.UNKNOWN)}
    told = page(replace(ALL, facts=facts, criteria=criteria))[1]
    assert told.startswith(f"Alles ist beantwortet. {times} steht „weiß nicht“; klären Sie das als Nächstes.")


@pytest.mark.parametrize(
    ("minutes", "told"),
    [("0.5", "1 Minute"), ("1.5", "2 Minuten"), ("20", "20 Minuten"), ("21", "20 Minuten"), ("43.5", "45 Minuten")],
)
def test_time_is_told_as_people_say_it(minutes, told):
    only_a = replace(ALL, criteria={"b": CriterionAnswer(Status.MET)})
    assert f" Noch etwa {told} ohne Nachschlagen." in page(only_a, criterion=minutes)[1]


def test_without_a_pace_no_time_is_told():
    interview = start_interview(catalogue_of(entries(PARTS)), Answers(UNNAMED), Scope())
    assert "Noch etwa" not in "".join(lines(progress_blocks(interview)))
