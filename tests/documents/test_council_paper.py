"""The council paper: what is proposed depends on where the undertaking stands."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from insek_cli.core.vocabulary import Obligation
from insek_cli.documents.blocks import Kind, Paragraph, text_of
from insek_cli.documents.draft import draft
from tests.documents.judging import judged, met, unmet
from tests.documents.papers import made
from tests.documents.reading import said, under


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("{}", "aufzustellen"),
        ("{project: new, stage: preparing}", "aufzustellen"),
        ("{project: unknown, stage: unknown}", "aufzustellen"),
        ("{project: update, stage: none, existing-year: 2012}", "aus dem Jahr 2012 fortzuschreiben"),
        ("{project: update}", "aus dem Jahr [hier: Jahr des letzten Beschlusses]"),
        ("{project: new, stage: draft}", "in der Fassung vom [hier: Datum]"),
        ("{project: update, stage: resolved}", "zur Kenntnis"),
    ],
)
def test_proposal_fits_the_situation(catalogue: Catalogue, facts, words):
    document = made(judged(catalogue, f"facts: {facts}"), PaperId.COUNCIL)
    assert said(document).count("\nBeschlussvorschlag\n") == 1
    assert words in under(document, "Beschlussvorschlag")[0]


def test_only_an_update_replaces_an_earlier_concept(catalogue: Catalogue):
    texts = [
        said(made(judged(catalogue, f"facts: {{project: {project}, stage: draft}}"), PaperId.COUNCIL))
        for project in ("new", "update")
    ]
    assert ["mit diesem Beschluss ersetzt" in text for text in texts] == [False, True]


def test_resolution_that_nobody_found_is_not_told_as_one(catalogue: Catalogue):
    for answer, sure in (("unknown", False), ("{status: met, evidence: Nr. 7}", True)):
        answers = f"facts: {{stage: resolved}}\n{unmet(catalogue, f'council-resolution: {answer}')}"
        text = said(made(judged(catalogue, answers), PaperId.COUNCIL))
        assert ("Das Konzept ist beschlossen: Nr. 7." in text) is sure
        assert ("Nach den Angaben ist das Konzept beschlossen; der Beschluss ist noch zu belegen" in text) is not sure


def test_council_paper_and_draft_word_the_resolution_alike(catalogue: Catalogue):
    answers = judged(catalogue, "facts: {project: update, stage: draft}\n")
    paper = [line.rstrip(".") for line in under(made(answers, PaperId.COUNCIL), "Beschlussvorschlag")[1:]]
    annex = "\n".join(under(draft(answers), "Beschlusstext"))
    alike = [line for line in paper if "[hier: " not in line]
    assert len(alike) == 3
    assert [line for line in alike if line not in annex] == []


@pytest.mark.parametrize(("given", "heard"), [("'yes'", True), ("'no'", False), ("unknown", False)])
def test_district_councils_are_heard_only_where_there_are_any(catalogue: Catalogue, given, heard):
    text = said(made(judged(catalogue, f"facts: {{district-councils: {given}}}"), PaperId.COUNCIL))
    assert ("Ortschaftsräte" in text) is heard
    assert ("§ 67 Abs. 6" in text) is heard


def test_result_says_level_missing_musts_and_next_steps(example: Assessment):
    text = said(made(example, PaperId.COUNCIL))
    assert "Stufe: Auf dem Weg." in text
    assert "noch Unverzichtbares zu erfüllen (16 Punkte): „Klare Rangfolge“, „" in text
    assert "13 weitere Punkte (siehe Lückenbericht)" in text
    assert "Klare Rangfolge: 1–2 Tage; Vorschlag: Hauptamt" in text


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("preparing", "Was vor dem Beschluss unverzichtbar ist, ist nach der Selbsteinschätzung erfüllt."),
        ("draft", "Was vor dem Beschluss unverzichtbar ist, ist nach der Selbsteinschätzung erfüllt."),
        ("resolved", "Unverzichtbar und noch nicht erfüllt: nichts."),
    ],
)
def test_nothing_missing_is_said_so(catalogue: Catalogue, stage, words):
    text = said(made(judged(catalogue, f"facts: {{stage: {stage}}}\n{met(catalogue)}"), PaperId.COUNCIL))
    assert words in text
    assert "ie nächsten Schritte" not in text


def hints(assessment: Assessment) -> str:
    """Return what the council paper says to those who work on it."""
    blocks = made(assessment, PaperId.COUNCIL).blocks
    return " ".join(
        text_of(block.runs) for block in blocks if isinstance(block, Paragraph) and block.kind is Kind.GUIDANCE
    )


LATER = "Diese Vorlage ist für eine spätere Sitzung"
SETTLED = ("council-resolution", "currency")


@given(data=st.data())
def test_a_draft_says_it_is_for_a_later_meeting_exactly_while_a_must_is_missing(catalogue: Catalogue, data):
    musts = [criterion.id for criterion in catalogue.criteria if criterion.obligation is Obligation.MUST]
    missing = data.draw(st.sets(st.sampled_from(musts)))
    answers = met(catalogue, *(f"{must}: partial" for must in missing))
    facts = (
        "facts: {stage: draft, project: update, district-councils: 'yes', brownfields: 'yes', urban-funding: planned}"
    )
    assessment = judged(catalogue, f"{facts}\n{answers}", "{name: Ort, inhabitants: 1500}")
    before = missing.difference(SETTLED)
    assert (LATER in hints(assessment)) is bool(before)
    assert (f"({len(before)} Punkt" in said(made(assessment, PaperId.COUNCIL))) is bool(before)


def test_the_weightiest_missing_musts_are_named_in_hint_and_text(catalogue: Catalogue):
    assessment = judged(catalogue, f"facts: {{stage: draft, project: update}}\n{unmet(catalogue)}")
    (line,) = [
        line
        for line in under(made(assessment, PaperId.COUNCIL), "Ergebnis der Selbsteinschätzung")
        if "Punkte)" in line
    ]
    named = [part.split("“")[0] for part in line.split("„")[1:]]
    weights = {criterion.title: criterion.weight for criterion in catalogue.criteria}
    assert [weights[title] for title in named] == [5, 5, 5]
    assert all(f"„{title}“" in hints(assessment) for title in named)


def test_the_resolution_itself_is_neither_missing_nor_a_step_before_it(catalogue: Catalogue):
    answers = met(catalogue, "council-resolution: unmet", "currency: unmet", "swot: unmet")
    text = said(made(judged(catalogue, f"facts: {{stage: draft}}\n{answers}"), PaperId.COUNCIL))
    assert "(1 Punkt): „Stärken, Schwächen, Handlungsbedarf“." in text
    assert "Beschluss des Rates" not in text
    resolved = said(made(judged(catalogue, f"facts: {{stage: resolved}}\n{answers}"), PaperId.COUNCIL))
    assert "„Konzept ist aktuell“" in resolved


def test_a_draft_with_almost_no_answers_is_not_called_ripe(catalogue: Catalogue):
    assert "lässt sich aus so wenigen Antworten nicht sagen" in hints(judged(catalogue, "facts: {stage: draft}"))


@pytest.mark.parametrize(
    ("facts", "warned"),
    [("{}", True), ("{stage: preparing}", True), ("{stage: draft}", False), ("{stage: resolved}", False)],
)
def test_what_is_decided_is_no_claim_of_a_file_with_almost_no_answers(catalogue: Catalogue, facts, warned):
    assert ("Diese Vorlage beruht auf sehr wenigen Antworten." in hints(judged(catalogue, f"facts: {facts}"))) is warned
    answered = judged(catalogue, f"facts: {facts}\n{unmet(catalogue)}")
    assert "sehr wenigen Antworten" not in hints(answered)


@pytest.mark.parametrize("stage", ["preparing", "draft", "resolved"])
def test_next_steps_say_that_they_are_still_open(catalogue: Catalogue, stage):
    for answers in (unmet(catalogue), met(catalogue, "swot: unmet", "early-information: partial")):
        paper = made(judged(catalogue, f"facts: {{stage: {stage}}}\n{answers}"), PaperId.COUNCIL)
        assert sum(line.startswith("Noch offen sind ") for line in said(paper).split("\n")) == 1


STAGES = ("none", "preparing", "draft", "resolved", "unknown")
PROJECTS = ("new", "update", "unknown")


@pytest.mark.parametrize(("stage", "project"), list(product(STAGES, PROJECTS)))
def test_every_situation_has_each_part_once(catalogue: Catalogue, stage, project):
    for status in ("unmet", "partial", "met"):
        rest = "".join(f"  {criterion.id}: {status}\n" for criterion in catalogue.criteria)
        facts = f"facts: {{stage: {stage}, project: {project}, district-councils: 'yes'}}\ncriteria:\n{rest}"
        paper = made(judged(catalogue, facts), PaperId.COUNCIL)
        told = said(paper).split("\n")
        for start in ("Gegenstand: ", "Rat (", "Beratungsfolge", "Beschlussvorschlag", "Alternativen", "Finanzielle"):
            assert sum(line.startswith(start) for line in told) == 1, (start, status)
        for start in ("Beauftragte für Menschen mit Behinderungen: ", "Öffentlich informiert: "):
            assert sum(line.startswith(start) for line in told) == (stage == "draft"), (start, status)
        for start in ("Ortschaftsräte", "Beteiligung der Einwohner"):
            assert sum(line.startswith((f"{start}: ", f"{start}, bisher: ")) for line in told) <= 1, (start, status)


@pytest.mark.parametrize(
    ("facts", "subject"),
    [
        ("{}", "Aufstellung"),
        ("{project: update, stage: preparing}", "Beginn der Fortschreibung"),
        ("{project: new, stage: draft}", "Beschluss"),
        ("{project: update, stage: draft}", "Beschluss der Fortschreibung"),
        ("{project: update, stage: resolved}", "Bericht zum Stand der Umsetzung"),
    ],
)
def test_subject_says_what_is_to_be_done(catalogue: Catalogue, facts, subject):
    told = said(made(judged(catalogue, f"facts: {facts}"), PaperId.COUNCIL)).split("\n")
    (line,) = [line for line in told if line.startswith("Gegenstand: ")]
    assert line == f"Gegenstand: Integriertes Stadtentwicklungskonzept (INSEK) von Ort: {subject}"


def test_after_the_resolution_the_paper_only_reports(catalogue: Catalogue):
    facts = "facts: {project: update, stage: resolved, district-councils: 'yes'}"
    criteria = "criteria: {annual-report: {status: met, evidence: Sitzung im Mai}, swot: unmet}"
    text = said(made(judged(catalogue, f"{facts}\n{criteria}"), PaperId.COUNCIL))
    for word in ("Ortschaftsräte", "Anhörung", "(Beschluss)", "Erstellung und Aufträge", "§ 67", "Zeitplan"):
        assert word not in text, word
    for words in ("Rat (Kenntnisnahme)", "wird nichts beauftragt", "Jährlicher Bericht im Rat: Sitzung im Mai."):
        assert words in text, words


def test_what_waits_for_the_next_concept_is_named_so_and_costs_no_days_now(catalogue: Catalogue):
    answers = met(catalogue, "citizens-involved: unmet", "swot: unmet")
    text = said(made(judged(catalogue, f"facts: {{stage: resolved}}\n{answers}"), PaperId.COUNCIL))
    assert "„Einwohner haben mitgewirkt“ (erst mit dem nächsten Konzept)" in text
    assert "Einwohner haben mitgewirkt (erst mit dem nächsten Konzept): " in text
    assert "Eigene Arbeit: 2 bis 4 Arbeitstage für alles Unverzichtbare" in text


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("unmet", "Ortschaftsräte: [hier: Daten und Ergebnisse]"),
        ("{status: unmet, evidence: alt}", "Ortschaftsräte: [hier: Daten und Ergebnisse]"),
        (
            "{status: partial, evidence: zwei Protokolle}",
            "Ortschaftsräte: bisher zwei Protokolle; noch zu hören: [hier: welche Ortschaftsräte, bis wann]",
        ),
        ("{status: met, evidence: fünf Protokolle}", "Ortschaftsräte: fünf Protokolle"),
        ("met", "Ortschaftsräte: [hier: Daten und Ergebnisse]"),
    ],
)
def test_only_what_the_answers_do_not_prove_stays_a_gap(catalogue: Catalogue, answer, line):
    yaml = f"facts: {{stage: draft, district-councils: 'yes'}}\ncriteria: {{district-councils-heard: {answer}}}"
    assert line in under(made(judged(catalogue, yaml), PaperId.COUNCIL), "Anhörungen und Beteiligung")


@pytest.mark.parametrize(
    ("project", "line"),
    [
        ("new", "Ortschaftsräte, bisher: ein Protokoll"),
        ("update", None),
        ("unknown", "Ortschaftsräte, bisher: ein Protokoll"),
    ],
)
def test_before_the_draft_evidence_counts_where_it_cannot_be_of_an_earlier_concept(catalogue: Catalogue, project, line):
    answer = "criteria: {district-councils-heard: {status: partial, evidence: ein Protokoll}}"
    facts = f"facts: {{stage: preparing, project: {project}, district-councils: 'yes'}}"
    told = under(made(judged(catalogue, f"{facts}\n{answer}"), PaperId.COUNCIL), "Anhörungen")
    assert [found for found in told if "Protokoll" in found] == ([line] if line else [])


def test_nobody_is_asked_for_the_price_of_an_order_that_is_not_planned(catalogue: Catalogue):
    text = said(made(judged(catalogue, "facts: {delivery: own}"), PaperId.COUNCIL))
    assert "Erstellung und Aufträge" not in text
    assert "ein Auftrag ist nach den Antworten nicht vorgesehen" in text
