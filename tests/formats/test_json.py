"""JSON: the whole assessment and report of the example, shares to four places, texts as typed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.comparison import compare
from insek_cli.documents.gap_report import gap_report
from insek_cli.formats.json import (
    AssessmentLines,
    assessment_object,
    assessment_text,
    assessments_text,
    report_text,
)
from tests.conftest import TODAY
from tests.formats.texts import INVISIBLE, NASTY, USER_TEXTS, document_with


def line_of(assessment, source):
    """Return the line of an assessment."""
    return AssessmentLines(assessment.catalogue).line(assessment, source)


def test_assessment_of_the_example_looks_like_this(example: Assessment, file_regression):
    file_regression.check(assessment_text(example, "musterstadt.yaml"), encoding="utf-8", extension=".json")


def test_line_of_the_example_looks_like_this(example: Assessment, file_regression):
    line = line_of(example, "musterstadt.yaml") + "\n"
    file_regression.check(line, encoding="utf-8", extension=".jsonl")


def test_report_of_the_example_looks_like_this(example: Assessment, file_regression):
    text = report_text(gap_report(example), example, "musterstadt.yaml", None)
    file_regression.check(text, encoding="utf-8", extension=".json")


def test_keys_are_those_of_the_design(example: Assessment):
    found = assessment_object(example, "x")
    assert list(found) == [
        *("schema", "source", "catalogue", "municipality", "date", "points", "secured", "possible", "level"),
        *("substance", "waived", "sections", "criteria", "gaps", "clarify", "next_level", "plans", "cost_drivers"),
        *("effort", "programmes", "support", "problems"),
    ]
    assert list(found["criteria"][0]) == ["id", "section", "obligation", "weight", "applicable", "status", "gap"]
    assert list(found["plans"][0]) == ["type", "entry", "verdict", "reasons", "chapters"]


def test_line_and_text_hold_the_same(example: Assessment):
    line, text = line_of(example, "x"), assessment_text(example, "x")
    assert "\n" not in line
    assert json.loads(line) == json.loads(text)


def test_lines_make_a_list(example: Assessment):
    line = line_of(example, "x")
    assert [found["source"] for found in json.loads(assessments_text([line, line]))] == ["x", "x"]
    assert json.loads(assessments_text([])) == []


def test_shares_have_at_most_four_places_and_points_are_halves(example: Assessment):
    found = json.loads(assessment_text(example, "x"))
    shares = [found["secured"], found["possible"], found["waived"]["weight_share"]]
    shares += [section[name] for section in found["sections"] for name in ("secured", "possible")]
    assert all(share == round(share, 4) for share in shares)
    assert all(value * 2 == int(value * 2) for value in found["points"].values())


def test_share_is_null_where_nothing_counts(catalogue: Catalogue, example: Assessment):
    empty = replace(example, total=replace(example.total, secured=0, possible=0, most=0))
    found = assessment_object(empty, "x")
    assert (found["secured"], found["possible"]) == (None, None)


def test_unanswered_criterion_is_open(catalogue: Catalogue):
    found = assessment_object(assess(catalogue, Answers(Municipality("Leer")), TODAY), "x")
    assert {criterion["status"] for criterion in found["criteria"]} == {"open"}
    assert found["municipality"] == {"name": "Leer", "ags": None, "inhabitants": None}


def named(example: Assessment, name: str) -> Assessment:
    place = replace(example.answers.municipality, name=name)
    return replace(example, answers=replace(example.answers, municipality=place))


@pytest.mark.parametrize("text", [*NASTY, *INVISIBLE.values(), "\u2028\u2029"])
def test_nasty_text_is_read_back_as_typed(example: Assessment, text):
    line = line_of(named(example, text), text)
    assert "\n" not in line
    found = json.loads(line)
    assert (found["municipality"]["name"], found["source"]) == (text, text)


@given(text=USER_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_back_as_typed(example: Assessment, text):
    report = report_text(document_with(text), example, text, None)
    found = json.loads(report)
    assert found["title"] == text
    assert found["blocks"][0] == {"block": "heading", "level": 2, "text": text, "numbered": False}
    assert report.count(json.dumps(text, ensure_ascii=False)[1:-1]) >= len(found["blocks"])


def test_report_names_its_schema_and_the_kind_of_every_block(example: Assessment):
    found = json.loads(report_text(gap_report(example), example, "x", None))
    assert found["schema"] == "insek-gap-report/1"
    assert {block["block"] for block in found["blocks"]} == {"heading", "paragraph", "points", "table", "chart"}


def test_what_changed_stands_in_the_report(catalogue: Catalogue, example: Assessment):
    silent = assess(catalogue, Answers(example.answers.municipality), TODAY)
    found = json.loads(report_text(gap_report(example), example, "x", compare(silent, example)))["since"]
    assert (found["secured"], found["level"]) == (0.0, "start")
    assert {"id": "council-resolution", "movement": "new", "before": "open", "after": "met"} in found["criteria"]
    assert {"kita-plan": ("request", "request", None)}.items() <= {
        plan["type"]: (plan["before"], plan["after"], plan["data_year_before"]) for plan in found["plans"]
    }.items()
    assert found["programmes"] != []
