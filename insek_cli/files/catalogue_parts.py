"""The files of a catalogue as read: every entry with its place, whatever else is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from insek_cli.core import entries as e
from insek_cli.core import occasions as o
from insek_cli.core.outline import Chapter
from insek_cli.core.papers import Paper
from insek_cli.errors import Problem
from insek_cli.files.shapes import PLAIN_VALUE, Shape, Steps
from insek_cli.files.words import shown, unknown_sentence
from insek_cli.files.yaml_reader import List, Map, YamlText, read_file_within

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One entry of a file: its id as written, its value where it could be made, where it stands, its section."""

    id: str | None
    value: T | None
    file: YamlText
    steps: Steps
    group: str | None = None

    def place(self, *steps: str | int) -> str:
        """Return `file:line:column` of a part of the entry."""
        return self.file.place(self.steps + steps)


@dataclass(slots=True)
class Parts:
    """All entries by kind; `uncertain` kinds are those a broken file may hide entries of."""

    files: list[YamlText] = field(default_factory=list)
    uncertain: set[str] = field(default_factory=set)
    head: Entry[e.Head] | None = None
    profile: Entry[e.Profile] | None = None
    levels: list[Entry[e.Level]] = field(default_factory=list)
    sections: list[Entry[e.Section]] = field(default_factory=list)
    section_files: list[Entry[str]] = field(default_factory=list)
    criteria: list[Entry[e.Criterion]] = field(default_factory=list)
    questions: list[Entry[e.Question]] = field(default_factory=list)
    plans: list[Entry[e.PlanType]] = field(default_factory=list)
    drivers: list[Entry[e.Driver]] = field(default_factory=list)
    levers: list[Entry[e.Lever]] = field(default_factory=list)
    cases: list[Entry[e.Case]] = field(default_factory=list)
    programmes: list[Entry[e.Programme]] = field(default_factory=list)
    chapters: list[Entry[Chapter]] = field(default_factory=list)
    support: list[Entry[e.Support]] = field(default_factory=list)
    sources: list[Entry[e.Source]] = field(default_factory=list)
    checks: list[Entry[e.Check]] = field(default_factory=list)
    statistics: list[Entry[e.Statistic]] = field(default_factory=list)
    landkreise: list[Entry[e.Landkreis]] = field(default_factory=list)
    partnership: Entry[o.Partnership] | None = None
    forms: list[Entry[o.LegalForm]] = field(default_factory=list)
    occasions: list[Entry[o.Occasion]] = field(default_factory=list)
    papers: list[Entry[Paper]] = field(default_factory=list)


def read_parts(folder: Path, name: str) -> Parts:
    """Read every file of a catalogue folder."""
    return _read(folder, name, Parts(), partial=False)


def read_overlay(folder: Path, name: str) -> Parts:
    """Read the files of an overlay: each may be missing, and so may each list in it."""
    return _read(folder, name, Parts(), partial=True)


def _read(folder: Path, name: str, parts: Parts, *, partial: bool) -> Parts:
    _read_head(folder, name, parts, partial=partial)
    _read_sections(folder, name, parts)
    for title, kind, entries in _lists(parts):
        if not ((partial or title in OPTIONAL) and not (folder / file_of(title)).exists()):
            _read_list(folder, name, parts, title, kind, entries)
    if not partial or (folder / "costs.yaml").exists():
        _read_costs(folder, name, parts, partial=partial)
    if (folder / "cooperation.yaml").exists():
        _read_cooperation(folder, name, parts, partial=partial)
    return parts


def file_of(title: str) -> str:
    """Return the name of the file that holds a list."""
    return f"{FILES.get(title, title)}.yaml"


OPTIONAL = frozenset({"checks", "statistics", "landkreise", "papers"})


def _lists(parts: Parts) -> Iterator[tuple[str, type, list]]:  # type: ignore[type-arg]  # one row per kind
    yield "questions", e.Question, parts.questions
    yield "plans", e.PlanType, parts.plans
    yield "programmes", e.Programme, parts.programmes
    yield "chapters", Chapter, parts.chapters
    yield "support", e.Support, parts.support
    yield "sources", e.Source, parts.sources
    yield "checks", e.Check, parts.checks
    yield "statistics", e.Statistic, parts.statistics
    yield "landkreise", e.Landkreis, parts.landkreise
    yield "papers", Paper, parts.papers


FILES = {"chapters": "outline"}


def _open(folder: Path, name: str, file_name: str, parts: Parts, kinds: set[str]) -> Map | None:
    """Return the mapping a file consists of; its kinds are uncertain where the file is broken."""
    file = read_file_within(folder / file_name, f"{name}/{file_name}")
    parts.files.append(file)
    if file.cut:
        parts.uncertain |= kinds
    if isinstance(file.root, Map):
        return file.root
    parts.uncertain |= kinds
    if not file.problems:
        file.problems.append(Problem(f"{file.name}:1:1", f"Hier gehört „{min(kinds)}:“ mit Einträgen hin."))
    return None


