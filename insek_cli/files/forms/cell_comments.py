"""Comments on cells of a workbook (.xlsx, .ods): what colleagues write there is listed, or nobody would see it."""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from insek_cli.files.forms.tables import Cell
from insek_cli.files.workbooks import column_letters

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_SHEETS, _COMMENTS = "xl/worksheets/", "xl/comments"


def xlsx_comments(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[Cell]:
    """Yield the comments in the parts of an .xlsx, titles are those of its sheets by part; raises ParseError."""
    sheets = {target: title for part, title in titles.items() for target in _comment_parts(parts, part)}
    for part, data in parts.items():
        if part.startswith(_COMMENTS) and b"<!DOCTYPE" not in data:
            where = f"Blatt „{sheets[part]}“, " if part in sheets else ""
            for note in ET.fromstring(data).iter(f"{_MAIN}comment"):  # noqa: S314 - no document type, no entities
                text = "".join(found.text or "" for found in note.iter(f"{_MAIN}t")).strip()
                yield Cell(text, f"{where}Kommentar an Zelle {note.get('ref', '')}")


def _comment_parts(parts: Mapping[str, bytes], sheet: str) -> Iterator[str]:
    """Yield the names of the parts with the comments of a sheet."""
    data = parts.get(sheet.replace(_SHEETS, f"{_SHEETS}_rels/") + ".rels", b"<a/>")
    for found in ET.fromstring(data) if b"<!DOCTYPE" not in data else ():  # noqa: S314 - no document type, no entities
        target = found.get("Target", "")
        if "comments" in target:
            yield target.removeprefix("/") if target.startswith("/") else f"xl/{target.removeprefix('../')}"


def ods_comments(content: bytes | None) -> Iterator[Cell]:
    """Yield the comments in the content of an .ods; raises ParseError."""
    if content is None or b"<!DOCTYPE" in content:
        return
    for table in ET.fromstring(content).iter(f"{_TABLE}table"):  # noqa: S314 - no document type, no entities
        sheet, row = table.get(f"{_TABLE}name", ""), 0
        for line in table.iter(f"{_TABLE}table-row"):
            row += 1
            for column, text in _notes(line):
                yield Cell(text, f"Blatt „{sheet}“, Kommentar an Zelle {column_letters(column)}{row}")
            row += _repeated(line, "rows") - 1


def _notes(line: ET.Element) -> Iterator[tuple[int, str]]:
    """Yield column and text of the comments in a row; cells say how often they are repeated."""
    column = 0
    for cell in line:
        for note in cell.findall(f"{_OFFICE}annotation"):
            paragraphs = ("".join(found.itertext()) for found in note.iter(_PARAGRAPH))
            yield column, "\n".join(paragraphs).strip()
        column += _repeated(cell, "columns")


def _repeated(element: ET.Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))
