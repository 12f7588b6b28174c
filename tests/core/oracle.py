"""A second, slow reckoning of the rules of scoring, in plain dictionaries; imports nothing from the program.

The catalogue is written like its YAML files, answers like an answer file; left-out keys are None or empty.
Points and days are whole numbers or texts ("0.5"); everything is reckoned in fractions.
"""

from fractions import Fraction
from itertools import combinations
from math import ceil

RANKS = ["must", "should", "may"]
BEST = ["take-over", "update", "reference", "unusable"]


def judge(catalogue, answers, today):
    """Return everything but the shortest way."""
    world = {"catalogue": catalogue, "answers": answers, "today": today}
    world["criteria"] = {c["id"]: judged(c, world) for c in catalogue["criteria"]}
    world["plans"] = [outcome for kind in catalogue["plans"] for outcome in plan_outcomes(kind, world)]
    world["best"] = {kind["id"]: best(kind, world) for kind in catalogue["plans"]}
    outcomes = list(world["criteria"].values())
    gaps = gaps_in_order(outcomes, world)
    certain, possible = level(outcomes, "low", world), level(outcomes, "high", world)
    return {
        "criteria": outcomes,
        "total": sums(outcomes, world),
        "sections": {s: sums([o for o in outcomes if o["section"] == s], world) for s in catalogue["sections"]},
        "level": (catalogue["levels"][certain]["id"], catalogue["levels"][possible]["id"]),
        "substance": substance(world),
        "waived": waived(outcomes),
        "gaps": [gap["id"] for gap in gaps],
        "clarify": clarify(outcomes),
        "days": tuple(sum((gap["days"][end] for gap in gaps), Fraction(0)) for end in (0, 1)),
        "plans": world["plans"],
        "costs": costs(world),
        "programmes": [programme(p, world) for p in catalogue["programmes"]],
        "hints": [(check["id"], place) for check in catalogue["checks"] for place in hints(check, world)],
    }


def judge_with_way(catalogue, answers, today, shortest):
    """Return everything; shortest: one of the two reckonings of the shortest way."""
    judgement = judge(catalogue, answers, today)
    world = {"catalogue": catalogue, "answers": answers, "today": today}
    gaps = gaps_in_order(judgement["criteria"], world)
    certain = [asked["id"] for asked in catalogue["levels"]].index(judgement["level"][0])
    return {**judgement, "next_level": way(judgement["criteria"], gaps, certain, world, shortest)}


# Conditions ---------------------------------------------------------------------------------------------------------


def value(condition, world):  # noqa: PLR0911 - one return per kind
    if condition is None:
        return True
    if "all" in condition:
        return worst([value(part, world) for part in condition["all"]])
    if "any" in condition:
        return opposite(worst([opposite(value(part, world)) for part in condition["any"]]))
    if "not" in condition:
        return opposite(value(condition["not"], world))
    if "fact" in condition:
        return fact_value(condition, world)
    if "plan" in condition:
        states = [plan["state"] for plan in world["answers"]["plans"] if plan["type"] == condition["plan"]]
        return (("available" in states) == condition["available"]) if states else None
    if "criterion" in condition:
        return criterion_value(condition, world)
    return in_bounds(sum(counts(kind, condition, world) for kind in world["catalogue"]["plans"]), condition)


def worst(values):
    return False if False in values else None if None in values else True


def opposite(outcome):
    return None if outcome is None else not outcome


def answer_to(fact, world):
    if fact == "inhabitants":
        return world["answers"]["inhabitants"]
    return world["answers"]["facts"].get(fact)


def is_hidden(fact, world):
    return any(q["id"] == fact and value(q["when"], world) is False for q in world["catalogue"]["questions"])


def fact_value(condition, world):
    if is_hidden(condition["fact"], world):
        return False
    answer = answer_to(condition["fact"], world)
    if answer is None:
        return None
    return answer == condition["is"] if "is" in condition else in_bounds(answer, condition)


