"""What imported statistics say in a document: tables with source line and date, charts, flags on old figures.

A statistic is shown in the first chapter it belongs to; what nobody imported stays a gap elsewhere. Where only the
Landkreis or the Land has figures, these are shown as theirs.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import AgeGroup
from insek_cli.core.outline import Chapter
from insek_cli.core.statistics import Figure, Picked, Scope, Statistics, age_range, at_time, group_sums, picked
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import StatisticForm
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Chart, ChartKind, Column, Kind, Series, paragraph, strong, table
from insek_cli.documents.forecast_parts import forecast_ages, forecast_values, totals_table
from insek_cli.documents.statistics_course import course
from insek_cli.documents.statistics_words import (
    NO_FIGURE,
    cell,
    mark_line,
    old_note,
    scope_titles,
    source_line,
    table_name,
    time_words,
)

MOST_ROWS = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """A statistic with its figures, and how the places it compares are called."""

    picked: Picked
    titles: Mapping[Scope, str]

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Return the places that have figures at all, the nearest first."""
        present = {figure.scope for figure in self.picked.figures}
        return tuple(scope for scope in Scope if scope in present)

    @property
    def caption(self) -> str:
        """Return the title of the tables, with whom they are about where that is not the municipality."""
        return self.picked.statistic.title + ("" if self.is_own else f", {self.others}")

    @property
    def is_own(self) -> bool:
        """Tell whether the municipality itself has figures."""
        return self.picked.about is Scope.MUNICIPALITY

    @property
    def others(self) -> str:
        """Return what surrounds the municipality and has figures: „Landkreis Bautzen und Sachsen“."""
        return w.listed(self.titles[scope] for scope in self.scopes if scope is not Scope.MUNICIPALITY)


def statistic_blocks(chapter: Chapter, assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield the tables and charts of the statistics that belong to a chapter first."""
    shown = _shown(chapter, assessment, statistics)
    yield from course([part.picked for part in shown])
    for part in shown:
        yield paragraph(part.picked.statistic.meaning, kind=Kind.GUIDANCE)
        if not part.is_own:
            yield _whose_note(part)
        yield from _FORMS[part.picked.statistic.form](part)
        yield from mark_line(part.picked.figures)
        yield from _source_lines(part)
        if part.picked.is_old(assessment.date):
            yield old_note(part.picked)


def shown_statistics(chapter: Chapter, assessment: Assessment, statistics: Statistics) -> list[str]:
    """Return the titles of the statistics that a chapter shows."""
    return [part.picked.statistic.title for part in _shown(chapter, assessment, statistics)]


def _shown(chapter: Chapter, assessment: Assessment, statistics: Statistics) -> list[Shown]:
    return [
        Shown(found, scope_titles(assessment))
        for statistic in assessment.catalogue.entries.statistics
        if statistic.chapters[:1] == (chapter.id,) and (found := picked(statistic, statistics)).found
    ]


def _source_lines(shown: Shown) -> Iterator[Block]:
    """Yield the sources; tables without the municipality have a line of their own, with whose values they hold."""
    own = {used for figure, used in shown.picked.found if figure.scope is Scope.MUNICIPALITY}
    with_own = [pair for pair in shown.picked.found if pair[1] in own]
    without = [pair for pair in shown.picked.found if pair[1] not in own]
    if with_own:
        yield source_line("Quelle", with_own)
    if without:
        whose = w.listed(shown.titles[scope] for scope in Scope if any(figure.scope is scope for figure, _ in without))
        yield source_line(f"Quelle der Werte für {whose}", without)


def _whose_note(shown: Shown) -> Block:
    """Return whose values stand below, and where the municipality's own are to be had if there are any."""
    own = shown.titles[Scope.MUNICIPALITY]
    where = f" Zahlen für {own}: {shown.picked.statistic.where}." if shown.picked.is_missing else ""
    return paragraph(strong(f"Werte für {shown.others}, nicht für {own}."), where, kind=Kind.NOTE)


def _trend(shown: Shown) -> Iterator[Block]:
    """Yield the first and the last total and the change between, each place beside what surrounds it."""
    figures = {(figure.scope, figure.time): figure for figure in shown.picked.figures}
    times = {scope: sorted(time for whose, time in figures if whose is scope) for scope in shown.scopes}
    own = next(iter(times.values()))
    ends = sorted({own[0], own[-1], *(found[-1] for found in times.values() if own[-1] not in found)})
    columns = (Column("Stand", 2), *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in shown.scopes))
    rows = [(time_words(time), *(cell(figures.get((scope, time))) for scope in shown.scopes)) for time in ends]
    if own[1:]:
        changes = [_change(figures.get((scope, own[0])), figures.get((scope, own[-1]))) for scope in shown.scopes]
        rows.append((_change_title(ends, own), *changes))
    yield table(columns, rows, caption=shown.caption)


def _change_title(ends: list[str], own: list[str]) -> str:
    """Return what the last row says; where dates of others stand between, from when to when."""
    if ends == [own[0], own[-1]]:
        return "Veränderung"
    return f"Veränderung {own[0][:4]} bis {own[-1][:4]}"


def _change(first: Figure | None, last: Figure | None) -> str:
    share = _share(first, last)
    return NO_FIGURE if share is None else f"{'+' if share > 0 else ''}{w.figure(share)} %"


def _share(first: Figure | None, last: Figure | None) -> Decimal | None:
    if first is None or last is None or not first.value or last.value is None:
        return None
    return ((last.value - first.value) * 100 / first.value).quantize(Decimal("0.1"))


