"""The styles and numberings of our Word files, put into the blank file we ship."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from insek_cli.formats.docx.xml import NAMESPACES

LANGUAGE = "de-DE"
# Arial or a twin of the same widths (Liberation Sans) is everywhere; where neither is, pages still hold their number.
FONT, TWIN = "Arial", "Liberation Sans"
INK, ACCENT, GUIDANCE, GAP_FILL, HEAD_FILL = "222222", "1F3864", "2E5F8A", "FFF2CC", "DCE6F1"

HEADINGS, BULLETS, NUMBERS = 101, 102, 103
# Sizes of type in half points.
TEXT, TABLE_TYPE, SMALL = 20, 17, 16


def _style(  # noqa: PLR0913, PLR0917 - the parts of a style, in their order
    kind: str, name: str, ident: str, based: str, paragraph: str = "", run: str = "", following: str = ""
) -> str:
    next_style = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style {NAMESPACES} w:type="{kind}" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{next_style}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


_OWN = (
    _style(
        "paragraph",
        "Hinweis",
        "Hinweis",
        "Normal",
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="{GUIDANCE}"/></w:pBdr>{_spacing(0, 60)}<w:ind w:left="170"/>',
        f'<w:i/><w:color w:val="{GUIDANCE}"/>{_size(18)}',
    ),
    _style("paragraph", "Quelle", "Quelle", "Normal", _spacing(0, 120), f'<w:color w:val="555555"/>{_size(SMALL)}'),
    _style("paragraph", "Leitsatz", "Leitsatz", "Normal", _spacing(60, 160), _size(22)),
    _style("paragraph", "Merkzeile", "Merkzeile", "Normal", _spacing(120, 120), "<w:b/>"),
    _style("paragraph", "Bild", "Bild", "Normal", f"<w:keepNext/>{_spacing(0, 80)}"),
    _style("paragraph", "Titelzeile", "Titelzeile", "Normal", _spacing(0, 80), _size(22)),
    _style("paragraph", "Tabellentext", "Tabellentext", "Normal", _spacing(20, 20), _size(TABLE_TYPE)),
    _style("paragraph", "Tabellenkopf", "Tabellenkopf", "Tabellentext", "<w:keepNext/>", "<w:b/>"),
    _style("paragraph", "Tabellenzahl", "Tabellenzahl", "Tabellentext", '<w:jc w:val="right"/>'),
    _style(
        "paragraph",
        "Absender",
        "Absender",
        "Normal",
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="A6A6A6"/></w:pBdr>'
        f'{_spacing(1000, 100)}<w:ind w:right="4535"/>',
        _size(14),
    ),
    _style("paragraph", "Anschrift", "Anschrift", "Normal", f'{_spacing(0, 0)}<w:ind w:right="4535"/>'),
    _style("paragraph", "Abschnittsende", "Abschnittsende", "Normal", _spacing(0, 0), _size(2)),
    _style(
        "paragraph",
        "Überschrift ohne Nummer",
        "UeberschriftOhneNummer",
        "Heading1",
        '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>',
        following="Normal",
    ),
    _style(
        "paragraph",
        "Unterüberschrift ohne Nummer",
        "UnterueberschriftOhneNummer",
        "Heading2",
        '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>',
        following="Normal",
    ),
    _style(
        "paragraph",
        "Zwischenüberschrift",
        "Zwischenueberschrift",
        "Heading3",
        '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>',
        following="Normal",
    ),
    _style(
        "character",
        "Lücke",
        "Luecke",
        "DefaultParagraphFont",
        run=f'<w:color w:val="7F6000"/><w:shd w:val="clear" w:color="auto" w:fill="{GAP_FILL}"/>',
    ),
)


def _contents_styles(room: int) -> Iterator[str]:
    """Yield the styles of lists of contents, for a text of this width."""
    yield _contents_style("TOC1", "toc 1", room, 425, 425)
    yield _contents_style("TOC2", "toc 2", room, 1134, 709)
    yield _contents_style("TableofFigures", "table of figures", room, 425, 425)


def _contents_style(ident: str, name: str, room: int, left: int, hanging: int) -> str:
    """Return a style for entries of a list: number, text behind it, page at the right edge."""
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
    return (
        f'<w:style {NAMESPACES} w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>'
        f'<w:pPr>{tabs}<w:suppressAutoHyphens/>{_spacing(0, 30)}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{_size(19)}</w:rPr></w:style>"
    )


_HEADING_LOOK = {
    "Heading1": (28, 360, 140),
    "Heading2": (23, 240, 80),
    "Heading3": (21, 200, 60),
}
_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="14" w:color="{ACCENT}"/></w:pBdr>'


def prepare_styles(word: WordDocument, room: int) -> None:
    """Give a blank file our styles, language and numberings; the room is the width of the text."""
    styles = word.styles.element
    _set_defaults(styles)
    for ident, (size, before, after) in _HEADING_LOOK.items():
        _replace_look(
            styles,
            ident,
            f"<w:keepNext/><w:keepLines/>{{numbering}}<w:suppressAutoHyphens/>{_spacing(before, after)}{{indent}}",
            size,
        )
    _replace_look(styles, "Title", f"<w:suppressAutoHyphens/>{_spacing(3600, 240)}", 48)
    _replace_look(styles, "Subtitle", f"{_RULE}<w:suppressAutoHyphens/>{_spacing(0, 480)}", 32)
    _replace_look(styles, "Caption", f"<w:keepNext/>{_spacing(160, 60)}", TABLE_TYPE)
    for text in (*_OWN, *_contents_styles(room)):
        styles.append(parse_xml(text))
    _set_numbering(word)


def _set_defaults(styles: object) -> None:
    defaults = styles.find(qn("w:docDefaults"))  # type: ignore[attr-defined]
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f'<w:docDefaults {NAMESPACES}><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
            f'w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{INK}"/>{_size(TEXT)}'
            f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="110" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            "</w:docDefaults>"
        ),
    )


def _replace_look(styles: object, ident: str, paragraph: str, size: int) -> None:
    """Give a style of the blank file our paragraph and run properties."""
    (style,) = [found for found in styles.findall(qn("w:style")) if found.get(qn("w:styleId")) == ident]  # type: ignore[attr-defined]
    for old in (*style.findall(qn("w:pPr")), *style.findall(qn("w:rPr"))):
        style.remove(old)
    level = int(ident[-1]) - 1 if ident.startswith("Heading") else None
    numbering = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    filled = paragraph.replace("{numbering}", numbering).replace("{indent}", outline)
    style.append(parse_xml(f"<w:pPr {NAMESPACES}>{filled}</w:pPr>"))
    style.append(parse_xml(f'<w:rPr {NAMESPACES}><w:b/><w:color w:val="{ACCENT}"/>{_size(size)}</w:rPr>'))


def _set_numbering(word: WordDocument) -> None:
    numbering = word.part.numbering_part.element
    lists = (_headings(), _list(BULLETS, "bullet", "•"), _list(NUMBERS, "decimal", "%1."))
    for text in (*lists, _numbering(HEADINGS, HEADINGS), _numbering(BULLETS, BULLETS)):
        numbering.append(parse_xml(text))


def _headings() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{".".join(f"%{n}" for n in range(1, level + 2))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="709"/></w:tabs><w:ind w:left="709" w:hanging="709"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    return f'<w:abstractNum {NAMESPACES} w:abstractNumId="{HEADINGS}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _list(ident: int, kind: str, sign: str) -> str:
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{ident}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _numbering(ident: int, abstract: int, *, restart: bool = False) -> str:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num {NAMESPACES} w:numId="{ident}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def add_number_list(word: WordDocument, ident: int, offset: int = 0) -> None:
    """Add a numbering that starts at 1 again; `offset` is by how much our numbers rose in a template."""
    text = _numbering(ident + offset, NUMBERS + offset, restart=True)
    word.part.numbering_part.element.append(parse_xml(text))
