"""Words in cells: tolerant where nobody can be in doubt, strict where somebody could."""

from datetime import date
from decimal import Decimal

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from insek_cli.documents.wording import STATUS
from insek_cli.files.forms.words import Wording, chosen, typed_day, typed_inhabitants, typed_mark, typed_year
from insek_cli.files.words import bare


@pytest.mark.parametrize("status", Status)
def test_every_word_of_the_lists_is_understood(catalogue: Catalogue, status):
    assert Wording(catalogue).status(STATUS[status].upper() + " .") is status


@pytest.mark.parametrize("word", ["ja nein", "erfuellt", "x", "ok?"])
def test_doubtful_word_is_refused(catalogue: Catalogue, word):
    with pytest.raises(ValueError, match="gibt es hier nicht"):
        Wording(catalogue).status(word)


@pytest.mark.parametrize(("text", "found"), [("w. n.", "wn"), ("?", "?"), (" – ", "–"), ("Ja.", "ja")])
def test_signs_count_only_where_there_is_nothing_else(text, found):
    assert bare(text) == found


WORDS = {"Ja, mindestens einen": "yes", "Nein": "no", "Ja, viele": "many", "Jahr": "year"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("nein!", "no"), ("Ja, viele", "many"), ("ja mindestens", "yes"), ("jahr", "year"), ("many", "many")],
)
def test_beginning_is_enough_where_only_one_word_begins_so(text, found):
    assert chosen(text, WORDS) == found


@pytest.mark.parametrize("text", ["ja", "j", "vielleicht"])
def test_word_that_could_be_two_is_refused(text):
    with pytest.raises(ValueError, match="gibt es hier nicht"):
        chosen(text, WORDS)


@pytest.mark.parametrize("text", ["12.3.2026", "12.03.2026", "12. 3. 2026", "2026-03-12"])
def test_days_are_read_as_people_write_them(text):
    assert typed_day(text) == date(2026, 3, 12)


@pytest.mark.parametrize("text", ["März", "31.2.2026", "12.3.26", "3/12/2026"])
def test_other_days_are_refused(text):
    with pytest.raises(ValueError, match=r"12\.03\.2026"):
        typed_day(text)


def test_numbers_are_read_as_people_write_them():
    assert (typed_inhabitants("6.480"), typed_inhabitants("6 480"), typed_year("2024"), typed_mark("5")) == (
        6480,
        6480,
        2024,
        5,
    )
    for read, text in ((typed_inhabitants, "ca. 6000"), (typed_year, "24"), (typed_mark, "6"), (typed_mark, "4,5")):
        with pytest.raises(ValueError, match="Hier gehört"):
            read(text)


def test_count_of_a_form_is_a_whole_number_and_other_numbers_may_be_broken(catalogue: Catalogue):
    words = Wording(catalogue)
    assert words.fact(catalogue.question["districts"], "1.200") == 1200
    assert words.fact(catalogue.question["staff-hours"], "2,5") == Decimal("2.5")
    with pytest.raises(ValueError, match="eine ganze Zahl"):
        words.fact(catalogue.question["districts"], "2,5")