def _ages(shown: Shown) -> Iterator[Block]:
    """Yield the numbers of the age groups as a table and their shares as a chart, against Landkreis and Land."""
    statistic, figures = shown.picked.statistic, shown.picked.figures
    times = _age_times(shown)
    sums = {
        scope: found
        for scope, time in times.items()
        if (found := group_sums(statistic.groups, at_time(figures, scope, time))) is not None
    }
    if shown.scopes[0] not in sums:
        yield from _raw_ages(shown)
    if sums:
        titles = _dated_titles(shown, times)
        caption = f"{shown.caption} am {time_words(shown.picked.newest or '')}"
        columns = (Column("Altersgruppe", 3), *(Column(titles[scope], 3, Align.RIGHT) for scope in sums))
        rows = [(group.title, *(w.figure(found[group]) for found in sums.values())) for group in statistic.groups]
        yield table(columns, rows, caption=caption)
        yield _age_chart(shown, caption, {titles[scope]: _percents(found) for scope, found in sums.items()})
    others = [shown.titles[scope] for scope in shown.scopes[1:] if scope not in sums]
    if others:
        told = f"Für {w.listed(others)} hat die Tabelle andere Altersgruppen; der Vergleich fehlt deshalb."
        yield paragraph(told, kind=Kind.NOTE)


def _age_times(shown: Shown) -> dict[Scope, str]:
    """Return as of when each place is shown: as of the same day where there are figures, else of its newest."""
    newest = shown.picked.newest
    times = {scope: {f.time for f in shown.picked.figures if f.scope is scope} for scope in shown.scopes}
    return {scope: newest if newest in found else max(found) for scope, found in times.items()}


def _dated_titles(shown: Shown, times: Mapping[Scope, str]) -> dict[Scope, str]:
    """Return how places are called, with the date where it is another than the table's."""
    return {
        scope: shown.titles[scope] + ("" if time == shown.picked.newest else f" ({time_words(time)})")
        for scope, time in times.items()
    }


def _percents(sums: Mapping[AgeGroup, Decimal]) -> dict[AgeGroup, Decimal]:
    whole = sum(sums.values()) or Decimal(1)
    return {group: (value * 100 / whole).quantize(Decimal("0.1")) for group, value in sums.items()}


def _age_chart(shown: Shown, caption: str, shares: Mapping[str, Mapping[AgeGroup, Decimal]]) -> Block:
    groups = shown.picked.statistic.groups
    return Chart(
        ChartKind.BARS,
        f"{caption}, Anteile",
        "Altersgruppe",
        tuple(group.title for group in groups),
        tuple(Series(title, tuple(float(found[group]) for group in groups)) for title, found in shares.items()),
        unit="%",
        decimals=1,
    )


def _raw_ages(shown: Shown) -> Iterator[Block]:
    """Yield the age groups as the table has them, where they do not fill the groups of the catalogue."""
    whose, time = shown.scopes[0], shown.picked.newest or ""
    figures = sorted(at_time(shown.picked.figures, whose, time), key=_age_order)
    rows = [(figure.attributes[0].title, cell(figure)) for figure in figures]
    columns = (Column("Altersgruppe", 3), Column(shown.titles[whose], 2, Align.RIGHT))
    yield table(columns, rows, caption=f"{shown.caption} am {time_words(time)}")


def _age_order(figure: Figure) -> tuple[int, float]:
    start, end = age_range(figure.attributes[0]) or (0, None)
    return start, float("inf") if end is None else end


def _latest(shown: Shown) -> Iterator[Block]:
    """Yield the newest figures, a row for each measure and attribute; another date of others is a row of its own."""
    placed = {(_row_title(figure), figure.time, figure.scope): figure for figure in shown.picked.figures}
    columns = (
        Column("Merkmal", 5),
        *(Column(shown.titles[scope], 3, Align.RIGHT) for scope in shown.scopes),
        Column("Stand", 2),
    )
    rows = [
        (
            " ".join(filter(None, title)),
            *(cell(placed.get((title, time, scope))) for scope in shown.scopes),
            time_words(time),
        )
        for title, times in _newest_times(shown).items()
        for time in sorted(times, reverse=True)
    ]
    yield table(columns, rows[:MOST_ROWS], caption=shown.caption)
    if rows[MOST_ROWS:]:
        where = w.listed(table_name(used) for used in shown.picked.tables)
        yield paragraph(f"Weitere {len(rows) - MOST_ROWS} Zeilen stehen in {where}.", kind=Kind.SOURCE)


def _newest_times(shown: Shown) -> dict[tuple[str, str], set[str]]:
    """Return as of when each row is shown: as of the newest figure of the nearest place, and of others without it."""
    times: dict[tuple[str, str], dict[Scope, set[str]]] = {}
    for scope in shown.scopes:
        for figure in shown.picked.figures:
            if figure.scope is scope:
                times.setdefault(_row_title(figure), {}).setdefault(scope, set()).add(figure.time)
    return {title: _needed(list(found.values())) for title, found in times.items()}


def _needed(times: list[set[str]]) -> set[str]:
    newest = max(times[0])
    return {newest, *(max(found) for found in times if newest not in found)}


def _row_title(figure: Figure) -> tuple[str, str]:
    restricted = ", ".join(attribute.title for attribute in figure.attributes)
    title = f"{figure.title}: {restricted}" if restricted else figure.title
    return title, f"({figure.unit})" if figure.unit else ""


def _forecast(shown: Shown) -> Iterator[Block]:
    """Yield the age groups; the totals of the municipality stand in the chart of all years, those of others here."""
    if not shown.is_own:
        yield totals_table(forecast_values(shown.picked), shown.caption)
    yield from forecast_ages(shown.picked, shown.caption)


_FORMS = {
    StatisticForm.TREND: _trend,
    StatisticForm.AGES: _ages,
    StatisticForm.LATEST: _latest,
    StatisticForm.FORECAST: _forecast,
}
