"""Funding programmes as far as the concept matters to them, and the duties of a funding area, which are others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Column, Heading, Runs, paragraph, plain, points, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.programme_words import away_words, caution, programme_status

OPEN_PROGRAMMES = (ProgrammeStatus.READY, ProgrammeStatus.BLOCKED, ProgrammeStatus.UNCLEAR)


def programmes(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the programmes: ready, blocked, unclear; those out of reach in a line."""
    yield Heading(2, "Förderprogramme")
    yield paragraph(
        "Ob Geld fließt, entscheidet die Bewilligungsstelle. Hier steht nur, was das Konzept dazu beiträgt."
    )
    asking = [outcome for outcome in _open(assessment) if outcome.programme.needs or outcome.blocked_by]
    if asking:
        columns = (Column("Programm", 4), Column("Stand", 4), Column("Was fehlt, Stand des Textes, wen fragen", 9))
        rows = [_row(assessment, outcome) for outcome in asking]
        yield table(columns, rows, caption="Programme, für die das Konzept zählt")
    yield from _asking_nothing([outcome for outcome in _open(assessment) if outcome not in asking])
    yield from _away(assessment)


def _open(assessment: Assessment) -> list[ProgrammeOutcome]:
    return [found for status in OPEN_PROGRAMMES for found in assessment.programmes if found.status is status]


def _asking_nothing(outcomes: Sequence[ProgrammeOutcome]) -> Iterator[Block]:
    """Yield the programmes that ask nothing of the concept, by what to do and whom to ask."""
    by_status: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        programme = outcome.programme
        person = programme.ask or "die Bewilligungsstelle"
        by_status[programme_status(outcome)][person].append(w.with_note(programme.title, programme.proof))
    for status, by_person in by_status.items():
        yield paragraph(strong(f"{w.sentence_start(status)}. "), "Zu fragen ist:")
        yield points((*strong(f"{person}: "), *plain("; ".join(titles))) for person, titles in by_person.items())


def _row(assessment: Assessment, outcome: ProgrammeOutcome) -> tuple[str, str, Runs]:
    programme = outcome.programme
    status = programme_status(outcome) + ("; Vorsicht" if caution(assessment, outcome) else "")
    return w.with_note(programme.title, programme.proof), status, _details(assessment, outcome)


def _details(assessment: Assessment, outcome: ProgrammeOutcome) -> Runs:
    """Return what is missing, how new the text is and whom to ask; the annex says more."""
    programme = outcome.programme
    missing = "; ".join(assessment.catalogue.criterion[criterion].title for criterion in outcome.blocked_by)
    runs = [*strong(f"Es fehlt: {missing}. ")] if missing else []
    for title, text in (
        ("Zugang", programme.gate_text if outcome.status is ProgrammeStatus.UNCLEAR else None),
        ("Text", programme.state),
        ("Fragen", programme.ask),
    ):
        if text:
            runs += [*strong(f"{title}: "), *plain(f"{text.rstrip('.')}. ")]
    return (*runs, *caution(assessment, outcome))


def _away(assessment: Assessment) -> Iterator[Block]:
    """Yield the programmes out of reach, each reason once: those that have ended, those with a reason of their own."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for status in (ProgrammeStatus.NOT_ELIGIBLE, ProgrammeStatus.CLOSED):
        for outcome in assessment.programmes:
            if outcome.status is status:
                reason, words = away_words(outcome)
                by_reason[reason].append(words)
    for reason, titles in by_reason.items():
        yield paragraph(strong(f"{w.sentence_start(reason)}: "), f"{'; '.join(titles)}.")


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
        yield paragraph(strong(f"{programme.title}: "), " ".join(programme.area_duties))
