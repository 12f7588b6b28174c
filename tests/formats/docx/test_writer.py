"""Word files as a whole: sound XML, real headings, contents, language, sections; any text survives."""

import io
from datetime import date

import docx
import pytest
from hypothesis import given, settings

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import (
    Column,
    Contents,
    Heading,
    PageBreak,
    TitlePage,
    gap,
    paragraph,
    plain,
    points,
    table,
)
from insek_cli.documents.draft import draft
from insek_cli.documents.gap_report import gap_report
from insek_cli.formats.docx.writer import docx_bytes
from tests.conftest import TODAY
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, paragraphs, part, text_of
from tests.formats.texts import INVISIBLE, NASTY, PLACES, USER_TEXTS, document_of, document_with, shown

DOCUMENTS = {"gap_report": gap_report, "draft": draft}


@pytest.fixture(scope="module", params=DOCUMENTS)
def written(request, example: Assessment) -> bytes:
    return docx_bytes(DOCUMENTS[request.param](example))


@pytest.fixture(scope="module")
def draft_file(example: Assessment) -> bytes:
    return docx_bytes(draft(example))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_of_the_example_reads_like_this(example: Assessment, name, file_regression):
    text = all_text(docx_bytes(DOCUMENTS[name](example)))
    file_regression.check(text, encoding="utf-8", extension=".txt")


def test_file_has_no_fault(written):
    assert faults(written) == []


@pytest.mark.parametrize("document", DOCUMENTS.values())
def test_file_of_a_municipality_that_said_nothing_has_no_fault(catalogue: Catalogue, document):
    assert faults(docx_bytes(document(assess(catalogue, Answers(Municipality("Leer")), TODAY)))) == []


def test_same_document_gives_the_same_text(example: Assessment):
    assert all_text(docx_bytes(draft(example))) == all_text(docx_bytes(draft(example)))


def test_python_docx_opens_the_file(written):
    assert docx.Document(io.BytesIO(written)).paragraphs != []


def test_language_is_german(written):
    styles = part(written, "word/styles.xml")
    languages = {found.get(f"{W}val") for found in styles.iter(f"{W}lang")}
    assert languages == {"de-DE"}
    assert docx.Document(io.BytesIO(written)).core_properties.language == "de-DE"


def test_title_is_a_property_of_the_file(example: Assessment):
    properties = docx.Document(io.BytesIO(docx_bytes(gap_report(example)))).core_properties
    assert properties.title == "Lückenbericht INSEK: Stadt Musterstadt"
    assert properties.author == "insek"


def days(data: bytes) -> tuple[date, date]:
    properties = docx.Document(io.BytesIO(data)).core_properties
    return properties.created.date(), properties.modified.date()


def test_file_is_of_the_day_for_which_the_document_holds(written):
    assert days(written) == (TODAY, TODAY)


def test_file_of_a_document_without_a_day_has_the_same_day_whenever_it_is_written():
    assert days(docx_bytes(document_of(paragraph("Text")))) == (date(2026, 1, 1), date(2026, 1, 1))


def test_headings_have_real_heading_styles(draft_file):
    word = docx.Document(io.BytesIO(draft_file))
    first = [found for found in word.paragraphs if found.style.style_id == "Heading1"]
    assert first != []
    assert first[0].style.name == "Heading 1"
    outline = part(draft_file, "word/styles.xml").findall(f".//{W}outlineLvl")
    assert {"0", "1", "2"} <= {found.get(f"{W}val") for found in outline}


def test_unnumbered_headings_inherit_from_the_real_ones(written):
    based = {
        style.get(f"{W}styleId"): style.find(f"{W}basedOn").get(f"{W}val")
        for style in part(written, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}basedOn") is not None
    }
    assert based["UeberschriftOhneNummer"] == "Heading1"
    assert based["UnterueberschriftOhneNummer"] == "Heading2"
    assert based["Zwischenueberschrift"] == "Heading3"


HEADINGS = {"Heading1", "Heading2", "UeberschriftOhneNummer", "UnterueberschriftOhneNummer"}


def test_contents_have_an_entry_for_every_heading_of_the_first_two_levels(draft_file):
    found = paragraphs(draft_file)
    last = max(place for place, (style, _) in enumerate(found) if style in {"TOC1", "TOC2"})
    headings = [text for style, text in found[last:] if style in HEADINGS]
    entries = [text.rsplit("\t", 1)[0] for style, text in found if style in {"TOC1", "TOC2"}]
    assert len(entries) == len(headings) > 20
    assert all(entry.endswith(heading) for entry, heading in zip(entries, headings, strict=True))


def test_entries_of_the_contents_lead_to_their_headings(draft_file):
    root = body(draft_file)
    targets = {
        found.get(f"{W}name"): text_of(place)
        for place in root.iter(f"{W}p")
        for found in place.iter(f"{W}bookmarkStart")
    }
    links = [link for link in root.iter(f"{W}hyperlink") if not link.get(f"{W}anchor", "").startswith("_Ref")]
    assert links != []
    assert all(text_of(link).rsplit("\t", 1)[0].endswith(targets[link.get(f"{W}anchor")]) for link in links)


