"""The workbook of a batch: a row a municipality, a sheet a section, a long sheet; user text is never a formula."""

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
from insek_cli.formats.score_workbook import municipality_rows, write_workbook
from tests.formats.texts import INVISIBLE, NASTY, USER_TEXTS, shown

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xlsx_bytes(catalogue: Catalogue, found: list[tuple[Assessment, str]]) -> bytes:
    target = io.BytesIO()
    write_workbook(target, catalogue, (municipality_rows(*one) for one in found))
    return target.getvalue()


class Sheet:
    """What a spreadsheet reads: cells by row, and the XML of the sheet."""

    def __init__(self, data: bytes, number: int = 1) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.root = ET.fromstring(file.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - made by our own program
        self.rows = [[_value(cell) for cell in line.iter(f"{MAIN}c")] for line in self.root.iter(f"{MAIN}row")]


def _value(cell):
    text = cell.find(f"{MAIN}is")
    if text is not None:
        return _unescaped("".join(part.text or "" for part in text.iter(f"{MAIN}t")))
    value = cell.find(f"{MAIN}v")
    return None if value is None else float(value.text)


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def sheets(data: bytes) -> dict[str, Sheet]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        book = ET.fromstring(file.read("xl/workbook.xml"))  # noqa: S314 - made by our own program
    names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
    return {name: Sheet(data, number) for number, name in enumerate(names, start=1)}


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


def test_every_section_has_a_sheet_with_a_column_a_criterion(catalogue: Catalogue, example: Assessment):
    found = sheets(xlsx_bytes(catalogue, [(example, "x")]))
    assert next(iter(found)) == "Gemeinden"
    assert len(found) == len(catalogue.head.sections) + 3
    for section, (name, sheet) in zip(catalogue.head.sections, list(found.items())[1:], strict=False):
        titles = [criterion.title for criterion in catalogue.entries.criteria[section.id]]
        assert name == section.title[: len(name)]
        assert sheet.rows[0] == ["Gemeinde", "AGS", *titles]
        assert sheet.rows[1][:2] == ["Musterstadt", "14522999"]
        assert len(sheet.rows[1]) == len(titles) + 2


def test_long_sheet_has_a_row_a_municipality_and_criterion_that_adds_up(catalogue: Catalogue, example: Assessment):
    rows = sheets(xlsx_bytes(catalogue, [(example, "x"), (example, "y")]))["Lang"].rows
    columns = {title: place for place, title in enumerate(rows[0])}
    assert len(rows) == 1 + 2 * len(catalogue.criteria)
    first = rows[1 : 1 + len(catalogue.criteria)]
    assert [row[columns["Kennung"]] for row in first] == [criterion.id for criterion in catalogue.criteria]
    assert sum(row[columns["Lücke"]] for row in first) == len(example.gaps)
    assert sum(row[columns["Punkte gesichert"]] for row in first) * 2 == example.total.secured
    assert sum(row[columns["Punkte höchstens"]] for row in first) * 2 == example.total.most


def test_rows_stay_in_the_order_given_and_nothing_is_coloured(catalogue: Catalogue, example: Assessment):
    data = xlsx_bytes(catalogue, [(named(example, name), name) for name in ("Z", "A", "M")])
    assert [cells[1] for cells in sheets(data)["Gemeinden"].rows[1:]] == ["Z", "A", "M"]
    assert all(sheet.root.find(f"{MAIN}conditionalFormatting") is None for sheet in sheets(data).values())


def test_last_sheet_explains_the_others(catalogue: Catalogue, example: Assessment):
    name, sheet = list(sheets(xlsx_bytes(catalogue, [(example, "x")])).items())[-1]
    assert name == "Erläuterung"
    assert "keine Prüfung" in sheet.rows[0][0]


def test_same_municipalities_give_the_same_bytes(catalogue: Catalogue, example: Assessment):
    assert xlsx_bytes(catalogue, [(example, "x")]) == xlsx_bytes(catalogue, [(example, "x")])