def _read_head(folder: Path, name: str, parts: Parts, *, partial: bool) -> None:
    root = _open(folder, name, "catalogue.yaml", parts, {"levels", "sections"})
    if root is None:
        return
    file = parts.files[-1]
    # The head of an overlay is read when it is put upon that of the catalogue it extends.
    parts.head = Entry(_id(root), None if partial else Shape(e.Head).read(root, file), file, ())
    parts.levels += _entries(root, "levels", file, None)
    parts.sections += _entries(root, "sections", file, None)


def _read_sections(folder: Path, name: str, parts: Parts) -> None:
    shape = Shape(e.Criterion)
    within = folder / "criteria"
    paths = sorted(path.name for path in within.glob("*.yaml") if not path.name.startswith("."))
    for path in paths:
        root = _open(folder, name, f"criteria/{path}", parts, {"criteria"})
        file = parts.files[-1]
        if root is None:
            parts.uncertain.add("section_files")
            continue
        _check_keys(root, file, ("section", "criteria"))
        section = root.get("section")
        if isinstance(section, str):
            parts.section_files.append(Entry(section, section, file, ("section",)))
        else:
            parts.uncertain.add("section_files")
            if section is not None:
                file.problems.append(Problem(file.place(("section",)), PLAIN_VALUE))
        parts.criteria += _entries(root, "criteria", file, shape, section if isinstance(section, str) else None)


def _read_list(folder: Path, name: str, parts: Parts, title: str, kind: type[T], entries: list[Entry[T]]) -> None:  # noqa: PLR0913, PLR0917 - one row of the table above
    root = _open(folder, name, file_of(title), parts, {title})
    if root is not None:
        _check_keys(root, parts.files[-1], (title,))
        entries += _entries(root, title, parts.files[-1], Shape(kind))


def _read_costs(folder: Path, name: str, parts: Parts, *, partial: bool) -> None:
    root = _open(folder, name, "costs.yaml", parts, {"drivers", "levers", "cases"})
    if root is None:
        return
    file = parts.files[-1]
    _check_keys(root, file, _COSTS, missing=() if partial else _COSTS)
    parts.drivers += _entries(root, "drivers", file, Shape(e.Driver))
    parts.levers += _entries(root, "levers", file, Shape(e.Lever))
    parts.cases += _entries(root, "cases", file, Shape(e.Case))
    if "profile" in root:
        parts.profile = Entry(None, Shape(e.Profile).read(root["profile"], file, ("profile",)), file, ("profile",))


_COSTS = ("drivers", "levers", "profile", "cases")


def _read_cooperation(folder: Path, name: str, parts: Parts, *, partial: bool) -> None:
    root = _open(folder, name, "cooperation.yaml", parts, {"forms", "occasions"})
    if root is None:
        return
    file = parts.files[-1]
    _check_keys(root, file, _COOPERATION, missing=() if partial else _COOPERATION)
    parts.forms += _entries(root, "forms", file, Shape(o.LegalForm))
    parts.occasions += _entries(root, "occasions", file, Shape(o.Occasion))
    if "partnership" in root:
        within = ("partnership",)
        parts.partnership = Entry(None, Shape(o.Partnership).read(root["partnership"], file, within), file, within)


_COOPERATION = ("partnership", "forms", "occasions")


def _check_keys(root: Map, file: YamlText, keys: tuple[str, ...], *, missing: tuple[str, ...] | None = None) -> None:
    """Complain of keys that are not known, and of those that must be there (all unless said otherwise)."""
    for key in root.places:
        if key not in keys:
            text = unknown_sentence(key, list(keys), "Das Schlüsselwort")
            file.problems.append(Problem(file.place((key,), at_key=True), text))
    for key in keys if missing is None else missing:
        if key not in root and not file.is_unfinished(()):
            file.problems.append(Problem(file.place(()), f"Hier fehlt „{key}“."))


def _entries(root: Map, title: str, file: YamlText, shape: Shape[T] | None, group: str | None = None) -> list[Entry[T]]:
    raw = root.get(title)
    if not isinstance(raw, List):
        # Without a shape the list is part of a whole that was complained about already.
        if raw is not None and shape is not None:
            text = f"Hier gehört eine Liste hin, nicht {shown(raw)}."
            file.problems.append(Problem(file.place((title,)), text))
        return []
    return [
        Entry(_id(item), shape.read(item, file, (title, place)) if shape else None, file, (title, place), group)
        for place, item in enumerate(raw)
    ]


def _id(raw: object) -> str | None:
    found = raw.get("id") if isinstance(raw, Mapping) else None
    return found if isinstance(found, str) else None
