"""The register of plans in the annex of the starter concept."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.draft_register import register_blocks
from tests.documents.judging import judged
from tests.documents.reading import lines


def shown(assessment: Assessment) -> list[str]:
    return list(lines(register_blocks(assessment.catalogue.chapter["annex-plans"], assessment, ())))


def test_register_lists_plans_with_number_holder_date_and_verdict(example: Assessment):
    (line,) = [line for line in shown(example) if " | Abwasserbeseitigungskonzept | " in line]
    assert " | 2014 | ohne Angabe | ungeklärt | mit Anpassung nutzen: " in line


def test_every_plan_at_hand_has_one_sentence_and_one_source(example: Assessment):
    sources = [line for line in shown(example) if line.startswith("Quelle: ")]
    assert (
        len(sources)
        == len(set(sources))
        == len([outcome for outcome in example.plans if outcome.verdict in {"take-over", "update", "reference"}])
    )


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


def test_plan_free_to_have_says_where(catalogue: Catalogue):
    assert [line for line in shown(judged(catalogue)) if "frei zu haben: wasser.sachsen.de" in line]
