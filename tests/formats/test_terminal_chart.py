"""Charts in a terminal: readable in the plainest alphabet, within the width, figures beside every bar."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.documents.blocks import Chart, ChartKind, Series
from insek_cli.formats.terminal_chart import chart_lines
from insek_cli.formats.terminal_width import width_of
from tests.formats.texts import chart_of

SECTIONS = Chart(
    ChartKind.STACKED,
    "Stand je Abschnitt",
    "Abschnitt",
    ("Vorbereitung", "Bestandsaufnahme und Analyse", "Ziele", "Ortsteile"),
    (
        Series("gesichert", (28.0, 50.0, 100.0, None)),
        Series("noch ungeklärt", (4.0, 10.0, 0.0, None)),
        Series("fehlt", (68.0, 40.0, 0.0, None)),
    ),
    unit="%",
    most=100.0,
    missing="trifft nicht zu",
)
MOVES = Chart(
    ChartKind.BARS,
    "Zuzüge und Fortzüge",
    "Jahr",
    ("2020", "2021"),
    (Series("Zuzüge", (120.0, 130.5)), Series("Fortzüge", (-90.0, None))),
    decimals=1,
)
PEOPLE = Chart(
    ChartKind.LINES,
    "Einwohner",
    "Jahr",
    ("2012", "2016", "2020", "2024"),
    (Series("Ort", (6800.0, 6750.0, None, 6480.0)), Series("Kreis", (6500.0, 6500.0, 6500.0, 6500.0))),
)


def drawn(chart: Chart, width: int) -> str:
    return "\n".join(chart_lines(chart, width)) + "\n"


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("chart", [SECTIONS, MOVES, PEOPLE], ids=lambda value: getattr(value, "kind", None))
def test_chart_looks_like_this(chart, width, file_regression):
    file_regression.check(drawn(chart, width), encoding="utf-8", extension=".txt")


@pytest.mark.parametrize("chart", [SECTIONS, MOVES, PEOPLE])
def test_picture_itself_needs_no_more_than_ascii(chart):
    signs = set("".join(drawn(chart, 80).split("\n")[2:]))
    assert {sign for sign in signs if not sign.isascii()} <= {"–"}
    assert drawn(chart, 80).replace("–", "-").encode("cp850")


@given(st.floats(0, 100), st.floats(0, 100), st.integers(40, 100))
@settings(max_examples=60, deadline=None)
def test_bars_of_one_hundred_percent_are_full_and_within_the_width(first, second, width):
    low, high = sorted((first, second))
    parts = (Series("a", (low,)), Series("b", (high - low,)), Series("c", (100 - high,)))
    lines = list(chart_lines(chart_of(ChartKind.STACKED, categories=("Ziele",), series=parts, most=100.0), width))
    bar = lines[2].split(" ")[1]
    assert set(bar) <= set("#/.")
    assert bar == "".join(sorted(bar, key="#/.".index))
    assert len(lines[2]) <= width


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=1, max_size=6), st.sampled_from(ChartKind))
@settings(max_examples=60, deadline=None)
def test_any_values_are_drawn_within_the_width(values, kind):
    if kind is ChartKind.STACKED:
        values = [None if value is None else abs(value) for value in values]
    chart = chart_of(kind, categories=tuple("abcdef")[: len(values)], series=(Series("Reihe", tuple(values)),))
    assert max(map(width_of, chart_lines(chart, 60))) <= 60


def test_chart_without_categories_is_only_named():
    assert drawn(chart_of(categories=(), series=()), 80) == "Bild:\n\n"
