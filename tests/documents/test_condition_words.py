"""Conditions in words."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Bar, CriterionPoints, FactIs, FactRange, Not, PlanAvailable, PlanCount, Verdict
from insek_cli.core.entries import Per
from insek_cli.documents.condition_words import condition_words, per_words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (
            FactIs("project", "new"),
            "„Geht es um ein erstes Konzept oder um eine Fortschreibung?“ mit „Erstes Konzept“ beantwortet ist",
        ),
        (FactRange("inhabitants", None, 2000), "die Einwohnerzahl unter 2000 liegt"),
        (PlanAvailable("heat-plan", available=True), "„Kommunaler Wärmeplan“ vorliegt"),
        (PlanAvailable("heat-plan", available=False), "„Kommunaler Wärmeplan“ nicht vorliegt"),
        (CriterionPoints("swot", at_least=Bar.MET), "„Stärken, Schwächen, Handlungsbedarf“ mindestens erfüllt ist"),
        (
            CriterionPoints("swot", below=Bar.PARTIAL),
            "„Stärken, Schwächen, Handlungsbedarf“ nicht einmal teilweise erfüllt ist",
        ),
        (
            CriterionPoints("swot", at_least=Bar.PARTIAL, below=Bar.MET),
            "„Stärken, Schwächen, Handlungsbedarf“ mindestens teilweise erfüllt, aber nicht ganz erfüllt ist",
        ),
        (Not(PlanAvailable("heat-plan", available=True)), "es nicht so ist, dass („Kommunaler Wärmeplan“ vorliegt)"),
        (
            PlanCount(plans=("heat-plan",), verdict=(Verdict.TAKE_OVER,), at_least=1),
            "die Zahl der Pläne (Kommunaler Wärmeplan) mit dem Befund „übernehmen“ bei mindestens 1 liegt",
        ),
    ],
)
def test_condition_is_said_in_words(catalogue: Catalogue, condition, words):
    assert condition_words(catalogue, condition) == words


def test_every_condition_of_the_catalogue_can_be_said(catalogue: Catalogue):
    entries = catalogue.entries
    for entry in (*catalogue.criteria, *entries.questions, *entries.plans, *entries.drivers, *entries.levers):
        if entry.when is not None:
            assert condition_words(catalogue, entry.when)


def test_counting_is_said_in_words(catalogue: Catalogue):
    per = Per(each=3, fact="districts", above=3, most=5)
    assert (
        per_words(catalogue, per) == "einmal je 3 bei „Wie viele Ortsteile hat die Gemeinde?“ über 3, höchstens 5 Mal"
    )
    assert per_words(catalogue, Per(each=2, verdict=(Verdict.UPDATE,))) == (
        "einmal je 2 bei Pläne mit dem Befund „mit Anpassung nutzen“"
    )
