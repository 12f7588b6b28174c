"""YAML with places: every scalar as text, every key and value with line and column.

Uses libyaml's events, which is 0.4 of a full `CSafeLoader` parse and shows what a loader hides: repeated keys, anchors,
tags. Knows neither catalogue nor answers.
"""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from insek_cli.errors import Problem
from insek_cli.files.faults import reason
from insek_cli.files.special_files import SPECIAL, is_special
from insek_cli.files.words import shown

LARGEST_FILE = 5_000_000
DEEPEST = 64

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(Protocol):
    """A place in a text, counted from 0."""

    @property
    def line(self) -> int:
        """Return the line."""

    @property
    def column(self) -> int:
        """Return the column."""


class _Events(Protocol):
    def get_event(self) -> Any: ...  # noqa: ANN401 - the library has no types

    def dispose(self) -> None: ...


class Map(dict[str, object]):
    """A mapping that knows where it and its parts stand: key -> (mark of the key, mark of the value)."""

    __slots__ = ("mark", "places")
    mark: Mark
    places: dict[str, tuple[Mark, Mark]]


class List(list[object]):
    """A list that knows where it and its items stand."""

    __slots__ = ("mark", "places")
    mark: Mark
    places: list[Mark]


Node = Map | List | str


@dataclass(slots=True)
class YamlText:
    """A YAML file as read: the root (None where nothing could be read), what is wrong, what is incomplete.

    left_out: somewhere a key has nothing after it; its place is kept, its value is not there.
    """

    name: str
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    cut: bool = False
    left_out: bool = False
    unfinished: list[Map | List] = field(default_factory=list)

    def complain(self, mark: Mark | None, text: str) -> None:
        """Add a problem at a place."""
        self.problems.append(Problem(f"{self.name}:{_where(mark)}" if mark else self.name, text))

    def place(self, path: tuple[str | int, ...], *, at_key: bool = False) -> str:
        """Return `file:line:column` of the value at a path, or of the last part of it that exists."""
        mark: Mark | None = self.root.mark if isinstance(self.root, Map | List) else None
        node: object = self.root
        for step in path:
            if isinstance(node, Map) and step in node.places:
                key, value = node.places[str(step)]
                mark, node = (key if at_key else value), node.get(str(step))
            elif isinstance(node, List) and isinstance(step, int) and step < len(node):
                mark, node = node.places[step], node[step]
        return f"{self.name}:{_where(mark)}" if mark else f"{self.name}:1:1"

    def node(self, path: tuple[str | int, ...]) -> object:
        """Return what stands at a path, or at the last part of it that exists."""
        node: object = self.root
        for step in path:
            if isinstance(node, Map):
                node = node.get(str(step), node)
            elif isinstance(node, List) and isinstance(step, int) and step < len(node):
                node = node[step]
        return node

    def is_unfinished(self, path: tuple[str | int, ...]) -> bool:
        """Tell whether the part at a path was cut off by broken syntax."""
        node = self.node(path)
        return any(node is part for part in self.unfinished)


def read_file(path: Path, name: str) -> YamlText:
    """Read a YAML file; every fault is in `problems`, faults of the file itself included."""
    try:
        with path.open("rb") as file:
            # Asking for the whole limit would make a buffer of that size for every small file.
            status = os.fstat(file.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else LARGEST_FILE
            data = file.read(min(size, LARGEST_FILE) + 1)
            changed = has_changed(status, path)
    except OSError as error:
        return YamlText(name, problems=[Problem(name, unreadable(error))], cut=True)
    if changed:
        text = "Die Datei wurde geändert, während sie gelesen wurde. Bitte noch einmal aufrufen."
        return YamlText(name, problems=[Problem(name, text)], cut=True)
    if len(data) > LARGEST_FILE:
        text = "Die Datei ist größer als 5 MB. Antworten und Katalog sind Textdateien von wenigen hundert Kilobyte."
        return YamlText(name, problems=[Problem(name, text)], cut=True)
    try:
        return read_text(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), name)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        text = (
            "Die Datei ist nicht in UTF-8 gespeichert. Bitte im Editor „UTF-8“ als Kodierung wählen und neu speichern."
        )
        return YamlText(name, problems=[Problem(f"{name}:{line}:{column}", text)], cut=True)


