"""The tables that the outline puts into chapters of the starter concept."""

import re

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.steps import done_anew, steps
from insek_cli.core.vocabulary import Part
from insek_cli.documents.blocks import Heading, Kind, Paragraph, Table, text_of
from insek_cli.documents.draft import draft
from insek_cli.documents.draft_parts import MOST_GOALS, part_blocks
from tests.documents.judging import judged
from tests.documents.reading import lines


def shown(part: Part, chapter: str, assessment: Assessment) -> list[str]:
    chapters = assessment.catalogue.entries.chapters
    return list(lines(part_blocks(part, assessment.catalogue.chapter[chapter], assessment, chapters)))


def chapter_with(catalogue: Catalogue, part: Part) -> str:
    return next(chapter.id for chapter in catalogue.entries.chapters if part in chapter.parts)


def chapter_titled(catalogue: Catalogue, title: str) -> str:
    return next(chapter.id for chapter in catalogue.entries.chapters if chapter.title == title)


@pytest.mark.parametrize("part", [part for part in Part if part not in {Part.DATA, Part.ORIGIN}])
def test_every_part_can_be_written_for_a_municipality_that_said_nothing(catalogue: Catalogue, part):
    assessment = judged(catalogue)
    for chapter in catalogue.entries.chapters:
        for block in part_blocks(part, chapter, assessment, catalogue.entries.chapters):
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


@pytest.mark.parametrize("part", Part)
def test_every_part_is_used_by_the_outline(catalogue: Catalogue, part):
    assert chapter_with(catalogue, part)


def test_swot_has_four_fields_with_gaps_only(catalogue: Catalogue):
    text = shown(Part.SWOT, chapter_with(catalogue, Part.SWOT), judged(catalogue))
    assert {"Stärken | Schwächen", "Chancen | Risiken"} <= set(text)
    assert all("[hier: " in line for line in text if line[:5] == "[hier")


def test_cross_effects_have_a_row_per_topic(catalogue: Catalogue):
    topics = [chapter.title for chapter in catalogue.entries.chapters if chapter.parent is not None]
    text = shown(Part.CROSS_EFFECTS, chapter_with(catalogue, Part.CROSS_EFFECTS), judged(catalogue))
    assert [line.split(" | ")[0] for line in text if line.split(" | ")[0] in topics] == topics


def test_measures_have_a_row_for_each_plan_that_may_hold_some(example: Assessment, catalogue: Catalogue):
    text = shown(Part.MEASURES, chapter_with(catalogue, Part.MEASURES), example)
    assert text[0].startswith("In den Plänen der Spalte „Herkunft“ können schon Maßnahmen stehen.")
    rows = [line for line in text if line.startswith("M")]
    assert [row for row in rows if row.endswith("[hier: prüfen: P1 Haushaltsplan mit Finanzplan (Stand 2026)]")]
    assert [row for row in rows if "Hinweiskarten" in row] == []


@pytest.mark.parametrize("plans", [0, 1, 3, 9])
def test_table_of_cross_effects_has_a_column_for_each_goal_that_fits(catalogue: Catalogue, plans):
    kinds = ["previous-concept", "leader-strategy", "district-concept", "heat-plan", "climate-adaptation-plan"] * 2
    entries = "".join(f"\n  - {{type: {kind}, data-year: 2026, format: editable}}" for kind in kinds[:plans])
    found = judged(catalogue, f"plans:{entries}\n" if entries else "")
    goals = [line for line in shown(Part.GOALS, chapter_with(catalogue, Part.GOALS), found) if re.match(r"Z\d", line)]
    effects = shown(Part.CROSS_EFFECTS, chapter_with(catalogue, Part.CROSS_EFFECTS), found)
    (head,) = [line for line in effects if line.startswith("Thema | ")]
    assert head.count(" | Z") == min(len(goals), MOST_GOALS)
    assert len(goals) >= 3


def test_measures_without_plans_are_gaps_only(catalogue: Catalogue):
    text = shown(Part.MEASURES, chapter_with(catalogue, Part.MEASURES), judged(catalogue))
    assert [line for line in text if line.startswith("M1 | ")]
    assert [line for line in text if "prüfen: P1" in line] == []


def test_fields_of_strengths_name_where_to_look_for_proof(example: Assessment, catalogue: Catalogue):
    text = shown(Part.SWOT, chapter_with(catalogue, Part.SWOT), example)
    proofs = [line for line in text if line.startswith("Belege für ")]
    assert len(proofs) == 4
    assert "Pläne P" in proofs[0]
    assert "Statistik" in proofs[2]
    blocks = part_blocks(Part.SWOT, catalogue.chapter[chapter_with(catalogue, Part.SWOT)], example, ())
    hints = {text_of(block.runs) for block in blocks if isinstance(block, Paragraph) and block.kind is Kind.GUIDANCE}
    assert hints >= set(proofs)


