"""The questionnaire as a workbook: lists, locks, print layout, and never a formula."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.form import form
from insek_cli.formats.form_xlsx import form_xlsx
from tests.files.forms.sending import TODAY, blank, filled
from tests.formats.texts import NASTY

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(data: bytes) -> dict[str, ET.Element]:
    """Return the sheets by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        book = ET.fromstring(file.read("xl/workbook.xml"))  # noqa: S314 - made by our own program
        names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
        return {
            name: ET.fromstring(file.read(f"xl/worksheets/sheet{place}.xml"))  # noqa: S314 - made by our own program
            for place, name in enumerate(names, start=1)
        }


@pytest.fixture(scope="module")
def example_sheets(catalogue, example_answers) -> dict[str, ET.Element]:
    return sheets(form_xlsx(form(catalogue, example_answers, None, TODAY)))


def asked(found: dict[str, ET.Element]) -> list[ET.Element]:
    return [sheet for name, sheet in found.items() if name not in {"Anleitung", "Listen"}]


def test_sheets_follow_the_catalogue(example_sheets, catalogue: Catalogue):
    names = list(example_sheets)
    assert names[:3] == ["Anleitung", "Angaben", "Pläne"]
    assert len(names) == len(catalogue.head.sections) + 5
    assert names[-2:] == ["Unterstützung", "Listen"]


def test_every_sheet_says_what_it_is_and_prints_across(example_sheets):
    for name, sheet in example_sheets.items():
        if name == "Listen":
            continue
        setup, fit = sheet.find(f"{MAIN}pageSetup"), sheet.find(f".//{MAIN}pageSetUpPr")
        assert "Selbsteinschätzung, keine Prüfung" in sheet.find(f".//{MAIN}oddFooter").text
        assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == ("9", "landscape", "0")
        assert fit.get("fitToPage") == "1"


def test_header_stays_above_the_rows(example_sheets):
    for sheet in asked(example_sheets):
        pane = sheet.find(f".//{MAIN}pane")
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "2")


def test_sheets_are_protected_without_a_password(example_sheets):
    for sheet in example_sheets.values():
        protection = sheet.find(f"{MAIN}sheetProtection")
        assert (protection.get("sheet"), protection.get("password")) == ("1", None)


def test_only_answers_are_open(catalogue: Catalogue):
    data = form_xlsx(blank(catalogue))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        styles = ET.fromstring(file.read("xl/styles.xml"))  # noqa: S314 - made by our own program
    looks = styles.find(f"{MAIN}cellXfs")
    is_open = [look.find(f"{MAIN}protection") is not None for look in looks]
    sheet = sheets(data)["1 Anlass und Prozess"]
    row = next(row for row in sheet.iter(f"{MAIN}row") if row.get("r") == "3")
    cells = {cell.get("r"): is_open[int(cell.get("s"))] for cell in row}
    assert [name for name, opened in cells.items() if opened] == [f"{letter}3" for letter in "FGHIJKLM"]


def test_answers_are_chosen_from_lists(example_sheets, catalogue: Catalogue):
    rules = list(example_sheets["1 Anlass und Prozess"].iter(f"{MAIN}dataValidation"))
    last = 2 + len([one for one in catalogue.criteria if catalogue.section_of[one.id].id == "process"])
    assert {(rule.get("type"), rule.get("sqref")) for rule in rules} >= {
        ("list", f"F3:F{last}"),
        ("whole", f"K3:K{last}"),
    }
    facts = list(example_sheets["Angaben"].iter(f"{MAIN}dataValidation"))
    assert all(rule.find(f"{MAIN}formula1").text.startswith("Listen!") for rule in facts)


@pytest.mark.parametrize("text", [*NASTY, "{=1}", "mailto:a@example.org", "x" * 40_000])
def test_no_text_becomes_a_formula_or_a_link(catalogue: Catalogue, text):
    content = filled(blank(catalogue, name=text), {"K1": {"note": text, "remark": text}, "P1": {"title": text}})
    for sheet in sheets(form_xlsx(content)).values():
        assert sheet.findall(f".//{MAIN}f") == []
        assert sheet.findall(f".//{MAIN}hyperlink") == []


def test_name_of_the_place_is_no_command_in_the_margin(catalogue: Catalogue, example_answers):
    from dataclasses import replace

    place = replace(example_answers.municipality, name="A & B &P " + "x" * 400)
    content = form(catalogue, replace(example_answers, municipality=place), None, TODAY)
    header = sheets(form_xlsx(content))["Anleitung"].find(f".//{MAIN}oddHeader").text
    assert "A && B &&P" in header
    assert len(header) < 255


def test_same_form_has_the_same_bytes(catalogue: Catalogue):
    assert form_xlsx(blank(catalogue)) == form_xlsx(blank(catalogue))
