"""What people typed is found wherever it stands in their answers."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.vocabulary import Status
from insek_cli.documents.typed import typed_texts
from tests.conftest import TODAY


def test_texts_are_found_in_every_depth():
    assert typed_texts({"a": ("x y", ["z"]), "b": {"c": "w"}}, "v") == {"x y", "z", "w", "v"}


def test_each_line_counts_without_blanks_at_its_ends():
    assert typed_texts(" eins \n zwei ") == {"eins \n zwei", "eins", "zwei"}


def test_numbers_days_and_our_own_words_are_no_texts():
    assert typed_texts(5, TODAY, None, Status.MET) == frozenset()


def test_answers_hold_names_and_evidence(example: Assessment):
    found = typed_texts(example.answers)
    assert example.answers.municipality.name in found
    evidence = {answer.evidence for answer in example.answers.criteria.values() if answer.evidence}
    assert evidence
    assert evidence <= found
