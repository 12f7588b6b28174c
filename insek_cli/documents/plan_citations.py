"""How the starter concept speaks of a plan: its number, its sentence, the line with its source. Each stands once."""

from collections.abc import Iterator, Mapping

from insek_cli.core.answers import Area, PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Citation, Holder
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Runs
from insek_cli.documents.paper import place_fields
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import names_of
from insek_cli.documents.plan_words import bare_title, is_requested, plan_title

TAKEN = (Verdict.TAKE_OVER, Verdict.UPDATE)
NAMED = (*TAKEN, Verdict.REFERENCE)
_AT_HAND = (*NAMED, Verdict.UNUSABLE)


def registered(assessment: Assessment) -> list[PlanOutcome]:
    """Return the plans of the register: what is at hand, and what somebody has asked for."""
    return [
        outcome
        for outcome in assessment.plans
        if outcome.plan is not None and (outcome.verdict in _AT_HAND or is_requested(outcome))
    ]


def numbers(assessment: Assessment) -> dict[int | None, str]:
    """Return the number of each plan in the register, by its place in the file: P1, P2 and so on."""
    return {outcome.entry: f"P{number}" for number, outcome in enumerate(registered(assessment), start=1)}


def numbered_title(assessment: Assessment, outcome: PlanOutcome) -> str:
    """Return number, title and state of a plan: „P3 Schulnetzplan (Stand 2022)“."""
    return f"{numbers(assessment)[outcome.entry]} {plan_title(outcome)}"


def remark(outcome: PlanOutcome) -> str:
    """Return the verdict on a plan with its reasons: what has to be updated."""
    reasons = ", ".join(w.REASON[reason] for reason in outcome.reasons)
    if is_requested(outcome):
        return reasons
    verdict = w.VERDICT[outcome.verdict]
    return f"{verdict}: {reasons}" if reasons else verdict


def sentence(assessment: Assessment, outcome: PlanOutcome) -> Runs | None:
    """Return the sentence on a plan, None where the catalogue has none for it."""
    cited = next((citation for citation in assessment.catalogue.head.citations if _fits(citation, outcome)), None)
    return None if cited is None else _filled(assessment, outcome, cited.text)


def _fits(citation: Citation, outcome: PlanOutcome) -> bool:
    given = {take for feed in outcome.type.feeds for take in feed.take}
    return (
        citation.verdict is outcome.verdict
        and (not citation.reasons or not set(citation.reasons).isdisjoint(outcome.reasons))
        and (not citation.take or not given.isdisjoint(citation.take))
    )


def source_line(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    """Return where a plan comes from, and what of it is meant to be taken over."""
    head = assessment.catalogue.head
    pattern = (head.data_line if outcome.type.dataset else None) or head.source_line or "{plan}, {träger}, {stand}"
    if outcome.verdict in TAKEN and head.intended_line:
        pattern = f"{pattern} {head.intended_line}"
    return _filled(assessment, outcome, pattern)


def holder_name(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    """Return who a plan is by, a gap where nobody has named it."""
    return _filled(assessment, outcome, "{träger}")


def _filled(assessment: Assessment, outcome: PlanOutcome, pattern: str) -> Runs:
    labels = {entry.word: entry.label for entry in assessment.catalogue.head.gap_labels}
    fields = place_fields(assessment, names_of(assessment.answers.municipality))
    known = {**fields, **_known(assessment, outcome)}
    if "träger" not in known:
        pattern = pattern.replace("{träger}", _usual_holder(assessment, outcome))
    return filled(pattern, known, labels)


def _known(assessment: Assessment, outcome: PlanOutcome) -> dict[str, str]:
    """Return the words of a sentence that the answers know."""
    takes = dict.fromkeys(take for feed in outcome.type.feeds for take in feed.take)
    known = {"plan": bare_title(outcome), "inhalte": w.listed(w.TAKE[take] for take in takes)}
    if outcome.verdict is Verdict.UNUSABLE:
        known["grund"] = w.REASON[outcome.reasons[0]]
    if outcome.plan is not None:
        known |= _of_entry(assessment, outcome.plan)
        known |= _holder(assessment, outcome, outcome.plan)
    return known


def _of_entry(assessment: Assessment, plan: PlanEntry) -> Iterator[tuple[str, str]]:
    if plan.data_year:
        yield "stand", str(plan.data_year)
    elif plan.resolved:
        yield "stand", w.day(plan.resolved)
    if plan.resolved:
        yield "beschluss", f"Beschluss vom {w.day(plan.resolved)}"
    if plan.area is Area.WHOLE:
        yield "gebiet", f"das ganze {names_of(assessment.answers.municipality).territory}"


def _holder(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> Mapping[str, str]:
    names = names_of(assessment.answers.municipality)
    own = {Holder.MUNICIPALITY: names.full, Holder.LANDKREIS: names.landkreis}
    name = plan.holder_name or own.get(plan.holder or outcome.type.holder)
    return {"träger": name} if name else {}


def _usual_holder(assessment: Assessment, outcome: PlanOutcome) -> str:
    """Return who a plan usually is by, as letters to them begin; a gap where the catalogue does not know the name."""
    plan, request = outcome.plan, outcome.type.request
    holder = (plan.holder if plan is not None else None) or outcome.type.holder
    address = request.address[0] if request is not None and request.address else None
    # Letters about plans of the state may go to the Landkreis.
    if address is not None and holder is outcome.type.holder and "{Landkreis}" not in address:
        return address
    if holder is Holder.STATE and assessment.catalogue.head.land:
        return assessment.catalogue.head.land
    return f"[hier: Name der Stelle ({w.HOLDER[holder]})]"
