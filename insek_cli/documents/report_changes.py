"""What changed since an earlier state of the answers: level, shares, criteria, plans, programmes."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.comparison import Comparison, FactMoved, Moved, Movement, PlanMoved, ProgrammeMoved
from insek_cli.core.scoring import Tally
from insek_cli.documents import wording as w
from insek_cli.documents.answer_fields import fact_words
from insek_cli.documents.answer_words import outcome_word
from insek_cli.documents.blocks import Block, Chart, ChartKind, Heading, Runs, Series, paragraph, plain, points, strong
from insek_cli.documents.plan_words import plan_title, reason_words
from insek_cli.documents.programme_words import programme_status

MOVEMENT = {
    Movement.ROSE: "Gestiegen",
    Movement.FELL: "Gefallen",
    Movement.NEW: "Neu beantwortet",
    Movement.REANSWERED: "Anders beantwortet, ohne Wirkung auf die Punkte",
    Movement.WITHDRAWN: "Antwort zurückgenommen",
    Movement.JOINED: "Zählt jetzt mit",
    Movement.LEFT: "Zählt nicht mehr mit",
}


def changes(comparison: Comparison) -> Iterator[Block]:
    """Yield what changed; nothing but a sentence where nothing did."""
    yield Heading(2, "Was sich seit dem früheren Stand geändert hat")
    before, after = comparison.before, comparison.after
    yield paragraph(
        "Beide Stände sind mit demselben Katalog und zum selben Stichtag gewertet. ", *_standing(before, after)
    )
    if _shares(before) != _shares(after):
        yield _sections(before, after)
    moved = list(_moved(comparison))
    if moved:
        yield points(moved)
    else:
        yield paragraph("Keine Angabe, kein Punkt und kein Plan steht anders da als vorher.")


def _standing(before: Assessment, after: Assessment) -> Iterator[str | Runs]:
    old, new = before.level.certain.title, after.level.certain.title
    yield strong(f"Stufe: vorher „{old}“, jetzt „{new}“. " if old != new else f"Die Stufe bleibt „{new}“. ")
    yield f"Gesichert: vorher {_secured(before.total)}, jetzt {_secured(after.total)}. "
    yield f"Noch ungeklärt: vorher {_unclear(before.total)}, jetzt {_unclear(after.total)}. "
    yield f"Themen mit brauchbarem Plan: vorher {before.substance.fed}, jetzt {after.substance.fed}. "
    yield f"Aufwandspunkte: vorher {w.halves(before.costs.points)}, jetzt {w.halves(after.costs.points)}."


def _secured(tally: Tally) -> str:
    return w.percent(tally.secured_share)


def _unclear(tally: Tally) -> str:
    secured, possible = tally.secured_share, tally.possible_share
    return "–" if secured is None or possible is None else f"{round(possible * 100) - round(secured * 100)} %"


def _shares(assessment: Assessment) -> tuple[float | None, ...]:
    shares = [part.tally.secured_share for part in assessment.sections]
    return tuple(None if share is None else float(round(share * 100)) for share in shares)


def _sections(before: Assessment, after: Assessment) -> Chart:
    return Chart(
        ChartKind.BARS,
        "Gesichert je Abschnitt, vorher und jetzt",
        "Abschnitt",
        tuple(part.section.short or part.section.title for part in after.sections),
        (Series("vorher", _shares(before)), Series("jetzt", _shares(after))),
        unit="%",
        most=100.0,
        missing="trifft nicht zu",
    )


def _moved(comparison: Comparison) -> Iterator[Runs]:
    for movement, title in MOVEMENT.items():
        found = [moved for moved in comparison.criteria if moved.movement is movement]
        if found:
            yield (*strong(f"{title}: "), *plain(f"{'; '.join(map(_criterion, found))}."))
    if comparison.facts:
        yield (*strong("Angaben: "), *plain(f"{'; '.join(map(_fact, comparison.facts))}."))
    if comparison.plans:
        yield (*strong("Pläne: "), *plain(f"{'; '.join(map(_plan, comparison.plans))}."))
    if comparison.programmes:
        yield (*strong("Förderprogramme: "), *plain(f"{'; '.join(map(_programme, comparison.programmes))}."))


def _criterion(moved: Moved) -> str:
    return f"{moved.after.criterion.title} (vorher {outcome_word(moved.before)}, jetzt {outcome_word(moved.after)})"


def _fact(moved: FactMoved) -> str:
    old, new = (fact_words(moved.question, value) or "ohne Angabe" for value in (moved.before, moved.after))
    return f"{moved.question.label or moved.question.text} (vorher {old}, jetzt {new})"


def _plan(moved: PlanMoved) -> str:
    old, new = w.VERDICT[moved.before.verdict], w.VERDICT[moved.after.verdict]
    if old == new:
        reasons, year = reason_words(moved.after), _other_year(moved)
        return f"{plan_title(moved.after)} (weiterhin {new}{f': {reasons}' if reasons else ''}{year})"
    return f"{plan_title(moved.after)} (vorher {old}, jetzt {new})"


def _other_year(moved: PlanMoved) -> str:
    old, new = (None if one.plan is None else one.plan.data_year for one in (moved.before, moved.after))
    return f"; Stand vorher {old or 'ohne Angabe'}" if old != new else ""


def _programme(moved: ProgrammeMoved) -> str:
    before, after = programme_status(moved.before), programme_status(moved.after)
    return f"{moved.after.programme.title} (vorher {before}; jetzt {after})"
