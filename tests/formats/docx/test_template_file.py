"""A file given as a template: documents and templates are opened, everything else is refused with place and remedy."""

import contextlib
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.documents.blocks import paragraph
from insek_cli.errors import UnusableInputError
from insek_cli.formats.docx.template_file import opened
from tests.formats.docx.templates import changed, own_file, written


def test_word_template_is_taken_like_a_document():
    kind = "wordprocessingml.document.main+xml"
    dotx = changed(own_file(), lambda _, text: text.replace(kind, kind.replace("document.main", "template.main")))
    data = written(dotx, paragraph("a"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert kind in file.read("[Content_Types].xml").decode("utf-8")


def macros() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(
        own_file(), lambda _, text: text.replace(kind, "application/vnd.ms-word.document.macroEnabled.main+xml")
    )


def other_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return target.getvalue()


BAD = {
    "macros": (macros(), "Makros"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "Kennwort"),
    "cut": (own_file()[:9000], "beschädigt"),
    "text": (b"Guten Tag", "keine Word-Datei"),
    "empty": (b"", "keine Word-Datei"),
    "other": (other_zip(), "keine Word-Datei"),
    "broken-xml": (changed(own_file(), lambda name, text: text[:200] if "document" in name else text), "beschädigt"),
    "broken-styles": (changed(own_file(), lambda name, text: "" if "styles.xml" in name else text), "beschädigt"),
    "no-properties": (changed(own_file(), lambda name, text: "<a/>" if "core.xml" in name else text), "beschädigt"),
    "no-target": (changed(own_file(), lambda _, text: re.sub(' Target="theme[^"]*"', "", text)), "beschädigt"),
    "no-id": (changed(own_file(), lambda _, text: re.sub('Id="rId1" ', "", text)), "beschädigt"),
    "no-body": (changed(own_file(), lambda _, text: text.replace("w:body>", "w:text>")), "beschädigt"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_serve_is_refused_with_place_and_remedy(name):
    data, word = BAD[name]
    with pytest.raises(UnusableInputError) as caught:
        opened(data, "haus.docx")
    (problem,) = caught.value.problems
    assert problem.place == "haus.docx"
    assert word in problem.text
    assert "„Word-Dokument (.docx)“" in problem.text


PARTS = ("[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml")
RELATIONS = ("_rels/.rels", "word/_rels/document.xml.rels")
VALUES = st.sampled_from(["", "x", "-1", "99999999999", "../../x", "rId9999"])


@st.composite
def damage(draw, text: str) -> str:
    """Return the text of a part cut, without an attribute, with another value, or without an element."""
    attributes = [found.span() for found in re.finditer(r' [\w:]+="[^"]*"', text)]
    elements = [found.span() for found in re.finditer(r"<\w[^<>]*/>", text)] or [(0, 0)]
    first, last = draw(st.sampled_from(attributes))
    begin, end = draw(st.sampled_from(elements))
    other = text[first:last].partition("=")[0] + f'="{draw(VALUES)}"'
    return draw(
        st.sampled_from(
            [text[:first], text[:first] + text[last:], text[:first] + other + text[last:], text[:begin] + text[end:]]
        )
    )


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(PARTS + RELATIONS))
def test_damaged_file_is_refused_or_serves(data: st.DataObject, name: str):
    broken = changed(own_file(), lambda part_name, text: data.draw(damage(text)) if part_name == name else text)
    with contextlib.suppress(UnusableInputError):
        assert written(broken, paragraph("Text"))
