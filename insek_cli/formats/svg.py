"""Charts as SVG within a page: words for those who cannot see them, patterns beside colours, no text but labels."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from insek_cli.documents.blocks import Chart, ChartKind
from insek_cli.documents.charts import alternative_text, extent, figure, figures, is_missing, part_of
from insek_cli.documents.visible import visible

WIDTH = 400
LOOKS = 4
LABEL_SIGNS, LEGEND_SIGNS = 58, 40
SIGN_WIDTH, SWATCH, LINE = 6.6, 12, 18
BAR, THIN_BAR, FIGURE_ROOM = 12, 8, 64
PLOT_LEFT, PLOT_HEIGHT = 56, 170
# From the left: solid, stripes, paper, dots; see the classes look1 to look4 of the style sheet.
_PATTERNS = (
    '<rect class="look1" width="6" height="6"/>',
    '<rect class="pale2" width="6" height="6"/><path class="stroke2" d="M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5"/>',
    '<rect class="paper" width="6" height="6"/>',
    '<rect class="pale4" width="6" height="6"/><circle class="look4" cx="3" cy="3" r="1.4"/>',
)


def chart_svg(chart: Chart, number: int) -> Iterator[str]:
    """Yield the picture of a chart; `number` makes its ids unique on the page."""
    drawn = [*_legend(chart, number)]
    top = _legend_height(chart)
    drawn += _lines(chart, top) if chart.kind is ChartKind.LINES else _bars(chart, number, top)
    height = top + _height(chart)
    yield (
        f'<svg class="chart" viewBox="-1 0 {WIDTH + 2} {height}" role="img" aria-labelledby="t{number} d{number}">'
        f'<title id="t{number}">{_text(chart.caption)}</title>'
        f'<desc id="d{number}">{_text(alternative_text(chart))}</desc><defs>'
    )
    for look in range(min(LOOKS, len(chart.series))):
        yield (
            f'<pattern id="p{number}-{look + 1}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f"{_PATTERNS[look]}</pattern>"
        )
    yield "</defs>"
    yield from drawn
    yield "</svg>"


def _text(text: str) -> str:
    return escape(visible(text))


def _clipped(text: str, most: int) -> str:
    """Return a text on one line; the whole of it stands in the table beside the picture."""
    line = " ".join(visible(text).split())
    return escape(line if len(line) <= most else line[: most - 1] + "…")


def _fill(number: int, place: int) -> str:
    return f'fill="url(#p{number}-{place % LOOKS + 1})"'


def _legend_places(chart: Chart) -> list[tuple[float, int]]:
    """Return where each name of the legend stands: across, and in which line."""
    across, line, places = 0.0, 0, []
    for series in chart.series:
        width = SWATCH + 6 + min(len(series.label), LEGEND_SIGNS) * SIGN_WIDTH + 14
        if across and across + width > WIDTH:
            across, line = 0.0, line + 1
        places.append((across, line))
        across += width
    return places


def _legend_height(chart: Chart) -> int:
    places = _legend_places(chart)
    return (places[-1][1] + 1) * LINE + 4 if places else 0


def _legend(chart: Chart, number: int) -> Iterator[str]:
    for place, (series, (across, line)) in enumerate(zip(chart.series, _legend_places(chart), strict=True)):
        top = line * LINE + 2
        if chart.kind is ChartKind.LINES:
            yield f'<path class="line{place % LOOKS + 1}" d="M{across:.0f},{top + 6} h{SWATCH}"/>'
            yield _mark(place, across + SWATCH / 2, top + 6)
        else:
            yield _bar(_fill(number, place), across, top, SWATCH, SWATCH)
        yield f'<text x="{across + SWATCH + 5:.0f}" y="{top + 10}">{_clipped(series.label, LEGEND_SIGNS)}</text>'


def _height(chart: Chart) -> int:
    if chart.kind is ChartKind.LINES:
        return PLOT_HEIGHT + 2 * LINE
    return len(chart.categories) * _band(chart)


def _band(chart: Chart) -> int:
    """Return the height of a category: its label and its bars."""
    return LINE + (BAR if chart.kind is ChartKind.STACKED else len(chart.series) * (THIN_BAR + 3)) + 6


def _bars(chart: Chart, number: int, top: int) -> Iterator[str]:
    for place, category in enumerate(chart.categories):
        upper = top + place * _band(chart)
        missing = f" – {chart.missing}" if is_missing(chart, place) else ""
        yield f'<text x="0" y="{upper + 13}">{_clipped(category + missing, LABEL_SIGNS)}</text>'
        if not missing:
            bars = _stacked if chart.kind is ChartKind.STACKED else _beside
            yield from bars(chart, number, place, upper + LINE)


def _stacked(chart: Chart, number: int, place: int, top: int) -> Iterator[str]:
    low, high = extent(chart)
    so_far = 0.0
    for look, series in enumerate(chart.series):
        value = series.values[place] or 0.0
        start, end = (part_of(reached, low, high) * WIDTH for reached in (so_far, so_far + value))
        so_far += value
        if end > start:
            yield _bar(_fill(number, look), start, top, end - start, BAR)


def _beside(chart: Chart, number: int, place: int, top: int) -> Iterator[str]:
    low, high = extent(chart)
    room = WIDTH - FIGURE_ROOM
    shown = figures(chart, place)
    for look, series in enumerate(chart.series):
        value = series.values[place]
        if value is not None:
            upper = top + look * (THIN_BAR + 3)
            start, end = sorted(part_of(reached, low, high) * room for reached in (0.0, value))
            yield _bar(_fill(number, look), start, upper, end - start, THIN_BAR)
            yield f'<text class="small" x="{end + 5:.1f}" y="{upper + THIN_BAR}">{shown[look]}</text>'


def _bar(fill: str, left: float, top: float, width: float, height: float) -> str:
    return f'<rect class="part" {fill} x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}"/>'


def _lines(chart: Chart, top: int) -> Iterator[str]:
    low, high = extent(chart)
    upper, lower = top + 8, top + PLOT_HEIGHT
    yield f'<path class="axis" d="M{PLOT_LEFT},{upper} V{lower} H{WIDTH - 4}"/>'
    for value, height in ((high, upper), (low, lower)):
        shown = figure(value, chart.decimals)
        yield f'<text class="small" x="{PLOT_LEFT - 6}" y="{height + 4}" text-anchor="end">{shown}</text>'
    yield from _category_labels(chart, lower + 14)
    for place, series in enumerate(chart.series):
        spots = [
            (_across(chart, at), lower - part_of(value, low, high) * (lower - upper))
            for at, value in enumerate(series.values)
            if value is not None
        ]
        yield from _line(place, spots)


def _across(chart: Chart, at: int) -> float:
    steps = max(1, len(chart.categories) - 1)
    return PLOT_LEFT + 8 + (WIDTH - PLOT_LEFT - 24) * at / steps


def _category_labels(chart: Chart, height: int) -> Iterator[str]:
    """Yield the first and the last category; the others stand in the table."""
    last = len(chart.categories) - 1
    for at, anchor in ((0, "start"), (last, "end"))[: len(chart.categories)]:
        shown = _clipped(chart.categories[at], LABEL_SIGNS // 2)
        yield f'<text class="small" x="{_across(chart, at):.1f}" y="{height}" text-anchor="{anchor}">{shown}</text>'


def _line(place: int, spots: Sequence[tuple[float, float]]) -> Iterator[str]:
    for before, after in pairwise(spots):
        yield (
            f'<path class="line{place % LOOKS + 1}" d="M{before[0]:.1f},{before[1]:.1f} '
            f'L{after[0]:.1f},{after[1]:.1f}"/>'
        )
    yield from (_mark(place, *spot) for spot in spots)


def _mark(place: int, across: float, down: float) -> str:
    """Return a mark whose shape tells its series."""
    look = f'class="mark{place % LOOKS + 1}"'
    match place % LOOKS:
        case 0:
            return f'<circle {look} cx="{across:.1f}" cy="{down:.1f}" r="3"/>'
        case 1:
            return f'<rect {look} x="{across - 3:.1f}" y="{down - 3:.1f}" width="6" height="6"/>'
        case 2:
            return f'<path {look} d="M{across:.1f},{down - 4:.1f} l4,7 h-8 z"/>'
        case _:
            return f'<path {look} d="M{across:.1f},{down - 4:.1f} l4,4 l-4,4 l-4,-4 z"/>'
