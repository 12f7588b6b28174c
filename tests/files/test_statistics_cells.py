"""Numbers, times and keys as official tables write them; everything else is said with its place."""

from decimal import Decimal

import pytest

from insek_cli.core.statistics import Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.statistics_cells import MOST_PROBLEMS, Reading, attribute, scopes_of, short_key


@pytest.fixture
def reading():
    return Reading("14522999", lambda line, column: f"x.csv:{line}:{column}")


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [
        ("12", Decimal(12), None),
        ("-1,1", Decimal("-1.1"), None),
        ("48.2", Decimal("48.2"), None),
        ("0", Decimal(0), None),
        ("-", None, "-"),
        (".", None, "."),
        ("/", None, "/"),
        ("x", None, "x"),
        ("...", None, "..."),
    ],
)
def test_number_or_mark_is_read(reading, text, number, mark):
    assert reading.number(text, "Prozent", "Stand", 2, 9) == (number, mark)
    assert reading.problems == []


@pytest.mark.parametrize("text", ["12 345", "12\u202f345", "123 p", "123r", "(12)", "1.234,5", "12e3", "1)", "", "٣"])
def test_spaces_and_footnotes_are_said_with_their_place(reading, text):
    assert reading.number(text, "Anzahl", "Stand", 7, 9) == (None, None)
    assert str(reading.problems[0]).startswith("x.csv:7:9: Hier gehört eine Zahl hin")


def test_count_with_a_point_is_ambiguous_and_a_share_is_not(reading):
    assert reading.number("1.234", "Prozent", "Stand", 2, 9) == (Decimal("1.234"), None)
    assert reading.number("1.234", "Anzahl", "Stand", 2, 9) == (None, None)
    assert "mehrdeutig" in reading.problems[0].text


@pytest.mark.parametrize(
    ("text", "words"), [("-6927", "kleiner als null"), ("6927,5", "gebrochen"), ("6927.5", "gebrochen")]
)
def test_count_that_cannot_be_is_said_with_its_place(reading, text, words):
    assert reading.number(text, "Anzahl", "Bevölkerungsstand", 7, 9) == (None, None)
    assert str(reading.problems[0]) == f"x.csv:7:9: Eine Anzahl kann nicht {words} sein, gefunden: „{text}“."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("-12", "Wanderungssaldo"),
        ("-3", "Überschuss der Geborenen"),
        ("2,1", "Personen je Haushalt"),
        ("12,0", "Stand"),
    ],
)
def test_balance_may_be_negative_and_a_mean_broken(reading, text, title):
    assert reading.number(text, "Anzahl", title, 7, 9) == (Decimal(text.replace(",", ".")), None)


@pytest.mark.parametrize(
    ("text", "time"),
    [("31.12.2024", "2024-12-31"), ("2024-12-31", "2024-12-31"), ("2024", "2024"), ("2024/25", "2024/25")],
)
def test_time_is_read(reading, text, time):
    assert reading.time(text, 2, 4) == time


@pytest.mark.parametrize("text", ["", "12/2024", "31.02.2024", "Dezember"])
def test_other_times_are_said_with_their_place(reading, text):
    assert reading.time(text, 3, 4) is None
    assert reading.problems[0].place == "x.csv:3:4"


def test_after_twenty_problems_reading_ends(reading):
    for line in range(MOST_PROBLEMS - 1):
        reading.complain(line, 0, "Fehler.")
    with pytest.raises(UnusableInputError) as caught:
        reading.complain(99, 0, "Fehler.")
    assert len(caught.value.problems) == MOST_PROBLEMS


def test_keys_of_municipality_landkreis_and_land_are_known():
    assert scopes_of("14522999") == {"14": Scope.LAND, "14522": Scope.LANDKREIS, "14522999": Scope.MUNICIPALITY}
    assert scopes_of("14612000")["14612"] is Scope.MUNICIPALITY


def test_regional_key_is_shortened_to_the_municipality_key():
    assert [short_key(key) for key in ("145225555999", "14522999", "14")] == ["14522999", "14522999", "14"]


def test_total_is_no_restriction():
    assert attribute("Insgesamt", "X") is attribute("", "X") is None
    assert attribute("  weiblich ", "GESW").title == "weiblich"
