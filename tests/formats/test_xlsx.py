"""Excel: one row a municipality, header fixed, filters; user text is never a formula or a link."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.rows import header, row
from insek_cli.formats.xlsx import xlsx_bytes
from tests.formats.texts import INVISIBLE, NASTY, USER_TEXTS, shown

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Sheet:
    """What a spreadsheet reads: cells by row, and the XML of the sheet."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.names = file.namelist()
            self.root = ET.fromstring(file.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - made by our own program
            shared = ET.fromstring(file.read("xl/sharedStrings.xml"))  # noqa: S314 - made by our own program
        texts = ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in shared]
        self.rows = [[_value(cell, texts) for cell in line.iter(f"{MAIN}c")] for line in self.root.iter(f"{MAIN}row")]


def _value(cell, texts):
    value = cell.find(f"{MAIN}v")
    if value is None:
        return None
    return _unescaped(texts[int(value.text)]) if cell.get("t") == "s" else float(value.text)


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def named(example: Assessment, name: str) -> Assessment:
    place = replace(example.answers.municipality, name=name)
    return replace(example, answers=replace(example.answers, municipality=place))


def test_header_stands_above_one_row_a_municipality(catalogue: Catalogue, example: Assessment):
    sheet = Sheet(xlsx_bytes(catalogue, [(example, "a.yaml"), (example, "b.yaml")]))
    assert sheet.rows[0] == header(catalogue)
    assert sheet.rows[1] == row(example, "a.yaml")
    assert [cells[0] for cells in sheet.rows] == ["Datei", "a.yaml", "b.yaml"]


def test_header_stays_and_every_column_can_be_filtered(catalogue: Catalogue, example: Assessment):
    root = Sheet(xlsx_bytes(catalogue, [(example, "x")])).root
    pane = root.find(f".//{MAIN}pane")
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    found = root.find(f"{MAIN}autoFilter")
    assert found is not None
    assert found.get("ref").startswith("A1:")
    assert found.get("ref").endswith("2")


def test_file_without_municipalities_is_a_header(catalogue: Catalogue):
    assert Sheet(xlsx_bytes(catalogue, [])).rows == [header(catalogue)]


def test_key_of_the_municipality_is_text(catalogue: Catalogue, example: Assessment):
    assert Sheet(xlsx_bytes(catalogue, [(example, "x")])).rows[1][2] == "14522999"


@pytest.mark.parametrize("text", [*NASTY, *INVISIBLE.values(), "{=1}", "_x0041_", "mailto:a@example.org", "007"])
def test_nasty_text_is_neither_formula_nor_link(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


@given(text=USER_TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_text_is_neither_formula_nor_link(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


def check(catalogue: Catalogue, example: Assessment, text: str) -> None:
    sheet = Sheet(xlsx_bytes(catalogue, [(named(example, text), text)]))
    assert sheet.rows[1][:2] in ([text, text], [shown(text), shown(text)])
    assert sheet.root.findall(f".//{MAIN}f") == []
    assert sheet.root.findall(f".//{MAIN}hyperlink") == []


def test_control_characters_are_replaced(catalogue: Catalogue, example: Assessment):
    assert Sheet(xlsx_bytes(catalogue, [(named(example, "a\x1b\x07b"), "x")])).rows[1][1] == "a��b"


def test_text_longer_than_a_cell_may_be_is_not_lost(catalogue: Catalogue, example: Assessment):
    cells = Sheet(xlsx_bytes(catalogue, [(named(example, "x" * 40_000), "x")])).rows[1]
    assert cells[1] is not None
    assert cells[1].startswith("xxx")
