"""The performance specification lists what is open, and only that."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from insek_cli.documents.blocks import Kind, Paragraph, text_of
from tests.documents.judging import judged, unmet
from tests.documents.papers import made, shipped
from tests.documents.reading import lines, said, under

OPEN = "Zu erbringende Leistungen"


def blocks(assessment: Assessment) -> list[str]:
    """Return the rows of the building blocks."""
    return [line for line in under(made(assessment, PaperId.TENDER), OPEN) if line[:1].isdigit()]


def test_work_is_open_while_one_of_its_criteria_is_a_gap(catalogue: Catalogue):
    for status, is_open in (("met", False), ("partial", True), ("unmet", True), ("later", False)):
        rows = blocks(judged(catalogue, f"criteria: {{swot: {status}}}"))
        assert any("Stärken, Schwächen, Handlungsbedarf\n" in row for row in rows) is is_open, status


def test_nothing_is_asked_that_is_done_or_does_not_apply(catalogue: Catalogue):
    yaml = "facts: {urban-funding: 'no'}\ncriteria: {citizens-involved: met, youth-involved: unmet}"
    said_of = "\n".join(blocks(judged(catalogue, yaml)))
    assert "Ein eigenes Verfahren für Kinder oder Jugendliche" in said_of
    assert "Format zu Problemen und zu Zielen" not in said_of
    assert "Fördergebiet" not in said_of
    assert "Fördergebiet" in "\n".join(blocks(judged(catalogue)))


def test_what_has_begun_is_told_apart_and_evidence_is_at_hand(catalogue: Catalogue):
    yaml = "criteria: {spatial-focus: {status: partial, evidence: Skizze 3}, programme-links: {status: met, evidence: V 7}}"
    (row,) = [row for row in blocks(judged(catalogue, yaml)) if "Schwerpunkte und" in row]
    assert "nur erhalten wird (begonnen).\n– Missstände" in row
    assert "ableiten lassen.\nLiegt vor: V 7\nBegonnen: Skizze 3" in row
    assert "Tabelle der Programme" not in row


def test_topics_are_named_where_no_plan_serves_and_the_concept_says_nothing(catalogue: Catalogue):
    plan = "plans: [{type: housing-plan, data-year: 2026, area: whole, format: editable, rights: 'yes'}]"
    without, given, written = (
        next(row for row in blocks(judged(catalogue, yaml)) if "Themen\n" in row)
        for yaml in ("", plan, "criteria: {topics-covered: met}")
    )
    assert "Gesprächen: „Städtebau, Ortsbild, Denkmale“, „Wohnen“, " in without
    assert "Gesprächen: „Städtebau, Ortsbild, Denkmale“, „Wirtschaft" in given
    assert "Ohne vorliegenden Plan" not in written


def test_nothing_open_is_said_so(catalogue: Catalogue):
    criteria = "".join(f"\n  {criterion.id}: met" for criterion in catalogue.criteria)
    plans = "".join(
        f"\n  - {{type: {kind.id}, data-year: 2026, resolved: 2026-01-01, area: whole, format: editable, rights: 'yes'}}"
        for kind in catalogue.entries.plans
    )
    lines = under(made(judged(catalogue, f"plans:{plans}\ncriteria:{criteria}\n"), PaperId.TENDER), OPEN)
    assert lines[-1] == "Nach der Selbsteinschätzung ist kein Baustein mehr offen."


def test_plans_are_listed_with_year_form_and_rights(example: Assessment):
    lines = under(made(example, PaperId.TENDER), "Was die Auftraggeberin stellt")
    assert "Abwasserbeseitigungskonzept (Abwasserzweckverband) | 2014 | PDF | ungeklärt | mit Anpassung nutzen" in lines
    assert "Haushaltsplan mit Finanzplan | 2026 | bearbeitbar | geklärt | übernehmen" in lines
    assert lines[-1].startswith(
        "Angefordert; wird nach Eingang weitergegeben: Bedarfsplan Kindertagesbetreuung (Jugendamt"
    )


def test_plan_that_is_not_public_says_so(catalogue: Catalogue):
    yaml = "plans: [{type: fire-plan, data-year: 2025, public: false, rights: 'yes', format: pdf}]"
    assert "| 2025 | PDF | geklärt; nicht öffentlich |" in said(made(judged(catalogue, yaml), PaperId.TENDER))


def test_without_plans_it_says_so(catalogue: Catalogue):
    lines = under(made(judged(catalogue), PaperId.TENDER), "Was die Auftraggeberin stellt")
    assert lines[-1] == "Bisher ist kein Plan eingetragen, der gestellt werden kann."


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ("{target-pages: 20, draft-rounds: 1}", ("höchstens 20 Seiten", "Entwurfsfassungen: 1, ")),
        ("{target-pages: 60, draft-rounds: 3}", ("höchstens 25 Seiten", "Entwurfsfassungen: zwei", "stehen 60 Seiten")),
        ("{}", ("höchstens 25 Seiten", "Entwurfsfassungen: zwei")),
    ],
)
def test_page_budget_and_drafts_follow_the_answers_where_they_are_lean(catalogue: Catalogue, facts, shown):
    text = said(made(judged(catalogue, f"facts: {facts}"), PaperId.TENDER))
    assert all(words in text for words in shown)


def test_supplement_of_a_concept_in_force_has_a_size_of_its_own(catalogue: Catalogue):
    facts = "facts: {stage: resolved, target-pages: 60, draft-rounds: 4, public-events: 7}"
    text = said(made(judged(catalogue, facts), PaperId.TENDER))
    assert "Ergänzung: höchstens [hier: Zahl] Seiten" in text
    assert "Was das Konzept schon enthält, wird nicht neu geschrieben." in text
    for words in ("Kerntext", "60", "Entwurfsrunden", "Richtwert", "Fassung für den Beschluss"):
        assert words not in text


def test_every_must_that_an_office_can_work_on_is_in_a_block(catalogue: Catalogue):
    named = {word for block in shipped(catalogue, PaperId.TENDER).blocks for word in block.criteria}
    own = {"early-information", "district-councils-heard", "council-resolution", "currency", "partner-agreement"}
    musts = {criterion.id for criterion in catalogue.criteria if criterion.obligation == "must"}
    assert musts - named == own


def test_who_does_a_block_is_a_gap_where_both_work_and_nowhere_else(catalogue: Catalogue):
    who = "[hier: Gemeinde oder Büro]"
    for delivery in ("mixed", "office", "own", "open", "unknown"):
        made_of = judged(catalogue, f"facts: {{delivery: {delivery}}}")
        rows = blocks(made_of)
        assert [row.count(who) for row in rows] == [int(delivery == "mixed")] * len(rows), delivery
        assert len(rows) == len(shipped(catalogue, PaperId.TENDER).blocks)


@pytest.mark.parametrize(
    ("delivery", "first"),
    [
        (
            "own",
            "Nach den Antworten schreibt die Gemeindeverwaltung das Konzept selbst; danach ist nichts zu vergeben.",
        ),
        ("open", "Wer das Konzept schreibt, ist nach den Antworten noch offen."),
        ("unknown", "Wer das Konzept schreibt, ist nach den Antworten noch offen."),
        ("office", "Auftraggeberin: "),
        ("mixed", "Auftraggeberin: "),
    ],
)
def test_tender_says_first_whether_anything_is_to_be_given_out(catalogue: Catalogue, delivery, first):
    paper = made(judged(catalogue, f"facts: {{delivery: {delivery}}}"), PaperId.TENDER)
    assert list(lines(paper.blocks))[1].startswith(first)


def test_division_rests_on_the_evidence_that_is_there(catalogue: Catalogue):
    answers = "facts: {delivery: mixed}\ncriteria: {delivery-decided: {status: met, evidence: Beschluss 14/2026}}"
    assert "Grundlage der Aufteilung: Beschluss 14/2026." in said(made(judged(catalogue, answers), PaperId.TENDER))


def test_what_only_the_next_concept_can_mend_opens_no_block(catalogue: Catalogue):
    answers = unmet(catalogue)
    for stage, is_open in (("draft", True), ("resolved", False)):
        (row,) = [
            row for row in blocks(judged(catalogue, f"facts: {{stage: {stage}}}\n{answers}")) if "Beteiligung\n" in row
        ]
        assert ("Verfahren für Kinder oder Jugendliche" in row) is is_open
        assert "Übersicht der Anregungen" in row


def test_what_only_the_municipality_can_do_is_a_hint_and_no_block(catalogue: Catalogue):
    paper = made(judged(catalogue, unmet(catalogue, "published: met", "page-budget: later")), PaperId.TENDER)
    hints = [
        text_of(block.runs) for block in paper.blocks if isinstance(block, Paragraph) and block.kind is Kind.GUIDANCE
    ]
    (hint,) = [text for text in hints if "Sache der Gemeinde: " in text]
    assert "„Früh und öffentlich informiert“" in hint
    assert "Veröffentlicht" not in hint
    assert "Sache der Gemeinde" not in said(made(judged(catalogue), PaperId.TENDER))
