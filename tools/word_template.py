"""Makes the blank file that every Word file of ours begins with: `python -m tools.word_template`.

Of python-docx's blank file it takes what our documents need, under the names Word knows, on A4 and in German.
"""

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from insek_cli.formats.docx.blank import BLANK
from insek_cli.formats.docx.page import A4
from insek_cli.formats.docx.styles import LANGUAGE
from insek_cli.formats.docx.xml import NAMESPACES

STYLES = frozenset(
    (
        *("Normal", "DefaultParagraphFont", "TableNormal", "NoList"),  # the defaults of their kinds
        *("Heading1", "Heading2", "Heading3", "Title", "Subtitle", "Caption", "Header", "Footer", "Strong"),
    )
)
# Somebody else's picture, data and properties (each document sets ours), styles a second time, settings of web pages.
DROPPED = frozenset(
    ("thumbnail", "customXml", "core-properties", "extended-properties", "stylesWithEffects", "webSettings")
)
# With 14 a file opens as one of Word 2010.
TODAYS_WORD = "15"


def blank_file() -> bytes:
    """Return the blank file; always the same bytes on one machine."""
    word = docx.Document()
    for relations in (word.part.package.rels, word.part.rels):
        _drop(relations)
    _keep_styles(word.styles.element)
    _empty(word.part.numbering_part.element)  # the numberings of styles that went
    _set_settings(word.settings.element)
    (section,) = word.sections
    section.page_width, section.page_height = map(Twips, A4)
    return _packed(word)


def _drop(relations: Relationships) -> None:
    for ident, relation in list(relations.items()):
        if relation.reltype.rsplit("/", 1)[-1] in DROPPED:
            del relations[ident]


def _keep_styles(styles: BaseOxmlElement) -> None:
    """Keep our styles without the twins that Word links to them, which look like its own and not like ours."""
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in STYLES:
            styles.remove(style)
        for tag in ("w:link", "w:rsid"):
            for found in style.findall(qn(tag)):
                style.remove(found)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)


def _empty(element: BaseOxmlElement) -> None:
    for child in list(element):
        element.remove(child)


def _set_settings(settings: BaseOxmlElement) -> None:
    """Have long words divided at the end of a line, numbers with a comma, and the file opened as by today's Word."""
    for tag in ("w:rsids", "w:savePreviewPicture"):
        settings.remove(settings.find(qn(tag)))
    settings.find(qn("w:defaultTabStop")).addnext(parse_xml(f'<w:autoHyphenation {NAMESPACES} w:val="true"/>'))
    for tag, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";"), ("w:themeFontLang", LANGUAGE)):
        settings.find(qn(tag)).set(qn("w:val"), value)
    del settings.find(qn("w:themeFontLang")).attrib[qn("w:eastAsia")]
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), TODAYS_WORD)


def _packed(word: WordDocument) -> bytes:
    """Return the file with its parts as they are, no day beside them: quick to open, and equal whenever it is made."""
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name))
    return packed.getvalue()


if __name__ == "__main__":
    BLANK.write_bytes(blank_file())
