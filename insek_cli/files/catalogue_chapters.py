"""What the outline must hold: its references, gaps of lines that are shared, numbers that rules of the head ask for."""

from collections.abc import Iterator, Sequence

from insek_cli.core.entries import OWN_TIME_FIELDS
from insek_cli.core.outline import KIND_FIELD, Chapter, GapLine, called_texts
from insek_cli.core.vocabulary import QuestionId
from insek_cli.errors import Problem
from insek_cli.files.catalogue_conditions import NUMBERS, question_of
from insek_cli.files.catalogue_ids import dangling
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.paper_references import brace_problems
from insek_cli.files.words import shown, unknown_sentence


def chapter_problems(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong between chapters, and between them and other entries."""
    for chapter in parts.chapters:
        if chapter.value is not None:
            yield from _references(parts, chapter, chapter.value)
            yield from _line_references(parts, chapter, "lines", chapter.value.lines)
            yield from _line_references(parts, chapter, "profile", chapter.value.profile)
            yield from _gaps(parts, chapter, chapter.value)
            for steps, text in called_texts(chapter.value):
                yield from brace_problems(text, [KIND_FIELD], chapter.place(*steps))
    yield from _numbers_of_the_head(parts)


def _references(parts: Parts, entry: Entry[Chapter], chapter: Chapter) -> Iterator[Problem]:
    for place, fact in enumerate(chapter.facts):
        yield from dangling(parts, "questions", fact, entry.place("facts", place))
    if chapter.parent is not None:
        yield from dangling(parts, "chapters", chapter.parent, entry.place("parent"))
    for place, field in enumerate(chapter.fields):
        for number, word in enumerate(field.chapters):
            yield from dangling(parts, "chapters", word, entry.place("fields", place, "chapters", number))


def _line_references(parts: Parts, entry: Entry[Chapter], key: str, lines: Sequence[GapLine]) -> Iterator[Problem]:
    for place, line in enumerate(lines):
        for number, word in enumerate(line.plans):
            yield from dangling(parts, "plans", word, entry.place(key, place, "plans", number))


def _gaps(parts: Parts, entry: Entry[Chapter], chapter: Chapter) -> Iterator[Problem]:
    """Yield gaps for lines that the chapter above does not have; one that is broken or misspelt may have them."""
    shared = {
        found.id: found.value.lines for found in parts.chapters if found.id is not None and found.value is not None
    }
    if chapter.parent is not None and chapter.parent not in shared:
        return
    labels = [line.label for line in shared.get(chapter.parent or "", ())]
    for place, gap in enumerate(chapter.gaps):
        if gap.line not in labels:
            yield Problem(entry.place("gaps", place, "line"), unknown_sentence(gap.line, labels, "Die Zeile"))


def _numbers_of_the_head(parts: Parts) -> Iterator[Problem]:
    head = parts.head
    if head is None or head.value is None:
        return
    for key, rule in (("page-budget", head.value.page_budget), ("own-time", head.value.own_time)):
        if rule is not None:
            yield from _number(parts, rule.fact, head.place(key, "fact"))
    if head.value.own_time is not None:
        yield from brace_problems(head.value.own_time.text, OWN_TIME_FIELDS, head.place("own-time", "text"))


def _number(parts: Parts, fact: QuestionId, place: str) -> Iterator[Problem]:
    yield from dangling(parts, "questions", fact, place)
    question = question_of(parts, fact)
    if question is not None and question.kind not in NUMBERS:
        yield Problem(place, f"Die Frage {shown(fact)} hat keine Zahl als Antwort.")
