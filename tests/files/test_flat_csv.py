"""Flat files of three generations give the same figures."""

from decimal import Decimal

import pytest

from insek_cli.core.statistics import Attribute, Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.flat_csv import layout_of, read_flat
from insek_cli.files.statistics_cells import Reading
from tests.files.statistics_samples import AGS, ARS, HEAD, VALUE, VARIABLE

NEW = ";".join([HEAD, VARIABLE.format(1), VARIABLE.format(2), VALUE])
OLD = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
    "1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;"
    "     BEVSTD__Bevoelkerungsstand__Anzahl;FLC006__Gebietsflaeche__qkm"
)


def read(text, ags=AGS, header=1):
    return read_flat(text, header, Reading(ags, lambda line, column: f"x.csv:{line}:{column}"))


def refused(text, **more):
    with pytest.raises(UnusableInputError) as caught:
        read(text, **more)
    return str(caught.value)


def line(key=AGS, value="6480", *, variable="GEMEIN", sex="GESW;weiblich", day="2024-12-31", more=""):
    return f"12411;Bevölkerung;STAG;Stichtag;{day};{variable};Orte;{key};Ort;GES;Geschlecht;{sex};{value};Anzahl;BEVSTD;Stand{more}"


def test_newer_file_has_a_value_a_line():
    (found,) = read(f"{NEW}\n{line()}\n").figures
    assert (found.scope, found.time, found.value) == (Scope.MUNICIPALITY, "2024-12-31", 6480)
    assert (found.measure, found.title, found.unit) == ("BEVSTD", "Stand", "Anzahl")
    assert found.attributes == (Attribute("weiblich", "GESW"),)


def test_newest_file_has_a_quality_column_too():
    assert read(f"{NEW};value_q\n{line(more=';e')}\n").figures == read(f"{NEW}\n{line()}\n").figures


def test_oldest_file_has_a_column_a_value():
    text = f"{OLD}\n12411;Bevölkerung;STAG;Stichtag;31.12.2022;GEMEIN;Orte;{AGS};Ort;GES;Geschlecht;;Insgesamt;6480;35,85\n"
    people, area = read(text).figures
    assert (people.time, people.value, people.attributes) == ("2022-12-31", 6480, ())
    assert (area.title, area.unit, area.value) == ("Gebietsflaeche", "qkm", Decimal("35.85"))


def test_columns_may_stand_in_another_order():
    def turned(text):
        return ";".join(reversed(text.split(";")))

    assert read(f"{turned(NEW)}\n{turned(line())}\n") == read(f"{NEW}\n{line()}\n")


def test_only_municipality_landkreis_and_land_are_taken():
    keys = [AGS, "14522", "14", "14522998", "09", "DG"]
    found = read("\n".join([NEW, *(line(key) for key in keys)]))
    assert [figure.scope for figure in found.figures] == [Scope.MUNICIPALITY, Scope.LANDKREIS, Scope.LAND]


def test_count_below_zero_is_refused_unless_measure_or_attribute_is_a_balance():
    assert "x.csv:2:13: Eine Anzahl kann nicht kleiner als null sein" in refused(f"{NEW}\n{line(value='-6927')}\n")
    assert read(f"{NEW}\n{line(value='-12', sex='S;Saldo')}\n").figures[0].value == -12


def test_regional_key_of_twelve_digits_is_known():
    assert read(f"{NEW}\n{line(ARS, variable='GEOGM4')}\n").figures[0].scope is Scope.MUNICIPALITY


def test_total_has_no_attribute():
    assert read(f"{NEW}\n{line(sex=';Insgesamt')}\n").figures[0].attributes == ()


def test_lines_above_the_header_are_passed_over_and_counted():
    assert read(f"Titel\n\n{NEW}\n{line()}\n", header=3).figures == read(f"{NEW}\n{line()}\n").figures
    assert "x.csv:4:13" in refused(f"Titel\n\n{NEW}\n{line(value='1 000')}\n", header=3)


def test_line_with_too_few_fields_is_said():
    assert "x.csv:2:None: Diese Zeile hat 3 statt 17 Felder." in refused(f"{NEW}\na;b;c\n{line()}\n")


def test_same_figure_with_two_numbers_is_said_with_both_lines():
    text = refused(f"{NEW}\n{line()}\n{line(value='6481')}\n")
    assert "x.csv:3:13: Für dasselbe Merkmal und denselben Zeitpunkt steht in Zeile 2 eine andere Zahl." in text


def test_same_line_twice_is_one_figure():
    assert len(read(f"{NEW}\n{line()}\n{line()}\n").figures) == 1


def test_table_without_the_municipality_is_refused():
    assert f"Die Gemeinde {AGS} steht nicht in dieser Tabelle" in refused(
        f"{NEW}\n{line('14522998')}\n{line('14522')}\n"
    )


def test_table_of_other_places_is_refused_with_what_is_there():
    assert "dort stehen Schlüssel wie 08, 09" in refused(f"{NEW}\n{line('08')}\n{line('09')}\n")


def test_dissolved_key_is_refused():
    assert "keine Zahl" in refused(f"{NEW}\n{line(value='-')}\n{line(value='.', day='2023-12-31')}\n")


def test_table_of_landkreise_serves_for_comparison():
    assert [figure.scope for figure in read(f"{NEW}\n{line('14522')}\n{line('05334002')}\n").figures] == [
        Scope.LANDKREIS
    ]


def test_table_without_places_is_refused():
    assert "nicht nach Gemeinden" in refused(f"{NEW}\n{line(variable='MONAT')}\n")


def test_table_without_lines_is_refused():
    assert "keine Zeile mit Zahlen" in refused(NEW)


def test_other_headers_are_none():
    assert layout_of(["Jahr", "Variante"]) is None
    assert layout_of([]) is None
    assert layout_of(["statistics_code", "value"]) is None
