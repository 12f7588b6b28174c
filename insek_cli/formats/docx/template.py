"""A municipality's own Word file as the frame of ours: its styles found under their names, what it lacks added.

Its page, header, footer, logo, theme and styles stay; its text goes.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import FooterPart, HeaderPart

from insek_cli.formats.docx.blank import new_word
from insek_cli.formats.docx.looks import Look, looks_of
from insek_cli.formats.docx.numbers import NO_LEVEL, OWN_LEVELS, Level
from insek_cli.formats.docx.page import A4, MARGIN, Page
from insek_cli.formats.docx.styles import HEADINGS
from insek_cli.formats.docx.template_file import opened
from insek_cli.formats.docx.template_look import (
    TemplateLook,
    dress,
    fit_contents,
    fit_title,
    look_of,
    number_room,
    shade,
)
from insek_cli.formats.docx.template_numbers import hang, in_order, levels_of, numbering_part, part_from_text
from insek_cli.formats.docx.xml import NAMESPACES

# What word processors call these styles: Word's own name in every language, and German ones as written by others.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "Normal": ("normal", "standard"),
    "Heading1": ("heading 1", "überschrift 1"),
    "Heading2": ("heading 2", "überschrift 2"),
    "Heading3": ("heading 3", "überschrift 3"),
    "Title": ("title", "titel"),
    "Subtitle": ("subtitle", "untertitel"),
    "Caption": ("caption", "beschriftung"),
    "Header": ("header", "kopfzeile"),
    "Footer": ("footer", "fußzeile"),
    "Strong": ("strong", "fett", "stark betont"),
    "TOC1": ("toc 1", "verzeichnis 1"),
    "TOC2": ("toc 2", "verzeichnis 2"),
    "TableofFigures": ("table of figures", "abbildungsverzeichnis"),
    "DefaultParagraphFont": ("default paragraph font", "absatz-standardschriftart"),
}
_ALWAYS = ("Normal", "DefaultParagraphFont")
_STYLE_MARKS = tuple(qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "basedOn", "next"))
_HEADINGS = ("Heading1", "Heading2", "Heading3")
_BEFORE_NUMBER = tuple(qn(f"w:{tag}") for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore"))


@dataclass(frozen=True, slots=True)
class Frame:
    """An opened template: how our styles and numberings are called in it, and what was done."""

    word: WordDocument
    styles: Mapping[str, str]
    added: tuple[str, ...]
    offset: int
    numbers: Mapping[str, int]
    page: Page
    look: TemplateLook
    looks: Mapping[str, Look]


def open_template(data: bytes, place: str) -> Frame:
    """Return a template made ready for our text; raises UnusableInputError with what would be right."""
    word = opened(data, place)
    page = _page(word)
    _empty(word)
    in_order(numbering_part(word).element)
    ours = new_word(page.room(landscape=False))
    styles, added, look = _placed_styles(word, ours)
    offset = _add_numberings(word, ours, frozenset(added))
    _renumber(_added_elements(word, styles, added), offset)
    headings = [styles[ident] for ident in _HEADINGS]
    levels = levels_of(word, headings)
    _fit(word, styles, added, page.room(landscape=False), offset)
    looks = looks_of(word.styles.element)
    page = replace(page, levels=tuple(level or NO_LEVEL for level in levels) if levels[0] else OWN_LEVELS)
    page = replace(page, table_type=looks[styles["Tabellentext"]].type)
    return Frame(word, styles, tuple(added), offset, _numbers_beside(levels, headings, offset), page, look, looks)


def _fit(word: WordDocument, styles: Mapping[str, str], added: Sequence[str], room: int, offset: int) -> None:
    """Have numbers of chapters and lists of contents fit the type and width of the template."""
    headings = [styles[ident] for ident in _HEADINGS]
    hanging = number_room(word, headings)
    part_from_text(word, headings, hanging)
    for abstract in numbering_part(word).element.findall(qn("w:abstractNum")):
        if abstract.get(qn("w:abstractNumId")) == str(HEADINGS + offset):
            for level in abstract.findall(qn("w:lvl")):
                hang(level, hanging)
    fit_contents(word, [styles[ident] for ident in _CONTENTS if ident not in added], room)


_CONTENTS = ("TOC1", "TOC2", "TableofFigures")


def said_of(frame: Frame) -> tuple[str, ...]:
    """Return in words what was found in the template and what was added."""
    used = [_style_name(frame.word, ident) for own, ident in frame.styles.items() if own not in frame.added]
    told = [
        f"Aus der Vorlage: {', '.join(('Seite', 'Schriften', *_edges(frame.page)))}; Formatvorlagen {', '.join(used)}."
    ]
    if frame.added:
        added = ", ".join(_style_name(frame.word, frame.styles[own]) for own in frame.added if own not in _ALWAYS)
        told.append(f"Ergänzte Formatvorlagen: {added}.")
    told.append("Seitenzahlen der Verzeichnisse: in Word mit Strg+A und F9 einsetzen, sie hängen an Ihrer Schrift.")
    return (*told, "Der Text der Vorlage selbst wurde nicht übernommen.")


def _edges(page: Page) -> Iterator[str]:
    if "headerReference" in page.references:
        yield "Kopfzeile"
    if "footerReference" in page.references:
        yield "Fußzeile"


def adopt(frame: Frame, elements: Iterable[BaseOxmlElement]) -> None:
    """Give our elements the names that styles and numberings have in the template."""
    for element in elements:
        _rename(element, frame.styles)
        _renumber((element,), frame.offset)
        shade(element, frame.look)
        for paragraph in element.iter(qn("w:p")):
            _number_heading(frame, paragraph)
            if _style_of(paragraph) == frame.styles["Title"]:
                fit_title(paragraph, frame.looks[frame.styles["Title"]].type, frame.page.room(landscape=False))


# What belongs to the file as a whole; pictures, charts and links of the text go with it.
_KEPT = frozenset(
    (
        *("styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme", "header"),
        *("footer", "footnotes", "endnotes", "customXml", "glossaryDocument"),
    )
)


def _empty(word: WordDocument) -> None:
    """Take the template's own text out, and what only this text needs."""
    body = word.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    body.get_or_add_sectPr()
    for ident, relation in list(word.part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] not in _KEPT:
            del word.part.rels[ident]


