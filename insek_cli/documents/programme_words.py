"""What is said of a funding programme: how it stands, and why it is closed."""

from insek_cli.core.entries import Programme
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.documents import wording as w


def programme_status(outcome: ProgrammeOutcome) -> str:
    """Return the word for a programme; one that asks nothing of the concept is not called fulfilled."""
    if outcome.status is ProgrammeStatus.READY and not outcome.programme.needs:
        return "kein Konzept verlangt, soweit der Text gelesen ist; Aufruf und Frist prüfen"
    return w.PROGRAMME[outcome.status]


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
