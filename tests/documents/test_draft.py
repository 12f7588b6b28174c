"""The starter concept: only what was said, the rest visible gaps."""

import itertools
import re
from decimal import Decimal

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import (
    Contents,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Points,
    Style,
    Table,
    TitlePage,
    text_of,
)
from insek_cli.documents.draft import draft
from tests.documents.judging import judged, unmet
from tests.documents.reading import headings, lines, said, under


def test_title_page_names_town_concept_and_state(example: Assessment):
    document = draft(example)
    page = document.blocks[0]
    assert isinstance(page, TitlePage)
    assert (page.title, page.subtitle) == ("Integriertes Stadtentwicklungskonzept", "Stadt Musterstadt")
    assert [text_of(line) for line in page.lines] == [
        "Musterkreis · Freistaat Sachsen",
        "Fortschreibung eines vorhandenen Konzepts",
        "Stand 22.11.2026",
        "Arbeitsstand, nicht beschlossen",
    ]
    assert document.title == "Integriertes Stadtentwicklungskonzept der Stadt Musterstadt"


def test_title_page_has_a_gap_for_what_nobody_said(catalogue: Catalogue):
    page = draft(judged(catalogue)).blocks[0]
    assert isinstance(page, TitlePage)
    assert [text_of(line) for line in page.lines[:2]] == [
        "[hier: Landkreis] · Freistaat Sachsen",
        "[hier: Erstes Konzept oder Fortschreibung]",
    ]


def test_chapter_that_may_not_belong_there_says_when_it_does(catalogue: Catalogue):
    for facts, unsure in (("", True), ("facts: {project: update}\n", False)):
        shown = "\n".join(under(draft(judged(catalogue, facts)), "Bilanz des bisherigen Konzepts"))
        assert ("Dieses Kapitel gehört nur in eine Fortschreibung" in shown) is unsure


@pytest.mark.parametrize(
    ("facts", "is_update"),
    [
        ("{project: new}", False),
        ("{project: new, stage: draft}", False),
        ("{project: new, stage: resolved}", True),
        ("{project: update}", True),
    ],
)
def test_only_what_follows_a_concept_reviews_and_replaces_it(catalogue: Catalogue, facts, is_update):
    document = draft(judged(catalogue, f"facts: {facts}\n"))
    assert ("Bilanz des bisherigen Konzepts" in headings(document)) is is_update
    assert ("Das bisherige Konzept (" in said(document)) is is_update


def test_municipality_that_said_nothing_is_told_what_an_update_needs(catalogue: Catalogue):
    document = draft(judged(catalogue))
    assert "Bilanz des bisherigen Konzepts" in headings(document)
    assert "Bei einer Fortschreibung kommt dazu: „7." in said(document)


def test_far_too_many_pages_are_not_spread_over_the_chapters(catalogue: Catalogue):
    for pages, spread in ((45, True), (180, False)):
        text = said(draft(judged(catalogue, f"facts: {{target-pages: {pages}}}\n")))
        assert (f"von {pages} Seiten" in text) is spread
        assert (f"In den Antworten stehen {pages} Seiten." in text) is not spread


def test_review_of_the_concept_in_force_is_none_of_the_next(catalogue: Catalogue):
    answers = unmet(catalogue, "previous-review: {status: met, evidence: Anlage 2}")
    shown = under(draft(judged(catalogue, f"facts: {{stage: resolved}}\n{answers}")), "Bilanz des bisherigen Konzepts")
    assert "Mit diesem Konzept neu zu erfüllen: Bilanz des bisherigen Konzepts." in shown
    assert "Anlage 2" not in "\n".join(shown)


def test_guidance_and_gaps_call_a_town_a_town(catalogue: Catalogue):
    for kind, other in (("stadt", "Gemeinde"), ("gemeinde", "Stadt")):
        text = said(draft(judged(catalogue, "", f"{{name: Ort, kind: {kind}}}")))
        assert f"[hier: Was will die {kind.capitalize()} bis wann erreichen?]" in text
        assert f"[hier: Was will die {other} bis wann erreichen?]" not in text
        assert "{Kommune}" not in text


def test_every_page_says_that_it_is_no_examination(example: Assessment):
    assert "Selbsteinschätzung, keine Prüfung" in draft(example).footer


def test_first_sentence_is_good_german(example: Assessment):
    text = said(draft(example))
    assert "für das Integriertes" not in text


def test_village_gets_its_own_words(catalogue: Catalogue):
    document = draft(judged(catalogue, "", "{name: Dorf, kind: gemeinde, sorbian-name: Wjes}"))
    text = said(document)
    assert document.title == "Integriertes Gemeindeentwicklungskonzept der Gemeinde Dorf / Wjes"
    assert "Stadtrat" not in text
    own = text.replace("INSEK | Integriertes Stadtentwicklungskonzept", "")  # in the list of abbreviations
    assert "Stadtentwicklungskonzept" not in own


