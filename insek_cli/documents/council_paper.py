"""The paper for the council: what to decide, on which footing, where the municipality stands, what it costs in work."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import holds
from insek_cli.core.papers import Finding, Insert, Paper, PaperSection
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import MAY, MUST
from insek_cli.core.steps import in_order, steps, waits_for_next
from insek_cli.core.vocabulary import CriterionId, Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import who
from insek_cli.documents.blocks import Block, Document, Kind, Signatures, paragraph, plain, points, strong
from insek_cli.documents.paper import Inserts, Writing, document_of, evidence, first_named, writing
from insek_cli.documents.standing import (
    NEXT_STEPS,
    hardly_answered,
    level_sentences,
    step_title,
    substance_sentence,
)

NAMED = 3
SIGNATURES = ("Datum", "Bürgermeisterin oder Bürgermeister")


def council_paper(assessment: Assessment, paper: Paper) -> Document:
    """Return the council paper of a municipality."""
    musts, ahead = _open_musts(assessment, paper), _steps(assessment, paper)
    own = {
        "Eigene Tage": _own_days(assessment) if hardly_answered(assessment) is None else "",
        "Fehlendes Unverzichtbares": _named(assessment, musts),
        "Zahl der fehlenden Punkte": w.counted(len(musts), "Punkt", "Punkte"),
    }
    within = writing(assessment, paper, own, _findings(assessment, musts, ahead))
    return replace(document_of(within, _inserts(within, ahead)), close=True)


def _findings(assessment: Assessment, musts: Sequence[Outcome], ahead: Sequence[Outcome]) -> AbstractSet[Finding]:
    if hardly_answered(assessment) is not None:
        return {Finding.UNJUDGED}
    found = {Finding.JUDGED, Finding.OPEN_MUSTS if musts else Finding.NO_OPEN_MUSTS}
    return found | {Finding.STEPS} if ahead else found


def _open_musts(assessment: Assessment, paper: Paper) -> list[Outcome]:
    """Return the missing musts, the weightiest first; what the proposed resolution meets by itself is none."""
    settled = _settled(assessment, paper)
    ordered = in_order(assessment.gaps, assessment.situation)
    missing = [gap for gap in ordered if gap.weighed.rank == MUST and gap.criterion.id not in settled]
    return sorted(missing, key=lambda gap: -gap.weighed.weight)


def _steps(assessment: Assessment, paper: Paper) -> list[Outcome]:
    """Return the first steps; the resolution that is proposed is none of them."""
    settled = _settled(assessment, paper)
    ahead = steps(assessment.gaps, assessment.situation)
    return [gap for gap in ahead if gap.criterion.id not in settled][:NEXT_STEPS]


def _settled(assessment: Assessment, paper: Paper) -> Sequence[CriterionId]:
    settles = paper.settles
    if settles is None or (settles.unless is not None and holds(settles.unless, assessment.situation) is True):
        return ()
    return settles.criteria


def _named(assessment: Assessment, musts: Sequence[Outcome]) -> str:
    """Return the first missing musts by name and the number of the others; the council has two pages."""
    return first_named([_quoted(assessment, gap) for gap in musts], NAMED) if musts else "nichts"


def _quoted(assessment: Assessment, gap: Outcome) -> str:
    waits = f" ({w.NEXT_CONCEPT})" if waits_for_next(gap.criterion, assessment.situation) else ""
    return f"„{gap.criterion.title}“{waits}"


def _own_days(assessment: Assessment) -> str:
    """Return the days until every must and should is met that the concept at hand can meet."""
    needed = [
        gap.weighed.days
        for gap in assessment.gaps
        if gap.weighed.rank != MAY
        and gap.status is not Status.LATER
        and not waits_for_next(gap.criterion, assessment.situation)
    ]
    return w.whole_days((sum(low for low, _ in needed), sum(high for _, high in needed)))


def _inserts(within: Writing, ahead: Sequence[Outcome]) -> Inserts:
    def standing(_: PaperSection) -> Iterator[Block]:
        check = hardly_answered(within.assessment)
        if check is None:
            yield paragraph(*level_sentences(within.assessment))
            yield paragraph(substance_sentence(within.assessment))
        else:
            yield paragraph(f"{check.title}. {check.text}")
            yield paragraph(check.remedy, kind=Kind.GUIDANCE)

    def next_steps(_: PaperSection) -> Iterator[Block]:
        yield points(
            (
                *strong(f"{step_title(within.assessment, gap)}: "),
                *plain(f"{w.days(gap.weighed.days)}; {who(within.assessment, gap)}"),
            )
            for gap in ahead
        )

    return {
        Insert.STANDING: standing,
        Insert.NEXT_STEPS: next_steps,
        Insert.EVIDENCE: lambda _: evidence(within),
        Insert.SIGNATURES: lambda _: (Signatures(SIGNATURES),),
    }
