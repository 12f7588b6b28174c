"""The division into groups: exact for few against every division there is, good and disjoint for many."""

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.partition import LARGEST, SMALLEST, best_groups, exact_groups, improved_groups, members_of


def table_worth(seed: int):
    """Return a worth without any order in it."""

    @cache
    def worth(group: int) -> int:
        return max(0, random.Random(f"{seed} {group}").randint(-60, 40)) * group.bit_count()  # noqa: S311 - the same each time

    return worth


def need_worth(seed: int, number: int):
    """Return a worth like that of real occasions: points for those in need, less what every pair costs."""
    dice = random.Random(seed)  # noqa: S311 - the same each time
    needs = [sum(1 << place for place in range(number) if dice.random() < 0.45) for _ in range(12)]
    points = [dice.choice((2, 3, 4)) for _ in needs]

    @cache
    def worth(group: int) -> int:
        return sum(_gain((group & need).bit_count(), point) for need, point in zip(needs, points, strict=True))

    return worth


def _gain(savers: int, points: int) -> int:
    return max(0, points * savers - savers * (savers - 1) // 2) if savers > 1 else 0


def all_divisions(members: list[int]):
    """Yield every division into groups of any size up to five, the slow and plain way."""
    if not members:
        yield []
        return
    first, *rest = members
    for chosen in range(1 << len(rest)):
        if chosen.bit_count() < LARGEST:
            group = [first, *(member for place, member in enumerate(rest) if chosen >> place & 1)]
            left = [member for member in rest if member not in group]
            for others in all_divisions(left):
                yield [group, *others]


def total(groups, worth) -> int:
    return sum(worth(group) for group in groups)


def mask(members) -> int:
    return sum(1 << member for member in members)


@given(seed=st.integers(0, 10_000), number=st.integers(0, 7))
@settings(max_examples=25, deadline=None)
def test_few_are_divided_as_well_as_can_be(seed, number):
    worth = table_worth(seed)
    best = max(
        sum(worth(mask(group)) for group in division if len(group) >= SMALLEST)
        for division in all_divisions(list(range(number)))
    )
    assert total(exact_groups((1 << number) - 1, worth), worth) == best


@given(seed=st.integers(0, 10_000), number=st.integers(0, 30))
@settings(max_examples=25, deadline=None)
def test_groups_are_disjoint_of_two_to_five_and_worth_something(seed, number):
    worth = need_worth(seed, number)
    groups = best_groups([(1 << number) - 1], worth)
    together = 0
    for group in groups:
        assert group & together == 0
        assert SMALLEST <= group.bit_count() <= LARGEST
        assert worth(group) > 0
        together |= group


def test_quick_division_comes_close_to_the_best():
    found = best = 0
    for seed in range(40):
        worth = need_worth(seed, 10)
        everyone = (1 << 10) - 1
        one = total(improved_groups(everyone, [everyone], worth), worth)
        other = total(exact_groups(everyone, worth), worth)
        assert one <= other
        found, best = found + one, best + other
    assert found >= 0.97 * best


def test_no_single_move_or_swap_improves_a_quick_division():
    worth = need_worth(3, 24)
    everyone = (1 << 24) - 1
    groups = improved_groups(everyone, [everyone], worth)
    alone = everyone & ~sum(groups)
    places = [*groups, *(1 << member for member in members_of(alone))]
    before = total(groups, worth)
    for one in places:
        for other in places:
            for member in members_of(one):
                if one != other and other.bit_count() < LARGEST:
                    left, joined = one ^ (1 << member), other | 1 << member
                    after = before - worth(one) - worth(other) + worth(left) + worth(joined)
                    assert after <= before


def test_members_that_never_meet_share_no_group():
    groups = best_groups([0b0011, 0b1100], lambda group: group.bit_count())
    assert groups == [0b0011, 0b1100]


def test_sets_that_overlap_are_divided_together():
    worth = {0b011: 3, 0b110: 5}
    assert best_groups([0b011, 0b110], lambda group: worth.get(group, 0)) == [0b110]


@pytest.mark.parametrize("together", [[], [0b1], [0b1, 0b10]])
def test_without_company_there_are_no_groups(together):
    assert best_groups(together, lambda _: 0) == []
