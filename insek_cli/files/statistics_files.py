"""The sidecar of an answer file: the statistics of a municipality as JSON, one figure a line.

JSON is read as the YAML it is, so that a fault has its line and column like everywhere.
"""

import dataclasses
import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path, PurePath

from insek_cli.core.answers import Answers
from insek_cli.core.statistics import FORMAT, NO_STATISTICS, DataTable, Figure, Statistics
from insek_cli.core.values import dataclass
from insek_cli.core.written import Ags, Text
from insek_cli.errors import Problem, UnusableInputError, unusable
from insek_cli.files.schema import key_of
from insek_cli.files.shapes import Shape
from insek_cli.files.words import shown
from insek_cli.files.yaml_reader import Map, read_file_within

SUFFIX = ".statistics.json"


class LostStatisticsError(UnusableInputError):
    """The statistics named in an answer file are not there, or are another municipality's: a new import mends it."""


@dataclass(frozen=True, slots=True)
class StatisticsFile:
    """A sidecar as written."""

    format: Text
    ags: Ags
    tables: tuple[DataTable, ...] = ()


def sidecar_of(file: Path, answers: Answers) -> Path:
    """Return where the statistics of an answer file are, or would be: always beside it."""
    name = answers.statistics or f"{file.stem}{SUFFIX}"
    if PurePath(name).name != name or "\\" in name:
        text = f"„statistics“ nennt eine Datei im selben Ordner, ohne Pfad; hier steht {shown(name)}."
        raise unusable(str(file), text)
    return file.with_name(name)


def load_statistics(file: Path, answers: Answers) -> Statistics:
    """Return the statistics named in an answer file, none if it names none; raises UnusableInputError."""
    if answers.statistics is None:
        return NO_STATISTICS
    path = sidecar_of(file, answers)
    if not path.exists():
        text = f"Die Datei mit den Statistiken fehlt: {path.name}. Bitte neu einlesen: insek statistics import"
        raise LostStatisticsError((Problem(str(file), text),))
    return _read(path, answers.municipality.ags)


def _read(path: Path, ags: str | None) -> Statistics:
    file = read_file_within(path, str(path))
    if not isinstance(file.root, Map) or file.root.get("format") != FORMAT:
        problem = Problem(f"{path}:1:1", f"Das ist keine Datei mit Statistiken ({FORMAT}).")
        raise UnusableInputError([*file.problems, problem])
    found = Shape(StatisticsFile).read(file.root, file)
    if file.problems or found is None:
        raise UnusableInputError(file.problems)
    if ags is not None and found.ags != ags:
        text = (
            f"Diese Statistiken gehören zur Gemeinde {found.ags}, die Antworten zur Gemeinde {ags}. "
            "Bitte die Zahlen dieser Gemeinde einlesen: insek statistics import"
        )
        raise LostStatisticsError((Problem(file.place(("ags",)), text),))
    return Statistics(found.ags, found.tables)


def statistics_text(statistics: Statistics) -> str:
    """Return the content of a sidecar."""
    tables = ",\n".join(_table(table) for table in statistics.tables)
    return f'{{\n"format": "{FORMAT}",\n"ags": "{statistics.ags}",\n"tables": [\n{tables}\n]\n}}\n'


def _table(table: DataTable) -> str:
    fields = dict(_fields(table))
    del fields["figures"]
    head = ",\n".join(f" {_json(key)}: {_json(value)}" for key, value in fields.items())
    figures = ",\n".join(f"  {_json(dict(_fields(figure)))}" for figure in table.figures)
    return f'{{\n{head},\n "figures": [\n{figures}\n ]\n}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _fields(value: DataTable | Figure) -> Iterator[tuple[str, object]]:
    """Yield what a table or figure says, as texts."""
    for field in dataclasses.fields(value):
        found = getattr(value, field.name)
        if found is None or found == ():
            continue
        if field.name == "attributes":
            yield "attributes", [{"title": part.title, **({"code": part.code} if part.code else {})} for part in found]
        else:
            yield key_of(field.name), str(found.value) if isinstance(found, Enum) else str(found)
