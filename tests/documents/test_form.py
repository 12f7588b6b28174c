"""The questionnaire: what it asks, under which numbers, and what it knows already."""

from dataclasses import replace
from datetime import date

from insek_cli.core.answers import Answers, Municipality, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import PlanTypeId, QuestionId, SectionId
from insek_cli.documents.form import Form, form
from insek_cli.documents.form_columns import numbers

TODAY = date(2026, 11, 22)
PLACE = Answers(Municipality("Ort"))


def rows(content: Form) -> dict[str, dict[str, str]]:
    return {row.number: dict(row.cells) for sheet in content.sheets for row in sheet.rows}


def test_blank_form_asks_everything_once(catalogue: Catalogue):
    content = form(catalogue, None, None, TODAY)
    asked = [row.number for sheet in content.sheets for row in sheet.rows]
    assert sorted(asked) == sorted(numbers(catalogue))
    assert [sheet.title for sheet in content.sheets][:3] == ["Angaben", "Pläne", "1 Anlass und Prozess"]


def test_numbers_belong_to_the_place_in_the_catalogue(catalogue: Catalogue):
    ids = {number: topic.id for number, topic in numbers(catalogue).items()}
    assert (ids["K1"], ids["A1"], ids["P1"]) == ("purpose-written", "project", "budget")
    assert len(ids) == len(catalogue.criteria) + len(catalogue.question) + len(catalogue.plan) + len(catalogue.support)


def test_what_is_out_of_play_is_not_asked_and_keeps_its_number(catalogue: Catalogue):
    content = rows(form(catalogue, PLACE.with_fact(QuestionId("project"), "new"), None, TODAY))
    assert "A3" not in content
    assert content["A5"]["ident"] == "districts"


def test_what_is_out_of_play_stays_where_it_was_answered(catalogue: Catalogue):
    answers = PLACE.with_fact(QuestionId("project"), "new").with_fact(QuestionId("existing-year"), 2012)
    assert rows(form(catalogue, answers, None, TODAY))["A3"]["answer"] == "2012"


def test_question_says_its_condition_while_nobody_knows_it(catalogue: Catalogue):
    assert "(Nur, wenn „Geht es um ein erstes Konzept" in rows(form(catalogue, None, None, TODAY))["A3"]["question"]
    known = PLACE.with_fact(QuestionId("project"), "update")
    assert "Nur, wenn" not in rows(form(catalogue, known, None, TODAY))["A3"]["question"]


def test_section_has_its_own_sheet_only(catalogue: Catalogue):
    content = form(catalogue, PLACE, SectionId("data"), TODAY)
    assert [sheet.title for sheet in content.sheets] == ["3 Grundlagen und Daten"]


def test_plan_that_stands_twice_has_two_rows(catalogue: Catalogue):
    budget = PlanTypeId("budget")
    content = rows(form(catalogue, PLACE.with_plans((PlanEntry(budget, "A"), PlanEntry(budget, "B"))), None, TODAY))
    assert (content["P1"]["title"], content["P1/2"]["title"], content["P1/2"]["ident"]) == ("A", "B", "budget#2")


def test_choices_hang_on_their_question(catalogue: Catalogue):
    content = form(catalogue, None, None, TODAY)
    words = {row.number: row.words for row in content.sheets[0].rows}
    assert words["A1"] == ("Erstes Konzept", "Fortschreibung eines vorhandenen Konzepts", "weiß nicht")
    assert words["A5"] == ()


def test_support_nobody_was_asked_about_is_open(catalogue: Catalogue):
    assert rows(form(catalogue, PLACE, None, TODAY))["U1"]["wanted"] == ""
    assert rows(form(catalogue, replace(PLACE, support=()), None, TODAY))["U1"]["wanted"] == "nicht gewünscht"


def test_only_what_identifies_the_form_is_fixed(catalogue: Catalogue):
    place = Municipality("Ort", "14522999")
    fixed = {line.label for line in form(catalogue, Answers(place), None, TODAY).lines if not line.is_open}
    assert fixed == {"Gemeinde", "Gemeindeschlüssel (AGS)", "Katalog"}
    assert {line.label for line in form(catalogue, None, None, TODAY).lines if not line.is_open} == {"Katalog"}
