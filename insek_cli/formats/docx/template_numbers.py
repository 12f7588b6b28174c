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

from insek_cli.formats.docx.looks import line_of_descent
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


def in_order(root: BaseOxmlElement) -> None:
    """Put the parts of every level into the order of the schema; LibreOffice writes the style before the kind."""
    for level in root.iter(qn("w:lvl")):
        level[:] = sorted(level, key=lambda part: _PARTS.index(part.tag) if part.tag in _PARTS else len(_PARTS))


_PARTS = tuple(
    qn(f"w:{tag}")
    for tag in (
        *("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy"),
        *("lvlJc", "pPr", "rPr"),
    )
)


def part_from_text(word: WordDocument, headings: Sequence[str], hanging: int) -> None:
    """Put a distance between number and heading where a template has none at all.

    LibreOffice writes „nothing“ for headings it did not number before. A distance that is part of the sign stays.
    """
    for place, ident in enumerate(headings):
        level = _level_element(word, ident, place)
        follower = None if level is None else level.find(qn("w:suff"))
        if (
            level is None
            or follower is None
            or _own(follower, "val") != "nothing"
            or _value(level, "lvlText")[-1:].isspace()
        ):
            continue
        if _is_set_in(level) or any(_is_set_in(style) for style in _descent(word, ident)):
            follower.set(qn("w:val"), "space")
        else:
            follower.set(qn("w:val"), "tab")
            hang(level, hanging)


def hang(level: BaseOxmlElement, hanging: int) -> None:
    """Have a level's number stand left of its text, which begins so far from the edge."""
    for old in level.findall(qn("w:pPr")):
        level.remove(old)
    tabs = f'<w:tabs><w:tab w:val="num" w:pos="{hanging}"/></w:tabs>'
    level.append(parse_xml(f'<w:pPr {NAMESPACES}>{tabs}<w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr>'))


def _is_set_in(element: BaseOxmlElement) -> bool:
    """Whether a style or level says where its lines begin."""
    edges = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    return edges is not None and any(value != "0" for value in edges.attrib.values())


def _level_of(word: WordDocument, ident: str, place: int) -> Level | None:
    """Return how a style, or one it is based on, is numbered, if its numbering shows a sign."""
    level = _level_element(word, ident, place)
    return None if level is None else Level(_value(level, "lvlText"), _value(level, "numFmt") or "decimal")


def _level_element(word: WordDocument, ident: str, place: int) -> BaseOxmlElement | None:
    """Return the level a style, or one it is based on, stands on in a numbering that shows a sign."""
    number = next(_numberings(word, ident), "0")
    root = numbering_part(word).element
    kinds = {_value(found, "abstractNumId") for found in root.findall(qn("w:num")) if _own(found, "numId") == number}
    for abstract in root.findall(qn("w:abstractNum")):
        if _own(abstract, "abstractNumId") in kinds:
            levels: list[BaseOxmlElement] = abstract.findall(qn("w:lvl"))
            shown = (level for level in levels if _own(level, "ilvl") == str(place) and _value(level, "lvlText"))
            return next(shown, None)
    return None


def _numberings(word: WordDocument, ident: str) -> Iterator[str]:
    """Yield the numberings of a style and of those it is based on."""
    for style in _descent(word, ident):
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            yield _own(number, "val")


def _descent(word: WordDocument, ident: str) -> Iterator[BaseOxmlElement]:
    styles = {_own(style, "styleId"): style for style in word.styles.element.findall(qn("w:style"))}
    return line_of_descent(styles, ident)


def _own(element: BaseOxmlElement, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))


def _value(element: BaseOxmlElement, tag: str) -> str:
    found = element.find(qn(f"w:{tag}"))
    return "" if found is None else _own(found, "val")
