"""First page of the gap report: where we stand, what work it costs, the next steps and who does them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.assessment import Assessment
from insek_cli.core.scale import UNITS, Outcome
from insek_cli.core.scoring import MAY
from insek_cli.core.steps import preparing, waits_for_next
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import who
from insek_cli.documents.blocks import Align, Block, Column, Heading, Kind, Runs, paragraph, plain, strong, table
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import Names
from insek_cli.documents.standing import (
    hardly_answered,
    level_sentences,
    next_steps,
    not_judged,
    section_chart,
    step_title,
    substance_sentence,
    sum_of_days,
    unproven_sentence,
)

SHORT_NOTE = 160


def summary(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the first page."""
    yield Heading(2, "Auf einen Blick")
    check = hardly_answered(assessment)
    if check is not None:
        yield from not_judged(assessment, check)
    else:
        yield from _judged(assessment, names)


def _judged(assessment: Assessment, names: Names) -> Iterator[Block]:
    yield paragraph(*level_sentences(assessment), unproven_sentence(assessment), kind=Kind.LEAD)
    yield paragraph(f"{substance_sentence(assessment)} ", *_work(assessment))
    yield section_chart(assessment)
    yield from _next_steps(assessment, names)


def _work(assessment: Assessment) -> Iterator[str | Runs]:
    """Yield what the work costs: to close every must and should, to the next level, in the time somebody has."""
    needed = [gap for gap in assessment.gaps if gap.weighed.rank != MAY and gap.status is not Status.LATER]
    if not assessment.gaps:
        yield "Kein Punkt ist offen."
        return
    yield from _all(assessment, needed) if needed else ["Was offen ist, ist freiwillig oder bewusst zurückgestellt."]
    way = assessment.next_level
    if way is not None:
        before = preparing(way.gaps, assessment.gaps)
        whole = w.whole_days(sum_of_days((*way.gaps, *before)))
        prepared = "mit dem, was vorher zu beginnen ist, " if before else ""
        yield f" Bis zur Stufe „{way.level.title}“ sind es {prepared}rechnerisch {whole}."


def _all(assessment: Assessment, needed: Sequence[Outcome]) -> Iterator[str | Runs]:
    """Yield what it takes to close all that is needed; what waits for the next concept is named, not reckoned."""
    now = [gap for gap in needed if not waits_for_next(gap.criterion, assessment.situation)]
    days, later = sum_of_days(now), len(needed) - len(now)
    count = w.counted(
        len(needed), "unverzichtbarer oder empfohlener Punkt ist", "unverzichtbare oder empfohlene Punkte sind"
    )
    yield f"{count} offen oder unvollständig"
    if later:
        yield f", davon {later} erst mit dem nächsten Konzept nachzuholen"
    if not now:
        yield "."
        return
    yield f"; {'das Übrige' if later else 'sie alle'} zu schließen kostet im Haus {w.whole_days(days)} (Annahme)."
    yield from _own_time(assessment, days)


def _own_time(assessment: Assessment, days: tuple[int, int]) -> Iterator[Runs]:
    """Yield how long the work takes in the hours a week that were named."""
    rule, situation = assessment.catalogue.head.own_time, assessment.situation
    hours = None if rule is None or rule.fact in situation.hidden else situation.facts.get(rule.fact)
    if rule is None or not isinstance(hours, int | Decimal) or hours <= 0:
        return
    low, high = (Fraction(value * rule.day, UNITS) / Fraction(hours) for value in days)
    known = {"stunden": w.decimal(Decimal(hours)), "tag": str(rule.day), "dauer": w.weeks(low, high)}
    yield filled(f" {rule.text}", known)


def _next_steps(assessment: Assessment, names: Names) -> Iterator[Block]:
    steps = next_steps(assessment)
    if not steps:
        return
    columns = (Column("Schritt", 10), Column("Tage", 2, Align.RIGHT), Column("Wer, bis wann", 4))
    rows = [
        (
            (*strong(f"{step_title(assessment, gap)}. "), *plain(f"{gap.criterion.remedy}{_note(assessment, gap)}")),
            w.day_range(gap.weighed.days),
            who(assessment, gap),
        )
        for gap in steps
    ]
    caption = f"Die nächsten Schritte, zu beginnen bis zur nächsten Sitzung {names.council_of}"
    yield table(columns, rows, caption=caption)


def _note(assessment: Assessment, gap: Outcome) -> str:
    """Return what the office itself wrote on a point, where it is short."""
    answer = assessment.answers.criteria.get(gap.criterion.id)
    note = " ".join(((answer.note if answer is not None else None) or "").split())
    return f" Ihre Notiz: {note}" if 0 < len(note) <= SHORT_NOTE else ""
