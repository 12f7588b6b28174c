"""What the quick check ends with."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.quick_summary import quick_summary
from tests.documents.judging import judged
from tests.documents.reading import said


def test_summary_counts_deciding_points_and_names_no_level(example: Assessment):
    text = said(quick_summary(example))
    deciding = [outcome for outcome in example.outcomes if outcome.criterion.quick and outcome.applicable]
    secured = sum(not outcome.gap for outcome in deciding)
    assert f"{secured} von {len(deciding)} entscheidenden Punkten gesichert." in text
    assert "Stufe:" not in text
    assert "%" not in text


def test_three_most_urgent_points_stand_with_their_next_step(example: Assessment):
    text = said(quick_summary(example))
    urgent = [gap.criterion for gap in example.gaps if gap.criterion.quick]
    assert all(f"{criterion.title}. {criterion.remedy}" in text for criterion in urgent[:3])
    assert urgent[3].title not in text


def test_footer_says_that_it_is_no_examination(example: Assessment):
    assert "Selbsteinschätzung, keine Prüfung" in quick_summary(example).footer


def test_quick_check_without_gaps_has_nothing_urgent(catalogue: Catalogue):
    met = "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    text = said(quick_summary(judged(catalogue, f"criteria:\n{met}")))
    assert "Am dringendsten" not in text


def test_municipality_that_said_nothing_has_nothing_secured(catalogue: Catalogue):
    assert "\n0 von " in said(quick_summary(judged(catalogue)))
