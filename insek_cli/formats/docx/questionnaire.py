"""The questionnaire as a Word file: a table per section, answers to choose or to write into the cells.

The lists are content controls and only a comfort; an answer is found again by the number in the first column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docx.document import Document as WordDocument

from insek_cli.documents.blocks import Document, plain, strong
from insek_cli.documents.form import (
    DETAILS_INTRO,
    DETAILS_TITLE,
    FEEDBACK_INTRO,
    FEEDBACK_TITLE,
    Form,
    Line,
    Row,
    Sheet,
)
from insek_cli.documents.form_columns import (
    CRITERIA,
    FEEDBACK_IN_WORD,
    NUMBER,
    ON_PAPER,
    PLAN_DETAILS_IN_WORD,
    PLANS,
    QUESTION,
    Column,
)
from insek_cli.documents.wording import OPEN_WORD, SELF_ASSESSMENT
from insek_cli.formats.docx import dense
from insek_cli.formats.docx.grid import column_widths, grid_xml
from insek_cli.formats.docx.page import A4, Page, page_with
from insek_cli.formats.docx.styles import HEAD_FILL
from insek_cli.formats.docx.writer import word_bytes
from insek_cli.formats.docx.xml import attribute, cell_xml, paragraph_xml, row_xml, runs_xml

CHOOSE = "[bitte wählen]"
OPEN_FILL = "FFFBEA"
PAGE = replace(page_with(850, dense.TABLE_TYPE), size=(A4[1], A4[0]))
ROOM = PAGE.room(landscape=False)
_LINE_SHARES = (2, 5)
_FEEDBACK = Sheet(FEEDBACK_TITLE, FEEDBACK_INTRO, FEEDBACK_IN_WORD, ())
_DETAILS = Sheet(DETAILS_TITLE, DETAILS_INTRO, PLAN_DETAILS_IN_WORD, ())


def form_docx(form: Form) -> bytes:
    """Return the Word file."""
    frame = Document(form.title, form.header, SELF_ASSESSMENT, ())

    def content_of(word: WordDocument, page: Page) -> str:
        dense.tighten(word)
        return "".join(_parts(form)) + page.section_xml(landscape=False)

    return word_bytes(frame, content_of, PAGE)


def _parts(form: Form) -> Iterator[str]:
    controls = _Controls()
    yield _heading(form.title)
    for place, text in enumerate(form.guide, start=1):
        yield paragraph_xml("Normal", runs_xml((*strong(f"{place}. "), *plain(text))), '<w:spacing w:after="40"/>')
    yield paragraph_xml("Abschnittsende", "")
    yield _lines(controls, form.lines)
    for sheet in _sheets(form):
        yield _heading(sheet.title)
        yield paragraph_xml("Normal", runs_xml(plain(sheet.intro)), "<w:keepNext/>")
        yield _table(controls, sheet)
    yield paragraph_xml("Abschnittsende", "")


def _sheets(form: Form) -> Iterator[Sheet]:
    """Yield the sheets with the columns they have on paper."""
    rows: list[Row] = []
    for sheet in form.sheets:
        if sheet.columns == CRITERIA:
            rows += sheet.rows
        yield replace(sheet, columns=ON_PAPER[sheet.columns])
        if sheet.columns == PLANS:
            yield replace(_DETAILS, rows=sheet.rows)
    yield replace(_FEEDBACK, rows=tuple(rows))


def _heading(text: str) -> str:
    return paragraph_xml("UnterueberschriftOhneNummer", runs_xml(plain(text)))


@dataclass(slots=True)
class _Controls:
    """Content controls, each with a number of its own."""

    count: int = 0

    def choice(self, name: str, words: Sequence[str], value: str) -> str:
        """Return a list to choose from as part of a paragraph."""
        self.count += 1
        offered = [
            *words,
            *((OPEN_WORD,) if OPEN_WORD not in words else ()),
            *((value,) if value not in {"", *words} else ()),
        ]
        items = "".join(f"<w:listItem w:displayText={attribute(word)} w:value={attribute(word)}/>" for word in offered)
        empty = "" if value else "<w:showingPlcHdr/>"
        shown = runs_xml(plain(value)) if value else _grey(CHOOSE)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val={attribute(name)}/><w:tag w:val={attribute(name)}/><w:id w:val="{self.count}"/>'
            f"{empty}<w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"
        )


def _grey(text: str) -> str:
    return f'<w:r><w:rPr><w:color w:val="808080"/></w:rPr><w:t>{text}</w:t></w:r>'


def _lines(controls: _Controls, lines: Sequence[Line]) -> str:
    columns = [[line.label for line in lines], [line.value for line in lines]]
    widths = column_widths(_LINE_SHARES, columns, ROOM * 2 // 3, dense.TABLE_TYPE)
    return grid_xml([], (_line(controls, line, widths) for line in lines), widths)


def _line(controls: _Controls, line: Line, widths: Sequence[int]) -> str:
    value = controls.choice(line.label, line.words, line.value) if line.words else runs_xml(plain(line.value))
    return row_xml(
        (
            cell_xml(widths[0], paragraph_xml("Tabellenkopf", runs_xml(plain(line.label))), HEAD_FILL),
            cell_xml(widths[1], paragraph_xml("Tabellentext", value), OPEN_FILL if line.is_open else None),
        )
    )


def _table(controls: _Controls, sheet: Sheet) -> str:
    texts = [[column.title, *(_told(column, row) for row in sheet.rows)] for column in sheet.columns]
    widths = column_widths([column.share for column in sheet.columns], texts, ROOM, dense.TABLE_TYPE)
    return grid_xml([column.title for column in sheet.columns], _rows(controls, sheet, widths), widths)


def _rows(controls: _Controls, sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    for row in sheet.rows:
        yield row_xml(
            cell_xml(width, _content(controls, column, row), OPEN_FILL if column.is_open else None)
            for column, width in zip(sheet.columns, widths, strict=True)
        )


def _content(controls: _Controls, column: Column, row: Row) -> str:
    text = _told(column, row)
    words = column.words or (row.words if column.is_open else ())
    if words:
        return paragraph_xml("Tabellentext", controls.choice(f"{row.number} {column.title}", words, text))
    if column.key == QUESTION and "met" in row.cells:
        return "".join(_criterion(row))
    return paragraph_xml("Tabellentext", runs_xml(plain(text)))


def _told(column: Column, row: Row) -> str:
    return row.number if column.key == NUMBER else row.cells.get(column.key, "")


def _criterion(row: Row) -> Iterator[str]:
    """Yield statement and measure of a criterion, which share a cell on paper."""
    yield paragraph_xml("Tabellentext", runs_xml(strong(row.cells[QUESTION])))
    for label, key in (("Erfüllt, wenn: ", "met"), ("Teilweise, wenn: ", "partial")):
        yield paragraph_xml("Tabellentext", runs_xml((*strong(label), *plain(row.cells[key]))))