def test_chapters_stand_in_the_order_of_the_outline(catalogue: Catalogue, example: Assessment):
    titles = [chapter.title for chapter in catalogue.entries.chapters]
    shown = [title for title in headings(draft(example)) if title in titles]
    assert shown == [title for title in titles if title in shown]


def test_topics_are_second_level_and_annexes_have_no_number(catalogue: Catalogue, example: Assessment):
    found = {block.text: block for block in draft(example).blocks if isinstance(block, Heading)}
    for chapter in catalogue.entries.chapters:
        if chapter.title in found:
            assert found[chapter.title].level == (1 if chapter.parent is None else 2)
            assert found[chapter.title].numbered is not chapter.annex


def test_chapter_of_an_update_is_left_out_of_a_first_concept(catalogue: Catalogue):
    assert "Bilanz des bisherigen Konzepts" in headings(draft(judged(catalogue, "facts: {project: update}\n")))
    begun = "facts: {project: new, stage: draft}\n"
    assert "Bilanz des bisherigen Konzepts" not in headings(draft(judged(catalogue, begun)))


def test_chapter_on_an_unknown_condition_is_there(catalogue: Catalogue):
    assert "Bilanz des bisherigen Konzepts" in headings(draft(judged(catalogue)))


@pytest.mark.parametrize("answers", ["", "facts: {project: new}\n"])
def test_no_chapter_is_empty(catalogue: Catalogue, answers):
    document = draft(judged(catalogue, answers))
    assert [
        title for title in headings(document) if title not in {"Inhalt", "Tabellen"} and not under(document, title)
    ] == []


def test_contents_follow_the_title(example: Assessment):
    blocks = draft(example).blocks
    contents = next(place for place, block in enumerate(blocks) if isinstance(block, Contents))
    captions = [place for place, block in enumerate(blocks) if isinstance(block, Table) and block.caption]
    assert contents < captions[0]


def test_numbers_are_never_invented(catalogue: Catalogue):
    """A municipality that said nothing gets no figure but the day and those the catalogue itself writes."""
    written = "\n".join(
        text
        for chapter in catalogue.entries.chapters
        for text in (*(part.text for part in chapter.text), *(line.label for line in chapter.lines))
    )
    runs = [
        run.text
        for block in draft(judged(catalogue)).blocks
        if isinstance(block, Paragraph) and block.kind is Kind.BODY
        for run in block.runs
        if run.style is Style.PLAIN
    ]
    figures = {figure for text in runs for figure in re.findall(r"\d+", text)}
    assert figures <= {*re.findall(r"\d+", written), "22", "11", "2026"}


def test_answers_stand_in_the_chapters_that_need_them(example: Assessment):
    shown = under(draft(example), "Lage, Rahmen, vorhandene Planungen")
    for row in (
        "Amtlicher Gemeindeschlüssel | 14522999",
        "Zahl der Ortsteile | 9",
        "Einstufung im Landes- oder Regionalplan | Grundzentrum",
        "Lage in einer LEADER-Region | Ja, ganz",
    ):
        assert row in shown


def test_what_the_file_says_of_the_place_stands_where_the_reader_looks(catalogue: Catalogue):
    place = "{name: Ort, landkreis: Zwickau, association: VG Nord, leader-region: Tal, inhabitants: 1400, inhabitants-date: 2025-12-31}"
    found = draft(judged(catalogue, municipality=place))
    frame = under(found, "Lage, Rahmen, vorhandene Planungen")
    assert any("Verwaltungsgemeinschaft oder Verwaltungsverband: VG Nord; LEADER-Region: Tal" in line for line in frame)
    assert "Eigene Angaben: Einwohner: 1.400 am 31.12.2025." in under(found, "Bevölkerung")


def test_own_notes_are_hints_in_their_chapter_and_in_the_register(catalogue: Catalogue):
    yaml = (
        "plans: [{type: fire-plan, data-year: 2025, note: nie genehmigt}]\n"
        "criteria: {purpose-written: {status: partial, note: Schule und Bauland}}\n"
    )
    hints = [
        text_of(block.runs)
        for block in draft(judged(catalogue, yaml)).blocks
        if isinstance(block, Paragraph) and block.kind is Kind.GUIDANCE
    ]
    assert hints.count("Ihre Notiz zu „Anlass und Fragen auf einer Seite“: Schule und Bauland") == 1
    assert hints.count("Ihre Notiz zu P1: nie genehmigt") == 1


