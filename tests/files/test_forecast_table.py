"""A forecast in the simple layout of the handbook."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.statistics import Attribute, Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.forecast_table import columns_of, missing_columns, read_forecast
from insek_cli.files.statistics_cells import Reading
from tests.files.statistics_samples import AGS

HEADER = ["Jahr", "Variante", "Altersgruppe", "Einwohner"]


def read(*rows, header=HEADER):
    return read_forecast([header, *rows], 0, Reading(AGS, lambda line, column: f"{line}:{column}"))


def refused(*rows, **more):
    with pytest.raises(UnusableInputError) as caught:
        read(*rows, **more)
    return str(caught.value)


def test_row_says_year_variant_age_and_number():
    total, young = read(["2030", "Variante 1", "insgesamt", "6100"], [2030.0, "Variante 1", "unter 20", 900.0]).figures
    assert (total.scope, total.time, total.value) == (Scope.MUNICIPALITY, "2030", 6100)
    assert total.attributes == (Attribute("Variante 1", "variant"),)
    assert young.attributes == (Attribute("Variante 1", "variant"), Attribute("unter 20"))


def test_source_is_taken_over():
    header = [*HEADER, "Quelle"]
    rows = [["2030", "V", "insgesamt", "1", "8. RBV"], ["2040", "V", "insgesamt", "1", "8. RBV"]]
    assert read(*rows, header=header).source == "8. RBV"
    assert read(rows[0][:4]).source is None


def test_file_of_many_municipalities_is_sorted_out_by_key():
    header = ["Gemeindeschlüssel", *HEADER]
    rows = [[AGS, "2030", "V", "insgesamt", "5"], ["14522998", "2030", "V", "insgesamt", "7"]]
    assert [figure.value for figure in read(*rows, header=header).figures] == [5]
    assert "steht" in refused(rows[1], header=header)


def test_empty_rows_are_passed_over():
    assert len(read(["", "", "", ""], ["2030", "V", "insgesamt", "1"], []).figures) == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["bald", "V", "insgesamt", "1"], "2:0: Hier gehört ein Jahr"),
        (["2030", "", "insgesamt", "1"], "2:1: Hier fehlt der Name der Variante"),
        (["2030", "V", "Kinder", "1"], "2:2: „Kinder“ ist keine Altersgruppe"),
        (["2030", "V", "insgesamt", "6 100"], "2:3: Hier gehört eine Zahl hin"),
        (["2030", "V", "insgesamt", 6.1], "2:3: Eine Anzahl kann nicht gebrochen sein, gefunden: „6,1“"),
        (["2030", "V", "insgesamt", "6.1"], "2:3: Eine Anzahl kann nicht gebrochen sein, gefunden: „6.1“"),
        (["2030", "V", "insgesamt", "6100 1)"], "2:3: Hier gehört eine Zahl hin"),
        (["2030", "V"], "2:3: Hier gehört eine Zahl hin, ohne Leerzeichen und Fußnoten; das Feld ist leer"),
    ],
)
def test_wrong_cell_is_said_with_its_place(row, words):
    assert words in refused(row)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("6.100", 6100),
        ("1.234.567", 1234567),
        ("6.100,5", 6101),
        ("734,4", 734),
        ("5734.5", 5735),
        (5734.4, 5734),
        (734.0, 734),
        ("0", 0),
    ],
)
def test_number_may_have_thousands_dots_or_decimals_and_is_whole_then(cell, people):
    assert read(["2030", "V", "insgesamt", cell]).figures[0].value == people


@given(st.integers(0, 10**9))
def test_number_reads_the_same_however_it_is_written(people):
    dotted = f"{people:,}".replace(",", ".")
    for cell in (str(people), float(people), dotted, f"{dotted},0"):
        assert read(["2030", "V", "insgesamt", cell]).figures[0].value == people


@pytest.mark.parametrize("words", ["insgesamt", "Gesamt", "zusammen", "alle", "Summe", ""])
def test_total_has_several_words(words):
    assert read(["2030", "V", words, "1"]).figures[0].attributes == (Attribute("V", "variant"),)


def test_day_of_a_workbook_is_a_time():
    assert read([dt.date(2030, 12, 31), "V", "insgesamt", 1.0]).figures[0].time == "2030-12-31"


def test_two_numbers_for_the_same_are_refused():
    assert "andere Zahl" in refused(["2030", "V", "insgesamt", "1"], ["2030", "V", "insgesamt", "2"])


@pytest.mark.parametrize("header", [[], ["Jahr", "Variante"], ["a", "b", "c", "d"]])
def test_other_headers_are_none(header):
    assert columns_of(header) is None


@pytest.mark.parametrize(
    ("header", "lacking"),
    [
        (HEADER, ()),
        (["Jahr", "Altersgruppe", "Anzahl"], ("Variante",)),
        (["Jahr", "Variante", "Altersgruppe", "Wert"], ("Einwohner",)),
        (["Variante", "Alter", "Personen"], ("Jahr",)),
        (["Jahr", "Anzahl"], ()),
        ([], ()),
    ],
)
def test_one_column_lacking_is_named_and_another_table_is_left_alone(header, lacking):
    assert missing_columns(header) == lacking


def test_columns_may_stand_in_any_order_and_case():
    assert columns_of(["ANZAHL", "alter", "Variante ", "jahr"]) == {"year": 3, "variant": 2, "age": 1, "number": 0}
