"""The questionnaire as an Excel workbook: lists to choose from, locked questions, open answers, ready to print."""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from insek_cli.documents.form import Form, Line, Row, Sheet
from insek_cli.documents.form_columns import GUIDE_SHEET, IDENT, LISTS_SHEET, NUMBER, Column
from insek_cli.documents.wording import SELF_ASSESSMENT
from insek_cli.formats.xlsx import A4, LINE_HEIGHT, fresh_workbook, margin_text, safe, sheet_name

HEAD_ROW, FIRST_ROW = 1, 2
GUIDE_WIDTHS = (30, 70)
# A program that opens the file does not always fit the rows, so their height is reckoned from the text.
HIGHEST, SIGNS_A_SHARE = 400, 1.0
_FONT = {"font_name": "Calibri", "font_size": 10}
_LOCKED = {**_FONT, "border": 1, "border_color": "#A6A6A6", "text_wrap": True, "valign": "top"}
_OPEN = {**_LOCKED, "bg_color": "#FFFBEA", "locked": False}
_HEAD = {**_LOCKED, "bold": True, "bg_color": "#DCE6F1"}
_ALLOWED = {"format_columns": True, "format_rows": True}
_WRONG = "Bitte ein Wort aus der Liste wählen."
_TEXT = "@"


def form_xlsx(form: Form) -> bytes:
    """Return the workbook."""
    target = io.BytesIO()
    book = _Book(fresh_workbook(target, {"in_memory": True}))
    book.guide(form)
    for sheet in form.sheets:
        book.sheet(form, sheet)
    book.close()
    return target.getvalue()


class _Book:
    """The workbook while it is written: its looks, the names used, and the lists to choose from."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._names = {LISTS_SHEET.casefold(), GUIDE_SHEET.casefold()}
        self._lists: dict[tuple[str, ...], str] = {}
        self._title = workbook.add_format({"bold": True, "font_size": 14})
        self._plain = workbook.add_format(_FONT)
        self._head = workbook.add_format(_HEAD)
        self._locked = workbook.add_format(_LOCKED)
        self._small = workbook.add_format({**_LOCKED, "font_size": 6, "font_color": "#808080", "text_wrap": False})
        self._text = workbook.add_format({**_OPEN, "num_format": _TEXT})
        self._number = workbook.add_format(_OPEN)

    def guide(self, form: Form) -> None:
        """Write the first sheet: what to do, and who fills the form in."""
        sheet = self._add(GUIDE_SHEET, form)
        for place, width in enumerate(GUIDE_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.write_string(0, 0, _cell(form.title), self._title)
        sheet.write_string(1, 0, SELF_ASSESSMENT, self._workbook.add_format({"italic": True}))
        for place, text in enumerate(form.guide, start=1):
            sheet.write_string(place + 1, 0, f"{place}. {text}", self._plain)
        for row, line in enumerate(form.lines, start=len(form.guide) + 3):
            self._line(sheet, row, line)

    def _line(self, sheet: Worksheet, row: int, line: Line) -> None:
        sheet.write_string(row, 0, line.label, self._head)
        sheet.write_string(row, 1, _cell(line.value), self._text if line.is_open else self._locked)
        if line.words:
            self._choose(sheet, row, row, 1, line.words)

    def sheet(self, form: Form, content: Sheet) -> None:
        """Write a sheet of questions."""
        sheet = self._add(sheet_name(content.title, self._names), form)
        sheet.write_string(0, 0, f"{content.title}. {content.intro}", self._title)
        for place, column in enumerate(content.columns):
            sheet.set_column(place, place, column.share)
            sheet.write_string(HEAD_ROW, place, column.title, self._small if column.key == IDENT else self._head)
            for row, line in enumerate(content.rows, start=FIRST_ROW):
                self._write(sheet, row, place, column, line)
            self._check(sheet, content, place, column)
        for row, line in enumerate(content.rows, start=FIRST_ROW):
            sheet.set_row(row, _height(content, line))
        sheet.set_row(HEAD_ROW, 2 * LINE_HEIGHT)
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.repeat_rows(0, HEAD_ROW)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{FIRST_ROW + len(content.rows)}"})

    def _write(self, sheet: Worksheet, row: int, place: int, column: Column, line: Row) -> None:
        text = line.number if column.key == NUMBER else line.cells.get(column.key, "")
        if column.whole and text:
            sheet.write_number(row, place, int(text), self._number)
        else:
            sheet.write_string(row, place, _cell(text), self._look(column))

    def _look(self, column: Column) -> Format:
        if column.key == IDENT:
            return self._small
        if not column.is_open:
            return self._locked
        return self._number if column.whole else self._text

    def _check(self, sheet: Worksheet, content: Sheet, place: int, column: Column) -> None:
        last = FIRST_ROW + len(content.rows) - 1
        if column.whole:
            sheet.data_validation(FIRST_ROW, place, last, place, _whole(*column.whole))
        elif column.words:
            self._choose(sheet, FIRST_ROW, last, place, column.words)
        elif column.is_open:
            for row, line in enumerate(content.rows, start=FIRST_ROW):
                if line.words:
                    self._choose(sheet, row, row, place, line.words)

    def _choose(self, sheet: Worksheet, first: int, last: int, place: int, words: tuple[str, ...]) -> None:
        rule = {"validate": "list", "source": self._list(words), "error_title": "Antwort", "error_message": _WRONG}
        sheet.data_validation(first, place, last, place, rule)

    def _list(self, words: tuple[str, ...]) -> str:
        """Return where a list stands; written into the rule, it could be neither long nor hold a comma."""
        letter = xlsxwriter.utility.xl_col_to_name(len(self._lists))
        return self._lists.setdefault(words, f"={LISTS_SHEET}!${letter}$1:${letter}${len(words)}")

    def close(self) -> None:
        """Write the lists and end the workbook."""
        sheet = self._workbook.add_worksheet(LISTS_SHEET)
        for place, words in enumerate(self._lists):
            for row, word in enumerate(words):
                sheet.write_string(row, place, _cell(word))
        sheet.hide()
        sheet.protect()
        self._workbook.close()

    def _add(self, name: str, form: Form) -> Worksheet:
        """Return a new sheet that is protected without a password and prints on A4 across."""
        sheet = self._workbook.add_worksheet(name)
        sheet.protect("", _ALLOWED)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
        sheet.set_header(f"&L{margin_text(form.header)}&R&A")
        sheet.set_footer(f"&L{SELF_ASSESSMENT}&RSeite &P von &N")
        return sheet


def _whole(least: int, most: int) -> dict[str, object]:
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_title": "Zahl",
        "error_message": f"Bitte eine ganze Zahl von {least} bis {most}.",
    }


def _height(content: Sheet, line: Row) -> float:
    """Return how high a row has to be for its longest text."""
    lines = max(
        sum(1 + int(len(part) / (column.share * SIGNS_A_SHARE)) for part in line.cells.get(column.key, "").split("\n"))
        for column in content.columns
        if column.key != IDENT
    )
    return min(HIGHEST, (lines + 0.3) * LINE_HEIGHT)


def _cell(text: str) -> str:
    return str(safe(text))