def test_note_on_what_does_not_apply_is_not_shown(catalogue: Catalogue):
    yaml = 'facts: {urban-funding: "%s"}\ncriteria: {funding-area-derivable: {status: unmet, note: Am Markt}}\n'
    shown, hidden = (said(draft(judged(catalogue, yaml % answer))) for answer in ("planned", "no"))
    assert "Am Markt" in shown
    assert "Am Markt" not in hidden


def test_hidden_answer_is_not_printed(catalogue: Catalogue):
    hidden = judged(catalogue, "facts: {project: new, existing-year: 1999}\n")
    assert "1999" not in said(draft(hidden))


def test_open_gaps_of_a_chapter_are_guidance(example: Assessment):
    shown = [
        block
        for block in draft(example).blocks
        if isinstance(block, Paragraph) and text_of(block.runs).startswith("Nach der Selbsteinschätzung noch offen: ")
    ]
    assert shown != []
    assert all(block.kind is Kind.GUIDANCE for block in shown)


def test_instruction_always_is_guidance_so_that_it_can_be_deleted(catalogue: Catalogue, example: Assessment):
    guidance = [text for chapter in catalogue.entries.chapters for text in chapter.guidance]
    kinds = {
        block.kind
        for block in draft(example).blocks
        if isinstance(block, Paragraph | Points)
        for text in ([text_of(block.runs)] if isinstance(block, Paragraph) else map(text_of, block.items))
        if any(sentence in text for sentence in guidance)
    }
    assert kinds == {Kind.GUIDANCE}


def test_guidance_of_a_chapter_is_one_paragraph_with_its_page_budget(catalogue: Catalogue):
    blocks = draft(judged(catalogue, "facts: {project: update}\n")).blocks
    shown = [line for line in lines(blocks) if line.startswith("Richtwert: 1,5 Seiten. ")]
    chapters = [chapter for chapter in catalogue.entries.chapters if chapter.pages == Decimal("1.5")]
    assert len(shown) == len(chapters)
    assert shown[0].endswith(chapters[0].guidance[-1])


def test_wanted_pages_are_spread_over_the_chapters_until_the_concept_is_resolved(catalogue: Catalogue):
    wanted = "facts: {project: update, stage: draft, target-pages: 45}\n"
    shown = "\n".join(lines(draft(judged(catalogue, wanted)).blocks))
    guides = [Decimal(found.replace(",", ".")) for found in re.findall(r"Richtwert: (\S+) von 45 Seiten", shown)]
    assert sum(guides) == 45
    assert "verteilen die 45 Seiten aus Ihrer Antwort" in shown
    resolved = "\n".join(lines(draft(judged(catalogue, wanted.replace("draft", "resolved"))).blocks))
    assert " von 45 Seiten" not in resolved
    assert "aus Ihrer Antwort" not in resolved


def test_no_gap_is_empty(catalogue: Catalogue, example: Assessment):
    for assessment in (judged(catalogue), example):
        assert "[hier: …]" not in said(draft(assessment))


def test_only_profiles_each_begin_a_page(example: Assessment):
    blocks = draft(example).blocks
    turned = [
        after.text
        for before, after in itertools.pairwise(blocks)
        if isinstance(before, PageBreak) and isinstance(after, Heading)
    ]
    # The first profile stands below the heading of the annex.
    profiles = [f"Ortsteil {number}" for number in range(2, int(example.answers.facts["districts"]) + 1)]
    assert turned == ["Inhalt", "Tabellen", "Kurzfassung", "Ortsteil-Steckbriefe", *profiles]


def test_imprint_names_publisher_and_state(example: Assessment):
    shown = under(draft(example), "Impressum")
    assert shown[0] == "Herausgeberin: Stadt Musterstadt, [hier: Anschrift, Telefon, E-Mail]"
    assert "Stand: 22.11.2026, Arbeitsstand, nicht beschlossen" in shown


def test_nothing_promises_money(catalogue: Catalogue, example: Assessment):
    for assessment in (example, judged(catalogue)):
        assert re.findall("[Ff]örderfähig|Sie erhalten", said(draft(assessment))) == []


def test_no_identifier_and_no_brace_is_left(catalogue: Catalogue, example: Assessment):
    text = said(draft(example))
    assert re.findall(r"[{}]", text) == []
    idents = [entry.id for entry in (*catalogue.criteria, *catalogue.entries.plans, *catalogue.entries.questions)]
    assert [ident for ident in idents if "-" in ident and re.search(rf"\b{ident}\b", text)] == []


def test_wide_tables_ask_for_landscape(example: Assessment):
    wide = [len(block.columns) for block in draft(example).blocks if isinstance(block, Table) and not block.wide]
    assert max(wide) <= 6


def test_same_answers_give_the_same_draft(example: Assessment):
    assert draft(example) == draft(example)


