"""Word files as a town hall has them, to be used as templates."""

import io
import re
import zipfile

import docx
from docx.shared import Cm

from insek_cli.formats.docx.template import open_template
from insek_cli.formats.docx.writer import docx_bytes_in
from tests.formats.texts import document_of

GERMAN = {"Heading1": "berschrift1", "Heading2": "berschrift2", "Normal": "Standard", "Caption": "Beschriftung"}


def own_file() -> bytes:
    """Return a file as a town hall has it: wide left margin, header, footer, a text of its own with a picture's place."""
    word = docx.Document()
    section = word.sections[0]
    section.left_margin, section.page_width, section.page_height = Cm(4), Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "Gemeinde Kleinlinda"
    section.footer.paragraphs[0].text = "Rathausplatz 1"
    word.add_paragraph("Alter Text der Vorlage")
    return saved(word)


def saved(word) -> bytes:
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def changed(data: bytes, change) -> bytes:
    """Return the file with every XML part changed by a function of name and text."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            is_text = name.endswith((".xml", ".rels"))
            new.writestr(name, change(name, content.decode("utf-8")) if is_text else content)
    return target.getvalue()


def german(data: bytes) -> bytes:
    """Return the file with the style ids a German Word gives; the names stay as Word writes them."""

    def localized(_: str, text: str) -> str:
        for ident, local in GERMAN.items():
            text = re.sub(rf'(w:(?:styleId|val)="){ident}"', rf'\1{local}"', text)
        return text.replace('<w:name w:val="Standard"/>', '<w:name w:val="Normal"/>')

    return changed(data, localized)


def written(template: bytes, *blocks) -> bytes:
    return docx_bytes_in(document_of(*blocks), open_template(template, "vorlage.docx"))
