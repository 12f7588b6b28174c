"""The parts of the cohort report that count: gaps, costs, programmes, opinions on criteria."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from insek_cli.core.cohort import (
    Cohort,
    Counts,
    DriverCount,
    GapCount,
    LeverCount,
    Opinion,
    ProgrammeCount,
)
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.core.spread import FEWEST, FEWEST_QUARTILES, spread
from insek_cli.core.vocabulary import Obligation
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Runs,
    paragraph,
    plain,
    points,
    strong,
    table,
)

MOST_GAPS = 10
MOST_DRIVERS = 8
MOST_LEVERS = 6
MOST_NAMED = 3
GOOD_MARK = 3


def of(number: int, whole: int) -> str:
    """Return „3 von 12“ or „alle 12“."""
    return f"alle {whole}" if number == whole > 1 else f"{number} von {whole}"


def gaps(cohort: Counts) -> Iterator[Block]:
    """Yield what is lacking most often: what is indispensable first."""
    yield Heading(2, "Was am häufigsten fehlt")
    musts = [gap for gap in cohort.gaps if gap.criterion.obligation is Obligation.MUST]
    others = [gap for gap in cohort.gaps if gap.criterion.obligation is not Obligation.MUST]
    if not cohort.gaps:
        yield paragraph("Es ist kein offener Punkt zu nennen.")
    else:
        yield paragraph("Nicht gesichert heißt: nicht oder nur teilweise erfüllt, zurückgestellt oder noch ungeklärt.")
    if musts:
        yield _gap_table(musts, "Unverzichtbares")
    if others:
        yield _gap_table(sorted(others, key=lambda gap: -gap.lacking), "Außerdem")


def _gap_table(found: Sequence[GapCount], caption: str) -> Block:
    columns = (Column("Punkt", 4), Column("nicht gesichert bei", 2), Column("davon", 3), Column("Nächster Schritt", 8))
    rows = [
        (gap.criterion.title, of(gap.lacking, gap.applicable), _of_which(gap), gap.criterion.remedy)
        for gap in found[:MOST_GAPS]
    ]
    return table(columns, rows, caption=caption)


def _of_which(gap: GapCount) -> str:
    parts = ((gap.partial, "teilweise"), (gap.later, "zurückgestellt"), (gap.unclear, "ungeklärt"))
    return ", ".join(f"{number} {word}" for number, word in parts if number) or "–"


def costs(cohort: Counts) -> Iterator[Block]:
    """Yield the most frequent cost drivers and the levers open to most."""
    yield Heading(2, "Was den Aufwand treibt und senkt")
    if cohort.drivers:
        columns = (Column("Kostentreiber", 4), Column("bei", 2), Column("Warum", 6), Column("Was hilft", 5))
        rows = [_driver_row(cohort, count) for count in cohort.drivers[:MOST_DRIVERS]]
        yield table(columns, rows, caption="Häufigste Kostentreiber")
    else:
        yield paragraph("Es ist kein Kostentreiber zu nennen; vielleicht sind Fragen dazu noch offen.")
    levers = [count for count in cohort.levers if count.offered][:MOST_LEVERS]
    if levers:
        columns = (Column("Hebel", 4), Column("möglich bei", 2), Column("genutzt", 2), Column("Wie", 8))
        rows = [_lever_row(cohort, count) for count in levers]
        yield table(columns, rows, caption="Hebel, die den meisten noch offenstehen")


def _driver_row(cohort: Counts, count: DriverCount) -> tuple[str, ...]:
    driver = count.driver
    levers = "; ".join(cohort.catalogue.lever[lever].title for lever in driver.levers)
    return w.with_note(driver.title, driver.proof), of(count.number, cohort.number), driver.text, levers


def _lever_row(cohort: Counts, count: LeverCount) -> tuple[str, ...]:
    lever = count.lever
    offered, used = of(count.offered, cohort.number), str(count.used or "–")
    return w.with_note(lever.title, lever.proof), offered, used, lever.text


# Programmes, opinions -----------------------------------------------------------------------------------------------


def programmes(cohort: Counts) -> Iterator[Block]:
    """Yield for how many the concept does what a programme asks of it."""
    within = [count for count in cohort.programmes if any(count.statuses.get(status) for _, status in _STATUSES)]
    if not within:
        return
    yield Heading(2, "Förderprogramme")
    yield paragraph(
        "Ob Geld fließt, entscheidet die Bewilligungsstelle. Gezählt ist, bei wie vielen Gemeinden das Konzept "
        "erfüllt, was das Programm von ihm verlangt."
    )
    asking = [count for count in within if count.programme.needs]
    if asking:
        numbers = (Column(title, 2, Align.RIGHT) for title, _ in _STATUSES)
        columns = (Column("Programm", 5), *numbers, Column("Es fehlt am häufigsten", 5))
        yield table(columns, [_programme_row(cohort, count) for count in asking])
    yield from _without_demand(cohort, [count for count in within if not count.programme.needs])


_STATUSES = (
    ("erfüllt", ProgrammeStatus.READY),
    ("es fehlt etwas", ProgrammeStatus.BLOCKED),
    ("ungeklärt", ProgrammeStatus.UNCLEAR),
)


def _programme_row(cohort: Counts, count: ProgrammeCount) -> tuple[str, ...]:
    numbers = (str(count.statuses.get(status) or "–") for _, status in _STATUSES)
    titles = cohort.catalogue.criterion
    missing = "; ".join(f"{titles[need].title} ({number})" for need, number in count.blocked_by[:MOST_NAMED])
    return w.with_note(count.programme.title, count.programme.proof), *numbers, missing or "–"


def _without_demand(cohort: Counts, counts: Sequence[ProgrammeCount]) -> Iterator[Block]:
    """Yield the programmes that ask nothing of the concept, by for how many they are within reach."""
    by_reach: dict[int, list[str]] = defaultdict(list)
    for count in counts:
        by_reach[sum(count.statuses.get(status, 0) for _, status in _STATUSES)].append(count.programme.title)
    if by_reach:
        yield paragraph("Keine Anforderung an das Konzept gelesen, nach den Angaben in Reichweite für")
        yield points(
            (*strong(f"{of(number, cohort.number)}: "), *plain(f"{'; '.join(by_reach[number])}."))
            for number in sorted(by_reach, reverse=True)
        )


def opinions(cohort: Counts) -> Iterator[Block]:
    """Yield what people think of the criteria, what they doubt first, and their remarks."""
    if not cohort.opinions:
        return
    yield Heading(2, "Rückmeldungen zu den Kriterien")
    doubted = sorted((opinion for opinion in cohort.opinions if _is_doubted(opinion)), key=_doubt)
    few = sum(_voices(opinion) < FEWEST for opinion in cohort.opinions)
    fine = len(cohort.opinions) - len(doubted) - few
    if doubted:
        yield paragraph(
            f"Noten von 1 (gar nicht) bis 5 (sehr). Gezeigt sind Kriterien, deren Mitte unter {GOOD_MARK} liegt, das "
            f"am wenigsten Machbare zuerst. Die Mitte steht ab {FEWEST} Stimmen, ab {FEWEST_QUARTILES} mit "
            "der mittleren Hälfte."
        )
        columns = (
            Column("Kriterium", 6),
            Column("nützlich", 3),
            Column("machbar", 3),
            Column("Stimmen", 2, Align.RIGHT),
        )
        yield table(columns, [_opinion_row(opinion) for opinion in doubted])
    if fine:
        words = w.counted(fine, "Kriterium mit Rückmeldung liegt", "Kriterien mit Rückmeldung liegen")
        yield paragraph(f"{words} in der Mitte bei {GOOD_MARK} oder besser.")
    if few:
        words = w.counted(few, "Kriterium", "Kriterien")
        yield paragraph(f"Zu {words} gibt es weniger als {FEWEST} Stimmen; deren Noten stehen hier nicht.")


def _is_doubted(opinion: Opinion) -> bool:
    return min(_middle(opinion.useful), _middle(opinion.realistic)) < GOOD_MARK


def _doubt(opinion: Opinion) -> tuple[Fraction, Fraction]:
    return _middle(opinion.realistic), _middle(opinion.useful)


def _middle(marks: Sequence[int]) -> Fraction:
    """Return the median as it is shown; without one it counts as good, so that no order gives marks away."""
    found = spread(marks).median
    return Fraction(GOOD_MARK) if found is None else found


def _voices(opinion: Opinion) -> int:
    return max(len(opinion.useful), len(opinion.realistic))


def _opinion_row(opinion: Opinion) -> tuple[str, ...]:
    return opinion.criterion.title, _marks(opinion.useful), _marks(opinion.realistic), str(_voices(opinion))


def _marks(marks: Sequence[int]) -> str:
    found = spread(marks)
    if found.median is None:
        return "–"
    middle = _mark(found.median)
    if found.quartiles is None:
        return middle
    low, high = _mark(found.quartiles[0]), _mark(found.quartiles[2])
    return middle if low == high else f"{middle} ({low} bis {high})"


def _mark(value: Fraction) -> str:
    return w.decimal(round(float(value), 1))


def remarks(cohort: Cohort) -> Iterator[Block]:
    """Yield what people remarked on the criteria, and who."""
    names = [member.answers.municipality.name for member in cohort.members]
    found: list[Runs] = [
        (*strong(f"{opinion.criterion.title}: "), *plain(f"{remark.strip()} ({names[place]})"))
        for opinion in cohort.opinions
        for place, remark in opinion.remarks
    ]
    if found:
        yield paragraph(strong("Bemerkungen:"))
        yield points(found)
