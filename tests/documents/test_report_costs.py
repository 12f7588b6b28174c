"""Effort profile, drivers, levers, cases."""

import re
from dataclasses import replace

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Chart, Table
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.place import names_of
from insek_cli.documents.report_costs import costs
from tests.documents.judging import judged
from tests.documents.reading import lines, under

PART = "Was den Aufwand treibt und senkt"


def test_costs_are_single_cases_and_never_a_range_or_a_mean(example: Assessment):
    shown = "\n".join(under(gap_report(example), PART))
    assert "Einzelfälle, keine Statistik" in shown
    assert re.findall(r"im Mittel|Durchschnitt|je Einwohner|je Kopf", shown) == []


def test_three_strongest_drivers_and_three_nearest_levers_are_shown(example: Assessment):
    blocks = list(costs(example, names_of(example.answers.municipality)))
    (drivers,) = [
        block for block in blocks if isinstance(block, Table) and block.caption == "Die stärksten Kostentreiber"
    ]
    assert len(drivers.rows) == 3
    assert len(example.costs.nearest) == 3


def charts_of(assessment: Assessment, **changed: object) -> list[Chart]:
    """Return the charts where the effort of an assessment was another."""
    found = replace(assessment, costs=replace(assessment.costs, **changed))
    return [block for block in costs(found, names_of(found.answers.municipality)) if isinstance(block, Chart)]


@pytest.mark.parametrize("points", [38, -2])
@pytest.mark.parametrize("left_out", [(), ("offered",)])
def test_picture_shows_each_step_that_changes_the_effort(example: Assessment, points, left_out):
    found = replace(example.costs, points=points, **dict.fromkeys(left_out, ()))
    (chart,) = charts_of(example, points=points, **dict.fromkeys(left_out, ()))
    steps = dict.fromkeys(max(step, 0) for step in (found.without_levers, found.points, found.with_nearest))
    assert [value * 2 for value in chart.series[0].values] == list(steps)
    assert len(chart.categories) == len(steps)


def test_effort_is_never_less_than_none(example: Assessment):
    found = replace(example, costs=replace(example.costs, points=-2))
    text = "\n".join(lines(costs(found, names_of(found.answers.municipality))))
    assert "(0 Punkte; die genutzten Hebel wiegen schwerer als die Kostentreiber" in text


def test_one_bar_alone_is_no_picture(example: Assessment):
    assert charts_of(example, used=(), offered=()) == []


def test_profile_of_a_resolved_concept_is_about_the_way_to_it(catalogue: Catalogue):
    told = "Das Profil beschreibt den Weg zum geltenden Konzept."
    for stage, is_said in (("draft", False), ("resolved", True)):
        found = judged(catalogue, f"facts: {{stage: {stage}}}\n")
        assert (told in "\n".join(lines(costs(found, names_of(found.answers.municipality))))) is is_said


ALL_FACTS = """
facts: {project: update, boundary-changed: "no", stage: preparing, delivery: own, ordered: "no", costs-from-design: "no",
  new-reports: 0, own-surveys: 0, districts: 3, public-events: 2, draft-rounds: 2, target-pages: 25, duration-months: 10,
  offices-asked: 3, staff-hours: 8}
criteria: {district-profiles: met}
"""


def test_class_is_preliminary_while_answers_are_missing_that_could_make_it_heavier(catalogue: Catalogue):
    nothing, everything = (
        "\n".join(lines(costs(found, names_of(found.answers.municipality))))
        for found in (judged(catalogue), judged(catalogue, ALL_FACTS))
    )
    assert re.search(r"Aufwandsprofil: mittel \(\d+ Punkte; vorläufig, zu \d+ Kostentreibern fehlen Angaben\)", nothing)
    assert "vorläufig" not in everything
