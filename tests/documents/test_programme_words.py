"""Status of a programme in words."""

from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.documents.programme_words import away_words, programme_status


def test_ready_programme_without_needs_is_not_called_fulfilled(example: Assessment):
    outcome = next(found for found in example.programmes if found.programme.needs)
    ready = replace(outcome, status=ProgrammeStatus.READY)
    asking_nothing = replace(ready, programme=replace(ready.programme, needs=()))
    assert programme_status(ready).startswith("konzeptseitig erfüllt")
    assert programme_status(asking_nothing).startswith("kein Konzept verlangt, soweit der Text gelesen ist")


def test_closed_programme_says_why(example: Assessment):
    closed = [found for found in example.programmes if found.status is ProgrammeStatus.CLOSED]
    assert closed != []
    words = [away_words(found) for found in closed]
    assert all(told.startswith(found.programme.title) for found, (_, told) in zip(closed, words, strict=True))
    assert ("geschlossen", "Modellprojekte klimaresilienter Stadtumbau (endete am 16.01.2026)") in words


def test_reason_that_is_no_day_heads_a_list_of_its_own(example: Assessment):
    outdated = {away_words(found)[0] for found in example.programmes if "(2012)" in found.programme.title}
    assert len(outdated) == 1
    assert "Vermutlich überholt" in "".join(outdated)
