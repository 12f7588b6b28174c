"""What an import says, and what the gap report says of standard data."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from insek_cli.core.statistics import NO_STATISTICS, DataTable, Figure, Scope, Statistics
from insek_cli.documents.statistics_pages import import_report, missing_data, places_of_missing_data
from insek_cli.files.statistics_import import read_statistics
from tests.documents.judging import judged
from tests.documents.reading import lines, said
from tests.files import statistics_samples as samples

DAY = dt.date(2026, 11, 22)


def kept(catalogue, *paths):
    tables = [read_statistics(path, samples.AGS, catalogue.entries.statistics, DAY) for path in paths]
    statistics = NO_STATISTICS
    for table in tables:
        statistics = statistics.with_table(table)
    return statistics, tables


def report(catalogue, statistics):
    return list(lines(missing_data(judged(catalogue), statistics)))


def annex(catalogue, statistics):
    return list(lines(places_of_missing_data(judged(catalogue), statistics)))


def test_report_lists_all_standard_data_where_nobody_imported_any(catalogue):
    found = report(catalogue, NO_STATISTICS)
    assert found[0] == "Standarddaten"
    (said,) = found[1:]
    assert [known.title for known in catalogue.entries.statistics if known.title not in said] == []
    assert "Zuzüge und Fortzüge (Landkreis)" in said


def test_annex_says_where_every_missing_table_is_to_be_had(catalogue):
    found = annex(catalogue, NO_STATISTICS)
    assert len(found) == 2 + len(catalogue.entries.statistics)
    assert "Zuzüge und Fortzüge (Landkreis) | regionalstatistik.de, Tabelle 12711-01-03-4" in found


def test_what_was_imported_is_no_longer_missing(catalogue, tmp_path):
    statistics, _ = kept(catalogue, samples.population(tmp_path), samples.ages(tmp_path))
    titles = [line.split(" | ")[0] for line in annex(catalogue, statistics)]
    assert "Bevölkerung" not in titles
    assert "Altersgruppen" not in titles
    assert "Vorausberechnung" in titles


def test_old_figures_are_flagged_in_the_report(catalogue, tmp_path):
    statistics, _ = kept(catalogue, samples.population(tmp_path, range(2015, 2021)))
    assert report(catalogue, statistics)[-1].startswith("Bevölkerung: Stand 31.12.2020, älter als 3 Jahre. ")


def test_report_says_when_nothing_is_missing(catalogue, tmp_path):
    population = tuple(known for known in catalogue.entries.statistics if known.id == "population")
    assessment = judged(catalogue)
    small = replace(catalogue, entries=replace(catalogue.entries, statistics=population))
    statistics, _ = kept(catalogue, samples.population(tmp_path))
    found = list(lines(missing_data(replace(assessment, catalogue=small), statistics)))
    assert found == ["Standarddaten", "Alle Standarddaten, die der Katalog kennt, sind eingelesen."]


def test_catalogue_without_statistics_says_nothing(catalogue):
    bare = replace(catalogue, entries=replace(catalogue.entries, statistics=()))
    assert list(missing_data(replace(judged(catalogue), catalogue=bare), NO_STATISTICS)) == []


def imported(catalogue, statistics, tables):
    return said(import_report(catalogue, statistics, tables, "ort.statistics.json", DAY))


def test_import_says_what_each_file_means_and_where_it_is_kept(catalogue, tmp_path):
    text = imported(catalogue, *kept(catalogue, samples.population(tmp_path), samples.ages(tmp_path)))
    assert "12411-01-01-5_de_flat.csv | 12411-01-01-5 | Bevölkerung | 31.12.2015 bis 31.12.2024" in text
    assert "12411-02-03-5.csv | 12411-02-03-5 | Bevölkerung, Altersgruppen | 31.12.2024" in text
    assert "Aufbewahrt in ort.statistics.json" in text
    assert "Bitte beachten" not in text


def figure(scope, time):
    return Figure(scope, time, "Stand", "BEVSTD", value=Decimal(1))


def one_table(*figures, code="12411-01-01-5"):
    table = DataTable(code, "Titel", "x.csv", DAY, figures)
    return Statistics(samples.AGS, (table,)), [table]


def test_import_warns_of_different_dates(catalogue):
    found = one_table(figure(Scope.MUNICIPALITY, "2024"), figure(Scope.LANDKREIS, "2023"))
    assert "x.csv: Die Gemeinde hat den Stand 2024, der Landkreis 2023; " in imported(catalogue, *found)


def test_import_says_that_a_table_only_compares(catalogue):
    assert "x.csv: Die Tabelle enthält keine Gemeinden" in imported(
        catalogue, *one_table(figure(Scope.LANDKREIS, "2024"))
    )


def test_import_says_how_figures_of_the_landkreis_alone_are_shown_and_where_the_municipality_has_its_own(catalogue):
    waiting = (
        "Bevölkerung: Im Entwurf stehen die Zahlen, als Werte von Landkreis oder Land gekennzeichnet. Zahlen der "
        "Gemeinde: regionalstatistik.de, Tabelle 12411-01-01-5"
    )
    statistics, tables = one_table(figure(Scope.LANDKREIS, "2024"))
    assert waiting in imported(catalogue, statistics, tables)
    assert imported(catalogue, statistics, tables * 2).count(waiting) == 1
    own, _ = one_table(figure(Scope.MUNICIPALITY, "2024"), code="12411")
    assert waiting not in imported(catalogue, statistics.with_table(own.tables[0]), tables)


def test_import_says_that_a_table_is_unknown_or_old(catalogue):
    text = imported(catalogue, *one_table(figure(Scope.MUNICIPALITY, "2024"), code="99999"))
    assert "unbekannt, wird aufbewahrt" in text
    assert "99999 „Titel“ kennt der Katalog nicht" in text
    assert "Bevölkerung: Stand 2020, älter als 3 Jahre." in imported(
        catalogue, *one_table(figure(Scope.MUNICIPALITY, "2020"))
    )
