"""Effort profile, drivers, levers, cases."""

import re

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Chart, Table
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.place import names_of
from insek_cli.documents.report_costs import costs
from tests.documents.reading import under

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


def test_picture_shows_effort_before_and_after_levers(example: Assessment):
    (chart,) = [block for block in costs(example, names_of(example.answers.municipality)) if isinstance(block, Chart)]
    before, now, after = chart.series[0].values
    assert before >= now >= after
    assert now * 2 == example.costs.points
