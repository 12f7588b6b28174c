"""Median and quartiles as spreadsheets reckon them, and nothing that shows single values."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.spread import spread

SHARES = st.fractions(min_value=0, max_value=1)


@given(st.lists(SHARES, min_size=5, max_size=40))
def test_quartiles_are_those_of_the_standard_library(values):
    found = spread(values)
    assert found.quartiles == tuple(statistics.quantiles(values, n=4, method="inclusive"))
    assert found.median == statistics.median(values)


@given(st.lists(SHARES, max_size=20), st.randoms())
def test_order_is_irrelevant(values, dice):
    shuffled = values.copy()
    dice.shuffle(shuffled)
    assert spread(shuffled) == spread(values)


@pytest.mark.parametrize("values", [[], [1], [0, 1]])
def test_under_three_there_is_no_spread(values):
    found = spread(values)
    assert (found.number, found.quartiles, found.median) == (len(values), None, None)


@given(st.lists(SHARES, min_size=3, max_size=4))
def test_under_five_there_is_the_middle_only_for_quartiles_give_every_value_away(values):
    found = spread(values)
    assert (found.median, found.quartiles) == (statistics.median(values), None)


def test_five_are_enough_for_quartiles():
    quarters = [Fraction(part, 4) for part in range(5)]
    assert spread(quarters).quartiles == tuple(quarters[1:4])
