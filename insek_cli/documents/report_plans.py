"""What plans give: those at hand with their chapters, those to ask for, those that are missing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Column, Heading, Runs, paragraph, plain, points, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.plan_words import (
    bare_title,
    free_at,
    holder_of,
    holder_with_hint,
    is_lacking,
    is_requested,
    is_to_ask_for,
    plan_title,
    reason_words,
    request_basis,
)

AT_HAND = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE, Verdict.UNUSABLE)


def plans(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield what to take over, what to ask for and what is missing."""
    yield Heading(2, "Vorhandene Pläne nutzen")
    yield from _plans_at_hand(assessment)
    yield from _plans_to_request(assessment)
    missing = [outcome for outcome in assessment.best_plans.values() if is_lacking(outcome)]
    unsaid = [outcome.type.title for outcome in missing if outcome.plan is None]
    absent = [plan_title(outcome) for outcome in missing if outcome.plan is not None]
    if absent:
        yield paragraph(strong("Gibt es nach Ihren Angaben nicht: "), f"{'; '.join(absent)}.")
    if unsaid:
        yield paragraph(strong("Nicht eingetragen: "), f"{'; '.join(unsaid)}. Prüfen Sie, ob es sie im Haus gibt.")


def _plans_at_hand(assessment: Assessment) -> Iterator[Block]:
    at_hand = [outcome for outcome in assessment.plans if outcome.plan is not None and outcome.verdict in AT_HAND]
    if not at_hand:
        yield paragraph("Noch ist kein vorhandener Plan eingetragen. Beginnen Sie mit der Liste der üblichen Pläne.")
        return
    columns = (Column("Plan", 5), Column("Befund", 7), Column("Kapitel", 8))
    ordered = sorted(at_hand, key=lambda outcome: AT_HAND.index(outcome.verdict))
    yield table(columns, [_plan_row(assessment, outcome) for outcome in ordered], caption="Pläne, die vorliegen")


def _plan_row(assessment: Assessment, outcome: PlanOutcome) -> tuple[str, Runs, str]:
    chapters = [assessment.catalogue.chapter[feed.chapter].title for feed in outcome.type.feeds]
    reasons = reason_words(outcome)
    finding = (*strong(w.VERDICT[outcome.verdict]), *plain(f": {reasons}" if reasons else ""))
    used = "; ".join(chapters) if outcome.verdict is not Verdict.UNUSABLE else "–"
    return plan_title(outcome), finding, used


def _plans_to_request(assessment: Assessment) -> Iterator[Block]:
    """Yield what is asked for already, what is free to have, and the plans to ask for, one point a basis."""
    found = assessment.best_plans.values()
    requested = [f"{bare_title(outcome)} ({holder_of(outcome)})" for outcome in found if is_requested(outcome)]
    if requested:
        yield paragraph(strong("Schon angefordert: "), f"{'; '.join(requested)}.")
    open_ones = [outcome for outcome in found if is_to_ask_for(outcome)]
    free = [f"{outcome.type.title} ({where})" for outcome in open_ones if (where := free_at(outcome.type))]
    if free:
        yield paragraph(strong("Frei zu haben: "), f"{'; '.join(free)}.")
    yield from _by_basis([outcome for outcome in open_ones if free_at(outcome.type) is None])


def _by_basis(wanted: Sequence[PlanOutcome]) -> Iterator[Block]:
    if not wanted:
        return
    by_basis: dict[str, list[str]] = defaultdict(list)
    for outcome in sorted(wanted, key=lambda outcome: not outcome.type.common):
        by_basis[request_basis(outcome)].append(f"{outcome.type.title} – {holder_with_hint(outcome)}")
    yield paragraph(strong("Pläne, die Sie noch anfordern können, nach der Grundlage:"))
    yield points(
        (*strong(f"{w.sentence_start(basis)}: "), *plain("; ".join(those))) for basis, those in by_basis.items()
    )