def in_bounds(number, condition):
    low, high = condition.get("at-least"), condition.get("below")
    return (low is None or number >= low) and (high is None or number < high)


def criterion_value(condition, world):
    outcome = world["criteria"][condition["criterion"]]
    if not outcome["applicable"]:
        return False
    if outcome["unclear"]:
        return None
    points = {name: points_of(name, world) for name in ("met", "partial")}
    return in_bounds(outcome["low"], {key: points[bar] for key, bar in condition.items() if key != "criterion"})


def counts(kind, condition, world):
    if "plans" in condition and kind["id"] not in condition["plans"]:
        return False
    if "chapters" in condition and not set(kind["feeds"]) & set(condition["chapters"]):
        return False
    if "verdict" in condition:
        return world["best"][kind["id"]]["verdict"] in condition["verdict"]
    if world["best"][kind["id"]]["verdict"] == "not-relevant":
        return False
    entries = [p for p in world["answers"]["plans"] if p["type"] == kind["id"] and p["state"] == "available"]
    return any(plan["format"] in condition["format"] for plan in entries)


# Points -------------------------------------------------------------------------------------------------------------


def points_of(status, world):
    return Fraction(world["catalogue"]["points"][status])


def judged(criterion, world):
    answer = world["answers"]["criteria"].get(criterion["id"], {"status": "open"})
    status, reason = answer["status"], answer.get("reason") or ""
    conditional = criterion["when"] is not None
    possible = value(criterion["when"], world) is not False
    away = possible and status == "not-applicable" and bool(reason.strip())
    away = away and (conditional or criterion["obligation"] != "must")
    unclear = possible and not away and status in {"open", "unknown", "not-applicable"}
    sure = possible and not away and not unclear
    return {
        **{key: criterion[key] for key in ("id", "section", "obligation", "weight")},
        "days": tuple(Fraction(day) for day in criterion["days"] or world["catalogue"]["effort-default"]),
        "status": status,
        "applicable": possible and not away,
        "waived": away,
        "unclear": unclear,
        "low": points_of(status, world) if sure else Fraction(0),
        "high": points_of(status, world) if sure else points_of("met", world) if unclear else Fraction(0),
        "gap": possible and not away and status != "met",
    }


def sums(outcomes, world):
    counted = [o for o in outcomes if o["applicable"]]
    secured = sum((o["weight"] * o["low"] for o in counted), Fraction(0))
    possible = sum((o["weight"] * o["high"] for o in counted), Fraction(0))
    most = sum((o["weight"] * points_of("met", world) for o in counted), Fraction(0))
    return {
        "points": (secured, possible, most),
        "secured": secured / most if most else None,
        "possible": possible / most if most else None,
    }


def waived(outcomes):
    away = sum(o["weight"] for o in outcomes if o["waived"])
    weight = sum(o["weight"] for o in outcomes if o["waived"] or o["applicable"])
    return {"count": sum(o["waived"] for o in outcomes), "share": Fraction(away, weight) if weight else Fraction(0)}


def clarify(outcomes):
    unclear = [o for o in outcomes if o["unclear"]]
    return [o["id"] for o in sorted(unclear, key=lambda o: (RANKS.index(o["obligation"]), -o["weight"]))]


# Levels -------------------------------------------------------------------------------------------------------------


def share(outcomes, points, world):
    full = sum((o["weight"] * points_of("met", world) for o in outcomes), Fraction(0))
    return sum((o["weight"] * o[points] for o in outcomes), Fraction(0)) / full if full else None


def reaches(asked, outcomes, points, world):
    counted = [o for o in outcomes if o["applicable"]]
    musts = [o for o in counted if o["obligation"] == "must"]
    shoulds = [o for o in counted if o["obligation"] == "should"]
    if asked["must"] is not None and any(o[points] < points_of(asked["must"], world) for o in musts):
        return False
    for key, group in (("secured", counted), ("should", shoulds)):
        got = share(group, points, world)
        if asked[key] is not None and got is not None and got < Fraction(asked[key]):
            return False
    return True


