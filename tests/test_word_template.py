"""The blank file that our Word files begin with: made by the tool, holding what they need and nothing else."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.documents.draft import draft
from insek_cli.formats.docx.blank import BLANK
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, part
from tools.word_template import STYLES, blank_file

PACKAGE = Path(docx.__file__).parent / "templates" / "default.docx"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.fixture(scope="module")
def draft_file(example: Assessment) -> bytes:
    return docx_bytes(draft(example))


def styles(data: bytes):
    return part(data, "word/styles.xml").findall(f"{W}style")


def names(data: bytes) -> set[str]:
    return {style.find(f"{W}name").get(f"{W}val") for style in styles(data)}


def used(data: bytes) -> set[str]:
    """Return the ids of styles that text, header, footer or other styles name, and of the defaults."""
    found = {
        mark.get(f"{W}val")
        for name, content in parts(data).items()
        if name.startswith("word/") and name.endswith(".xml") and b"wordprocessingml" in content
        for tag in ("pStyle", "rStyle", "basedOn")
        for mark in part(data, name).iter(f"{W}{tag}")
    }
    return found | {style.get(f"{W}styleId") for style in styles(data) if style.get(f"{W}default") == "1"}


def test_shipped_file_is_what_the_tool_makes():
    assert parts(BLANK.read_bytes()) == parts(blank_file())


def test_shipped_file_has_no_fault():
    assert faults(BLANK.read_bytes()) == []


def test_no_style_is_shipped_that_the_draft_does_not_need(draft_file):
    assert used(draft_file) >= STYLES


def test_of_words_own_styles_files_hold_those_alone(draft_file):
    theirs = {style.get(f"{W}styleId") for style in styles(draft_file) if style.get(f"{W}customStyle") is None}
    assert theirs == STYLES | {"TOC1", "TOC2", "TableofFigures"}


def test_styles_keep_the_names_under_which_word_knows_them():
    assert names(BLANK.read_bytes()) <= names(PACKAGE.read_bytes())


def test_gallery_of_word_stays_tidy():
    latent = [
        part(data, "word/styles.xml").find(f"{W}latentStyles") for data in (BLANK.read_bytes(), PACKAGE.read_bytes())
    ]
    assert [found.attrib for found in latent[0]] == [found.attrib for found in latent[1]]


def test_nothing_of_another_document_is_left(draft_file):
    left = ("thumbnail", "stylesWithEffects", "customXml", "webSettings", "docProps/app")
    assert [name for name in parts(draft_file) if any(word in name for word in left)] == []


def test_blank_page_is_german(draft_file):
    word = docx.Document(str(BLANK))
    assert (word.sections[0].page_width.twips, word.sections[0].page_height.twips) == (11906, 16838)
    settings = part(draft_file, "word/settings.xml")
    values = {
        tag: settings.find(f"{W}{tag}").get(f"{W}val")
        for tag in ("autoHyphenation", "decimalSymbol", "listSeparator", "themeFontLang")
    }
    assert values == {"autoHyphenation": "true", "decimalSymbol": ",", "listSeparator": ";", "themeFontLang": "de-DE"}
