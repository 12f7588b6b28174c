"""Plans to take over with their chapters, plans to ask for, plans that are missing."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged
from tests.documents.reading import under

PART = "Vorhandene Pläne nutzen"


def shown(assessment: Assessment) -> list[str]:
    return under(gap_report(assessment), PART)


def test_plan_in_force_is_never_called_unusable_by_age(example: Assessment):
    (line,) = [line for line in shown(example) if line.startswith("Flächennutzungsplan (Stand 2004)")]
    assert "gilt weiter, Zahlen sind alt" in line
    assert "nicht verwenden" not in line


def test_plan_to_take_over_stands_first_and_with_its_chapters(example: Assessment):
    rows = [line for line in shown(example) if line.count(" | ") == 2][1:]
    assert " | übernehmen" in rows[0]
    order = [row.split(" | ")[1].split(":")[0] for row in rows]
    assert order == sorted(
        order, key=["übernehmen", "mit Anpassung nutzen", "nur darauf verweisen", "nicht verwenden"].index
    )
    assert "Bevölkerung" in "\n".join(rows)


def test_plan_without_special_basis_is_to_be_asked_for_kindly(example: Assessment):
    assert [line for line in shown(example) if line.startswith("Keine besondere Grundlage, freundlich bitten: ")]


def test_every_plan_to_ask_for_stands_once_with_whom_to_ask(example: Assessment):
    wanted = [outcome for outcome in example.best_plans.values() if outcome.reasons == ("held-elsewhere",)]
    text = "\n".join(shown(example))
    assert wanted != []
    assert [outcome.type.title for outcome in wanted if text.count(f"{outcome.type.title} – ") != 1] == []


def test_plan_that_anybody_may_have_is_not_to_be_asked_for(catalogue: Catalogue):
    text = "\n".join(shown(judged(catalogue)))
    title = catalogue.plan["heavy-rain-maps"].title
    assert f"{title} (wasser.sachsen.de" in text.split("Frei zu haben: ")[1]
    assert f"{title} – " not in text


def test_holder_named_in_the_file_is_asked(example: Assessment):
    (asked,) = [line for line in shown(example) if line.startswith("Schon angefordert: ")]
    assert "Bedarfsplan Kindertagesbetreuung (Jugendamt des Landkreises)" in asked


def test_municipality_without_plans_is_told_to_begin_a_list(catalogue: Catalogue):
    assert shown(judged(catalogue))[0].startswith("Noch ist kein vorhandener Plan eingetragen.")


def test_plan_that_does_not_exist_is_no_plan_to_look_for(catalogue: Catalogue):
    lines = shown(judged(catalogue, "plans: [{type: playground-plan, state: none}]\n"))
    title = catalogue.plan["playground-plan"].title
    assert [line for line in lines if line.startswith("Gibt es nach Ihren Angaben nicht:") and title in line]
    assert [line for line in lines if line.startswith("Nicht eingetragen:") and title in line] == []
