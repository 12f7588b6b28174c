"""German words and numbers."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest

from insek_cli.core.answers import EntryState
from insek_cli.core.conditions import Verdict
from insek_cli.core.costs import EffortClass
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.core.reasons import Reason
from insek_cli.core.vocabulary import Ground, Holder, Obligation, Proof, Status, Take
from insek_cli.documents import wording as w

WORDS = {
    Status: w.STATUS,
    Obligation: w.OBLIGATION,
    Ground: w.GROUND,
    Proof: w.PROOF_NOTE,
    Verdict: w.VERDICT,
    Reason: w.REASON,
    ProgrammeStatus: w.PROGRAMME,
    EffortClass: w.EFFORT,
    Holder: w.HOLDER,
    EntryState: w.ENTRY_STATE,
    Take: w.TAKE,
}


@pytest.mark.parametrize("kind", WORDS)
def test_every_identifier_has_a_german_word_of_its_own(kind: type[StrEnum]):
    words = WORDS[kind]
    assert set(words) == set(kind)
    assert len(set(words.values())) == len(words)


def test_no_word_promises_money():
    promised = re.compile("förderfähig|sie erhalten", re.IGNORECASE)
    assert [word for words in WORDS.values() for word in words.values() if promised.search(word)] == []


def test_only_what_is_read_carries_no_mark():
    assert [proof for proof, note in w.PROOF_NOTE.items() if not note] == [Proof.READ]


def test_unanswered_status_has_a_word():
    assert w.status_word(None) == "noch nicht beantwortet"
    assert w.status_word(Status.MET) == "erfüllt"


def test_day_is_written_the_german_way():
    assert w.day(date(2026, 3, 2)) == "02.03.2026"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (13800, "13.800"), (1234567, "1.234.567")])
def test_thousands_have_points(value, text):
    assert w.whole(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2.50"), "2,5"),
        (Decimal(100), "100"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.0001"), "0,0001"),
        (Decimal(2010), "2010"),
        (2.5, "2,5"),
        (10.0, "10"),
        (3, "3"),
    ],
)
def test_decimal_has_a_comma_and_no_needless_zeros(value, text):
    assert w.decimal(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(None, "–"), (Fraction(1, 3), "33 %"), (Fraction(0), "0 %"), (Fraction(1), "100 %")]
)
def test_share_is_whole_percent(share, text):
    assert w.percent(share) == text


@pytest.mark.parametrize(
    ("units", "text"),
    [
        ((1, 2), "0,5–1 Tag"),
        ((2, 2), "1 Tag"),
        ((2, 4), "1–2 Tage"),
        ((1, 1), "0,5 Tage"),
        ((5, 5), "2,5 Tage"),
        ((29, 74), "14,5–37 Tage"),
    ],
)
def test_range_of_days(units, text):
    assert w.days(units) == text


@pytest.mark.parametrize(("words", "text"), [("", ""), ("a", "a"), ("ab", "a und b"), ("abc", "a, b und c")])
def test_list_of_words(words, text):
    assert w.listed(words) == text


def test_number_agrees_with_its_noun():
    assert [w.counted(number, "Punkt", "Punkte") for number in (0, 1, 2)] == ["0 Punkte", "1 Punkt", "2 Punkte"]


def test_proof_is_noted_behind_a_text():
    assert w.with_note("Gesetz", Proof.READ) == "Gesetz"
    assert w.with_note("Gesetz", Proof.ASSUMPTION) == "Gesetz (Annahme)"


def test_year_has_no_point_and_number_a_comma():
    assert [w.fact(value) for value in (2012, Decimal("2.5"), "yes")] == ["2012", "2,5", "yes"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (Fraction(1, 3), 1, "eine Woche"),
        (Fraction(7, 2), 8, "4 bis 8 Wochen"),
        (70, 77, "70 bis 77 Wochen"),
        (20, 78, "rund 0,5 bis 1,5 Jahre"),
        (179, 395, "rund 3,5 bis 8 Jahre"),
        (104, 104, "rund 2 Jahre"),
        (1, 80, "rund 0,5 bis 2 Jahre"),
        (2000, 90000, "mehr als 20 Jahre"),
    ],
)
def test_time_in_weeks_is_told_in_weeks_and_a_long_one_in_half_years(low, high, said):
    assert w.weeks(Fraction(low), Fraction(high)) == said
