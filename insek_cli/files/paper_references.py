"""What papers.yaml must hold beyond the shape of its entries: fields, inserts, tables. One rule a function."""

from collections.abc import Callable, Iterable, Iterator

from insek_cli.core.conditions import INHABITANTS
from insek_cli.core.entries import PlanType, Request
from insek_cli.core.papers import (
    ALLOWED_FINDINGS,
    ALLOWED_INSERTS,
    BEGUN,
    COMMON_FIELDS,
    EVIDENCE,
    OWN_FIELDS,
    RESOLUTION,
    WORK_FIELDS,
    Form,
    Insert,
    Paper,
    Steps,
    Work,
    conditions_in,
    fields_of,
    findings_in,
    has_stray_brace,
    texts_in,
)
from insek_cli.errors import Problem
from insek_cli.files.catalogue_conditions import condition_problems
from insek_cli.files.catalogue_ids import dangling
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.words import unknown_sentence

Rule = Callable[[Parts, Entry[Paper], Paper], Iterable[Problem]]


def paper_problems(parts: Parts) -> list[Problem]:
    """Return every fault of the papers, and of what plan types have for their letters."""
    problems = list(_requests(parts))
    for entry in parts.papers:
        if entry.value is not None:
            problems += [problem for rule in _RULES for problem in rule(parts, entry, entry.value)]
    return problems


def _requests(parts: Parts) -> Iterator[Problem]:
    for entry in parts.plans:
        if entry.value is not None and entry.value.request is not None:
            yield from _request(entry, entry.value.request)


def _request(entry: Entry[PlanType], request: Request) -> Iterator[Problem]:
    for steps, text in _fixed_words(request):
        yield from brace_problems(text, [], entry.place("request", *steps))
    for steps, text in _patterns(request):
        yield from brace_problems(text, sorted(COMMON_FIELDS), entry.place("request", *steps))
    if request.in_letter is not None and request.basis is None:
        text = "„in-letter“ ist die Grundlage, wie der Brief sie sagt; dazu gehört „basis“."
        yield Problem(entry.place("request", "in-letter"), text)


def _fixed_words(request: Request) -> Iterator[tuple[Steps, str]]:
    """Yield the texts of a request that lists tell too, where nobody fills a field."""
    yield from _given(("title", request.title), ("basis", request.basis))


def _patterns(request: Request) -> Iterator[tuple[Steps, str]]:
    """Yield the texts of a request that a letter fills."""
    for place, line in enumerate(request.address):
        yield ("address", place), line
    yield from _given(("in-letter", request.in_letter), ("how", request.how))


def _given(*texts: tuple[str, str | None]) -> Iterator[tuple[Steps, str]]:
    return (((key,), text) for key, text in texts if text is not None)


