"""Status of a programme in words."""

from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.documents.programme_words import closed_words, programme_status


def test_ready_programme_without_needs_is_not_called_fulfilled(example: Assessment):
    outcome = next(found for found in example.programmes if found.programme.needs)
    ready = replace(outcome, status=ProgrammeStatus.READY)
    asking_nothing = replace(ready, programme=replace(ready.programme, needs=()))
    assert programme_status(ready).startswith("konzeptseitig erfüllt")
    assert programme_status(asking_nothing).startswith("keine Anforderung an das Konzept gelesen")


def test_closed_programme_says_why(example: Assessment):
    closed = [found for found in example.programmes if found.status is ProgrammeStatus.CLOSED]
    assert closed != []
    assert all(closed_words(found).startswith(f"{found.programme.title} (") for found in closed)
