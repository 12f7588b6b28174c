"""Annex of the gap report: every criterion with everything said of it, programmes in detail, all sources."""

from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.costs import STRONGEST, nearest_cases
from insek_cli.core.entries import Source
from insek_cli.core.programmes import ProgrammeOutcome
from insek_cli.core.scale import Outcome
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, note_of, outcome_word, who
from insek_cli.documents.blocks import Block, Column, Heading, Kind, PageBreak, Runs, plain, points, strong, table
from insek_cli.documents.plan_words import plan_title
from insek_cli.documents.programme_words import programme_status
from insek_cli.documents.report_costs import cases_table

USABLE = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE)


def annex(assessment: Assessment) -> Iterator[Block]:
    """Yield the annex."""
    yield PageBreak()
    yield Heading(2, "Anhang: alle Kriterien")
    for part in assessment.sections:
        outcomes = [
            outcome
            for outcome in assessment.outcomes
            if outcome.weighed.section == part.section.id and (outcome.applicable or outcome.waived)
        ]
        if outcomes:
            yield Heading(3, part.section.title)
            yield _criteria_table(assessment, outcomes, part.section.title)
    yield Heading(2, "Anhang: Förderprogramme im Einzelnen")
    columns = (Column("Programm", 3), Column("Stand", 3), Column("Was zu beachten ist", 9))
    rows = [_programme_row(assessment, outcome) for outcome in assessment.programmes]
    yield table(columns, rows, caption="Alle Programme des Katalogs")
    yield from _costs(assessment)
    yield Heading(2, "Anhang: alle Quellen")
    yield points((_source_line(source) for source in _sources(assessment)), kind=Kind.SOURCE)


def _costs(assessment: Assessment) -> Iterator[Block]:
    drivers = assessment.costs.drivers
    cases = nearest_cases(assessment.catalogue, assessment.answers.municipality.inhabitants)[STRONGEST:]
    if not drivers and not cases:
        return
    yield Heading(2, "Anhang: Kostentreiber und Fälle im Einzelnen")
    yield points((*strong(f"{fired.driver.title}: "), *plain(fired.driver.evidence)) for fired in drivers)
    if cases:
        yield cases_table(assessment, cases, "Weitere dokumentierte Fälle")


def _criteria_table(assessment: Assessment, outcomes: Sequence[Outcome], section: str) -> Block:
    columns = (Column("Punkt", 4), Column("Erfüllt, wenn …", 6), Column("Was vorliegt und was zu tun ist", 8))
    rows = [_criterion_row(assessment, outcome) for outcome in outcomes]
    return table(columns, rows, caption=f"Kriterien im Abschnitt „{section}“")


def _criterion_row(assessment: Assessment, outcome: Outcome) -> tuple[Runs, str, Runs]:
    criterion = outcome.criterion
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    marks = f"{w.OBLIGATION[criterion.obligation]}, {outcome_word(outcome)}; {ground}"
    named = (*strong(f"{criterion.title}. "), *plain(w.sentence_start(marks)))
    return named, criterion.met, _waived(assessment, outcome) if outcome.waived else _said(assessment, outcome)


def _waived(assessment: Assessment, outcome: Outcome) -> Runs:
    return _listed(("Trifft nicht zu", assessment.answers.criteria[outcome.criterion.id].reason))


def _said(assessment: Assessment, outcome: Outcome) -> Runs:
    evidence = evidence_of(assessment, outcome)
    if outcome.status is Status.MET:
        return _listed(("Nachweis", evidence), ("Vermerk", note_of(assessment, outcome)))
    return _listed(
        ("Nachweis", None if evidence == w.NO_EVIDENCE else evidence),
        ("Vermerk", note_of(assessment, outcome)),
        ("Nächster Schritt", outcome.criterion.remedy),
        ("Aufwand", w.days(outcome.weighed.days)),
        ("Wer", who(assessment, outcome)),
        ("Vorhanden", "; ".join(_usable_plans(assessment, outcome))),
        ("Voraussetzung für", "; ".join(_programmes_opened(assessment, outcome))),
    )


def _usable_plans(assessment: Assessment, outcome: Outcome) -> list[str]:
    best = assessment.best_plans
    return [plan_title(best[plan]) for plan in outcome.criterion.plans if best[plan].verdict in USABLE]


def _programmes_opened(assessment: Assessment, outcome: Outcome) -> list[str]:
    return [found.programme.title for found in assessment.programmes if outcome.criterion.id in found.blocked_by]


def _programme_row(assessment: Assessment, outcome: ProgrammeOutcome) -> tuple[str, str, Runs]:
    programme = outcome.programme
    missing = "; ".join(assessment.catalogue.criterion[criterion].title for criterion in outcome.blocked_by)
    return (
        w.with_note(programme.title, programme.proof),
        programme_status(outcome),
        _listed(
            ("Es fehlt", missing),
            ("Zugang", programme.gate_text),
            ("Hinweis", programme.text),
            ("Was den Rang verbessert", programme.priority),
            ("Stand des Textes", programme.state),
            ("Zu fragen", programme.ask),
        ),
    )


def _listed(*pairs: tuple[str, str | None]) -> Runs:
    """Return titles and texts as runs; what has no text is left out."""
    return tuple(
        run for title, text in pairs if text for run in (*strong(f"{title}: "), *plain(f"{text.rstrip('.')}. "))
    )


def _sources(assessment: Assessment) -> list[Source]:
    """Return the sources of everything the report or its annex shows."""
    costs = assessment.costs
    used = {source for outcome in assessment.outcomes for source in outcome.criterion.sources}
    used |= {source for fired in costs.drivers for source in fired.driver.sources}
    used |= {source for use in costs.used for source in use.lever.sources}
    used |= {source for lever in costs.offered for source in lever.sources}
    used |= {source for outcome in assessment.plans if outcome.verdict in _SHOWN for source in outcome.type.sources}
    used |= {source for outcome in assessment.programmes for source in outcome.programme.sources}
    return [source for source in assessment.catalogue.entries.sources if source.id in used]


_SHOWN = (*USABLE, Verdict.UNUSABLE, Verdict.REQUEST)


def _source_line(source: Source) -> str:
    address = f", {source.address}" if source.address else ""
    return w.with_note(f"{source.title}, {source.issuer}, {source.date}{address}", source.proof)
