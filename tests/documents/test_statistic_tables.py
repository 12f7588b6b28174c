"""Statistics and Landkreise of the catalogue, for the expert."""

from dataclasses import replace

from insek_cli.documents.statistic_tables import landkreis_page, statistic_page, statistic_tables
from tests.documents.reading import lines


def test_every_statistic_and_every_landkreis_stands_in_the_tables(catalogue):
    found = list(lines(statistic_tables(catalogue)))
    assert len(found) == 4 + len(catalogue.entries.statistics) + len(catalogue.entries.landkreise)
    assert "14625 | Landkreis Bautzen | Landkreis" in found
    assert "14713 | Leipzig | kreisfreie Stadt" in found
    (census,) = [line for line in found if line.startswith("Einwohner nach Zensus 2022 | ")]
    assert census.endswith(" | 10")
    assert " | Gemeinde | 1000A-0000, 1000A | " in census


def test_catalogue_without_them_has_no_tables(catalogue):
    bare = replace(catalogue, entries=replace(catalogue.entries, statistics=(), landkreise=()))
    assert list(statistic_tables(bare)) == []


def test_statistic_is_shown_with_tables_groups_and_sources(catalogue):
    found = list(lines(statistic_page(catalogue, "age-groups")))
    assert "Tabellen: 12411-02-03-5, 12411-02-03-4, 12411" in found
    assert (
        "Gruppen: unter 20 Jahre (ab 0, unter 20); 20 bis unter 65 Jahre (ab 20, unter 65); 65 Jahre und älter (ab 65)"
        in found
    )
    assert "Alt nach Jahren: 3" in found
    assert found[-2] == "Quellen:"


def test_forecast_never_grows_old(catalogue):
    assert "Alt nach Jahren: –" in list(lines(statistic_page(catalogue, "forecast")))


def test_landkreis_is_shown_with_its_key(catalogue):
    ident = next(found.id for found in catalogue.entries.landkreise if found.key == "14625")
    found = list(lines(landkreis_page(catalogue, ident)))
    assert found[:2] == ["Landkreis Bautzen", "Landkreis; die Gemeindeschlüssel beginnen mit 14625."]
