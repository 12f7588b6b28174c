"""The tables that the outline puts into chapters of the starter concept."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Part
from insek_cli.documents.blocks import Heading, Table
from insek_cli.documents.draft_parts import part_blocks
from tests.documents.judging import judged
from tests.documents.reading import lines


def shown(part: Part, chapter: str, assessment: Assessment) -> list[str]:
    chapters = assessment.catalogue.entries.chapters
    return list(lines(part_blocks(part, assessment.catalogue.chapter[chapter], assessment, chapters)))


def chapter_with(catalogue: Catalogue, part: Part) -> str:
    return next(chapter.id for chapter in catalogue.entries.chapters if part in chapter.parts)


def chapter_titled(catalogue: Catalogue, title: str) -> str:
    return next(chapter.id for chapter in catalogue.entries.chapters if chapter.title == title)


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.DATA])
def test_every_part_can_be_written_for_a_municipality_that_said_nothing(catalogue: Catalogue, part):
    assessment = judged(catalogue)
    for chapter in catalogue.entries.chapters:
        for block in part_blocks(part, chapter, assessment, catalogue.entries.chapters):
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


@pytest.mark.parametrize("part", Part)
def test_every_part_is_used_by_the_outline(catalogue: Catalogue, part):
    assert chapter_with(catalogue, part)


def test_plan_to_take_over_is_cited_with_its_date(catalogue: Catalogue):
    known = 'title: Haushalt, data-year: 2026, resolved: 2026-02-26, area: whole, format: editable, rights: "yes"'
    plan = f"{{type: budget, {known}}}"
    text = shown(Part.PLANS, chapter_titled(catalogue, "Gemeindefinanzen"), judged(catalogue, f"plans: [{plan}]\n"))
    assert "Die Inhalte aus „Haushalt“ (2026) gelten auch für dieses Konzept." in "\n".join(text)
    assert "Beschluss vom 26.02.2026" in "\n".join(text)


def test_plan_only_referred_to_is_not_called_taken_over(example: Assessment, catalogue: Catalogue):
    text = shown(Part.PLANS, chapter_titled(catalogue, "Wohnen"), example)
    regional = [line for line in text if line.startswith("Regionalplan") and "Quelle: Regionalplan" in line]
    assert regional != []
    assert [line for line in regional if "Übernommen" in line] == []


def test_plan_that_cannot_be_used_is_not_cited(catalogue: Catalogue):
    plan = "{type: budget, title: Alt, data-year: 2025, superseded: true}"
    text = "\n".join(
        shown(Part.PLANS, chapter_titled(catalogue, "Gemeindefinanzen"), judged(catalogue, f"plans: [{plan}]\n"))
    )
    assert "Quelle: Alt" not in text
    assert "Inhalte aus „Alt“" not in text
    assert "Übernommen" not in text


def test_undated_plan_leaves_a_gap(catalogue: Catalogue):
    text = "\n".join(
        shown(Part.PLANS, chapter_titled(catalogue, "Gemeindefinanzen"), judged(catalogue, "plans: [{type: budget}]\n"))
    )
    assert "Datenstand [hier:" in text


def test_requested_plan_says_where_to_ask(example: Assessment, catalogue: Catalogue):
    text = shown(Part.PLANS, chapter_titled(catalogue, "Kinder, Bildung, Jugend"), example)
    assert [
        line for line in text if line.startswith("Noch anzufordern: ") and "bei: Jugendamt des Landkreises (" in line
    ]


def test_swot_has_four_fields_with_gaps_only(catalogue: Catalogue):
    text = shown(Part.SWOT, chapter_with(catalogue, Part.SWOT), judged(catalogue))
    assert {"Stärken | Schwächen", "Chancen | Risiken"} <= set(text)
    assert all("[hier: " in line for line in text if line[:5] == "[hier")


def test_cross_effects_have_a_row_per_topic(catalogue: Catalogue):
    topics = [chapter.title for chapter in catalogue.entries.chapters if chapter.parent is not None]
    text = shown(Part.CROSS_EFFECTS, chapter_with(catalogue, Part.CROSS_EFFECTS), judged(catalogue))
    assert [line.split(" | ")[0] for line in text if line.split(" | ")[0] in topics] == topics


def test_measures_name_the_plans_that_hold_some(example: Assessment, catalogue: Catalogue):
    text = shown(Part.MEASURES, chapter_with(catalogue, Part.MEASURES), example)
    assert text[0].startswith("Maßnahmen stehen schon in: ")
    assert "Haushaltsplan mit Finanzplan (Stand 2026)" in text[0]


def test_finance_begins_with_the_next_year(example: Assessment, catalogue: Catalogue):
    text = shown(Part.FINANCE, chapter_with(catalogue, Part.FINANCE), example)
    assert "Maßnahme | Art | 2027 | 2028 | 2029 | 2030 | 2031 | Im Haushalt?" in text


def test_programmes_never_promise_and_closed_ones_are_left_out(example: Assessment, catalogue: Catalogue):
    text = "\n".join(shown(Part.PROGRAMMES, chapter_with(catalogue, Part.PROGRAMMES), example))
    assert "konzeptseitig erfüllt, Aufruf und Frist prüfen" in text
    assert "Modellprojekte klimaresilienter Stadtumbau" not in text


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


def test_register_lists_plans_with_holder_date_and_verdict(example: Assessment, catalogue: Catalogue):
    text = shown(Part.PLAN_REGISTER, chapter_with(catalogue, Part.PLAN_REGISTER), example)
    (line,) = [line for line in text if line.startswith("Abwasserbeseitigungskonzept")]
    assert line.startswith("Abwasserbeseitigungskonzept | Abwasserzweckverband | 2014 | ohne Angabe | ungeklärt | ")


def test_open_points_stand_in_the_order_of_the_gaps(example: Assessment, catalogue: Catalogue):
    text = shown(Part.OPEN_POINTS, chapter_with(catalogue, Part.OPEN_POINTS), example)
    assert [line.split(" | ")[0] for line in text[2:]] == [gap.criterion.title for gap in example.gaps]


def test_nothing_open_is_said_so(catalogue: Catalogue):
    met = "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    text = shown(Part.OPEN_POINTS, chapter_with(catalogue, Part.OPEN_POINTS), judged(catalogue, met))
    assert text == ["Kein Punkt ist offen."]


def test_origin_marks_what_has_no_evidence(catalogue: Catalogue):
    assessment = judged(
        catalogue, "criteria: {council-resolution: met, published: {status: met, evidence: Internetseite}}\n"
    )
    text = "\n".join(shown(Part.ORIGIN, chapter_with(catalogue, Part.ORIGIN), assessment))
    assert "Beschluss des Rates: erfüllt, ohne Nachweis" in text
    assert "Veröffentlicht und auffindbar: erfüllt, Internetseite" in text
    assert "aus der Selbsteinschätzung vom 22.11.2026" in text
