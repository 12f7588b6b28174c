"""Charts as native parts of a Word file: drawn by Word, their figures behind „Daten bearbeiten“, words for the blind."""

import datetime as dt
import io
from html import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from insek_cli.documents.blocks import Chart, ChartKind, Series
from insek_cli.documents.charts import alternative_text, axis, shown_places
from insek_cli.documents.visible import visible
from insek_cli.formats.docx.measure import BOLD, WIDEST_SUBSTITUTE, longest_word, text_width
from insek_cli.formats.docx.styles import FONT
from insek_cli.formats.docx.xml import attribute

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

FIRST_DRAWING = 1_000
EMU_PER_CM = 360_000
EMU_PER_TWIP = 635
PICTURE_WIDTH, NARROW_WIDTH = 9070, 4876
# Heights in tenths of a centimetre: legend and axis, a category of stacked bars, one more bar beside another, one more
# line of a label, lines.
FRAME_HEIGHT, BAND_HEIGHT, BAR_HEIGHT, LABEL_HEIGHT, LINES_HEIGHT, HIGHEST = 16, 5, 4, 4, 65, 220
# Type in half points, and the width in twentieths of a point from which word processors break labels.
LABEL_TYPE, LABEL_ROOM = 16, 1_900
# Between picture and table, and within a cell, in twentieths of a point.
GAP, CELL_EDGES, TALLEST_BESIDE = 142, 160, 12
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


def drawing_xml(chart: Chart, number: int, width: int) -> str:
    """Return the run that shows the chart of this number; the width is in twentieths of a point."""
    ident = FIRST_DRAWING + number
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * EMU_PER_TWIP}" cy="{_height(chart)}"/>'
        f'<wp:docPr id="{ident}" name="Diagramm {number}" descr={attribute(_alternative(chart))}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relation_of(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def widths_beside(chart: Chart, room: int, size: int) -> list[int] | None:
    """Return the widths of the columns of figures where these fit beside the picture with no word broken.

    size: of the type in tables, in half points.
    """
    labels = [_needed(max(text_width(label, size) for label in (chart.head, *chart.categories)))]
    figures = [_needed(longest_word(series.label, size) * BOLD // 100) for series in chart.series]
    total = sum((*labels, *figures))
    if len(shown_places(chart)) > TALLEST_BESIDE or total > room - NARROW_WIDTH - GAP:
        return None
    return [*labels, *figures]


def _needed(width: int) -> int:
    return width * WIDEST_SUBSTITUTE // 100 + CELL_EDGES


def _alternative(chart: Chart) -> str:
    """Return the words for the picture; the table below holds what is too long for them."""
    text = alternative_text(chart)
    return text if len(text) <= LONGEST_ALTERNATIVE else text[: LONGEST_ALTERNATIVE - 1] + "…"


def _height(chart: Chart) -> int:
    if chart.kind is ChartKind.LINES:
        return LINES_HEIGHT * EMU_PER_CM // 10
    bars = 0 if chart.kind is ChartKind.STACKED else max(0, len(chart.series) - 1) * BAR_HEIGHT
    longest = max((text_width(label, LABEL_TYPE) for label in chart.categories), default=0)
    more_lines = min(MOST_LINES, longest // LABEL_ROOM)
    tenths = FRAME_HEIGHT + len(chart.categories) * max(BAND_HEIGHT + bars, BAND_HEIGHT + more_lines * LABEL_HEIGHT)
    return min(HIGHEST, tenths) * EMU_PER_CM // 10


MOST_LINES = 3


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
    blanks = "span" if chart.kind is ChartKind.LINES else "gap"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:lang val="de-DE"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(chart, series)}{_axes(chart)}</c:plotArea>'
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="{blanks}"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
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
        f'<c:pt idx="{number}"><c:v>{escape(visible(text), quote=False)}</c:v></c:pt>'
        for number, text in enumerate(texts)
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
    low, high, step = axis(chart)
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/><c:numFmt formatCode="General" sourceLinked="0"/>{_ticks("low")}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>{_every_label(chart)}</c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/><c:min val="{low!r}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{up}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        f'<a:srgbClr val="D0D4DA"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{_axis_format(high, step)}" sourceLinked="0"/>{_ticks("nextTo")}<c:crossAx val="{_CATEGORIES}"/>'
        f'<c:crosses val="{"autoZero" if lines else "max"}"/><c:crossBetween val="between"/><c:majorUnit val="{step!r}"/></c:valAx>'
    )


def _axis_format(high: float, step: float) -> str:
    """Return how the axis shows its numbers; the point of thousands is written out, whatever the reader's language."""
    if step < 1:
        return "0.0"
    return "[&gt;=1000]0\\.000;0" if high >= THOUSAND else "0"


THOUSAND = 1000


def _ticks(place: str) -> str:
    return f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'


def _every_label(chart: Chart) -> str:
    """Return which categories have their label: every one, of many along lines only each second, fifth or tenth."""
    among = next((step for step in _LABEL_STEPS if len(chart.categories) <= step * MOST_LABELS), _LABEL_STEPS[-1])
    return f'<c:tickLblSkip val="{among if chart.kind is ChartKind.LINES else 1}"/>'


MOST_LABELS, _LABEL_STEPS = 10, (1, 2, 5, 10)
