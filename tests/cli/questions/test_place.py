"""Who answers, field by field."""

import pytest

from insek_cli.core.answers import Answers, Municipality, PlaceKind
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.interview import UNNAMED
from tests.cli.questions.script import go, held, left

NEW = Answers(UNNAMED)


def test_place_is_taken_as_people_type_it(catalogue: Catalogue):
    talk = held(catalogue, "municipality", "Musterdorf", "gemeinde", "6.480", "14522999", "Musterkreis", answers=NEW)
    assert talk.answers.municipality == Municipality(
        "Musterdorf", kind=PlaceKind.GEMEINDE, inhabitants=6480, ags="14522999", landkreis="Musterkreis"
    )
    assert talk.interview.at == "facts.project"


def test_every_field_is_saved_at_once(catalogue: Catalogue):
    talk = held(catalogue, "municipality", "Musterdorf", "stadt", "900", "", "", answers=NEW)
    places = [answers.municipality for answers in talk.saved]
    assert places == [
        UNNAMED,
        Municipality("Musterdorf"),
        Municipality("Musterdorf", kind=PlaceKind.STADT),
        Municipality("Musterdorf", kind=PlaceKind.STADT, inhabitants=900),
    ]


def test_key_and_landkreis_may_stay_unknown_but_not_name_and_inhabitants(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    script = ("", "Dorf", "stadt", "", "viele", "0", "6 480", "123", "", "")
    place = held(catalogue, "municipality", *script, answers=NEW).answers.municipality
    assert (place.ags, place.landkreis, place.inhabitants) == (None, None, 6480)
    said = capsys.readouterr().out
    assert "Hier fehlt der Text." in said
    assert "Einwohnerzahl von 1 bis" in said
    assert "Der Gemeindeschlüssel (AGS) hat genau acht Ziffern, zum Beispiel 14522999." in said


def test_new_place_has_no_preset_and_a_known_one_its_own(catalogue: Catalogue):
    script = ("Ort", "stadt", "900", "", "")
    assert held(catalogue, "municipality", *script, answers=NEW).script.presets == ["", None, "", "", ""]
    known = Answers(Municipality("Alt", kind=PlaceKind.STADT, inhabitants=7, ags="14522999", landkreis="Kreis"))
    talk = held(catalogue, "municipality", *script, answers=known)
    assert talk.script.presets == ["Alt", "stadt", "7", "14522999", "Kreis"]


def test_other_fields_of_the_place_stay(catalogue: Catalogue):
    known = Answers(Municipality("Alt", inhabitants=7, sorbian_name="Stary", association="Verband"))
    place = held(catalogue, "municipality", "Neu", "stadt", "8", "", "", answers=known).answers.municipality
    assert (place.name, place.sorbian_name, place.association) == ("Neu", "Stary", "Verband")


def test_one_can_go_back_field_by_field_and_out_of_the_first(catalogue: Catalogue):
    talk = held(catalogue, "municipality", "Drof", go(), "Dorf", "stadt", "9", go(), "8", "", "", answers=NEW)
    assert (talk.answers.municipality.name, talk.answers.municipality.inhabitants) == ("Dorf", 8)
    assert left(catalogue, "municipality", go(), answers=NEW)[0] == "back"
