"""What is to do: musts that are missing, the work programme, the shortest way to the next level."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Status
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import MUST
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import outcome_word, who
from insek_cli.documents.blocks import Align, Block, Column, Heading, paragraph, sortable, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.standing import next_steps


def musts(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the musts that are missing, with their ground and what to do."""
    missing = [gap for gap in assessment.gaps if gap.weighed.rank == MUST]
    yield Heading(2, "Unverzichtbares, das noch fehlt")
    if not missing:
        yield paragraph("Alle unverzichtbaren Punkte, die hier zutreffen, sind erfüllt.")
        return
    columns = (Column("Punkt", 4), Column("Stand und Grund", 5), Column("Nächster Schritt", 11))
    above = next_steps(assessment)
    rows = [
        (*_must_words(gap), "siehe die nächsten Schritte" if gap in above else gap.criterion.remedy) for gap in missing
    ]
    yield table(columns, rows, caption="Was unverzichtbar ist und noch fehlt")


def _must_words(gap: Outcome) -> tuple[str, str]:
    criterion = gap.criterion
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    return criterion.title, f"{outcome_word(gap)}; {ground}"


def work_programme(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield every gap once, by section and in gap order; what was put off stands at the end."""
    if not assessment.gaps:
        return
    yield Heading(2, "Arbeitsprogramm")
    columns = (
        Column("Punkt", 12),
        Column("Abschnitt", 5, groups=True),
        Column("Rang", 5),
        Column("Stand", 6),
        Column("Tage", 3, Align.RIGHT),
        Column("Wer, bis wann", 8),
    )
    rows = [_work_row(assessment, gap) for gap in _in_order_of_work(assessment)]
    yield sortable(table(columns, rows, caption="Was zu tun ist, in der Reihenfolge der Arbeit (Tage: Annahme)"))


def _in_order_of_work(assessment: Assessment) -> list[Outcome]:
    order = {part.section.id: place for place, part in enumerate(assessment.sections)}
    return sorted(assessment.gaps, key=lambda gap: (gap.status is Status.LATER, order[gap.weighed.section]))


def _work_row(assessment: Assessment, gap: Outcome) -> tuple[str, ...]:
    section = assessment.catalogue.section_of[gap.criterion.id]
    return (
        gap.criterion.title,
        section.short or section.title,
        w.OBLIGATION[gap.criterion.obligation],
        outcome_word(gap),
        w.day_range(gap.weighed.days),
        who(assessment, gap),
    )


def shortest_way(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the cheapest set of gaps that leads to the next level."""
    way = assessment.next_level
    if way is None:
        return
    yield Heading(2, f"Zur Stufe „{way.level.title}“")
    yield paragraph(
        "Rechnerisch kürzester Weg, keine Empfehlung: "
        f"{w.counted(len(way.gaps), 'Punkt', 'Punkte')}, {w.days(way.days)}. ",
        strong("Es sind: "),
        "; ".join(gap.criterion.title for gap in way.gaps),
        ".",
    )