def _page(word: WordDocument) -> Page:
    """Return the page of the template, with the header and footer that hold in its last section."""
    sections = list(word.element.body.iter(qn("w:sectPr")))
    last = sections[-1] if sections else parse_xml(f"<w:sectPr {NAMESPACES}/>")
    size = _numbers(last.find(qn("w:pgSz")), dict(zip(("w", "h"), A4, strict=True)))
    margins = _numbers(last.find(qn("w:pgMar")), _MARGINS)
    attributes = " ".join(f'w:{name}="{value}"' for name, value in margins.items())
    title = any(found.find(qn("w:titlePg")) is not None for found in sections)
    return Page(
        references="".join(_references(word, sections)),
        size=(min(size.values()), max(size.values())),
        margins=f"<w:pgMar {attributes}/>",
        sides=margins["left"] + margins["right"] + margins["gutter"],
        opening="<w:titlePg/>" if title else "",
    )


_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN) | {
    "header": MARGIN // 2,
    "footer": MARGIN // 2,
    "gutter": 0,
}


def _numbers(element: BaseOxmlElement | None, standard: Mapping[str, int]) -> dict[str, int]:
    """Return whole numbers of an element; what is left out or no number stays as we have it."""
    if element is None:
        return dict(standard)
    found = {name: element.get(qn(f"w:{name}"), "") for name in standard}
    return {name: int(text) if re.fullmatch(r"-?\d{1,6}", text) else standard[name] for name, text in found.items()}


def _references(word: WordDocument, sections: Sequence[BaseOxmlElement]) -> Iterator[str]:
    """Yield the references that hold at the end: a section without one goes on with the one before.

    A reference to what is no header or footer, as in a damaged file, is left out.
    """
    held: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in ("headerReference", "footerReference"):
            for found in section.findall(qn(f"w:{kind}")):
                held[kind, found.get(qn("w:type"), "default")] = found.get(qn("r:id"), "")
    for (kind, which), ident in sorted(held.items(), key=lambda entry: entry[0][0] == "footerReference"):
        if isinstance(word.part.related_parts.get(ident), HeaderPart | FooterPart):
            yield f'<w:{kind} w:type="{which}" r:id="{ident}"/>'


def _placed_styles(word: WordDocument, ours: WordDocument) -> tuple[dict[str, str], list[str], TemplateLook]:
    """Return how each of our styles is called in the template, which ones had to be added, and the look they took."""
    root, own = word.styles.element, {_id(style): style for style in _styles(ours) if _is_needed(style)}
    found = {ident: _id(match) for ident, style in own.items() if (match := _match(word, style)) is not None}
    missing = [ident for ident in own if ident not in found]
    taken = {_id(style) for style in _styles(word)}
    names = found | {ident: ident if ident not in taken else f"Insek{ident}" for ident in missing}
    look = look_of(word, found.get("Normal", ""), found.get("Heading1", ""))
    for ident in missing:
        root.append(_copied(own[ident], names))
        dress(root[-1], ident, look)
    return names, missing, look


def _is_needed(style: BaseOxmlElement) -> bool:
    """Whether our text uses a style; the others are defaults that every file has."""
    return _id(style) in _NAMES or style.get(qn("w:customStyle")) == "1"


def _copied(style: BaseOxmlElement, names: Mapping[str, str]) -> BaseOxmlElement:
    copied = copy.deepcopy(style)
    copied.set(qn("w:styleId"), names[_id(style)])
    _rename(copied, names)
    return copied


