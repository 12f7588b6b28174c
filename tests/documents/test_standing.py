"""Where a municipality stands: level, shares, what it holds for, substance, bars."""

from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Runs, text_of
from insek_cli.documents.standing import (
    answered_sentence,
    hardly_answered,
    level_sentences,
    scope_of,
    section_chart,
    substance_sentence,
    unproven_sentence,
)
from tests.documents.judging import judged, unmet


def words(parts) -> str:
    return "".join(part if isinstance(part, str) else text_of(part) for part in parts)


def level_words(assessment: Assessment) -> str:
    parts: list[str | Runs] = list(level_sentences(assessment))
    return words(parts)


def test_level_of_the_example_stands_with_what_it_says(example: Assessment):
    said = level_words(example)
    assert said.startswith("Stufe: Auf dem Weg. Die Vorbereitung steht, oder brauchbare Teile sind da. ")
    assert "sind 28 % gesichert und 4 % noch ungeklärt." in said
    assert "Potenzial" not in said


def test_level_that_open_answers_allow_is_named(catalogue: Catalogue):
    said = level_words(judged(catalogue))
    assert "sind 0 % gesichert und 100 % noch ungeklärt." in said
    assert "Je nach den noch offenen Antworten ist „Schlank und wirksam“ möglich." in said


def test_secured_and_unclear_add_up_to_what_is_possible(example: Assessment):
    total = example.total
    said = level_words(example)
    secured, unclear = (int(word) for word in said.replace("%", "").split() if word.isdigit())
    assert secured + unclear == round(total.possible_share * 100)


def test_share_is_a_dash_where_nothing_counts(example: Assessment):
    empty = replace(example, total=replace(example.total, secured=0, possible=0, most=0))
    assert "sind – gesichert und – noch ungeklärt." in level_words(empty)


def test_level_says_what_it_holds_for(catalogue: Catalogue):
    without = judged(catalogue, 'facts: {urban-funding: "no"}\n')
    assert "Städtebauförderung" in ", ".join(scope_of(without))
    assert scope_of(without)[0] in level_words(without)


def test_substance_counts_topics_with_a_usable_plan(catalogue: Catalogue, example: Assessment):
    topics = len(catalogue.topics)
    assert f"Für {example.substance.fed} von {topics} Themen" in substance_sentence(example)
    unusable = "plans: [{type: kita-plan, state: none}]"
    assert f"Für 0 von {topics} Themen" in substance_sentence(judged(catalogue, unusable))
    assert substance_sentence(judged(catalogue)) == "Vorhandene Substanz: Es ist noch kein Plan eingetragen."


def test_every_section_has_a_bar_whose_parts_make_one_hundred(example: Assessment):
    chart = section_chart(example)
    assert list(chart.categories) == [section.short for section in example.catalogue.head.sections]
    parts = list(zip(*(series.values for series in chart.series), strict=True))
    assert all(min(values) >= 0 and sum(values) == 100 for values in parts)


def test_bar_without_anything_that_counts_has_no_figures(example: Assessment):
    first, *others = example.sections
    nothing = replace(first, tally=replace(first.tally, secured=0, possible=0, most=0))
    chart = section_chart(replace(example, sections=(nothing, *others)))
    assert [series.values[0] for series in chart.series] == [None, None, None]


def test_hardly_answered_file_is_told_as_one(catalogue: Catalogue, example: Assessment):
    assert hardly_answered(example) is None
    assert hardly_answered(judged(catalogue, unmet(catalogue))) is None
    begun = judged(
        catalogue, "facts: {project: new, districts: unknown}\ncriteria: {swot: met}\nplans: [{type: budget}]\n"
    )
    found = hardly_answered(begun)
    assert found is not None
    assert found.title == "Noch fast nichts beantwortet"
    assert answered_sentence(begun).startswith("Beantwortet: 1 von ")
    assert answered_sentence(begun).endswith(" Kriterien und 1 Frage zu Ort und Vorhaben; eingetragene Pläne: 1.")


def test_what_counts_without_evidence_is_counted(catalogue: Catalogue):
    answers = "criteria: {swot: met, plan-register: {status: partial, evidence: Liste}, goals-few: unmet}\n"
    one, none = (unproven_sentence(judged(catalogue, given)) for given in (answers, ""))
    assert one == " Zu 1 ganz oder teilweise erfüllten Punkt ist kein Nachweis eingetragen."
    assert none == ""
