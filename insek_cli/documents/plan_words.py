"""What is said of a plan: its title with the state of its data, who holds it, on which basis to ask for it."""

from insek_cli.core.entries import PlanType, Request
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w


def bare_title(outcome: PlanOutcome) -> str:
    """Return the title of a plan as entered, else that of its type."""
    return (outcome.plan.title if outcome.plan is not None else None) or outcome.type.title


def plan_title(outcome: PlanOutcome) -> str:
    """Return the title of a plan, with the state of its data."""
    plan = outcome.plan
    title = bare_title(outcome)
    return f"{title} (Stand {plan.data_year})" if plan is not None and plan.data_year else title


def is_requested(outcome: PlanOutcome) -> bool:
    """Tell whether somebody has already asked for a plan."""
    return Reason.REQUESTED in outcome.reasons


def holder_of(outcome: PlanOutcome) -> str:
    """Return who has a plan: as answered, else whom to ask, else the usual holder."""
    plan = outcome.plan
    if plan is not None and plan.holder_name:
        return plan.holder_name
    other = plan is not None and plan.holder not in {None, outcome.type.holder}
    if outcome.type.request is not None and not other:
        return outcome.type.request.who
    return w.HOLDER[(plan.holder if plan is not None else None) or outcome.type.holder]


def holder_with_hint(outcome: PlanOutcome) -> str:
    """Return who has a plan, with what helps the office to get it, such as whom else to ask."""
    holder, request = holder_of(outcome), outcome.type.request
    hint = request.hint if request is not None and holder == request.who else None
    return f"{holder} ({hint})" if hint else holder


def free_at(kind: PlanType) -> str | None:
    """Return where anybody may have a plan, None where somebody has to be asked."""
    return kind.request.free if kind.request is not None else None


def whom_to_ask(request: Request) -> str:
    """Return who has a plan, with what helps to get it."""
    more = request.hint if request.free is None else f"frei zu haben: {request.free}"
    return f"{request.who} ({more})" if more else request.who


def request_basis(outcome: PlanOutcome) -> str:
    """Return on which basis to ask for a plan."""
    request = outcome.type.request
    return (request.basis if request is not None else None) or "keine besondere Grundlage, freundlich bitten"
