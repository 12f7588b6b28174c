"""First page: level, substance, work, picture, five steps with who does them."""

import re

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.steps import steps
from insek_cli.documents.blocks import Chart
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged
from tests.documents.reading import said, under


def first_page(assessment: Assessment) -> list[str]:
    return under(gap_report(assessment), "Auf einen Blick")


def test_first_page_names_level_work_and_five_next_steps_with_owner(example: Assessment):
    shown = "\n".join(first_page(example))
    assert "Stufe: Auf dem Weg." in shown
    assert "Vorhandene Substanz: Für 7 von 12 Themen" in shown
    assert re.search(r"kostet im Haus \d+ bis \d+ Arbeitstage \(Annahme\)", shown)
    assert "bis 31.03.2027" in shown
    expected = steps(example.gaps, example.situation)
    rows = [line for line in first_page(example) if line.count(" | ") == 2][1:]
    assert [row.split(". ")[0] for row in rows] == [gap.criterion.title for gap in expected[:5]]


def test_steps_are_those_until_the_council_meets(example: Assessment):
    assert "Die nächsten Schritte, zu beginnen bis zur nächsten Sitzung des Stadtrates" in first_page(example)


def test_chart_has_a_bar_per_section(example: Assessment):
    chart = next(block for block in gap_report(example).blocks if isinstance(block, Chart))
    assert len(chart.categories) == len(example.catalogue.head.sections)


def test_municipality_with_everything_met_has_no_steps(catalogue: Catalogue):
    answers = "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    assert "Kein Punkt ist offen." in said(gap_report(judged(catalogue, answers)))
    assert "nächsten Schritte" not in said(gap_report(judged(catalogue, answers)))
