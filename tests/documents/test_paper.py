"""What all papers share: conditions, fields, gaps, marks of proof, names of the place, the whole as it reads."""

from itertools import pairwise

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactIs
from insek_cli.core.papers import (
    COMMON_FIELDS,
    Finding,
    Form,
    Paper,
    PaperField,
    PaperId,
    PaperRow,
    PaperSection,
    PaperTable,
    Passage,
)
from insek_cli.core.vocabulary import Proof
from insek_cli.documents.blocks import Heading, Points
from insek_cli.documents.draft import draft
from insek_cli.documents.paper import document_of, evidence, first_named, place_fields, writing
from insek_cli.documents.place import names_of
from insek_cli.formats.terminal import terminal_text
from tests.documents.judging import judged, unmet
from tests.documents.papers import made
from tests.documents.reading import lines, said


def paper(*passages: Passage, **section: object) -> Paper:
    return Paper(PaperId.COUNCIL, "Vorlage", "Entwurf", (PaperSection("Teil", passages=passages, **section),))


def told(assessment: Assessment, wanted: Paper) -> list[str]:
    return list(lines(document_of(writing(assessment, wanted, {}), {}).blocks))


NEW, UPDATE = FactIs("project", "new"), FactIs("project", "update")


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ("{project: new}", ["nur neu", "nicht fort"]),
        ("{project: update}", []),
        ("{project: unknown}", ["nicht fort"]),
        ("{}", ["nicht fort"]),
    ],
)
def test_when_needs_certainty_and_unless_gives_way_only_to_certainty(catalogue: Catalogue, facts, shown):
    passages = (Passage("nur neu", when=NEW), Passage("nicht fort", unless=UPDATE))
    assert told(judged(catalogue, f"facts: {facts}"), paper(*passages)) == ["Vorlage", "Teil", *shown]


def test_section_that_does_not_hold_takes_its_heading_along(catalogue: Catalogue):
    assert told(judged(catalogue), paper(Passage("x"), when=NEW)) == ["Vorlage"]


def test_what_depends_on_a_finding_stands_only_where_the_program_found_it(catalogue: Catalogue):
    wanted = paper(Passage("offen", finding=Finding.OPEN_MUSTS), Passage("Schritte", finding=Finding.STEPS))
    within = writing(judged(catalogue), wanted, {}, {Finding.STEPS})
    assert list(lines(document_of(within, {}).blocks)) == ["Vorlage", "Teil", "Schritte"]
    hidden = writing(judged(catalogue), paper(Passage("x"), finding=Finding.JUDGED), {})
    assert list(lines(document_of(hidden, {}).blocks)) == ["Vorlage"]


def test_lines_and_rows_have_conditions_too(catalogue: Catalogue):
    fields = (PaperField("Nr.", "1", unless=UPDATE), PaperField("Alt", "2", when=UPDATE))
    rows = (PaperRow(("neu",), unless=UPDATE), PaperRow(("alt",), when=UPDATE))
    wanted = paper(fields=fields, table=PaperTable(("Wer",), (1,), rows))
    assert told(judged(catalogue), wanted)[2:] == ["Nr.: 1", "Wer", "neu"]
    assert told(judged(catalogue, "facts: {project: update}"), wanted)[2:] == ["Alt: 2", "Wer", "alt"]


@pytest.mark.parametrize(
    ("count", "told_as"),
    [(1, "A"), (3, "A, B und C"), (4, "A, B und 2 weitere Punkte (siehe Lückenbericht)")],
)
def test_only_the_first_of_many_names_are_told(count, told_as):
    assert first_named("ABCD"[:count], 2) == told_as


def test_neighbouring_points_are_one_list(catalogue: Catalogue):
    wanted = paper(Passage("a", Form.POINT), Passage("b", Form.POINT), Passage("c"), Passage("d", Form.NUMBER))
    blocks = document_of(writing(judged(catalogue), wanted, {}), {}).blocks
    assert [(len(block.items), block.ordered) for block in blocks if isinstance(block, Points)] == [
        (2, False),
        (1, True),
    ]


def test_what_is_not_read_is_marked_and_sources_are_listed_once(catalogue: Catalogue):
    shown = Passage("Das gilt.", proof=Proof.ASSUMPTION, sources=("own-setting",))
    hidden = Passage("Das nicht.", when=NEW, proof=Proof.READ, sources=("baugb-1-6-11",))
    within = writing(judged(catalogue), paper(shown, shown, hidden), {})
    assert "Das gilt. (Annahme)" in said(document_of(within, {}))
    assert list(lines(evidence(within))) == ["Eigene Setzung dieses Werkzeugs (Annahme)."]


