"""The chart of inhabitants over years and forecast."""

import datetime as dt
from decimal import Decimal

import pytest

from insek_cli.core.statistics import NO_STATISTICS, DataTable, Figure, Scope, picked
from insek_cli.documents.blocks import Chart, ChartKind
from insek_cli.documents.statistics_course import course
from insek_cli.files.statistics_import import read_statistics
from tests.documents.reading import lines
from tests.files import statistics_samples as samples

DAY = dt.date(2026, 11, 22)
ENDS = ("2024", "2030", "2040")


@pytest.fixture
def blocks(catalogue):
    known = [found for found in catalogue.entries.statistics if found.id in {"population", "forecast"}]

    def made(*paths, tables=()):
        statistics = NO_STATISTICS
        for table in (*(read_statistics(path, samples.AGS, known, DAY) for path in paths), *tables):
            statistics = statistics.with_table(table)
        return list(course([found for each in known if (found := picked(each, statistics)).found]))

    return made


def test_years_and_forecast_stand_in_one_chart(blocks, tmp_path):
    chart, source = blocks(samples.population(tmp_path), samples.forecast(tmp_path))
    assert isinstance(chart, Chart)
    assert chart.kind is ChartKind.LINES
    assert chart.categories == tuple(str(year) for year in range(2015, 2041))
    ends = [(series.label, [series.values[chart.categories.index(year)] for year in ENDS]) for series in chart.series]
    assert ends == [
        ("Bevölkerung", [6360.0, None, None]),
        ("Variante 1", [None, 6100.0, 5600.0]),
        ("Variante 2", [None, 6000.0, 5300.0]),
    ]
    assert "12411-01-01-5" in next(iter(lines([source])))


def test_year_that_a_variant_lacks_is_left_open(blocks, tmp_path):
    text = samples.FORECAST.replace("2030;Variante 2;", "2035;Variante 2;")
    chart = blocks(samples.forecast(tmp_path, text))[0]
    values = [dict(zip(chart.categories, series.values, strict=True)) for series in chart.series]
    known = [{year: value for year, value in series.items() if value is not None} for series in values]
    assert known == [{"2030": 6100.0, "2040": 5600.0}, {"2035": 6000.0, "2040": 5300.0}]


def test_two_years_make_a_table_instead_of_a_chart(blocks, tmp_path):
    found = list(lines(blocks(samples.forecast(tmp_path))))
    assert found[:4] == [
        "Einwohner nach Jahren",
        "Jahr | Variante 1 | Variante 2",
        "2030 | 6.100 | 6.000",
        "2040 | 5.600 | 5.300",
    ]


def test_few_figures_of_one_kind_are_left_to_their_own_table(blocks, tmp_path):
    assert blocks(samples.population(tmp_path, [2023, 2024])) == []


def test_landkreis_is_neither_drawn_nor_named_as_source(blocks, tmp_path):
    around = Figure(Scope.LANDKREIS, "2024-12-31", "Bevölkerungsstand", "BEVSTD", value=Decimal(300000))
    table = DataTable("12411-01-01-4", "Titel", "kreis.csv", DAY, (around,))
    assert blocks(tables=[table]) == []
    own = samples.population(tmp_path).read_text(encoding="utf-8")
    path = tmp_path / "12411-01-01-5.csv"
    path.write_text(
        "".join(line for line in own.splitlines(keepends=True) if f";{samples.DISTRICT};" not in line), encoding="utf-8"
    )
    assert "kreis.csv" not in "\n".join(lines(blocks(path, tables=[table])))
