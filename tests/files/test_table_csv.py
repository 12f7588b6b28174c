"""The table CSV: title, a head of several lines, a key a line, a foot."""

import csv
import io

import pytest

from insek_cli.core.statistics import Attribute, Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.statistics_cells import Reading
from insek_cli.files.table_csv import first_key_line, read_page
from tests.files.statistics_samples import AGS

PAGE = f"""GENESIS-Tabelle: 12411-01-01-5
Bevölkerungsstand: Bevölkerung nach Geschlecht;;;;
regionale Tiefe: Gemeinden;;;;
Bevölkerungsstand (Anzahl);;;;
;;31.12.2023;31.12.2024;31.12.2024
;;Insgesamt;Insgesamt;weiblich
DG;Deutschland;83456045;83577140;42327840
14;  Sachsen;4089467;4042422;2052000
14522;      Mittelsachsen, Landkreis;299000;297000;150000
14522998;        Anderswo;10;11;12
{AGS};        Musterstadt;6420;6360;3200
__________
© Statistisches Bundesamt (Destatis), 2025 | Stand: gestern
Stand: 22.11.2026 / 10:15:00
"""
WITH_TIME = f"""Tabelle: 12612-01-01-4
Lebendgeborene
Lebendgeborene (Anzahl)
;;;Insgesamt
2023;{AGS};Musterstadt;41
2024;{AGS};Musterstadt;39
"""


def rows_of(text):
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def read(text, ags=AGS):
    return read_page(rows_of(text), Reading(ags, lambda line, column: f"x.csv:{line}:{column}"))


def refused(text):
    with pytest.raises(UnusableInputError) as caught:
        read(text)
    return str(caught.value)


def test_figures_have_time_and_restriction_of_their_column():
    own = [figure for figure in read(PAGE).figures if figure.scope is Scope.MUNICIPALITY]
    assert [(figure.time, figure.value, figure.attributes) for figure in own] == [
        ("2023-12-31", 6420, ()),
        ("2024-12-31", 6360, ()),
        ("2024-12-31", 3200, (Attribute("weiblich"),)),
    ]
    assert {(figure.title, figure.unit) for figure in own} == {("Bevölkerungsstand", "Anzahl")}


def test_page_says_its_code_title_licence_and_when_it_was_retrieved():
    page = read(PAGE)
    assert (page.code, page.title) == ("12411-01-01-5", "Bevölkerungsstand: Bevölkerung nach Geschlecht")
    assert page.licence.startswith("© Statistisches Bundesamt")
    assert page.retrieved == "22.11.2026 / 10:15:00"


def test_landkreis_and_land_are_taken_others_not():
    assert {figure.scope for figure in read(PAGE).figures} == set(Scope)
    assert len(read(PAGE).figures) == 9


def test_time_may_stand_before_the_key():
    assert [(figure.time, figure.value) for figure in read(WITH_TIME).figures] == [("2023", 41), ("2024", 39)]


def test_wrong_number_is_said_with_line_and_column():
    assert "x.csv:11:2: Hier gehört eine Zahl hin" in refused(PAGE.replace(";6420;", ";6 420;"))


def test_line_with_too_few_fields_is_said():
    assert "x.csv:11:None: Diese Zeile hat 4 statt 5 Felder." in refused(PAGE.replace("6420;6360;3200", "6420;6360"))


def test_page_without_a_time_is_refused():
    assert "Hier gehört ein Jahr oder ein Tag hin" in refused(WITH_TIME.replace("2023;", ";").replace("2024;", ";"))


def test_page_without_the_municipality_is_refused():
    assert "steht nicht in dieser Tabelle" in refused(
        PAGE.replace(f"{AGS};        Musterstadt", "14522997;        Fern")
    )


@pytest.mark.parametrize("text", ["", "Name;Alter\nAnna;30\n", "1;2;3\n"])
def test_other_files_have_no_line_with_a_key(text):
    assert first_key_line(rows_of(text)) is None
