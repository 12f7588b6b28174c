"""How scalars are written in files."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core import written as w

RIGHT = [
    (w.whole, "0", 0),
    (w.whole, "999999999", 999999999),
    (w.positive, "1", 1),
    (w.number, "0.6500", Decimal("0.65")),
    (w.number, "12", Decimal(12)),
    (w.share, "0.35", Decimal("0.35")),
    (w.share, "1", Decimal(1)),
    (w.half, "0.5", Decimal("0.5")),
    (w.half, "2.0000", Decimal(2)),
    (w.truth, "true", True),
    (w.truth, "false", False),
    (w.day, "2024-02-29", date(2024, 2, 29)),
    (w.day_or_reason, "2026-03-12", date(2026, 3, 12)),
    (w.day_or_reason, "keine Mittel", "keine Mittel"),
    (w.day_or_reason, "12.03.2026", "12.03.2026"),
    (w.year, "1900", 1900),
    (w.year, "2100", 2100),
    (w.inhabitants, "1", 1),
    (w.inhabitants, "9999999", 9999999),
    (w.one_to_five, "5", 5),
    (w.kebab, "a", "a"),
    (w.kebab, "heat-plan-2", "heat-plan-2"),
    (w.ags, "14522999", "14522999"),
    (w.ars, "145220000999", "145220000999"),
    (w.district_key, "14522", "14522"),
    (w.filled, " Text ", " Text "),
]
WRONG = [
    (w.whole, ["", "01", "-1", "+1", "1.0", "1e3", "1_000", "0x1", "1000000000", " 1", "1\n", "٣", "nan"]),
    (w.positive, ["0", "-1", "", "00"]),
    (w.number, [".5", "1.", "0.65001", "1,5", "-0.5", "1e3", ".nan", "inf", "00.5", "1.5\n"]),
    (w.share, ["1.0001", "35", "-0.5", "0,5", ""]),
    (w.half, ["0.25", "0.3", "-0.5", "1,5", "", "0.0001"]),
    (w.truth, ["True", "yes", "no", "1", ""]),
    (w.day, ["2026-02-30", "2023-02-29", "0000-01-01", "2026-3-12", "20260312", "12.03.2026", "2026-03-12T00:00", ""]),
    (w.day_or_reason, ["2026-13-01", "", "  "]),
    (w.year, ["1899", "2101", "02026", "26", ""]),
    (w.inhabitants, ["0", "10000000", "6 480", "6.480", ""]),
    (w.one_to_five, ["0", "6", "05", "3.0", ""]),
    (w.kebab, ["", "A", "a_b", "-a", "a-", "a--b", "ä", "a b", "a\n"]),
    (w.ags, ["1452299", "145229990", "1452299a", "١٤٥٢٢٩٩٩"]),
    (w.ars, ["14522000099", "1452200009990"]),
    (w.district_key, ["", "1452", "145220", "1452a", "14522\n"]),
    (w.filled, ["", "  ", "\n"]),
]


@pytest.mark.parametrize(("read", "text", "expected"), RIGHT)
def test_a_right_text_becomes_the_value(read, text, expected):
    value = read(text)
    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(("read", "text"), [(read, text) for read, texts in WRONG for text in texts])
def test_a_wrong_text_is_answered_with_a_german_sentence(read, text):
    with pytest.raises(ValueError, match=r"^[A-ZÄÖÜ].*\.$"):
        read(text)


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_read_as_it_is_written(day):
    assert w.day(day.isoformat()) == day


@given(st.text())
def test_no_text_breaks_a_reader(text):
    for read, _ in WRONG:
        try:
            read(text)
        except ValueError as error:
            assert str(error).endswith(".")  # noqa: PT017 - any text may be right or wrong
