"""Title, holder and basis of a plan in words."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.plan_words import basis_of, holder_of, plan_title, reason_words, request_basis
from tests.documents.judging import judged


def best(catalogue: Catalogue, entry: str):
    return judged(catalogue, f"plans: [{{type: kita-plan, {entry}}}]\n").best_plans["kita-plan"]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("title: Kitaplan, data-year: 2024", "Kitaplan (Stand 2024)"),
        ("title: Kitaplan", "Kitaplan"),
        ("data-year: 2024", "Bedarfsplan Kindertagesbetreuung (Stand 2024)"),
    ],
)
def test_plan_is_called_by_its_title_or_type_with_the_state_of_its_data(catalogue: Catalogue, entry, title):
    assert plan_title(best(catalogue, entry)) == title


def test_holder_is_who_is_named_else_whom_to_ask(catalogue: Catalogue):
    assert holder_of(best(catalogue, "state: requested, holder-name: Amt")) == "Amt"
    assert holder_of(best(catalogue, "state: requested")) == catalogue.plan["kita-plan"].request.who


def test_basis_of_a_request_is_that_of_the_catalogue_or_a_friendly_word(catalogue: Catalogue):
    found = [request_basis(outcome) for outcome in judged(catalogue).best_plans.values()]
    assert "keine besondere Grundlage, freundlich bitten" in found
    assert catalogue.plan["kita-plan"].request.basis in found


def test_basis_holds_for_the_usual_holder_only(catalogue: Catalogue):
    assert basis_of(best(catalogue, "state: none, holder: landkreis")) == catalogue.plan["kita-plan"].request.basis
    assert basis_of(best(catalogue, "state: none, holder: supplier")) is None


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("format: pdf", "nur als PDF, bearbeitbare Datei erbitten, Nutzungsrecht ungeklärt"),
        ("format: paper", "nur auf Papier, bearbeitbare Datei erbitten, Nutzungsrecht ungeklärt"),
        ("format: paper, public: false", "nicht öffentlich"),
        ("format: paper, superseded: true", "durch einen neueren Plan ersetzt"),
    ],
)
def test_reasons_say_what_is_known_and_only_what_bears_on_the_verdict(catalogue: Catalogue, entry, words):
    assert reason_words(best(catalogue, f"data-year: 2026, area: whole, {entry}")) == words
