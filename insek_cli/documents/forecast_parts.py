"""What a population forecast says: totals per year and variant, age groups in its last year."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from insek_cli.core.entries import AgeGroup
from insek_cli.core.statistics import Attribute, Figure, Picked, age_range, group_sums
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Column, table
from insek_cli.documents.statistics_words import NO_FIGURE

EVERYBODY = AgeGroup("insgesamt")


def forecast_values(found: Picked) -> dict[str, dict[int, float]]:
    """Return per variant the inhabitants of every year; a total left out is the sum of age groups without a hole."""
    totals: dict[str, dict[int, float]] = {}
    for (variant, year), figures in _grouped(found).items():
        value = _total(figures)
        if value is not None:
            totals.setdefault(variant, {})[year] = value
    return totals


def _grouped(found: Picked) -> Mapping[tuple[str, int], list[Figure]]:
    groups: dict[tuple[str, int], list[Figure]] = {}
    for figure in found.figures:
        if figure.scope is found.about:
            groups.setdefault((figure.attributes[0].title, int(figure.time[:4])), []).append(figure)
    return dict(sorted(groups.items()))


def _total(figures: Iterable[Figure]) -> float | None:
    own = list(figures)
    for figure in own:
        if not figure.attributes[1:] and figure.value is not None:
            return float(figure.value)
    summed = group_sums((EVERYBODY,), (_without_variant(figure) for figure in own if figure.attributes[1:]))
    return None if summed is None else float(summed[EVERYBODY])


def _without_variant(figure: Figure) -> Figure:
    return Figure(figure.scope, figure.time, figure.title, attributes=figure.attributes[1:], value=figure.value)


def totals_table(lines: Mapping[str, Mapping[int, float]], caption: str) -> Block:
    """Return inhabitants as a table, a row a year and a column a line."""
    years = sorted({year for values in lines.values() for year in values})
    columns = (Column("Jahr", 2), *(Column(label, 3, Align.RIGHT) for label in lines))
    rows = [(str(year), *(_total_of(values.get(year)) for values in lines.values())) for year in years]
    return table(columns, rows, caption=caption)


def _total_of(value: float | None) -> str:
    return NO_FIGURE if value is None else w.whole(round(value))


def forecast_ages(found: Picked, caption: str) -> Iterator[Block]:
    """Yield the age groups in the last year of a forecast."""
    year = max((year for _, year in _grouped(found)), default=0)
    placed = {
        (figure.attributes[1], figure.attributes[0].title): figure.value
        for figure in found.figures
        if figure.attributes[1:] and figure.scope is found.about and int(figure.time[:4]) == year
    }
    groups = sorted({group for group, _ in placed}, key=_first_age)
    variants = sorted({variant for _, variant in placed})
    if groups:
        columns = (Column("Altersgruppe", 3), *(Column(variant, 3, Align.RIGHT) for variant in variants))
        rows = [(group.title, *(_number_of(placed.get((group, variant))) for variant in variants)) for group in groups]
        yield table(columns, rows, caption=f"{caption}: Altersgruppen {year}")


def _number_of(value: Decimal | None) -> str:
    return NO_FIGURE if value is None else w.figure(value)


def _first_age(group: Attribute) -> int:
    ages = age_range(group)
    return 0 if ages is None else ages[0]
