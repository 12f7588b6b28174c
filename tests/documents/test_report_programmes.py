"""Programmes: ready, blocked, unclear, closed; duties of a funding area apart."""

import re

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged, unmet
from tests.documents.reading import headings, under

PART = "Förderprogramme"


def test_every_programme_stands_once_in_the_part(example: Assessment):
    shown = "\n".join(under(gap_report(example), PART))
    assert [found.programme.title for found in example.programmes if shown.count(found.programme.title) != 1] == []


def test_programme_that_asks_something_says_what_is_missing_how_new_its_text_is_and_whom_to_ask(example: Assessment):
    shown = under(gap_report(example), PART)
    asking = [found for found in example.programmes if found.status is ProgrammeStatus.BLOCKED]
    assert asking != []
    for found in asking:
        (line,) = [line for line in shown if line.startswith(found.programme.title)]
        assert all(example.catalogue.criterion[ident].title in line for ident in found.blocked_by)
        assert found.programme.state.rstrip(".") in line
        assert found.programme.ask.rstrip(".") in line


def test_ready_programme_still_says_what_to_check(example: Assessment):
    ready = [found for found in example.programmes if found.status is ProgrammeStatus.READY]
    assert ready != []
    shown = "\n".join(under(gap_report(example), PART))
    assert "Aufruf und Frist prüfen" in shown


def test_closed_programme_says_since_when(example: Assessment):
    shown = "\n".join(under(gap_report(example), PART))
    assert re.search(r"Modellprojekte klimaresilienter Stadtumbau \((seit|endete am) 16\.01\.2026\)", shown)


def test_duties_of_a_funding_area_are_kept_apart(catalogue: Catalogue, example: Assessment):
    assert "Pflichten eines Fördergebiets" in headings(gap_report(example))
    without = judged(catalogue, 'facts: {urban-funding: "no"}\n', "{name: Ort, inhabitants: 900}")
    assert "Pflichten eines Fördergebiets" not in headings(gap_report(without))


def test_programme_within_reach_says_what_else_is_open_and_who_decides(catalogue: Catalogue):
    met = "council-resolution: met"
    line = _row_of("Rückbau von Wohngebäuden", judged(catalogue, unmet(catalogue, met)))
    assert "konzeptseitig erfüllt, Aufruf und Frist prüfen; Vorsicht | " in line
    assert "Geprüft ist hier nur: Beschluss des Rates." in line
    assert "Konzept ist aktuell" in line
    assert "entscheidet sie" in line
    assert "Konzept ist aktuell" not in _row_of(
        "Rückbau von Wohngebäuden", judged(catalogue, unmet(catalogue, met, "currency: met"))
    )


def test_programme_gets_no_warning_where_no_must_is_open(catalogue: Catalogue):
    met = "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    assert "Vorsicht" not in "\n".join(under(gap_report(judged(catalogue, met)), PART))


def _row_of(title: str, assessment: Assessment) -> str:
    (line,) = [line for line in under(gap_report(assessment), PART) if line.startswith(title)]
    return line
