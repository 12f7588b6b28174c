"""What is said of a funding programme: how it stands, and why it is closed."""

from collections.abc import Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Criterion, Programme
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.core.scoring import MUST
from insek_cli.core.vocabulary import Ground
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Runs, strong
from insek_cli.documents.patterns import filled


def programme_status(outcome: ProgrammeOutcome) -> str:
    """Return the word for a programme; one that asks nothing of the concept is not called fulfilled."""
    if outcome.status is ProgrammeStatus.READY and not outcome.programme.needs:
        return "kein Konzept verlangt, soweit der Text gelesen ist; Aufruf und Frist prüfen"
    return w.PROGRAMME[outcome.status]


def caution(assessment: Assessment, outcome: ProgrammeOutcome) -> Runs:
    """Return what speaks against a programme that seems within reach: musts that are open, whoever asks for them."""
    pattern = assessment.catalogue.head.ready_caution
    missing = [gap.criterion for gap in assessment.gaps if gap.weighed.rank == MUST]
    if pattern is None or not missing or outcome.status is not ProgrammeStatus.READY:
        return ()
    checked = (assessment.catalogue.criterion[criterion].title for criterion in outcome.programme.needs)
    return (
        *strong("Vorsicht: "),
        *filled(pattern, {"geprüft": "; ".join(checked), "offen": _named_and_counted(missing)}),
    )


def _named_and_counted(missing: Sequence[Criterion]) -> str:
    """Return the musts on whose account money may be refused by name, how many others there are."""
    named = [criterion.title for criterion in missing if criterion.because is Ground.FUNDING]
    others = len(missing) - len(named)
    if not named:
        return w.counted(others, "Punkt", "Punkte")
    return "; ".join(named) + (f" und {w.counted(others, 'weiterer Punkt', 'weitere Punkte')}" if others else "")


def away_words(outcome: ProgrammeOutcome) -> tuple[str, str]:
    """Return why a programme is out of reach, as it heads a list, and how the programme stands in that list."""
    programme, closed = outcome.programme, outcome.programme.closed
    if outcome.status is ProgrammeStatus.CLOSED and isinstance(closed, str):
        return closed.rstrip("."), programme.title
    if outcome.status is ProgrammeStatus.CLOSED:
        return w.PROGRAMME[outcome.status], f"{programme.title} ({_closed_reason(programme)})"
    return w.PROGRAMME[outcome.status], programme.title


def _closed_reason(programme: Programme) -> str:
    closed = programme.closed
    return closed.rstrip(".") if isinstance(closed, str) else f"endete am {w.day(closed)}" if closed else ""
