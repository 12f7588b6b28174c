"""What forms and letters need beside text: lines to fill in, room to write, the address window, lines to sign on."""

from collections.abc import Sequence

from insek_cli.documents.blocks import Line, Lines, plain
from insek_cli.formats.docx.styles import HEAD_FILL
from insek_cli.formats.docx.xml import cell_xml, paragraph_xml, row_xml, runs_xml

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
# Nine millimetres: room for a line of handwriting.
ROOM = '<w:trHeight w:val="510" w:hRule="atLeast"/>'
_LINE_ROOM = '<w:trHeight w:val="340" w:hRule="atLeast"/>'
LABEL_PART, PARTS = 3, 8
# DIN 5008 gives the address nine lines; what is not needed stays empty.
ADDRESS_LINES, LINE_HEIGHT = 9, 277
SIGNATURE_GAP = 284


def lines_xml(block: Lines, room: int) -> str:
    """Return the lines of a form as a table without header: label, value; few short lines stay on one page."""
    label = room * LABEL_PART // PARTS
    grid = f'<w:gridCol w:w="{label}"/><w:gridCol w:w="{room - label}"/>'
    kept = len(block.lines) - 1 if _is_small(block) else 0
    rows = (
        _line(line, label, room - label, "<w:keepNext/>" if place < kept else "")
        for place, line in enumerate(block.lines)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _is_small(block: Lines) -> bool:
    signs = sum(len(run.text) for line in block.lines for run in line.value)
    return len(block.lines) <= SMALL_LINES and signs <= SMALL_TEXT


SMALL_LINES, SMALL_TEXT = 6, 500


def _line(line: Line, label: int, value: int, keep: str) -> str:
    cells = (
        cell_xml(label, paragraph_xml("Tabellentext", runs_xml(plain(line.label)), keep), HEAD_FILL),
        cell_xml(value, paragraph_xml("Tabellentext", runs_xml(line.value), keep)),
    )
    return row_xml(cells, _LINE_ROOM)


def room_below(lines: int) -> str:
    """Return the space below an address of so many lines, so that the letter begins at the same place."""
    return f'<w:spacing w:after="{max(ADDRESS_LINES - lines, 1) * LINE_HEIGHT}"/>'


def signatures_xml(labels: Sequence[str], room: int) -> str:
    """Return lines to sign on side by side as a table without borders: room, then a rule with its label."""
    width = (room - SIGNATURE_GAP * (len(labels) - 1)) // len(labels)
    widths = [width, *[SIGNATURE_GAP, width] * (len(labels) - 1)]
    texts = [labels[place // 2] if place % 2 == 0 else "" for place in range(len(widths))]
    grid = "".join(f'<w:gridCol w:w="{part}"/>' for part in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        + row_xml((cell_xml(part, paragraph_xml("Tabellentext", "")) for part in widths), _SIGNATURE_ROOM)
        + row_xml(map(_signature, widths, texts))
        + "</w:tbl>"
    )


_SIGNATURE_ROOM = '<w:trHeight w:val="624" w:hRule="atLeast"/>'
_RULE = '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="444444"/></w:tcBorders>'


def _signature(width: int, text: str) -> str:
    cell = cell_xml(width, paragraph_xml("Tabellentext", runs_xml(plain(text))))
    return cell.replace("</w:tcPr>", f"{_RULE}</w:tcPr>") if text else cell
