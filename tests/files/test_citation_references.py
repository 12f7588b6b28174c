"""Faults in the sentences on plans: each with its place and what would be right."""

import pytest

from tests.files.breaking import change, problems


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stammen: {daten}.", "stammen: {zahlen}.", "Das Feld „zahlen“ gibt es hier nicht."),
        ("types: [budget]", "types: [‸haushalt]", "Die Planart „haushalt“ gibt es hier nicht."),
        (
            '"{plan}, {träger}, {stand}; {fundstelle}."',
            '‸"{plan}, {träger."',
            "Eine geschweifte Klammer ist hier allein.",
        ),
    ],
)
def test_fault_is_told(catalogue_folder, old, new, said):
    place = change(catalogue_folder, "catalogue.yaml", old, new)
    (found,) = problems(catalogue_folder)
    assert said in found
    if "‸" in new:
        assert found.startswith(f"{place}: ")


def test_remark_without_a_reason_says_nothing(catalogue_folder):
    old = "    reasons: [not-public]\n    text: Die Unterlage ist nicht öffentlich.\n"
    change(catalogue_folder, "catalogue.yaml", old, "    text: Die Unterlage ist nicht öffentlich.\n")
    (found,) = problems(catalogue_folder)
    assert "Hier fehlt „reasons“." in found
