"""Owner, evidence and place of an answer in words."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.answer_words import evidence_of, place_title, who
from tests.documents.judging import judged


@pytest.mark.parametrize("answer", ["met", '{status: met, evidence: " "}', "{status: met, note: Ja}"])
def test_blank_evidence_is_none(catalogue: Catalogue, answer):
    assessment = judged(catalogue, f"criteria: {{council-resolution: {answer}}}\n")
    (outcome,) = [found for found in assessment.outcomes if found.criterion.id == "council-resolution"]
    assert evidence_of(assessment, outcome) == "ohne Nachweis"


def test_owner_and_date_stand_where_they_are_known(catalogue: Catalogue):
    assessment = judged(
        catalogue, "criteria: {heat-plan-linked: {status: unmet, owner: Bauamt, due: 2026-11-30}, swot: unmet}\n"
    )
    found = {outcome.criterion.id: who(assessment, outcome) for outcome in assessment.outcomes}
    assert found["heat-plan-linked"] == "Bauamt, bis 30.11.2026"
    assert "bis" not in found["swot"]


def test_place_of_a_hint_is_put_in_words(example: Assessment):
    assert place_title(example, "criteria.council-resolution") == "Beschluss des Rates"
    assert place_title(example, "facts.districts") == example.catalogue.question["districts"].text
    assert place_title(example, "plans.1") == "Brandschutzbedarfsplan"
    assert place_title(example, "") == place_title(example, "criteria.gone") == ""


def test_plan_without_title_is_called_by_its_type(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: land-use-plan, data-year: 2020}]\n")
    assert place_title(assessment, "plans.0") == catalogue.plan["land-use-plan"].title
