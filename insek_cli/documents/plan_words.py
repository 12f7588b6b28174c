"""What is said of a plan: its title with the state of its data, why its verdict, who holds it, how to ask for it."""

from insek_cli.core.conditions import Verdict
from insek_cli.core.entries import PlanType, Request
from insek_cli.core.reasons import Reason
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Holder
from insek_cli.documents import wording as w


def bare_title(outcome: PlanOutcome) -> str:
    """Return the title of a plan as entered, else that of its type."""
    return (outcome.plan.title if outcome.plan is not None else None) or outcome.type.title


def plan_title(outcome: PlanOutcome) -> str:
    """Return the title of a plan, with the state of its data."""
    plan = outcome.plan
    title = bare_title(outcome)
    return f"{title} (Stand {plan.data_year})" if plan is not None and plan.data_year else title


# What is still to be found out or to be got of a plan; it matters only where the plan will be used.
_TASKS = frozenset(
    {
        Reason.AGE_UNKNOWN,
        Reason.AREA_UNKNOWN,
        Reason.NOT_EDITABLE,
        Reason.FORMAT_UNKNOWN,
        Reason.NO_RESOLUTION,
        Reason.RIGHTS_UNCLEAR,
    }
)
# What makes a plan that is too old or superseded no less usable than it is.
_IDLE = frozenset({Reason.AGEING, Reason.OLD_BUT_IN_FORCE, Reason.REFERENCE_ONLY})
_POINTLESS = {Verdict.REFERENCE: _TASKS, Verdict.UNUSABLE: _TASKS | _IDLE}


def bearing_reasons(outcome: PlanOutcome) -> tuple[Reason, ...]:
    """Return the reasons that bear on the verdict: nothing is still to be got of a plan that will not be used."""
    pointless = _POINTLESS.get(outcome.verdict, frozenset())
    return tuple(reason for reason in outcome.reasons if reason not in pointless)


def reason_words(outcome: PlanOutcome) -> str:
    """Return why a plan has its verdict, with the form it is known to have; empty without reasons."""
    return ", ".join(_reason_word(outcome, reason) for reason in bearing_reasons(outcome))


def _reason_word(outcome: PlanOutcome, reason: Reason) -> str:
    form = outcome.plan.format if outcome.plan is not None and reason is Reason.NOT_EDITABLE else None
    return f"{w.ONLY_AS[form]}, bearbeitbare Datei erbitten" if form in w.ONLY_AS else w.REASON[reason]


def is_requested(outcome: PlanOutcome) -> bool:
    """Tell whether somebody has already asked for a plan."""
    return Reason.REQUESTED in outcome.reasons


def is_to_ask_for(outcome: PlanOutcome) -> bool:
    """Tell whether somebody else has to be asked for a plan, and nobody has been."""
    return _is_unasked(outcome) and not _is_own(outcome)


def is_lacking(outcome: PlanOutcome) -> bool:
    """Tell whether a plan does not exist: nobody else has it who could be asked."""
    return outcome.verdict is Verdict.MISSING or (_is_unasked(outcome) and _is_own(outcome))


def _is_unasked(outcome: PlanOutcome) -> bool:
    return outcome.verdict is Verdict.REQUEST and not is_requested(outcome)


def _is_own(outcome: PlanOutcome) -> bool:
    """Tell whether the municipality itself sees to what others usually hold."""
    return outcome.plan is not None and outcome.plan.holder is Holder.MUNICIPALITY


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


def basis_of(outcome: PlanOutcome) -> str | None:
    """Return on which basis to ask for a plan, None without one; it holds for the usual holder only."""
    plan, request = outcome.plan, outcome.type.request
    other = plan is not None and plan.holder not in {None, outcome.type.holder}
    return None if request is None or other else request.basis


def request_basis(outcome: PlanOutcome) -> str:
    """Return on which basis to ask for a plan, in words also without one."""
    return basis_of(outcome) or "keine besondere Grundlage, freundlich bitten"
