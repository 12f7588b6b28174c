"""First page of the gap report: where we stand, what work it costs, the next steps and who does them."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.scoring import MAY
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import who
from insek_cli.documents.blocks import Align, Block, Column, Heading, Kind, paragraph, plain, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.standing import (
    hardly_answered,
    level_sentences,
    next_steps,
    not_judged,
    section_chart,
    step_title,
    substance_sentence,
)


def summary(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the first page."""
    yield Heading(2, "Auf einen Blick")
    check = hardly_answered(assessment)
    if check is not None:
        yield from not_judged(assessment, check)
    else:
        yield from _judged(assessment, names)


def _judged(assessment: Assessment, names: Names) -> Iterator[Block]:
    yield paragraph(*level_sentences(assessment), kind=Kind.LEAD)
    yield paragraph(f"{substance_sentence(assessment)} {_work_sentence(assessment)}")
    yield section_chart(assessment)
    yield from _next_steps(assessment, names)


def _work_sentence(assessment: Assessment) -> str:
    if not assessment.gaps:
        return "Kein Punkt ist offen."
    needed = [gap for gap in assessment.gaps if gap.weighed.rank != MAY and gap.status is not Status.LATER]
    days = (sum(gap.weighed.days[0] for gap in needed), sum(gap.weighed.days[1] for gap in needed))
    way = assessment.next_level
    next_level = (
        "" if way is None else f" Bis zur Stufe „{way.level.title}“ sind es rechnerisch {w.whole_days(way.days)}."
    )
    count = w.counted(
        len(needed), "unverzichtbarer oder empfohlener Punkt ist", "unverzichtbare oder empfohlene Punkte sind"
    )
    effort = f"{count} offen oder unvollständig; sie alle zu schließen kostet im Haus {w.whole_days(days)} (Annahme)."
    return effort + next_level


def _next_steps(assessment: Assessment, names: Names) -> Iterator[Block]:
    steps = next_steps(assessment)
    if not steps:
        return
    columns = (Column("Schritt", 10), Column("Tage", 2, Align.RIGHT), Column("Wer, bis wann", 4))
    rows = [
        (
            (*strong(f"{step_title(assessment, gap)}. "), *plain(gap.criterion.remedy)),
            w.day_range(gap.weighed.days),
            who(assessment, gap),
        )
        for gap in steps
    ]
    caption = f"Die nächsten Schritte, zu beginnen bis zur nächsten Sitzung {names.council_of}"
    yield table(columns, rows, caption=caption)
