"""Blanks that hold together what belongs together, and never in what somebody typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.assessment import Assessment
from insek_cli.core.papers import PaperId
from insek_cli.documents.blocks import Column, Heading, Line, Lines, paragraph, plain, points, table
from insek_cli.documents.draft import draft
from insek_cli.documents.gap_report import gap_report
from insek_cli.formats.binding import bound, bound_text
from tests.documents.papers import made
from tests.documents.reading import said
from tests.formats.texts import document_of

WORDS = st.sampled_from(
    ["§", "5", "12", "Abs.", "Nr.", "Seite", "Prozent", "Euro", "z.", "B.", "Juni", "3.", "BauGB", ",", " ", ""]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nach § 1 Abs. 6 Nr. 11 BauGB", "nach §_1 Abs._6 Nr._11 BauGB"),
        ("§§ 4 ff.", "§§_4 ff."),
        ("siehe Seite 12 und S. 3", "siehe Seite_12 und S._3"),
        ("66 Prozent, 2.000 Euro, 33 %, 4 Tage", "66_Prozent, 2.000_Euro, 33_%, 4_Tage"),
        ("bis zum 30. Juni 2028", "bis zum 30._Juni 2028"),
        ("z. B. in 3 Ortsteilen von 20 km²", "z._B. in 3 Ortsteilen von 20_km²"),
        ("12 mal 3 Meter hoch", "12 mal 3 Meter hoch"),
        ("Kapitel über 5 Themen", "Kapitel über 5 Themen"),
    ],
)
def test_what_belongs_together_stays_on_a_line(text, expected):
    assert bound_text(text, ()) == expected.replace("_", "\u00a0")


@given(TEXTS)
def test_nothing_but_blanks_changes(text):
    assert bound_text(text, ()).replace("\u00a0", " ") == text


@given(TEXTS, TEXTS, TEXTS)
def test_what_somebody_typed_stays_as_typed(before, own, after):
    text = f"{before} {own} {after}"
    assert not own.strip() or own.strip() in bound_text(text, (own.strip(),))


def test_every_text_of_a_document_is_bound():
    text, fast = "§ 5", "§\u00a05"
    document = document_of(
        Heading(1, text),
        paragraph(text),
        points([text]),
        table((Column("A"),), [(text,)], caption=text),
        Lines((Line("Zeile", plain(text)),)),
    )
    tied = bound(replace(document, typed=frozenset()))
    assert said(tied).count(fast) == said(document).count(text) == 6
    assert text not in said(tied)


def test_document_that_does_not_say_what_was_typed_stays_as_it_is():
    document = document_of(paragraph("§ 5"))
    assert bound(document) is document


def test_report_and_draft_say_what_was_typed(example: Assessment):
    evidence = "Beschluss nach § 28 SächsGemO, 12 Seiten"
    (known, answer), *_ = example.answers.criteria.items()
    answers = replace(example.answers, criteria={**example.answers.criteria, known: replace(answer, evidence=evidence)})
    assessment = replace(example, answers=answers)
    papers = (made(assessment, kind) for kind in (PaperId.COUNCIL, PaperId.WORKSHEET))
    for document in (draft(assessment), gap_report(assessment), *papers):
        assert said(bound(document)).count(evidence) == said(document).count(evidence)
        assert "\u00a0" in said(bound(document))
