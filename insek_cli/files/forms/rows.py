"""The rows of a questionnaire: which question each is about, and which answer stands in which column.

Columns are found by their header, rows by number, short name or question, so that tables may be rearranged.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.statements import Topic, TopicKind
from insek_cli.core.values import dataclass
from insek_cli.documents.form import question_texts
from insek_cli.documents.form_columns import (
    CRITERIA,
    FACTS,
    FEEDBACK_IN_WORD,
    IDENT,
    LETTERS,
    NUMBER,
    ON_PAPER,
    PLAN_DETAILS_IN_WORD,
    PLANS,
    QUESTION,
    SUPPORT,
    Column,
    numbers,
)
from insek_cli.errors import Problem
from insek_cli.files.forms.tables import Cell, RawTable
from insek_cli.files.forms.words import Wording
from insek_cli.files.words import bare, shown

_LAYOUTS: Mapping[TopicKind, tuple[tuple[Column, ...], ...]] = {
    TopicKind.CRITERION: (CRITERIA, ON_PAPER[CRITERIA], FEEDBACK_IN_WORD),
    TopicKind.FACT: (FACTS, ON_PAPER[FACTS]),
    TopicKind.PLAN: (PLANS, ON_PAPER[PLANS], PLAN_DETAILS_IN_WORD),
    TopicKind.SUPPORT: (SUPPORT, ON_PAPER[SUPPORT]),
}
_TITLES: Mapping[TopicKind, Mapping[str, Column]] = {
    kind: {bare(title): column for layout in layouts for column in layout for title in (column.title, *column.other)}
    for kind, layouts in _LAYOUTS.items()
}
_KNOWN = frozenset(title for titles in _TITLES.values() for title in titles)
TITLE = "title"
_LEAST_TITLES = 2
_NUMBERED = re.compile(r"([KAPU])\s*0*([1-9][0-9]{0,3})(?:\s*/\s*([1-9][0-9]{0,2}))?\.?\Z", re.IGNORECASE).match
_ENTRY_WORDS = re.compile(r"\([1-9][0-9]{0,2}\. Eintrag\)").sub
_ENTRY = re.compile(r"\(([1-9][0-9]{0,2})\. Eintrag\)").search
_NTH = re.compile(r"(.+?)#([1-9][0-9]{0,2})\Z").match


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row whose question is known: its answers by the key of their column."""

    topic: Topic
    cells: Mapping[str, Cell]
    place: str


@dataclass(frozen=True, slots=True)
class FoundRows:
    """What was found in a table, what could not be placed, and what is worth knowing."""

    rows: tuple[FoundRow, ...]
    unread: tuple[Problem, ...]
    hints: tuple[Problem, ...]
    above: tuple[Cell, ...]


