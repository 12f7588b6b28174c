"""An answer file while somebody works on it, and somebody else too."""

from pathlib import Path

import pytest

from insek_cli.core.answers import Answers, CriterionAnswer, Municipality, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from insek_cli.errors import UnusableInputError, UnwritableOutputError
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_store import AnswerStore
from insek_cli.files.answer_writing import answers_text

MET, UNMET = CriterionAnswer(Status.MET), CriterionAnswer(Status.UNMET)
BEGUN = Answers(Municipality("Ort", inhabitants=900), criteria={"swot": MET})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ort.yaml"


@pytest.fixture
def store(path: Path, catalogue: Catalogue) -> AnswerStore:
    """A store that has read a file with one answer."""
    path.write_text(answers_text(catalogue, BEGUN), encoding="utf-8")
    store = AnswerStore(path, catalogue)
    assert store.read() == BEGUN
    return store


def read(path: Path, catalogue: Catalogue) -> Answers:
    return AnswerReader(catalogue).read(path)


def written_by_another(path: Path, catalogue: Catalogue, answers: Answers) -> None:
    path.write_text(answers_text(catalogue, answers), encoding="utf-8")


def test_no_file_gives_no_answers_and_the_first_answer_makes_it(path: Path, catalogue: Catalogue):
    store = AnswerStore(path, catalogue)
    assert store.read() is None
    assert not path.exists()
    carried = store.save(Answers(Municipality("noch ohne Namen")), BEGUN)
    assert (carried.answers, carried.overridden, read(path, catalogue)) == (BEGUN, (), BEGUN)


def test_own_changes_are_written_one_after_the_other(store: AnswerStore, path: Path, catalogue: Catalogue):
    answers = BEGUN
    for fact, value in (("project", "new"), ("stage", None), ("project", "update")):
        after = answers.with_fact(fact, value)
        assert store.save(answers, after).answers == after
        answers = after
    assert read(path, catalogue).facts == {"project": "update", "stage": None}


def test_what_another_program_wrote_meanwhile_stays(store: AnswerStore, path: Path, catalogue: Catalogue):
    written_by_another(path, catalogue, BEGUN.with_fact("project", "new"))
    carried = store.save(BEGUN, BEGUN.with_criterion("swot", UNMET))
    assert carried.answers == BEGUN.with_fact("project", "new").with_criterion("swot", UNMET)
    assert (carried.overridden, read(path, catalogue)) == ((), carried.answers)


def test_the_same_answer_given_on_both_sides_is_told_and_the_one_here_holds(
    store: AnswerStore, path: Path, catalogue: Catalogue
):
    theirs = CriterionAnswer(Status.PARTIAL, note="dort")
    written_by_another(path, catalogue, BEGUN.with_criterion("swot", theirs))
    carried = store.save(BEGUN, BEGUN.with_criterion("swot", UNMET))
    assert carried.overridden == ("criteria.swot",)
    assert read(path, catalogue).criteria == {"swot": UNMET}


def test_after_a_change_elsewhere_was_taken_over_it_is_not_taken_over_again(
    store: AnswerStore, path: Path, catalogue: Catalogue
):
    written_by_another(path, catalogue, BEGUN.with_fact("project", "new"))
    first = store.save(BEGUN, BEGUN.with_fact("stage", None)).answers
    without = Answers(first.municipality, {"stage": None}, first.plans, first.criteria)
    assert store.save(first, without).answers == without


def test_a_file_made_meanwhile_by_another_program_is_not_written_over(path: Path, catalogue: Catalogue):
    store = AnswerStore(path, catalogue)
    assert store.read() is None
    nobody = Answers(Municipality("noch ohne Namen"))
    written_by_another(path, catalogue, BEGUN)
    carried = store.save(nobody, nobody.with_fact("project", "new"))
    assert carried.answers == BEGUN.with_fact("project", "new")


def test_a_file_deleted_meanwhile_is_written_anew_in_full(store: AnswerStore, path: Path, catalogue: Catalogue):
    path.unlink()
    after = BEGUN.with_plans((PlanEntry("heat-plan"),))
    assert store.save(BEGUN, after).answers == after
    assert read(path, catalogue) == after


@pytest.mark.parametrize("content", [b"", b"format: [", b"\xff\xfe", b"criteria: {swot: mett}\n"], ids=ascii)
def test_a_file_made_unreadable_meanwhile_is_left_alone_and_the_answers_stand_beside_it(
    store: AnswerStore, path: Path, catalogue: Catalogue, content: bytes
):
    path.write_bytes(content)
    after = BEGUN.with_criterion("swot", UNMET)
    with pytest.raises(UnusableInputError) as caught:
        store.save(BEGUN, after)
    beside = path.with_name("ort.gerettet.yaml")
    assert f"Ihre Antworten stehen vollständig in {beside}." in str(caught.value)
    assert len(caught.value.problems) > 1
    assert (path.read_bytes(), read(beside, catalogue)) == (content, after)


