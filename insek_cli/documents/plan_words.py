"""What is said of a plan: its title with the state of its data, who holds it, on which basis to ask for it."""

from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w


def plan_title(outcome: PlanOutcome) -> str:
    """Return the title of a plan, with the state of its data."""
    plan = outcome.plan
    title = plan.title if plan is not None and plan.title else outcome.type.title
    return f"{title} (Stand {plan.data_year})" if plan is not None and plan.data_year else title


def holder_of(outcome: PlanOutcome) -> str:
    """Return who has a plan: as answered, else whom to ask, else the usual holder."""
    plan = outcome.plan
    if plan is not None and plan.holder_name:
        return plan.holder_name
    if outcome.type.request is not None:
        return outcome.type.request.who
    return w.HOLDER[(plan.holder if plan is not None else None) or outcome.type.holder]


def request_basis(outcome: PlanOutcome) -> str:
    """Return on which basis to ask for a plan."""
    request = outcome.type.request
    return (request.basis if request is not None else None) or "keine besondere Grundlage, freundlich bitten"
