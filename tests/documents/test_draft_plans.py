"""What plans give to a chapter of the starter concept."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.draft_plans import plan_blocks
from tests.documents.judging import judged
from tests.documents.reading import lines


def shown(assessment: Assessment, chapter: str) -> list[str]:
    return list(lines(plan_blocks(assessment.catalogue.chapter[chapter], assessment, ())))


def test_plan_is_named_by_number_with_its_verdict_and_a_gap_for_what_is_taken_over(example: Assessment):
    rows = [line for line in shown(example, "finance") if line.startswith("P1 ")]
    assert rows
    assert rows[0].startswith("P1 Haushaltsplan mit Finanzplan (Stand 2026)\nübernehmen | ")
    assert rows[0].endswith(" | [hier: Aussage, mit Seite]")


def test_plan_that_is_not_public_asks_for_what_may_be_said(catalogue: Catalogue):
    plan = "{type: vacancy-register, title: Liste, data-year: 2026, public: false}"
    (row,) = [line for line in shown(judged(catalogue, f"plans: [{plan}]\n"), "brownfields") if line.startswith("P1 ")]
    assert row.endswith(" | [hier: Summen je Ortsteil, ohne einzelne Grundstücke]")


def test_plan_only_referred_to_asks_for_what_follows(example: Assessment):
    rows = [line for line in shown(example, "housing") if "nur darauf verweisen" in line]
    assert rows
    assert all(row.endswith("[hier: Folgerung]") for row in rows)


def test_no_chapter_asserts_a_takeover(example: Assessment, catalogue: Catalogue):
    text = "\n".join(line for chapter in catalogue.chapter for line in shown(example, chapter))
    assert [word for word in ("gelten auch für dieses Konzept", "Übernommen", "wurde am") if word in text] == []


def test_plan_asked_for_is_told_apart_from_one_still_to_ask_for_and_from_one_free_to_have(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: kita-plan, state: requested}]\n")
    starts = {line.split(": ")[0]: line for line in (*shown(assessment, "education"), *shown(assessment, "people"))}
    assert "Bedarfsplan Kindertagesbetreuung: " in starts["Schon angefordert"]
    assert "Schulnetzplan: " in starts["Noch anzufordern"]
    assert "Regionalisierte Bevölkerungsvorausberechnung: " in starts["Frei zu haben"]


def test_plan_that_cannot_be_used_is_not_in_a_chapter(catalogue: Catalogue):
    plan = "{type: budget, title: Alt, data-year: 2025, superseded: true}"
    assert shown(judged(catalogue, f"plans: [{plan}]\n"), "finance") == []
