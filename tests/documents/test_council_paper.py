"""The council paper: what is proposed depends on where the undertaking stands."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from tests.documents.judging import judged
from tests.documents.papers import made
from tests.documents.reading import said, under


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("{}", "aufzustellen"),
        ("{project: new, stage: preparing}", "aufzustellen"),
        ("{project: unknown, stage: unknown}", "aufzustellen"),
        ("{project: update, stage: none, existing-year: 2012}", "aus dem Jahr 2012 fortzuschreiben"),
        ("{project: update}", "aus dem Jahr [hier: Jahr des letzten Beschlusses]"),
        ("{project: new, stage: draft}", "in der Fassung vom [hier: Datum]"),
        ("{project: update, stage: resolved}", "zur Kenntnis"),
    ],
)
def test_proposal_fits_the_situation(catalogue: Catalogue, facts, words):
    document = made(judged(catalogue, f"facts: {facts}"), PaperId.COUNCIL)
    assert said(document).count("\nBeschlussvorschlag\n") == 1
    assert words in under(document, "Beschlussvorschlag")[0]


def test_only_an_update_replaces_an_earlier_concept(catalogue: Catalogue):
    texts = [
        said(made(judged(catalogue, f"facts: {{project: {project}, stage: draft}}"), PaperId.COUNCIL))
        for project in ("new", "update")
    ]
    assert ["mit diesem Beschluss ersetzt" in text for text in texts] == [False, True]


@pytest.mark.parametrize(("given", "heard"), [("'yes'", True), ("'no'", False), ("unknown", False)])
def test_district_councils_are_heard_only_where_there_are_any(catalogue: Catalogue, given, heard):
    text = said(made(judged(catalogue, f"facts: {{district-councils: {given}}}"), PaperId.COUNCIL))
    assert ("Ortschaftsräte" in text) is heard
    assert ("§ 67 Abs. 6" in text) is heard


def test_result_says_level_missing_musts_and_next_steps(example: Assessment):
    text = said(made(example, PaperId.COUNCIL))
    assert "Stufe: Auf dem Weg." in text
    assert "Unverzichtbar und noch nicht erfüllt: „Mindestens eine Klimamaßnahme" in text
    assert "weitere Punkte (siehe Lückenbericht)" in text
    assert "Klare Rangfolge: 1–2 Tage; Vorschlag: Hauptamt" in text


def test_nothing_missing_is_said_so(catalogue: Catalogue):
    criteria = "".join(f"\n  {criterion.id}: met" for criterion in catalogue.criteria)
    text = said(made(judged(catalogue, f"criteria:{criteria}\n"), PaperId.COUNCIL))
    assert "Unverzichtbar und noch nicht erfüllt: nichts." in text
    assert "Die nächsten Schritte mit" not in text
