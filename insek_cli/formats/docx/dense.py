"""Tighter lines, and smaller type where that is not enough, for a Word file that has to stay short."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

# Per cent of the usual size; no type becomes smaller than 7.5 points.
TYPE, SPACE, LINES = 86, 38, 240
SMALLEST = 15
TABLE_TYPE = 15


def tighten(word: WordDocument) -> None:
    """Make type, spaces and lines of every style smaller."""
    close_up(word)
    styles = word.styles.element
    for tag in ("sz", "szCs"):
        for size in styles.iter(qn(f"w:{tag}")):
            size.set(qn("w:val"), str(max(min(SMALLEST, _value(size, "val")), _value(size, "val") * TYPE // 100)))


def close_up(word: WordDocument) -> None:
    """Make spaces and lines of every style smaller, but no type."""
    for spacing in word.styles.element.iter(qn("w:spacing")):
        for name in ("before", "after"):
            if spacing.get(qn(f"w:{name}")) is not None:
                spacing.set(qn(f"w:{name}"), str(_value(spacing, name) * SPACE // 100))
        if spacing.get(qn("w:line")) is not None:
            spacing.set(qn("w:line"), str(LINES))


def _value(element: object, name: str) -> int:
    return int(element.get(qn(f"w:{name}")))  # type: ignore[attr-defined]
