"""The workbook of a batch: a row a municipality, a sheet a section, a long sheet; user text is never a formula."""

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.rows import Kind, columns, row
from insek_cli.formats.score_workbook import Look, municipality_rows, write_workbook
from tests.conftest import TODAY
from tests.formats.texts import INVISIBLE, NASTY, USER_TEXTS, shown

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xlsx_bytes(catalogue: Catalogue, found: list[tuple[Assessment, str]]) -> bytes:
    target = io.BytesIO()
    write_workbook(target, catalogue, TODAY, (municipality_rows(*one) for one in found))
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


def titles(catalogue: Catalogue) -> list[str]:
    return [column.title for column in columns(catalogue)]


def test_header_stands_above_one_row_a_municipality(catalogue: Catalogue, example: Assessment):
    sheet = Sheet(xlsx_bytes(catalogue, [(example, "a.yaml"), (example, "b.yaml")]))
    assert sheet.rows[0] == titles(catalogue)
    assert [cells[-1] for cells in sheet.rows] == ["Datei", "a.yaml", "b.yaml"]


def test_cells_say_what_the_row_says_with_shares_as_numbers_and_the_day_as_a_day(
    catalogue: Catalogue, example: Assessment
):
    cells = Sheet(xlsx_bytes(catalogue, [(example, "x")])).rows[1]
    for cell, said, column in zip(cells, row(example, "x"), columns(catalogue), strict=True):
        match column.kind:
            case Kind.SHARE:
                assert cell == pytest.approx(said / 100)
            case Kind.DAY:
                assert cell == (TODAY - dt.date(1899, 12, 30)).days
            case _:
                assert cell == said


def test_numbers_look_like_numbers_and_pages_say_what_they_are(catalogue: Catalogue, example: Assessment):
    data = xlsx_bytes(catalogue, [(example, "x")])
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        styles = file.read("xl/styles.xml").decode()
    assert all(form in styles for form in ("#,##0.0", "0 %", "dd.mm.yyyy"))
    for name, sheet in sheets(data).items():
        page = sheet.root.find(f"{MAIN}pageSetup")
        assert (page.get("orientation"), page.get("paperSize")) == ("landscape", "9"), name
        said = sheet.root.find(f"{MAIN}headerFooter")
        assert said.findtext(f"{MAIN}oddHeader") == "&L&A&RSeite &P von &N", name
        assert said.findtext(f"{MAIN}oddFooter").startswith("&LSelbsteinschätzung, keine Prüfung · Stand 22.11.2026")


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
    assert Sheet(xlsx_bytes(catalogue, [])).rows == [titles(catalogue)]


def test_key_of_the_municipality_is_text(catalogue: Catalogue, example: Assessment):
    assert Sheet(xlsx_bytes(catalogue, [(example, "x")])).rows[1][1] == "14522999"


@pytest.mark.parametrize("text", [*NASTY, *INVISIBLE.values(), "{=1}", "_x0041_", "mailto:a@example.org", "007"])
def test_nasty_text_is_neither_formula_nor_link(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


@given(text=USER_TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_text_is_neither_formula_nor_link(catalogue: Catalogue, example: Assessment, text):
    check(catalogue, example, text)


def check(catalogue: Catalogue, example: Assessment, text: str) -> None:
    sheet = Sheet(xlsx_bytes(catalogue, [(named(example, text), text)]))
    assert [sheet.rows[1][0], sheet.rows[1][-1]] in ([text, text], [shown(text), shown(text)])
    assert sheet.root.findall(f".//{MAIN}f") == []
    assert sheet.root.findall(f".//{MAIN}hyperlink") == []


def test_control_characters_are_replaced(catalogue: Catalogue, example: Assessment):
    assert Sheet(xlsx_bytes(catalogue, [(named(example, "a\x1b\x07b"), "x")])).rows[1][0] == "a��b"


def test_text_longer_than_a_cell_may_be_is_not_lost(catalogue: Catalogue, example: Assessment):
    cells = Sheet(xlsx_bytes(catalogue, [(named(example, "x" * 40_000), "x")])).rows[1]
    assert cells[0] is not None
    assert cells[0].startswith("xxx")


def test_every_section_has_a_sheet_with_a_column_a_criterion(catalogue: Catalogue, example: Assessment):
    found = sheets(xlsx_bytes(catalogue, [(example, "x")]))
    assert next(iter(found)) == "Gemeinden"
    assert len(found) == len(catalogue.head.sections) + 3
    for section, (name, sheet) in zip(catalogue.head.sections, list(found.items())[2:], strict=False):
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


@pytest.mark.parametrize("sheet", ["Gemeinden", "Beteiligung", "Lang"])
def test_municipalities_stand_in_the_order_of_their_names_and_nothing_is_coloured(
    catalogue: Catalogue, example: Assessment, sheet
):
    names = ("Zwota", "Ölsnitz", "Adorf", "oelsa", "Bernsdorf", "Bautzen / Budyšin")
    data = xlsx_bytes(catalogue, [(named(example, name), f"{place}.yaml") for place, name in enumerate(names)])
    found = list(dict.fromkeys(cells[0] for cells in sheets(data)[sheet].rows[1:]))
    assert found == ["Adorf", "Bautzen / Budyšin", "Bernsdorf", "oelsa", "Ölsnitz", "Zwota"]
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        greys = re.findall(r'rgb="FF(..)(..)(..)"', file.read("xl/styles.xml").decode())
    assert all(max(int(part, 16) for part in grey) - min(int(part, 16) for part in grey) < 3 for grey in greys)


def test_second_sheet_explains_every_column_sheet_and_level(catalogue: Catalogue, example: Assessment):
    name, sheet = list(sheets(xlsx_bytes(catalogue, [(example, "x")])).items())[1]
    assert name == "Erläuterung"
    assert sheet.rows[1][0] == "Selbsteinschätzung, keine Prüfung"
    said = " ".join(" ".join(cells) for cells in sheet.rows)
    unexplained = ("Gemeinde", "Landkreis", "Einwohner", "Stichtag", "Datei")
    for title in titles(catalogue):
        assert title in said or title in unexplained or ": " in title or title == "davon unverzichtbar", title
    assert all(level.title in said for level in catalogue.head.levels)


def test_missing_unclear_and_idle_statuses_look_different(catalogue: Catalogue, example: Assessment):
    marks = {mark.status: mark.look for mark in municipality_rows(example, "x").marks}
    assert marks["erfüllt"] is marks["teilweise erfüllt"] is Look.PLAIN
    assert marks["nicht erfüllt"] is Look.MISSING
    assert marks["noch nicht beantwortet"] is Look.UNCLEAR
    assert marks["entfällt"] is Look.OUT


def test_same_municipalities_give_the_same_bytes(catalogue: Catalogue, example: Assessment):
    assert xlsx_bytes(catalogue, [(example, "x")]) == xlsx_bytes(catalogue, [(example, "x")])
