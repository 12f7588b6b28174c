"""Number, sentences, tasks and source of a plan: what fits every type, whatever is known of the plan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest

from insek_cli.core.answers import Answers, Area, EntryState, PlanEntry, Rights
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat, Verdict
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Take
from insek_cli.documents.blocks import Style, text_of
from insek_cli.documents.plan_citations import (
    contents_of,
    holder_name,
    numbers,
    sentences_of,
    source_line,
    told,
)
from insek_cli.documents.plan_words import bearing_reasons
from tests.conftest import TODAY
from tests.documents.judging import judged

WHOLE = 'area: whole, format: editable, rights: "yes"'

GOOD = {
    "data_year": 2026,
    "resolved": date(2026, 1, 8),
    "area": Area.WHOLE,
    "format": PlanFormat.EDITABLE,
    "rights": Rights.YES,
    "public": None,
    "superseded": False,
}
OTHERWISE: Mapping[str, tuple[object, ...]] = {
    "data_year": (2018, 1990, None),
    "resolved": (None,),
    "area": (Area.PART, Area.FORMER, None),
    "format": (PlanFormat.PDF, PlanFormat.PAPER, None),
    "rights": (Rights.NO, Rights.UNCLEAR, None),
    "public": (False,),
    "superseded": (True,),
}


def conditions() -> Iterator[dict[str, object]]:
    """Yield a plan in good order, then with every one, two and three of its details otherwise."""
    for number in range(4):
        for keys in combinations(OTHERWISE, number):
            for values in product(*(OTHERWISE[key] for key in keys)):
                yield {**GOOD, **dict(zip(keys, values, strict=True))}


@pytest.fixture(scope="module")
def every_plan(catalogue: Catalogue, example_answers: Answers) -> Assessment:
    """Every type in every condition, and asked for."""
    plans = [PlanEntry(kind.id, **condition) for kind in catalogue.entries.plans for condition in conditions()]
    requested = [PlanEntry(kind.id, state=EntryState.REQUESTED) for kind in catalogue.entries.plans]
    at_hand = assess(catalogue, replace(example_answers, plans=tuple(plans)), TODAY)
    asked_for = assess(catalogue, replace(example_answers, plans=tuple(requested)), TODAY)
    return replace(at_hand, plans=(*at_hand.plans, *asked_for.plans))


def chosen(every_plan: Assessment) -> dict[tuple[object, ...], PlanOutcome]:
    """Return one plan of each type, verdict, set of reasons and form."""
    return {
        (outcome.type.id, outcome.verdict, frozenset(outcome.reasons), outcome.plan.format): outcome
        for outcome in every_plan.plans
        if outcome.plan is not None and outcome.verdict is not Verdict.NOT_RELEVANT
    }


def test_every_type_is_looked_at(every_plan: Assessment):
    types = {outcome.type for outcome in chosen(every_plan).values()}
    assert types == set(every_plan.catalogue.entries.plans)


def test_every_reason_that_bears_on_a_verdict_is_said_once_and_no_other(every_plan: Assessment):
    citations = every_plan.catalogue.head.citations
    seen: set[tuple[Verdict, Reason]] = set()
    for outcome in chosen(every_plan).values():
        said = [reason for citation in sentences_of(citations, outcome) for reason in citation.reasons]
        bearing = bearing_reasons(outcome)
        assert [reason for reason in bearing if said.count(reason) != 1] == [], (outcome.type.id, outcome.reasons)
        assert not set(said) & set(outcome.reasons) - set(bearing), (outcome.type.id, outcome.reasons)
        seen |= {(outcome.verdict, reason) for reason in bearing}
    assert {verdict for verdict, _ in seen} == {Verdict.UPDATE, Verdict.REFERENCE, Verdict.UNUSABLE, Verdict.REQUEST}
    assert {reason for _, reason in seen} == set(Reason) - _WITHOUT_A_PLAN


# These are the reasons of types that nobody entered, or that do not matter here.
_WITHOUT_A_PLAN = {Reason.CONDITION_FALSE, Reason.HELD_ELSEWHERE, Reason.NOT_AT_HAND}


def test_no_sentence_contradicts_what_is_known(every_plan: Assessment):
    for key, outcome in chosen(every_plan).items():
        said = told(every_plan, outcome)
        text = f"{text_of(said.sentence)} {text_of(said.tasks)}"
        own_words = text.replace(outcome.type.title, "").replace(outcome.type.rights or "", "")
        assert said.sentence, key
        assert not set("{}") & set(text), key
        assert list(_contradictions(outcome, own_words)) == [], (key, text)


def _contradictions(outcome: PlanOutcome, text: str) -> Iterator[str]:
    """Yield words that do not fit the contents of a type or what is known of a plan."""
    plan, contents = outcome.plan, contents_of(outcome.type)
    assert plan is not None
    unfit = {
        "Ziele": Take.GOALS not in contents,
        "Maßnahmen": Take.MEASURES not in contents,
        "Karten": Take.MAPS not in contents,
        "Geodaten": Take.MAPS not in contents,
        "als PDF": plan.format is not PlanFormat.PDF,
        "auf Papier": plan.format is not PlanFormat.PAPER,
        "Datei gibt": plan.format is not None,
        "ganze heutige": plan.area is not None,
        "Erfasst ist nur": plan.area is not Area.PART,
        "Zugrunde liegt ein früheres": plan.area is not Area.FORMER,
        "Jahr der Daten": plan.data_year is not None,
        "Beschluss ist nicht eingetragen": plan.resolved is not None,
        "nicht erlaubt": plan.rights is not Rights.NO,
        "Nutzungsrecht klären": plan.rights in {Rights.YES, Rights.NO},
        "nicht öffentlich": plan.public is not False,
        "erbitten": outcome.verdict is not Verdict.UPDATE,
        "übernimmt": outcome.verdict not in {Verdict.TAKE_OVER, Verdict.UPDATE},
        "Schwachstellen": outcome.type.id != "fire-plan",
        "[hier: Stand": True,
    }
    yield from (words for words, wrong in unfit.items() if wrong and words in text)


def test_no_gap_of_an_unused_plan_asks_for_anything(every_plan: Assessment):
    unused = [outcome for outcome in chosen(every_plan).values() if outcome.verdict is Verdict.UNUSABLE]
    gaps = [run for outcome in unused for run in told(every_plan, outcome).sentence if run.style is Style.GAP]
    assert unused
    assert gaps == []
    assert all(told(every_plan, outcome).tasks == () for outcome in unused)


def test_what_may_be_said_of_a_plan_that_is_not_public_is_said_for_its_type(catalogue: Catalogue):
    plans = "".join(
        f"  - {{type: {kind.id}, data-year: 2026, public: false, {WHOLE}}}\n" for kind in catalogue.entries.plans
    )
    assessment = judged(catalogue, f"plans:\n{plans}")
    hidden = {outcome.type: text_of(told(assessment, outcome).sentence) for outcome in assessment.plans}
    assert all(kind.public_part in text for kind, text in hidden.items() if kind.public_part is not None)
    assert "[hier: Summen je Ortsteil, ohne einzelne Grundstücke]" in hidden[catalogue.plan["vacancy-register"]]


def of_one(catalogue: Catalogue, plan: str, municipality: str = "{name: Ort}") -> tuple[str, str]:
    """Return sentences and source of one plan."""
    assessment = judged(catalogue, f"plans: [{{{plan}}}]\n", municipality)
    (outcome,) = [outcome for outcome in assessment.plans if outcome.plan is not None]
    return text_of(told(assessment, outcome).sentence), text_of(source_line(assessment, outcome))


def test_plan_with_measures_leaves_open_what_is_taken_over(catalogue: Catalogue):
    said, source = of_one(catalogue, f"type: budget, title: Haushalt, data-year: 2026, resolved: 2026-02-26, {WHOLE}")
    assert said.startswith("Aus „Haushalt“ übernimmt dieses Konzept: [hier: welche Daten und Maßnahmen, mit Seite].")
    assert source == "Haushalt, Ort, Stand 2026, Beschluss vom 26.02.2026; [hier: Seite oder Karte]."


def test_mere_data_are_a_source_of_figures_and_have_no_resolution(catalogue: Catalogue):
    said, source = of_one(catalogue, f"type: flood-plan, title: Gefahrenkarten, data-year: 2025, {WHOLE}")
    assert said == "Aus „Gefahrenkarten“ stammen: [hier: welche Daten und Karten, mit Fundstelle]."
    assert "Beschluss" not in source


def test_plan_dated_by_its_resolution_alone_is_not_given_a_state_of_data(catalogue: Catalogue):
    said, source = of_one(catalogue, f"type: transit-plan, resolved: 2016-01-01, {WHOLE}")
    assert "älter als üblich (beschlossen 2016)" in said
    assert ", [hier: Stand der Daten], Beschluss vom 01.01.2016;" in source


def test_every_ground_against_a_plan_is_named(catalogue: Catalogue):
    plan = 'type: retail-plan, title: Gutachten, data-year: 2009, area: former, format: paper, rights: "no"'
    said, _ = of_one(catalogue, plan)
    assert said == (
        "Daten aus „Gutachten“ werden nicht übernommen: Sie sind zu alt (Stand 2009). Die Nutzung ist nicht erlaubt. "
        "Zugrunde liegt ein früheres Gemeindegebiet."
    )


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("type: budget", "Stadt Ort"),
        ("type: kita-plan", "Landkreis Zwickau"),
        ("type: kita-plan, holder-name: Jugendamt", "Jugendamt"),
        ("type: transit-plan", "[hier: Verkehrsverbund oder Zweckverband des Nahverkehrsraums]"),
        ("type: flood-plan", "Freistaat Sachsen"),
        ("type: kita-plan, holder: association", "[hier: Name der Stelle (Zweckverband)]"),
        ("type: land-use-plan, holder: association", "Verwaltungsgemeinschaft Tal"),
        ("type: sewage-plan", "[hier: Abwasserzweckverband]"),
    ],
)
def test_holder_is_named_or_a_gap_that_says_whose_name_is_missing(catalogue: Catalogue, plan, words):
    municipality = "{name: Ort, kind: stadt, landkreis: Zwickau, association: Verwaltungsgemeinschaft Tal}"
    assessment = judged(catalogue, f"plans: [{{{plan}}}]\n", municipality)
    (outcome,) = [outcome for outcome in assessment.plans if outcome.plan is not None]
    assert text_of(holder_name(assessment, outcome)) == words


def test_typed_words_are_never_fields(catalogue: Catalogue):
    said, source = of_one(catalogue, f'type: budget, title: "{{träger}} [hier: x]", data-year: 2026, {WHOLE}')
    assert "„{träger} [hier: x]“" in said
    assert source.startswith("{träger} [hier: x], Ort")


def test_numbers_follow_the_register(example: Assessment):
    assert list(numbers(example).values()) == [f"P{number}" for number in range(1, len(numbers(example)) + 1)]
