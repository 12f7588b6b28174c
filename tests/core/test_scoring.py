"""Judging and counting criteria."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.scoring import MAY, MUST, SHOULD, Waived, gaps, has_evidence, has_reason, tally, to_clarify

from . import oracle
from .random_cases import STATUSES, cases
from .small import assessed, criterion_answer, ids, plain, said, told

REASON = {"status": "not-applicable", "reason": "gibt es hier nicht"}
SMALL_TOWN = {"fact": "inhabitants", "below": 2000}
COUNTED = ("total", "sections", "level", "gaps", "clarify", "next_level", "days", "waived", "programmes", "costs")


def judged(criteria, answers, **more):
    return told(assessed(plain(criteria=criteria), said(criteria=answers, **more)))


def span(judgement):
    return judgement["total"]["secured"], judgement["total"]["possible"]


@pytest.mark.parametrize(
    ("answer", "secured", "possible"),
    [
        ("met", 1, 1),
        ("partial", Fraction(1, 2), Fraction(1, 2)),
        ("unmet", 0, 0),
        ("later", 0, 0),
        ("unknown", 0, 1),
        ("not-applicable", 0, 1),
        ({"status": "not-applicable", "reason": " \n"}, 0, 1),
    ],
)
def test_an_answer_gives_points_secured_and_possible(answer, secured, possible):
    assert span(judged([{"id": "a"}], {"a": answer})) == (secured, possible)


def test_an_open_criterion_is_possible_but_not_secured():
    assert span(judged([{"id": "a"}], {})) == (0, 1)


def test_shares_are_weighted():
    listed = [{"id": "a", "weight": 3}, {"id": "b", "weight": 2}, {"id": "c", "weight": 1}]
    judgement = judged(listed, {"a": "met", "b": "partial"})
    assert judgement["total"]["points"] == (4, 5, 6)
    assert span(judgement) == (Fraction(2, 3), Fraction(5, 6))


def test_with_nothing_applicable_the_share_is_nothing_and_not_zero():
    listed = [{"id": "a"}, {"id": "b", "when": SMALL_TOWN}]
    judgement = judged(listed, {"a": REASON, "b": "met"}, inhabitants=5000)
    assert span(judgement) == (None, None)
    assert judgement["sections"]["one"]["secured"] is None


@pytest.mark.parametrize(
    ("criterion", "waived"),
    [
        ({"obligation": "must"}, False),
        ({"obligation": "must", "when": SMALL_TOWN}, True),
        ({"obligation": "should"}, True),
        ({"obligation": "may"}, True),
    ],
)
def test_an_unconditional_must_cannot_be_waved_away(criterion, waived):
    (outcome,) = judged([{"id": "a", **criterion}], {"a": REASON})["criteria"]
    assert (outcome["waived"], outcome["applicable"], outcome["unclear"]) == (waived, not waived, not waived)


def test_a_false_condition_takes_a_criterion_out_whatever_its_answer():
    for answer in (*STATUSES, REASON):
        listed = [{"id": "a", "obligation": "must", "when": SMALL_TOWN}, {"id": "b"}]
        judgement = judged(listed, {"a": answer, "b": "partial"}, inhabitants=2000)
        assert span(judgement) == (Fraction(1, 2), Fraction(1, 2))
        assert judgement["waived"] == {"count": 0, "share": 0}
        assert judgement["gaps"] == ["b"]


def test_an_unknown_condition_counts_as_applicable():
    assert span(judged([{"id": "a", "when": SMALL_TOWN}], {"a": "unmet"})) == (0, 0)


def test_what_is_waved_away_is_counted_by_number_and_weight():
    listed = [
        {"id": "a", "weight": 3},
        {"id": "b", "weight": 5},
        {"id": "c", "obligation": "must", "weight": 4},
        {"id": "d", "when": SMALL_TOWN, "weight": 9},
    ]
    judgement = judged(listed, {"a": REASON, "b": "met", "c": REASON}, inhabitants=5000)
    assert judgement["waived"] == {"count": 1, "share": Fraction(1, 4)}
    assert Waived(0, 0, 0).share == 0


def test_gaps_come_by_obligation_then_gain_per_day_then_catalogue_order():
    listed = [
        {"id": "may", "obligation": "may", "weight": 9},
        {"id": "slow", "weight": 3, "days": (3, 5)},
        {"id": "first", "weight": 2, "days": (1, 3)},
        {"id": "same", "weight": 2, "days": (2, 2)},
        {"id": "half", "weight": 3, "days": (1, 1)},
        {"id": "must", "obligation": "must", "days": (20, 40)},
        {"id": "met", "weight": 9},
    ]
    answers = {"half": "partial", "slow": "later", "met": "met", "same": "unknown"}
    assert judged(listed, answers)["gaps"] == ["must", "half", "first", "same", "slow", "may"]


def test_what_to_clarify_comes_by_obligation_then_weight_then_catalogue_order():
    listed = [
        {"id": "may", "obligation": "may", "weight": 9},
        {"id": "light"},
        {"id": "open", "weight": 3, "days": (5, 9)},
        {"id": "unknown", "weight": 3},
        {"id": "must", "obligation": "must"},
        {"id": "waived", "weight": 5},
        {"id": "idle", "weight": 2},
        {"id": "unmet", "weight": 8},
    ]
    answers = {"unknown": "unknown", "must": REASON, "waived": REASON, "idle": "not-applicable", "unmet": "unmet"}
    assert judged(listed, answers)["clarify"] == ["must", "open", "unknown", "idle", "light", "may"]


def test_a_reason_or_evidence_of_blanks_is_none():
    assert [has_reason(criterion_answer("met", reason=text)) for text in (None, "", " \n", "x")] == [False] * 3 + [True]
    assert [has_evidence(criterion_answer("met", evidence=text)) for text in (None, " ", "x")] == [False, False, True]


def test_ranks_are_in_order_and_nothing_sums_to_nothing():
    assert (MUST, SHOULD, MAY) == (0, 1, 2)
    assert tally((), 2).secured_share is None
    assert tally((), 2).possible_share is None
    assert gaps(()) == to_clarify(()) == ()


@settings(max_examples=40, deadline=None)
@given(cases(criteria=8))
def test_criteria_are_counted_as_the_oracle_counts(case):
    parts, answers = case
    found, expected = told(assessed(parts, answers)), oracle.judge(parts, answers, assessed(parts, answers).date)
    for key in ("criteria", "total", "sections", "waived", "gaps", "clarify", "days"):
        assert found[key] == expected[key], key


@settings(max_examples=40, deadline=None)
@given(cases())
def test_sections_add_up_and_the_span_is_never_negative(case):
    judgement = told(assessed(*case))
    sums = [part["points"] for part in judgement["sections"].values()]
    assert tuple(map(sum, zip(*sums, strict=True))) == judgement["total"]["points"]
    secured, possible, most = judgement["total"]["points"]
    assert 0 <= secured <= possible <= most


def answered(answers, criterion, answer):
    return {**answers, "criteria": {**answers["criteria"], criterion: answer}}


def standing(parts, judgement):
    places = [level["id"] for level in parts["levels"]]
    secured, possible = (0 if share is None else share for share in span(judgement))
    certain, best = judgement["level"]
    return secured, possible, places.index(certain), places.index(best)


@settings(max_examples=40, deadline=None)
@given(cases(), st.data())
def test_a_better_answer_never_lowers_a_score(case, data):
    parts, answers = case
    if parts["criteria"]:
        criterion = data.draw(st.sampled_from([c["id"] for c in parts["criteria"]]))
        before = answered(answers, criterion, {"status": data.draw(st.sampled_from(["unmet", "later", "partial"]))})
        worse, better = (
            standing(parts, told(assessed(parts, said_answers)))
            for said_answers in (before, answered(answers, criterion, {"status": "met"}))
        )
        assert all(low <= high for low, high in zip(worse, better, strict=True))


@settings(max_examples=40, deadline=None)
@given(cases(), st.data())
def test_an_answer_to_something_unclear_narrows_the_span(case, data):
    parts, answers = case
    unclear = told(assessed(parts, answers))["clarify"]
    if unclear:
        known = {"status": data.draw(st.sampled_from(["met", "partial", "unmet", "later"]))}
        after = answered(answers, data.draw(st.sampled_from(unclear)), known)
        old, new = (standing(parts, told(assessed(parts, x))) for x in (answers, after))
        assert (old[0] <= new[0], new[1] <= old[1]) == (True, True)
        assert (old[2] <= new[2], new[3] <= old[3]) == (True, True)


@settings(max_examples=40, deadline=None)
@given(cases(costly=True), st.randoms())
def test_the_order_of_answers_is_irrelevant(case, shuffled):
    parts, answers = case

    def mixed(mapping):
        items = list(mapping.items())
        shuffled.shuffle(items)
        return dict(items)

    other = {**answers, "facts": mixed(answers["facts"]), "criteria": mixed(answers["criteria"])}
    assert told(assessed(parts, other)) == told(assessed(parts, answers))


@settings(max_examples=40, deadline=None)
@given(cases(costly=True))
def test_hidden_answers_count_for_nothing(case):
    parts, answers = case
    assessment = assessed(parts, answers)
    out_of_play = set(ids(o for o in assessment.outcomes if not o.applicable and not o.waived))
    without = {
        **answers,
        "facts": {fact: x for fact, x in answers["facts"].items() if fact not in assessment.situation.hidden},
        "criteria": {id_: x for id_, x in answers["criteria"].items() if id_ not in out_of_play},
    }
    before, after = told(assessment), told(assessed(parts, without))
    assert {key: before[key] for key in COUNTED} == {key: after[key] for key in COUNTED}
    assert before["plans"] == after["plans"]
