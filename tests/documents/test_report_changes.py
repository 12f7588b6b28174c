"""What changed since an earlier state, in words."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.comparison import Comparison, compare
from insek_cli.documents.blocks import Chart
from insek_cli.documents.gap_report import gap_report, with_changes
from insek_cli.documents.report_changes import changes
from tests.documents.judging import judged, unmet
from tests.documents.reading import headings, lines

OLD = "criteria: {swot: met, goals-few: unmet, goals-derived: unknown, cost-range: unmet}\n"
NEW = """criteria: {swot: partial, goals-few: met, goals-derived: met, cost-range: later, plan-register: met}
plans: [{type: heat-plan, data-year: 2026}]
"""


def compared(catalogue: Catalogue, old: str, new: str) -> Comparison:
    return compare(judged(catalogue, old), judged(catalogue, new))


def test_what_rose_fell_is_new_and_was_answered_anew_is_said(catalogue: Catalogue):
    shown = list(lines(changes(compared(catalogue, OLD, NEW))))
    starts = {line.split(": ")[0]: line for line in shown}
    assert "Wenige Ziele (vorher nicht erfüllt, jetzt erfüllt)" in starts["Gestiegen"]
    assert starts["Gefallen"].endswith("(vorher erfüllt, jetzt teilweise erfüllt).")
    assert starts["Neu beantwortet"] == "Neu beantwortet: Planregister (vorher noch nicht beantwortet, jetzt erfüllt)."
    assert "Kostenrahmen" in starts["Anders beantwortet, ohne Wirkung auf die Punkte"]
    assert "Kommunaler Wärmeplan (Stand 2026) (vorher " in starts["Pläne"]


def test_same_file_says_that_nothing_changed(catalogue: Catalogue):
    blocks = list(changes(compared(catalogue, OLD, OLD)))
    shown = list(lines(blocks))
    assert shown[-1] == "Keine Angabe, kein Punkt und kein Plan steht anders da als vorher."
    assert "Die Stufe bleibt „" in shown[1]
    assert [block for block in blocks if isinstance(block, Chart)] == []


def test_new_level_is_named_with_the_old_one(catalogue: Catalogue):
    answers = "criteria:\n" + "".join(f"  {criterion.id}: met\n" for criterion in catalogue.criteria)
    shown = list(lines(changes(compared(catalogue, "", answers))))
    assert "Stufe: vorher „Am Anfang“, jetzt „Schlank und wirksam“." in shown[1]


def test_changes_stand_behind_the_first_page(catalogue: Catalogue):
    found = compared(catalogue, unmet(catalogue), unmet(catalogue, "swot: met"))
    assert headings(with_changes(gap_report(found.after), found))[1:4] == [
        "Auf einen Blick",
        "Was sich seit dem früheren Stand geändert hat",
        "Unverzichtbares, das noch fehlt",
    ]


@pytest.mark.parametrize("sign", ["→", "↑", "↓"])
def test_changes_need_no_sign_that_old_terminals_lack(catalogue: Catalogue, sign):
    assert sign not in "\n".join(lines(changes(compared(catalogue, OLD, NEW))))


def test_changed_facts_and_newer_data_of_a_plan_are_told(catalogue: Catalogue):
    entry = "plans: [{type: fire-plan, data-year: %s, area: whole, format: editable, rights: 'yes'}]\n"
    old, new = f"facts: {{districts: 8}}\n{entry % 2025}", f"facts: {{districts: 9, stage: draft}}\n{entry % 2026}"
    shown = "\n".join(lines(changes(compared(catalogue, old, new))))
    assert "Zahl der Ortsteile (vorher 8, jetzt 9)" in shown
    assert "Stand des Vorhabens (vorher ohne Angabe, jetzt Entwurf in Arbeit)" in shown
    assert "(Stand 2026) (weiterhin übernehmen; Stand vorher 2025)" in shown
