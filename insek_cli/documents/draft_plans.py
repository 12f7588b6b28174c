"""What plans give to a chapter of the starter concept; the register says once how each is cited."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Feed
from insek_cli.core.outline import Chapter
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Take
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Column,
    Kind,
    Runs,
    from_origin,
    gap,
    paragraph,
    plain,
    strong,
    table,
)
from insek_cli.documents.plan_citations import NAMED, numbered_title, numbers, public_part
from insek_cli.documents.plan_words import bare_title, free_at, is_requested, is_to_ask_for

Chapters = Sequence[Chapter]


def plan_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield what the plans give to a chapter: what can be used, what is still to come."""
    fed = [(outcome, feed) for outcome in assessment.plans for feed in outcome.type.feeds if feed.chapter == chapter.id]
    usable = [(outcome, feed) for outcome, feed in fed if outcome.verdict in NAMED]
    if usable:
        columns = (Column("Plan", 5), Column("Was er dazu enthalten kann", 6), Column("Was davon hier steht", 5))
        rows = [_plan_row(assessment, outcome, feed) for outcome, feed in usable]
        origin = (
            f"Planliste: {', '.join(numbers(assessment)[outcome.entry] for outcome, _ in usable)} des Planregisters"
        )
        yield from_origin(table(columns, rows, caption=f"Vorhandene Pläne: {chapter.title}"), origin)
    awaited: dict[str, list[str]] = defaultdict(list)
    for outcome, feed in fed:
        if is_requested(outcome) or is_to_ask_for(outcome):
            awaited[_how_to_come(outcome)].append(f"{bare_title(outcome)}: {feed.what}")
    for how, words in awaited.items():
        yield paragraph(strong(f"{how}: "), f"{'; '.join(words)}.", kind=Kind.GUIDANCE)


def _how_to_come(outcome: PlanOutcome) -> str:
    """Return what there is to do to get a plan; the register says more."""
    if is_requested(outcome):
        return "Schon angefordert"
    return "Noch anzufordern" if free_at(outcome.type) is None else "Frei zu haben"


def _plan_row(assessment: Assessment, outcome: PlanOutcome, feed: Feed) -> tuple[str | Runs, ...]:
    takes = w.listed(w.TAKE[take] for take in feed.take)
    named = (*strong(numbered_title(assessment, outcome)), *plain(f"\n{w.VERDICT[outcome.verdict]}"))
    return named, f"{takes}: {feed.what}", gap(_asked(assessment, outcome, feed))


def _asked(assessment: Assessment, outcome: PlanOutcome, feed: Feed) -> str:
    """Return what a chapter may say of a plan."""
    if outcome.verdict is not Verdict.REFERENCE:
        return "Aussage, mit Seite oder Karte" if Take.MAPS in feed.take else "Aussage, mit Seite"
    if Reason.NOT_PUBLIC in outcome.reasons and Reason.RIGHTS_REFUSED not in outcome.reasons:
        return public_part(assessment, outcome.type)
    return "Folgerung"


def giving(assessment: Assessment, chapter: Chapter, take: Take, verdicts: Sequence[Verdict]) -> list[PlanOutcome]:
    """Return the plans with one of the verdicts that give goals, measures … to a chapter."""
    return [
        outcome
        for outcome in assessment.plans
        if outcome.verdict in verdicts
        and any(feed.chapter == chapter.id and take in feed.take for feed in outcome.type.feeds)
    ]