def level(outcomes, points, world):
    holding = [
        place for place, asked in enumerate(world["catalogue"]["levels"]) if reaches(asked, outcomes, points, world)
    ]
    return max([0, *holding])


def gaps_in_order(outcomes, world):
    places = {o["id"]: place for place, o in enumerate(outcomes)}

    def order(gap):
        gain = (points_of("met", world) - gap["low"]) * gap["weight"] / (sum(gap["days"]) / 2)
        return RANKS.index(gap["obligation"]), -gain, places[gap["id"]]

    return sorted((o for o in outcomes if o["gap"]), key=order)


def way(outcomes, gaps, certain, world, shortest):
    if certain + 1 == len(world["catalogue"]["levels"]):
        return None
    asked = world["catalogue"]["levels"][certain + 1]
    bar = asked["must"]
    forced = [g for g in gaps if bar and g["obligation"] == "must" and g["low"] < points_of(bar, world)]
    chosen = shortest(outcomes, gaps, forced, asked, world)
    return {
        "id": asked["id"],
        "gaps": [gap["id"] for gap in chosen],
        "days": tuple(sum((gap["days"][end] for gap in chosen), Fraction(0)) for end in (0, 1)),
    }


def by_all_subsets(outcomes, gaps, forced, asked, world):
    """Return the best of all sets of gaps; for about twelve optional ones."""
    free = [gap for gap in gaps if gap not in forced]
    sets = [
        [gap for gap in gaps if gap in forced or gap in chosen]
        for size in range(len(free) + 1)
        for chosen in combinations(free, size)
    ]
    enough = [chosen for chosen in sets if reaches(asked, closed(outcomes, chosen, world), "low", world)]
    return min(enough, key=lambda chosen: effort_of(chosen, gaps))


def by_table(outcomes, gaps, forced, asked, world):
    """Return the same from one table over both shares at once: the best set for every pair of gains."""
    start = [o for o in closed(outcomes, forced, world) if o["applicable"]]
    total = lacking(asked["secured"], start, world)
    should = lacking(asked["should"], [o for o in start if o["obligation"] == "should"], world)
    best = {(0, 0): (0, 0, 0)}
    for place, gap in enumerate(gaps):
        if gap in forced:
            continue
        gain = int(2 * gap["weight"] * (points_of("met", world) - gap["low"]))
        days = int(2 * sum(gap["days"]))
        for (got, got_should), (before, number, bits) in list(best.items()):
            more = got_should + (gain if gap["obligation"] == "should" else 0)
            key = min(got + gain, total), min(more, should)
            cost = before + days, number + 1, bits | 1 << place
            best[key] = min(best.get(key, cost), cost)
    _, _, bits = best[total, should]
    return [gap for place, gap in enumerate(gaps) if gap in forced or bits >> place & 1]


def lacking(asked, outcomes, world):
    """Return how much is lacking to a share, in halves of a point, rounded up."""
    full = sum((o["weight"] * points_of("met", world) for o in outcomes), Fraction(0))
    got = sum((o["weight"] * o["low"] for o in outcomes), Fraction(0))
    return max(0, ceil(2 * (Fraction(asked or 0) * full - got)))


def closed(outcomes, chosen, world):
    full = points_of("met", world)
    return [{**o, "low": full} if o in chosen else o for o in outcomes]


def effort_of(chosen, gaps):
    """Return days, number, and membership from the last gap to the first; smaller is better."""
    return sum(sum(gap["days"]) / 2 for gap in chosen), len(chosen), [gap in chosen for gap in reversed(gaps)]


# Plans --------------------------------------------------------------------------------------------------------------


