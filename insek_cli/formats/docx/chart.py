"""Charts as native parts of a Word file: drawn by Word, their figures behind „Daten bearbeiten“, words for the blind."""

import datetime as dt
import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from insek_cli.documents.blocks import Chart, ChartKind, Series
from insek_cli.documents.charts import alternative_text
from insek_cli.documents.visible import visible
from insek_cli.formats.docx.styles import FONT
from insek_cli.formats.docx.xml import attribute

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

FIRST_DRAWING = 1_000
EMU_PER_CM = 360_000
PICTURE_WIDTH, NARROW_WIDTH = 160 * EMU_PER_CM // 10, 86 * EMU_PER_CM // 10
# A table of the figures fits beside the picture up to so many series and signs of a label.
MOST_BESIDE, LONGEST_BESIDE = 3, 26
# Heights in tenths of a centimetre: legend and axis, a category of stacked bars, one more bar beside another, lines.
FRAME_HEIGHT, BAND_HEIGHT, BAR_HEIGHT, LINES_HEIGHT, HIGHEST = 16, 5, 4, 65, 220
LONGEST_ALTERNATIVE = 2_000

_DAY = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the same file, whenever it is written
_CATEGORIES, _VALUES = "111", "112"
_OUTLINE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="5F6670"/></a:solidFill></a:ln>'
# Told apart without colour too: solid, stripes, paper, dots.
_FILLS = (
    '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>',
    '<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="C26A00"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
    '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>',
    '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="00755E"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
)
_STROKES = (
    ("1F4E79", "solid", "circle"),
    ("C26A00", "dash", "square"),
    ("5F6670", "sysDot", "triangle"),
    ("00755E", "dashDot", "diamond"),
)


def relation_of(number: int) -> str:
    """Return the name by which the text refers to the chart of this number."""
    return f"rIdDiagramm{number}"


def drawing_xml(chart: Chart, number: int) -> str:
    """Return the run that shows the chart of this number."""
    ident = FIRST_DRAWING + number
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{NARROW_WIDTH if fits_beside(chart) else PICTURE_WIDTH}" cy="{_height(chart)}"/>'
        f'<wp:docPr id="{ident}" name="Diagramm {number}" descr={attribute(_alternative(chart))}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relation_of(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def fits_beside(chart: Chart) -> bool:
    """Return whether the figures are few and short enough to stand beside the picture."""
    labels = (chart.head, *chart.categories)
    return len(chart.series) <= MOST_BESIDE and all(len(label) <= LONGEST_BESIDE for label in labels)


def _alternative(chart: Chart) -> str:
    """Return the words for the picture; the table below holds what is too long for them."""
    text = alternative_text(chart)
    return text if len(text) <= LONGEST_ALTERNATIVE else text[: LONGEST_ALTERNATIVE - 1] + "…"


def _height(chart: Chart) -> int:
    if chart.kind is ChartKind.LINES:
        return LINES_HEIGHT * EMU_PER_CM // 10
    bars = 0 if chart.kind is ChartKind.STACKED else max(0, len(chart.series) - 1) * BAR_HEIGHT
    tenths = FRAME_HEIGHT + len(chart.categories) * (BAND_HEIGHT + bars)
    return min(HIGHEST, tenths) * EMU_PER_CM // 10


def add_chart(word: WordDocument, chart: Chart, number: int) -> None:
    """Put the chart of this number and the workbook of its figures into the package."""
    package = word.part.package
    sheet = Part(PackURI(f"/word/embeddings/zahlen{number}.xlsx"), CONTENT_TYPE.SML_SHEET, _workbook(chart), package)
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, CONTENT_TYPE.DML_CHART, b"", package)
    part._blob = _chart_space(chart, part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)).encode()  # noqa: SLF001 - the part's text names its own relation
    word.part.rels.add_relationship(RELATIONSHIP_TYPE.CHART, part, relation_of(number))