def test_question_is_never_printed_as_a_label(catalogue: Catalogue, example: Assessment):
    text = said(draft(example))
    assert [question.text for question in catalogue.entries.questions if question.text in text] == []


def test_everything_said_of_a_plan_or_answer_has_its_origin_in_the_annex(example: Assessment):
    document = draft(example)
    begin = next(
        place
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.text == "Woher kommt das?"
    )
    annex = "\n".join(lines(document.blocks[begin:]))
    origins = {block.origin for block in document.blocks if isinstance(block, Paragraph | Table) and block.origin}
    assert [origin for origin in origins if origin not in annex] == []


def test_statement_without_gap_or_origin_stands_only_before_the_chapters(example: Assessment):
    blocks = draft(example).blocks
    first = next(
        place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == "Kurzfassung"
    )
    bare = [
        text_of(block.runs)
        for block in blocks[first:]
        if isinstance(block, Paragraph) and block.kind is Kind.BODY and block.origin is None
        if all(run.style is Style.PLAIN for run in block.runs)
    ]
    assert bare == []


def test_nothing_is_said_to_be_resolved_published_or_taken_over_already(example: Assessment):
    text = said(draft(example))
    assert [
        word for word in ("liegt im Rathaus aus", "hat das Entwicklungskonzept", "Übernommen: ") if word in text
    ] == []


def test_resolution_replaces_the_old_concept_only_in_an_update(catalogue: Catalogue):
    update = "facts: {project: update}\ncriteria: {council-resolution: {status: met, evidence: Beschluss 7 von 2012}}\n"
    assert "7. Das bisherige Konzept (Beschluss 7 von 2012) wird" in said(draft(judged(catalogue, update)))
    begun = "facts: {project: new, stage: draft}\n"
    assert "Das bisherige Konzept (" not in said(draft(judged(catalogue, begun)))


RESOLVED = """
facts: {project: new, stage: resolved}
criteria:
  council-resolution: {status: met, evidence: Beschluss 88/2021}
  citizens-involved: {status: met, evidence: Werkstatt 2019}
  swot: {status: met, evidence: Kapitel 5}
  page-budget: unmet
"""


def test_draft_after_a_resolution_is_the_start_of_the_next_concept(catalogue: Catalogue):
    document = draft(judged(catalogue, RESOLVED))
    opening = "\n".join(under(document, "Zu diesem Entwurf"))
    assert "ist beschlossen und gilt (Beschluss 88/2021)" in opening
    assert "Anfang für die nächste Fortschreibung" in opening
    assert "Nächste Fortschreibung" in said(document)
    assert "Bilanz des bisherigen Konzepts" in headings(document)
    assert "Bis zum neuen Beschluss gilt das bisherige Konzept: Beschluss 88/2021." in said(document)
    assert "7. Das bisherige Konzept (Beschluss 88/2021) wird" in said(document)


def test_participation_in_the_concept_in_force_proves_nothing_for_the_next_one(catalogue: Catalogue):
    resolved, begun = (
        draft(judged(catalogue, RESOLVED.replace("stage: resolved", f"stage: {stage}")))
        for stage in ("resolved", "draft")
    )
    assert "| Werkstatt 2019 |" in "\n".join(under(begun, "Beteiligungsprotokoll"))
    assert "Werkstatt 2019" not in "\n".join(under(resolved, "Beteiligungsprotokoll"))
    assert "Die Antworten mit Nachweis in der letzten Tabelle beurteilen das geltende Konzept" in said(resolved)


def test_chapter_names_the_proofs_the_answers_give(catalogue: Catalogue):
    for stage in ("draft", "resolved"):
        found = draft(judged(catalogue, RESOLVED.replace("stage: resolved", f"stage: {stage}")))
        shown = "\n".join(under(found, "Stärken, Schwächen, Handlungsbedarf"))
        assert "Nachweise aus der Selbsteinschätzung: Stärken, Schwächen, Handlungsbedarf (Kapitel 5)." in shown


def test_resolution_in_force_is_no_evidence_for_its_update(catalogue: Catalogue):
    answers = unmet(catalogue, "council-resolution: {status: met, evidence: Beschluss 88/2021}")
    begun = "facts: {project: update, stage: draft}\n" + answers
    chapter = "\n".join(under(draft(judged(catalogue, begun)), "Beschluss und Wirkung"))
    assert "Beschluss 88/2021" not in chapter
    assert "Mit diesem Konzept neu zu erfüllen: Beschluss des Rates" in chapter


def test_nearly_empty_file_is_not_judged(catalogue: Catalogue):
    text = said(draft(judged(catalogue)))
    assert "Noch fast nichts beantwortet." in text
    assert "Nach der Selbsteinschätzung noch offen" not in text
    assert "noch nicht beantwortet" not in text