def plan_outcomes(kind, world):
    entries = [(place, plan) for place, plan in enumerate(world["answers"]["plans"]) if plan["type"] == kind["id"]]
    places = [place for place, _ in entries] or [None]
    states = [plan["state"] for _, plan in entries]
    if value(kind["when"], world) is False:
        return [outcome(kind, place, "not-relevant", ["condition-false"]) for place in places]
    if "available" not in states:
        return [outcome(kind, place, *absent(kind, "requested" in states)) for place in places]
    return [
        outcome(kind, place, *verdict(kind, plan, world))
        if plan["state"] == "available"
        else outcome(kind, place, *absent(kind, plan["state"] == "requested"))
        for place, plan in entries
    ]


def outcome(kind, place, word, reasons):
    return {"type": kind["id"], "entry": place, "verdict": word, "reasons": sorted(reasons)}


def absent(kind, requested):
    if requested:
        return "request", ["requested"]
    if kind["holder"] != "municipality":
        return "request", ["held-elsewhere"]
    return "missing", ["not-at-hand"]


def age(plan, world):
    if plan["data-year"] is not None:
        return world["today"].year - plan["data-year"]
    return None if plan["resolved"] is None else world["today"].year - plan["resolved"].year


def verdict(kind, plan, world):
    years, yellow, red = age(plan, world), kind["yellow"], kind["red"]
    limited = yellow is not None or red is not None
    past_red = years is not None and red is not None and years > red
    past_yellow = years is not None and yellow is not None and years > yellow
    in_force = kind["force"] == "in-force"
    unusable = {"superseded": plan["superseded"], "too-old": past_red and not in_force}
    reference = {
        "rights-refused": plan["rights"] == "no",
        "not-public": plan["public"] is False,
        "reference-only": kind["use"] == "reference",
    }
    update = {
        "old-but-in-force": past_red and in_force,
        "ageing": past_yellow and not past_red,
        "age-unknown": limited and years is None,
        "area-part": plan["area"] == "part",
        "area-former": plan["area"] == "former",
        "area-unknown": plan["area"] is None,
        "format-unknown": plan["format"] is None,
        "not-editable": plan["format"] in {"pdf", "paper"},
        "no-resolution": kind["needs-resolution"] and plan["resolved"] is None,
        "rights-unclear": plan["rights"] in {None, "unclear"},
    }
    grounds = {"unusable": unusable, "reference": reference, "update": update}
    reasons = [tag for group in grounds.values() for tag, holds in group.items() if holds]
    return next((word for word, group in grounds.items() if any(group.values())), "take-over"), reasons


def best(kind, world):
    mine = [o for o in world["plans"] if o["type"] == kind["id"]]
    return min(mine, key=lambda o: (BEST.index(o["verdict"]) if o["verdict"] in BEST else len(BEST), o["entry"] or 0))


def substance(world):
    usable = [k for k in world["catalogue"]["plans"] if world["best"][k["id"]]["verdict"] in {"take-over", "update"}]
    fed = {chapter for kind in usable for chapter in kind["feeds"]}
    topics = [chapter["id"] for chapter in world["catalogue"]["chapters"] if chapter["parent"] == "topics"]
    return {"chapters": len(topics), "fed": len(fed & set(topics))}


# Costs and programmes -----------------------------------------------------------------------------------------------


def times(per, world):
    if per is None:
        return 1
    if "verdict" in per:
        number = sum(o["verdict"] in per["verdict"] for o in world["best"].values())
    else:
        number = None if is_hidden(per["fact"], world) else answer_to(per["fact"], world)
    if number is None or number <= per.get("above", 0):
        return 0
    full = int(Fraction(number - per.get("above", 0)) / per["each"])
    return full if per.get("most") is None else min(full, per["most"])


