"""Sentences of the catalogue with words in braces: what is known is put in, the rest stays a visible gap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from insek_cli.core.papers import FIELD
from insek_cli.documents.blocks import Run, Runs, Style, gap, plain, text_of

# What a field holds: words as they were typed, or a sentence that is filled already and may have gaps of its own.
Words = str | Runs

_PARTS = re.compile(rf"\[hier: ([^\[\]]*)\]|{FIELD.pattern}")

_NO_LABELS: Mapping[str, str] = MappingProxyType({})


def filled(pattern: str, known: Mapping[str, Words], labels: Mapping[str, str] = _NO_LABELS) -> Runs:
    """Return a sentence with the known words put in; each unknown one is a gap, and so is a written „[hier: …]“.

    A written gap may hold fields; what is known of them stands in it. labels: what a gap says, where that is more than
    the word itself.
    """
    runs: list[Run] = []
    end = 0
    for found in _PARTS.finditer(pattern):
        runs += plain(pattern[end : found.start()])
        runs += _field(found[2], known, labels) if found[1] is None else gap(_told(found[1], known, labels))
        end = found.end()
    runs += plain(pattern[end:])
    return tuple(_joined(runs))


def _field(word: str, known: Mapping[str, Words], labels: Mapping[str, str]) -> Runs:
    words = known.get(word)
    if not words:
        return gap(labels.get(word, word))
    return plain(words) if isinstance(words, str) else words


def _told(text: str, known: Mapping[str, Words], labels: Mapping[str, str]) -> str:
    """Return what a written gap says: a field in it that nobody knows is named, for a gap holds no other."""
    return FIELD.sub(lambda field: _word(known.get(field[1])) or labels.get(field[1], field[1]), text)


def _word(words: Words | None) -> str:
    return words if isinstance(words, str) else text_of(words or ())


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs that have text; neighbours of plain text become one, so that no format sees a lone blank."""
    for style, group in groupby((run for run in runs if run.text), key=lambda run: run.style):
        if style is Style.PLAIN:
            yield Run("".join(run.text for run in group))
        else:
            yield from group
