"""Ways through the interview: start page, lists, search, jump."""

import pytest

from insek_cli.cli.questions.lists import jump, show_overview
from insek_cli.cli.questions.talk import Move
from insek_cli.core.answers import Answers, CriterionAnswer
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from insek_cli.prompts import Moved, Option
from tests.cli.questions.script import TOWN, Held, Script, go

SOME = Answers(
    TOWN.municipality,
    {"project": "update", "stage": None},
    (),
    {
        "swot": CriterionAnswer(Status.MET, note="nach der Überflutung"),
        "council-resolution": CriterionAnswer(Status.UNKNOWN, flagged=True),
        "purpose-written": CriterionAnswer(Status.LATER),
    },
)


def started(catalogue: Catalogue, *script: object, key: str = "facts.existing-year") -> Held:
    return Held(catalogue, key, SOME, script)


def overview(catalogue: Catalogue, *script: object, key: str = "facts.existing-year") -> str | None:
    talk = started(catalogue, *script, key=key)
    show_overview(talk)
    assert talk.script.answers == []
    assert talk.saved == [SOME]
    return talk.interview.at


def test_the_start_page_goes_on_with_the_next_open_question(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    assert overview(catalogue, "on") == "facts.existing-year"
    assert "Ort" in capsys.readouterr().out
    assert overview(catalogue, "on", key="facts.project") == "facts.existing-year"


def test_leaving_from_the_start_page(catalogue: Catalogue):
    with pytest.raises(Moved) as caught:
        overview(catalogue, Move.LEAVE)
    assert caught.value.to == Move.LEAVE


class Lines(Script):
    """A script that keeps the options it was shown."""

    def __init__(self, *answers: object) -> None:
        super().__init__(answers)
        self.shown: list[list[Option]] = []

    def choose(self, question, options, preset=None, moves=()):
        self.shown.append(list(options))
        return super().choose(question, options, preset, moves)


def shown(catalogue: Catalogue, *script: object) -> list[list[str]]:
    talk = started(catalogue)
    talk.asker = lines = Lines(*script)
    show_overview(talk)
    return [[option.title for option in options] for options in lines.shown]


def test_every_list_tells_how_long_it_is_and_empty_ones_are_left_out(catalogue: Catalogue):
    (page,) = shown(catalogue, "on")
    assert [title for title in page if "(" in title][1:] == ["„weiß nicht“ (2)", "gemerkte Fragen (1)"]
    talk = Held(catalogue, "facts.project", TOWN, [])
    talk.asker = lines = Lines("on")
    show_overview(talk)
    assert not [option for option in lines.shown[0] if "(0)" in option.title or "gemerkt" in option.title]


@pytest.mark.parametrize(
    ("chosen", "key"),
    [("open", "criteria.risk-check"), ("unknown", "facts.stage"), ("flagged", "criteria.council-resolution")],
)
def test_a_list_leads_to_its_questions(catalogue: Catalogue, chosen, key):
    if chosen == "open":
        key = next(f"criteria.{c.id}" for c in catalogue.criteria if c.id not in SOME.criteria)
    assert overview(catalogue, chosen, key) == key


def test_a_list_shows_number_title_and_how_each_question_stands(catalogue: Catalogue):
    _, unknown = shown(catalogue, "unknown", "facts.stage")
    assert unknown[0] == "Wie weit ist das Vorhaben? (weiß nicht)"


def test_going_back_from_a_list_shows_the_start_page_again(catalogue: Catalogue):
    assert overview(catalogue, "unknown", go(), "part", go(), "search", go(), "on") == "facts.existing-year"


def test_a_part_is_entered_at_its_first_open_question(catalogue: Catalogue):
    pages = shown(catalogue, "part", "facts.existing-year")
    assert pages[1][0].startswith("Gemeinde und Vorhaben (")
    assert overview(catalogue, "part", "support") == "support"


def jumped(catalogue: Catalogue, *script: object) -> str | None:
    talk = started(catalogue, *script)
    jump(talk)
    assert talk.script.answers == []
    return talk.interview.at


def test_one_jumps_by_number(catalogue: Catalogue):
    steps = started(catalogue).interview.steps()
    for number in (1, 3, len(steps)):
        assert jumped(catalogue, str(number)) == steps[number - 1].key


def test_one_jumps_by_words_of_question_or_answer(catalogue: Catalogue):
    assert jumped(catalogue, "wie weit vorhaben", "facts.stage") == "facts.stage"
    assert jumped(catalogue, "ueberflutung 2", "ueberflutung", "criteria.swot") == "criteria.swot"


@pytest.mark.parametrize("typed", ["999", "²", "Quastenflosser"])
def test_what_leads_nowhere_is_told_and_asked_again(catalogue: Catalogue, typed, capsys: pytest.CaptureFixture[str]):
    assert jumped(catalogue, typed, "1") == "municipality"
    assert "Dazu gibt es keine Frage und keine Antwort. Nummern gehen von 1 bis" in " ".join(
        capsys.readouterr().out.split()
    )


@pytest.mark.parametrize("script", [("",), (go(),), ("vorhaben", go())], ids=["nothing", "back", "back from list"])
def test_one_can_stay(catalogue: Catalogue, script):
    talk = started(catalogue, *script)
    with pytest.raises(Moved):
        jump(talk)
    assert talk.interview.at == "facts.existing-year"


def test_found_questions_are_marked(catalogue: Catalogue):
    talk = started(catalogue)
    talk.asker = lines = Lines("überflutung", "criteria.swot")
    jump(talk)
    (found,) = lines.shown[0]
    assert found.title == f"{catalogue.criterion['swot'].title} (beantwortet)"
    assert found.key.isdigit()
