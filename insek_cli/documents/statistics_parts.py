"""What imported statistics say in a document: tables with source line and date, charts, flags on old figures.

A statistic is shown in the first chapter it belongs to; what nobody imported stays a gap elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import AgeGroup, Chapter, Statistic, StatisticForm
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
    unknown_tables,
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
from insek_cli.documents.forecast_parts import forecast_blocks, forecast_values
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
    for part in shown:
        yield paragraph(part.picked.statistic.meaning, kind=Kind.GUIDANCE)
        yield from _FORMS[part.picked.statistic.form](part)
        yield from _marks(part.picked.figures)
        yield source_line(part.picked)
        if part.picked.is_old(assessment.date):
            yield old_note(part.picked)
    yield from _course(shown)


def _titles(assessment: Assessment) -> dict[Scope, str]:
    names = names_of(assessment.answers.municipality)
    return {Scope.MUNICIPALITY: names.name, Scope.LANDKREIS: names.landkreis or "Landkreis", Scope.LAND: "Land"}


def time_words(time: str) -> str:
    """Return a time as people write it: 31.12.2024, or 2024."""
    return w.day(day(time)) if DAY(time) else time


def source_line(found: Picked) -> Block:
    """Return where the figures come from: issuer, table, date, licence and when they were imported."""
    parts: list[str | Runs] = ["Quelle: "]
    for number, used in enumerate(found.tables):
        newest = max(figure.time for figure, owner in found.found if owner is used)
        parts += ["; " if number else "", used.issuer or gap("Herausgeber"), f", {_table_words(used)}"]
        parts += [f", Stand {time_words(newest)}", *([f", {used.licence}"] if used.licence else [])]
        parts += [f" (eingelesen am {w.day(used.imported)} aus {used.file}{_retrieved(used)})"]
    return paragraph(*parts, ".", kind=Kind.SOURCE)


def _table_words(used: DataTable) -> str:
    return f"Tabelle {used.code} „{used.title}“" if used.code[:1].isupper() or used.code[:1].isdigit() else used.title


def _retrieved(used: DataTable) -> str:
    return f", abgerufen {used.retrieved}" if used.retrieved else ""


def old_note(found: Picked) -> Paragraph:
    """Return the flag of figures that lie too far back."""
    statistic = found.statistic
    return paragraph(
        strong(f"Zahlen vom {time_words(found.newest or '')}: älter als {statistic.max_age} Jahre. "),
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
    """Yield totals over time, the municipality beside Landkreis and Land."""
    figures = {(figure.scope, figure.time): figure for figure in shown.picked.figures}
    times = sorted({time for scope, time in figures if scope is Scope.MUNICIPALITY})
    columns = (Column("Stand", 2), *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in shown.scopes))
    rows = [(time_words(time), *(cell(figures.get((scope, time))) for scope in shown.scopes)) for time in times]
    yield table(columns, rows, caption=shown.picked.statistic.title)
    yield from _change(shown, figures, times)


def _change(shown: Shown, figures: Mapping[tuple[Scope, str], Figure], times: Sequence[str]) -> Iterator[Block]:
    """Yield how the totals changed from the first to the last time, in percent."""
    if not times[1:]:
        return
    changes = [
        f"{shown.titles[scope]} {_signed(share)}"
        for scope in shown.scopes
        if (share := _share(figures.get((scope, times[0])), figures.get((scope, times[-1])))) is not None
    ]
    if changes:
        yield paragraph(
            f"Veränderung vom {time_words(times[0])} bis zum {time_words(times[-1])}: {', '.join(changes)}."
        )


def _share(first: Figure | None, last: Figure | None) -> Decimal | None:
    if first is None or last is None or not first.value or last.value is None:
        return None
    return ((last.value - first.value) * 100 / first.value).quantize(Decimal("0.1"))


def _signed(share: Decimal) -> str:
    return f"{'+' if share > 0 else ''}{w.figure(share)} %"


def _ages(shown: Shown) -> Iterator[Block]:
    """Yield numbers and shares of the age groups, the municipality against Landkreis and Land."""
    statistic, time = shown.picked.statistic, shown.picked.newest or ""
    sums = {
        scope: found
        for scope in shown.scopes
        if (found := group_sums(statistic.groups, at_time(shown.picked.figures, scope, time))) is not None
    }
    if Scope.MUNICIPALITY not in sums:
        yield from _raw_ages(shown, time)
        return
    shares = {scope: _percents(found) for scope, found in sums.items()}
    columns = (
        Column("Altersgruppe", 3),
        Column("Anzahl", 2, Align.RIGHT),
        *(Column(f"Anteil {shown.titles[scope]}", 3, Align.RIGHT) for scope in sums),
    )
    rows = [
        (
            group.title,
            w.figure(sums[Scope.MUNICIPALITY][group]),
            *(f"{w.decimal(shares[scope][group])} %" for scope in sums),
        )
        for group in statistic.groups
    ]
    yield table(columns, rows, caption=f"{statistic.title} am {time_words(time)}")
    if sums.keys() - {Scope.MUNICIPALITY}:
        yield _age_chart(shown, time, shares)


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
    return forecast_blocks(shown.picked)


_FORMS = {
    StatisticForm.TREND: _trend,
    StatisticForm.AGES: _ages,
    StatisticForm.LATEST: _latest,
    StatisticForm.FORECAST: _forecast,
}


def _course(shown: Sequence[Shown]) -> Iterator[Block]:
    """Yield the chart of inhabitants over years, what was counted and what is forecast in one picture."""
    lines = [
        (part.picked.statistic.title, _by_year(part.picked))
        for part in shown
        if part.picked.statistic.form is StatisticForm.TREND
    ]
    for part in shown:
        if part.picked.statistic.form is StatisticForm.FORECAST:
            lines += forecast_values(part.picked).items()
    years = sorted({year for _, values in lines for year in values})
    if len(years) >= FEWEST_POINTS:
        yield Chart(
            ChartKind.LINES,
            _course_title(years),
            "Jahr",
            tuple(str(year) for year in years),
            tuple(Series(label, tuple(values.get(year) for year in years)) for label, values in lines),
        )


def _course_title(years: Sequence[int]) -> str:
    steps = {later - earlier for earlier, later in pairwise(years)}
    note = " (Abstände der Jahre nicht maßstäblich)" if len(steps) > 1 else ""
    return f"Einwohner nach Jahren{note}"


def _by_year(found: Picked) -> dict[int, float]:
    return {
        int(figure.time[:4]): float(figure.value)
        for figure in found.figures
        if figure.scope is Scope.MUNICIPALITY and figure.value is not None
    }


def data_blocks(assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield the table of basic figures: what was imported with its source, what is missing as a gap."""
    rows = [_inhabitants(assessment)]
    rows += [
        _data_row(assessment, statistic, picked(statistic, statistics))
        for statistic in assessment.catalogue.entries.statistics
    ]
    columns = (Column("Merkmal", 4), Column("Wert", 3), Column("Stand", 2), Column("Quelle", 4))
    yield table(columns, rows, caption="Grunddaten")
    others = unknown_tables(assessment.catalogue.entries.statistics, statistics)
    if others:
        titles = (Column("Tabelle", 2), Column("Titel", 5), Column("Stand", 2), Column("Datei", 4))
        yield table(titles, [_other_row(used) for used in others], caption="Weitere eingelesene Tabellen")


