"""The gap report: what it must say, and what it must never say."""

import re
from dataclasses import replace

import pytest

from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Heading
from insek_cli.documents.gap_report import gap_report, with_annex
from insek_cli.files.answer_files import AnswerReader
from tests.cli.program import ROOT
from tests.conftest import TODAY
from tests.documents.judging import judged
from tests.documents.reading import said

PROMISES = "[Ff]örderfähig|Sie erhalten"


def all_with(catalogue: Catalogue, status: str) -> str:
    return "criteria:\n" + "".join(f"  {criterion.id}: {status}\n" for criterion in catalogue.criteria)


@pytest.fixture(scope="module")
def text(example: Assessment) -> str:
    """The report of the example with its annex."""
    return said(with_annex(gap_report(example), example))


def test_parts_of_the_example_stand_in_this_order(example: Assessment):
    second = [block.text for block in gap_report(example).blocks if isinstance(block, Heading) and block.level == 2]
    assert second == [
        "Auf einen Blick",
        "Unverzichtbares, das noch fehlt",
        "Arbeitsprogramm",
        "Zur Stufe „Im Kern vollständig“",
        "Vorhandene Pläne nutzen",
        "Was den Aufwand treibt und senkt",
        "Förderprogramme",
        "Pflichten eines Fördergebiets",
        "Gewünschte Unterstützung",
        "Offene Fragen",
        "Als nicht zutreffend ausgenommen",
        "Was schon erfüllt ist",
        "Bitte noch einmal prüfen",
        "Standarddaten",
        "Methode und Quellen",
    ]


def test_every_page_says_that_it_is_no_examination(example: Assessment):
    document = gap_report(example)
    assert document.footer == "Selbsteinschätzung, keine Prüfung · Stand 22.11.2026"
    assert document.header == "Stadt Musterstadt"


@pytest.mark.parametrize("answers", ["", "facts: {project: new}\n", "all"])
def test_nothing_promises_money(catalogue: Catalogue, answers):
    written = said(gap_report(judged(catalogue, all_with(catalogue, "met") if answers == "all" else answers)))
    assert re.findall(PROMISES, written) == []


def test_report_of_the_example_promises_no_money(text: str):
    assert re.findall(PROMISES, text) == []


def test_no_identifier_of_the_catalogue_is_shown(catalogue: Catalogue, text: str):
    idents = [entry.id for entry in (*catalogue.criteria, *catalogue.entries.plans, *catalogue.entries.questions)]
    assert [ident for ident in idents if "-" in ident and re.search(rf"\b{ident}\b", text)] == []


def test_no_word_of_python_is_shown(text: str):
    assert re.findall(r"\bNone\b|\bTrue\b|\bFalse\b|Fraction|Decimal|<[A-Z]\w+\.", text) == []


@pytest.mark.parametrize("end", ["..", ".;", ".).", ",.", ", .", " ,", "  ", ":.", "::"])
def test_sentences_are_joined_cleanly(text: str, end):
    assert [line for line in text.split("\n") if end in line] == []


def test_municipality_that_said_nothing_gets_a_report(catalogue: Catalogue):
    document = gap_report(judged(catalogue))
    text = said(document)
    assert "Noch ist kein vorhandener Plan eingetragen." in text
    assert "Noch fast nichts beantwortet." in text
    assert [word for word in ("Stufe:", "Was zu tun ist", "Arbeitstage", "nicht erfüllt;") if word in text] == []


def test_user_text_is_said_as_typed_wherever_it_may_stand(catalogue: Catalogue):
    typed = "<b>{{x}}</b> | =1+1"
    assessment = judged(
        catalogue,
        f"""plans:
  - {{type: land-use-plan, title: "{typed} Plan", data-year: 2024}}
  - {{type: kita-plan, state: requested, holder-name: "{typed} Amt"}}
criteria:
  council-resolution: {{status: met, evidence: "{typed} Nachweis"}}
  swot: {{status: unmet, owner: "{typed} Person"}}
  third-party-agreed: {{status: not-applicable, reason: "{typed} Grund"}}
""",
        f'{{name: "{typed} Ort"}}',
    )
    text = said(with_annex(gap_report(assessment), assessment))
    assert [
        word for word in ("Plan", "Amt", "Nachweis", "Person", "Grund", "Ort") if f"{typed} {word}" not in text
    ] == []


def test_order_of_answers_in_the_file_does_not_matter(example: Assessment):
    answers = example.answers
    turned = replace(answers, criteria=dict(reversed(answers.criteria.items())))
    assert gap_report(replace(example, answers=turned)) == gap_report(example)


# Rendered through LibreOffice and Chromium, fall-b with 4,005 words fills a little less than six pages.
MOST_WORDS = 4_200


@pytest.mark.parametrize("name", ["fall-a", "fall-b", "fall-c", "fall-d"])
def test_report_of_a_typical_case_stays_short(catalogue: Catalogue, name):
    answers = AnswerReader(catalogue).read(ROOT / "examples" / f"{name}.yaml")
    assert len(said(gap_report(assess(catalogue, answers, TODAY))).split()) <= MOST_WORDS
