"""The columns of the questionnaire: found again by their header, whichever form they stand in."""

import pytest

from insek_cli.documents.form_columns import CRITERIA, FEEDBACK_IN_WORD, LAYOUTS, ON_PAPER, PLAN_DETAILS_IN_WORD
from insek_cli.files.words import bare


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headers_of_a_table_differ(layout):
    titles = [bare(title) for column in layout for title in {column.title, *column.other} if bare(title)]
    keys = [column.key for column in layout]
    assert len(keys) == len(set(keys))
    assert len(titles) >= len(set(titles)) >= len(keys)


@pytest.mark.parametrize("layout", ON_PAPER)
def test_word_form_holds_every_answer_of_the_workbook(layout):
    layouts = (ON_PAPER[layout], FEEDBACK_IN_WORD, PLAN_DETAILS_IN_WORD)
    on_paper = {column.key for columns in layouts for column in columns}
    assert {column.key for column in layout if column.is_open} <= on_paper


def test_criteria_have_the_columns_colleagues_fill_in():
    assert [column.title for column in CRITERIA if column.is_open] == [
        *("Antwort", "Nachweis", "Notiz", "Grund (trifft nicht zu)", "Wer"),
        *("nützlich (1–5)", "machbar für uns (1–5)", "Bemerkung zum Kriterium"),
    ]
