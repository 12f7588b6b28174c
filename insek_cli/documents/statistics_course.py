"""The chart of inhabitants over years: what was counted and what is forecast for the municipality in one picture."""

from collections.abc import Iterator, Sequence

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
    known = sorted({year for _, values in lines for year in values})
    if len(known) >= FEWEST_POINTS:
        years = range(known[0], known[-1] + 1)  # every year, so that the picture is to scale
        yield Chart(
            ChartKind.LINES,
            "Einwohner nach Jahren",
            "Jahr",
            tuple(str(year) for year in years),
            tuple(Series(label, tuple(values.get(year) for year in years)) for label, values in lines),
        )
    elif lines[1:]:
        yield totals_table(dict(lines), "Einwohner nach Jahren")
    else:
        return
    yield source_line("Quelle", [pair for found in drawn for pair in found.found if pair[0].scope is found.about])


def _counted_values(found: Picked) -> dict[str, dict[int, float]]:
    values = {
        int(figure.time[:4]): float(figure.value)
        for figure in found.figures
        if figure.scope is found.about and figure.value is not None
    }
    return {found.statistic.title: values}


_YEARLY = {StatisticForm.TREND: _counted_values, StatisticForm.FORECAST: forecast_values}
