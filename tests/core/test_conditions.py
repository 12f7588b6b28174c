"""Conditions with three values: true, false, unknown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core import conditions as k
from insek_cli.core.conditions import Situation, facts_of, holds, parts_of, stands

from . import oracle
from .random_cases import cases, conditions
from .small import assessed, condition, plain, said, written

PROJECT = {"id": "project", "kind": "choice", "choices": ("new", "update")}
TREE = {
    "all": [{"fact": "a", "is": "x"}, {"not": {"any": [{"plan": "p", "available": True}, {"fact": "b", "below": 2}]}}]
}


class Fixed:
    """A part whose value is given."""

    def __init__(self, value):
        self.value = value

    def holds(self, _):
        return self.value


def value_of(written_condition, parts=None, given=None):
    situation = assessed(parts or plain(), given or said()).situation
    return holds(condition(written_condition), situation)


def nothing():
    return Situation({}, set(), {})


def test_no_condition_always_holds():
    assert holds(None, nothing()) is True


@pytest.mark.parametrize("values", list(product([True, False, None], repeat=3)))
def test_all_and_any_follow_kleene(values):
    parts = tuple(Fixed(value) for value in values)
    weakest = False if False in values else None if None in values else True
    strongest = True if True in values else None if None in values else False
    assert k.All(parts).holds(nothing()) is weakest
    assert k.Any(parts).holds(nothing()) is strongest


def test_all_of_nothing_holds_and_any_of_nothing_does_not():
    assert k.All(()).holds(nothing()) is True
    assert k.Any(()).holds(nothing()) is False


@pytest.mark.parametrize(("value", "opposite"), [(True, False), (False, True), (None, None)])
def test_not_keeps_unknown(value, opposite):
    assert k.Not(Fixed(value)).holds(nothing()) is opposite


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"project": "update"}, True), ({"project": "new"}, False), ({}, None), ({"project": None}, None)],
)
def test_a_fact_nobody_answered_or_knows_makes_its_condition_unknown(facts, expected):
    parts = plain(questions=[PROJECT])
    assert value_of({"fact": "project", "is": "update"}, parts, said(facts=facts)) is expected


@pytest.mark.parametrize(("number", "expected"), [(1, False), (2, True), (3, True), (4, False), (None, None)])
def test_at_least_includes_its_bound_and_below_does_not(number, expected):
    parts = plain(questions=[{"id": "districts", "kind": "number"}])
    given = said(facts={"districts": number})
    assert value_of({"fact": "districts", "at-least": 2, "below": 4}, parts, given) is expected


def test_a_text_is_within_no_bounds():
    parts = plain(questions=[{"id": "districts", "kind": "text"}])
    assert value_of({"fact": "districts", "at-least": 0}, parts, said(facts={"districts": "neun"})) is False


@pytest.mark.parametrize(("inhabitants", "expected"), [(1999, True), (2000, False), (None, None)])
def test_inhabitants_are_built_in(inhabitants, expected):
    assert value_of({"fact": "inhabitants", "below": 2000}, None, said(inhabitants=inhabitants)) is expected


@pytest.mark.parametrize("written_condition", [{"fact": "year", "is": "x"}, {"fact": "year", "at-least": 0}])
def test_a_hidden_fact_is_false_even_with_an_old_answer(written_condition):
    hidden = {"id": "year", "kind": "choice", "when": {"fact": "project", "is": "update"}}
    parts = plain(questions=[PROJECT, hidden])
    old_answer = said(facts={"project": "new", "year": "x"})
    assert value_of(written_condition, parts, old_answer) is False
    assert value_of({"not": written_condition}, parts, old_answer) is True
    assert value_of(written_condition, parts, said(facts={"project": "new"})) is False


def test_a_question_on_an_unknown_condition_is_not_hidden():
    asked = {"id": "core", "when": {"fact": "project", "is": "update"}}
    parts = plain(questions=[PROJECT, asked])
    assert value_of({"fact": "core", "is": "yes"}, parts, said(facts={"core": "yes"})) is True


def test_a_question_hidden_by_a_hidden_question_is_hidden_too():
    chain = [
        {"id": "last", "when": {"fact": "middle", "is": "yes"}},
        {"id": "middle", "when": {"fact": "first", "is": "yes"}},
        {"id": "first"},
    ]
    given = said(facts={"first": "no", "middle": "yes", "last": "yes"})
    assert assessed(plain(questions=chain), given).situation.hidden == {"middle", "last"}
    assert value_of({"fact": "last", "is": "yes"}, plain(questions=chain), given) is False


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], None),
        (["available"], True),
        (["none", "available", "requested"], True),
        (["requested", "none"], False),
    ],
)
def test_a_plan_is_available_with_one_entry_at_hand_and_unknown_without_any(states, expected):
    parts = plain(plans=[{"id": "kita"}])
    given = said(plans=[{"type": "kita", "state": state} for state in states])
    opposite = None if expected is None else not expected
    assert value_of({"plan": "kita", "available": True}, parts, given) is expected
    assert value_of({"plan": "kita", "available": False}, parts, given) is opposite


@pytest.mark.parametrize(
    ("answer", "below_met", "below_partial"),
    [
        ("met", False, False),
        ("partial", True, False),
        ("unmet", True, True),
        ("later", True, True),
        ("unknown", None, None),
        ("not-applicable", None, None),
        ({"status": "not-applicable", "reason": "weil"}, False, False),
    ],
)
def test_points_of_a_criterion_are_unknown_where_unclear_and_false_where_waived(answer, below_met, below_partial):
    parts = plain(criteria=[{"id": "a"}])
    given = said(criteria={"a": answer})
    assert value_of({"criterion": "a", "below": "met"}, parts, given) is below_met
    assert value_of({"criterion": "a", "below": "partial"}, parts, given) is below_partial


def test_points_of_an_open_criterion_are_unknown_and_of_one_out_of_play_false():
    parts = plain(criteria=[{"id": "a"}, {"id": "b", "when": {"fact": "inhabitants", "below": 2000}}])
    given = said(inhabitants=5000, criteria={"b": "unmet"})
    assert value_of({"criterion": "a", "below": "met"}, parts, given) is None
    assert value_of({"criterion": "b", "below": "met"}, parts, given) is False
    assert value_of({"criterion": "b", "at-least": "met"}, parts, given) is False


@pytest.mark.parametrize(
    ("answer", "expected"), [("met", True), ("partial", False), ("unmet", False), ("unknown", None)]
)
def test_at_least_asks_for_the_points_of_a_status(answer, expected):
    parts = plain(criteria=[{"id": "a"}])
    assert value_of({"criterion": "a", "at-least": "met"}, parts, said(criteria={"a": answer})) is expected


COUNTED = plain(
    plans=[
        {"id": "kita", "feeds": ("education",)},
        {"id": "school", "feeds": ("education", "people"), "holder": "landkreis"},
        {"id": "budget", "feeds": ("finance",)},
    ]
)
AT_HAND = said(plans=[{"type": "kita"}, {"type": "kita", "format": "pdf"}, {"type": "budget", "format": "paper"}])


@pytest.mark.parametrize(
    ("count", "number"),
    [
        ({"plans": ["kita", "school", "budget"], "verdict": ["take-over", "update"]}, 2),
        ({"plans": ["kita", "budget"], "verdict": ["take-over"]}, 1),
        ({"chapters": ["education"], "verdict": ["take-over", "request"]}, 2),
        ({"chapters": ["people", "finance"], "verdict": ["missing"]}, 0),
        ({"chapters": ["education"], "format": ["pdf"]}, 1),
        ({"chapters": ["education", "finance"], "format": ["pdf", "paper"]}, 2),
        ({"plans": ["school"], "format": ["editable", "pdf", "paper"]}, 0),
        ({"plans": ["unheard-of"], "verdict": ["missing"]}, 0),
    ],
)
def test_plan_types_are_counted_by_best_verdict_or_by_format_at_hand(count, number):
    assert value_of({**count, "at-least": number + 1}, COUNTED, AT_HAND) is False
    assert value_of({**count, "below": number + 1}, COUNTED, AT_HAND) is True
    assert number == 0 or value_of({**count, "at-least": number}, COUNTED, AT_HAND) is True


def test_a_requested_plan_has_no_format_at_hand():
    given = said(plans=[{"type": "kita", "state": "requested", "format": "pdf"}])
    assert value_of({"plans": ["kita"], "format": ["pdf"], "at-least": 1}, COUNTED, given) is False


def test_parts_and_facts_of_a_condition_are_found_at_any_depth():
    made = condition(TREE)
    assert [written(part) for part in parts_of(made)] == [
        TREE,
        {"fact": "a", "is": "x"},
        TREE["all"][1],
        TREE["all"][1]["not"],
        {"plan": "p", "available": True},
        {"fact": "b", "below": 2},
    ]
    assert list(facts_of(made)) == ["a", "b"]
    assert list(parts_of(None)) == []


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"fact": "a", "is": "b"}, k.FactIs),
        ({"fact": "a", "below": "2"}, k.FactRange),
        ({"plan": "a", "available": "true"}, k.PlanAvailable),
        ({"criterion": "a", "below": "met"}, k.CriterionPoints),
        ({"plans": []}, k.PlanCount),
        ({"chapters": []}, k.PlanCount),
        ({"all": []}, k.All),
        ({"any": []}, k.Any),
        ({"not": {}}, k.Not),
    ],
)
def test_the_keys_of_a_condition_say_which_it_is(raw, kind):
    one_of = k.Condition.__metadata__[0]
    assert k.Condition.__origin__.__args__[int(one_of.choose(raw))] is kind


@pytest.mark.parametrize("raw", [{}, {"below": "2"}, "text", None, ["all"]])
def test_what_has_no_such_key_is_no_condition(raw):
    assert k.Condition.__metadata__[0].choose(raw) is None


@settings(max_examples=60, deadline=None)
@given(cases(), st.data())
def test_any_condition_has_the_value_of_the_oracle(case, data):
    parts, given_answers = case
    plan_ids = [p["id"] for p in parts["plans"]]
    drawn = data.draw(conditions(parts["questions"], plan_ids, [c["id"] for c in parts["criteria"]] or ()))
    assessment = assessed(parts, given_answers)
    world = {"catalogue": parts, "answers": given_answers, "today": assessment.date}
    judgement = oracle.judge(parts, given_answers, assessment.date)
    world["criteria"] = {outcome["id"]: outcome for outcome in judgement["criteria"]}
    world["plans"] = judgement["plans"]
    world["best"] = {kind["id"]: oracle.best(kind, world) for kind in parts["plans"]}
    assert holds(condition(drawn), assessment.situation) is oracle.value(drawn, world)


@pytest.mark.parametrize("when", [None, True, False, "unknown"])
@pytest.mark.parametrize("unless", [None, True, False, "unknown"])
def test_sentence_stands_where_it_surely_holds_and_no_exception_surely_does(when, unless):
    first, second = (
        None if given is None else Fixed(value=None if given == "unknown" else given) for given in (when, unless)
    )
    assert stands(first, second, nothing()) is (when in {None, True} and unless is not True)
