"""Missing musts, work programme, shortest way."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Obligation, Status
from insek_cli.documents.blocks import Table, text_of
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.place import names_of
from insek_cli.documents.report_work import musts, work_programme
from insek_cli.documents.standing import next_steps
from tests.documents.judging import judged
from tests.documents.reading import headings, said, under

MUSTS = "Unverzichtbares, das noch fehlt"


def all_met(catalogue: Catalogue) -> str:
    return "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)


def programme_rows(assessment: Assessment) -> list[list[str]]:
    blocks = work_programme(assessment, names_of(assessment.answers.municipality))
    (made,) = [block for block in blocks if isinstance(block, Table)]
    assert made.sortable
    return [[text_of(cell) for cell in row] for row in made.rows]


def test_missing_musts_are_named_with_their_ground_and_what_to_do(example: Assessment):
    shown = under(gap_report(example), MUSTS)
    first = next_steps(example)
    for gap in example.gaps:
        if gap.criterion.obligation is Obligation.MUST:
            (line,) = [
                line for line in shown if line.startswith((f"{gap.criterion.title}: ", f"{gap.criterion.title} | "))
            ]
            assert (gap.criterion.remedy in line) is (gap not in first)
    assert "Voraussetzung mancher Förderung (nur zum Teil belegt)" in "\n".join(shown)


def test_what_to_do_is_said_once_for_a_must_among_the_next_steps(example: Assessment):
    text = said(gap_report(example))
    assert [gap.criterion.title for gap in next_steps(example) if text.count(gap.criterion.remedy) != 1] == []


def test_programme_holds_every_gap_once_by_section_and_what_was_put_off_in_a_table_of_its_own(example: Assessment):
    tables = [
        block
        for block in work_programme(example, names_of(example.answers.municipality))
        if isinstance(block, Table) and block.sortable
    ]
    now, later = ([[text_of(cell) for cell in row] for row in table.rows] for table in tables)
    assert tables[1].caption == "Was bewusst zurückgestellt ist (Tage: Annahme)"
    assert sorted(row[0] for row in now + later) == sorted(gap.criterion.title for gap in example.gaps)
    assert {row[3] for row in later} == {"bewusst zurückgestellt"}
    assert len(later) == sum(gap.status is Status.LATER for gap in example.gaps)
    order = [section.short for section in example.catalogue.head.sections]
    assert [order.index(row[1]) for row in now] == sorted(order.index(row[1]) for row in now)


def test_what_the_next_concept_alone_can_mend_has_a_table_of_its_own(catalogue: Catalogue):
    found = judged(catalogue, "facts: {stage: resolved}\ncriteria: {page-budget: unmet, council-resolution: met}\n")
    blocks = work_programme(found, names_of(found.answers.municipality))
    now, later = [
        [text_of(row[0]) for row in block.rows] for block in blocks if isinstance(block, Table) and block.sortable
    ]
    assert sorted(now + later) == sorted(gap.criterion.title for gap in found.gaps)
    assert "Seitenbudget" in later


def test_must_of_a_resolved_concept_says_that_it_waits_for_the_next_one(catalogue: Catalogue):
    found = judged(catalogue, "facts: {stage: resolved, project: update}\ncriteria: {citizens-involved: unmet}\n")
    (made,) = [block for block in musts(found, names_of(found.answers.municipality)) if isinstance(block, Table)]
    assert "Einwohner haben mitgewirkt (erst mit dem nächsten Konzept)" in [text_of(row[0]) for row in made.rows]


@pytest.mark.parametrize("answer", ["{status: not-applicable, reason: Nein}", "{status: not-applicable}"])
def test_waiver_without_effect_is_named_as_such(catalogue: Catalogue, answer):
    rows = programme_rows(judged(catalogue, f"criteria: {{council-resolution: {answer}}}\n"))
    assert [row[3] for row in rows if row[0] == "Beschluss des Rates"] == ["trifft nicht zu (ohne Wirkung)"]


def test_shortest_way_is_called_no_recommendation(example: Assessment):
    (shown,) = under(gap_report(example), "Zur Stufe „Im Kern vollständig“")
    assert shown.startswith("Rechnerisch kürzester Weg, keine Empfehlung: 14 Punkte, ")
    assert all(gap.criterion.title in shown for gap in example.next_level.gaps)


def test_municipality_at_the_last_level_sees_no_way_and_no_gaps(catalogue: Catalogue):
    document = gap_report(judged(catalogue, all_met(catalogue)))
    assert not [title for title in headings(document) if title.startswith("Zur Stufe")]
    assert "Arbeitsprogramm" not in headings(document)
    assert "Alle unverzichtbaren Punkte, die hier zutreffen, sind erfüllt." in said(document)
