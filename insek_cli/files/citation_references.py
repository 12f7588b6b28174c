"""What the sentences on plans must hold beyond their shape: words with a label, known plan types, reasons to say."""

from collections.abc import Iterator

from insek_cli.core.entries import Head
from insek_cli.core.papers import COMMON_FIELDS
from insek_cli.core.vocabulary import CitationPart
from insek_cli.errors import Problem
from insek_cli.files.catalogue_ids import dangling
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.paper_references import brace_problems


def citation_problems(parts: Parts) -> list[Problem]:
    """Return every fault of the sentences on plans and of the lines with their sources."""
    if parts.head is None or parts.head.value is None:
        return []
    return [*_words(parts.head, parts.head.value), *_types(parts, parts.head, parts.head.value)]


def _words(entry: Entry[Head], head: Head) -> Iterator[Problem]:
    """Yield words without a label: nobody could fill the gap that shows a bare word."""
    allowed = [*sorted(COMMON_FIELDS), *(label.word for label in head.gap_labels)]
    for key, line in (("source-line", head.source_line), ("data-line", head.data_line)):
        yield from brace_problems(line or "", allowed, entry.place(key))
    for place, citation in enumerate(head.citations):
        yield from brace_problems(citation.text, allowed, entry.place("citations", place, "text"))


def _types(parts: Parts, entry: Entry[Head], head: Head) -> Iterator[Problem]:
    for place, citation in enumerate(head.citations):
        for number, word in enumerate(citation.types):
            yield from dangling(parts, "plans", word, entry.place("citations", place, "types", number))
        if citation.part is not CitationPart.OPENING and not citation.reasons:
            text = "Eine Ergänzung oder Aufgabe sagt einen Grund: Hier fehlt „reasons“."
            yield Problem(entry.place("citations", place), text)
