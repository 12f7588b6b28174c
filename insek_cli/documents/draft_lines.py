"""Lines with gaps that say what belongs there: those that all topics share, and the profile of an Ortsteil."""

from collections.abc import Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import holds
from insek_cli.core.outline import Chapter, GapLine
from insek_cli.core.vocabulary import Take
from insek_cli.documents.blocks import Block, Column, Run, Runs, gap, paragraph, plain, strong, table
from insek_cli.documents.plan_citations import NAMED, numbers


def line_blocks(
    lines: Sequence[GapLine], chapter: Chapter, assessment: Assessment, data: Sequence[str]
) -> Iterator[Block]:
    """Yield the lines a chapter shares with others, each a paragraph; `data` names the figures it shows."""
    own = {found.line: found.gap for found in chapter.gaps}
    for line in _shown(lines, assessment):
        asked = own.get(line.label) or line.gap
        figures = data if Take.DATA in line.take else ()
        yield paragraph(strong(f"{line.label}: "), _gaps(line, asked, chapter, assessment, figures))


def profile_table(chapter: Chapter, assessment: Assessment) -> Block:
    """Return the form of an Ortsteil."""
    rows = [
        (strong(line.label), _gaps(line, line.gap, chapter, assessment, ()))
        for line in _shown(chapter.profile, assessment)
    ]
    return table((Column("Merkmal", 1), Column("Aussage", 3)), rows, room=True)


def _shown(lines: Sequence[GapLine], assessment: Assessment) -> list[GapLine]:
    return [line for line in lines if holds(line.when, assessment.situation) is not False]


def _gaps(line: GapLine, asked: str | None, chapter: Chapter, assessment: Assessment, data: Sequence[str]) -> Runs:
    """Return the gap of a line, or one for each question of its chapter; the last says where to look."""
    *others, last = (asked,) if asked is not None else chapter.answers or (line.label,)
    found = [*_plans(line, chapter, assessment), *(f"Tabelle „{title}“" for title in data)]
    where = f"; durchzusehen: {', '.join(found)}" if found else ""
    runs: list[Run] = []
    for question in others:
        runs += (*gap(question), *plain(" "))
    return (*runs, *gap(f"{last}{where}"))


def _plans(line: GapLine, chapter: Chapter, assessment: Assessment) -> list[str]:
    """Return the numbers of the plans at hand that may say something on a line."""
    return [
        numbers(assessment)[outcome.entry]
        for outcome in assessment.plans
        if outcome.verdict in NAMED
        and (
            outcome.type.id in line.plans
            or any(
                feed.chapter == chapter.id and not set(feed.take).isdisjoint(line.take) for feed in outcome.type.feeds
            )
        )
    ]
