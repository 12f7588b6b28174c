"""Small pieces of WordprocessingML as text; every text is escaped, control characters show as �."""

import re
from collections.abc import Iterable
from html import escape
from zlib import crc32

from insek_cli.documents.blocks import TICKED_BOX, UNKNOWN_PAGE, Run, Runs, Style
from insek_cli.documents.visible import visible

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

_BREAKS = re.compile(r"(\n|\t)")
_RUN_STYLE = {
    Style.PLAIN: "",
    Style.STRONG: '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>',
    Style.BOX: "",
    Style.GAP: '<w:rPr><w:rStyle w:val="Luecke"/></w:rPr>',
}
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def attribute(text: str) -> str:
    """Return a text as a quoted attribute."""
    escaped = escape(visible(text)).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{escaped}"'


def runs_xml(runs: Runs) -> str:
    """Return runs as elements."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.page_of is not None:
        return page_xml(reference(run.page_of), "")
    if run.style is Style.BOX:
        return _box(run.text)
    pieces = (_SIGNS.get(piece) or _text(piece) for piece in _BREAKS.split(visible(run.text)) if piece)
    written = f"<w:r>{_RUN_STYLE[run.style]}{''.join(pieces)}</w:r>"
    return _control(written) if run.style is Style.GAP else written


def _control(content: str) -> str:
    """Return a gap as a content control: one click selects it, typing replaces it. Its number comes with the whole file.

    Of rich text, because LibreOffice drops the colour of plain ones.
    """
    properties = '<w:alias w:val="Lücke"/><w:showingPlcHdr/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _box(sign: str) -> str:
    """Return a box that can be ticked in Word with a click, and with a pen on paper."""
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="{int(sign == TICKED_BOX)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/><w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/>'
        f'</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" '
        f'w:eastAsia="{_BOX_FONT}" w:hint="eastAsia"/></w:rPr>{_text(sign)}</w:r></w:sdtContent></w:sdt>'
    )


_BOX_FONT = "MS Gothic"


def _text(piece: str) -> str:
    return f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'


def field(instruction: str, shown: str) -> str:
    """Return a simple field with the text shown until it is renewed."""
    return f"<w:fldSimple w:instr={attribute(instruction)}>{_run(Run(shown))}</w:fldSimple>"


def page_xml(bookmark: str, content: str) -> str:
    """Return content and the page of a bookmark, linked to it; until somebody renews the field the page is a sign."""
    page = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{UNKNOWN_PAGE}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}{page}</w:hyperlink>'


def reference(anchor: str) -> str:
    """Return the bookmark of an anchor, named as word processors name theirs; names have at most 40 signs."""
    return f"_Ref{crc32(anchor.encode()):010}"


def paragraph_xml(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of a style; properties follow the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def row_xml(cells: Iterable[str], properties: str = "") -> str:
    """Return a table row that stays on one page, or breaks where its text could be longer than one."""
    content = "".join(cells)
    whole = "<w:cantSplit/>" if len(content) <= LONGEST_WHOLE_ROW else ""
    return f"<w:tr><w:trPr>{whole}{properties}</w:trPr>{content}</w:tr>"


LONGEST_WHOLE_ROW = 6_000


def cell_xml(width: int, content: str, shade: str | None = None) -> str:
    """Return a table cell of a width in twentieths of a point."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{content}</w:tc>'
