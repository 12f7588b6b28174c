"""A questionnaire as read into statements: who answers, and what is said of each question."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from insek_cli.core.answers import Municipality
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.statements import PLACE, Source, Statement, Topic, TopicKind, Value
from insek_cli.core.values import dataclass
from insek_cli.core.written import ags
from insek_cli.documents import wording as w
from insek_cli.documents.form import KINDS, TITLE_WORD, printed_texts
from insek_cli.documents.form_columns import BY, LINES, WANTED
from insek_cli.errors import Problem, unusable
from insek_cli.files.forms.rows import FoundRow, RowFinder
from insek_cli.files.forms.tables import Cell, RawForm, RawTable
from insek_cli.files.forms.words import Wording, chosen, typed_day, typed_inhabitants, typed_mark, typed_year
from insek_cli.files.words import bare, shown

Reader = Callable[[str], Value]


@dataclass(frozen=True, slots=True)
class Returned:
    """What a source says, whose answers these are, what could not be read, and what is worth knowing."""

    name: str
    municipality: Municipality | None
    statements: tuple[Statement, ...]
    unread: tuple[Problem, ...] = ()
    hints: tuple[Problem, ...] = ()


def read_form(catalogue: Catalogue, raw: RawForm, source: Source) -> Returned:
    """Return what a questionnaire says; raises UnusableInputError for one of another catalogue, or for none at all."""
    reading = _Reading(catalogue, source)
    for table in raw.tables:
        reading.take(table)
    reading.keep(raw.beside)
    reading.check(raw.hints)
    return reading.returned()


_KIND_WORDS = {word: kind for kind, word in KINDS.items()}
_AREAS = {word: area for area, word in w.AREA.items()}
_FORMATS = {word: plan_format for plan_format, word in w.PLAN_FORMAT.items()}
_RIGHTS = {word: rights for rights, word in w.RIGHTS.items()}
_HOLDERS = {word: holder for holder, word in w.HOLDER.items()}
_STATES = {word: state for state, word in w.ENTRY_STATE.items()}
_WISHES = {**{word: wanted for wanted, word in WANTED.items()}, "ja": True, "nein": False}

_PLACE_READERS: Mapping[str, Reader] = {
    "kind": lambda text: chosen(text, _KIND_WORDS),
    "ags": ags,
    "inhabitants": typed_inhabitants,
    "landkreis": str,
}
_PLAN_READERS: Mapping[str, Reader] = {
    "state": lambda text: chosen(text, _STATES),
    "title": str,
    "data_year": typed_year,
    "resolved": typed_day,
    "area": lambda text: chosen(text, _AREAS),
    "format": lambda text: chosen(text, _FORMATS),
    "rights": lambda text: chosen(text, _RIGHTS),
    "holder": lambda text: chosen(text, _HOLDERS),
    "holder_name": str,
    "note": str,
}
_CHOSEN = frozenset({"state", "area", "format", "rights", "holder", "kind", "wanted", "answer", "status"})
_TEXTS: Mapping[str, Reader] = {"evidence": str, "note": str, "reason": str}
_FEEDBACK_READERS: Mapping[str, Reader] = {"useful": typed_mark, "realistic": typed_mark, "remark": str}
_LABELS = {bare(label): name for name, label in LINES.items()}


class _Reading:
    """Gathers what the tables say while they are read."""

    def __init__(self, catalogue: Catalogue, source: Source) -> None:
        self._catalogue, self._source = catalogue, source
        self._finder, self._wording = RowFinder(catalogue), Wording(catalogue)
        self._printed = {bare(text) for text in printed_texts(catalogue, source.on)}
        self._lines: dict[str, Cell] = {}
        self._rows: list[FoundRow] = []
        self._unread: list[Problem] = []
        self._hints: list[Problem] = []

    def take(self, table: RawTable) -> None:
        """Take what a table holds: questions, the lines at the beginning, or nothing that belongs to the form."""
        found = self._finder.find(table)
        if found is not None:
            self._rows += found.rows
            self._unread += found.unread
            self._hints += found.hints
            self.keep(found.above)
        elif lines := dict(_lines(table)):
            self._lines = {**lines, **self._lines}
            self.keep(_beside_lines(table))
        elif any(cell.text for row in table.rows for cell in row):
            text = "Das gehört nicht zum Fragebogen und wurde nicht gelesen."
            self._hints.append(Problem(_sheet(table), text))

    def keep(self, cells: Iterable[Cell]) -> None:
        """Keep what stands outside the questions and is not printed there: nobody else would see it."""
        for cell in cells:
            is_printed = bare(cell.text) in self._printed or cell.text.startswith(f"{TITLE_WORD} ")
            if cell.text and not is_printed:
                text = f"Dieser Text steht außerhalb der Antwortfelder. Hier steht: „{cell.text}“"
                self._unread.append(Problem(cell.place, text))

    def check(self, hints: Sequence[Problem]) -> None:
        """Refuse what is no questionnaire of this catalogue; say what is missing."""
        name = self._source.name
        if not self._rows:
            raise unusable(name, "Hier steht kein Fragebogen: Keine Tabelle hat die Spalten „Nr.“ und „Antwort“.")
        reference = self._lines.get("catalogue")
        if reference is None or not reference.text:
            text = "Auf der Anleitung fehlt der Katalog; gelesen wird, als gehörte der Fragebogen zum geladenen."
            self._hints.append(Problem("", text))
        elif reference.text != self._catalogue.reference:
            both = f"zum Katalog {shown(reference.text)}, geladen ist „{self._catalogue.reference}“"
            raise unusable(
                name, f"Dieser Fragebogen gehört {both}. Bitte den passenden Katalog mit --catalogue angeben."
            )
        self._hints += hints

    def returned(self) -> Returned:
        """Return everything read."""
        source = dataclasses.replace(self._source, person=self._line("person") or None, on=self._day())
        lines = {name: self._lines[name] for name in _PLACE_READERS if name in self._lines}
        place = dict(self._read(lines, _PLACE_READERS))
        statements = [Statement(PLACE, place, source)] if place else []
        statements += self._said(source)
        name = self._line("name")
        municipality = Municipality(name, str(place["ags"]) if "ags" in place else None) if name else None
        return Returned(
            self._source.name, municipality, tuple(statements), self._placed(self._unread), self._placed(self._hints)
        )

    def _placed(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Return problems with the name of the file before their place."""
        name = self._source.name
        return tuple(Problem(f"{name}, {one.place}" if one.place else name, one.text) for one in problems)

    def _line(self, name: str) -> str:
        return self._lines[name].text if name in self._lines else ""

    def _day(self) -> date:
        found = dict(self._read({"day": self._lines["day"]}, {"day": typed_day})) if self._line("day") else {}
        day = found.get("day")
        return day if isinstance(day, date) else self._source.on

    def _said(self, source: Source) -> Iterator[Statement]:
        """Yield what the rows say; rows that say different things about a question are one statement."""
        seen: dict[Topic, tuple[Statement, FoundRow]] = {}
        doubled: list[Statement] = []
        for row in self._rows:
            for statement in self._statements(row, source):
                before, place = seen.get(statement.topic, (statement, row))
                if before is statement or not before.fields.keys() & statement.fields.keys():
                    seen[statement.topic] = (
                        dataclasses.replace(before, fields={**before.fields, **statement.fields}),
                        place,
                    )
                else:
                    doubled.append(self._again(statement, row, place))
        yield from (statement for statement, _ in seen.values())
        yield from doubled

    def _again(self, statement: Statement, row: FoundRow, before: FoundRow) -> Statement:
        """Return a statement about a question that was answered before in the same file, named by its place."""
        self._hints.append(Problem(row.place, f"Diese Frage steht schon in: {before.place}. Gelesen wird beides."))
        source = dataclasses.replace(statement.source, name=f"{statement.source.name}, {row.place}")
        return dataclasses.replace(statement, source=source)

    def _statements(self, row: FoundRow, source: Source) -> Iterator[Statement]:
        topic, by = row.topic, row.cells[BY].text if BY in row.cells else None
        fields = dict(self._read(row.cells, self._readers(topic)))
        if fields:
            yield Statement(topic, fields, source, by)
        if topic.kind is TopicKind.CRITERION:
            feedback = dict(self._read(row.cells, _FEEDBACK_READERS))
            if feedback:
                yield Statement(Topic(TopicKind.FEEDBACK, topic.id), feedback, source)

    def _readers(self, topic: Topic) -> Mapping[str, Reader]:
        match topic.kind:
            case TopicKind.CRITERION:
                return {"status": self._wording.status, **_TEXTS}
            case TopicKind.FACT:
                question = self._catalogue.question[topic.id]
                return {"answer": lambda text: self._wording.fact(question, text)}
            case TopicKind.PLAN:
                return _PLAN_READERS
            case TopicKind.SUPPORT:
                return {"wanted": lambda text: chosen(text, _WISHES)}
            case TopicKind.PLACE | TopicKind.FEEDBACK:
                return {}

    def _read(self, cells: Mapping[str, Cell], readers: Mapping[str, Reader]) -> Iterator[tuple[str, Value]]:
        """Yield the fields that cells give; what cannot be understood is kept as a problem, with its text."""
        for name, read in readers.items():
            cell = cells.get(name)
            if cell is None or not cell.text:
                continue
            try:
                yield name, read(cell.text)
            except ValueError as error:
                if name in _CHOSEN and self._wording.says_open(cell.text):
                    continue
                self._unread.append(Problem(cell.place, f"{error} Hier steht: „{cell.text}“"))


def _lines(table: RawTable) -> Iterator[tuple[str, Cell]]:
    """Yield the lines at the beginning: a label, and behind it the value."""
    for row in table.rows:
        filled = [place for place, cell in enumerate(row) if cell.text]
        if filled and (name := _LABELS.get(bare(row[filled[0]].text))) and filled[0] + 1 < len(row):
            yield name, row[filled[0] + 1]


def _beside_lines(table: RawTable) -> Iterator[Cell]:
    """Yield what is neither label nor value of a line at the beginning."""
    for row in table.rows:
        filled = [cell for cell in row if cell.text]
        known = bool(filled) and bare(filled[0].text) in _LABELS
        value = row[row.index(filled[0]) + 1 : row.index(filled[0]) + 2] if known else ()
        yield from (cell for cell in filled if not known or cell not in {filled[0], *value})


def _sheet(table: RawTable) -> str:
    return table.name if table.name.startswith("Tabelle ") else f"Blatt „{table.name}“"