def test_answers_rescued_before_are_not_written_over(store: AnswerStore, path: Path, catalogue: Catalogue):
    earlier = path.with_name("ort.gerettet.yaml")
    earlier.write_text("früher gerettet", encoding="utf-8")
    path.write_bytes(b"format: [")
    with pytest.raises(UnusableInputError, match=r"ort\.gerettet-2\.yaml"):
        store.save(BEGUN, BEGUN.with_criterion("swot", UNMET))
    assert earlier.read_text(encoding="utf-8") == "früher gerettet"
    assert read(path.with_name("ort.gerettet-2.yaml"), catalogue).criteria == {"swot": UNMET}


def test_a_file_that_cannot_be_used_is_told_when_it_is_read(path: Path, catalogue: Catalogue):
    path.write_text("format: [", encoding="utf-8")
    with pytest.raises(UnusableInputError):
        AnswerStore(path, catalogue).read()


def test_a_folder_taken_away_meanwhile_is_told(tmp_path: Path, catalogue: Catalogue):
    path = tmp_path / "fort" / "ort.yaml"
    path.parent.mkdir()
    store = AnswerStore(path, catalogue)
    assert store.read() is None
    path.parent.rmdir()
    with pytest.raises(UnwritableOutputError, match="Den Ordner für diese Datei gibt es nicht"):
        store.save(BEGUN, BEGUN.with_fact("project", "new"))


def test_a_text_with_half_a_character_is_not_taken_for_a_change_elsewhere(
    store: AnswerStore, path: Path, catalogue: Catalogue
):
    odd = BEGUN.with_criterion("swot", CriterionAnswer(Status.MET, note="halb \ud83d"))
    saved = store.save(BEGUN, odd).answers
    assert store.save(saved, saved.with_fact("project", "new")).answers.criteria["swot"].note == "halb \ud83d"
    assert read(path, catalogue).criteria["swot"].note == "halb ?"


# What a person wrote into the file ------------------------------------------------------------------------------------

PAGE = """\
# Antworten für Musterstadt
format: insek-answers/1
catalogue: insek-klein/2026.1
municipality: {name: Musterstadt} # laut Hauptsatzung
facts:
  project: update # 2012 war das erste
criteria:
  # aus der Klausur
  swot: met
"""


@pytest.fixture
def page_store(path: Path, catalogue: Catalogue) -> AnswerStore:
    """A store for a file that a person wrote."""
    return AnswerStore(path, catalogue)


def test_line_ends_comments_and_the_mark_of_utf8_stay_on_the_disk(path, page_store):
    path.write_bytes(("\ufeff" + PAGE.replace("\n", "\r\n")).encode())
    answers = page_store.read()

    page_store.save(answers, answers.with_fact("project", "new"))

    new = PAGE.replace("project: update", "project: new")
    assert path.read_bytes() == ("\ufeff" + new.replace("\n", "\r\n")).encode()


def test_what_somebody_else_wrote_meanwhile_stays_with_its_comments(path, page_store):
    path.write_text(PAGE, encoding="utf-8")
    answers = page_store.read()
    path.write_text(PAGE + "  council-resolution: met  # von Frau M.\n", encoding="utf-8")

    page_store.save(answers, answers.with_criterion("swot", CriterionAnswer(Status.LATER)))

    expected = PAGE.replace("swot: met", "swot: later") + "  council-resolution: met  # von Frau M.\n"
    assert path.read_text(encoding="utf-8") == expected


def test_answer_after_answer_leaves_every_comment(path, page_store):
    path.write_text(PAGE, encoding="utf-8")
    answers = page_store.read()
    for value in ("new", "update", None):
        after = answers.with_fact("project", value)
        answers = page_store.save(answers, after).answers

    assert path.read_text(encoding="utf-8") == PAGE.replace("project: update", "project: unknown")


@pytest.mark.parametrize("data", [PAGE.encode("cp1252"), (PAGE + "{").encode(), b""])
def test_a_file_broken_meanwhile_stays_and_the_answers_are_saved_beside_it(path, page_store, catalogue, data):
    path.write_text(PAGE, encoding="utf-8")
    answers = page_store.read()
    path.write_bytes(data)
    after = answers.with_fact("project", "new")

    with pytest.raises(UnusableInputError):
        page_store.save(answers, after)

    assert path.read_bytes() == data
    assert path.with_name("ort.gerettet.yaml").read_text(encoding="utf-8") == answers_text(catalogue, after)
