"""How a figure, its date and its source are said."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from insek_cli.core.statistics import NO_STATISTICS, DataTable, Figure, Scope, picked
from insek_cli.documents.statistics_words import cell, old_sentence, scope_titles, source_line, time_words
from tests.documents.judging import judged
from tests.documents.reading import lines

DAY = dt.date(2026, 11, 22)


def figure(value=None, time="2024-12-31", mark=None):
    return Figure(Scope.MUNICIPALITY, time, "Bevölkerungsstand", "BEVSTD", value=value and Decimal(value), mark=mark)


def test_number_mark_or_dash_stands_in_a_cell():
    assert [cell(figure("1234.5")), cell(figure(mark=".")), cell(figure()), cell(None)] == ["1.234,5", ".", "–", "–"]


def test_day_and_year_are_said_as_people_write_them():
    assert [time_words("2024-12-31"), time_words("2024"), time_words("2023/24")] == ["31.12.2024", "2024", "2023/24"]


def test_places_have_their_names_and_plain_words_without(catalogue):
    def titles(place):
        return list(scope_titles(judged(catalogue, municipality=place)).values())

    assert titles('{name: Ort, ags: "14522999", landkreis: Mittelsachsen}') == [
        "Ort",
        "Landkreis Mittelsachsen",
        "Sachsen",
    ]
    assert titles("{name: Ort}") == ["Ort", "Landkreis", "Land"]


def test_source_names_each_table_once_with_its_dates():
    first = DataTable("12411", "A", "a.csv", DAY, (), issuer="Amt", retrieved="1.1.2026")
    second = DataTable("vorausberechnung", "Vorausberechnung", "v.csv", DAY, (), issuer="Land", licence="frei")
    found = [(figure(time="2015"), first), (figure(time="2024"), first), (figure(time="2040"), second)]
    line = source_line("Quelle", found)
    assert list(lines([line])) == [
        "Quelle: Amt, Tabelle 12411 „A“, 2015 bis 2024, abgerufen 1.1.2026; Land, Vorausberechnung, Stand 2040, frei."
    ]
    assert line.origin == "Datei a.csv, eingelesen am 22.11.2026; v.csv, eingelesen am 22.11.2026"


def test_title_that_the_issuer_names_already_stands_once():
    table = DataTable("vorausberechnung", "Vorausberechnung", "v.csv", DAY, (), issuer="8. Vorausberechnung")
    assert list(lines([source_line("Quelle", [(figure(time="2040"), table)])])) == [
        "Quelle: 8. Vorausberechnung, Stand 2040."
    ]


def test_age_of_figures_is_said_with_the_limit_of_the_catalogue(catalogue):
    (known,) = [found for found in catalogue.entries.statistics if found.id == "population"]
    tables = NO_STATISTICS.with_table(DataTable("12411-01-01-5", "T", "x.csv", DAY, (figure("1"),)))
    assert old_sentence(picked(known, tables)) == "Stand 31.12.2024, älter als 3 Jahre."
    assert old_sentence(picked(replace(known, max_age=1), tables)) == "Stand 31.12.2024, älter als 1 Jahr."
