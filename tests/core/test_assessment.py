"""The whole judgement against a slow oracle, and four plausible municipalities with the levels intended."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import assess

from . import oracle
from .random_cases import ENTRIES, STATUSES, TODAYS, cases
from .small import TODAY, answers, assessed, plain_of, said, told

NEW = {"project": "new", "urban-funding": "no", "brownfields": "no"}
UPDATE = {"project": "update", "district-councils": "yes", "brownfields": "yes"}


@settings(max_examples=100, deadline=None)
@given(cases(costly=True, checked=True), TODAYS)
def test_the_core_says_what_the_oracle_says(case, today):
    expected = oracle.judge_with_way(*case, today, oracle.by_all_subsets)
    assert told(assessed(*case, today)) == expected


@pytest.mark.parametrize("seed", range(25))
def test_the_shipped_catalogue_is_judged_as_the_oracle_judges(catalogue, seed):
    parts, chance = plain_of(catalogue), Random(seed)  # noqa: S311 - no secret
    given_answers = random_answers(catalogue, chance)
    today = chance.choice([date(2026, 11, 22), date(2030, 1, 1)])
    expected = oracle.judge_with_way(parts, given_answers, today, oracle.by_table)
    assert told(assess(catalogue, answers(given_answers), today)) == expected


def random_answers(catalogue, chance):
    weights = [chance.random() for _ in STATUSES]
    reason = chance.choice([None, "gibt es hier nicht"])
    return said(
        inhabitants=chance.choice([None, 1400, 6480]),
        facts={question.id: fact(question, chance) for question in catalogue.question_order if chance.random() < 0.8},
        plans=[entry(catalogue, chance) for _ in range(chance.randrange(12))],
        criteria={
            c.id: {"status": chance.choices(STATUSES, weights)[0], "reason": reason}
            for c in catalogue.criteria
            if chance.random() < 0.9
        },
    )


def fact(question, chance):
    if question.choices:
        return chance.choice([None, *(choice.id for choice in question.choices)])
    return (
        chance.choice([None, 0, 2, 5, 70])
        if question.kind in {"number", "count"}
        else chance.choice([1999, 2021, None])
    )


def entry(catalogue, chance):
    given_keys = {
        "type": chance.choice(catalogue.entries.plans).id,
        "state": chance.choice(["available", "available", "requested", "none"]),
        "data-year": chance.choice([None, 2004, 2019, 2024, 2026]),
        "format": chance.choice(["editable", "pdf", None]),
        "rights": chance.choice(["yes", "no", "unclear"]),
        "area": chance.choice(["whole", "part"]),
    }
    assert given_keys.keys() - {"type"} <= ENTRIES.keys()
    return given_keys


def simulated(catalogue, inhabitants, facts, met=(), partial=(), unknown=()):
    """Return the assessment of a municipality whose other criteria are unmet, and what is told of it."""
    statuses = {criterion.id: "unmet" for criterion in catalogue.criteria}
    for status, listed in (("met", met), ("partial", partial), ("unknown", unknown)):
        assert set(listed) <= statuses.keys()
        statuses |= dict.fromkeys(listed, status)
    given_answers = said(inhabitants=inhabitants, facts=facts, criteria=statuses)
    return told(assess(catalogue, answers(given_answers), TODAY))


def assert_simulated(judgement, *, applicable, percent, should, musts, partial_musts, level):
    counted = [o for o in judgement["criteria"] if o["applicable"]]
    missing = [o for o in counted if o["obligation"] == "must" and o["gap"]]
    shoulds = [o for o in counted if o["obligation"] == "should"]
    share = sum(o["weight"] * o["low"] for o in shoulds) / sum(o["weight"] for o in shoulds)
    assert len(counted) == applicable
    assert abs(100 * judgement["total"]["secured"] - percent) < 2
    assert abs(100 * share - should) < 3
    assert (len(missing), sum(o["status"] == "partial" for o in missing)) == (musts, partial_musts)
    assert judgement["level"][0] == level


def test_case_a_without_a_concept_and_with_one_who_cares_is_at_the_start(catalogue):
    judgement = simulated(
        catalogue,
        1400,
        {**NEW, "stage": "none", "districts": 4, "district-councils": "no", "delivery": "own"},
        met=["responsible-person", "purpose-written"],
        partial=["plan-register", "plans-requested", "cooperation-checked", "no-unneeded-reports"],
    )
    assert_simulated(judgement, applicable=61, percent=6, should=7, musts=15, partial_musts=1, level="start")
    assert judgement["next_level"]["id"] == "underway"


def test_case_b_with_an_old_concept_and_two_districts_missing_is_underway(catalogue):
    judgement = simulated(
        catalogue,
        6500,
        {**UPDATE, "stage": "preparing", "existing-year": 2012, "districts": 9, "urban-funding": "planned"}
        | {"delivery": "mixed"},
        met=[
            "responsible-person",
            "purpose-written",
            "citizens-involved",
            "early-information",
            "swot",
            "goals-derived",
            "council-resolution",
            "superior-plans",
            "vision-plain",
            "published",
            "participation-plan",
            "delivery-decided",
            "sources-and-dates",
        ],
        partial=[
            "territory-complete",
            "topics-covered",
            "plan-register",
            "measures-complete",
            "measures-prioritised",
            "previous-review",
            "district-councils-heard",
            "timetable-cutoff",
            "essential-services",
            "inner-development",
            "housing-outlook",
            "district-profiles",
            "key-actors",
            "spatial-focus",
            "line-per-plan",
        ],
        unknown=["heat-plan-linked", "rights-checked", "running-costs", "third-party-agreed", "public-bodies-asked"],
    )
    assert_simulated(judgement, applicable=67, percent=33, should=24, musts=14, partial_musts=7, level="underway")
    assert abs(100 * judgement["total"]["possible"] - 38) < 2
    assert judgement["level"] == ("underway", "underway")


def test_case_c_with_a_thick_concept_and_two_musts_half_done_is_complete_at_the_core(catalogue):
    half = ["finance-overview", "measures-prioritised"]
    judgement = simulated(
        catalogue,
        13800,
        {**UPDATE, "stage": "resolved", "existing-year": 2021, "districts": 12, "urban-funding": "running"}
        | {"delivery": "office", "target-pages": 180},
        met=[c.id for c in catalogue.criteria if c.obligation == "must" and c.id not in half]
        + ["purpose-written", "responsible-person", "delivery-decided", "funding-before-order", "contract-handover"]
        + ["participation-plan", "youth-involved", "key-actors", "public-bodies-asked", "sources-and-dates"]
        + ["essential-services", "district-profiles", "inner-development", "housing-outlook", "goals-measurable"]
        + ["spatial-focus", "budget-aligned", "resolution-content", "published", "programme-links"]
        + ["climate-part", "inclusion-heard", "vision-plain"],
        partial=[
            *half,
            "feedback-published",
            "line-per-plan",
            "finance-scope",
            "cross-effects",
            "running-costs",
            "update-rule",
        ],
    )
    assert_simulated(judgement, applicable=68, percent=70, should=56, musts=2, partial_musts=2, level="core")
    assert judgement["next_level"]["id"] == "sound"
    assert sorted(judgement["next_level"]["gaps"]) == half


def test_case_d_with_a_lean_concept_just_resolved_is_lean_and_effective(catalogue):
    unmet = ["cooperation-checked", "third-party-agreed", "climate-part", "inclusion-heard", "contract-handover"]
    unmet += ["indicators-few"]
    partial = ["youth-involved", "feedback-published", "rights-checked", "housing-outlook", "running-costs"]
    partial += ["decisions-checked", "plan-conflicts", "heat-plan-linked", "public-bodies-asked", "cost-range"]
    partial += ["goals-measurable"]
    judgement = simulated(
        catalogue,
        4200,
        {**NEW, "stage": "resolved", "districts": 6, "district-councils": "yes", "delivery": "mixed"},
        met=[c.id for c in catalogue.criteria if c.id not in {*unmet, *partial}],
        partial=partial,
    )
    assert_simulated(judgement, applicable=64, percent=87, should=85, musts=0, partial_musts=0, level="effective")
    assert judgement["next_level"] is None


def test_preparation_alone_leads_away_from_the_start(catalogue):
    judgement = simulated(
        catalogue,
        1400,
        {**NEW, "stage": "preparing", "districts": 4, "district-councils": "no", "delivery": "own"},
        met=[
            "plan-register",
            "responsible-person",
            "page-budget",
            "timetable-cutoff",
            "official-forecast",
            "superior-plans",
            "finance-scope",
            "no-unneeded-reports",
            "delivery-decided",
            "purpose-written",
            "participation-plan",
            "line-per-plan",
            "plans-requested",
        ],
        partial=["early-information"],
    )
    assert judgement["level"][0] == "underway"


def test_nothing_answered_is_nothing_secured_and_everything_possible(catalogue):
    judgement = told(assess(catalogue, answers(said()), TODAY))
    assert (judgement["total"]["secured"], judgement["total"]["possible"]) == (0, 1)
    assert judgement["level"] == ("start", "effective")
    assert judgement["substance"] == {"chapters": 12, "fed": 0}
    assert len(judgement["clarify"]) == len(judgement["gaps"]) == len(catalogue.criteria)


def test_everything_met_is_the_last_level_without_gaps(catalogue):
    statuses = dict.fromkeys((criterion.id for criterion in catalogue.criteria), "met")
    judgement = told(assess(catalogue, answers(said(criteria=statuses)), TODAY))
    assert judgement["level"] == ("effective", "effective")
    assert (judgement["gaps"], judgement["next_level"], judgement["days"]) == ([], None, (0, 0))


def test_the_shipped_example_is_judged_at_the_day_given(example, catalogue, example_answers):
    assert example.date == date(2026, 11, 22)
    later = assess(catalogue, example_answers, date(2046, 11, 22))
    assert example.total == later.total
    assert sum(o.verdict == "unusable" for o in later.plans) > sum(o.verdict == "unusable" for o in example.plans)
