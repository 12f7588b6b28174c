"""What plans give to the starter concept: contents with citation, and the register of plans."""

from collections.abc import Iterator, Sequence

from insek_cli.core.answers import Area, PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Chapter, Feed, Holder
from insek_cli.core.verdicts import PlanOutcome
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
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import names_of
from insek_cli.documents.plan_words import holder_of, plan_title, request_basis

Chapters = Sequence[Chapter]


def plan_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield what the plans give to a chapter: what can be used with its citation, what is still to be asked for."""
    fed = [(outcome, feed) for outcome in assessment.plans for feed in outcome.type.feeds if feed.chapter == chapter.id]
    usable = [(outcome, feed) for outcome, feed in fed if outcome.verdict in NAMED]
    if usable:
        columns = (Column("Plan, Vermerk", 5), Column("Was er hergibt", 4), Column("Satz und Quelle", 7))
        rows = [_plan_row(assessment, outcome, feed) for outcome, feed in usable]
        origin = f"Planliste der Antwortdatei: {'; '.join(plan_title(outcome) for outcome, _ in usable)}"
        yield from_origin(table(columns, rows, caption=f"Vorhandene Pläne: {chapter.title}"), origin)
    requested = [
        f"{outcome.type.title} bei: {holder_of(outcome)} ({feed.what})"
        for outcome, feed in fed
        if outcome.verdict is Verdict.REQUEST
    ]
    if requested:
        yield paragraph(strong("Noch anzufordern: "), f"{'; '.join(requested)}.", kind=Kind.GUIDANCE)


_TAKEN = (Verdict.TAKE_OVER, Verdict.UPDATE)
NAMED = (*_TAKEN, Verdict.REFERENCE)
_ONLY_IN_REGISTER = (Verdict.UNUSABLE, Verdict.REQUEST)


def _plan_row(assessment: Assessment, outcome: PlanOutcome, feed: Feed) -> tuple[str | Runs, ...]:
    takes = w.listed(w.TAKE[take] for take in feed.take)
    cited = (*_citation(assessment, outcome), *plain("\nQuelle: "), *_source_line(assessment, outcome, feed))
    named = (*strong(plan_title(outcome)), *plain(f"\n{_remark(outcome)}"))
    return named, f"{takes}: {feed.what}", cited


def _remark(outcome: PlanOutcome) -> str:
    """Return the verdict on a plan with its reasons: what has to be updated."""
    reasons = ", ".join(w.REASON[reason] for reason in outcome.reasons)
    verdict = w.VERDICT[outcome.verdict]
    return f"{verdict}: {reasons}" if reasons else verdict


def _known(assessment: Assessment, outcome: PlanOutcome) -> dict[str, str]:
    """Return the words of a citation that the answers know."""
    plan = outcome.plan
    title = plan.title if plan is not None and plan.title else outcome.type.title
    known = {"plan": title, "träger": holder_of(outcome)}
    if plan is not None:
        known["träger"] = plan.holder_name or _holder_word(assessment, outcome, plan)
    if plan is not None and plan.data_year:
        known["stand"] = str(plan.data_year)
    elif plan is not None and plan.resolved:
        known["stand"] = w.day(plan.resolved)
    if plan is not None and plan.resolved:
        known["beschluss"] = f"Beschluss vom {w.day(plan.resolved)}"
    if plan is not None and plan.area is Area.WHOLE:
        known["gebiet"] = f"das ganze {names_of(assessment.answers.municipality).territory}"
    if outcome.verdict is Verdict.UNUSABLE:
        known["grund"] = w.REASON[outcome.reasons[0]]
    return known


def _holder_word(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> str:
    holder = plan.holder or outcome.type.holder
    own = names_of(assessment.answers.municipality).full
    return own if holder is Holder.MUNICIPALITY else w.HOLDER[holder]


def _citation(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    patterns = {citation.verdict: citation.text for citation in assessment.catalogue.head.citations}
    pattern = patterns.get(outcome.verdict)
    return plain(plan_title(outcome)) if pattern is None else filled(pattern, _known(assessment, outcome))


def _source_line(assessment: Assessment, outcome: PlanOutcome, feed: Feed) -> Runs:
    head = assessment.catalogue.head
    pattern = head.source_line or "{plan}, {träger}, Datenstand {stand}"
    if outcome.verdict in _TAKEN and head.taken_line:
        pattern = f"{pattern} {head.taken_line}"
    takes = w.listed(w.TAKE[take] for take in feed.take)
    return filled(pattern, {**_known(assessment, outcome), "inhalte": takes})


def register_blocks(chapter: Chapter, assessment: Assessment, chapters: Chapters) -> Iterator[Block]:
    """Yield every plan entered with its verdict, and what other offices hold that nobody has entered."""
    entered = [outcome for outcome in assessment.plans if outcome.plan is not None]
    columns = (
        Column("Plan", 4),
        Column("Träger", 3),
        Column("Datenstand", 2),
        Column("Beschluss", 2),
        Column("Nutzungsrecht", 2),
        Column("Vermerk", 4),
    )
    if entered:
        yield table(
            columns, [_register_row(assessment, outcome) for outcome in entered], caption="Planregister", wide=True
        )
    for outcome in entered:
        if outcome.verdict in _ONLY_IN_REGISTER:
            yield paragraph(_citation(assessment, outcome), origin=f"Planliste: {plan_title(outcome)}")
    wanted = [
        outcome
        for outcome in assessment.best_plans.values()
        if outcome.plan is None and outcome.verdict is Verdict.REQUEST
    ]
    if wanted:
        rows = [(outcome.type.title, holder_of(outcome), request_basis(outcome)) for outcome in wanted]
        titles = (Column("Plan", 3), Column("Bei wem", 3), Column("Grundlage", 4))
        yield table(titles, rows, caption="Noch nicht eingetragene Pläne anderer Stellen")


def _register_row(assessment: Assessment, outcome: PlanOutcome) -> tuple[str | Runs, ...]:
    plan = outcome.plan
    known = _known(assessment, outcome)
    rights = {"yes": "ja", "no": "nein", "unclear": "ungeklärt"}.get(plan.rights or "" if plan is not None else "")
    return (
        known["plan"],
        known["träger"],
        str(plan.data_year) if plan is not None and plan.data_year else gap("Jahr"),
        w.day(plan.resolved) if plan is not None and plan.resolved else "ohne Angabe",
        rights or gap("ja / nein"),
        _remark(outcome),
    )
