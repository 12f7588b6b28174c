"""Annex: nothing of a criterion, programme or source is lost."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from insek_cli.documents.gap_report import gap_report, with_annex
from tests.documents.judging import judged
from tests.documents.reading import said, under


def annexed(assessment: Assessment):
    return with_annex(gap_report(assessment), assessment)


def test_annex_holds_every_criterion_that_counts_with_what_to_do(example: Assessment):
    shown = under(annexed(example), "Anhang: alle Kriterien")
    rows = [line for line in shown if line.count(" | ") == 2 and not line.startswith("Punkt | ")]
    counting = [found for found in example.outcomes if found.applicable or found.waived]
    assert len(rows) == len(counting)
    for row, found in zip(rows, counting, strict=True):
        assert row.startswith(f"{found.criterion.title}. ")
        assert found.criterion.met in row
        assert (found.criterion.remedy in row) == found.gap


def test_evidence_note_plan_and_programme_stand_with_their_criterion(example: Assessment):
    shown = "\n".join(under(annexed(example), "Anhang: alle Kriterien"))
    assert "Nachweis: Beschluss 24/2012 vom 21.06.2012." in shown
    assert "Nachweis: ohne Nachweis." in shown
    assert "Vorhanden: " in shown
    assert "Voraussetzung für: Städtebauförderung" in shown


def test_every_source_of_a_criterion_is_listed_with_issuer_and_proof(catalogue: Catalogue, example: Assessment):
    shown = "\n".join(under(annexed(example), "Anhang: alle Quellen"))
    assert all(catalogue.source[source].title in shown for found in catalogue.criteria for source in found.sources)
    assert "(nur zum Teil belegt)" in shown


def test_every_programme_stands_in_detail(example: Assessment):
    shown = "\n".join(under(annexed(example), "Anhang: Förderprogramme im Einzelnen"))
    assert all(found.programme.title in shown for found in example.programmes)
    assert "Was den Rang verbessert: " in shown


def test_notes_are_those_of_the_file(catalogue: Catalogue):
    shown = said(annexed(judged(catalogue, "criteria: {swot: {status: partial, note: 'Nur Schwächen.'}}\n")))
    assert "Vermerk: Nur Schwächen. Nächster Schritt: " in shown


def test_annex_of_a_municipality_that_said_nothing_is_sound(catalogue: Catalogue):
    silent = judged(catalogue)
    assert {found.status for found in silent.outcomes} <= {None, *Status}
    assert "Anhang: alle Kriterien" in said(annexed(silent))
