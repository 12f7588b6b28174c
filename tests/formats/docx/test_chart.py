"""Native charts in a Word file: sound parts, figures in chart, table and workbook, words for the picture."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from insek_cli.documents.blocks import ChartKind, Series, paragraph
from insek_cli.documents.charts import alternative_text
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, paragraphs
from tests.formats.texts import NASTY, chart_of, document_of, shown

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART, SHEET = "word/charts/chart1.xml", "word/embeddings/zahlen1.xlsx"


def raw(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


@pytest.mark.parametrize("kind", ChartKind)
def test_chart_part_looks_like_this(kind, file_regression):
    data = docx_bytes(document_of(chart_of(kind, unit="%", decimals=1)))
    root = ET.fromstring(raw(data, CHART))  # noqa: S314 - made by our own program
    ET.indent(root)
    file_regression.check(ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8", extension=".xml")


@pytest.mark.parametrize("kind", ChartKind)
def test_file_with_charts_has_no_fault(kind):
    data = docx_bytes(document_of(chart_of(kind), paragraph("a"), chart_of(kind, categories=(), series=())))
    assert faults(data) == []


def test_every_chart_has_its_own_part_caption_and_name():
    data = docx_bytes(document_of(chart_of(), chart_of(ChartKind.LINES, unit="Personen")))
    captions = [text for style, text in paragraphs(data) if style == "Caption"]
    assert captions == ["Abbildung 1: Bild", "Abbildung 2: Bild (Personen)"]
    idents = [found.get("id") for found in body(data).iter(f"{WP}docPr")]
    assert len(set(idents)) == 2
    assert b"barChart" in raw(data, CHART)
    assert b"lineChart" in raw(data, "word/charts/chart2.xml")


def test_picture_has_words_and_its_figures_stand_below():
    chart = chart_of(unit="%", decimals=1)
    data = docx_bytes(document_of(chart))
    (named,) = body(data).iter(f"{WP}docPr")
    assert named.get("descr") == alternative_text(chart)
    assert "| 2025 | 10,0 | 20,5" in all_text(data)


def test_missing_value_is_a_gap_in_the_chart():
    root = ET.fromstring(raw(docx_bytes(document_of(chart_of())), CHART))  # noqa: S314 - made by our own program
    points = [[found.get("idx") for found in cache.findall(f"{C}pt")] for cache in root.iter(f"{C}numCache")]
    assert points == [["0", "1"], ["1"]]


def test_workbook_behind_the_chart_holds_its_figures():
    data = docx_bytes(document_of(chart_of(series=(Series("=1+1", (50.0, None)),))))
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(raw(data, SHEET))).sheet_names
    rows = CalamineWorkbook.from_filelike(io.BytesIO(raw(data, SHEET))).get_sheet_by_name(sheet).to_python()
    assert rows == [["Jahr", "=1+1"], ["2020", 50.0], ["2025", ""]]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_never_markup(text):
    chart = chart_of(caption=text, categories=(text, "b"), series=(Series(text, (1.0, 2.0)),))
    data = docx_bytes(document_of(chart))
    assert faults(data) == []
    root = ET.fromstring(raw(data, CHART))  # noqa: S314 - made by our own program
    assert [found.text for found in root.iter(f"{C}v")][:2] == [shown(text)] * 2


def test_same_chart_gives_the_same_parts():
    first, second = (docx_bytes(document_of(chart_of())) for _ in range(2))
    assert raw(first, CHART) == raw(second, CHART)
    assert raw(first, SHEET) == raw(second, SHEET)


def test_few_short_figures_stand_beside_the_picture_and_others_below():
    few, many = chart_of(), chart_of(categories=("Bestandsaufnahme und Analyse im Ganzen", "b"))
    order = []
    for chart in (few, many):
        data = docx_bytes(document_of(chart))
        (table,) = body(data).iter(f"{W}tbl")
        floats = table.find(f"{W}tblPr/{W}tblpPr") is not None
        order.append((floats, [child.tag.removeprefix(W) for child in body(data)][1]))
        assert faults(data) == []
    assert order == [(True, "tbl"), (False, "p")]
