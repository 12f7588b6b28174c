"""Sentences of the catalogue with words in braces: what is known is put in, the rest stays a visible gap."""

import re
from collections.abc import Mapping

from insek_cli.documents.blocks import Run, Runs, gap, plain

_BRACES = re.compile(r"\{([^{}]*)\}|\[hier: ([^\[\]]*)\]")


def filled(pattern: str, known: Mapping[str, str]) -> Runs:
    """Return a sentence with the known words put in; each unknown one is a gap, and so is a written „[hier: …]“."""
    runs: list[Run] = []
    end = 0
    for found in _BRACES.finditer(pattern):
        runs += plain(pattern[end : found.start()])
        word = found[1] or found[2] or ""
        runs += plain(known[word]) if found[1] and known.get(word) else gap(word)
        end = found.end()
    runs += plain(pattern[end:])
    return tuple(run for run in runs if run.text)
