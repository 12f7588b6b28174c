"""Totals and age groups of a forecast."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.statistics import NO_STATISTICS, Attribute, DataTable, Figure, Picked, Scope, picked
from insek_cli.documents.forecast_parts import forecast_ages, forecast_values
from tests.documents.reading import lines


def forecast(catalogue, *rows) -> Picked:
    figures = tuple(
        Figure(
            Scope.MUNICIPALITY,
            year,
            "Vorausberechnung",
            attributes=(Attribute(variant, "variant"), *([Attribute(age)] if age else [])),
            value=Decimal(value),
        )
        for year, variant, age, value in rows
    )
    table = DataTable("vorausberechnung", "Vorausberechnung", "v.csv", dt.date(2026, 11, 22), figures)
    (known,) = [statistic for statistic in catalogue.entries.statistics if statistic.id == "forecast"]
    return picked(known, NO_STATISTICS.with_table(table))


def test_total_given_counts(catalogue):
    found = forecast(catalogue, ("2030", "V1", None, 100), ("2030", "V1", "unter 20", 10), ("2040", "V2", None, 90))
    assert forecast_values(found) == {"V1": {2030: 100.0}, "V2": {2040: 90.0}}


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_total_left_out_is_the_sum_of_ages_without_a_hole(catalogue, young, old):
    found = forecast(catalogue, ("2030", "V1", "unter 20", young), ("2030", "V1", "20 und älter", old))
    assert forecast_values(found) == {"V1": {2030: float(young + old)}}


def test_ages_with_a_hole_have_no_total(catalogue):
    assert forecast_values(forecast(catalogue, ("2030", "V1", "unter 20", 1), ("2030", "V1", "65 und älter", 2))) == {}


def test_ages_of_the_last_year_are_shown_youngest_first(catalogue):
    found = forecast(
        catalogue,
        ("2030", "V1", "unter 20", 7),
        ("2040", "V1", "65 und älter", 2),
        ("2040", "V1", "unter 20", 1),
        ("2040", "V2", "unter 20", "3"),
    )
    assert list(lines(forecast_ages(found, "Vorausberechnung"))) == [
        "Vorausberechnung: Altersgruppen 2040",
        "Altersgruppe | V1 | V2",
        "unter 20 | 1 | 3",
        "65 und älter | 2 | –",
    ]


def test_forecast_without_ages_shows_none(catalogue):
    assert list(forecast_ages(forecast(catalogue, ("2030", "V1", None, 100)), "V")) == []
