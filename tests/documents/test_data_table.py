"""The table of basic figures: values where imported, gaps where not."""

import datetime as dt
from decimal import Decimal

from insek_cli.core.statistics import NO_STATISTICS, DataTable, Figure, Scope
from insek_cli.documents.data_table import data_blocks
from insek_cli.files.statistics_import import read_statistics
from tests.documents.judging import judged
from tests.documents.reading import lines
from tests.files import statistics_samples as samples

DAY = dt.date(2026, 11, 22)


def rows(catalogue, statistics, municipality="{name: Ort}"):
    return list(lines(data_blocks(judged(catalogue, municipality=municipality), statistics)))


def test_what_nobody_imported_is_a_gap_with_its_table(catalogue):
    found = rows(catalogue, NO_STATISTICS)
    assert found[2] == "Einwohner (eigene Angabe) | [hier: Zahl] | [hier: Stichtag] | [hier: Quelle]"
    assert "Bevölkerung | [hier: Wert] | [hier: Stichtag] | Tabelle 12411-01-01-5, 12411-01-01-4" in found


def test_total_is_shown_with_date_and_table_and_ages_refer_to_their_chapter(catalogue, tmp_path):
    statistics = NO_STATISTICS
    for path in (samples.population(tmp_path), samples.ages(tmp_path), samples.forecast(tmp_path)):
        statistics = statistics.with_table(read_statistics(path, samples.AGS, catalogue.entries.statistics, DAY))
    found = rows(catalogue, statistics)
    assert "Bevölkerung | 6.360 | 31.12.2024 | Tabelle 12411-01-01-5" in found
    assert "Altersgruppen | siehe Kapitel Bevölkerung | 31.12.2024 | Tabelle 12411-02-03-5" in found
    assert "Vorausberechnung | siehe Kapitel Bevölkerung | 2040 | Bevölkerungsvorausberechnung" in found


def test_inhabitants_have_their_date_and_basis(catalogue):
    place = "{name: Ort, inhabitants: 6257, inhabitants-date: 2023-12-31, inhabitants-basis: Fortschreibung}"
    assert rows(catalogue, NO_STATISTICS, place)[2] == "Einwohner (eigene Angabe) | 6.257 | 31.12.2023 | Fortschreibung"


def test_table_nobody_knows_is_listed(catalogue):
    figure = Figure(Scope.MUNICIPALITY, "2024", "Hunde", value=Decimal(120))
    statistics = NO_STATISTICS.with_table(DataTable("99999", "Hundebestand", "hunde.csv", DAY, (figure,)))
    assert rows(catalogue, statistics)[-1] == "99999 | Hundebestand | 2024 | hunde.csv"


def test_figure_of_the_landkreis_stands_under_the_gap_of_the_municipality_with_whose_it_is(catalogue):
    around = Figure(Scope.LANDKREIS, "2024", "Bevölkerungsstand", "BEVSTD", value=Decimal(310000))
    statistics = NO_STATISTICS.with_table(DataTable("12411-01-01-4", "T", "x.csv", DAY, (around,)))
    found = rows(catalogue, statistics, '{name: Ort, ags: "14522999", landkreis: Mittelsachsen}')
    at = found.index("Bevölkerung | [hier: Wert] | [hier: Stichtag] | Tabelle 12411-01-01-5, 12411-01-01-4")
    assert found[at + 1] == "Bevölkerung (Landkreis Mittelsachsen) | 310.000 | 2024 | Tabelle 12411-01-01-4"