def test_review_sorts_by_what_became_of_the_measures(catalogue: Catalogue):
    text = shown(Part.REVIEW, chapter_with(catalogue, Part.REVIEW), judged(catalogue))
    assert [line.split(" | ")[0] for line in text[2:]] == ["umgesetzt", "begonnen", "übernommen", "aufgegeben"]


def test_profile_asks_for_the_ortschaft_unless_there_are_no_councils(catalogue: Catalogue):
    chapter = chapter_with(catalogue, Part.DISTRICTS)
    for answer, is_asked in (("yes", True), ("no", False), ("unknown", True)):
        text = shown(Part.DISTRICTS, chapter, judged(catalogue, f'facts: {{district-councils: "{answer}"}}\n'))
        assert any(line.startswith("Ortschaft | ") for line in text) is is_asked, answer


def test_finance_begins_with_the_next_year(example: Assessment, catalogue: Catalogue):
    text = shown(Part.FINANCE, chapter_with(catalogue, Part.FINANCE), example)
    assert "Maßnahme | Art | 2027 | 2028 | 2029 | 2030 | 2031 | Im Haushalt?" in text


def test_programmes_never_promise_and_closed_ones_are_left_out(example: Assessment, catalogue: Catalogue):
    text = "\n".join(shown(Part.PROGRAMMES, chapter_with(catalogue, Part.PROGRAMMES), example))
    assert "nach der Selbsteinschätzung erfüllt, in diesem Konzept zu belegen; Aufruf und Frist prüfen" in text
    assert "konzeptseitig erfüllt" not in text
    assert "konzeptseitig fehlt noch etwas: " in text
    assert "Ohne Konzept zu beantragen, soweit der Text gelesen ist: " in text
    assert "Modellprojekte klimaresilienter Stadtumbau" not in text
    assert "Rückbau von Wohngebäuden (FRL RüWo) – Vorsicht: Geprüft ist hier nur: Beschluss des Rates. " in text


def test_programme_names_the_pages_of_chapters_this_concept_has(example: Assessment, catalogue: Catalogue):
    chapter = catalogue.chapter[chapter_with(catalogue, Part.PROGRAMMES)]
    few = tuple(found for found in catalogue.entries.chapters if found.id in {"resolution", "measures"})
    tables = [block for block in part_blocks(Part.PROGRAMMES, chapter, example, few) if isinstance(block, Table)]
    named = {run.page_of for row in tables[0].rows for cell in row for run in cell} - {None}
    assert named == {"resolution", "measures"}


def test_every_page_named_in_the_draft_is_that_of_a_heading(example: Assessment):
    blocks = draft(example).blocks
    anchors = {block.anchor for block in blocks if isinstance(block, Heading)}
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    named = {run.page_of for cell in cells for run in cell} - {None}
    assert named != set()
    assert named <= anchors


def test_every_district_has_a_profile(example: Assessment, catalogue: Catalogue):
    chapter = catalogue.chapter[chapter_with(catalogue, Part.DISTRICTS)]
    blocks = list(part_blocks(Part.DISTRICTS, chapter, example, ()))
    assert [block.text for block in blocks if isinstance(block, Heading)] == [f"Ortsteil {n}" for n in range(1, 10)]


def test_municipality_that_did_not_count_its_districts_gets_one_profile(catalogue: Catalogue):
    text = shown(Part.DISTRICTS, chapter_with(catalogue, Part.DISTRICTS), judged(catalogue))
    assert [line for line in text if line.startswith("Ortsteil")] == ["Ortsteil 1"]


@pytest.mark.parametrize("number", ["99999", "0"])
def test_odd_number_of_districts_makes_no_odd_draft(catalogue: Catalogue, number):
    text = shown(
        Part.DISTRICTS, chapter_with(catalogue, Part.DISTRICTS), judged(catalogue, f"facts: {{districts: {number}}}\n")
    )
    assert len([line for line in text if line.startswith("Ortsteil")]) < 200


def test_open_points_stand_in_the_order_of_work(example: Assessment, catalogue: Catalogue):
    text = shown(Part.OPEN_POINTS, chapter_with(catalogue, Part.OPEN_POINTS), example)
    titles = [line.split(" | ")[0] for line in text[2 : text.index("Mit diesem Konzept neu zu erfüllen")]]
    missing = [gap for gap in example.gaps if not done_anew(gap.criterion, example.situation)]
    ahead = [gap.criterion.title for gap in steps(missing, example.situation)]
    assert titles[: len(ahead)] == ahead
    assert sorted(titles) == sorted(gap.criterion.title for gap in missing)


def test_nothing_open_is_said_so(catalogue: Catalogue):
    met = "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    text = shown(Part.OPEN_POINTS, chapter_with(catalogue, Part.OPEN_POINTS), judged(catalogue, met))
    assert text == ["Kein Punkt ist offen."]
