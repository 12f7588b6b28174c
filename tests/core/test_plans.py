"""What can be done with each plan."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.plans import age_of

from . import oracle
from .random_cases import ENTRIES, TODAYS, cases, plans_of
from .small import ENTRY, TODAY, assessed, plain, plan, said, told

SMALL_TOWN = {"fact": "inhabitants", "below": 2000}


def judged(kind, *entries, today=TODAY, **more):
    given_answers = said(plans=[{"type": "p", **entry} for entry in entries], **more)
    outcomes = told(assessed(plain(plans=[{"id": "p", **kind}]), given_answers, today))["plans"]
    return [(o["verdict"], o["reasons"]) for o in outcomes]


def verdict(kind, entry, today=TODAY):
    ((word, reasons),) = judged(kind, entry, today=today)
    return word, reasons


def test_a_plan_with_nothing_against_it_is_taken_over():
    assert verdict({"yellow": 5, "red": 10, "needs-resolution": True}, {}) == ("take-over", [])


@pytest.mark.parametrize(
    ("kind", "entry", "expected"),
    [
        ({}, {"superseded": True}, ("unusable", ["superseded"])),
        ({"force": "in-force"}, {"superseded": True}, ("unusable", ["superseded"])),
        ({}, {"rights": "no"}, ("reference", ["rights-refused"])),
        ({}, {"public": False}, ("reference", ["not-public"])),
        ({}, {"public": True}, ("take-over", [])),
        ({"use": "reference"}, {}, ("reference", ["reference-only"])),
        ({}, {"area": "part"}, ("update", ["area-part"])),
        ({}, {"area": "former"}, ("update", ["area-former"])),
        ({}, {"area": None}, ("update", ["area-unknown"])),
        ({}, {"format": "pdf"}, ("update", ["not-editable"])),
        ({}, {"format": "paper"}, ("update", ["not-editable"])),
        ({}, {"format": None}, ("update", ["format-unknown"])),
        ({"needs-resolution": True}, {"resolved": None}, ("update", ["no-resolution"])),
        ({}, {"resolved": None}, ("take-over", [])),
        ({}, {"rights": "unclear"}, ("update", ["rights-unclear"])),
        ({}, {"rights": None}, ("update", ["rights-unclear"])),
    ],
)
def test_what_speaks_against_a_plan_decides_its_verdict(kind, entry, expected):
    assert verdict(kind, entry) == expected


@pytest.mark.parametrize(
    ("limits", "year", "expected"),
    [
        ({"yellow": 5, "red": 10}, 2021, ("take-over", [])),
        ({"yellow": 5, "red": 10}, 2020, ("update", ["ageing"])),
        ({"yellow": 5, "red": 10}, 2016, ("update", ["ageing"])),
        ({"yellow": 5, "red": 10}, 2015, ("unusable", ["too-old"])),
        ({"yellow": 5}, 1950, ("update", ["ageing"])),
        ({"red": 10}, 2016, ("take-over", [])),
        ({"red": 10}, 2015, ("unusable", ["too-old"])),
        ({"yellow": 10, "red": 5}, 2020, ("unusable", ["too-old"])),
        ({"yellow": 0, "red": 0}, 2026, ("take-over", [])),
        ({"yellow": 5, "red": 10}, 2030, ("take-over", [])),
        ({}, 1900, ("take-over", [])),
        ({"yellow": 5, "red": 10, "force": "in-force"}, 2004, ("update", ["old-but-in-force"])),
        ({"yellow": 5, "red": 10, "force": "in-force"}, 2020, ("update", ["ageing"])),
    ],
)
def test_age_matters_where_the_type_has_a_limit(limits, year, expected):
    assert verdict(limits, {"data-year": year}) == expected


@pytest.mark.parametrize(
    ("limits", "expected"),
    [({}, "take-over"), ({"yellow": 5}, "update"), ({"red": 5}, "update"), ({"red": 5, "force": "in-force"}, "update")],
)
def test_an_unknown_age_matters_only_where_there_is_a_limit(limits, expected):
    word, reasons = verdict(limits, {"data-year": None, "resolved": None})
    assert word == expected
    assert reasons == (["age-unknown"] if limits else [])


@pytest.mark.parametrize(
    ("data_year", "resolved", "age"),
    [(2020, date(2025, 1, 1), 6), (None, date(2025, 12, 31), 1), (None, None, None), (2027, None, -1)],
)
def test_age_is_reckoned_by_the_data_and_else_by_the_resolution(data_year, resolved, age):
    assert age_of(plan({"type": "p", **ENTRY, "data-year": data_year, "resolved": resolved}), TODAY) == age


def test_age_changes_with_the_year_of_the_date_alone():
    entry = {"data-year": 2021}
    assert verdict({"yellow": 5}, entry, date(2026, 12, 31))[0] == "take-over"
    assert verdict({"yellow": 5}, entry, date(2027, 1, 1))[0] == "update"


def test_a_plan_tells_every_reason_and_the_gravest_decides():
    entry = {"superseded": True, "rights": "no", "area": "part", "format": "pdf", "resolved": None, "data-year": None}
    reasons = ["age-unknown", "area-part", "no-resolution", "not-editable", "rights-refused", "superseded"]
    assert verdict({"yellow": 5, "needs-resolution": True}, entry) == ("unusable", reasons)


def test_a_type_whose_condition_is_false_is_not_relevant_whatever_is_entered():
    kind = {"when": SMALL_TOWN, "holder": "landkreis"}
    assert judged(kind, inhabitants=5000) == [("not-relevant", ["condition-false"])]
    entries = [{}, {"state": "requested"}]
    assert judged(kind, *entries, inhabitants=5000) == [("not-relevant", ["condition-false"])] * 2
    assert judged(kind, {}) == [("take-over", [])]


@pytest.mark.parametrize(
    ("holder", "states", "expected"),
    [
        ("municipality", [], [("missing", ["not-at-hand"])]),
        ("landkreis", [], [("request", ["held-elsewhere"])]),
        ("municipality", ["none"], [("missing", ["not-at-hand"])]),
        ("landkreis", ["none"], [("request", ["held-elsewhere"])]),
        ("municipality", ["requested"], [("request", ["requested"])]),
        ("municipality", ["none", "requested"], [("request", ["requested"])] * 2),
    ],
)
def test_a_plan_not_at_hand_is_requested_from_its_holder_or_missing(holder, states, expected):
    assert judged({"holder": holder}, *[{"state": state} for state in states]) == expected


def test_beside_a_plan_at_hand_the_others_keep_their_own_verdict():
    entries = [{"state": "none"}, {"state": "requested"}, {"format": "pdf"}]
    assert [word for word, _ in judged({}, *entries)] == ["missing", "request", "update"]


@pytest.mark.parametrize(
    ("entries", "best"),
    [
        ([{"format": "pdf"}, {}], 1),
        ([{"superseded": True}, {"rights": "no"}, {"area": "part"}], 2),
        ([{"superseded": True}, {"rights": "no"}], 1),
        ([{"state": "requested"}, {"superseded": True}], 1),
        ([{"format": "pdf"}, {"format": "paper"}], 0),
        ([{"state": "none"}, {"state": "requested"}], 0),
    ],
)
def test_a_type_counts_with_its_best_entry_then_the_first(entries, best):
    given_answers = said(plans=[{"type": "p", **entry} for entry in entries])
    assert assessed(plain(plans=[{"id": "p"}]), given_answers).best_plans["p"].entry == best


def test_plans_come_in_the_order_of_their_types_with_their_place_in_the_file():
    parts = plain(plans=[{"id": "a"}, {"id": "b"}, {"id": "c"}])
    given_answers = said(plans=[{"type": "c"}, {"type": "a"}, {"type": "c"}])
    outcomes = told(assessed(parts, given_answers))["plans"]
    assert [(o["type"], o["entry"]) for o in outcomes] == [("a", 1), ("b", None), ("c", 0), ("c", 2)]


def test_substance_counts_topic_chapters_with_a_usable_plan():
    chapters = [{"id": "frame"}, {"id": "topics"}, *({"id": f"t{n}", "parent": "topics"} for n in range(5))]
    kinds = [
        {"id": "good", "feeds": ("t0", "frame")},
        {"id": "again", "feeds": ("t0", "t1")},
        {"id": "cited", "feeds": ("t2",), "use": "reference"},
        {"id": "old", "feeds": ("t3",)},
        {"id": "absent", "feeds": ("t4",)},
    ]
    entries = [
        {"type": "good"},
        {"type": "again", "format": "pdf"},
        {"type": "cited"},
        {"type": "old", "superseded": True},
    ]
    judgement = told(assessed(plain(plans=kinds, chapters=chapters), said(plans=entries)))
    assert judgement["substance"] == {"chapters": 5, "fed": 2}


@settings(max_examples=50, deadline=None)
@given(cases(criteria=0, kinds=3), TODAYS)
def test_plans_are_judged_as_the_oracle_judges(case, today):
    found, expected = told(assessed(*case, today)), oracle.judge(*case, today)
    assert (found["plans"], found["substance"]) == (expected["plans"], expected["substance"])


@settings(max_examples=60, deadline=None)
@given(plans_of(["p", "q"]), st.lists(st.fixed_dictionaries({"type": st.sampled_from("pq"), **ENTRIES}), max_size=4))
def test_the_order_of_plans_changes_no_verdict(kinds, entries):
    def verdicts(listed):
        found = told(assessed(plain(plans=kinds), said(plans=listed)))["plans"]
        return sorted((o["type"], o["verdict"], o["reasons"]) for o in found)

    assert verdicts(entries) == verdicts(entries[::-1])
