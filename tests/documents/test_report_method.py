"""Method and the sources of what binds and costs most."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.vocabulary import Ground, Obligation
from insek_cli.documents.gap_report import gap_report
from tests.documents.reading import under


def test_method_says_what_the_report_is_not(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Methode und Quellen"))
    assert "keine Prüfung, keine Rechtsberatung und keine Förderzusage" in shown
    assert "Erfüllt zählt 1, teilweise erfüllt 0,5, nicht erfüllt 0 Punkte" in shown


def test_sources_of_missing_points_of_law_are_listed_with_their_proof(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Methode und Quellen"))
    law = [
        gap.criterion
        for gap in example.gaps
        if gap.criterion.obligation is Obligation.MUST and gap.criterion.because is Ground.LAW
    ]
    assert law != []
    assert all(example.catalogue.source[source].title in shown for criterion in law for source in criterion.sources)
    assert "(Annahme)" in shown