def _match(word: WordDocument, style: BaseOxmlElement) -> BaseOxmlElement | None:
    """Return the template's style for one of ours: by its names, else the default one, else by its id."""
    kind, ident = style.get(qn("w:type")), _id(style)
    same = [found for found in _styles(word) if found.get(qn("w:type")) == kind]
    names = _NAMES.get(ident, (_name(style).casefold(),))
    by_name = [found for found in same if _name(found).casefold() in names]
    standard = [found for found in same if ident in _ALWAYS and found.get(qn("w:default")) in {"1", "true"}]
    by_id = [found for found in same if _id(found) == ident]
    return next(iter((*standard, *by_name, *by_id)), None)


def _styles(word: WordDocument) -> list[BaseOxmlElement]:
    return list(word.styles.element.findall(qn("w:style")))


def _id(style: BaseOxmlElement) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _name(style: BaseOxmlElement) -> str:
    found = style.find(qn("w:name"))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _style_name(word: WordDocument, ident: str) -> str:
    """Return the name of a style as Word shows it in German."""
    name = next(_name(style) for style in _styles(word) if _id(style) == ident)
    german = next((names[1] for names in _NAMES.values() if name.casefold() == names[0]), name)
    return german[:1].upper() + german[1:]


def _rename(element: BaseOxmlElement, names: Mapping[str, str]) -> None:
    for found in element.iter(*_STYLE_MARKS):
        ident = found.get(qn("w:val"), "")
        found.set(qn("w:val"), names.get(ident, ident))


def _added_elements(word: WordDocument, names: Mapping[str, str], added: Iterable[str]) -> list[BaseOxmlElement]:
    idents = {names[ident] for ident in added}
    return [style for style in _styles(word) if _id(style) in idents]


def _renumber(elements: Iterable[BaseOxmlElement], offset: int) -> None:
    for element in elements:
        for found in element.iter(qn("w:numId")):
            number = int(found.get(qn("w:val"), "0"))
            found.set(qn("w:val"), str(number + offset if number else 0))


def _add_numberings(word: WordDocument, ours: WordDocument, added: frozenset[str]) -> int:
    """Put our numberings behind those of the template; return by how much their numbers rose."""
    root = numbering_part(word).element
    offset = max(_numbering_ids(root), default=0)
    first = root.find(qn("w:num"))
    for found in ours.part.numbering_part.element:
        placed = _moved(found, offset, added)
        if placed.tag == qn("w:abstractNum") and first is not None:
            first.addprevious(placed)
        else:
            root.append(placed)
    return offset


def _numbering_ids(root: BaseOxmlElement) -> Iterator[int]:
    for tag, mark in (("abstractNum", "abstractNumId"), ("num", "numId")):
        texts = (found.get(qn(f"w:{mark}"), "") for found in root.findall(qn(f"w:{tag}")))
        yield from (int(text) for text in texts if re.fullmatch(r"[0-9]{1,9}", text))


def _moved(found: BaseOxmlElement, offset: int, added: frozenset[str]) -> BaseOxmlElement:
    placed = copy.deepcopy(found)
    for mark in (qn("w:abstractNumId"), qn("w:numId")):
        if placed.get(mark) is not None:
            placed.set(mark, str(int(placed.get(mark, "0")) + offset))
    for reference in placed.findall(qn("w:abstractNumId")):
        reference.set(qn("w:val"), str(int(reference.get(qn("w:val"), "0")) + offset))
    for level in placed.findall(qn("w:lvl")):
        for link in level.findall(qn("w:pStyle")):
            if link.get(qn("w:val")) not in added:
                level.remove(link)
    return placed


def _numbers_beside(levels: Sequence[Level | None], styles: Sequence[str], offset: int) -> dict[str, int]:
    """Return the numberings our headings get beside their style.

    Where the template does not number its chapters, we do, on all levels; else what it leaves without number stays so.
    """
    if levels[0] is None:
        return dict.fromkeys(styles, HEADINGS + offset)
    return {style: 0 for level, style in zip(levels, styles, strict=True) if level is None}


def _number_heading(frame: Frame, paragraph: BaseOxmlElement) -> None:
    """Give a heading the number it has beside its style."""
    properties, ident = paragraph.find(qn("w:pPr")), _style_of(paragraph)
    if properties is None or ident not in frame.numbers:
        return
    level = [frame.styles[own] for own in _HEADINGS].index(ident)
    before = [child for child in properties if child.tag in _BEFORE_NUMBER][-1]
    number = f'<w:ilvl w:val="{level}"/><w:numId w:val="{frame.numbers[ident]}"/>'
    before.addnext(parse_xml(f"<w:numPr {NAMESPACES}>{number}</w:numPr>"))


def _style_of(paragraph: BaseOxmlElement) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val"), ""))