def _workbook(chart: Chart) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - 20 ms that a file without charts does not need

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": _DAY})
    sheet = book.add_worksheet("Zahlen")
    sheet.write_string(0, 0, _cell(chart.head))
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, _cell(category))
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, _cell(series.label))
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return target.getvalue()


LONGEST_CELL = 32_000


def _cell(text: str) -> str:
    return visible(text)[:LONGEST_CELL]


def _chart_space(chart: Chart, workbook: str) -> str:
    series = "".join(_series(chart, place, found) for place, found in enumerate(chart.series))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:lang val="de-DE"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(chart, series)}{_axes(chart)}</c:plotArea>'
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"><a:latin typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="de-DE"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart, series: str) -> str:
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    varied = '<c:varyColors val="0"/>'
    match chart.kind:
        case ChartKind.LINES:
            return f'<c:lineChart><c:grouping val="standard"/>{varied}{series}<c:marker val="1"/>{axes}</c:lineChart>'
        case ChartKind.STACKED:
            grouping, gaps = "stacked", '<c:gapWidth val="45"/><c:overlap val="100"/>'
        case ChartKind.BARS:
            grouping, gaps = "clustered", '<c:gapWidth val="45"/>'
    start = f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>'
    return f"{start}{varied}{series}{gaps}{axes}</c:barChart>"


def _series(chart: Chart, place: int, series: Series) -> str:
    column = _column(place + 1)
    last = len(chart.categories) + 1
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(f'Zahlen!${column}$1', [series.label])}</c:tx>{_look(chart, place)}"
        f"<c:cat>{_texts(f'Zahlen!$A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val>{_numbers(chart, f'Zahlen!${column}$2:${column}${last}', series)}</c:val>"
        + ('<c:smooth val="0"/>' if chart.kind is ChartKind.LINES else "")
        + "</c:ser>"
    )


def _column(place: int) -> str:
    """Return the letters of a column, counted from 0."""
    before, letter = divmod(place, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + letter)


def _look(chart: Chart, place: int) -> str:
    if chart.kind is not ChartKind.LINES:
        fill = _FILLS[place % len(_FILLS)]
        return f'<c:spPr>{fill}{_OUTLINE}</c:spPr><c:invertIfNegative val="0"/>'
    colour, dash, sign = _STROKES[place % len(_STROKES)]
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    return (
        f'<c:spPr><a:ln w="25400">{fill}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{sign}"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
    )


def _texts(place: str, texts: tuple[str, ...] | list[str]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(visible(text))}</c:v></c:pt>' for number, text in enumerate(texts)
    )
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _numbers(chart: Chart, place: str, series: Series) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{value!r}</c:v></c:pt>'
        for number, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{_format(chart)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _format(chart: Chart) -> str:
    return "#,##0" + (f".{'0' * chart.decimals}" if chart.decimals else "")


def _axes(chart: Chart) -> str:
    """Return both axes; bars run from left to right with the first category on top."""
    lines = chart.kind is ChartKind.LINES
    across, up = ("l", "b") if not lines else ("b", "l")
    order = "minMax" if lines else "maxMin"
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/><c:numFmt formatCode="General" sourceLinked="0"/>{_ticks()}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>{_every_label(chart)}</c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{"".join(_limits(chart))}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{up}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D0D4DA"/>'
        f'</a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="{_format(chart)}" sourceLinked="0"/>'
        f'{_ticks()}<c:crossAx val="{_CATEGORIES}"/><c:crosses val="{"autoZero" if lines else "max"}"/></c:valAx>'
    )


def _ticks() -> str:
    return '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'


def _every_label(chart: Chart) -> str:
    return "" if chart.kind is ChartKind.LINES else '<c:tickLblSkip val="1"/>'


def _limits(chart: Chart) -> Iterator[str]:
    if chart.most is not None:
        yield f'<c:max val="{chart.most!r}"/><c:min val="0"/>'
