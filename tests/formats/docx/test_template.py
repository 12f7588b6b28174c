"""A municipality's own Word file as the frame: its look stays, its text goes, what cannot serve is refused."""

import contextlib
import io
import re
import zipfile

import docx
import pytest
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Column as Title
from insek_cli.documents.blocks import Heading, gap, paragraph, points, table
from insek_cli.documents.draft import draft
from insek_cli.errors import UnusableInputError
from insek_cli.formats.docx.template import open_template, said_of
from insek_cli.formats.docx.writer import docx_bytes_in
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, paragraphs, part
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


def style_names(data: bytes) -> list[str]:
    return [found.get(f"{W}val", "") for found in part(data, "word/styles.xml").iter(f"{W}name")]


@pytest.mark.parametrize("make", [own_file, lambda: german(own_file())])
def test_whole_draft_fits_a_template(example: Assessment, make):
    data = docx_bytes_in(draft(example), open_template(make(), "vorlage.docx"))
    assert faults(data) == []
    assert "Musterstadt" in all_text(data)


def test_text_of_the_template_goes_header_footer_and_margins_stay():
    data = written(own_file(), paragraph("Neuer Text"))
    assert [text for _, text in paragraphs(data)] == ["Neuer Text"]
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.header.paragraphs[0].text == "Gemeinde Kleinlinda"
    assert section.footer.paragraphs[0].text == "Rathausplatz 1"
    assert round(section.left_margin.cm, 2) == 4


def test_landscape_section_carries_header_and_margins_of_the_template():
    data = written(own_file(), paragraph("a"), table((Title("x"),), [("y",)], wide=True), paragraph("b"))
    sections = docx.Document(io.BytesIO(data)).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    assert {section.header.paragraphs[0].text for section in sections} == {"Gemeinde Kleinlinda"}
    assert faults(data) == []


def test_template_without_header_gets_ours():
    data = docx_bytes_in(document_of(paragraph("a"), header="INSEK Ort"), open_template(saved(docx.Document()), ""))
    assert docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text.startswith("INSEK Ort\tSeite ")


def test_german_style_ids_are_used_and_nothing_is_doubled():
    data = written(german(own_file()), Heading(1, "Kapitel", numbered=True), paragraph("Satz"))
    assert paragraphs(data) == [("berschrift1", "Kapitel"), ("Standard", "Satz")]
    names = [name.casefold() for name in style_names(data)]
    assert len(names) == len(set(names))


def test_german_style_names_are_found():
    def renamed(name: str, text: str) -> str:
        text = re.sub('"Heading1"', '"u1"', text)
        return text.replace('<w:name w:val="heading 1"/>', '<w:name w:val="Überschrift 1"/>').replace(
            '<w:name w:val="Heading 1"/>', '<w:name w:val="Überschrift 1"/>'
        )

    data = written(changed(own_file(), renamed), Heading(1, "Kapitel", numbered=True))
    assert paragraphs(data)[0][0] == "u1"


def test_style_of_ours_that_the_template_has_is_theirs():
    word = docx.Document(io.BytesIO(own_file()))
    word.styles.add_style("Hinweis", 1).font.size = Cm(1)
    frame = open_template(saved(word), "")
    assert "Hinweis" not in frame.added
    assert "Quelle" in frame.added


def test_chapters_are_numbered_where_the_template_does_not():
    found = body(
        written(own_file(), Heading(1, "Eins", numbered=True), Heading(2, "Zwei", numbered=True), Heading(1, "Anhang"))
    )
    numbers = [list(heading.iter(f"{W}ilvl")) for heading in found.iter(f"{W}p")]
    assert [[level.get(f"{W}val") for level in levels] for levels in numbers] == [["0"], ["1"], []]


def test_lists_get_numbers_that_the_template_does_not_use():
    data = written(own_file(), points(["a"], ordered=True), points(["b"]), paragraph(gap("c")))
    assert faults(data) == []


def test_template_without_lists_gets_numberings():
    without = changed(own_file(), lambda _, text: re.sub(r"<Relationship [^>]*numbering\.xml[^>]*/>", "", text))
    assert faults(written(without, points(["a"], ordered=True), Heading(1, "b", numbered=True))) == []


def test_word_template_is_taken_like_a_document():
    kind = "wordprocessingml.document.main+xml"
    dotx = changed(own_file(), lambda _, text: text.replace(kind, kind.replace("document.main", "template.main")))
    data = written(dotx, paragraph("a"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert kind in file.read("[Content_Types].xml").decode("utf-8")


def test_user_is_told_what_was_found_and_added():
    told = "\n".join(said_of(open_template(own_file(), "")))
    assert "Kopfzeile, Fußzeile; Formatvorlagen Standard, " in told
    assert "Überschrift 1" in told.splitlines()[0]
    assert re.search("Ergänzte Formatvorlagen: .*Hinweis", told)


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
        open_template(data, "haus.docx")
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
