"""Sentences of the catalogue with words in braces: what is known is put in, the rest stays a visible gap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from insek_cli.documents.blocks import Run, Runs, Style, gap, plain

_BRACES = re.compile(r"\{([^{}]*)\}|\[hier: ([^\[\]]*)\]")

_NO_LABELS: Mapping[str, str] = MappingProxyType({})


def filled(pattern: str, known: Mapping[str, str], labels: Mapping[str, str] = _NO_LABELS) -> Runs:
    """Return a sentence with the known words put in; each unknown one is a gap, and so is a written „[hier: …]“.

    labels: what a gap says, where that is more than the word itself.
    """
    runs: list[Run] = []
    end = 0
    for found in _BRACES.finditer(pattern):
        runs += plain(pattern[end : found.start()])
        word = found[1] or found[2] or ""
        runs += plain(known[word]) if found[1] and known.get(word) else gap(labels.get(word, word))
        end = found.end()
    runs += plain(pattern[end:])
    return tuple(_joined(runs))


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs that have text; neighbours of plain text become one, so that no format sees a lone blank."""
    for style, group in groupby((run for run in runs if run.text), key=lambda run: run.style):
        if style is Style.PLAIN:
            yield Run("".join(run.text for run in group))
        else:
            yield from group
