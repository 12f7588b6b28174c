"""Imported statistics in a chapter: tables with source and date, charts, marks and flags."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from insek_cli.core.statistics import NO_STATISTICS, DataTable, Figure, Scope
from insek_cli.documents.blocks import Chart, ChartKind, Table
from insek_cli.documents.statistics_parts import statistic_blocks
from insek_cli.files.statistics_import import read_statistics
from tests.documents.judging import judged
from tests.documents.reading import lines
from tests.files import statistics_samples as samples

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def assessment(catalogue):
    return judged(catalogue, municipality='{name: Musterstadt, ags: "14522999", landkreis: Mittelsachsen}')


@pytest.fixture
def blocks(catalogue, assessment):
    def made(*paths, chapter="people", tables=()):
        statistics = NO_STATISTICS
        read = [read_statistics(path, samples.AGS, catalogue.entries.statistics, DAY) for path in paths]
        for table in (*read, *tables):
            statistics = statistics.with_table(table)
        return list(statistic_blocks(catalogue.chapter[chapter], assessment, statistics))

    return made


def table_of(*figures, code="AI-N-01-2-5", issuer="Amt"):
    return DataTable(code, "Titel", f"{code}.csv", DAY, figures, issuer=issuer, licence="frei")


def share(value, time="2023", title="Anteil", measure="AI0111", scope=Scope.MUNICIPALITY, **more):
    return Figure(scope, time, title, measure, "Prozent", value=value and Decimal(value), **more)


def test_without_statistics_a_chapter_has_nothing_of_them(blocks):
    assert blocks() == []


def test_population_is_shown_at_both_ends_with_its_change(blocks, tmp_path):
    found = list(lines(blocks(samples.population(tmp_path))))
    at = found.index("Bevölkerung")
    assert found[at + 1 : at + 5] == [
        "Stand | Musterstadt | Landkreis Mittelsachsen | Sachsen",
        "31.12.2015 | 6.900 | 310.000 | 4.085.000",
        "31.12.2024 | 6.360 | 296.500 | 4.040.000",
        "Veränderung | −7,8 % | −4,4 % | −1,1 %",
    ]
    assert found[at + 5] == (
        "Quelle: Statistische Ämter des Bundes und der Länder, Regionaldatenbank Deutschland, Tabelle 12411-01-01-5 "
        "„Fortschreibung des Bevölkerungsstandes“, 31.12.2015 bis 31.12.2024, Datenlizenz Deutschland – Namensnennung – "
        "Version 2.0."
    )


def test_one_day_alone_has_no_change_and_no_chart(blocks, tmp_path):
    found = blocks(samples.population(tmp_path, [2024]))
    assert "Veränderung" not in "\n".join(lines(found))
    assert not any(isinstance(block, Chart) for block in found)


def test_ages_are_counted_in_a_table_and_compared_in_a_chart(blocks, tmp_path):
    found = blocks(samples.ages(tmp_path))
    chart = next(block for block in found if isinstance(block, Chart))
    assert (chart.kind, chart.categories[0], chart.unit) == (ChartKind.BARS, "unter 20 Jahre", "%")
    assert [(series.label, series.values[0]) for series in chart.series] == [
        ("Musterstadt", 14.9),
        ("Landkreis Mittelsachsen", 17.7),
        ("Sachsen", 19.2),
    ]
    assert "65 Jahre und älter | 2.000 | 83.000 | 1.044.000" in list(lines(found))


def test_ages_that_do_not_fill_the_groups_are_shown_as_they_are(blocks, tmp_path):
    path = samples.ages(tmp_path, [samples.AGS])
    text = path.read_text(encoding="utf-8").replace("ALT006B20;6 bis unter 20", "ALT006B18;6 bis unter 18")
    path.write_text(text, encoding="utf-8")
    found = list(lines(blocks(path)))
    assert "6 bis unter 18 Jahre | 700" in found
    assert found[found.index("Altersgruppe | Musterstadt") + 1] == "unter 3 Jahre | 120"


def test_newest_figure_of_every_measure_is_shown_in_the_chapter_on_location(blocks):
    table = table_of(share("11.9"), share("11.0", "2020"), share("-1.1", title="Veränderung", measure="AI0112"))
    found = list(lines(blocks(tables=[table], chapter="frame")))
    assert found[1:5] == [
        "Siedlungs- und Verkehrsfläche",
        "Merkmal | Musterstadt | Stand",
        "Anteil (Prozent) | 11,9 | 2023",
        "Veränderung (Prozent) | −1,1 | 2023",
    ]
    assert found[5] == "Quelle: Amt, Tabelle AI-N-01-2-5 „Titel“, 2020 bis 2023, frei."


def test_figure_kept_secret_keeps_its_sign_and_the_sign_is_explained(blocks):
    table = table_of(share("11.9"), share(None, title="Geheim", measure="AI0112", mark="."))
    found = list(lines(blocks(tables=[table], chapter="frame")))
    assert "Geheim (Prozent) | . | 2023" in found
    assert "Zeichen: „.“ unbekannt oder geheim zu halten." in found


def test_long_tables_are_cut_and_say_so(blocks):
    many = [Figure(Scope.MUNICIPALITY, "2024", f"Art {n:02}", value=Decimal(n)) for n in range(30)]
    found = blocks(tables=[table_of(*many, code="33111-01-02-5")], chapter="building")
    (shown,) = [block for block in found if isinstance(block, Table)]
    assert len(shown.rows) == 24
    assert "Weitere 6 Zeilen stehen in Tabelle 33111-01-02-5." in list(lines(found))


def counted(value, time="2024-12-31", scope=Scope.MUNICIPALITY, **more):
    return Figure(scope, time, "Bevölkerungsstand", "BEVSTD", "Anzahl", value=Decimal(value), **more)


def test_figures_of_the_landkreis_alone_are_shown_as_its_own_with_a_source_of_their_own(blocks):
    table = table_of(counted(310000, scope=Scope.LANDKREIS), code="12411-01-01-4")
    found = list(lines(blocks(tables=[table])))
    assert found[1:] == [
        "Werte für Landkreis Mittelsachsen, nicht für Musterstadt. Zahlen für Musterstadt: regionalstatistik.de, Tabelle "
        "12411-01-01-5, alle Jahre.",
        "Bevölkerung, Landkreis Mittelsachsen",
        "Stand | Landkreis Mittelsachsen",
        "31.12.2024 | 310.000",
        "Quelle der Werte für Landkreis Mittelsachsen: Amt, Tabelle 12411-01-01-4 „Titel“, Stand 31.12.2024, frei.",
    ]


def test_figures_that_only_landkreise_have_are_marked_without_sending_anybody_to_look_further(blocks):
    births = Figure(Scope.LANDKREIS, "2024", "Lebendgeborene", "BEV001", "Anzahl", value=Decimal(1800))
    found = list(lines(blocks(tables=[table_of(births, code="12612-01-01-4")])))
    assert "Geburten und Sterbefälle, Landkreis Mittelsachsen" in found
    assert "Werte für Landkreis Mittelsachsen, nicht für Musterstadt." in found


def test_own_figures_stand_beside_those_of_the_landkreis_and_each_table_says_whose_it_is(blocks):
    own = table_of(counted(6900, "2023-12-31"), counted(6360))
    around = table_of(counted(300000, "2023-12-31", Scope.LANDKREIS), code="12411-01-01-4")
    found = list(lines(blocks(tables=[replace(own, code="12411-01-01-5"), around])))
    assert found[1:5] == [
        "Bevölkerung",
        "Stand | Musterstadt | Landkreis Mittelsachsen",
        "31.12.2023 | 6.900 | 300.000",
        "31.12.2024 | 6.360 | –",
    ]
    assert found[6].startswith("Quelle: Amt, Tabelle 12411-01-01-5")
    assert found[7].startswith("Quelle der Werte für Landkreis Mittelsachsen: Amt, Tabelle 12411-01-01-4")
    assert "nicht für" not in "\n".join(found)


def test_newer_total_of_the_landkreis_has_a_row_and_the_change_says_its_years(blocks):
    own = table_of(counted(7000, "2015-12-31"), counted(6300, "2022-12-31"), code="12411-01-01-5")
    around = table_of(counted(300000, scope=Scope.LANDKREIS), code="12411-01-01-4")
    found = list(lines(blocks(tables=[own, around])))
    assert found[3:7] == [
        "31.12.2015 | 7.000 | –",
        "31.12.2022 | 6.300 | –",
        "31.12.2024 | – | 300.000",
        "Veränderung 2015 bis 2022 | −10 % | –",
    ]


def test_measure_that_only_the_landkreis_has_and_its_other_date_are_rows_too(blocks):
    table = table_of(
        share("11.9", "2024"),
        share("20", scope=Scope.LANDKREIS),
        share("3", title="Wald", measure="AI0112", scope=Scope.LANDKREIS),
    )
    assert list(lines(blocks(tables=[table], chapter="frame")))[2:6] == [
        "Merkmal | Musterstadt | Landkreis Mittelsachsen | Stand",
        "Anteil (Prozent) | 11,9 | – | 2024",
        "Anteil (Prozent) | – | 20 | 2023",
        "Wald (Prozent) | – | 3 | 2023",
    ]


def test_ages_of_the_landkreis_of_another_day_are_compared_with_their_date(blocks, tmp_path):
    (tmp_path / "kreis").mkdir()
    around = samples.ages(tmp_path / "kreis", [samples.DISTRICT], "2023-12-31")
    found = blocks(samples.ages(tmp_path, [samples.AGS]), around.rename(around.with_name("12411-02-03-4.csv")))
    chart = next(block for block in found if isinstance(block, Chart))
    assert [series.label for series in chart.series] == ["Musterstadt", "Landkreis Mittelsachsen (31.12.2023)"]


def test_ages_of_the_landkreis_alone_have_table_and_chart(blocks, tmp_path):
    found = blocks(samples.ages(tmp_path, [samples.DISTRICT]).rename(tmp_path / "12411-02-03-4.csv"))
    chart = next(block for block in found if isinstance(block, Chart))
    assert chart.caption == "Altersgruppen, Landkreis Mittelsachsen am 31.12.2024, Anteile"
    assert [series.values[0] for series in chart.series] == [17.7]


def test_forecast_of_the_landkreis_alone_has_its_totals_in_a_table_and_no_chart_of_the_municipality(blocks, tmp_path):
    head, *rows = samples.FORECAST.splitlines()
    text = "\n".join([f"{head};Gemeindeschlüssel", *(f"{row};{samples.DISTRICT}" for row in rows)])
    found = blocks(samples.forecast(tmp_path, text))
    assert not any(isinstance(block, Chart) for block in found)
    assert list(lines(found))[2:6] == [
        "Vorausberechnung, Landkreis Mittelsachsen",
        "Jahr | Variante 1 | Variante 2",
        "2030 | 6.100 | 6.000",
        "2040 | 5.600 | 5.300",
    ]


def test_figures_older_than_three_years_are_flagged(blocks):
    found = list(lines(blocks(tables=[table_of(share("1", "2022"))], chapter="frame")))
    assert found[-1].startswith("Stand 2022, älter als 3 Jahre. Bitte prüfen, ob es neuere gibt: ")
    assert "älter als" not in "\n".join(lines(blocks(tables=[table_of(share("1"))], chapter="frame")))


def test_table_without_an_issuer_leaves_a_gap_for_it(blocks):
    assert "Quelle: [hier: Herausgeber], " in "\n".join(
        lines(blocks(tables=[table_of(share("1"), issuer=None)], chapter="frame"))
    )


def test_ages_that_cannot_be_compared_with_the_landkreis_say_so(blocks, tmp_path):
    (tmp_path / "kreis").mkdir()
    around = samples.ages(tmp_path / "kreis", [samples.DISTRICT])
    text = around.read_text(encoding="utf-8").replace("ALT006B20;6 bis unter 20", "ALT006B18;6 bis unter 18")
    around.with_name("12411-02-03-4.csv").write_text(text, encoding="utf-8")
    found = blocks(samples.ages(tmp_path, [samples.AGS]), around.with_name("12411-02-03-4.csv"))
    told = "Für Landkreis Mittelsachsen hat die Tabelle andere Altersgruppen; der Vergleich fehlt deshalb."
    assert told in list(lines(found))
    chart = next(block for block in found if isinstance(block, Chart))
    assert [series.label for series in chart.series] == ["Musterstadt"]
