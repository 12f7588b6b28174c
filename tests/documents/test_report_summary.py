"""First page: level, substance, work, picture, five steps with who does them."""

import re

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.steps import preparing, steps
from insek_cli.documents.blocks import Chart
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged, met, unmet
from tests.documents.reading import said, under


def first_page(assessment: Assessment) -> list[str]:
    return under(gap_report(assessment), "Auf einen Blick")


def test_first_page_names_level_work_and_five_next_steps_with_owner(example: Assessment):
    shown = "\n".join(first_page(example))
    assert "Stufe: Auf dem Weg." in shown
    assert "Vorhandene Substanz: Für 7 von 12 Themenkapiteln" in shown
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


def test_work_is_set_against_the_hours_somebody_has(catalogue: Catalogue):
    few, many, none, unsaid = (
        said(gap_report(judged(catalogue, facts + unmet(catalogue))))
        for facts in ("facts: {staff-hours: 4}\n", "facts: {staff-hours: 40}\n", "facts: {staff-hours: 0}\n", "")
    )
    said_first = "Stunden je Woche, wie angegeben, dauert das rechnerisch "
    assert re.search(rf"Bei 4 {said_first}rund [\d,]+ bis [\d,]+ Jahre \(Annahme", few)
    assert re.search(rf"Bei 40 {said_first}\d+ bis \d+ Wochen \(Annahme", many)
    assert said_first not in none + unsaid


def test_way_to_the_next_level_counts_what_has_to_come_before(catalogue: Catalogue):
    found = judged(catalogue, unmet(catalogue))
    way = found.next_level
    assert way is not None
    text = said(gap_report(found))
    (before,) = re.findall(r"Vorher zu beginnen: (.*)\. Mit diesen Punkten", text)
    assert before.split("; ") == [gap.criterion.title for gap in preparing(way.gaps, found.gaps)]
    sums = re.findall(r"(?:rechnerisch|sind es) (\d+ bis \d+ Arbeitstage)", text)
    assert len(set(sums)) == 1
    assert len(sums) == 2


def test_own_note_stands_beside_the_step_unless_it_is_long(catalogue: Catalogue):
    for note, shown in (("Tabelle ist da.", True), ("x" * 161, False)):
        answer = f"{{status: unmet, note: {note}}}"
        found = judged(catalogue, unmet(catalogue, f"official-forecast: {answer}"))
        assert (f" Ihre Notiz: {note}" in "\n".join(first_page(found))) is shown


def test_what_was_put_off_is_not_called_done(catalogue: Catalogue):
    later = "".join(f"  {criterion.id}: later\n" for criterion in catalogue.criteria)
    text = "\n".join(first_page(judged(catalogue, f"criteria:\n{later}")))
    assert "Was offen ist, ist freiwillig oder bewusst zurückgestellt. Bis zur Stufe „" in text


def test_note_of_several_lines_stays_one_line_of_its_step(catalogue: Catalogue):
    answer = '{status: unmet, note: "eins\\n\\nzwei"}'
    found = judged(catalogue, unmet(catalogue, f"official-forecast: {answer}"))
    assert " Ihre Notiz: eins zwei | " in "\n".join(first_page(found))


def test_work_that_waits_for_the_next_concept_is_named_and_not_reckoned(catalogue: Catalogue):
    only_next, also_now = ("page-budget: unmet",), ("page-budget: unmet", "goals-few: unmet")
    for but, words in (
        (
            only_next,
            "1 unverzichtbarer oder empfohlener Punkt ist offen oder unvollständig, davon 1 erst mit dem nächsten",
        ),
        (
            also_now,
            "davon 1 erst mit dem nächsten Konzept nachzuholen; das Übrige zu schließen kostet im Haus ",
        ),
    ):
        found = judged(catalogue, f"facts: {{stage: resolved}}\n{met(catalogue, *but)}")
        assert words in "\n".join(first_page(found))
