"""The look of a template, and how the styles we add to it are made to fit: its accent, its sizes, its fonts, its width."""

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.text.parfmt import ParagraphFormat

from insek_cli.formats.docx.looks import line_of_descent, looks_of
from insek_cli.formats.docx.measure import BOLD, WIDEST_SUBSTITUTE, longest_word, text_width
from insek_cli.formats.docx.styles import ACCENT, GUIDANCE, HEAD_FILL, TABLE_TYPE, TEXT
from insek_cli.formats.docx.xml import NAMESPACES

# Where headings have no colour of their own, ours get none either.
NEUTRAL = "404040"
# What text on white needs to be read (WCAG 2.2, 1.4.3).
CONTRAST = 4.5
# Tables hold up to ten columns; larger type would break their words, whatever the size of the text.
LARGEST_TABLE_TYPE, SMALLEST = 18, 14
LINES = 1.0
# Bold type of the widest substitute for an unknown font is wider still; in hundredths.
WIDEST_BOLD = 110
# Room for „6.10“ in twentieths of a point per half point of type.
NUMBER_PER_TYPE = 30
# What our own headings have, and the least distance of a wider number to its text.
NUMBER_ROOM, NUMBER_GAP = 709, 160
_TITLES = frozenset(("Title", "Subtitle", "Heading1", "Heading2", "Heading3"))
_FROM_THE_LEFT = frozenset(("Hinweis", "Tabellentext", "TOC1", "TOC2", "TableofFigures", "Bild"))


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """What added styles take from a template: its accent colour, its size of type in half points, its font of titles."""

    accent: str
    size: int
    fonts: BaseOxmlElement | None

    @property
    def fill(self) -> str:
        """Return the shade of heads of tables: a breath of the accent."""
        return _mixed(self.accent, 0xFF, 14)


def look_of(word: WordDocument, normal: str, heading: str) -> TemplateLook:
    """Return the look of a template by its style of text and its first heading; either may be missing there."""
    color = _inherited(word, heading, "color")
    value = "" if color is None else color.get(qn("w:val"), "")
    accent = _readable(value) if re.fullmatch("[0-9A-Fa-f]{6}", value) else NEUTRAL
    text = looks_of(word.styles.element).get(normal)
    return TemplateLook(accent, TEXT if text is None else text.type, _inherited(word, heading, "rFonts"))


def dress(style: BaseOxmlElement, ident: str, look: TemplateLook) -> None:
    """Give one of our styles the colours, sizes and fonts of a template; gaps keep their marker's yellow."""
    for tag, mark in (("color", "val"), ("left", "color"), ("bottom", "color")):
        for found in style.iter(qn(f"w:{tag}")):
            if found.get(qn(f"w:{mark}")) in {ACCENT, GUIDANCE}:
                found.set(qn(f"w:{mark}"), look.accent)
    for tag in ("sz", "szCs"):
        for size in style.findall(f"{qn('w:rPr')}/{qn(f'w:{tag}')}"):
            size.set(qn("w:val"), str(_size(int(size.get(qn("w:val"), "0")), look)))
    run = style.find(qn("w:rPr"))
    if ident in _TITLES and look.fonts is not None and run is not None:
        run.insert(0, copy.deepcopy(look.fonts))
    if ident in _FROM_THE_LEFT:
        _from_the_left(ParagraphFormat(style))


def shade(element: BaseOxmlElement, look: TemplateLook) -> None:
    """Give heads of tables the shade of a template."""
    for found in element.iter(qn("w:shd")):
        if found.get(qn("w:fill")) == HEAD_FILL:
            found.set(qn("w:fill"), look.fill)


