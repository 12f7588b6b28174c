"""Fields in the texts of papers, and the way to everything in a paper."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactIs
from insek_cli.core.papers import (
    COMMON_FIELDS,
    OWN_FIELDS,
    WORK_FIELDS,
    BuildingBlock,
    Finding,
    Form,
    Insert,
    Paper,
    PaperField,
    PaperId,
    PaperRow,
    PaperSection,
    PaperTable,
    Passage,
    Settled,
    Work,
    conditions_in,
    fields_of,
    findings_in,
    has_stray_brace,
    texts_in,
)
from insek_cli.core.vocabulary import CriterionId

HERE, THERE = FactIs("project", "update"), FactIs("project", "new")


def test_fields_are_what_stands_in_braces():
    assert list(fields_of("{Rat} und {der Gemeinde} bis [hier: Datum]")) == ["Rat", "der Gemeinde"]


@given(st.text(alphabet="ab{}", max_size=12))
def test_a_text_without_stray_brace_is_plain_once_its_fields_are_gone(text):
    rest = text
    for field in fields_of(text):
        rest = rest.replace(f"{{{field}}}", "", 1)
    assert has_stray_brace(text) == bool({"{", "}"} & set(rest))


def test_every_text_and_condition_of_a_paper_is_found_with_the_steps_to_it():
    table = PaperTable(("Gremium",), (1,), (PaperRow(("Zelle",), HERE, THERE),))
    passage = Passage("Absatz", Form.BODY, HERE, THERE, finding=Finding.STEPS)
    field = PaperField("Nr.", "Feld", HERE, THERE)
    section = PaperSection("Teil", HERE, THERE, Finding.JUDGED, (field,), table, (passage,))
    paper = Paper(
        PaperId.REQUEST,
        "Titel",
        "Entwurf",
        (section,),
        sender="Absender",
        division=PaperField("Wer", "Spalte", HERE),
        settles=Settled((CriterionId("swot"),), THERE),
    )
    start = ("sections", 0)
    assert dict(texts_in(paper)) == {
        ("title",): "Titel",
        ("sender",): "Absender",
        ("division", "text"): "Spalte",
        (*start, "title"): "Teil",
        (*start, "fields", 0, "text"): "Feld",
        (*start, "passages", 0, "text"): "Absatz",
        (*start, "table", "rows", 0, "cells", 0): "Zelle",
    }
    assert dict(conditions_in(paper)) == {
        (*start, "when"): HERE,
        (*start, "unless"): THERE,
        (*start, "fields", 0, "when"): HERE,
        (*start, "fields", 0, "unless"): THERE,
        (*start, "passages", 0, "when"): HERE,
        (*start, "passages", 0, "unless"): THERE,
        (*start, "table", "rows", 0, "when"): HERE,
        (*start, "table", "rows", 0, "unless"): THERE,
        ("division", "when"): HERE,
        ("settles", "unless"): THERE,
    }
    assert dict(findings_in(paper)) == {
        (*start, "finding"): Finding.JUDGED,
        (*start, "passages", 0, "finding"): Finding.STEPS,
    }


def test_block_names_each_of_its_criteria_once_however_often_it_is_asked():
    swot, goals = CriterionId("swot"), CriterionId("goals-few")
    block = BuildingBlock("Ziele", (Work("a", (swot, goals)), Work("b", (goals,), when=HERE)))
    assert [*block.criteria] == [*block.criteria] == [swot, goals]


def test_every_paper_of_the_program_is_in_the_shipped_catalogue(catalogue: Catalogue):
    assert {paper.id for paper in catalogue.entries.papers} == set(PaperId)


def test_page_for_experts_names_every_field_and_insert():
    page = (Path(__file__).parents[2] / "docs" / "katalog.md").read_text(encoding="utf-8")
    fields = COMMON_FIELDS.union(WORK_FIELDS, *OWN_FIELDS.values())
    assert [field for field in sorted(fields) if f"`{{{field}}}`" not in page] == []
    assert [insert.value for insert in Insert if f"`{insert.value}`" not in page] == []
    assert [finding.value for finding in Finding if f"`{finding.value}`" not in page] == []
    assert [form.value for form in Form if form.value not in page] == []
