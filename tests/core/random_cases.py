"""Random small catalogues and random answers to them, in plain dictionaries."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from .small import plain, said

STATUSES = ["met", "partial", "unmet", "later", "unknown", "not-applicable"]
VERDICTS = ["take-over", "update", "reference", "unusable", "request", "missing", "not-relevant"]
POINTS = [
    {"met": 1, "partial": "0.5", "unmet": 0, "later": 0},
    {"met": 2, "partial": "0.5", "unmet": 0, "later": 0},
    {"met": 3, "partial": 2, "unmet": 1, "later": "0.5"},
]
CHAPTERS = [{"id": "frame"}, {"id": "topics"}] + [{"id": f"t{n}", "parent": "topics"} for n in range(4)]
SHARES = st.sampled_from([None, 0, "0.2", "0.3333", "0.5", "0.65", "0.6667", "0.8", 1])
DAYS = st.sampled_from([None, ("0.5", 1), (1, 1), (1, 2), ("0.5", "1.5"), (2, 6), (3, 3)])
BLANK = st.sampled_from([None, "", " \n", "weil"])
NUMBERS = [0, 1, 2, 3, Decimal("2.5"), 7, 12]
YEARS = [1999, 2012, 2021, 2026]
TODAYS = st.sampled_from([date(2026, 1, 1), date(2026, 12, 31), date(2027, 6, 30)])


def some(strategy, most, least=0):
    return st.lists(strategy, min_size=least, max_size=most)


def conditions(facts, plan_ids, criterion_ids=()):
    """Return conditions on these questions and plans, and with criteria the wide ones too."""
    leaves = [st.builds(lambda below: {"fact": "inhabitants", "below": below}, st.sampled_from([2000, 6000]))]
    leaves += [_fact_condition(fact) for fact in facts]
    if plan_ids:
        leaves.append(
            st.fixed_dictionaries({"plan": st.sampled_from(plan_ids), "available": st.booleans()}),
        )
    if criterion_ids:
        leaves += [_points_condition(criterion_ids), _count_condition(plan_ids)]
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(lambda parts: {"all": parts}, some(inner, 3)),
            st.builds(lambda parts: {"any": parts}, some(inner, 3)),
            st.builds(lambda part: {"not": part}, inner),
        ),
        max_leaves=4,
    )


def _fact_condition(fact):
    if fact["kind"] == "choice":
        return st.builds(lambda answer: {"fact": fact["id"], "is": answer}, st.sampled_from(["yes", "no"]))
    numbers = YEARS if fact["kind"] == "year" else NUMBERS
    return st.builds(
        lambda key, number: {"fact": fact["id"], key: number},
        st.sampled_from(["at-least", "below"]),
        st.sampled_from(numbers),
    )


def _points_condition(criterion_ids):
    return st.builds(
        lambda criterion, key, bar: {"criterion": criterion, key: bar},
        st.sampled_from(criterion_ids),
        st.sampled_from(["below", "at-least"]),
        st.sampled_from(["met", "partial"]),
    )


def _count_condition(plan_ids):
    which = [st.fixed_dictionaries({"chapters": some(st.sampled_from(["frame", "t0", "t1"]), 2, 1)})]
    if plan_ids:
        which.append(st.fixed_dictionaries({"plans": st.lists(st.sampled_from(plan_ids), min_size=1, unique=True)}))
    what = [
        st.fixed_dictionaries({"verdict": some(st.sampled_from(VERDICTS), 3, 1)}),
        st.fixed_dictionaries({"format": some(st.sampled_from(["editable", "pdf", "paper"]), 2, 1)}),
    ]
    bound = st.builds(lambda key, n: {key: n}, st.sampled_from(["at-least", "below"]), st.integers(1, 3))
    return st.builds(lambda *parts: {**parts[0], **parts[1], **parts[2]}, st.one_of(which), st.one_of(what), bound)


def or_none(strategy):
    return st.one_of(st.none(), strategy)


@st.composite
def questions_of(draw, plan_ids, most=4):
    """Return questions that depend on one another without a cycle, in any order."""
    made = []
    for number in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(["choice", "choice", "number", "year"]))
        when = draw(or_none(conditions(made, plan_ids)))
        made.append({"id": f"q{number}", "kind": kind, "when": when})
    return draw(st.permutations(made))


@st.composite
def plans_of(draw, ids):
    ages = or_none(st.integers(0, 8))
    return [
        {
            "id": id_,
            "holder": draw(st.sampled_from(["municipality", "landkreis"])),
            "force": draw(st.sampled_from(["in-force", "informational"])),
            "use": draw(st.sampled_from(["full", "full", "reference"])),
            "yellow": draw(ages),
            "red": draw(ages),
            "needs-resolution": draw(st.booleans()),
            "feeds": tuple(draw(some(st.sampled_from(["frame", "t0", "t1", "t2"]), 3))),
        }
        for id_ in ids
    ]


@st.composite
def criteria_of(draw, most, when):
    sections = draw(st.sampled_from([("one",), ("one", "two", "three")]))
    made = [
        {
            "id": f"c{number}",
            "section": draw(st.sampled_from(sections)),
            "obligation": draw(st.sampled_from(["must", "should", "should", "may"])),
            "weight": draw(st.integers(1, 5)),
            "days": draw(DAYS),
            "when": draw(when),
        }
        for number in range(draw(st.integers(0, most)))
    ]
    return sections, sorted(made, key=lambda c: sections.index(c["section"]))


@st.composite
def levels_of(draw):
    asked = st.fixed_dictionaries(
        {"must": st.sampled_from([None, "partial", "met"]), "secured": SHARES, "should": SHARES}
    )
    return [{"id": f"l{number}", **draw(asked)} for number in range(draw(st.integers(1, 4)))]


ENTRIES = {
    "state": st.sampled_from(["available", "available", "available", "requested", "none"]),
    "data-year": or_none(st.integers(2015, 2028)),
    "resolved": or_none(st.dates(date(2015, 1, 1), date(2026, 12, 31))),
    "area": st.sampled_from(["whole", "whole", "part", "former", None]),
    "format": st.sampled_from(["editable", "editable", "pdf", "paper", None]),
    "rights": st.sampled_from(["yes", "yes", "no", "unclear", None]),
    "public": st.sampled_from([None, None, True, False]),
    "superseded": st.sampled_from([False, False, False, True]),
}


@st.composite
def answers_of(draw, parts):
    answer = st.fixed_dictionaries({"status": st.sampled_from(STATUSES)}, optional={"reason": BLANK, "evidence": BLANK})
    facts = {q["id"]: _fact_answer(q["kind"]) for q in parts["questions"]}
    plan_ids = [p["id"] for p in parts["plans"]]
    entry = st.fixed_dictionaries({"type": st.sampled_from(plan_ids), **ENTRIES}) if plan_ids else st.nothing()
    return said(
        inhabitants=draw(st.sampled_from([None, 1400, 2000, 6480])),
        facts=draw(st.fixed_dictionaries({}, optional=facts)),
        plans=draw(some(entry, 4)) if plan_ids else (),
        criteria=draw(st.fixed_dictionaries({}, optional={c["id"]: answer for c in parts["criteria"]})),
    )


def _fact_answer(kind):
    return st.sampled_from({"choice": ["yes", "no", None], "year": [*YEARS, None]}.get(kind, [*NUMBERS, None]))


@st.composite
def cases(draw, *, criteria=5, kinds=2, costly=False, checked=False):
    """Return a plain catalogue and answers to it."""
    plan_ids = [f"p{number}" for number in range(draw(st.integers(0, kinds)))]
    questions = draw(questions_of(plan_ids))
    narrow = or_none(conditions(questions, plan_ids))
    plans = [{**p, "when": draw(narrow)} for p in draw(plans_of(plan_ids))]
    sections, listed = draw(criteria_of(criteria, narrow))
    wide = or_none(conditions(questions, plan_ids, [c["id"] for c in listed])) if listed else narrow
    extra = {
        **(draw(costs_of(questions, wide, listed)) if costly else {}),
        **(draw(checks_of(wide)) if checked else {}),
    }
    parts = plain(
        criteria=listed,
        questions=questions,
        plans=plans,
        levels=draw(levels_of()),
        sections=sections,
        chapters=CHAPTERS,
        points=draw(st.sampled_from(POINTS)),
        **extra,
    )
    return parts, draw(answers_of(parts))


@st.composite
def costs_of(draw, questions, wide, listed):
    halves = st.sampled_from([0, "0.5", 1, "1.5", 3])
    bounds = {"each": st.integers(1, 3)}
    bounds_optional = {"above": st.integers(0, 3), "most": st.integers(1, 3)}
    numbers = [q["id"] for q in questions if q["kind"] == "number"] + ["inhabitants"]
    per = or_none(
        st.one_of(
            st.fixed_dictionaries({"fact": st.sampled_from(numbers), **bounds}, optional=bounds_optional),
            st.fixed_dictionaries(
                {"verdict": some(st.sampled_from(VERDICTS), 3, 1), **bounds}, optional=bounds_optional
            ),
        )
    )
    lever_ids = [f"v{number}" for number in range(draw(st.integers(0, 3)))]
    needs = some(st.sampled_from([c["id"] for c in listed]), 2) if listed else st.just([])
    return {
        "levers": [
            {"id": id_, "points": draw(or_none(halves)), "when": draw(wide), "open-when": draw(wide), "per": draw(per)}
            for id_ in lever_ids
        ],
        "drivers": [
            {
                "id": f"d{number}",
                "points": draw(halves),
                "when": draw(wide),
                "per": draw(per),
                "levers": draw(st.lists(st.sampled_from(lever_ids), unique=True)) if lever_ids else [],
            }
            for number in range(draw(st.integers(0, 3)))
        ],
        "profile": {"base": draw(halves), "medium": draw(halves), "heavy": draw(st.sampled_from([2, 4, "4.5"]))},
        "programmes": [
            {
                "id": f"g{number}",
                "gate": draw(wide),
                "needs": tuple(draw(needs)),
                "closed": draw(st.sampled_from([None, None, date(2026, 12, 30), date(2026, 12, 31), "beendet"])),
            }
            for number in range(draw(st.integers(0, 2)))
        ],
    }


@st.composite
def checks_of(draw, wide):
    kinds = ["without-evidence", "without-reason", "unconditional-must", "plan-age", "plan-undated", "hidden-answer"]
    listed = [{"id": kind, "kind": kind} for kind in kinds]
    listed.append({"id": "waived", "kind": "waived-share", "share": draw(st.sampled_from(["0.15", "0.5", 0]))})
    listed.append({"id": "contradiction", "kind": "contradiction", "when": draw(wide)})
    return {"checks": draw(st.permutations(listed))}


@st.composite
def level_cases(draw, criteria=11):
    """Return a catalogue of criteria and levels alone, and answers that often end below the last level."""
    sections, listed = draw(criteria_of(criteria, st.none()))
    parts = plain(criteria=listed, levels=draw(levels_of()), sections=sections, points=draw(st.sampled_from(POINTS)))
    status = st.sampled_from(
        [{"status": status} for status in STATUSES] + [{"status": "not-applicable", "reason": "x"}]
    )
    given = draw(st.fixed_dictionaries({}, optional={c["id"]: status for c in listed}))
    return parts, said(criteria=given)
