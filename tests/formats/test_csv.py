"""CSV for German spreadsheets: BOM, semicolon, decimal comma; user text is never a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.csv import BOM, csv_header, csv_row, harmless, titles
from tests.formats.texts import INVISIBLE, NASTY, USER_TEXTS, shown

FORMULA = "=+-@\t\r"


def csv_text(catalogue: Catalogue, found: list[tuple[Assessment, str]]) -> str:
    return csv_header(catalogue) + "".join(csv_row(assessment, source) for assessment, source in found)


def named(example: Assessment, name: str) -> Assessment:
    place = replace(example.answers.municipality, name=name)
    return replace(example, answers=replace(example.answers, municipality=place))


def read(text: str) -> list[list[str]]:
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_row_of_the_example_looks_like_this(catalogue: Catalogue, example: Assessment, file_regression):
    data = csv_text(catalogue, [(example, "musterstadt.yaml")]).encode("utf-8")
    file_regression.check(data, binary=True, extension=".csv")


def test_first_line_is_the_header_and_numbers_have_a_decimal_comma(catalogue: Catalogue, example: Assessment):
    first, cells = read(csv_text(catalogue, [(example, "x")]))
    found = dict(zip(first, cells, strict=True))
    assert first == titles(catalogue)
    assert found["Gesichert (%)"] == f"{round(float(example.total.secured_share * 100), 1)}".replace(".", ",")
    assert found["Einwohner"] == "6480"


def test_file_without_municipalities_is_a_header(catalogue: Catalogue):
    assert read(csv_text(catalogue, [])) == [titles(catalogue)]


def test_unknown_cell_is_empty(catalogue: Catalogue, example: Assessment):
    place = replace(example.answers.municipality, ags=None)
    unknown = replace(example, answers=replace(example.answers, municipality=place))
    assert read(csv_text(catalogue, [(unknown, "x")]))[1][1] == ""


@pytest.mark.parametrize("text", [*NASTY, *INVISIBLE.values(), "a;b", '"', "a\nb"])
def test_nasty_text_stays_in_its_cell_and_is_no_formula(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


@given(text=USER_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_stays_in_its_cell_and_is_no_formula(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


def check(catalogue: Catalogue, example: Assessment, text: str) -> None:
    cells = read(csv_text(catalogue, [(named(example, text), text)]))[1]
    assert len(cells) == len(titles(catalogue))
    assert cells[0] == cells[-1]
    assert cells[0] in {text, shown(text), f"'{text}", f"'{shown(text)}"}
    assert not cells[0].startswith(tuple(FORMULA))


def test_control_characters_are_replaced(catalogue: Catalogue, example: Assessment):
    cells = read(csv_text(catalogue, [(named(example, "a\x1b[31m\x00b\x07"), "x")]))[1]
    assert cells[0] == "a�[31m�b�"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_reckon_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "'", "1-2"])
def test_other_text_is_left_alone(text):
    assert harmless(text) == text
