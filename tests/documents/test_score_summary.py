"""What `score` says on a screen."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.steps import steps
from insek_cli.core.vocabulary import Status
from insek_cli.documents.score_summary import score_summary
from tests.documents.judging import judged
from tests.documents.reading import said


def test_summary_names_place_level_and_five_next_steps(example: Assessment):
    document = score_summary(example)
    text = said(document)
    assert document.title == "Stadt Musterstadt"
    assert "Stufe: Auf dem Weg." in text
    expected = [gap.criterion.title for gap in steps(example.gaps, example.situation)]
    assert all(title in text for title in expected[:5])
    assert expected[5] not in text


def test_every_page_says_that_it_is_no_examination(example: Assessment):
    footer = score_summary(example).footer
    assert footer == "Selbsteinschätzung, keine Prüfung · Stand 22.11.2026 · Katalog insek-klein/2026.1"


def test_what_was_put_off_on_purpose_is_no_next_step_as_in_the_report(catalogue: Catalogue):
    must = [criterion.id for criterion in catalogue.criteria if criterion.obligation == "must"]
    later = "".join(f"  {ident}: later\n" for ident in must)
    assessment = judged(catalogue, f"criteria:\n{later}")
    assert assessment.gaps[0].status is Status.LATER
    put_off = [gap.criterion.title for gap in assessment.gaps if gap.status is Status.LATER]
    assert [title for title in put_off if title in said(score_summary(assessment))] == []


def test_municipality_without_gaps_has_no_next_steps(catalogue: Catalogue):
    met = "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    assert "Als Nächstes" not in said(score_summary(judged(catalogue, f"criteria:\n{met}")))