def fit_contents(word: WordDocument, idents: Iterable[str], room: int) -> None:
    """Have the page numbers in lists of contents of a template end at the edge of its text.

    LibreOffice writes a stop at 17 cm whatever the page; and without a stop behind the number its tab would jump there.
    """
    looks, styles = looks_of(word.styles.element), _styles(word)
    for ident in idents:
        look, held = looks[ident], stops_of(word, ident)
        kept = {place for place, kind in held.items() if kind == "left" and 0 < place < room}
        stops = ParagraphFormat(styles[ident]).tab_stops
        stops.clear_all()
        for place in set(held) - kept - {room}:
            stops.add_tab_stop(Twips(place), WD_TAB_ALIGNMENT.CLEAR)
        for place in kept or (look.left + look.type * NUMBER_PER_TYPE,):
            stops.add_tab_stop(Twips(place))
        stops.add_tab_stop(Twips(room), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def stops_of(word: WordDocument, ident: str) -> dict[int, str]:
    """Return the tab stops of a style and those it inherits: place and kind."""
    held: dict[int, str] = {}
    for style in reversed(list(line_of_descent(_styles(word), ident))):
        for stop in style.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
            held[_whole(stop.get(qn("w:pos"), ""))] = stop.get(qn("w:val"), "")
    return {place: kind for place, kind in held.items() if kind != "clear"}


def number_room(word: WordDocument, headings: Sequence[str]) -> int:
    """Return how far from the edge headings begin so that their numbers have room, whatever the size of their type."""
    looks = looks_of(word.styles.element)
    types = (looks[ident].type for ident in headings)
    needed = (
        text_width(number, size) * BOLD * WIDEST_SUBSTITUTE // 10_000
        for number, size in zip(_NUMBERS, types, strict=True)
    )
    return max(NUMBER_ROOM, *(width + NUMBER_GAP for width in needed))


_NUMBERS = ("12", "6.12", "")


def fit_title(paragraph: BaseOxmlElement, half_points: int, room: int) -> None:
    """Make the type of a title smaller where its longest word would be broken."""
    text = "".join(found.text or "" for found in paragraph.iter(qn("w:t")))
    width = longest_word(text, half_points) * BOLD * WIDEST_SUBSTITUTE * WIDEST_BOLD // 1_000_000 if text else 0
    if width <= room:
        return
    size = f'<w:sz w:val="{half_points * room // width}"/><w:szCs w:val="{half_points * room // width}"/>'
    for run in paragraph.iter(qn("w:r")):
        run.insert(0, parse_xml(f"<w:rPr {NAMESPACES}>{size}</w:rPr>"))


def _size(size: int, look: TemplateLook) -> int:
    """Return a size of ours in the ratio of the template's text to ours; an end of a section has no height anywhere."""
    if size < SMALLEST:
        return size
    scaled = max(SMALLEST, size * look.size // TEXT)
    return min(scaled, LARGEST_TABLE_TYPE) if size == TABLE_TYPE else scaled


def _from_the_left(look: ParagraphFormat) -> None:
    """Take back what a text may inherit that cells and lists cannot bear: first lines set in, full lines, wide lines."""
    look.alignment = look.alignment or WD_ALIGN_PARAGRAPH.LEFT
    look.first_line_indent = look.first_line_indent or Twips(0)
    look.line_spacing = LINES


def _styles(word: WordDocument) -> dict[str, BaseOxmlElement]:
    return {style.get(qn("w:styleId"), ""): style for style in word.styles.element.findall(qn("w:style"))}


def _inherited(word: WordDocument, ident: str, tag: str) -> BaseOxmlElement | None:
    """Return a property of the type of a style, its own or the nearest it inherits."""
    found = (style.find(f"{qn('w:rPr')}/{qn(f'w:{tag}')}") for style in line_of_descent(_styles(word), ident))
    return next((one for one in found if one is not None), None)


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else 0


def _readable(color: str) -> str:
    """Return a colour dark enough to be read on white."""
    return next(mixed for part in range(100, -1, -10) if _contrast(mixed := _mixed(color, 0, part)) >= CONTRAST)


def _mixed(color: str, other: int, percent: int) -> str:
    """Return so much of a colour, mixed with black or white."""
    parts = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{(part * percent + other * (100 - percent)) // 100:02X}" for part in parts)


def _contrast(color: str) -> float:
    """Return the contrast of a colour with white, as WCAG 2.2 defines it."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (sum(share * part for share, part in zip(_LIGHT, linear, strict=True)) + 0.05)


_LIGHT, _DARKEST = (0.2126, 0.7152, 0.0722), 0.04045
