"""Blanks at which no line may end: between § and number, number and unit, the letters of an abbreviation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from insek_cli.documents.blocks import Block, Document, Heading, Lines, Paragraph, Points, Runs, Table

_WORDS = ("Abs", "Art", "Nr", "S", "Satz", "Seite", "Seiten", "Kapitel", "Anlage", "Punkt", "Tabelle", "Abbildung")
_BEFORE = "|".join(rf"(?<=\b{word}{point} )" for word in _WORDS for point in ("", r"\."))
_UNITS = (
    "%|€|Euro|Prozent|Einwohner|Seiten?|Arbeitstage?|Tage?|Wochen?|Monate?|Jahre?|Stunden?|Minuten?|Punkte?"
    "|km²?|m²?|ha|Hektar"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# Begins with the blank itself: to look for one sign is ten times as quick as to try every word at every place.
_BOUND = re.compile(
    rf" (?:(?=\d)(?:(?<=§ )|{_BEFORE})"
    rf"|(?<=\d )(?=(?:{_UNITS})[ns]?(?![\w²]))"
    rf"|(?<=\d\. )(?=(?:{_MONTHS})\b)"
    r"|(?<=\b[zudi]\. )(?=[A-Za-z]\.))"
)
_TIED = "\u00a0"


def bound(document: Document) -> Document:
    """Return a document with such blanks made fast; not where nobody said what in it people typed."""
    if document.typed is None:
        return document
    kept = sorted(text for text in document.typed if " " in text and _BOUND.search(text))
    return replace(document, blocks=tuple(_bound_block(block, kept) for block in document.blocks))


def _bound_block(block: Block, kept: Sequence[str]) -> Block:
    match block:
        case Heading():
            return replace(block, text=bound_text(block.text, kept))
        case Paragraph():
            return replace(block, runs=_bound_runs(block.runs, kept))
        case Points():
            return replace(block, items=tuple(_bound_runs(item, kept) for item in block.items))
        case Table():
            rows = tuple(tuple(_bound_runs(cell, kept) for cell in row) for row in block.rows)
            caption = block.caption and bound_text(block.caption, kept)
            return replace(block, rows=rows, caption=caption)
        case Lines():
            return replace(
                block, lines=tuple(replace(line, value=_bound_runs(line.value, kept)) for line in block.lines)
            )
        case _:
            return block


def _bound_runs(runs: Runs, kept: Sequence[str]) -> Runs:
    return tuple(replace(run, text=bound_text(run.text, kept)) for run in runs)


def bound_text(text: str, kept: Sequence[str]) -> str:
    """Return a text with its blanks made fast; what is kept stays as it is wherever it stands in the text."""
    places = [found.start() for found in _BOUND.finditer(text)]
    if not places:
        return text
    own = [span for words in kept for span in _spans(words, text)]
    free = [place for place in places if not any(start <= place < end for start, end in own)]
    signs = list(text)
    for place in free:
        signs[place] = _TIED
    return "".join(signs)


def _spans(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where words stand in a text."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)
