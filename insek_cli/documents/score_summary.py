"""What `score` says about one municipality on a screen: level, shares per section, the next steps."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
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
from insek_cli.documents.standing import (
    hardly_answered,
    level_sentences,
    next_steps,
    not_judged,
    section_chart,
    step_title,
    substance_sentence,
)


def score_summary(assessment: Assessment) -> Document:
    """Return the summary of one municipality."""
    names = names_of(assessment.answers.municipality)
    footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)} · Katalog {assessment.catalogue.reference}"
    return Document(names.full, names.full, footer, tuple(_blocks(assessment, names.full)))


def _blocks(assessment: Assessment, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    check = hardly_answered(assessment)
    if check is not None:
        yield from not_judged(assessment, check)
    else:
        yield from _standing(assessment)


def _standing(assessment: Assessment) -> Iterator[Block]:
    yield paragraph(*level_sentences(assessment), kind=Kind.LEAD)
    yield paragraph(substance_sentence(assessment))
    yield section_chart(assessment)
    steps = next_steps(assessment)
    if steps:
        yield paragraph(strong("Als Nächstes:"))
        yield points((f"{step_title(assessment, gap)} ({w.days(gap.weighed.days)})" for gap in steps), ordered=True)
