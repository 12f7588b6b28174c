"""Number, sentence and source line of a plan."""

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Style, text_of
from insek_cli.documents.plan_citations import holder_name, numbers, sentence, source_line
from tests.documents.judging import judged

WHOLE = 'area: whole, format: editable, rights: "yes"'


def of_one(catalogue: Catalogue, plan: str, municipality: str = "{name: Ort}") -> tuple[str, str]:
    """Return sentence and source line of one plan."""
    assessment = judged(catalogue, f"plans: [{{{plan}}}]\n", municipality)
    (outcome,) = [outcome for outcome in assessment.plans if outcome.plan is not None]
    told = sentence(assessment, outcome)
    return "" if told is None else text_of(told), text_of(source_line(assessment, outcome))


def test_plan_with_goals_or_measures_leaves_open_what_is_taken_over(catalogue: Catalogue):
    told, source = of_one(catalogue, f"type: budget, title: Haushalt, data-year: 2026, resolved: 2026-02-26, {WHOLE}")
    assert told.startswith("Aus „Haushalt“ (2026) übernimmt dieses Konzept: [hier: ")
    assert source.startswith("Haushalt, Ort, Datenstand 2026, Beschluss vom 26.02.2026; [hier: Seite oder Karte].")
    assert source.endswith("Zur Übernahme vorgesehen: Daten und Maßnahmen für das ganze Gemeindegebiet.")


def test_mere_data_are_a_source_of_figures_and_have_no_resolution(catalogue: Catalogue):
    told, source = of_one(catalogue, f"type: population-forecast, data-year: 2023, {WHOLE}")
    assert (
        told == "Aus „Regionalisierte Bevölkerungsvorausberechnung“ (2023) stammen [hier: welche Zahlen oder Karten]."
    )
    assert "Beschluss" not in source
    assert "Statistisches Landesamt des Freistaates Sachsen, Stand 2023" in source


def test_only_what_aged_or_changed_its_area_is_said_to_have_changed(catalogue: Catalogue):
    aged, _ = of_one(catalogue, f"type: transit-plan, data-year: 2015, resolved: 2016-01-01, {WHOLE}")
    fresh, _ = of_one(catalogue, "type: transit-plan, data-year: 2025, resolved: 2025-01-01, area: whole, format: pdf")
    assert "Seither hat sich geändert" in aged
    assert "Seither hat sich geändert" not in fresh


def test_plan_that_is_not_public_gives_its_result_only(catalogue: Catalogue):
    told, _ = of_one(catalogue, f"type: fire-plan, data-year: 2025, resolved: 2025-01-01, public: false, {WHOLE}")
    assert "ist nicht öffentlich. Daraus darf hier stehen: [hier: das Ergebnis" in told


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("type: budget", "Stadt Ort"),
        ("type: kita-plan", "Landkreis Zwickau"),
        ("type: kita-plan, holder-name: Jugendamt", "Jugendamt"),
        ("type: transit-plan", "[hier: Verkehrsverbund oder Zweckverband des Nahverkehrsraums]"),
        ("type: flood-plan", "Freistaat Sachsen"),
        ("type: kita-plan, holder: association", "[hier: Name der Stelle (Zweckverband)]"),
    ],
)
def test_holder_is_named_or_a_gap_that_says_whose_name_is_missing(catalogue: Catalogue, plan, words):
    municipality = "{name: Ort, kind: stadt, landkreis: Zwickau}"
    assessment = judged(catalogue, f"plans: [{{{plan}}}]\n", municipality)
    (outcome,) = [outcome for outcome in assessment.plans if outcome.plan is not None]
    assert text_of(holder_name(assessment, outcome)) == words


def test_no_gap_shows_a_bare_word_of_the_patterns(catalogue: Catalogue):
    words = {entry.word for entry in catalogue.head.gap_labels}
    assessment = judged(
        catalogue, "plans:\n" + "".join(f"  - {{type: {plan.id}}}\n" for plan in catalogue.entries.plans)
    )
    gaps = {
        run.text
        for outcome in assessment.plans
        for run in (*(sentence(assessment, outcome) or ()), *source_line(assessment, outcome))
        if run.style is Style.GAP
    }
    assert gaps
    assert [gap for gap in gaps if gap.removeprefix("[hier: ").removesuffix("]") in words] == []


def test_typed_words_are_never_fields(catalogue: Catalogue):
    told, source = of_one(catalogue, f'type: budget, title: "{{träger}} [hier: x]", data-year: 2026, {WHOLE}')
    assert "„{träger} [hier: x]“" in told
    assert source.startswith("{träger} [hier: x], Ort")


def test_numbers_follow_the_register(example: Assessment):
    assert list(numbers(example).values()) == [f"P{number}" for number in range(1, len(numbers(example)) + 1)]
