"""Who answers, field by field."""

import datetime as dt

import pytest

from insek_cli.core.answers import Answers, Municipality, PlaceKind
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.interview import UNNAMED
from insek_cli.files.register import save_register
from insek_cli.files.register_workbook import read_register
from tests.cli.questions.script import go, held, left
from tests.files import statistics_samples as samples

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


@pytest.fixture
def register(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INSEK_DATA_DIR", str(tmp_path))
    return save_register(read_register(samples.register(tmp_path / "g.xlsx"), 1000))


def test_register_fills_all_that_is_known_and_the_figure_is_shown_with_date_and_basis(
    register, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    place = held(catalogue, "municipality", "muecka", "14626320", "948", answers=NEW).answers.municipality
    assert (place.name, place.sorbian_name, place.kind) == ("Mücka", "Mikow", PlaceKind.GEMEINDE)
    assert (place.ags, place.ars, place.landkreis) == ("14626320", "146265502320", "Landkreis Görlitz")
    assert place.association == "Verwaltungsverband Diehsa"
    assert (place.inhabitants, place.inhabitants_date) == (948, dt.date(2023, 12, 31))
    said = " ".join(capsys.readouterr().out.split())
    assert "Mücka: Einwohner am 31.12.2023: 948, Fortschreibung auf Grundlage des Zensus 2011." in said


def test_number_typed_over_that_of_the_register_has_neither_its_date_nor_its_basis(register, catalogue: Catalogue):
    place = held(catalogue, "municipality", "muecka", "14626320", "951", answers=NEW).answers.municipality
    assert (place.inhabitants, place.inhabitants_date, place.inhabitants_basis) == (951, None, None)


@pytest.mark.parametrize(
    ("typed", "ags"),
    [
        ("bernsdorf", "14524010"),
        ("Bernsdorf", "14625030"),
        ("Bautzen / Budyšin", "14625020"),
        ("Weisswasser", "14626600"),
        ("Stadt Dresden", "14612000"),
    ],
)
def test_place_is_found_however_it_is_typed(register, catalogue: Catalogue, typed, ags):
    assert held(catalogue, "municipality", typed, ags, "5", answers=NEW).answers.municipality.ags == ags


def test_place_the_register_does_not_know_or_mean_is_typed_by_hand(
    register, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    by_hand = ("gemeinde", "900", "14625999", "Landkreis Bautzen")
    place = held(catalogue, "municipality", "Hintertupfing", *by_hand, answers=NEW).answers.municipality
    assert (place.name, place.ags) == ("Hintertupfing", "14625999")
    assert "Im Gemeindeverzeichnis steht dazu nichts" in " ".join(capsys.readouterr().out.split())
    other = held(catalogue, "municipality", "Bernsdorf", "by-hand", *by_hand, answers=NEW).answers.municipality
    assert (other.name, other.ags, other.ars) == ("Bernsdorf", "14625999", None)


def test_place_outside_saxony_is_taken_and_told(register, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    place = held(catalogue, "municipality", "münchenbernsdorf", "16076049", "5", answers=NEW).answers.municipality
    assert place.landkreis == "Landkreis Greiz"
    assert "nicht in Sachsen" in capsys.readouterr().out
    held(catalogue, "municipality", "bernsdorf", "14625030", "5", answers=NEW)
    assert "nicht in Sachsen" not in capsys.readouterr().out


def test_without_a_usable_register_everything_is_typed_and_the_remedy_said(
    register, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    by_hand = ("Bernsdorf", "stadt", "900", "14625030", "Landkreis Bautzen")
    register.write_bytes(register.read_bytes()[:100])
    assert held(catalogue, "municipality", *by_hand, answers=NEW).answers.municipality.ags == "14625030"
    assert "beschädigt" in capsys.readouterr().out
    register.unlink()
    talk = held(catalogue, "municipality", *by_hand, answers=NEW)
    assert talk.script.presets[-1] == "Landkreis Bautzen"
    assert "insek register import" in " ".join(capsys.readouterr().out.split())
