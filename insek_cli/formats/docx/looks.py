"""How paragraphs of a style look, as far as it decides how much room they take: read from the styles of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element as PlainElement

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

STANDARD_LINE, STANDARD_TYPE = 240, 20
_PROPERTIES, _RUN, _SPACING, _EDGES, _SIZE, _KEEP, _BOLD = (
    qn(f"w:{tag}") for tag in ("pPr", "rPr", "spacing", "ind", "sz", "keepNext", "b")
)
_VALUE, _BEFORE, _AFTER, _LINE, _LEFT, _RIGHT = (
    qn(f"w:{name}") for name in ("val", "before", "after", "line", "left", "right")
)


# The library's elements, or those of the standard library, which are quicker where there are many.
Element = BaseOxmlElement | PlainElement
AnyElement = TypeVar("AnyElement", bound=Element)


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
    bold: bool = False


def looks_of(styles: Element) -> dict[str, Look]:
    """Return the look of every paragraph style of a file."""
    found = {style.get(qn("w:styleId"), ""): style for style in styles.iter(qn("w:style"))}
    standard = with_properties(Look(), _defaults(styles, "pPr"), _defaults(styles, "rPr"))
    return {ident: _look(found, ident, standard) for ident in found}


def _defaults(styles: Element, tag: str) -> Element | None:
    defaults = _child(_child(styles, qn("w:docDefaults")), qn(f"w:{tag}Default"))
    return _child(defaults, qn(f"w:{tag}"))


def _look(found: dict[str, Element], ident: str, standard: Look) -> Look:
    look = standard
    for style in reversed(list(line_of_descent(found, ident))):
        look = with_properties(look, style.find(_PROPERTIES), style.find(_RUN))
    return look


def line_of_descent(found: Mapping[str, AnyElement], ident: str) -> Iterator[AnyElement]:
    """Yield a style and those it is based on, the nearest first; a circle ends where it began."""
    seen: set[str] = set()
    while ident in found and ident not in seen:
        seen.add(ident)
        yield found[ident]
        base = found[ident].find(qn("w:basedOn"))
        ident = "" if base is None else base.get(qn("w:val"), "")


def with_properties(look: Look, paragraph: Element | None, run: Element | None) -> Look:
    """Return a look changed by the properties of a paragraph and its type; what they leave out stays."""
    spacing, edges, size = _child(paragraph, _SPACING), _child(paragraph, _EDGES), _child(run, _SIZE)
    return Look(
        _number(size, _VALUE, look.type),
        _number(spacing, _BEFORE, look.before),
        _number(spacing, _AFTER, look.after),
        _number(spacing, _LINE, look.line),
        _number(edges, _LEFT, look.left),
        _number(edges, _RIGHT, look.right),
        look.keeps_next or _child(paragraph, _KEEP) is not None,
        look.bold or _child(run, _BOLD) is not None,
    )


def _child(element: Element | None, tag: str) -> Element | None:
    return None if element is None else element.find(tag)


def _number(element: Element | None, name: str, standard: int) -> int:
    text = "" if element is None else element.get(name, "")
    return int(text) if text.removeprefix("-").isdecimal() else standard
