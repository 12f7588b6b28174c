"""The performance specification lists what is open, and only that."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from insek_cli.core.plans import BEST
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Kind, Paragraph, text_of
from tests.documents.judging import judged, met, unmet
from tests.documents.papers import made, shipped
from tests.documents.reading import headings, lines, said, under

OPEN = "Zu erbringende Leistungen"


def blocks(assessment: Assessment) -> list[str]:
    """Return the rows of the building blocks."""
    return [line for line in under(made(assessment, PaperId.TENDER), OPEN) if line[:1].isdigit()]


def hints(assessment: Assessment) -> list[str]:
    """Return what the tender says to the official alone."""
    paper = made(assessment, PaperId.TENDER).blocks
    return [text_of(block.runs) for block in paper if isinstance(block, Paragraph) and block.kind is Kind.GUIDANCE]


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


def test_what_has_begun_says_so_beside_its_work_and_proves_it_to_the_official_alone(catalogue: Catalogue):
    answers = "spatial-focus: {status: partial, evidence: 'Skizze {Rat}'}, funding-area-derivable: partial"
    assessment = judged(catalogue, f"criteria: {{{answers}}}")
    (row,) = [row for row in blocks(assessment) if "Schwerpunkte und" in row]
    assert "nur erhalten wird (begonnen).\n– Missstände" in row
    assert "ableiten lassen (begonnen).\n" in row
    assert "Räumliche Schwerpunkte und Förderung: Skizze {Rat}" in hints(assessment)


def test_evidence_of_what_is_done_is_for_the_official_and_not_for_bidders(catalogue: Catalogue):
    answers = "programme-links: {status: met, evidence: V 7}, swot: {status: met, evidence: Tabelle 2}"
    assessment = judged(catalogue, f"criteria: {{{answers}}}")
    assert "V 7" not in "\n".join(blocks(assessment))
    told = hints(assessment)
    assert told[told.index("Räumliche Schwerpunkte und Förderung: V 7") - 1].endswith("was davon Bieter erhalten:")
    assert "Tabelle 2" not in said(made(assessment, PaperId.TENDER))  # nothing of its block is open
    assert not any("Bieter" in hint for hint in hints(judged(catalogue)))


WHOLE = "data-year: 2026, area: whole, format: editable, rights: 'yes'"


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        ("", True),
        (f"type: housing-plan, {WHOLE}", False),
        (f"type: housing-plan, {WHOLE}, public: false", False),
        ("type: housing-plan, state: requested", False),
        ("type: housing-plan, state: none", True),
        (f"type: housing-plan, {WHOLE}, superseded: true", True),
    ],
)
def test_topics_are_without_plan_where_the_tender_names_none(catalogue: Catalogue, plan, named):
    (row,) = [row for row in blocks(judged(catalogue, f"plans: [{{{plan}}}]" if plan else "")) if "Themen\n" in row]
    assert "Ohne vorliegenden Plan, also aus vorhandenen Daten und Gesprächen: „Städtebau" in row
    assert ("„Wohnen“" in row) is named


def test_topics_the_concept_covers_need_no_plan(catalogue: Catalogue):
    (row,) = [row for row in blocks(judged(catalogue, "criteria: {topics-covered: met}")) if "Themen\n" in row]
    assert "Ohne vorliegenden Plan" not in row


def all_done(catalogue: Catalogue, *but: str) -> str:
    """Return answers in which all plans are there and all criteria met, but for some."""
    plans = "".join(f"\n  - {{type: {kind.id}, resolved: 2026-01-01, {WHOLE}}}" for kind in catalogue.entries.plans)
    return f"plans:{plans}\n{met(catalogue, *but)}"


@pytest.mark.parametrize("delivery", ["own", "office", "mixed", "open"])
@pytest.mark.parametrize("stage", ["draft", "resolved"])
def test_nothing_open_is_said_at_the_top_and_nothing_is_asked_for(catalogue: Catalogue, stage, delivery):
    facts = f"facts: {{stage: {stage}, delivery: {delivery}}}\n"
    paper = made(judged(catalogue, facts + all_done(catalogue, "published: unmet")), PaperId.TENDER)
    told = list(lines(paper.blocks))
    assert told[1].startswith("Nach der Selbsteinschätzung ist keine Leistung mehr offen; danach hat Ort nichts zu ")
    assert headings(paper)[1:] == [OPEN]
    assert under(paper, OPEN)[0] == "Nach der Selbsteinschätzung ist kein Baustein mehr offen."
    assert under(paper, OPEN)[-1].endswith("Sache der Gemeinde: „Veröffentlicht und auffindbar“.")
    one = made(judged(catalogue, facts + all_done(catalogue, "swot: unmet")), PaperId.TENDER)
    assert "keine Leistung mehr offen" not in said(one)
    assert {"Umfang, Fassungen, Termine", "Übergabe und Lieferform", "Nutzungsrechte", "Angebot"} < set(headings(one))


def test_frame_asks_for_no_note_on_plans_that_is_there(catalogue: Catalogue):
    done = ("plan-register: met", "line-per-plan: met")
    for answers, wanted in ((unmet(catalogue, *done), False), (unmet(catalogue, done[0]), True)):
        text = said(made(judged(catalogue, answers), PaperId.TENDER))
        assert ("Planregister mit Vermerk je Plan" in text, "Je Plan vermerken" in text) == (wanted, wanted)
        assert "vermerkt" not in text


def test_note_on_plans_has_the_words_of_the_table(catalogue: Catalogue):
    words = [w.VERDICT[verdict] for verdict in BEST]
    (row,) = [row for row in blocks(judged(catalogue)) if "mit einem Satz zum Grund" in row]
    assert f"zum Grund: {', '.join(words[:-1])} oder {words[-1]}." in row


@pytest.mark.parametrize(
    ("facts", "but", "told"),
    [
        ("{public-events: 2}", (), "Öffentliche Veranstaltungen: 2"),
        ("{}", (), "Öffentliche Veranstaltungen: [hier: Anzahl, höchstens drei]"),
        (
            "{public-events: 7}",
            ("citizens-involved: met",),
            "Öffentliche Veranstaltungen: [hier: Anzahl, höchstens drei]",
        ),
        ("{public-events: 7}", ("citizens-involved: met", "few-fitting-formats: met", "youth-involved: met"), None),
        ("{public-events: 2, stage: resolved}", (), None),
    ],
)
def test_public_events_are_ordered_only_for_participation_that_is_open(catalogue: Catalogue, facts, but, told):
    text = said(made(judged(catalogue, f"facts: {facts}\n{unmet(catalogue, *but)}"), PaperId.TENDER))
    found = [line for line in text.split("\n") if "Veranstaltungen" in line]
    assert [line for line in found if line.startswith("Öffentliche")] == ([told] if told else [])
    assert told or found == []
    assert "Termine mit Gemeindeverwaltung und Rat: [hier: Anzahl, davon vor Ort]" in text


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
        ("{target-pages: 60, draft-rounds: 3}", ("höchstens 25 Seiten", "Entwurfsfassungen: zwei", "stehen 60.")),
        ("{}", ("höchstens 25 Seiten", "Entwurfsfassungen: zwei")),
    ],
)
def test_page_budget_and_drafts_follow_the_answers_where_they_are_lean(catalogue: Catalogue, facts, shown):
    text = said(made(judged(catalogue, f"facts: {facts}"), PaperId.TENDER))
    assert all(words in text for words in shown)


@pytest.mark.parametrize(
    ("facts", "guided"),
    [
        ("{target-pages: 20, draft-rounds: 1}", []),
        ("{target-pages: 20}", ["Zwei Entwurfsfassungen sind"]),
        ("{draft-rounds: 2}", ["25 Seiten sind"]),
        ("{target-pages: 60, draft-rounds: 3}", ["25 Seiten sind", "Zwei Entwurfsfassungen sind"]),
        ("{}", ["25 Seiten sind", "Zwei Entwurfsfassungen sind"]),
    ],
)
def test_each_value_that_is_not_a_lean_answer_has_one_hint(catalogue: Catalogue, facts, guided):
    found = [hint for hint in hints(judged(catalogue, f"facts: {facts}")) if "Richtwert" in hint]
    assert [hint.split(" ein ")[0] for hint in found] == guided


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
    who = "[hier: Verwaltung oder Büro]"
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
    later = answers.replace("mixed", "mixed, stage: resolved")
    text = said(made(judged(catalogue, later), PaperId.TENDER))
    assert "Grundlage der Aufteilung: [hier: Beschluss oder Vermerk zu dieser Ergänzung]." in text
    assert "14/2026" not in text


def test_supplement_says_nothing_of_who_wrote_the_concept(catalogue: Catalogue):
    for delivery, told in (("own", True), ("open", True), ("unknown", True), ("office", False), ("mixed", False)):
        facts = f"facts: {{stage: resolved, delivery: {delivery}}}"
        paper = made(judged(catalogue, facts), PaperId.TENDER)
        assert under(paper, "Gegenstand und Ziel")[0].count("lässt das beschlossene Konzept") == 1
        assert "erarbeitet das Integrierte" not in said(paper)
        assert (next(lines(paper.blocks[1:])).startswith("Wer diese Ergänzung")) is told
        assert "schreibt die Gemeindeverwaltung das Konzept selbst" not in said(paper)


def test_supplement_works_with_the_goals_and_measures_there_are(catalogue: Catalogue):
    for stage, words in (
        ("draft", ("– Höchstens zwölf Ziele", "– Höchstens zehn Schlüsselmaßnahmen")),
        (
            "resolved",
            ("– Die Ziele des Konzepts auf höchstens zwölf", "– Aus den Maßnahmen des Konzepts höchstens zehn"),
        ),
        ("unknown", ("– Höchstens zwölf Ziele", "– Höchstens zehn Schlüsselmaßnahmen")),
    ):
        text = "\n".join(blocks(judged(catalogue, f"facts: {{stage: {stage}}}\n{unmet(catalogue)}")))
        assert [text.count(start) for start in words] == [1, 1], stage
        assert text.count("höchstens zwölf") + text.count("Höchstens zwölf") == 1


@pytest.mark.parametrize(("funding", "named"), [("'no'", False), ("planned", True), ("unknown", True)])
def test_urban_funding_is_a_footing_only_where_it_is_not_ruled_out(catalogue: Catalogue, funding, named):
    answers = f"facts: {{urban-funding: {funding}}}\nplans: [{{type: heat-plan, state: requested}}]"
    text = said(made(judged(catalogue, answers), PaperId.TENDER))
    assert ("sind ausdrücklich genannt (WPG § 10 Abs. 5)" in text) is named
    assert ("dass ein Konzept ohne sie dazu zählt, ist Auslegung (WPG § 10 Abs. 5)" in text) is not named
    assert ("Förderrichtlinie Städtebauliche Erneuerung" in text) is named
    assert text.count("Prüfen Sie diesen Entwurf mit Vergabestelle") == 1


def test_what_only_the_next_concept_can_mend_opens_no_block(catalogue: Catalogue):
    answers = unmet(catalogue)
    for stage, is_open in (("draft", True), ("resolved", False)):
        (row,) = [
            row for row in blocks(judged(catalogue, f"facts: {{stage: {stage}}}\n{answers}")) if "Beteiligung\n" in row
        ]
        assert ("Verfahren für Kinder oder Jugendliche" in row) is is_open
        assert "Übersicht der Anregungen" in row


def test_what_only_the_municipality_can_do_is_a_hint_and_no_block(catalogue: Catalogue):
    told = hints(judged(catalogue, unmet(catalogue, "published: met", "page-budget: later")))
    (hint,) = [text for text in told if "Sache der Gemeinde: " in text]
    assert "„Früh und öffentlich informiert“" in hint
    assert "Veröffentlicht" not in hint
    assert "Sache der Gemeinde" not in said(made(judged(catalogue), PaperId.TENDER))
