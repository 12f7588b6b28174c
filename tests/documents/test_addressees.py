"""To whom to write for a plan."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.addressees import addressee, office
from insek_cli.documents.blocks import text_of
from tests.documents.judging import judged

AT = "{name: Ort, landkreis: Zwickau}"


@pytest.mark.parametrize(
    ("plan", "lines", "named"),
    [
        (
            "type: kita-plan",
            ["Landkreis Zwickau", "Landratsamt, Jugendamt"],
            "Landkreis Zwickau, Landratsamt, Jugendamt",
        ),
        ("type: kita-plan, holder-name: Kreis Süd", ["Kreis Süd"], "Kreis Süd"),
        (
            "type: tourism-plan, holder: landkreis",
            ["Landkreis Zwickau", "Landratsamt"],
            "Landkreis Zwickau, Landratsamt",
        ),
        ("type: sewage-plan", ["[hier: Abwasserzweckverband]"], "Abwasserzweckverband oder eigener Abwasserbetrieb"),
        ("type: sewage-plan, holder: supplier", ["[hier: Name der Stelle, üblich: Versorger]"], "Versorger"),
    ],
)
def test_office_is_named_as_far_as_it_is_known(catalogue: Catalogue, plan, lines, named):
    assessment = judged(catalogue, f"plans: [{{{plan}, state: none}}]\n", AT)
    (outcome,) = [outcome for outcome in assessment.plans if outcome.plan is not None]
    assert list(map(text_of, addressee(assessment, outcome))) == lines
    assert office(assessment, outcome) == named


def test_unknown_landkreis_is_a_gap(catalogue: Catalogue):
    outcome = judged(catalogue).best_plans["kita-plan"]
    assert text_of(addressee(judged(catalogue), outcome)[0]) == "[hier: Landkreis]"
    assert office(judged(catalogue), outcome) == "Jugendamt des Landkreises"
