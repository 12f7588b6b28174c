"""What is said of a funding programme: how it stands, and why it is closed."""

from insek_cli.core.entries import Programme
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.documents import wording as w


def programme_status(outcome: ProgrammeOutcome) -> str:
    """Return the word for a programme; one that asks nothing of the concept is not called fulfilled."""
    if outcome.status is ProgrammeStatus.READY and not outcome.programme.needs:
        return "keine Anforderung an das Konzept gelesen, Aufruf und Frist prüfen"
    return w.PROGRAMME[outcome.status]


def closed_words(outcome: ProgrammeOutcome) -> str:
    """Return a programme that cannot be used, with the reason."""
    programme = outcome.programme
    if outcome.status is ProgrammeStatus.CLOSED:
        return f"{programme.title} ({_closed_reason(programme)})"
    return f"{programme.title} ({programme.gate_text.rstrip('.')})" if programme.gate_text else programme.title


def _closed_reason(programme: Programme) -> str:
    closed = programme.closed
    return closed.rstrip(".") if isinstance(closed, str) else f"endete am {w.day(closed)}" if closed else ""
