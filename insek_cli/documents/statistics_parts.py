"""What imported statistics say in a document: tables with source line and date, charts, flags on old figures.

A statistic is shown in the first chapter it belongs to; what nobody imported stays a gap elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import AgeGroup, Chapter, StatisticForm
from insek_cli.core.register import HOME
from insek_cli.core.statistics import (
    MARKS,
    DataTable,
    Figure,
    Picked,
    Scope,
    Statistics,
    age_range,
    at_time,
    group_sums,
    picked,
)
from insek_cli.core.values import dataclass
from insek_cli.core.written import DAY, day
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Kind,
    Paragraph,
    Runs,
    Series,
    gap,
    paragraph,
    strong,
    table,
)
from insek_cli.documents.forecast_parts import forecast_ages, forecast_values
from insek_cli.documents.place import names_of

MOST_ROWS = 24
FEWEST_POINTS = 3
NO_FIGURE = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """A statistic with its figures, and how the places it compares are called."""

    picked: Picked
    titles: Mapping[Scope, str]

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Return the places that have figures at all."""
        present = {figure.scope for figure in self.picked.figures}
        return tuple(scope for scope in Scope if scope in present)


def statistic_blocks(chapter: Chapter, assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield the tables and charts of the statistics that belong to a chapter first."""
    shown = [
        Shown(found, _titles(assessment))
        for statistic in assessment.catalogue.entries.statistics
        if statistic.chapters[:1] == (chapter.id,) and (found := picked(statistic, statistics)).newest
    ]
    yield from _course(shown)
    for part in shown:
        yield paragraph(part.picked.statistic.meaning, kind=Kind.GUIDANCE)
        yield from _FORMS[part.picked.statistic.form](part)
        yield from _marks(part.picked.figures)
        yield _source_line([part.picked])
        if part.picked.is_old(assessment.date):
            yield old_note(part.picked)


def _titles(assessment: Assessment) -> dict[Scope, str]:
    names = names_of(assessment.answers.municipality)
    land = "Sachsen" if (assessment.answers.municipality.ags or "").startswith(HOME) else "Land"
    return {Scope.MUNICIPALITY: names.name, Scope.LANDKREIS: names.landkreis or "Landkreis", Scope.LAND: land}


def time_words(time: str) -> str:
    """Return a time as people write it: 31.12.2024, or 2024."""
    return w.day(day(time)) if DAY(time) else time


def _source_line(parts: Sequence[Picked]) -> Block:
    """Return where figures come from: issuer, table, dates, licence and when they were imported."""
    times: dict[DataTable, list[str]] = {}
    for part in parts:
        for figure, owner in part.found:
            times.setdefault(owner, []).append(figure.time)
    runs: list[str | Runs] = ["Quelle: "]
    for number, (used, found) in enumerate(times.items()):
        runs += ["; " if number else "", used.issuer or gap("Herausgeber"), f", {_table_words(used)}, {_span(found)}"]
        runs += [*([f", {used.licence}"] if used.licence else [])]
        runs += [f" (eingelesen am {w.day(used.imported)} aus {used.file}{_retrieved(used)})"]
    return paragraph(*runs, ".", kind=Kind.SOURCE)


def _span(times: Iterable[str]) -> str:
    first, last = min(times := list(times)), max(times)
    return f"Stand {time_words(last)}" if first == last else f"{time_words(first)} bis {time_words(last)}"


def _table_words(used: DataTable) -> str:
    return f"{table_name(used)} „{used.title}“" if used.is_official else used.title


def table_name(used: DataTable) -> str:
    """Return how a table is cited in short: by its code, a forecast by its title."""
    return f"Tabelle {used.code}" if used.is_official else used.title


def _retrieved(used: DataTable) -> str:
    return f", abgerufen {used.retrieved}" if used.retrieved else ""


def old_note(found: Picked) -> Paragraph:
    """Return the flag of figures that lie too far back."""
    statistic = found.statistic
    return paragraph(
        strong(f"Stand {time_words(found.newest or '')}, älter als {w.counted(statistic.max_age, 'Jahr', 'Jahre')}. "),
        f"Bitte prüfen, ob es neuere gibt: {statistic.where}.",
        kind=Kind.NOTE,
    )


def _marks(figures: Iterable[Figure]) -> Iterator[Block]:
    used = sorted({figure.mark for figure in figures if figure.mark is not None})
    if used:
        words = "; ".join(f"„{mark}“ {MARKS[mark]}" for mark in used)
        yield paragraph(f"Zeichen: {words}.", kind=Kind.SOURCE)


def cell(figure: Figure | None) -> str:
    """Return a figure, the mark in its place, or a dash where there is none."""
    if figure is None:
        return NO_FIGURE
    return w.figure(figure.value) if figure.value is not None else figure.mark or NO_FIGURE


def _trend(shown: Shown) -> Iterator[Block]:
    """Yield the first and the last total and the change between, the municipality beside Landkreis and Land."""
    figures = {(figure.scope, figure.time): figure for figure in shown.picked.figures}
    times = sorted({time for scope, time in figures if scope is Scope.MUNICIPALITY})
    ends = dict.fromkeys((times[0], times[-1]))
    columns = (Column("Stand", 2), *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in shown.scopes))
    rows = [(time_words(time), *(cell(figures.get((scope, time))) for scope in shown.scopes)) for time in ends]
    if times[1:]:
        changes = [_change(figures.get((scope, times[0])), figures.get((scope, times[-1]))) for scope in shown.scopes]
        rows.append(("Veränderung", *changes))
    yield table(columns, rows, caption=shown.picked.statistic.title)


def _change(first: Figure | None, last: Figure | None) -> str:
    share = _share(first, last)
    return NO_FIGURE if share is None else f"{'+' if share > 0 else ''}{w.figure(share)} %"


def _share(first: Figure | None, last: Figure | None) -> Decimal | None:
    if first is None or last is None or not first.value or last.value is None:
        return None
    return ((last.value - first.value) * 100 / first.value).quantize(Decimal("0.1"))


def _ages(shown: Shown) -> Iterator[Block]:
    """Yield the numbers of the age groups as a table and their shares as a chart, against Landkreis and Land."""
    statistic, time = shown.picked.statistic, shown.picked.newest or ""
    sums = {
        scope: found
        for scope in shown.scopes
        if (found := group_sums(statistic.groups, at_time(shown.picked.figures, scope, time))) is not None
    }
    if Scope.MUNICIPALITY not in sums:
        yield from _raw_ages(shown, time)
        return
    columns = (Column("Altersgruppe", 3), *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in sums))
    rows = [(group.title, *(w.figure(found[group]) for found in sums.values())) for group in statistic.groups]
    yield table(columns, rows, caption=f"{statistic.title} am {time_words(time)}")
    yield _age_chart(shown, time, {scope: _percents(found) for scope, found in sums.items()})


def _percents(sums: Mapping[AgeGroup, Decimal]) -> dict[AgeGroup, Decimal]:
    whole = sum(sums.values()) or Decimal(1)
    return {group: (value * 100 / whole).quantize(Decimal("0.1")) for group, value in sums.items()}


def _age_chart(shown: Shown, time: str, shares: Mapping[Scope, Mapping[AgeGroup, Decimal]]) -> Block:
    groups = shown.picked.statistic.groups
    return Chart(
        ChartKind.BARS,
        f"{shown.picked.statistic.title} am {time_words(time)}, Anteile in Prozent",
        "Altersgruppe",
        tuple(group.title for group in groups),
        tuple(
            Series(shown.titles[scope], tuple(float(found[group]) for group in groups))
            for scope, found in shares.items()
        ),
        unit="%",
        decimals=1,
    )


def _raw_ages(shown: Shown, time: str) -> Iterator[Block]:
    """Yield the age groups as the table has them, where they do not fill the groups of the catalogue."""
    figures = sorted(at_time(shown.picked.figures, Scope.MUNICIPALITY, time), key=_age_order)
    rows = [(figure.attributes[0].title, cell(figure)) for figure in figures]
    columns = (Column("Altersgruppe", 3), Column("Anzahl", 2, Align.RIGHT))
    yield table(columns, rows, caption=f"{shown.picked.statistic.title} am {time_words(time)}")


def _age_order(figure: Figure) -> tuple[int, float]:
    start, end = age_range(figure.attributes[0]) or (0, None)
    return start, float("inf") if end is None else end


def _latest(shown: Shown) -> Iterator[Block]:
    """Yield the newest figures, a row for each measure and attribute."""
    statistic, figures = shown.picked.statistic, shown.picked.figures
    own = Scope(statistic.level.value)
    newest: dict[tuple[str, str], str] = {}
    for figure in figures:
        if figure.scope is own:
            newest[_row_title(figure)] = max(figure.time, newest.get(_row_title(figure), ""))
    placed = {(_row_title(figure), figure.scope, figure.time): figure for figure in figures}
    columns = (
        Column("Merkmal", 5),
        *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in shown.scopes),
        Column("Stand", 2),
    )
    rows = [
        (
            " ".join(filter(None, title)),
            *(cell(placed.get((title, scope, time))) for scope in shown.scopes),
            time_words(time),
        )
        for title, time in newest.items()
    ]
    yield table(columns, rows[:MOST_ROWS], caption=statistic.title)
    if rows[MOST_ROWS:]:
        files = ", ".join(used.file for used in shown.picked.tables)
        yield paragraph(f"Weitere {len(rows) - MOST_ROWS} Zeilen stehen in {files}.", kind=Kind.SOURCE)


def _row_title(figure: Figure) -> tuple[str, str]:
    restricted = ", ".join(attribute.title for attribute in figure.attributes)
    title = f"{figure.title}: {restricted}" if restricted else figure.title
    return title, f"({figure.unit})" if figure.unit else ""


def _forecast(shown: Shown) -> Iterator[Block]:
    return forecast_ages(shown.picked)


_FORMS = {
    StatisticForm.TREND: _trend,
    StatisticForm.AGES: _ages,
    StatisticForm.LATEST: _latest,
    StatisticForm.FORECAST: _forecast,
}


def _course(shown: Sequence[Shown]) -> Iterator[Block]:
    """Yield the chart of inhabitants over years, what was counted and what is forecast in one picture."""
    drawn = [part.picked for part in shown if part.picked.statistic.form in _YEARLY]
    lines = [line for found in drawn for line in _YEARLY[found.statistic.form](found).items()]
    years = sorted({year for _, values in lines for year in values})
    if len(years) < FEWEST_POINTS and lines[1:]:
        columns = (Column("Jahr", 2), *(Column(label, 3, Align.RIGHT) for label, _ in lines))
        rows = [(str(year), *(_rounded(values.get(year)) for _, values in lines)) for year in years]
        yield table(columns, rows, caption="Einwohner nach Jahren")
        yield _source_line(drawn)
    elif len(years) >= FEWEST_POINTS:
        yield Chart(
            ChartKind.LINES,
            _course_title(years),
            "Jahr",
            tuple(str(year) for year in years),
            tuple(Series(label, tuple(values.get(year) for year in years)) for label, values in lines),
        )
        yield _source_line(drawn)


def _rounded(value: float | None) -> str:
    return NO_FIGURE if value is None else w.whole(round(value))


def _course_title(years: Sequence[int]) -> str:
    steps = {later - earlier for earlier, later in pairwise(years)}
    note = " (Abstände der Jahre nicht maßstäblich)" if len(steps) > 1 else ""
    return f"Einwohner nach Jahren{note}"


def _counted_values(found: Picked) -> dict[str, dict[int, float]]:
    values = {
        int(figure.time[:4]): float(figure.value)
        for figure in found.figures
        if figure.scope is Scope.MUNICIPALITY and figure.value is not None
    }
    return {found.statistic.title: values}


_YEARLY = {StatisticForm.TREND: _counted_values, StatisticForm.FORECAST: forecast_values}
