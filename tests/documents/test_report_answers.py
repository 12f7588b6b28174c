"""Support, open questions, waivers, evidence, hints."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged, unmet
from tests.documents.reading import headings, said, under


def test_open_questions_go_to_a_person(example: Assessment):
    shown = under(gap_report(example), "Offene Fragen")
    text = "\n".join(shown)
    assert [found.criterion.statement for found in example.clarify if text.count(found.criterion.statement) != 1] == []
    (finance,) = [line for line in shown if line.startswith("Kämmerei: ")]
    assert example.catalogue.criterion["budget-aligned"].statement in finance


def test_fact_nobody_knew_is_a_question_even_where_no_criterion_is_open(catalogue: Catalogue):
    answers = "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    shown = under(
        gap_report(judged(catalogue, f"facts: {{districts: unknown}}\ncriteria:\n{answers}")), "Offene Fragen"
    )
    assert catalogue.question["districts"].text in "\n".join(shown)


def test_one_waived_point_is_spoken_of_in_the_singular(example: Assessment):
    assert "1 Punkt zählt nicht mit" in said(gap_report(example))


def test_waived_points_stand_with_their_reason(example: Assessment):
    text = said(gap_report(example))
    assert "Maßnahmen anderer Träger abgestimmt: Es gibt noch keine Maßnahmen anderer Träger." in text


def test_met_without_evidence_is_printed_as_such(example: Assessment):
    (shown,) = under(gap_report(example), "Was schon erfüllt ist")
    assert shown == "6 Punkte sind erfüllt. Davon ohne Nachweis: Beteiligungsplan."


def test_met_with_evidence_throughout_is_said(catalogue: Catalogue):
    answers = unmet(catalogue, "swot: {status: met, evidence: Protokoll}")
    assert under(gap_report(judged(catalogue, answers)), "Was schon erfüllt ist") == [
        "1 Punkt ist erfüllt, alle mit Nachweis."
    ]


def test_hints_name_what_they_concern(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Bitte noch einmal prüfen"))
    assert "Betrifft: Abwasserbeseitigungskonzept; Flächennutzungsplan; INSEK 2012." in shown


def test_empty_parts_are_left_out(catalogue: Catalogue):
    found = headings(gap_report(judged(catalogue)))
    assert {"Was schon erfüllt ist", "Gewünschte Unterstützung", "Als nicht zutreffend ausgenommen"}.isdisjoint(found)
