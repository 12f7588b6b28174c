"""The table of basic figures in the annex: what was imported with its source, what is missing as a gap."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Statistic
from insek_cli.core.statistics import DataTable, Picked, Scope, Statistics, at_time, picked, unknown_tables
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Column, Runs, gap, table
from insek_cli.documents.statistics_words import cell, scope_titles, table_name, time_words


def data_blocks(assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield the table of basic figures: what was imported with its source, what is missing as a gap."""
    rows = [_inhabitants(assessment)]
    for statistic in assessment.catalogue.entries.statistics:
        rows += _data_rows(assessment, picked(statistic, statistics))
    columns = (Column("Merkmal", 4), Column("Wert", 2), Column("Stand", 2), Column("Quelle", 5))
    yield table(columns, rows, caption="Grunddaten")
    others = unknown_tables(assessment.catalogue.entries.statistics, statistics)
    if others:
        titles = (Column("Tabelle", 2), Column("Titel", 5), Column("Stand", 2), Column("Datei", 4))
        yield table(titles, [_other_row(used) for used in others], caption="Weitere eingelesene Tabellen")


def _inhabitants(assessment: Assessment) -> tuple[str | Runs, ...]:
    municipality = assessment.answers.municipality
    number = municipality.inhabitants
    return (
        "Einwohner (eigene Angabe)",
        w.whole(number) if number is not None else gap("Zahl"),
        w.day(municipality.inhabitants_date) if municipality.inhabitants_date else gap("Stichtag"),
        municipality.inhabitants_basis or gap("Quelle"),
    )


def _data_rows(assessment: Assessment, found: Picked) -> Iterator[tuple[str | Runs, ...]]:
    """Yield the gap of what is missing, and the figures there are, with whose they are if not the municipality's."""
    statistic = found.statistic
    if found.is_missing:
        yield statistic.title, gap("Wert"), gap("Stichtag"), _wanted(statistic)
    if found.newest is not None and found.about is not None:
        tables = ", ".join(table_name(used) for used in found.tables)
        title = f"{statistic.title}{_whose(assessment, found.about)}"
        yield title, _data_value(assessment, found, found.about), time_words(found.newest), tables


def _whose(assessment: Assessment, about: Scope) -> str:
    return "" if about is Scope.MUNICIPALITY else f" ({scope_titles(assessment)[about]})"


def _wanted(statistic: Statistic) -> str | Runs:
    """Return the tables that have the figure, a gap where there is none; codes of whole statistics are left out."""
    tables = ", ".join(code for code in statistic.tables if "-" in code)
    return f"Tabelle {tables}" if tables else gap("Quelle")


def _data_value(assessment: Assessment, found: Picked, about: Scope) -> str:
    """Return the one newest total; where there are more figures, the chapter that shows them."""
    newest = list(at_time(found.figures, about, found.newest or ""))
    if len(newest) == 1 and not newest[0].attributes:
        return cell(newest[0])
    return f"siehe Kapitel {assessment.catalogue.chapter[found.statistic.chapters[0]].title}"


def _other_row(used: DataTable) -> tuple[str, str, str, str]:
    return used.code, used.title, time_words(max(figure.time for figure in used.figures)), used.file
