"""What every format needs of a chart: its figures as text and as a table, its words, and how far its values reach."""

import math
from collections.abc import Iterator

from insek_cli.documents.blocks import Align, Chart, ChartKind, Column, Table, table

NONE = "–"


def figure(value: float | None, decimals: int) -> str:
    """Return a value the German way: „1.234,5“; a dash where there is none."""
    if value is None:
        return NONE
    rounded = round(value, decimals) or 0.0
    return f"{rounded:,.{decimals}f}".translate(_GERMAN)


_GERMAN = str.maketrans(",.", ".,")


def figures(chart: Chart, place: int) -> list[str]:
    """Return the figures of a category, one per series."""
    return [figure(series.values[place], chart.decimals) for series in chart.series]


def figures_table(chart: Chart) -> Table:
    """Return the figures of a chart as a table; its unit stands in the caption of the chart."""
    columns = (
        Column(chart.head, 4),
        *(Column(series.label, 2, Align.RIGHT) for series in chart.series),
    )
    return table(columns, [[chart.categories[place], *figures(chart, place)] for place in shown_places(chart)])


def shown_places(chart: Chart) -> list[int]:
    """Return the categories to be told in words and figures: lines run over those without any value."""
    places = range(len(chart.categories))
    return [place for place in places if chart.kind is not ChartKind.LINES or not is_missing(chart, place)]


def full_caption(chart: Chart) -> str:
    """Return the caption of a chart with its unit."""
    return f"{chart.caption} ({chart.unit})" if chart.unit else chart.caption


def is_missing(chart: Chart, place: int) -> bool:
    """Return whether a category has no value at all."""
    return all(series.values[place] is None for series in chart.series)


def alternative_text(chart: Chart) -> str:
    """Return what the picture shows, in words: „Ziele: gesichert 25 %, noch ungeklärt 50 %.“."""
    said = " ".join(_said(chart, place) for place in shown_places(chart))
    return f"{_KIND[chart.kind]}: {chart.caption}. {said}".strip()


_KIND = {ChartKind.STACKED: "Gestapelte Balken", ChartKind.BARS: "Balken", ChartKind.LINES: "Linien"}


def _said(chart: Chart, place: int) -> str:
    label = chart.categories[place]
    if is_missing(chart, place):
        return f"{label}: {chart.missing}."
    return f"{label}: {', '.join(_values_said(chart, place))}."


def _values_said(chart: Chart, place: int) -> Iterator[str]:
    for series in chart.series:
        value = series.values[place]
        if value is not None:
            yield f"{series.label} {figure(value, chart.decimals)} {chart.unit}".rstrip()


def extent(chart: Chart) -> tuple[float, float]:
    """Return the least and the largest value to be drawn, with 0: else a small decline would look like a steep one."""
    values = [value for series in chart.series for value in series.values if value is not None]
    reach = _sums(chart) if chart.kind is ChartKind.STACKED else values
    return min([0.0, *values]), max([0.0, *reach]) if chart.most is None else chart.most


def axis(chart: Chart) -> tuple[float, float, float]:
    """Return where the axis of values begins and ends and how far its marks are apart: whole steps that can be read.

    The axis holds 0; where all values are alike it still has room.
    """
    low, high = extent(chart)
    step = _step(max(high - low, 10.0**-chart.decimals))
    begin, end = math.floor(low / step) * step, math.ceil(high / step) * step
    return begin, end if end > begin else begin + step, step


def _step(reach: float) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that divides a reach into at most ten."""
    power = 10.0 ** math.floor(math.log10(reach / MOST_STEPS))
    return next(power * times for times in (1, 2, 5, 10) if power * times * MOST_STEPS >= reach)


MOST_STEPS = 10


def _sums(chart: Chart) -> list[float]:
    return [sum(series.values[place] or 0.0 for series in chart.series) for place in range(len(chart.categories))]


def part_of(value: float, low: float, high: float) -> float:
    """Return where a value lies between two others, from 0 to 1; 0 where they are the same."""
    return 0.0 if high <= low else min(1.0, max(0.0, (value - low) / (high - low)))
