"""The four cases of the proposal as answer files: each reaches the level intended."""

from datetime import date
from pathlib import Path

import pytest

from insek_cli.core.assessment import assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.costs import EffortClass
from insek_cli.files.answer_files import AnswerReader

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("case", "level", "secured"),
    [("a", "start", 0.06), ("b", "underway", 0.33), ("c", "core", 0.70), ("d", "effective", 0.87)],
)
def test_case_reaches_the_level_intended(catalogue: Catalogue, case: str, level: str, secured: float) -> None:
    found = assess(catalogue, AnswerReader(catalogue).read(EXAMPLES / f"fall-{case}.yaml"), TODAY)
    assert found.level.certain.id == level
    assert found.total.secured_share is not None
    assert abs(float(found.total.secured_share) - secured) < 0.02


def test_a_thick_concept_is_two_points_from_bearing_and_a_lean_one_at_the_top(catalogue: Catalogue) -> None:
    reader = AnswerReader(catalogue)
    thick = assess(catalogue, reader.read(EXAMPLES / "fall-c.yaml"), TODAY)
    lean = assess(catalogue, reader.read(EXAMPLES / "fall-d.yaml"), TODAY)
    assert thick.next_level is not None
    assert (thick.next_level.level.id, len(thick.next_level.gaps)) == ("sound", 2)
    assert lean.next_level is None


def test_effort_classes_differ_between_the_cases(catalogue: Catalogue) -> None:
    reader = AnswerReader(catalogue)
    classes = {
        case: assess(catalogue, reader.read(EXAMPLES / f"fall-{case}.yaml"), TODAY).costs.effort for case in "abcd"
    }
    assert classes["d"] is EffortClass.LEAN
    assert classes["c"] is EffortClass.HEAVY
    assert len(set(classes.values())) == 3
