"""Lines typed and read."""

from datetime import date

import pytest

from insek_cli.cli.questions.typed import (
    filled_in,
    municipality_key,
    people,
    text_or_none,
    typed_day,
    valid,
    valid_or_none,
)
from insek_cli.prompts import Moved
from tests.cli.questions.script import Script, go


@pytest.mark.parametrize(("typed", "number"), [("6480", 6480), ("6.480", 6480), ("6 480", 6480), ("1", 1)])
def test_inhabitants_are_read_as_people_type_them(typed, number):
    assert people(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "-5", "viele", "6,480", "10.000.000", "²"])
def test_what_is_no_number_of_inhabitants_is_refused(typed):
    with pytest.raises(ValueError, match="Einwohnerzahl"):
        people(typed)


def test_the_key_of_a_municipality_may_have_blanks():
    assert municipality_key("14 5 22 999") == "14522999"


@pytest.mark.parametrize("typed", ["12.3.2026", "12.03.2026", "12. 3. 2026", "2026-03-12"])
def test_a_day_is_read_as_people_type_it_or_files_write_it(typed):
    assert typed_day(typed) == date(2026, 3, 12)


@pytest.mark.parametrize("typed", ["", "12.3.26", "31.2.2026", "März 2026", "12.3.2026 abends", "1.2.2026\n"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(ValueError, match="Bitte einen Tag eingeben, den es gibt"):
        typed_day(typed)


def test_a_line_that_cannot_be_read_is_asked_again(capsys: pytest.CaptureFixture[str]):
    script = Script(["x", "7"])
    assert valid(script, "Zahl:", int_in_german) == 7
    assert "Das ist keine Zahl." in capsys.readouterr().out


def int_in_german(typed: str) -> int:
    if not typed.isdigit():
        raise ValueError("Das ist keine Zahl.")
    return int(typed)


def test_an_empty_line_is_none_where_none_is_allowed():
    assert valid_or_none(Script([""]), "Zahl:", int_in_german) is None
    assert text_or_none(Script([""]), "Text:", "alt") is None


def test_fields_are_filled_one_after_the_other_and_kept_each():
    kept: list[list[str]] = []
    fields = [
        lambda asker, value, name=name: [*value[: ord(name) - ord("a")], asker.text(name, moves=())] for name in "abc"
    ]
    assert filled_in(Script(["1", "2", "3"]), fields, [], kept.append) == ["1", "2", "3"]
    assert kept == [["1"], ["1", "2"], ["1", "2", "3"]]


def kept_nowhere(value: str) -> None:
    """Take a value that no test asks for."""


def test_going_back_before_the_first_field_leads_out():
    def first(asker, value):
        return valid(asker, "a", str)

    with pytest.raises(Moved):
        filled_in(Script([go()]), [first], "", kept_nowhere)
