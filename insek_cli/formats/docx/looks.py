"""How paragraphs of a style look, as far as it decides how much room they take: read from the styles of a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

STANDARD_LINE, STANDARD_TYPE = 240, 20
_PROPERTIES, _RUN = qn("w:pPr"), qn("w:rPr")


@dataclass(frozen=True, slots=True)
class Look:
    """Type in half points, spaces and edges in twentieths of a point, a line in parts of 240, and what it keeps to."""

    type: int = STANDARD_TYPE
    before: int = 0
    after: int = 0
    line: int = STANDARD_LINE
    left: int = 0
    right: int = 0
    keeps_next: bool = False


def looks_of(styles: BaseOxmlElement) -> dict[str, Look]:
    """Return the look of every paragraph style of a file."""
    found = {style.get(qn("w:styleId"), ""): style for style in styles.iter(qn("w:style"))}
    standard = with_properties(Look(), _defaults(styles, "pPr"), _defaults(styles, "rPr"))
    return {ident: _look(found, ident, standard) for ident in found}


def _defaults(styles: BaseOxmlElement, tag: str) -> BaseOxmlElement | None:
    return _child(_child(_child(styles, "docDefaults"), f"{tag}Default"), tag)


def _look(found: dict[str, BaseOxmlElement], ident: str, standard: Look) -> Look:
    look = standard
    for style in reversed(list(_line_of_descent(found, ident))):
        look = with_properties(look, style.find(_PROPERTIES), style.find(_RUN))
    return look


def _line_of_descent(found: dict[str, BaseOxmlElement], ident: str) -> Iterator[BaseOxmlElement]:
    seen: set[str] = set()
    while ident in found and ident not in seen:
        seen.add(ident)
        yield found[ident]
        base = found[ident].find(qn("w:basedOn"))
        ident = "" if base is None else base.get(qn("w:val"), "")


def with_properties(look: Look, paragraph: BaseOxmlElement | None, run: BaseOxmlElement | None) -> Look:
    """Return a look changed by the properties of a paragraph and its type; what they leave out stays."""
    spacing, edges, size = _child(paragraph, "spacing"), _child(paragraph, "ind"), _child(run, "sz")
    return Look(
        _number(size, "val", look.type),
        _number(spacing, "before", look.before),
        _number(spacing, "after", look.after),
        _number(spacing, "line", look.line),
        _number(edges, "left", look.left),
        _number(edges, "right", look.right),
        look.keeps_next or _child(paragraph, "keepNext") is not None,
    )


def _child(element: BaseOxmlElement | None, tag: str) -> BaseOxmlElement | None:
    return None if element is None else element.find(qn(f"w:{tag}"))


def _number(element: BaseOxmlElement | None, name: str, standard: int) -> int:
    text = "" if element is None else element.get(qn(f"w:{name}"), "")
    return int(text) if text.removeprefix("-").isdecimal() else standard