def _inhabitants(assessment: Assessment) -> tuple[str | Runs, ...]:
    municipality = assessment.answers.municipality
    number = municipality.inhabitants
    return (
        "Einwohner",
        w.whole(number) if number is not None else gap("Zahl"),
        w.day(municipality.inhabitants_date) if municipality.inhabitants_date else gap("Stichtag"),
        municipality.inhabitants_basis or gap("Quelle"),
    )


def _data_row(assessment: Assessment, statistic: Statistic, found: Picked) -> tuple[str | Runs, ...]:
    if found.newest is None:
        return statistic.title, gap("Wert"), gap("Stichtag"), f"Tabelle {', '.join(statistic.tables)}"
    tables = ", ".join(used.code for used in found.tables)
    return statistic.title, _data_value(assessment, found), time_words(found.newest), f"Tabelle {tables}"


def _data_value(assessment: Assessment, found: Picked) -> str:
    """Return the one newest total; where there are more figures, the chapter that shows them."""
    newest = list(at_time(found.figures, Scope(found.statistic.level.value), found.newest or ""))
    if len(newest) == 1 and not newest[0].attributes:
        return cell(newest[0])
    return f"siehe Kapitel {assessment.catalogue.chapter[found.statistic.chapters[0]].title}"


def _other_row(used: DataTable) -> tuple[str, str, str, str]:
    return used.code, used.title, time_words(max(figure.time for figure in used.figures)), used.file
