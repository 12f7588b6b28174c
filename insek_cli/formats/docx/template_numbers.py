"""How a template numbers its chapters."""

import contextlib
from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from insek_cli.formats.docx.numbers import Level
from insek_cli.formats.docx.xml import NAMESPACES


def levels_of(word: WordDocument, headings: Sequence[str]) -> tuple[Level | None, ...]:
    """Return how each of the heading styles is numbered, None for one without number."""
    return tuple(_level_of(word, ident, place) for place, ident in enumerate(headings))


def numbering_part(word: WordDocument) -> NumberingPart:
    """Return the part of the numberings; a template without lists has none, or something else in its place."""
    with contextlib.suppress(KeyError):
        found = word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        if isinstance(found, NumberingPart):
            return found
    for ident, relation in list(word.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            del word.part.rels[ident]
    element = parse_xml(f"<w:numbering {NAMESPACES}/>")
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part


def _level_of(word: WordDocument, ident: str, place: int) -> Level | None:
    """Return the level a style, or one it is based on, stands on in a numbering that shows a sign."""
    number = next(_numberings(word, ident), "0")
    root = numbering_part(word).element
    kinds = {_value(found, "abstractNumId") for found in root.findall(qn("w:num")) if _own(found, "numId") == number}
    for abstract in root.findall(qn("w:abstractNum")):
        if _own(abstract, "abstractNumId") in kinds:
            for level in abstract.findall(qn("w:lvl")):
                if _own(level, "ilvl") == str(place) and _value(level, "lvlText"):
                    return Level(_value(level, "lvlText"), _value(level, "numFmt") or "decimal")
    return None


def _numberings(word: WordDocument, ident: str) -> Iterator[str]:
    """Yield the numberings of a style and of those it is based on."""
    styles = {_own(style, "styleId"): style for style in word.styles.element.findall(qn("w:style"))}
    seen: set[str] = set()
    while ident in styles and ident not in seen:
        seen.add(ident)
        number = styles[ident].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            yield _own(number, "val")
        ident = _value(styles[ident], "basedOn")


def _own(element: BaseOxmlElement, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))


def _value(element: BaseOxmlElement, tag: str) -> str:
    found = element.find(qn(f"w:{tag}"))
    return "" if found is None else _own(found, "val")
