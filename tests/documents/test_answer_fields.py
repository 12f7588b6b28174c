"""The answers as fields of patterns."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.answer_fields import answer_fields, field_labels
from tests.documents.judging import judged


def test_evidence_is_a_field_says_whether_the_point_is_met_or_begun(catalogue: Catalogue):
    answers = "criteria: {swot: {status: met, evidence: ' Klausur '}, published: {status: partial, evidence: Netz}}\n"
    fields = answer_fields(judged(catalogue, answers))
    assert fields["Nachweis swot"] == "Klausur"
    assert "Nachweis published" not in fields
    assert (fields["Bisher published"], "Bisher swot" in fields) == ("Netz", False)


def test_resolution_of_a_plan_is_a_field(catalogue: Catalogue):
    fields = answer_fields(judged(catalogue, "plans: [{type: previous-concept, resolved: 2012-06-21}]\n"))
    assert fields["Beschluss previous-concept"] == "Beschluss vom 21.06.2012"


def test_every_field_that_may_stay_a_gap_has_a_label_in_german(catalogue: Catalogue):
    labels = field_labels(catalogue)
    assert labels["districts"] == "Zahl der Ortsteile"
    assert labels["Nachweis council-resolution"] == "Tag und Nummer des Beschlusses"
    assert [label for label in labels.values() if "-" in label and label.islower()] == []
