"""Small catalogues and answers in the words of the YAML files: made into the values of the core, and told back."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from insek_cli.core import answers as a
from insek_cli.core import conditions as k
from insek_cli.core import entries as e
from insek_cli.core import vocabulary as v
from insek_cli.core.assessment import assess
from insek_cli.core.catalogue import Entries, catalogue_of
from insek_cli.core.outline import Chapter

TODAY = date(2026, 7, 1)
POINTS = {"met": 1, "partial": "0.5", "unmet": 0, "later": 0}
CRITERION = {"section": "one", "obligation": "should", "weight": 1, "days": (1, 1), "when": None, "quick": False}
QUESTION = {"kind": "choice", "choices": ("yes", "no"), "when": None, "quick": False}
PLAN = {
    "holder": "municipality",
    "force": "informational",
    "use": "full",
    "yellow": None,
    "red": None,
    "needs-resolution": False,
    "when": None,
    "feeds": (),
    "common": False,
}
ENTRY = {
    "state": "available",
    "data-year": 2026,
    "resolved": date(2026, 1, 1),
    "area": "whole",
    "format": "editable",
    "rights": "yes",
    "public": None,
    "superseded": False,
}
LEVEL = {"must": None, "secured": None, "should": None}
DRIVER = {"points": 1, "when": None, "per": None, "levers": ()}
LEVER = {"points": 1, "when": None, "open-when": None, "per": None}
PROGRAMME = {"gate": None, "needs": (), "closed": None}
CHECK = {"share": None, "fact": None, "years": None, "when": None}
PROFILE = {"base": 2, "medium": 6, "heavy": 12}


def plain(
    *,
    criteria=(),
    questions=(),
    plans=(),
    levels=({"id": "start"},),
    sections=("one",),
    chapters=(),
    points=POINTS,
    default=(2, 4),
    drivers=(),
    levers=(),
    profile=PROFILE,
    programmes=(),
    checks=(),
):
    """Return a catalogue as a plain dictionary, everything left out filled in."""
    return {
        "points": points,
        "effort-default": default,
        "sections": list(sections),
        "criteria": [{**CRITERION, **c} for c in criteria],
        "questions": [{**QUESTION, **q} for q in questions],
        "plans": [{**PLAN, **p} for p in plans],
        "levels": [{**LEVEL, **level} for level in levels],
        "chapters": [{"parent": None, **c} for c in chapters],
        "drivers": [{**DRIVER, **d} for d in drivers],
        "levers": [{**LEVER, **lever} for lever in levers],
        "profile": profile,
        "programmes": [{**PROGRAMME, **p} for p in programmes],
        "checks": [{**CHECK, **c} for c in checks],
    }


def said(*, inhabitants=None, facts=None, plans=(), criteria=None):
    """Return answers as a plain dictionary; a bare status is written out."""
    return {
        "inhabitants": inhabitants,
        "facts": facts or {},
        "plans": [{**ENTRY, **p} for p in plans],
        "criteria": {id_: {"status": x} if isinstance(x, str) else x for id_, x in (criteria or {}).items()},
    }


# Into the core ------------------------------------------------------------------------------------------------------


def condition(plain_condition):  # noqa: PLR0911 - one return per kind
    match plain_condition:
        case None:
            return None
        case {"all": parts}:
            return k.All(tuple(condition(part) for part in parts))
        case {"any": parts}:
            return k.Any(tuple(condition(part) for part in parts))
        case {"not": part}:
            return k.Not(condition(part))
        case {"fact": fact, "is": answer}:
            return k.FactIs(fact, answer)
        case {"fact": fact}:
            return k.FactRange(fact, _decimal(plain_condition.get("at-least")), _decimal(plain_condition.get("below")))
        case {"plan": plan, "available": available}:
            return k.PlanAvailable(plan, available)
        case {"criterion": criterion}:
            bars = {key: k.Bar(plain_condition[key]) for key in ("at-least", "below") if key in plain_condition}
            return k.CriterionPoints(criterion, bars.get("at-least"), bars.get("below"))
        case _:
            return k.PlanCount(
                tuple(plain_condition.get("plans", ())),
                tuple(plain_condition.get("chapters", ())),
                tuple(k.Verdict(verdict) for verdict in plain_condition.get("verdict", ())),
                tuple(k.PlanFormat(form) for form in plain_condition.get("format", ())),
                plain_condition.get("at-least"),
                plain_condition.get("below"),
            )


def _decimal(number):
    return None if number is None else Decimal(number)


def catalogue(parts):
    """Return the catalogue of the core for a plain one."""
    return catalogue_of(entries(parts))


def entries(parts):
    return Entries(
        head=_head(parts),
        profile=e.Profile(*(Decimal(parts["profile"][key]) for key in ("base", "medium", "heavy")), _ASSUMED, "t"),
        questions=tuple(_question(q) for q in parts["questions"]),
        criteria={s: tuple(_criterion(c) for c in parts["criteria"] if c["section"] == s) for s in parts["sections"]},
        plans=tuple(_plan(p) for p in parts["plans"]),
        drivers=tuple(_driver(d) for d in parts["drivers"]),
        levers=tuple(_lever(lever) for lever in parts["levers"]),
        cases=(),
        programmes=tuple(_programme(p) for p in parts["programmes"]),
        chapters=tuple(Chapter(c["id"], "t", (), parent=c["parent"]) for c in parts["chapters"]),
        support=(),
        sources=(),
        checks=tuple(
            e.Check(
                c["id"],
                v.CheckKind(c["kind"]),
                "t",
                "t",
                "t",
                _decimal(c["share"]),
                fact=c["fact"],
                years=c["years"],
                when=condition(c["when"]),
            )
            for c in parts["checks"]
        ),
    )


_ASSUMED = v.Proof.ASSUMPTION


def _head(parts):
    return e.Head(
        "small",
        "2026.1",
        "Entwurf",
        "t",
        e.Points(*(Decimal(parts["points"][status]) for status in ("met", "partial", "unmet", "later"))),
        _effort(parts["effort-default"]),
        tuple(_level(level) for level in parts["levels"]),
        tuple(e.Section(section, "t", "t") for section in parts["sections"]),
    )


def _effort(days):
    return None if days is None else e.Effort((Decimal(days[0]), Decimal(days[1])), _ASSUMED)


def _level(level):
    bar = None if level["must"] is None else k.Bar(level["must"])
    return e.Level(level["id"], "t", "t", bar, _decimal(level["secured"]), _decimal(level["should"]))


def _question(q):
    choices = tuple(e.Choice(choice, "t") for choice in q["choices"]) if q["kind"] == "choice" else ()
    kind = v.QuestionKind(q["kind"])
    return e.Question(q["id"], "t", kind, choices=choices, when=condition(q["when"]), quick=q["quick"])


def _criterion(c):
    return e.Criterion(
        c["id"],
        "t",
        "t",
        v.Obligation(c["obligation"]),
        v.Ground.LEAN,
        c["weight"],
        "t",
        "t",
        "t",
        "t",
        _ASSUMED,
        (),
        (),
        effort=_effort(c["days"]),
        when=condition(c["when"]),
        quick=c["quick"],
    )


def _plan(p):
    return e.PlanType(
        p["id"],
        "t",
        "t",
        duty=False,
        force=v.Force(p["force"]),
        holder=v.Holder(p["holder"]),
        level="t",
        feeds=tuple(e.Feed(chapter, (v.Take.DATA,), "t") for chapter in p["feeds"]),
        content="t",
        form="t",
        pitfalls=(),
        proof=_ASSUMED,
        sources=(),
        use=v.Use(p["use"]),
        yellow=p["yellow"],
        red=p["red"],
        common=p["common"],
        needs_resolution=p["needs-resolution"],
        when=condition(p["when"]),
    )


def _per(per):
    if per is None:
        return None
    verdicts = tuple(k.Verdict(verdict) for verdict in per.get("verdict", ()))
    return e.Per(per["each"], per.get("fact"), verdicts, per.get("above", 0), per.get("most"))


def _driver(d):
    return e.Driver(
        d["id"],
        "t",
        "t",
        "t",
        Decimal(d["points"]),
        tuple(d["levers"]),
        _ASSUMED,
        (),
        when=condition(d["when"]),
        per=_per(d["per"]),
    )


def _lever(lever):
    return e.Lever(
        lever["id"],
        "t",
        "t",
        "t",
        _ASSUMED,
        (),
        points=_decimal(lever["points"]),
        when=condition(lever["when"]),
        open_when=condition(lever["open-when"]),
        per=_per(lever["per"]),
    )


def _programme(p):
    kind = v.ProgrammeKind.MEASURES
    return e.Programme(
        p["id"], "t", kind, "t", "t", "t", _ASSUMED, (), gate=condition(p["gate"]), needs=p["needs"], closed=p["closed"]
    )


def answers(parts):
    """Return the answers of the core for plain ones."""
    return a.Answers(
        a.Municipality("Musterdorf", inhabitants=parts["inhabitants"]),
        parts["facts"],
        tuple(plan(p) for p in parts["plans"]),
        {id_: criterion_answer(**x) for id_, x in parts["criteria"].items()},
    )


def criterion_answer(status, reason=None, evidence=None):
    return a.CriterionAnswer(v.Status(status), evidence=evidence, reason=reason)


def plan(p):
    return a.PlanEntry(
        p["type"],
        data_year=p["data-year"],
        resolved=p["resolved"],
        area=None if p["area"] is None else a.Area(p["area"]),
        format=None if p["format"] is None else k.PlanFormat(p["format"]),
        rights=None if p["rights"] is None else a.Rights(p["rights"]),
        public=p["public"],
        superseded=p["superseded"],
        state=a.EntryState(p["state"]),
    )


def assessed(parts, given, today=TODAY):
    """Return the assessment of plain answers by a plain catalogue."""
    return assess(catalogue(parts), answers(given), today)


# And told back ------------------------------------------------------------------------------------------------------


def told(assessment):
    """Return an assessment in the words of the oracle."""
    halves = _halves
    return {
        "criteria": [_outcome(outcome) for outcome in assessment.outcomes],
        "total": _tally(assessment.total),
        "sections": {part.section.id: _tally(part.tally) for part in assessment.sections},
        "level": (assessment.level.certain.id, assessment.level.possible.id),
        "substance": {"chapters": assessment.substance.chapters, "fed": assessment.substance.fed},
        "waived": {"count": assessment.waived.count, "share": assessment.waived.share},
        "gaps": ids(assessment.gaps),
        "clarify": ids(assessment.clarify),
        "next_level": assessment.next_level and told_way(assessment.next_level),
        "days": tuple(map(halves, assessment.days)),
        "plans": [
            {"type": o.type.id, "entry": o.entry, "verdict": o.verdict.value, "reasons": sorted(o.reasons)}
            for o in assessment.plans
        ],
        "costs": told_costs(assessment.costs),
        "programmes": [(o.programme.id, o.status.value, list(o.blocked_by)) for o in assessment.programmes],
        "hints": [(hint.check.id, hint.place) for hint in assessment.hints],
    }


def told_way(way):
    return {"id": way.level.id, "gaps": ids(way.gaps), "days": tuple(map(_halves, way.days))}


def told_costs(costs):
    return {
        "drivers": [(f.driver.id, _halves(f.points), [lever.id for lever in f.levers]) for f in costs.drivers],
        "used": {use.lever.id: _halves(use.points) for use in costs.used},
        "offered": {lever.id for lever in costs.offered},
        "points": _halves(costs.points),
        "class": costs.effort.value,
    }


def ids(outcomes):
    return [outcome.criterion.id for outcome in outcomes]


def _halves(units):
    return Fraction(units, 2)


def _outcome(outcome):
    weighed = outcome.weighed
    return {
        "id": outcome.criterion.id,
        "section": weighed.section,
        "obligation": outcome.criterion.obligation.value,
        "weight": weighed.weight,
        "days": tuple(map(_halves, weighed.days)),
        "status": "open" if outcome.status is None else outcome.status.value,
        "applicable": outcome.applicable,
        "waived": outcome.waived,
        "unclear": outcome.unclear,
        "low": _halves(outcome.low),
        "high": _halves(outcome.high),
        "gap": outcome.gap,
    }


def _tally(tally):
    return {
        "points": tuple(map(_halves, (tally.secured, tally.possible, tally.most))),
        "secured": tally.secured_share,
        "possible": tally.possible_share,
    }


# The shipped catalogue in plain words --------------------------------------------------------------------------------


def plain_of(made):
    """Return a catalogue of the core as a plain dictionary."""
    files = made.entries
    return {
        "points": {status: getattr(made.head.points, status) for status in ("met", "partial", "unmet", "later")},
        "effort-default": made.head.effort_default.days,
        "sections": [section.id for section in made.head.sections],
        "criteria": [_plain_criterion(made, c) for c in made.criteria],
        "questions": [{"id": q.id, "kind": q.kind.value, "when": written(q.when)} for q in files.questions],
        "plans": [_plain_plan(p) for p in files.plans],
        "levels": [
            {key: getattr(level, key) for key in ("id", "must", "secured", "should")} for level in made.head.levels
        ],
        "chapters": [{"id": c.id, "parent": c.parent} for c in files.chapters],
        "drivers": [
            {"id": d.id, "points": d.points, "when": written(d.when), "per": _written_per(d.per), "levers": d.levers}
            for d in files.drivers
        ],
        "levers": [
            {
                "id": v.id,
                "points": v.points,
                "when": written(v.when),
                "open-when": written(v.open_when),
                "per": _written_per(v.per),
            }
            for v in files.levers
        ],
        "profile": {key: getattr(files.profile, key) for key in ("base", "medium", "heavy")},
        "programmes": [
            {"id": p.id, "gate": written(p.gate), "needs": p.needs, "closed": p.closed} for p in files.programmes
        ],
        "checks": [
            {
                "id": c.id,
                "kind": c.kind.value,
                "share": c.share,
                "fact": c.fact,
                "years": c.years,
                "when": written(c.when),
            }
            for c in files.checks
        ],
    }


def _plain_criterion(made, c):
    return {
        "id": c.id,
        "section": made.section_of[c.id].id,
        "obligation": c.obligation.value,
        "weight": c.weight,
        "days": c.effort and c.effort.days,
        "when": written(c.when),
    }


def _plain_plan(p):
    return {
        "id": p.id,
        "holder": p.holder.value,
        "force": p.force.value,
        "use": p.use.value,
        "yellow": p.yellow,
        "red": p.red,
        "needs-resolution": p.needs_resolution,
        "when": written(p.when),
        "feeds": [feed.chapter for feed in p.feeds],
    }


def _written_per(per):
    if per is None:
        return None
    what = {"fact": per.fact} if per.fact is not None else {"verdict": per.verdict}
    return {**what, "each": per.each, "above": per.above, "most": per.most}


def written(made):  # noqa: PLR0911 - one return per kind
    """Return a condition as it is written in a file."""
    match made:
        case None:
            return None
        case k.All(parts):
            return {"all": [written(part) for part in parts]}
        case k.Any(parts):
            return {"any": [written(part) for part in parts]}
        case k.Not(part):
            return {"not": written(part)}
        case k.FactIs(fact, answer):
            return {"fact": fact, "is": answer}
        case k.FactRange(fact, at_least, below):
            return {"fact": fact, **_given({"at-least": at_least, "below": below})}
        case k.PlanAvailable(plan_id, available):
            return {"plan": plan_id, "available": available}
        case k.CriterionPoints(criterion, at_least, below):
            return {"criterion": criterion, **_given({"at-least": at_least, "below": below})}
        case k.PlanCount(plans, chapters, verdict, form, at_least, below):
            parts = {"plans": plans, "chapters": chapters, "verdict": verdict, "format": form}
            return {
                **{key: words for key, words in parts.items() if words},
                **_given({"at-least": at_least, "below": below}),
            }
    raise ValueError(made)


def _given(keys):
    return {key: bound for key, bound in keys.items() if bound is not None}
