"""To whom to write for a plan: the office by its name, as far as answers and catalogue know it."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Holder
from insek_cli.documents.answer_fields import field_labels
from insek_cli.documents.blocks import Runs, Style, gap, plain, text_of
from insek_cli.documents.paper import place_fields
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import names_of
from insek_cli.documents.plan_words import holder_of


def addressee(assessment: Assessment, outcome: PlanOutcome) -> tuple[Runs, ...]:
    """Return the first lines of an address, without street and place; what nobody knows is a gap."""
    plan, request, usual = outcome.plan, outcome.type.request, holder_of(outcome)
    if plan is not None and plan.holder_name is not None:
        return (plain(plan.holder_name),)
    if request is not None and request.address and usual == request.who:
        return tuple(_filled(assessment, line) for line in request.address)
    if plan is not None and plan.holder is Holder.LANDKREIS:
        return _filled(assessment, "{Landkreis}"), plain("Landratsamt")
    return (gap(f"Name der Stelle, üblich: {usual}"),)


def _filled(assessment: Assessment, line: str) -> Runs:
    fields = place_fields(assessment, names_of(assessment.answers.municipality))
    return filled(line, fields, field_labels(assessment.catalogue))


def office(assessment: Assessment, outcome: PlanOutcome) -> str:
    """Return the addressee in one line, or who it usually is where its name is not known."""
    lines = addressee(assessment, outcome)
    unknown = any(run.style is Style.GAP for line in lines for run in line)
    return holder_of(outcome) if unknown else ", ".join(map(text_of, lines))
