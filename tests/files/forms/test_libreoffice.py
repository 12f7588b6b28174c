"""Questionnaires that went through LibreOffice: everything filled in is still there."""

from dataclasses import replace
from pathlib import Path

import pytest

from insek_cli.core.answers import Answers, CriterionAnswer, Feedback, Municipality
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.merging import compare
from insek_cli.core.vocabulary import Status
from insek_cli.documents.form import form
from tests.files.forms.sending import TODAY, WRITERS, sent
from tests.formats.texts import INVISIBLE, NASTY
from tests.office import converted, needs_office

pytestmark = [pytest.mark.slow, needs_office]

TEXTS = [
    *(text for text in NASTY if len(text) < 1000),
    *INVISIBLE.values(),
    "007",
    "1.10",
    "12.03.",
    "WAHR",
    "1e5",
]


def saved_as(folder: Path, data: bytes, *endings: str) -> bytes:
    """Return a file after LibreOffice saved it as each of the endings, one after the other."""
    path = folder / f"form{endings[0]}"
    path.write_bytes(data)
    for ending in endings[1:]:
        path = converted([path], ending.strip("."), folder / ending.strip("."), folder / "profile") / f"form{ending}"
    return path.read_bytes()


def hard_answers(catalogue: Catalogue, example_answers: Answers) -> Answers:
    """Return the example with hard texts beside every answer."""
    criteria = {
        criterion.id: CriterionAnswer(Status.NOT_APPLICABLE, text, text, text, by=text)
        for criterion, text in zip(catalogue.criteria, TEXTS * 3, strict=False)
    }
    feedback = {name: Feedback(5, 1, answer.note) for name, answer in criteria.items()}
    return replace(example_answers, criteria=criteria, feedback=feedback)


@pytest.mark.parametrize("endings", [(".xlsx", ".ods", ".xlsx"), (".xlsx", ".ods"), (".docx", ".odt", ".docx")])
def test_answers_survive_libreoffice(tmp_path: Path, catalogue: Catalogue, example_answers: Answers, endings):
    answers = hard_answers(catalogue, example_answers)
    data = WRITERS[endings[0]](form(catalogue, answers, None, TODAY))
    found = sent(catalogue, saved_as(tmp_path, data, *endings), f"form{endings[-1]}")
    assert (found.unread, found.hints) == ((), ())
    compared = compare(answers, found.statements)
    assert (compared.taken, compared.conflicts, compared.homeless) == ((), (), ())
    anew = compare(Answers(Municipality("Musterstadt")), found.statements).answers
    assert {name: answer.status for name, answer in anew.criteria.items()} == dict.fromkeys(
        answers.criteria, Status.NOT_APPLICABLE
    )
    assert len(anew.feedback) == len(catalogue.criteria)