def costs(world):
    catalogue = world["catalogue"]
    fired = {
        d["id"]: times(d["per"], world)
        for d in catalogue["drivers"]
        if value(d["when"], world) is True and times(d["per"], world) > 0
    }
    used = {
        lever["id"]: Fraction(lever["points"] or 0) * times(lever["per"], world)
        for lever in catalogue["levers"]
        if (lever["when"] or lever["per"]) and value(lever["when"], world) is True and times(lever["per"], world) > 0
    }
    offered = {
        lever["id"]
        for lever in catalogue["levers"]
        if lever["id"] not in used and value(lever["open-when"], world) is True
    }
    drivers = {d["id"]: Fraction(d["points"]) * fired[d["id"]] for d in catalogue["drivers"] if d["id"] in fired}
    profile = {key: Fraction(points) for key, points in catalogue["profile"].items()}
    points = profile["base"] + sum(drivers.values()) - sum(used.values())
    levers = {d["id"]: [x for x in d["levers"] if x in offered] for d in catalogue["drivers"] if d["id"] in fired}
    return {
        "drivers": [(driver, drivers[driver], levers[driver]) for driver in sorted(drivers, key=lambda d: -drivers[d])],
        "used": used,
        "offered": offered,
        "points": points,
        "class": next((word for word in ("heavy", "medium") if points >= profile[word]), "lean"),
    }


def programme(entry, world):
    closed_by, gate = entry["closed"], value(entry["gate"], world)
    blocking = [criterion for criterion in entry["needs"] if world["criteria"][criterion]["gap"]]
    if isinstance(closed_by, str) or (closed_by is not None and closed_by < world["today"]):
        return entry["id"], "closed", []
    if gate is False:
        return entry["id"], "not-eligible", []
    if blocking:
        return entry["id"], "blocked", blocking
    return entry["id"], "unclear" if gate is None else "ready", []


# Hints --------------------------------------------------------------------------------------------------------------


def hints(check, world):  # noqa: PLR0911 - one return per kind
    answers, outcomes = world["answers"], list(world["criteria"].values())
    said = {o["id"]: answers["criteria"].get(o["id"], {}) for o in outcomes}

    def places(chosen):
        return [f"criteria.{o['id']}" for o in outcomes if chosen(o, said[o["id"]])]

    def blank(text):
        return not (text or "").strip()

    match check["kind"]:
        case "without-evidence":
            return places(lambda o, a: o["applicable"] and o["status"] == "met" and blank(a.get("evidence")))
        case "without-reason":
            return places(lambda o, a: o["unclear"] and o["status"] == "not-applicable" and blank(a.get("reason")))
        case "unconditional-must":
            whens = {c["id"]: c["when"] for c in world["catalogue"]["criteria"]}
            return places(
                lambda o, _: o["status"] == "not-applicable" and o["obligation"] == "must" and whens[o["id"]] is None
            )
        case "waived-share":
            return ["criteria"] if waived(outcomes)["share"] > Fraction(check["share"]) else []
        case "unknown-share":
            counted = [o for o in outcomes if o["applicable"]]
            unknown = sum(o["weight"] for o in counted if o["status"] == "unknown")
            return ["criteria"] if unknown > Fraction(check["share"]) * sum(o["weight"] for o in counted) else []
        case "hardly-answered":
            counted = [o for o in outcomes if o["applicable"]]
            unanswered = sum(o["status"] == "open" for o in counted)
            return ["criteria"] if unanswered > Fraction(check["share"]) * len(counted) else []
        case "contradiction":
            return ["criteria"] if value(check["when"], world) is True else []
        case "plan-age":
            return plan_places({"too-old", "ageing", "old-but-in-force"}, world)
        case "fact-age":
            year = None if is_hidden(check["fact"], world) else answers["facts"].get(check["fact"])
            old = isinstance(year, int) and world["today"].year - year > check["years"]
            return [f"facts.{check['fact']}"] if old and value(check["when"], world) is True else []
        case "plan-undated":
            return plan_places({"age-unknown"}, world)
        case "hidden-answer":
            facts = [f"facts.{fact}" for fact in answers["facts"] if is_hidden(fact, world)]
            return facts + places(lambda o, a: not o["applicable"] and not o["waived"] and bool(a))
    raise ValueError(check["kind"])


def plan_places(tags, world):
    return [f"plans.{o['entry']}" for o in world["plans"] if o["entry"] is not None and tags & set(o["reasons"])]
