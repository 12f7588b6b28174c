"""What the quick check ends with: how many deciding points are secured and the three most urgent ones; no level."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.steps import steps
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Document,
    Heading,
    Kind,
    paragraph,
    points,
    strong,
)
from insek_cli.documents.place import names_of
from insek_cli.documents.standing import step_title

URGENT = 3


def quick_summary(assessment: Assessment) -> Document:
    """Return the summary of a quick check."""
    names = names_of(assessment.answers.municipality)
    footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)} · Katalog {assessment.catalogue.reference}"
    return Document(names.full, names.full, footer, tuple(_blocks(assessment, names.full)))


def _blocks(assessment: Assessment, title: str) -> Iterator[Block]:
    deciding = [outcome for outcome in assessment.outcomes if outcome.criterion.quick and outcome.applicable]
    secured = sum(not outcome.gap for outcome in deciding)
    urgent = steps([gap for gap in assessment.gaps if gap.criterion.quick], assessment.situation)[:URGENT]
    yield Heading(1, title)
    yield paragraph(strong(f"{secured} von {len(deciding)} entscheidenden Punkten gesichert."), kind=Kind.LEAD)
    if urgent:
        yield paragraph(strong("Am dringendsten:"))
        yield points(
            ((*strong(f"{step_title(assessment, gap)}. "), *paragraph(gap.criterion.remedy).runs) for gap in urgent),
            ordered=True,
        )
