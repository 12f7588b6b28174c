"""The official directory of municipalities is read by its headings; what does not fit is said with its cell."""

import datetime as dt

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.register_workbook import read_register
from tests.files.statistics_samples import HEADER, PLACES_IN_REGISTER, TITLE, register
from tests.real_data import REGISTER, real_file

SHEET = "Blatt „Onlineprodukt_Gemeinden31122024“"


def read(tmp_path, **changed):
    return read_register(register(tmp_path / "g.xlsx", **changed), 1000)


def refused(tmp_path, **changed):
    with pytest.raises(UnusableInputError) as caught:
        read(tmp_path, **changed)
    return str(caught.value).replace(str(tmp_path), "")


def with_row(place, row):
    rows = list(PLACES_IN_REGISTER)
    rows[place] = row
    return rows


def test_register_holds_name_keys_landkreis_association_area_and_inhabitants(tmp_path):
    found = read(tmp_path).find("mücka")[0]
    assert (found.title, found.ags, found.ars) == ("Mücka / Mikow", "14626320", "146265502320")
    assert (found.landkreis, found.association, found.land) == (
        "Landkreis Görlitz",
        "Verwaltungsverband Diehsa",
        "Sachsen",
    )
    assert (str(found.area), found.inhabitants, found.kind) == ("27.1", 948, "gemeinde")


def test_register_says_as_of_when_its_figures_are(tmp_path):
    stamp = read(tmp_path).stamp
    assert (stamp.territory, stamp.counted) == (dt.date(2024, 12, 31), dt.date(2023, 12, 31))
    assert stamp.basis == "Fortschreibung auf Grundlage des Zensus 2011"
    assert stamp.source == "Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys, 2025"


def test_sorbian_name_is_found_before_and_behind_the_comma(tmp_path):
    places = read(tmp_path)
    assert [found.title for found in places.find("1462660")] == ["Weißwasser/O.L. / Běła Woda"]
    assert [found.title for found in places.find("1462502")] == ["Bautzen / Budyšin"]


def test_kreisfreie_stadt_has_no_landkreis_and_forests_are_no_municipalities(tmp_path):
    places = read(tmp_path)
    assert places.find("dresden")[0].landkreis is None
    assert places.find("wald") == ()


def test_columns_may_have_moved(tmp_path):
    def moved(row):
        return ("", *row)

    assert read(tmp_path, header=map(moved, HEADER), rows=map(moved, PLACES_IN_REGISTER)) == read(tmp_path)


def test_header_may_stand_lower(tmp_path):
    assert read(tmp_path, header=[(), (), *HEADER]).rows == read(tmp_path).rows


@pytest.mark.parametrize(
    ("row", "place", "words"),
    [
        (("60", "64", "14", "5", "24", "0010", "01", "Ort", 1.0, 2.0), "Spalte G", "3 Ziffern"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, "2 108"), "Spalte J", "ohne Leerzeichen und Fußnoten, nicht „2 108“"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, "2108 1)"), "Spalte J", "Fußnoten"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, 2.5), "Spalte J", "eine ganze Zahl"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", "x", 2.0), "Spalte I", "eine Zahl"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, ""), "Spalte J", "die Zelle ist leer"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", "", 2.0), "Spalte I", "die Zelle ist leer"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 0.0, 2.0), "Spalte I", "nicht „0.0“"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 2108.0, 2.0), "Spalte I", "zwischen 0 und 1000"),
        (("60", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, 2108.0, 1000.0, 1109.0), "Spalte J", "nicht die Summe"),
        (("60", "64", "14", "5", "23", "0010", "010", "Ort", 1.0, 2.0), "Spalte E", "Der Schlüssel 14523 passt nicht"),
        (("60", "64", "14", "5", "24", "0010", "010", "", 1.0, 2.0), "Spalte H", "fehlt der Name"),
        (("70", "64", "14", "5", "24", "0010", "010", "Ort", 1.0, 2.0), "Spalte A", "Satzart „70“"),
        (("60", "64", "14", "5", "24", "5111", "030", "Ort", 1.0, 2.0), "Spalte H", "14524030 hat schon die Gemeinde in Zeile 11"),
    ],
)  # fmt: skip
def test_wrong_row_is_said_with_sheet_row_and_column(tmp_path, row, place, words):
    line = 13 if "schon" in words else 11
    text = refused(tmp_path, rows=with_row(4, row))
    assert f"/g.xlsx, {SHEET}, Zeile {line}, {place}: " in text
    assert words in text


