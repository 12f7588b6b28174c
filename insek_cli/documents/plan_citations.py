"""How the starter concept speaks of a plan: its number, its sentences, what there is to do, its full source."""

from collections.abc import Iterable, Iterator, Mapping

from insek_cli.core.answers import PlanEntry
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import Citation, PlanType
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import CitationPart, Holder, Take
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


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a plan in the concept, and what the office has yet to do; both empty where nothing fits."""

    sentence: Runs
    tasks: Runs


def told(assessment: Assessment, outcome: PlanOutcome) -> Told:
    """Return the sentences on a plan, each of its reasons said once."""
    chosen = sentences_of(assessment.catalogue.head.citations, outcome)
    sentence = " ".join(citation.text for citation in chosen if citation.part is not CitationPart.TASK)
    tasks = " ".join(citation.text for citation in chosen if citation.part is CitationPart.TASK)
    return Told(_filled(assessment, outcome, sentence), _filled(assessment, outcome, tasks))


def sentences_of(citations: Iterable[Citation], outcome: PlanOutcome) -> tuple[Citation, ...]:
    """Return the first opening that fits a plan and whatever says a reason that nothing before it says."""
    fitting = [citation for citation in citations if _fits(citation, outcome)]
    chosen = [citation for citation in fitting if citation.part is CitationPart.OPENING][:1]
    unsaid = set(outcome.reasons).difference(*(citation.reasons for citation in chosen))
    for citation in fitting:
        if citation.part is not CitationPart.OPENING and not unsaid.isdisjoint(citation.reasons):
            unsaid.difference_update(citation.reasons)
            chosen.append(citation)
    return tuple(chosen)


def _fits(citation: Citation, outcome: PlanOutcome) -> bool:
    return (
        outcome.verdict in citation.verdict
        and (not citation.types or outcome.type.id in citation.types)
        and (not citation.reasons or not set(citation.reasons).isdisjoint(outcome.reasons))
        and set(citation.unless).isdisjoint(outcome.reasons)
        and (not citation.take or not set(citation.take).isdisjoint(contents_of(outcome.type)))
    )


def contents_of(kind: PlanType) -> tuple[Take, ...]:
    """Return what can be taken over from a type; data nobody resolved hold no goals and no measures of their own."""
    given = {take for feed in kind.feeds for take in feed.take}
    return tuple(take for take in Take if take in given and (not kind.dataset or take in _DATA))


_DATA = (Take.DATA, Take.MAPS)


def source_line(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    """Return the full source of a plan, as it stands under what is taken over from it."""
    head = assessment.catalogue.head
    pattern = (head.data_line if outcome.type.dataset else None) or head.source_line or "{plan}, {träger}, {stand}"
    return _filled(assessment, outcome, pattern)


def public_part(assessment: Assessment, kind: PlanType) -> str:
    """Return what the concept may say of a plan of this type that is not public."""
    return kind.public_part or _labels(assessment, kind).get(PUBLIC, "Ergebnis")


def holder_name(assessment: Assessment, outcome: PlanOutcome) -> Runs:
    """Return who a plan is by, a gap where nobody has named it."""
    return _filled(assessment, outcome, "{träger}")


def _filled(assessment: Assessment, outcome: PlanOutcome, pattern: str) -> Runs:
    labels = _labels(assessment, outcome.type) | {PUBLIC: public_part(assessment, outcome.type)}
    fields = place_fields(assessment, names_of(assessment.answers.municipality))
    known = {**fields, **_known(assessment, outcome)}
    if "träger" not in known:
        pattern = pattern.replace("{träger}", _usual_holder(assessment, outcome))
    return filled(pattern, known, labels)


PUBLIC = "öffentlich"


def _labels(assessment: Assessment, kind: PlanType) -> dict[str, str]:
    """Return what the gaps say, in words that fit what a type contains."""
    contents = w.listed(w.TAKE[take] for take in contents_of(kind))
    return {entry.word: entry.label.replace("{inhalte}", contents) for entry in assessment.catalogue.head.gap_labels}


def _known(assessment: Assessment, outcome: PlanOutcome) -> dict[str, str]:
    """Return the words of a sentence that the answers know."""
    known = {"plan": bare_title(outcome), "rechte": outcome.type.rights or ""}
    if outcome.plan is not None:
        known |= _of_entry(outcome.plan)
        known |= _holder(assessment, outcome, outcome.plan)
    return known


def _of_entry(plan: PlanEntry) -> Iterator[tuple[str, str]]:
    if plan.data_year:
        yield from (("stand", f"Stand {plan.data_year}"), ("alter", f"Stand {plan.data_year}"))
    elif plan.resolved:
        yield "alter", f"beschlossen {plan.resolved.year}"
    if plan.resolved:
        yield "beschluss", f"Beschluss vom {w.day(plan.resolved)}"
    if plan.format in w.ONLY_AS:
        yield "form", w.ONLY_AS[plan.format]


def _holder(assessment: Assessment, outcome: PlanOutcome, plan: PlanEntry) -> Mapping[str, str]:
    names = names_of(assessment.answers.municipality)
    own = {Holder.MUNICIPALITY: names.full, Holder.LANDKREIS: names.landkreis}
    if outcome.type.holder is Holder.MUNICIPALITY:
        # A task of the municipality that an association sees to: its own, not one for water or sewage.
        own[Holder.ASSOCIATION] = assessment.answers.municipality.association or ""
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
