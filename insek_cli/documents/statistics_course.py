"""The chart of inhabitants over years: what was counted and what is forecast for the municipality in one picture."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from insek_cli.core.statistics import Picked, Scope
from insek_cli.core.vocabulary import StatisticForm
from insek_cli.documents.blocks import Block, Chart, ChartKind, Series
from insek_cli.documents.forecast_parts import forecast_values, totals_table
from insek_cli.documents.statistics_words import source_line

FEWEST_POINTS = 3


def course(shown: Sequence[Picked]) -> Iterator[Block]:
    """Yield the chart, a table where there are too few years for one, nothing without figures of the municipality."""
    drawn = [found for found in shown if found.statistic.form in _YEARLY and found.about is Scope.MUNICIPALITY]
    lines = [line for found in drawn for line in _YEARLY[found.statistic.form](found).items()]
    years = sorted({year for _, values in lines for year in values})
    if len(years) >= FEWEST_POINTS:
        yield Chart(
            ChartKind.LINES,
            _title(years),
            "Jahr",
            tuple(str(year) for year in years),
            tuple(Series(label, tuple(values.get(year) for year in years)) for label, values in lines),
        )
    elif lines[1:]:
        yield totals_table(dict(lines), "Einwohner nach Jahren")
    else:
        return
    yield source_line("Quelle", [pair for found in drawn for pair in found.found if pair[0].scope is found.about])


def _title(years: Sequence[int]) -> str:
    steps = {later - earlier for earlier, later in pairwise(years)}
    note = " (Abstände der Jahre nicht maßstäblich)" if len(steps) > 1 else ""
    return f"Einwohner nach Jahren{note}"


def _counted_values(found: Picked) -> dict[str, dict[int, float]]:
    values = {
        int(figure.time[:4]): float(figure.value)
        for figure in found.figures
        if figure.scope is found.about and figure.value is not None
    }
    return {found.statistic.title: values}


_YEARLY = {StatisticForm.TREND: _counted_values, StatisticForm.FORECAST: forecast_values}
