"""Rules of the outline, each broken in a copy of the shipped catalogue."""

import pytest

from insek_cli.files.catalogue_files import load_catalogue
from tests.files.breaking import change, problems


def test_gap_of_a_line_that_no_chapter_above_has_is_refused(catalogue_folder):
    place = change(catalogue_folder, "outline.yaml", "line: Stand\n", "line: ‸Stadn\n", after="id: housing")

    assert problems(catalogue_folder) == [f"{place}: Die Zeile „Stadn“ gibt es hier nicht. Meinten Sie „Stand“?"]


def test_line_names_plan_types_that_exist(catalogue_folder):
    place = change(
        catalogue_folder, "outline.yaml", "digital-plan, fire-plan, flood", "digital-plan, ‸fire-plans, flood"
    )

    assert problems(catalogue_folder) == [
        f"{place}: Die Planart „fire-plans“ gibt es hier nicht. Meinten Sie „fire-plan“?"
    ]


def test_condition_of_a_line_is_checked(catalogue_folder):
    old = "gap: andere Themen in einem Halbsatz\n"
    change(catalogue_folder, "outline.yaml", old, f"{old}        when: {{fact: projekt, is: update}}\n", after="lines:")

    (problem,) = problems(catalogue_folder)
    assert "Die Frage „projekt“ gibt es hier nicht." in problem


def test_page_budget_asks_a_question_with_a_number(catalogue_folder):
    head = "page-budget: {fact: "
    place = change(catalogue_folder, "catalogue.yaml", f"{head}target-pages", f"{head}‸project")

    assert problems(catalogue_folder) == [f"{place}: Die Frage „project“ hat keine Zahl als Antwort."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fact: staff-hours", "fact: ‸project", "Die Frage „project“ hat keine Zahl als Antwort."),
        ("text: >-\n    Bei {stunden}", "text: ‸>-\n    Bei {stunde}", "Das Feld „stunde“ gibt es hier nicht."),
    ],
)
def test_own_time_asks_a_question_with_a_number_and_knows_its_fields(catalogue_folder, old, new, said):
    place = change(catalogue_folder, "catalogue.yaml", old, new, after="own-time:")

    (problem,) = problems(catalogue_folder)
    assert problem.startswith(f"{place}: {said}")


def test_page_budget_can_be_left_out(catalogue_folder):
    file = catalogue_folder / "catalogue.yaml"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("page-budget")]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8", newline="\n")

    assert load_catalogue(catalogue_folder).head.page_budget is None
