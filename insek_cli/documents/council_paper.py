"""The paper for the council: what to decide, on which footing, where the municipality stands, what it costs in work."""

from collections.abc import Iterator
from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Status
from insek_cli.core.papers import Insert, Paper, PaperSection, fields_of
from insek_cli.core.scoring import MAY, MUST
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import who
from insek_cli.documents.blocks import Block, Document, Kind, Signatures, paragraph, plain, points, strong
from insek_cli.documents.paper import Inserts, Writing, document_of, evidence, writing
from insek_cli.documents.standing import hardly_answered, level_sentences, next_steps, substance_sentence

NAMED = 3
MISSING = "Fehlendes Unverzichtbares"
SIGNATURES = ("Datum", "Bürgermeisterin oder Bürgermeister")


def council_paper(assessment: Assessment, paper: Paper) -> Document:
    """Return the council paper of a municipality."""
    days = _own_days(assessment) if hardly_answered(assessment) is None else ""
    own = {"Eigene Tage": days, MISSING: _musts(assessment)}
    within = writing(assessment, _without_empty(assessment, paper), own)
    return document_of(within, _inserts(within))


def _without_empty(assessment: Assessment, paper: Paper) -> Paper:
    """Return the paper without next steps where there are none, without judgement where nothing is answered."""
    judged = hardly_answered(assessment) is None
    kept = [
        section
        for section in paper.sections
        if (judged and next_steps(assessment)) or section.insert is not Insert.NEXT_STEPS
        if judged or not any(MISSING in fields_of(passage.text) for passage in section.passages)
    ]
    return replace(paper, sections=tuple(kept))


def _musts(assessment: Assessment) -> str:
    """Return the first missing musts by name and the number of the others; the council has two pages."""
    titles = [f"„{gap.criterion.title}“" for gap in assessment.gaps if gap.weighed.rank == MUST]
    more = len(titles) - NAMED
    if more > 1:
        titles = [*titles[:NAMED], f"{more} weitere Punkte (siehe Lückenbericht)"]
    return w.listed(titles) if titles else "nichts"


def _own_days(assessment: Assessment) -> str:
    needed = [gap for gap in assessment.gaps if gap.weighed.rank != MAY and gap.status is not Status.LATER]
    return w.whole_days((sum(gap.weighed.days[0] for gap in needed), sum(gap.weighed.days[1] for gap in needed)))


def _inserts(within: Writing) -> Inserts:
    def standing(_: PaperSection) -> Iterator[Block]:
        check = hardly_answered(within.assessment)
        if check is None:
            yield paragraph(*level_sentences(within.assessment), f" {substance_sentence(within.assessment)}")
        else:
            yield paragraph(f"{check.title}. {check.text}")
            yield paragraph(check.remedy, kind=Kind.GUIDANCE)

    def steps(_: PaperSection) -> Iterator[Block]:
        yield points(
            (*strong(f"{gap.criterion.title}: "), *plain(f"{w.days(gap.weighed.days)}; {who(within.assessment, gap)}"))
            for gap in next_steps(within.assessment)
        )

    return {
        Insert.STANDING: standing,
        Insert.NEXT_STEPS: steps,
        Insert.EVIDENCE: lambda _: evidence(within),
        Insert.SIGNATURES: lambda _: (Signatures(SIGNATURES),),
    }