def shifted(row, by):
    return (*row[:8], *("",) * by, *row[8 - min(by, 0) :])


@pytest.mark.parametrize("by", [1, -1])
def test_numbers_that_moved_under_their_headings_are_refused(tmp_path, by):
    rows = [(*row, row[9] // 2, row[9] - row[9] // 2, 99.0) if row[0] == "60" else row for row in PLACES_IN_REGISTER]
    assert read(tmp_path, rows=rows).find("14")
    assert len(refused(tmp_path, rows=[shifted(row, by) for row in rows]).splitlines()) >= 8


def test_all_faults_are_said_at_once(tmp_path):
    rows = [(*row[:9], "1 000") if row[0] == "60" else row for row in PLACES_IN_REGISTER]
    assert len(refused(tmp_path, rows=rows).splitlines()) == 8


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ([("Satz-art", "Gemeindename")], "Die Spalte „Textkennzeichen“ fehlt"),
        ([("Name", "Einwohner")], "In keinem Blatt steht in den ersten 30 Zeilen eine Kopfzeile"),
        (
            [tuple("Gemeindename" if cell == "Fläche km2 1)" else cell for cell in row) for row in HEADER],
            "steht mehrmals",
        ),
    ],
)
def test_another_workbook_or_layout_is_refused_with_what_is_wanted(tmp_path, header, words):
    text = refused(tmp_path, header=header)
    assert words in text
    assert "AuszugGV" in text


def test_two_dates_of_territory_are_refused(tmp_path):
    text = refused(tmp_path, title=TITLE.replace("31.12.2024", "30.09.2024"))
    assert "genau ein Stichtag des Gebietsstands" in text
    assert "30.09.2024, 31.12.2024" in text


def test_header_without_a_date_of_the_inhabitants_is_refused(tmp_path):
    header = [tuple(cell.replace("am 31.12.2023 (Jahr)", "") for cell in row) for row in HEADER]
    assert "genau ein Stichtag der Einwohnerzahl stehen, gefunden: keiner" in refused(tmp_path, header=header)


def test_list_without_a_municipality_is_refused(tmp_path):
    assert "steht keine Gemeinde (Satzart 60)" in refused(tmp_path, rows=PLACES_IN_REGISTER[:3])


def test_real_register_has_these_counts():
    places = read_register(real_file(REGISTER), 1000)
    saxon = places.find("14")
    assert len(saxon) == 418
    assert sum(place.inhabitants < 15_000 for place in saxon) == 377
    assert sum(place.inhabitants for place in saxon) == 4_089_467
    assert (places.find("Dresden")[0].ags, places.find("Leipzig")[0].ags) == ("14612000", "14713000")
    assert [place.landkreis for place in places.find("Bernsdorf")[:2]] == ["Landkreis Zwickau", "Landkreis Bautzen"]
    assert {place.landkreis for place in saxon if place.landkreis} == {
        "Erzgebirgskreis", "Landkreis Bautzen", "Landkreis Görlitz", "Landkreis Leipzig", "Landkreis Meißen",
        "Landkreis Mittelsachsen", "Landkreis Nordsachsen", "Landkreis Sächsische Schweiz-Osterzgebirge",
        "Landkreis Zwickau", "Vogtlandkreis",
    }  # fmt: skip


def test_real_register_agrees_with_the_table_of_landkreise(catalogue):
    titles = {landkreis.key: landkreis for landkreis in catalogue.entries.landkreise}
    for place in read_register(real_file(REGISTER), 1000).find("14"):
        landkreis = titles[place.ags[:5]]
        assert place.landkreis == (None if landkreis.independent else landkreis.title)