def test_numbers_in_the_contents_are_those_word_will_count():
    blocks = [
        Contents(),
        Heading(1, "Vorwort"),
        Heading(1, "Eins", numbered=True),
        Heading(2, "Eins eins", numbered=True),
        Heading(2, "Eins zwei", numbered=True),
        Heading(1, "Zwei", numbered=True),
        Heading(2, "Zwei eins", numbered=True),
        Heading(1, "Anhang"),
    ]
    entries = [text for style, text in paragraphs(docx_bytes(document_of(*blocks))) if "TOC" in style]
    numbered = ["1\tEins", "1.1\tEins eins", "1.2\tEins zwei", "2\tZwei", "2.1\tZwei eins"]
    assert [entry.rsplit("\t", 1)[0] for entry in entries] == ["Vorwort", *numbered, "Anhang"]


def test_page_numbers_of_the_contents_stand_within_the_margins(draft_file):
    # LibreOffice draws nothing beyond an indent from the right.
    styles = docx.Document(io.BytesIO(draft_file)).styles
    indents = [styles[name].paragraph_format.right_indent for name in ("toc 1", "toc 2", "table of figures")]
    assert indents == [None, None, None]


def test_contents_without_headings_are_nothing():
    assert faults(docx_bytes(document_of(Contents(), paragraph("Text")))) == []


def test_every_table_repeats_its_header_row(written):
    tables = list(body(written).iter(f"{W}tbl"))
    assert tables != []
    for found in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found.findall(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)


def test_rows_are_not_torn_over_pages(written):
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body(written).iter(f"{W}tr"))


def orientations(data: bytes) -> list[tuple[str, int]]:
    """Return orientation and number of tables of each section."""
    found, tables = [], 0
    for child in body(data):
        tables += child.tag == f"{W}tbl"
        sections = [child] if child.tag == f"{W}sectPr" else list(child.iter(f"{W}sectPr"))
        for section in sections:
            found.append((section.find(f"{W}pgSz").get(f"{W}orient", "portrait"), tables))
            tables = 0
    return found


def test_wide_table_lies_in_a_landscape_section_of_its_own():
    wide = table((Column("A"), Column("B")), [("a", "b")], wide=True)
    data = docx_bytes(document_of(paragraph("vorher"), wide, paragraph("nachher")))
    assert orientations(data) == [("portrait", 0), ("landscape", 1), ("portrait", 0)]
    assert faults(data) == []


def test_neighbouring_wide_tables_share_a_landscape_section():
    wide = table((Column("A"),), [("a",)], caption="Breit", wide=True)
    assert orientations(docx_bytes(document_of(paragraph("vorher"), wide, wide, paragraph("nachher")))) == [
        ("portrait", 0),
        ("landscape", 2),
        ("portrait", 0),
    ]


@pytest.mark.parametrize("caption", [None, "Breit"])
def test_file_that_only_holds_a_wide_table_is_sound(caption):
    wide = table((Column("A"),), [("a",)], caption=caption, wide=True)
    data = docx_bytes(document_of(wide))
    assert faults(data) == []
    assert ("landscape", 1) in orientations(data)


def test_wide_table_after_a_table_is_sound():
    columns = (Column("A"),)
    data = docx_bytes(document_of(table(columns, [("a",)]), table(columns, [("b",)], wide=True), Heading(1, "C")))
    assert faults(data) == []
    assert [count for _, count in orientations(data)] == [1, 1, 0]


def test_file_that_ends_with_a_table_is_sound():
    assert faults(docx_bytes(document_of(table((Column("A"),), [("a",)])))) == []


def test_tables_of_the_draft_with_many_columns_lie_in_landscape(draft_file):
    sections, turned = [], []
    for child in body(draft_file):
        if child.tag == f"{W}tbl":
            sections.append(len(child.findall(f"{W}tblGrid/{W}gridCol")))
        for section in [child] if child.tag == f"{W}sectPr" else child.iter(f"{W}sectPr"):
            if section.find(f"{W}pgSz").get(f"{W}orient") != "landscape":
                turned += [columns for columns in sections if columns > 6]
            sections = []
    assert turned == []


def test_every_section_has_header_footer_and_page_numbers(draft_file):
    for section in body(draft_file).iter(f"{W}sectPr"):
        assert section.find(f"{W}headerReference") is not None
        assert section.find(f"{W}footerReference") is not None
    word = docx.Document(io.BytesIO(draft_file))
    assert word.sections[0].header.paragraphs[0].text.startswith("INSEK Musterstadt\t")
    assert "Selbsteinschätzung, keine Prüfung" in word.sections[0].footer.paragraphs[0].text
    header = word.sections[0].header._element
    assert {found.get(f"{W}instr") for found in header.iter(f"{W}fldSimple")} == {"PAGE", "NUMPAGES"}


