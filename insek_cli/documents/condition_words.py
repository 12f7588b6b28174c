"""Conditions in words, for those who discuss a catalogue."""

from decimal import Decimal

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import (
    INHABITANTS,
    All,
    Any,
    Bar,
    Condition,
    CriterionPoints,
    FactIs,
    FactRange,
    Not,
    PlanAvailable,
    PlanCount,
)
from insek_cli.core.entries import Per
from insek_cli.documents import wording as w

_BARS = {Bar.MET: "erfüllt", Bar.PARTIAL: "teilweise erfüllt"}


def condition_words(  # noqa: C901, PLR0911 - one line a kind of condition
    catalogue: Catalogue, condition: Condition
) -> str:
    """Return a condition in words."""
    match condition:
        case FactIs(fact, answer):
            question = catalogue.question[fact]
            titles = {choice.id: choice.title for choice in question.choices}
            return f"„{question.text}“ mit „{titles.get(answer, answer)}“ beantwortet ist"
        case FactRange(fact, at_least, below):
            what = "die Einwohnerzahl" if fact == INHABITANTS else f"die Antwort auf „{catalogue.question[fact].text}“"
            return f"{what} {_bounds(at_least, below)} liegt"
        case PlanAvailable(plan, available):
            return f"„{catalogue.plan[plan].title}“ {'' if available else 'nicht '}vorliegt"
        case CriterionPoints(criterion, at_least, below):
            return f"„{catalogue.criterion[criterion].title}“ {_points_words(at_least, below)} ist"
        case PlanCount():
            return _count_words(catalogue, condition)
        case All(parts):
            return "(" + " und ".join(condition_words(catalogue, part) for part in parts) + ")"
        case Any(parts):
            return "(" + " oder ".join(condition_words(catalogue, part) for part in parts) + ")"
        case Not(part):
            return f"es nicht so ist, dass ({condition_words(catalogue, part)})"


def _points_words(at_least: Bar | None, below: Bar | None) -> str:
    if at_least is not None:
        return f"mindestens {_BARS[at_least]}" + (", aber nicht ganz erfüllt" if below is Bar.MET else "")
    return "nicht einmal teilweise erfüllt" if below is Bar.PARTIAL else "nicht ganz erfüllt"


def _bounds(at_least: Decimal | int | None, below: Decimal | int | None) -> str:
    words = []
    if at_least is not None:
        words.append(f"bei mindestens {_number(at_least)}")
    if below is not None:
        words.append(f"unter {_number(below)}")
    return w.listed(words)


def _number(value: Decimal | int) -> str:
    return w.decimal(value) if isinstance(value, Decimal) else str(value)


def _count_words(catalogue: Catalogue, condition: PlanCount) -> str:
    which = [catalogue.plan[plan].title for plan in condition.plans]
    which += [f"für {catalogue.chapter[chapter].title}" for chapter in condition.chapters]
    state = [w.VERDICT[verdict] for verdict in condition.verdict] + [
        _FORMATS[found.value] for found in condition.format
    ]
    pool = f" ({', '.join(which)})" if which else ""
    bounds = _bounds(condition.at_least, condition.below)
    return f"die Zahl der Pläne{pool} mit dem Befund „{' oder '.join(state)}“ {bounds} liegt"


_FORMATS = {"editable": "bearbeitbar", "pdf": "nur PDF", "paper": "nur Papier"}


def per_words(catalogue: Catalogue, per: Per) -> str:
    """Return how something is counted, in words."""
    verdicts = " oder ".join(w.VERDICT[verdict] for verdict in per.verdict)
    what = f"Pläne mit dem Befund „{verdicts}“" if per.fact is None else f"„{catalogue.question[per.fact].text}“"
    above = f" über {per.above}" if per.above else ""
    most = f", höchstens {per.most} Mal" if per.most is not None else ""
    return f"einmal je {per.each} bei {what}{above}{most}"
