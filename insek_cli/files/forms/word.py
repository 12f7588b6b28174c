"""Tables of a Word file, with the text inside content controls, which other readers drop."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from insek_cli.errors import unusable
from insek_cli.files.forms.packages import package_parts
from insek_cli.files.forms.tables import Cell, RawForm, RawTable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_NOTES = {"word/comments.xml": "Kommentar", "word/footnotes.xml": "Fußnote", "word/endnotes.xml": "Endnote"}
_REFERENCES = {
    f"{_W}commentRangeStart": "Kommentar",
    f"{_W}commentReference": "Kommentar",
    f"{_W}footnoteReference": "Fußnote",
    f"{_W}endnoteReference": "Endnote",
}
_NO_WORD = "Das ist keine Word-Datei. Bitte als .docx speichern."


def read_word(path: Path, name: str) -> RawForm:
    """Return the tables of a Word file; raises UnusableInputError."""
    parts = package_parts(path, name, (_BODY, *_NOTES))
    if _BODY not in parts:
        raise unusable(name, _NO_WORD)
    root = _root(parts[_BODY], name)
    tables = tuple(_table(found, place) for place, found in enumerate(_outer_tables(root), start=1))
    notes = (note for part, word in _NOTES.items() if part in parts for note in _notes(_root(parts[part], name), word))
    return RawForm(tables, beside=(*_beside(root), *_boxes(root), *_placed(notes, _anchors(root))))


def _root(data: bytes, name: str) -> ET.Element:
    if b"<!DOCTYPE" in data:
        raise unusable(name, "Diese Word-Datei enthält Vereinbarungen, die kein Textprogramm schreibt.")
    try:
        return ET.fromstring(data)  # noqa: S314 - without a document type there are no entities to expand
    except ET.ParseError as error:
        raise unusable(name, "Der Inhalt dieser Word-Datei ist beschädigt.") from error


_Key = tuple[str, str]
"""The word for a kind of note, and its number in the file."""


def _notes(root: ET.Element, word: str) -> Iterator[tuple[_Key, str]]:
    """Yield comments or notes with their texts; the lines between text and notes are among them, without a text."""
    for note in root:
        text = "\n".join(_paragraph(found) for found in note.iter(f"{_W}p")).strip()
        author = note.get(f"{_W}author", "")
        if text:
            yield (word, note.get(f"{_W}id", "")), f"{author}: {text}" if author else text


def _placed(notes: Iterable[tuple[_Key, str]], anchors: Mapping[_Key, str]) -> Iterator[Cell]:
    for key, text in notes:
        yield Cell(text, f"{key[0]}{anchors.get(key, '')}")


def _anchors(root: ET.Element) -> dict[_Key, str]:
    """Return in which cell the notes are; nothing for those outside the tables."""
    found: dict[_Key, str] = {}
    for table_number, table in enumerate(_outer_tables(root), start=1):
        for number, row in enumerate(_within(table, "tr", "tbl"), start=1):
            for column, cell in enumerate(_within(row, "tc", "tbl"), start=1):
                where = f" an Tabelle {table_number}, Zeile {number}, Spalte {column}"
                for anchor in cell.iter():
                    if anchor.tag in _REFERENCES:
                        found.setdefault((_REFERENCES[anchor.tag], anchor.get(f"{_W}id", "")), where)
    return found


def _boxes(root: ET.Element) -> Iterator[Cell]:
    """Yield the texts of text boxes outside the tables; Word writes each twice, for older programs too."""
    boxes = (box for block in _outer_blocks(root) if block.tag == f"{_W}p" for box in block.iter(f"{_W}txbxContent"))
    texts = ("\n".join(_paragraph(found) for found in box.iter(f"{_W}p")).strip() for box in boxes)
    yield from (Cell(text, "Textfeld") for text in dict.fromkeys(texts) if text)


def _beside(root: ET.Element) -> Iterator[Cell]:
    """Yield the paragraphs outside the tables, with the table they stand below."""
    place = "vor der ersten Tabelle"
    above = 0
    for block in _outer_blocks(root):
        if block.tag == f"{_W}tbl":
            above += 1
            place = f"Absatz unter Tabelle {above}"
        elif text := _paragraph(block).strip():
            yield Cell(text, place)


def _outer_blocks(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.tag in {f"{_W}tbl", f"{_W}p"}:
            yield child
        else:
            yield from _outer_blocks(child)


def _outer_tables(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the tables that do not stand within another one."""
    for child in element:
        if child.tag == f"{_W}tbl":
            yield child
        else:
            yield from _outer_tables(child)


def _table(table: ET.Element, place: int) -> RawTable:
    name = f"Tabelle {place}"
    rows = tuple(
        tuple(_cells(row, f"{name}, Zeile {number}")) for number, row in enumerate(_within(table, "tr", "tbl"), start=1)
    )
    return RawTable(name, rows)


def _within(element: ET.Element, tag: str, but: str) -> Iterator[ET.Element]:
    """Yield the elements of a tag, also inside content controls, but not inside a nested `but`."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag not in {f"{_W}{but}", f"{_W}del"}:
            yield from _within(child, tag, but)


def _cells(row: ET.Element, place: str) -> Iterator[Cell]:
    column = 0
    for cell in _within(row, "tc", "tbl"):
        column += 1
        yield Cell(_text(cell), f"{place}, Spalte {column}")
        for _ in range(_span(cell) - 1):
            column += 1
            yield Cell("", f"{place}, Spalte {column}")


def _span(cell: ET.Element) -> int:
    """Return how many columns a cell covers; an impossible number counts as one."""
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    text = "" if found is None else found.get(f"{_W}val", "")
    return int(text) if text.isdecimal() and 1 <= int(text) <= MOST_COLUMNS else 1


MOST_COLUMNS = 63


def _text(cell: ET.Element) -> str:
    return "\n".join(_paragraph(found) for found in cell.iter(f"{_W}p")).strip()


def _paragraph(paragraph: ET.Element) -> str:
    """Return the text of a paragraph with tracked insertions and without tracked deletions."""
    return "".join(
        found.text or "" if found.tag == f"{_W}t" else _SIGNS.get(found.tag, "")
        for run in _within(paragraph, "r", "txbxContent")
        for found in run
    )