def test_captions_are_numbered_by_a_field(draft_file):
    captions = [text for style, text in paragraphs(draft_file) if style == "Caption"]
    assert captions[0].startswith("Tabelle 1: ")
    assert [text.split(":")[0] for text in captions] == [f"Tabelle {n}" for n in range(1, len(captions) + 1)]


def test_numbered_lists_begin_again_at_one():
    data = docx_bytes(document_of(points(["a"], ordered=True), points(["b"], ordered=True)))
    used = [found.get(f"{W}val") for found in body(data).iter(f"{W}numId")]
    assert len(set(used)) == 2
    starts = part(data, "word/numbering.xml").findall(f".//{W}startOverride")
    assert [found.get(f"{W}val") for found in starts] == ["1", "1"]


def test_styles_only_use_numberings_that_exist_and_are_meant_for_them(draft_file):
    known = {found.get(f"{W}numId") for found in part(draft_file, "word/numbering.xml").findall(f"{W}num")} | {"0"}
    used = {
        style.get(f"{W}styleId"): found.get(f"{W}val")
        for style in part(draft_file, "word/styles.xml").iter(f"{W}style")
        for found in style.iter(f"{W}numId")
    }
    assert {style: number for style, number in used.items() if number not in known} == {}
    assert {style for style, number in used.items() if number == used["Heading1"]} == {
        "Heading1",
        "Heading2",
        "Heading3",
    }


def test_guidance_can_be_deleted_by_its_style(draft_file):
    styles = {
        style
        for style, text in paragraphs(draft_file)
        if text.startswith(("Richtwert:", "Noch offen in diesem Kapitel:"))
    }
    assert styles == {"Hinweis"}


def test_page_begins_anew_after_title_and_break():
    data = docx_bytes(document_of(TitlePage("T", "U", ()), paragraph("a"), PageBreak(), paragraph("b")))
    turned = [found.find(f"{W}pPr/{W}pageBreakBefore") is not None for found in body(data).iter(f"{W}p")]
    assert turned == [False, False, True, True]


def test_page_break_before_a_table_keeps_its_effect():
    data = docx_bytes(document_of(paragraph("a"), PageBreak(), table((Column("A"),), [("b",)]), paragraph("c")))
    turned = [child for child in body(data) if child.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [text_of(child) for child in turned] != ["c"]


@given(USER_TEXTS)
@settings(max_examples=25, deadline=None)
def test_any_text_survives_and_is_never_markup(text):
    check(text)


@pytest.mark.parametrize("text", [*NASTY, 'PAGE \\* MERGEFORMAT" </w:t>'])
def test_nasty_text_survives_and_is_never_markup(text):
    check(text)


FIELDS = {f"{W}instrText", f"{W}fldSimple", f"{W}hyperlink", f"{W}tbl", f"{W}tr", f"{W}tc"}


def frame(data: bytes) -> list[str]:
    return [found.tag for found in body(data).iter() if found.tag in FIELDS]


def check(text: str) -> None:
    data = docx_bytes(document_with(text))
    texts = [found for _, found in paragraphs(data)]
    assert sum(without_turning(shown(text)) in without_turning(found) for found in texts) >= len(PLACES)
    assert frame(data) == frame(docx_bytes(document_with("x")))
    assert faults(data) == []


def without_turning(text: str) -> str:
    return "".join(
        " " if sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd" else sign for sign in text
    )


def test_signs_that_turn_the_direction_are_replaced():
    assert "\u202e" not in all_text(docx_bytes(document_of(paragraph("a\u202eb"))))


@pytest.mark.parametrize("name", INVISIBLE)
def test_signs_that_are_no_controls_are_kept(name):
    assert INVISIBLE[name] in all_text(docx_bytes(document_of(points([INVISIBLE[name]]))))


def test_properties_and_header_take_any_text():
    data = docx_bytes(document_of(paragraph("a"), title="\x07" + "x" * 300, header="<w:p>", footer="a\tb & c"))
    assert faults(data) == []
    word = docx.Document(io.BytesIO(data))
    assert word.sections[0].header.paragraphs[0].text.startswith("<w:p>\t")


def test_line_end_in_a_text_is_a_break_in_word():
    (found,) = [text for style, text in paragraphs(docx_bytes(document_of(paragraph(plain("a\nb"))))) if style]
    assert found == "a\nb"


def test_gap_is_a_content_control_that_typing_replaces():
    data = docx_bytes(document_of(paragraph("Es sind ", gap("Zahl"), " Plätze, ", gap("Stand"))))
    controls = list(body(data).iter(f"{W}sdt"))
    assert [text_of(control) for control in controls] == ["[hier: Zahl]", "[hier: Stand]"]
    tags = [control.find(f"{W}sdtPr/{W}tag") for control in controls]
    assert [tag.get(f"{W}val") for tag in tags if tag is not None] == ["luecke-0001", "luecke-0002"]
    assert all(control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for control in controls)
    assert "[Normal] Es sind [hier: Zahl] Plätze, [hier: Stand]" in all_text(data)
    assert faults(data) == []
