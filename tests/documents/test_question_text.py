"""What is shown before a question is asked."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Proof
from insek_cli.documents import question_text as texts
from tests.documents.reading import lines


def test_criterion_is_asked_with_statement_and_what_the_answers_mean(catalogue: Catalogue):
    criterion = catalogue.criterion["council-resolution"]
    assert list(lines(texts.criterion_blocks(criterion))) == [
        criterion.title,
        criterion.statement,
        f"Erfüllt, wenn: {criterion.met}",
        f"Teilweise, wenn: {criterion.partial}",
    ]


def test_every_criterion_can_be_asked_and_helped(catalogue: Catalogue):
    for criterion in catalogue.criteria:
        helped = "\n".join(lines(texts.criterion_help(catalogue, criterion)))
        assert criterion.help in helped
        assert all(catalogue.plan[plan].title in helped for plan in criterion.plans)
        assert all(catalogue.source[source].title in helped for source in criterion.sources)
        assert len(list(lines(texts.criterion_blocks(criterion)))) == 4


def test_help_marks_how_well_a_criterion_is_proven(catalogue: Catalogue):
    assumed = next(criterion for criterion in catalogue.criteria if criterion.proof is Proof.ASSUMPTION)
    assert "(Annahme)" in "\n".join(lines(texts.criterion_help(catalogue, assumed)))


def test_every_question_has_text_and_help(catalogue: Catalogue):
    for question in catalogue.entries.questions:
        assert list(lines(texts.question_blocks(question))) == [question.text]
        helped = list(lines(texts.question_help(question)))
        assert helped[0] == (question.help or "Zu dieser Frage gibt es keine weitere Hilfe.")
        assert len(helped) == (2 if question.ask else 1)


def test_every_plan_says_what_it_is_and_where_to_get_it(catalogue: Catalogue):
    for kind in catalogue.entries.plans:
        shown = list(lines(texts.plan_blocks(kind)))
        assert shown[0] == f"Plan: {kind.title}"
        assert "Üblicher Träger: " in shown[1]
        helped = "\n".join(lines(texts.plan_help(kind)))
        assert all(part in helped for part in (kind.basis, kind.content, *kind.pitfalls))
        assert (kind.request is None) == ("Zu bekommen bei: " not in helped)


@pytest.mark.parametrize("end", ["..", ".;", ",.", " ."])
def test_sentences_end_with_one_point(catalogue: Catalogue, end):
    said = [
        line for kind in catalogue.entries.plans for line in lines([*texts.plan_blocks(kind), *texts.plan_help(kind)])
    ]
    said += [line for question in catalogue.entries.questions for line in lines(texts.question_help(question))]
    said += [line for criterion in catalogue.criteria for line in lines(texts.criterion_help(catalogue, criterion))]
    assert [line for line in said if end in line] == []


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("facts.project", lambda made: made.question["project"].text),
        ("plans.heat-plan", lambda made: made.plan["heat-plan"].title),
        ("criteria.swot", lambda made: made.criterion["swot"].title),
        ("feedback.swot", lambda made: made.criterion["swot"].title),
    ],
)
def test_a_place_in_the_answers_is_called_by_its_title(catalogue: Catalogue, place, title):
    assert texts.place_title(catalogue, place) == title(catalogue)
    assert texts.place_title(catalogue, "support") == "support"
