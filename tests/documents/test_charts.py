"""Figures of a chart as text and table, words for the picture, and how far values reach."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.blocks import ChartKind, Series, text_of
from insek_cli.documents.charts import alternative_text, extent, figure, figures_table, full_caption, part_of
from tests.formats.texts import chart_of


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(1234.5, 1, "1.234,5"), (1234.5, 0, "1.234"), (-0.001, 1, "0,0"), (None, 2, "–"), (-90.0, 0, "-90")],
)
def test_figure_is_written_the_german_way(value, decimals, shown):
    assert figure(value, decimals) == shown


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_figure_read_back_is_the_rounded_value(value, decimals):
    read = float(figure(value, decimals).replace(".", "").replace(",", "."))
    assert read == round(value, decimals)


def test_table_has_a_row_per_category_and_a_column_per_series():
    made = figures_table(chart_of(decimals=1))
    assert [column.title for column in made.columns] == ["Jahr", "Zuzug", "Fortzug"]
    assert [[text_of(cell) for cell in row] for row in made.rows] == [["2020", "50,0", "–"], ["2025", "10,0", "20,5"]]


def test_words_for_the_picture_leave_out_what_is_missing():
    chart = chart_of(
        ChartKind.STACKED, unit="%", categories=("Ziele", "Daten"), series=(Series("gesichert", (25.0, None)),),
        missing="trifft nicht zu",
    )  # fmt: skip
    assert alternative_text(chart) == "Gestapelte Balken: Bild. Ziele: gesichert 25 %. Daten: trifft nicht zu."
    assert full_caption(chart) == "Bild (%)"


@pytest.mark.parametrize("kind", ChartKind)
def test_every_chart_begins_at_zero(kind):
    assert extent(chart_of(kind)) == (0.0, 50.0)


def test_lines_run_over_years_without_any_value_and_words_and_figures_leave_them_out():
    counted = Series("Ort", (10.0, None, 8.0))
    chart = chart_of(ChartKind.LINES, categories=("2020", "2021", "2022"), series=(counted,))
    assert alternative_text(chart) == "Linien: Bild. 2020: Ort 10. 2022: Ort 8."
    assert [text_of(row[0]) for row in figures_table(chart).rows] == ["2020", "2022"]
    bars = replace(chart, kind=ChartKind.BARS)
    assert [text_of(row[0]) for row in figures_table(bars).rows] == ["2020", "2021", "2022"]


def test_stacked_bars_reach_as_far_as_their_parts_together():
    parts = (Series("a", (50.0, 10.0)), Series("b", (20.0, 5.0)))
    assert extent(chart_of(ChartKind.STACKED, series=parts)) == (0.0, 70.0)
    assert extent(chart_of(ChartKind.STACKED, series=parts, most=100.0)) == (0.0, 100.0)


def test_chart_without_values_reaches_nowhere():
    assert [extent(chart_of(kind, categories=(), series=())) for kind in ChartKind] == [(0.0, 0.0)] * 3
    assert part_of(5.0, 0.0, 0.0) == 0.0


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_part_lies_between_nothing_and_all(value, low, high):
    assert 0 <= part_of(value, low, high) <= 1
