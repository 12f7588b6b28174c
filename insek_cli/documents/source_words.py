"""A source in words."""

from insek_cli.core.entries import Source
from insek_cli.documents import wording as w


def source_line(source: Source) -> str:
    """Return a source as one line, with the mark of its proof."""
    note = w.PROOF_NOTE[source.proof]
    parts = [source.title, source.issuer, source.date, *([source.address] if source.address else [])]
    return ", ".join(parts) + (f" ({note})" if note else "")
