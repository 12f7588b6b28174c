"""Charts in a terminal: signs of the plainest alphabet, and every figure beside its bar."""

import textwrap
from collections.abc import Iterator, Sequence

from insek_cli.core.values import dataclass
from insek_cli.documents.blocks import Chart, ChartKind
from insek_cli.documents.charts import extent, figure, figures, full_caption, is_missing, part_of, shown_places
from insek_cli.documents.visible import visible
from insek_cli.formats.terminal_width import padded, width_of, wrapped

MARKS = "#/.o+x"
SHORTEST_BAR, LONGEST_BAR = 8, 30
GAP = "  "


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the picture: label, values by place of their series, figures beside it; `said` stands for a bar."""

    label: str
    values: tuple[tuple[int, float], ...]
    figures: tuple[str, ...]
    said: str = ""


def chart_lines(chart: Chart, width: int) -> Iterator[str]:
    """Yield caption, legend and a line per category (and series, where bars stand side by side)."""
    yield from wrapped(f"{full_caption(chart)}:", width)
    yield from wrapped(_legend(chart), width)
    if chart.kind is ChartKind.LINES:
        yield from wrapped(_scale(chart), width)
    rows = list(_rows(chart))
    if not rows:
        return
    widths = [max(width_of(row.figures[place]) for row in rows if row.figures) for place in range(_columns(rows))]
    beside = sum(widths) + len(GAP) * len(widths)
    label = min(max(width_of(row.label) for row in rows), max(width * 2 // 5, 1))
    bar = max(SHORTEST_BAR, min(LONGEST_BAR, width - label - beside - 1))
    for row in rows:
        yield from _drawn(chart, row, label, bar, widths)


def _columns(rows: Sequence[_Row]) -> int:
    return max(len(row.figures) for row in rows)


def _legend(chart: Chart) -> str:
    names = (f"{MARKS[place % len(MARKS)]} {one_line(series.label)}" for place, series in enumerate(chart.series))
    return GAP.join(names)


def _scale(chart: Chart) -> str:
    low, high = extent(chart)
    return f"Links {figure(low, chart.decimals)}, rechts {figure(high, chart.decimals)}"


def one_line(text: str) -> str:
    """Return a text without line ends."""
    return " ".join(visible(text).split())


def _rows(chart: Chart) -> Iterator[_Row]:
    for place in shown_places(chart):
        label = one_line(chart.categories[place])
        values = [
            (number, value) for number, series in enumerate(chart.series) if (value := series.values[place]) is not None
        ]
        if is_missing(chart, place):
            yield _Row(label, (), (), chart.missing)
        elif chart.kind is ChartKind.BARS:
            shown = figures(chart, place)
            labels = [label] + [""] * len(values)
            yield from (
                _Row(labels[line], ((number, value),), (shown[number],)) for line, (number, value) in enumerate(values)
            )
        else:
            yield _Row(label, tuple(values), tuple(figures(chart, place)))


def _drawn(chart: Chart, row: _Row, label: int, bar: int, widths: Sequence[int]) -> Iterator[str]:
    first, *more = textwrap.wrap(row.label, label, break_on_hyphens=False) or [""]
    if row.said:
        picture = row.said
    else:
        beside = [f"{shown:>{width}}" for shown, width in zip(row.figures, widths, strict=True)]
        picture = GAP.join([f"{_picture(chart, row, bar):<{bar}}", *beside])
    yield f"{padded(first, label)} {picture}".rstrip()
    yield from more


def _picture(chart: Chart, row: _Row, bar: int) -> str:
    low, high = extent(chart)
    signs = [" "] * bar
    match chart.kind:
        case ChartKind.STACKED:
            so_far = 0.0
            for number, value in row.values:
                _fill(signs, number, part_of(so_far, low, high), part_of(so_far + value, low, high))
                so_far += value
        case ChartKind.BARS:
            for number, value in row.values:
                _fill(signs, number, *sorted((part_of(0.0, low, high), part_of(value, low, high))))
        case ChartKind.LINES:
            for number, value in reversed(row.values):
                signs[round(part_of(value, low, high) * (bar - 1))] = MARKS[number % len(MARKS)]
    return "".join(signs)


def _fill(signs: list[str], number: int, start: float, end: float) -> None:
    for place in range(round(start * len(signs)), round(end * len(signs))):
        signs[place] = MARKS[number % len(MARKS)]
