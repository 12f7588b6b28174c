"""The register of plans in the annex of the starter concept."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.draft_register import register_blocks
from insek_cli.documents.plan_citations import numbers
from tests.documents.judging import judged
from tests.documents.reading import lines


def shown(assessment: Assessment) -> list[str]:
    return list(lines(register_blocks(assessment.catalogue.chapter["annex-plans"], assessment, ())))


def test_register_lists_plans_with_number_holder_date_and_verdict(example: Assessment):
    (line,) = [line for line in shown(example) if " | Abwasserbeseitigungskonzept | " in line]
    assert line.endswith(" | 2014 | [hier: Tag oder „ohne“] | ungeklärt | mit Anpassung nutzen")


def test_every_plan_has_one_line_and_one_sentence(example: Assessment):
    found = shown(example)
    for number in numbers(example).values():
        assert len([line for line in found if line.startswith(f"{number} | ")]) == 1
        assert len([line for line in found if line.startswith(f"{number}  ")]) == 1


def test_source_is_shown_by_an_example_of_a_plan_and_one_of_data(example: Assessment):
    sources = [line for line in shown(example) if "Quelle: " in line]
    assert [line.split(",")[0] for line in sources] == [
        "Zum Beispiel „Quelle: Haushaltsplan mit Finanzplan",
        "Zum Beispiel „Quelle: 8. Regionalisierte Bevölkerungsvorausberechnung",
    ]


def test_what_is_left_to_do_with_a_plan_stands_apart(catalogue: Catalogue):
    plan = "{type: kita-plan, data-year: 2026, resolved: 2026-01-08, area: whole, format: pdf}"
    text = shown(judged(catalogue, f"plans: [{plan}]"))
    assert [line for line in text if line.startswith("Noch zu P1: Liegt nur als PDF vor; Tabellen erbitten.")]


def test_plan_that_is_not_used_or_not_yet_there_is_asked_nothing(catalogue: Catalogue):
    text = shown(
        judged(catalogue, "plans: [{type: retail-plan, superseded: true}, {type: kita-plan, state: requested}]")
    )
    rows = [line for line in text if line.startswith(("P1 | ", "P2 | "))]
    assert rows[0].endswith(" | – | – | – | schon angefordert")
    assert rows[1].endswith(" | ohne Angabe | ohne Angabe | ohne Angabe | nicht verwenden")


def test_only_plans_somebody_asked_for_are_said_to_be_asked_for(catalogue: Catalogue):
    plans = (
        "plans: [{type: kita-plan, state: requested}, {type: school-plan, state: none, title: Netz}, {type: heat-plan}]"
    )
    text = "\n".join(shown(judged(catalogue, plans)))
    assert "„Bedarfsplan Kindertagesbetreuung“ ist angefordert (" in text
    assert "„Netz“" not in text
    assert text.split("Noch zu beschaffende Pläne anderer Stellen")[1].count("\nNetz | ") == 1


def test_plan_that_does_not_exist_is_said_so_without_number(catalogue: Catalogue):
    text = shown(judged(catalogue, "plans: [{type: land-use-plan, title: Entwurf von 1998, state: none}]"))
    assert text[0] == "Nicht vorhanden: Entwurf von 1998."


def test_plan_the_municipality_would_hold_itself_is_not_to_be_asked_for(catalogue: Catalogue):
    plan = "{type: sewage-plan, title: Abwasser, state: none, holder: municipality}"
    text = shown(judged(catalogue, f"plans: [{plan}]"))
    assert [line for line in text if "Abwasser" in line] == ["Nicht vorhanden: Abwasser."]


def test_plan_free_to_have_says_where(catalogue: Catalogue):
    assert [line for line in shown(judged(catalogue)) if "frei zu haben: wasser.sachsen.de" in line]
