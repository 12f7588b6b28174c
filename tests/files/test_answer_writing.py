"""Answers saved load equal, and people can read what was saved."""

import re
from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings

from insek_cli.core.answers import (
    Answers,
    Area,
    CriterionAnswer,
    EntryState,
    Feedback,
    Municipality,
    PlaceKind,
    PlanEntry,
    Rights,
)
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.vocabulary import Holder, Status
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_writing import answers_text
from insek_cli.files.catalogue_files import load_shipped
from insek_cli.files.saving import save_text
from tests.files.random_answers import HARD_TEXTS, all_answers

# An answer file as it is documented, word for word.
DESIGN = """\
format: insek-answers/1
catalogue: insek-klein/2026.1
municipality: {name: Musterstadt, ags: "14522999", inhabitants: 6480}
facts: {project: update, existing-year: 2012, districts: 9, urban-funding: planned}
plans:
  - {type: heat-plan, title: Kommunaler Wärmeplan, data-year: 2025, resolved: 2026-03-12, area: whole,
     format: editable, rights: "yes", holder: municipality}
  - {type: kita-plan, state: requested}
criteria:
  council-resolution: met
  participation-plan: {status: partial, evidence: Protokoll 12.03.2026, note: ..., by: Hauptamt, on: 2026-05-02}
  heat-plan-linked: {status: not-applicable, reason: ..., owner: Bauamt, due: 2026-11-30, flagged: true}
support: [moderation, data]
feedback: {council-resolution: {useful: 5, realistic: 2, remark: ...}}   # optional, about the criterion itself
statistics: musterstadt.statistics.json                               # optional
"""

# Made here, because a fixture so large would be shown whole when a property fails.
CATALOGUE = load_shipped()


@pytest.fixture(scope="module")
def reader(catalogue):
    return AnswerReader(catalogue)


def answered(note):
    """Answers with a text in the last place of three parts, each followed by another part."""
    return Answers(
        Municipality("Musterstadt"),
        plans=(PlanEntry("heat-plan", note=note),),
        criteria={"swot": CriterionAnswer(Status.MET, note, note, note)},
        support=("data",),
        feedback={"swot": Feedback(remark=note)},
        statistics="x.json",
    )


@given(answers=all_answers(CATALOGUE))
@settings(deadline=None, max_examples=150)
def test_any_answers_saved_load_equal(reader, answers):
    assert reader.read_text(answers_text(CATALOGUE, answers), "a.yaml") == answers


@pytest.mark.parametrize("text", HARD_TEXTS, ids=ascii)
def test_a_text_with_its_own_mind_loads_equal(catalogue, reader, text):
    assert reader.read_text(answers_text(catalogue, answered(text)), "a.yaml") == answered(text)


def test_values_that_answers_share_are_written_out(catalogue, reader):
    today, number = date(2026, 11, 22), Decimal(9)
    answer = CriterionAnswer(Status.MET, on=today, due=today)
    plans = (PlanEntry("heat-plan", resolved=today), PlanEntry("heat-plan", resolved=today))
    facts = {"staff-hours": number, "districts": number}
    criteria = {"swot": answer, "council-resolution": answer}
    answers = Answers(Municipality("A", inhabitants_date=today), facts, plans, criteria, feedback={"swot": Feedback()})

    assert reader.read_text(answers_text(catalogue, answers), "a.yaml") == answers


def test_saved_to_disk_and_read_back_nothing_changed(catalogue, reader, tmp_path):
    answers = answered("Grüße 😀\x1b\nשלום")

    save_text(tmp_path / "a.yaml", answers_text(catalogue, answers))

    assert reader.read(tmp_path / "a.yaml") == answers


def test_the_example_of_the_design_loads(reader):
    answers = reader.read_text(DESIGN, "a.yaml")

    assert answers.municipality == Municipality("Musterstadt", ags="14522999", inhabitants=6480)
    assert answers.facts == {"project": "update", "existing-year": 2012, "districts": 9, "urban-funding": "planned"}
    assert answers.plans == (
        PlanEntry(
            "heat-plan",
            "Kommunaler Wärmeplan",
            2025,
            date(2026, 3, 12),
            Area.WHOLE,
            PlanFormat.EDITABLE,
            Rights.YES,
            holder=Holder.MUNICIPALITY,
        ),
        PlanEntry("kita-plan", state=EntryState.REQUESTED),
    )
    assert answers.criteria == {
        "council-resolution": CriterionAnswer(Status.MET),
        "participation-plan": CriterionAnswer(
            Status.PARTIAL, "Protokoll 12.03.2026", "...", by="Hauptamt", on=date(2026, 5, 2)
        ),
        "heat-plan-linked": CriterionAnswer(
            Status.NOT_APPLICABLE, reason="...", owner="Bauamt", due=date(2026, 11, 30), flagged=True
        ),
    }
    assert answers.support == ("moderation", "data")
    assert answers.feedback == {"council-resolution": Feedback(5, 2, "...")}
    assert answers.statistics == "musterstadt.statistics.json"


