"""What is to do: musts that are missing, the work programme, the shortest way to the next level."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import MUST
from insek_cli.core.steps import in_order, preparing, waits_for_next
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import outcome_word, who
from insek_cli.documents.blocks import Align, Block, Column, Heading, paragraph, points, sortable, strong, table
from insek_cli.documents.place import Names
from insek_cli.documents.standing import next_steps, step_title, sum_of_days


def musts(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the musts that are missing, with their ground and what to do."""
    missing = [gap for gap in in_order(assessment.gaps, assessment.situation) if gap.weighed.rank == MUST]
    yield Heading(2, "Unverzichtbares, das noch fehlt")
    if not missing:
        yield paragraph("Alle unverzichtbaren Punkte, die hier zutreffen, sind erfüllt.")
        return
    steps = next_steps(assessment)
    above, others = [gap for gap in missing if gap in steps], [gap for gap in missing if gap not in steps]
    if above:
        yield paragraph(strong("Schon unter den nächsten Schritten:"))
        yield points(": ".join(_must_words(assessment, gap)) for gap in above)
    if others:
        columns = (Column("Punkt", 4), Column("Stand und Grund", 5), Column("Nächster Schritt", 11))
        rows = [(*_must_words(assessment, gap), gap.criterion.remedy) for gap in others]
        yield table(columns, rows, caption=OTHER_MUSTS if above else MUSTS)


MUSTS, OTHER_MUSTS = "Was unverzichtbar ist und noch fehlt", "Was außerdem unverzichtbar ist und noch fehlt"


def _must_words(assessment: Assessment, gap: Outcome) -> tuple[str, str]:
    ground = w.with_note(w.GROUND[gap.criterion.because], gap.criterion.proof)
    return step_title(assessment, gap), f"{outcome_word(gap)}; {ground}"


def work_programme(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield every gap once, by section and in gap order; what was put off and what waits have tables of their own."""
    if not assessment.gaps:
        return
    yield Heading(2, "Arbeitsprogramm")
    for caption, gaps in _tables(assessment).items():
        if gaps:
            rows = [_work_row(assessment, gap) for gap in gaps]
            yield sortable(table(_WORK_COLUMNS, rows, caption=caption))


NOW = "Was zu tun ist, in der Reihenfolge der Arbeit (Tage: Annahme)"
WITH_THE_NEXT = "Was sich erst mit dem nächsten Konzept nachholen lässt (Tage: Annahme)"
PUT_OFF = "Was bewusst zurückgestellt ist (Tage: Annahme)"
_WORK_COLUMNS = (
    Column("Punkt", 12),
    Column("Abschnitt", 5, groups=True),
    Column("Rang", 5),
    Column("Stand", 6),
    Column("Tage", 3, Align.RIGHT),
    Column("Wer, bis wann", 8),
)


def _tables(assessment: Assessment) -> dict[str, list[Outcome]]:
    """Return the gaps by the caption of their table, in the order of work."""
    order = {part.section.id: place for place, part in enumerate(assessment.sections)}
    found: dict[str, list[Outcome]] = {NOW: [], WITH_THE_NEXT: [], PUT_OFF: []}
    for gap in sorted(assessment.gaps, key=lambda gap: order[gap.weighed.section]):
        found[_table_of(assessment, gap)].append(gap)
    return found


def _table_of(assessment: Assessment, gap: Outcome) -> str:
    if gap.status is Status.LATER:
        return PUT_OFF
    return WITH_THE_NEXT if waits_for_next(gap.criterion, assessment.situation) else NOW


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
        f"{w.counted(len(way.gaps), 'Punkt', 'Punkte')}, {w.whole_days(way.days)}. ",
        strong("Es sind: "),
        "; ".join(step_title(assessment, gap) for gap in way.gaps),
        ".",
    )
    before = preparing(way.gaps, assessment.gaps)
    if before:
        whole = w.whole_days(sum_of_days((*way.gaps, *before)))
        yield paragraph(
            strong("Vorher zu beginnen: "),
            "; ".join(step_title(assessment, gap) for gap in before),
            f". Mit diesen Punkten sind es {whole}.",
        )