class RowFinder:
    """Finds rows of one catalogue's questionnaire; keeps the header for a table that goes on without one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._wording = Wording(catalogue)
        self._numbers = numbers(catalogue)
        self._number_of = {topic: number for number, topic in self._numbers.items()}
        self._idents = {(topic.kind, topic.id): topic for topic in self._numbers.values()}
        self._questions = dict(_questions(catalogue))
        self._printed = {
            topic: tuple(sorted(map(bare, filter(None, texts)), key=len, reverse=True))
            for topic, texts in question_texts(catalogue)
        }
        self._header: tuple[Cell, ...] = ()

    def find(self, table: RawTable) -> FoundRows | None:
        """Return the rows of a table, None for one that is no part of a questionnaire."""
        start = next((place for place, row in enumerate(table.rows) if _is_header(row)), None)
        body = table.rows if start is None else table.rows[start:]
        if start is None and not any(self._topic_by_number(row[0].text) for row in body if row):
            return None
        if start is None and any(len(row) != len(self._header) for row in body):
            self._header = ()
        above = tuple(cell for row in table.rows[: start or 0] for cell in row if cell.text)
        rows, unread, hints = list[FoundRow](), list[Problem](), dict[Problem, None]()
        for cells in body:
            if _is_header(cells):
                self._header = cells
            elif any(cell.text for cell in cells):
                found = self._row(cells, hints)
                if isinstance(found, FoundRow):
                    rows.append(found)
                    columns = self._columns(found.topic.kind, cells, {})
                    unread += (*_beside(columns, cells), *self._added(found.topic, columns, cells))
                else:
                    unread += found
        return FoundRows(tuple(rows), tuple(unread), tuple(hints), above)

    def _row(self, cells: Sequence[Cell], hints: dict[Problem, None]) -> FoundRow | list[Problem]:
        topic = self._topic(cells, hints)
        if isinstance(topic, str):
            return [Problem(cell.place, f"{topic} Hier steht: „{cell.text}“") for cell in self._written(cells)]
        columns = self._columns(topic.kind, cells, hints)
        named = {
            column.key: cell
            for column, cell in zip(columns, cells, strict=True)
            if column and column.is_open and cell.text
        }
        return FoundRow(topic, named, cells[0].place)

    def _added(self, topic: Topic, columns: Sequence[Column | None], cells: Sequence[Cell]) -> Iterator[Problem]:
        """Yield what somebody wrote into the text of a question."""
        for column, cell in zip(columns, cells, strict=True):
            if column and not column.is_open and column.key not in {NUMBER, IDENT} and self._is_changed(topic, cell):
                text = f"Hier wurde in den Text der Frage geschrieben, nicht übernommen. Hier steht: „{cell.text}“"
                yield Problem(cell.place, text)

    def _is_changed(self, topic: Topic, cell: Cell) -> bool:
        rest = bare(_ENTRY_WORDS("", cell.text)) if cell.text else ""
        texts = self._printed[_single(topic)]
        if any(rest in text for text in texts):
            return False
        for text in texts:
            rest = rest.replace(text, "", 1)
        return bool(rest)

    def _written(self, cells: Sequence[Cell]) -> Iterator[Cell]:
        """Yield what somebody may have written into a row whose question is not known."""
        fixed = {NUMBER, IDENT, QUESTION, "met", "partial", "help"}
        for place, cell in enumerate(cells):
            title = bare(self._header[place].text) if place < len(self._header) else ""
            known = [titles[title].key for titles in _TITLES.values() if title in titles]
            if cell.text and not self._wording.says_open(cell.text) and not fixed.intersection(known):
                yield cell

    def _topic(self, cells: Sequence[Cell], hints: dict[Problem, None]) -> Topic | str:
        """Return what a row is about, or why nobody can tell."""
        number, ident, question = (self._titled(cells, title) for title in (NUMBER, IDENT, QUESTION))
        question = question or self._titled(cells, TITLE)
        if not number and not any(bare(cell.text) == "nr" for cell in self._header):
            number = cells[0].text
        by_number, by_ident = self._topic_by_number(number), self._topic_by_ident(ident, number)
        by_question = self._topic_by_question(question)
        if by_number and by_ident and by_number != by_ident:
            return f"Die Nummer {shown(number)} und die Kennung {shown(ident)} gehören nicht zusammen."
        if ident and by_ident is None:
            return f"Die Kennung {shown(ident)} gibt es in diesem Katalog nicht."
        found = by_number or by_ident
        if found and by_question and _single(found) != _single(by_question):
            return self._disagreeing(found, by_question, question)
        if found is None and by_question and number:
            hints[self._read_by_question(cells[0], number, by_question)] = None
        return found or by_question or _unplaced(number)

    def _disagreeing(self, found: Topic, by_question: Topic, question: str) -> str:
        number, right = self._number_of[_single(found)], self._number_of[_single(by_question)]
        both = f"Die Nummer {number} und die Frage {shown(question)} gehören nicht zusammen"
        return f"{both}; die Frage hat die Nummer {right}. Bitte die Nummer berichtigen und noch einmal übernehmen."

    def _read_by_question(self, cell: Cell, number: str, topic: Topic) -> Problem:
        right = self._number_of[_single(topic)]
        return Problem(cell.place, f"Die Nummer {shown(number)} gibt es nicht; nach der Frage gelesen als {right}.")

    def _titled(self, cells: Sequence[Cell], wanted: str) -> str:
        """Return the text in the column of one of the fixed kinds."""
        for place, cell in enumerate(cells[: len(self._header)]):
            title = bare(self._header[place].text)
            columns = [titles[title] for titles in _TITLES.values() if title in titles]
            if any(column.key == wanted and not column.is_open for column in columns):
                return cell.text
        return ""

    def _topic_by_number(self, text: str) -> Topic | None:
        found = _NUMBERED(text)
        topic = self._numbers.get(f"{found[1].upper()}{found[2]}") if found else None
        return Topic(topic.kind, topic.id, int(found[3] or 1)) if topic and found else None

    def _topic_by_question(self, text: str) -> Topic | None:
        """Return what a text asks that begins with a question; the measure or a proviso may follow."""
        asked = bare(text)
        begun = [question for question in self._questions if asked.startswith(question)]
        if not begun:
            return None
        nth = _ENTRY(text)
        return dataclasses.replace(self._questions[max(begun, key=len)], nth=int(nth[1]) if nth else 1)

    def _topic_by_ident(self, text: str, number: str) -> Topic | None:
        """Return what a short name stands for; a letter in front of the number says of which kind it is."""
        found = _NTH(text)
        ident, nth = (found[1], int(found[2])) if found else (text, 1)
        kinds = [LETTERS[letter] for letter in LETTERS if number[:1].upper() == letter] or list(LETTERS.values())
        topics = [self._idents[kind, ident] for kind in kinds if (kind, ident) in self._idents]
        return Topic(topics[0].kind, topics[0].id, nth) if len(topics) == 1 else None

    def _columns(self, kind: TopicKind, cells: Sequence[Cell], hints: dict[Problem, None]) -> list[Column | None]:
        """Return the column each cell stands in: by its header, else by its place where all others stand in theirs."""
        titles = [bare(cell.text) for cell in self._header[: len(cells)]] + [""] * (len(cells) - len(self._header))
        columns = [_TITLES[kind].get(title) for title in titles]
        for layout in _LAYOUTS[kind]:
            placed = zip(columns, layout, strict=False)
            if len(layout) == len(columns) and all(column is None or column.key == own.key for column, own in placed):
                for place, own in enumerate(layout):
                    if columns[place] is None:
                        columns[place] = own
                        self._hint(place, own, hints)
        return columns

    def _hint(self, place: int, column: Column, hints: dict[Problem, None]) -> None:
        if self._header:
            cell = self._header[place]
            text = (
                f"Die Überschrift {shown(cell.text)} ist nicht bekannt; nach ihrer Stelle gelesen als „{column.title}“."
            )
            hints[Problem(cell.place, text)] = None


def _questions(catalogue: Catalogue) -> Iterator[tuple[str, Topic]]:
    """Yield what a row is about by the text of its question."""
    for question in catalogue.question.values():
        yield bare(question.text), Topic(TopicKind.FACT, question.id)
    for plan in catalogue.plan.values():
        yield bare(plan.title), Topic(TopicKind.PLAN, plan.id)
    for criterion in catalogue.criteria:
        yield bare(criterion.statement), Topic(TopicKind.CRITERION, criterion.id)
        yield bare(criterion.title), Topic(TopicKind.CRITERION, criterion.id)
    for support in catalogue.support.values():
        yield bare(support.title), Topic(TopicKind.SUPPORT, support.id)


def _single(topic: Topic) -> Topic:
    """Return a topic as it is numbered: plans of a type share a number."""
    return dataclasses.replace(topic, nth=1)


def _unplaced(number: str) -> str:
    if number:
        return f"Die Nummer {shown(number)} gibt es in diesem Katalog nicht."
    return "In dieser Zeile fehlt die Nummer, deshalb ist unklar, wozu die Antwort gehört."


def _is_header(cells: Sequence[Cell]) -> bool:
    return len([cell for cell in cells if bare(cell.text) in _KNOWN]) > _LEAST_TITLES


def _beside(columns: Sequence[Column | None], cells: Sequence[Cell]) -> Iterator[Problem]:
    """Yield what stands in columns that do not belong to the questionnaire."""
    for column, cell in zip(columns, cells, strict=True):
        if column is None and cell.text:
            yield Problem(cell.place, f"Diese Spalte gehört nicht zum Fragebogen. Hier steht: „{cell.text}“")
