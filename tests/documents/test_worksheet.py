"""The worksheet: all boxes empty without answers, the right ones ticked with them."""

import pytest

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from insek_cli.core.vocabulary import Status
from insek_cli.documents.blocks import EMPTY_BOX, TICKED_BOX
from insek_cli.documents.worksheet import STATUS_BOXES
from tests.conftest import TODAY
from tests.documents.judging import judged
from tests.documents.papers import made
from tests.documents.reading import said, under


def sheet(assessment: Assessment) -> str:
    return said(made(assessment, PaperId.WORKSHEET)).replace("\u00a0", " ")


def row(assessment: Assessment, start: str) -> str:
    (found,) = [line for line in sheet(assessment).split("\n") if line.startswith(start)]
    return found


def test_blank_sheet_has_every_deciding_point_plan_driver_and_support_and_no_tick(catalogue: Catalogue):
    text = sheet(assess(catalogue, Answers(Municipality("")), TODAY))
    assert TICKED_BOX not in text
    quick = [criterion for criterion in catalogue.criteria if criterion.quick]
    assert text.count(f"{EMPTY_BOX} teilweise") == len(quick)
    entries = catalogue.entries
    common = [kind for kind in entries.plans if kind.common]
    for entry in (*quick, *common, *entries.drivers, *entries.support):
        assert entry.title in text, entry.title


@pytest.mark.parametrize("status", Status)
def test_one_box_of_a_status_is_ticked(catalogue: Catalogue, status):
    line = row(judged(catalogue, f"criteria: {{swot: {status}}}"), "Stärken, Schwächen, Handlungsbedarf.")
    assert line.count(TICKED_BOX) == 1
    assert f"{TICKED_BOX} {STATUS_BOXES[status]}" in line


@pytest.mark.parametrize(
    ("plan", "ticked"),
    [
        ("{type: kita-plan, data-year: 2025}", "☒ liegt vor   ☐ beim Landkreis   ☐ fehlt | 2025"),
        ("{type: kita-plan, state: requested}", "☐ liegt vor   ☒ beim Landkreis   ☐ fehlt | "),
        ("{type: kita-plan, state: none}", "☐ liegt vor   ☒ beim Landkreis   ☐ fehlt | "),
        ("{type: budget, state: none}", "☐ liegt vor   ☐ beim Landkreis   ☐ fehlt | "),
    ],
)
def test_plan_is_ticked_where_it_is(catalogue: Catalogue, plan, ticked):
    line = row(judged(catalogue, f"plans: [{plan}]"), "Bedarfsplan Kindertagesbetreuung")
    assert line.endswith(ticked)


def test_own_plan_that_is_not_there_is_missing(catalogue: Catalogue):
    line = row(judged(catalogue, "plans: [{type: budget, state: none}]"), "Haushalt mit Finanzplan")
    assert "☒ fehlt" in line


def test_plans_beyond_the_common_ones_are_named_below(catalogue: Catalogue):
    text = sheet(judged(catalogue, "plans: [{type: land-use-plan, data-year: 2004}, {type: heat-plan}]"))
    assert "Außerdem liegt vor: Flächennutzungsplan (2004); " in text


def test_key_facts_drivers_and_support_are_ticked(catalogue: Catalogue):
    yaml = "facts: {project: new, new-reports: 2, districts: 4}\nsupport: [maps]"
    text = sheet(judged(catalogue, yaml))
    for words in ("Erstes Konzept", "Neue Gutachten statt Auswertung der vorhandenen", "Karten und Geodaten"):
        assert f"{TICKED_BOX} {words}" in text
    assert "Wie viele Ortsteile hat die Gemeinde?: 4" in text


def test_question_and_criterion_that_do_not_apply_are_left_out(catalogue: Catalogue):
    text = sheet(judged(catalogue, "facts: {project: new, urban-funding: 'no'}"))
    assert "In welchem Jahr" not in text
    assert "Fördergebiet ableitbar" not in text


def test_next_steps_come_with_owner_and_day_and_are_free_lines_without_answers(catalogue: Catalogue):
    yaml = "criteria: {swot: {status: unmet, owner: Bauamt, due: 2027-01-29}}"
    steps = under(made(judged(catalogue, yaml), PaperId.WORKSHEET), "Die nächsten Schritte")
    assert len(steps) == 6
    assert under(made(judged(catalogue), PaperId.WORKSHEET), "Die nächsten Schritte")[1:] == [" |  | "] * 5