def read_file_within(path: Path, name: str) -> YamlText:
    """Read a YAML file that was found in a folder, not given by name: a pipe there is a fault and is not opened."""
    if is_special(path):
        return YamlText(name, problems=[Problem(name, SPECIAL)], cut=True)
    return read_file(path, name)


def has_changed(before: os.stat_result, path: Path) -> bool:
    """Tell whether what lies at a path is no longer the file that was opened, or was written to since."""
    if not stat.S_ISREG(before.st_mode):
        return False
    now = path.stat()
    return (before.st_ino, before.st_size, before.st_mtime_ns) != (now.st_ino, now.st_size, now.st_mtime_ns)


def read_text(text: str, name: str) -> YamlText:
    """Read YAML text."""
    try:
        return _parsed(text, YamlText(name))
    except yaml.reader.ReaderError:
        result = YamlText(name)
        for found in _FORBIDDEN.finditer(text):
            result.complain(_mark_at(text, found.start()), "Hier steht ein unsichtbares Steuerzeichen. Bitte löschen.")
        return _parsed(_FORBIDDEN.sub("\ufffd", text), result)


def events_of(text: str) -> Iterator[Any]:
    """Yield the library's events of a text."""
    loader = _Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


def _parsed(text: str, result: YamlText) -> YamlText:
    """Return the result with what the text holds; raises ReaderError for characters that YAML forbids."""
    loader = _Loader(text)
    reader = _Reader(result)
    try:
        # Without these signs a text has no anchor and no tag; looking for them at every event would cost a tenth.
        reader.run(loader, may_have_marks="&" in text or "!" in text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        sign = text[mark.index : mark.index + 1] if mark is not None else ""
        reader.stop(mark, _syntax_sentence("tab" if sign == "\t" else error.problem or ""))
    except _Stopped as stopped:
        reader.stop(stopped.mark, stopped.text)
    finally:
        loader.dispose()
    return result


def unreadable(error: OSError) -> str:
    """Return the sentence for a file that cannot be opened."""
    match error:
        case FileNotFoundError():
            return "Diese Datei gibt es nicht."
        case IsADirectoryError():
            return "Das ist ein Ordner, keine Datei."
        case PermissionError():
            return "Diese Datei darf das Programm nicht lesen."
        case _:
            return f"Diese Datei lässt sich nicht lesen ({reason(error)})."


class _Stopped(Exception):  # noqa: N818 - the file ends here for us, nothing is wrong with the program
    def __init__(self, mark: Mark, text: str) -> None:
        self.mark, self.text = mark, text


class _Reader:
    """Turns events into Map, List and str; one use per text."""

    def __init__(self, result: YamlText) -> None:
        self.result = result
        self.stack: list[Map | List] = []

    def run(self, loader: _Events, *, may_have_marks: bool) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop, unrolled: most of a batch run is spent here
        get_event, stack = loader.get_event, self.stack
        node: Any = None
        places: Any = {}
        key: Any = None
        mapping = False
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if may_have_marks and (event.anchor or event.tag):
                    self._refuse_marks(event)
                if not mapping:
                    self._add_item(node, event)
                elif key is None:
                    key, key_mark = value, event.start_mark
                else:
                    if key in places:
                        self._repeated(key, key_mark, places)
                    else:
                        places[key] = key_mark, event.start_mark
                        if value or not event.implicit[0]:
                            node[key] = value
                        else:
                            self.result.left_out = True
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if may_have_marks and (event.anchor or event.tag):
                    self._refuse_marks(event)
                if mapping and key is None:
                    raise _Stopped(event.start_mark, _NO_KEY)
                new: Any = Map() if kind is MappingStartEvent else List()
                new.mark = event.start_mark
                new.places = {} if kind is MappingStartEvent else []
                if not mapping:
                    self._attach(node, new)
                elif key in places:
                    self._repeated(key, key_mark, places)
                else:
                    places[key] = key_mark, new.mark
                    node[key] = new
                stack.append(new)
                if len(stack) > DEEPEST:
                    raise _Stopped(event.start_mark, f"Die Datei ist tiefer als {DEEPEST} Stufen verschachtelt.")
                node, places, mapping, key = new, new.places, kind is MappingStartEvent, None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop()
                if not stack:
                    continue
                node = stack[-1]
                places, mapping, key = node.places, type(node) is Map, None
            elif kind is AliasEvent:
                self.result.complain(
                    event.start_mark, "Verweise (*name) sind nicht erlaubt; bitte den Wert ausschreiben."
                )
                if mapping and key is None:
                    raise _Stopped(event.start_mark, _NO_KEY)
                key = None
            elif kind is DocumentStartEvent:
                if self.result.root is not None:
                    raise _Stopped(
                        event.start_mark, "In einer Datei darf nur ein Dokument stehen (kein zweites „---“)."
                    )
            elif kind is StreamEndEvent:
                return

    def stop(self, mark: Mark | None, text: str) -> None:
        self.result.complain(mark, text)
        self.result.cut = True
        root = self.result.root
        # With nothing open the root itself ended too soon, as after a first line indented by mistake.
        self.result.unfinished = list(self.stack) or ([root] if isinstance(root, Map | List) else [])

    def _attach(self, node: Map | List | None, new: Map | List) -> None:
        if node is None:
            self.result.root = new
        elif isinstance(node, List):
            node.append(new)
            node.places.append(new.mark)

    def _add_item(self, node: Map | List | None, event: Any) -> None:  # noqa: ANN401 - the library has no types
        if isinstance(node, List):
            if event.value or not event.implicit[0]:
                node.append(event.value)
                node.places.append(event.start_mark)
            else:
                self.result.complain(event.start_mark, "Dieser Listenpunkt ist leer.")
        elif event.value:
            self.result.root = event.value

    def _repeated(self, key: str, mark: Mark | None, places: dict[str, tuple[Mark, Mark]]) -> None:
        first = _where(places[key][0])
        self.result.complain(mark, f"{shown(key)} steht hier zum zweiten Mal (zuerst in {first.split(':')[0]}. Zeile).")

    def _refuse_marks(self, event: Any) -> None:  # noqa: ANN401 - the library has no types
        self.result.complain(
            event.start_mark, "Anker (&name) und Typangaben (!typ) sind nicht erlaubt; bitte weglassen."
        )


_NO_KEY = "Vor einem Doppelpunkt muss ein einfaches Wort stehen."


def _where(mark: Mark | None) -> str:
    return f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    column: int


def _mark_at(text: str, position: int) -> Mark:
    before = text[:position]
    return _Place(before.count("\n"), position - before.rfind("\n") - 1)


_SYNTAX = (
    ("tab", "Hier steht ein Tabulator. YAML erlaubt zum Einrücken nur Leerzeichen."),
    ("did not find expected ',' or", "Hier ist eine Klammer [ oder { offen, oder es fehlt ein Komma."),
    (
        "mapping values are not allowed",
        "Hier ist ein Doppelpunkt zu viel. Texte mit „: “ gehören in Anführungszeichen.",
    ),
    ("could not find expected ':'", "Hier fehlt ein Doppelpunkt nach dem Schlüsselwort."),
    (
        "did not find expected key",
        "Hier stimmt die Einrückung nicht, oder ein Anführungszeichen ist zu viel oder zu wenig.",
    ),
    (
        "block sequence entries are not allowed",
        "Hier steht ein Bindestrich, wo keine Liste sein kann. Bitte die Einrückung prüfen.",
    ),
    ("unexpected end of stream", "Die Datei bricht mitten in einem Text ab; das schließende Anführungszeichen fehlt."),
    (
        "cannot start any token",
        "Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen.",
    ),
    ("document start", "Hier beginnt etwas Neues, wo die Datei schon zu Ende war. Bitte die Einrückung prüfen."),
)


def _syntax_sentence(problem: str) -> str:
    for words, sentence in _SYNTAX:
        if words in problem:
            return sentence
    return "Hier ist die YAML-Schreibweise gestört. Bitte Einrückung, Klammern und Anführungszeichen prüfen."