def test_answers_are_fields_and_unknown_or_hidden_ones_stay_gaps(catalogue: Catalogue):
    facts = "facts: {project: new, existing-year: 2012, districts: 4, draft-rounds: unknown}"
    rounds, year = (catalogue.question[ident].label for ident in ("draft-rounds", "existing-year"))
    wanted = paper(Passage("{project}, {districts}, {draft-rounds}, {existing-year}"))
    assert told(judged(catalogue, facts), wanted)[-1] == f"Erstes Konzept, 4, [hier: {rounds}], [hier: {year}]"


@pytest.mark.parametrize(
    ("municipality", "sentence"),
    [
        (
            "{name: Ort, kind: stadt}",
            "Die Stadt Ort, Stadtrat der Stadt Ort, Stadtverwaltung, Stadt, Integriertes Stadtentwicklungskonzept",
        ),
        (
            "{name: Ort, kind: gemeinde}",
            "Die Gemeinde Ort, Gemeinderat der Gemeinde Ort, Gemeindeverwaltung, Gemeinde, Integriertes Gemeindeentwicklungskonzept",
        ),
        (
            "{name: Ort, kind: gemeinde, concept: INSEK}",
            "Die Gemeinde Ort, Gemeinderat der Gemeinde Ort, Gemeindeverwaltung, Gemeinde, Integriertes Stadtentwicklungskonzept",
        ),
        ("{name: Ort}", "Ort, Rat von Ort, Gemeindeverwaltung, Gemeinde, Integriertes Stadtentwicklungskonzept"),
    ],
)
def test_place_is_named_rightly(catalogue: Catalogue, municipality, sentence):
    wanted = paper(Passage("{Die Gemeinde}, {Rat} {der Gemeinde}, {Verwaltung}, {Kommune}, {Konzept ausgeschrieben}"))
    assert told(judged(catalogue, municipality=municipality), wanted)[-1] == sentence


def test_fields_that_the_loader_allows_are_those_that_are_filled(example: Assessment):
    assert set(place_fields(example, names_of(example.answers.municipality))) == COMMON_FIELDS


def test_a_typed_name_that_looks_like_a_field_stays_as_typed(catalogue: Catalogue):
    assessment = judged(catalogue, municipality='{name: "{Rat} [hier: x]", kind: stadt}')
    assert told(assessment, paper(Passage("{Gemeinde}")))[-1] == "Stadt {Rat} [hier: x]"


@pytest.mark.parametrize("ident", PaperId)
def test_every_page_says_that_it_is_a_draft(example: Assessment, ident):
    assert made(example, ident).footer.startswith("Entwurf, keine Rechtsberatung")


@pytest.mark.parametrize("ident", PaperId)
def test_every_paper_names_the_municipality_and_its_headings_step_down_one_by_one(example: Assessment, ident):
    document = made(example, ident)
    assert "Musterstadt" in "\n".join(lines(document.blocks))
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("ident", PaperId)
def test_no_paper_has_a_euro_from_a_formula(example: Assessment, ident):
    euros = [line for line in said(made(example, ident)).split("\n") if "Euro" in line or "€" in line]
    assert euros in ([], [line for line in euros if "Auslagen über 35 Euro" in line])


@pytest.mark.parametrize("stage", ["preparing", "draft", "resolved", "unknown"])
def test_no_brace_of_the_catalogue_reaches_a_reader(catalogue: Catalogue, stage):
    for delivery, funding, kind in (
        ("own", "no", "stadt"),
        ("mixed", "planned", "gemeinde"),
        ("unknown", "unknown", ""),
    ):
        facts = f"facts: {{stage: {stage}, delivery: {delivery}, urban-funding: '{funding}', project: update}}"
        municipality = f"{{name: Ort, kind: {kind}}}" if kind else "{name: Ort}"
        for answers in ("", unmet(catalogue)):
            assessment = judged(catalogue, f"{facts}\n{answers}", municipality)
            documents = [made(assessment, ident) for ident in PaperId] + [draft(assessment)]
            assert [document.title for document in documents if {"{", "}"} & set(said(document))] == []


@pytest.mark.parametrize("ident", PaperId)
def test_every_paper_can_be_made_for_a_municipality_that_said_nothing(catalogue: Catalogue, ident):
    assert said(made(judged(catalogue), ident))


@pytest.mark.parametrize("ident", PaperId)
def test_example_reads_like_this(example: Assessment, ident, file_regression):
    file_regression.check(terminal_text(made(example, ident), 80), encoding="utf-8", extension=".txt")