def test_the_example_of_the_design_saved_loads_equal(catalogue, reader):
    answers = reader.read_text(DESIGN, "a.yaml")

    assert reader.read_text(answers_text(catalogue, answers), "a.yaml") == answers


def test_the_shipped_example_saved_loads_equal(catalogue, reader, example_answers):
    assert reader.read_text(answers_text(catalogue, example_answers), "a.yaml") == example_answers


def test_a_saved_file_is_read_by_people(catalogue):
    answers = Answers(
        Municipality("Musterstadt", ags="14522999", inhabitants=6480, kind=PlaceKind.STADT),
        {
            "districts": Decimal(9),
            "staff-hours": Decimal("2.50"),
            "project": "update",
            "brownfields": "no",
            "stage": None,
        },
        (PlanEntry("heat-plan", "Wärmeplan: 2. Entwurf", 2025, rights=Rights.NO, public=False),),
        {
            "swot": CriterionAnswer(Status.PARTIAL, note="Erstens\nZweitens: offen\n"),
            "council-resolution": CriterionAnswer(Status.MET),
        },
        ("data",),
    )

    assert (
        answers_text(catalogue, answers)
        == """\
format: insek-answers/1
catalogue: insek-klein/2026.1
municipality:
  name: Musterstadt
  ags: "14522999"
  inhabitants: 6480
  kind: stadt
facts:
  project: update
  stage: unknown
  districts: 9
  brownfields: "no"
  staff-hours: 2.50
plans:
  - {type: heat-plan, title: "Wärmeplan: 2. Entwurf", data-year: 2025, rights: "no", public: false}
criteria:
  swot:
    status: partial
    note: |
      Erstens
      Zweitens: offen
  council-resolution: met
support: [data]
"""
    )


def test_parts_and_entries_stand_in_a_fixed_order_whatever_was_answered_first(catalogue):
    facts = {"project": "new", "stage": "draft"}
    criteria = {"swot": CriterionAnswer(Status.MET), "purpose-written": CriterionAnswer(Status.LATER)}
    forwards = Answers(Municipality("A"), facts, criteria=criteria)
    backwards = Answers(Municipality("A"), dict(reversed(facts.items())), criteria=dict(reversed(criteria.items())))

    assert answers_text(catalogue, forwards) == answers_text(catalogue, backwards)


def test_what_was_not_answered_is_not_written(catalogue):
    assert answers_text(catalogue, Answers(Municipality("A"))) == (
        "format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality:\n  name: A\n"
    )


def test_letters_of_every_script_stay_readable(catalogue):
    text = answers_text(catalogue, Answers(Municipality("Budyšin / Bautzen"), statistics="Łódź.json"))

    assert 'name: "Budyšin / Bautzen"\n' in text
    assert 'statistics: "Łódź.json"\n' in text


@pytest.mark.parametrize("text", ["M\udcfcller", "\ud83d", "x\n\udcff"], ids=ascii)
def test_a_text_with_half_a_character_loads_with_a_question_mark(catalogue, reader, text):
    loaded = reader.read_text(answers_text(catalogue, answered(text)), "a.yaml")
    assert loaded == answered(text.encode("utf-8", "replace").decode("utf-8"))


@pytest.mark.parametrize("text", HARD_TEXTS, ids=ascii)
def test_another_reader_takes_every_text_for_a_text(catalogue, text):
    found = yaml.safe_load_all(answers_text(catalogue, answered(text)))

    assert isinstance(next(iter(found))["plans"][0]["note"], str)


def test_a_key_that_begins_with_zero_stands_in_quotation_marks(catalogue):
    assert re.search("ags: ['\"]01058999", answers_text(catalogue, Answers(Municipality("A", ags="01058999"))))
