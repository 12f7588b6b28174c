"""A forecast in the simple layout of the handbook."""

import pytest

from insek_cli.core.statistics import Attribute, Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.forecast_table import columns_of, read_forecast
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
        (["2030", "V", "insgesamt", "6.100"], "2:3: „6.100“ ist mehrdeutig"),
        (["2030", "V"], "2:3: Hier gehört eine Zahl hin, ohne Leerzeichen und Fußnoten; das Feld ist leer"),
    ],
)
def test_wrong_cell_is_said_with_its_place(row, words):
    assert words in refused(row)


def test_two_numbers_for_the_same_are_refused():
    assert "andere Zahl" in refused(["2030", "V", "insgesamt", "1"], ["2030", "V", "insgesamt", "2"])


@pytest.mark.parametrize("header", [[], ["Jahr", "Variante"], ["a", "b", "c", "d"]])
def test_other_headers_are_none(header):
    assert columns_of(header) is None


def test_columns_may_stand_in_any_order_and_case():
    assert columns_of(["ANZAHL", "alter", "Variante ", "jahr"]) == {"year": 3, "variant": 2, "age": 1, "number": 0}
