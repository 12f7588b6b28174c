"""Funding programmes as far as the concept matters to them, and the duties of a funding area, which are others."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Column, Heading, Runs, paragraph, plain, points, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.programme_words import closed_words, programme_status

OPEN_PROGRAMMES = (ProgrammeStatus.READY, ProgrammeStatus.BLOCKED, ProgrammeStatus.UNCLEAR)


def programmes(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the programmes: ready, blocked, unclear; those out of reach in a line."""
    yield Heading(2, "Förderprogramme")
    yield paragraph(
        "Ob Geld fließt, entscheidet die Bewilligungsstelle. Hier steht nur, was das Konzept dazu beiträgt."
    )
    columns = (Column("Programm", 4), Column("Stand", 4), Column("Was fehlt, Stand des Textes, wen fragen", 9))
    rows = [
        (
            w.with_note(outcome.programme.title, outcome.programme.proof),
            programme_status(outcome),
            _details(assessment, outcome),
        )
        for status in OPEN_PROGRAMMES
        for outcome in assessment.programmes
        if outcome.status is status
    ]
    if rows:
        yield table(columns, rows, caption="Programme, für die das Konzept zählt")
    for status in (ProgrammeStatus.NOT_ELIGIBLE, ProgrammeStatus.CLOSED):
        away = [outcome for outcome in assessment.programmes if outcome.status is status]
        if away:
            yield paragraph(strong(f"{w.sentence_start(w.PROGRAMME[status])}: "), "; ".join(map(_away, away)), ".")


def _details(assessment: Assessment, outcome: ProgrammeOutcome) -> Runs:
    """Return what is missing, how new the text is and whom to ask; the annex says more."""
    programme = outcome.programme
    missing = ", ".join(assessment.catalogue.criterion[criterion].title for criterion in outcome.blocked_by)
    runs = [*strong(f"Es fehlt: {missing}. ")] if missing else []
    for title, text in (
        ("Zugang", programme.gate_text if outcome.status is ProgrammeStatus.UNCLEAR else None),
        ("Text", programme.state),
        ("Fragen", programme.ask),
    ):
        if text:
            runs += [*strong(f"{title}: "), *plain(f"{text.rstrip('.')}. ")]
    return tuple(runs)


def _away(outcome: ProgrammeOutcome) -> str:
    return closed_words(outcome) if outcome.status is ProgrammeStatus.CLOSED else outcome.programme.title


def area_duties(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the duties of a funding area, apart from those of the concept."""
    wanted = [
        outcome.programme
        for outcome in assessment.programmes
        if outcome.programme.area_duties and outcome.status in OPEN_PROGRAMMES
    ]
    if not wanted:
        return
    yield Heading(2, "Pflichten eines Fördergebiets")
    yield paragraph("Das Folgende gehört in das Konzept des Fördergebiets, nicht in das Konzept der ganzen Gemeinde.")
    for programme in wanted:
        yield points(programme.area_duties)
