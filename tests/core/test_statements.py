"""What answers say, topic by topic, and how it is put into answers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, Municipality, PlanEntry
from insek_cli.core.statements import PLACE, Source, Topic, TopicKind, Voice, applied, bare, said_on, statements_of
from insek_cli.core.vocabulary import PlanTypeId, Status

FORM = Source("haupt.xlsx", "haupt", date(2026, 11, 22))
SWOT = Topic(TopicKind.CRITERION, "swot")
HEAT = PlanTypeId("heat-plan")
ORT = Answers(Municipality("Ort"))


@pytest.mark.parametrize(
    ("topic", "fields"),
    [
        (PLACE, {"ags": "14522999"}),
        (Topic(TopicKind.FACT, "project"), {"answer": "new"}),
        (Topic(TopicKind.FACT, "project"), {"answer": "unknown"}),
        (Topic(TopicKind.PLAN, HEAT), {"state": "requested", "title": "Wärmeplan"}),
        (SWOT, {"status": Status.MET, "evidence": "Protokoll"}),
        (Topic(TopicKind.SUPPORT, "data"), {"wanted": True}),
        (Topic(TopicKind.FEEDBACK, "swot"), {"useful": 5}),
    ],
    ids=lambda value: value.kind if isinstance(value, Topic) else "",
)
def test_what_was_put_in_is_said(topic, fields):
    assert said_on(applied(ORT, topic, Voice(fields)), topic).fields == fields


def test_who_answered_follows_the_status_and_not_a_note():
    met = applied(ORT, SWOT, Voice({"status": "met"}, "Bauamt", date(2026, 5, 2)))
    noted = applied(met, SWOT, Voice({"note": "Blatt 3"}, "Hauptamt"))
    assert noted.criteria["swot"] == CriterionAnswer(Status.MET, note="Blatt 3", by="Bauamt", on=date(2026, 5, 2))


def test_plans_of_a_type_are_told_apart_by_their_number():
    answers = ORT.with_plans((PlanEntry(HEAT, "A"), PlanEntry(PlanTypeId("budget")), PlanEntry(HEAT, "B")))
    said = {one.topic: one.fields.get("title") for one in statements_of(answers, FORM, ())}
    assert said == {
        Topic(TopicKind.PLAN, HEAT): "A",
        Topic(TopicKind.PLAN, "budget"): None,
        Topic(TopicKind.PLAN, HEAT, 2): "B",
    }


def test_empty_fields_say_nothing():
    answers = ORT.with_criterion("swot", CriterionAnswer(Status.MET, evidence=" ", note="\x07"))
    (said,) = statements_of(answers, FORM, ())
    assert said.fields == {"status": Status.MET}


@given(st.text())
def test_signs_that_no_form_holds_make_no_difference(text):
    assert bare(f" {text}\x07\r\n") == bare(text)
    assert bare(bare(text)) == bare(text)
