"""The questionnaire as a Word file: tables, lists to choose from, no faults."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import SectionId
from insek_cli.documents.form import form
from insek_cli.formats.docx.questionnaire import form_docx
from tests.files.forms.sending import TODAY, blank, filled
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body
from tests.formats.texts import NASTY


def test_filled_form_has_no_faults(catalogue: Catalogue, example_answers):
    assert faults(form_docx(form(catalogue, example_answers, None, TODAY))) == []


@pytest.mark.parametrize("text", NASTY)
def test_any_text_leaves_no_fault(catalogue: Catalogue, text):
    content = filled(blank(catalogue, name=text), {"K1": {"status": text, "note": text}, "A1": {"answer": text}})
    assert faults(form_docx(content)) == []


def test_section_of_the_example_reads_like_this(catalogue: Catalogue, example_answers, file_regression):
    content = form(catalogue, example_answers, SectionId("data"), TODAY)
    file_regression.check(all_text(form_docx(content)), encoding="utf-8")


def test_rows_stay_together_and_headers_are_repeated(catalogue: Catalogue):
    tables = list(body(form_docx(blank(catalogue))).iter(f"{W}tbl"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for table in tables for row in table.iter(f"{W}tr"))
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables[1:])


def test_open_answer_shows_that_it_can_be_chosen(catalogue: Catalogue):
    controls = list(body(form_docx(blank(catalogue))).iter(f"{W}sdt"))
    assert all("".join(text.text for text in control.iter(f"{W}t")) == "[bitte wählen]" for control in controls)
    numbers = [control.find(f"{W}sdtPr/{W}id").get(f"{W}val") for control in controls]
    assert len(numbers) == len(set(numbers)) > 250


def test_value_outside_the_list_is_kept(catalogue: Catalogue):
    data = form_docx(filled(blank(catalogue), {"K1": {"status": "so halb"}}))
    assert "so halb" in all_text(data)