def _fields(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    if not parts.uncertain.isdisjoint({"questions", "criteria", "plans"}):
        return
    questions = [question.id for question in parts.questions if question.id is not None and question.id != INHABITANTS]
    evidence = [f"{word}{criterion.id}" for word in (EVIDENCE, BEGUN) for criterion in parts.criteria]
    resolutions = [f"{RESOLUTION}{plan.id}" for plan in parts.plans]
    allowed = [*sorted(COMMON_FIELDS), *sorted(OWN_FIELDS[paper.id]), *questions, *evidence, *resolutions]
    for steps, text in texts_in(paper):
        within = [*allowed, *sorted(WORK_FIELDS)] if steps[0] == "blocks" else allowed
        yield from brace_problems(text, within, entry.place(*steps))


def brace_problems(text: str, allowed: list[str], place: str) -> Iterator[Problem]:
    """Yield unknown fields of a text, and braces that belong to none."""
    for field in fields_of(text):
        if field not in allowed:
            yield Problem(place, unknown_sentence(field, allowed, "Das Feld"))
    if has_stray_brace(text):
        yield Problem(place, "Eine geschweifte Klammer ist hier allein. Felder sehen so aus: {Gemeinde}.")


def _inserts(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:  # noqa: ARG001 - the rules share a signature
    allowed = ALLOWED_INSERTS[paper.id]
    for number, section in enumerate(paper.sections):
        if section.insert is not None and section.insert not in allowed:
            text = unknown_sentence(section.insert.value, sorted(insert.value for insert in allowed), "Den Einschub")
            yield Problem(entry.place("sections", number, "insert"), text)


def _findings(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:  # noqa: ARG001 - the rules share a signature
    allowed = ALLOWED_FINDINGS[paper.id]
    for steps, finding in findings_in(paper):
        if finding not in allowed:
            text = unknown_sentence(finding.value, sorted(found.value for found in allowed), "Den Befund")
            yield Problem(entry.place(*steps), text)


def _tables(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:  # noqa: ARG001 - the rules share a signature
    for number, section in enumerate(paper.sections):
        table = section.table
        if table is None:
            continue
        if not table.columns or len(table.widths) != len(table.columns):
            text = "Zu jeder Spalte gehört eine Breite, und eine Spalte muss es geben."
            yield Problem(entry.place("sections", number, "table", "widths"), text)
        for place, row in enumerate(table.rows):
            if len(row.cells) != len(table.columns):
                text = f"Diese Zeile hat {len(row.cells)} Zellen, die Tabelle aber {len(table.columns)} Spalten."
                yield Problem(entry.place("sections", number, "table", "rows", place, "cells"), text)


def _conditions(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    for steps, condition in conditions_in(paper):
        yield from condition_problems(parts, entry, steps, condition, wide=True)


def _sources(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    for number, section in enumerate(paper.sections):
        for place, passage in enumerate(section.passages):
            steps = ("sections", number, "passages", place)
            for source_place, source in enumerate(passage.sources):
                yield from dangling(parts, "sources", source, entry.place(*steps, "sources", source_place))
            if (passage.proof is None) != (not passage.sources):
                yield Problem(entry.place(*steps), "„proof“ und „sources“ gehören zusammen: beide oder keins.")


def _wishes(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:  # noqa: ARG001 - the rules share a signature
    for number, section in enumerate(paper.sections):
        for place, passage in enumerate(section.passages):
            if passage.take and (section.insert is not Insert.WANTED_PLANS or passage.form is not Form.POINT):
                text = "„take“ gibt es nur bei Punkten (form: point) im Abschnitt mit „wanted-plans“."
                yield Problem(entry.place("sections", number, "passages", place, "take"), text)


def _blocks(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    for number, block in enumerate(paper.blocks):
        if not block.work:
            yield Problem(entry.place("blocks", number, "work"), "Ein Baustein braucht mindestens eine Leistung.")
        for place, work in enumerate(block.work):
            yield from _work(parts, entry, ("blocks", number, "work", place), work)


def _work(parts: Parts, entry: Entry[Paper], steps: Steps, work: Work) -> Iterator[Problem]:
    for place, criterion in enumerate(work.criteria):
        yield from dangling(parts, "criteria", criterion, entry.place(*steps, "criteria", place))
    for place, chapter in enumerate(work.chapters):
        yield from dangling(parts, "chapters", chapter, entry.place(*steps, "chapters", place))
    if not work.criteria and not work.chapters:
        yield Problem(entry.place(*steps), "Eine Leistung braucht „criteria“ oder „chapters“.")
    if "Kapitel" in fields_of(work.text) and not work.chapters:
        yield Problem(entry.place(*steps, "text"), "Das Feld „Kapitel“ braucht „chapters“ bei derselben Leistung.")


def _own_tasks(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    sold = {criterion for block in paper.blocks for criterion in block.criteria}
    for place, criterion in enumerate(paper.own_tasks):
        yield from dangling(parts, "criteria", criterion, entry.place("own-tasks", place))
        if criterion in sold:
            text = f"„{criterion}“ steht in einem Baustein und kann nicht zugleich Sache der Gemeinde sein."
            yield Problem(entry.place("own-tasks", place), text)


def _settled(parts: Parts, entry: Entry[Paper], paper: Paper) -> Iterator[Problem]:
    for place, criterion in enumerate(paper.settles.criteria if paper.settles is not None else ()):
        yield from dangling(parts, "criteria", criterion, entry.place("settles", "criteria", place))


_RULES: tuple[Rule, ...] = (
    _fields,
    _inserts,
    _findings,
    _tables,
    _conditions,
    _sources,
    _wishes,
    _blocks,
    _own_tasks,
    _settled,
)
