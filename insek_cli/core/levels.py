"""Levels, and the shortest way to the next one. Counts in units; nothing is compared after rounding."""

from collections.abc import Iterable, Sequence
from itertools import compress

from insek_cli.core.entries import Level
from insek_cli.core.scale import SHARE, Outcome, Scale, Threshold
from insek_cli.core.scoring import MUST, SHOULD
from insek_cli.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Reached:
    """The level reached for certain and the level possible if every open answer turned out well."""

    certain: Level
    possible: Level


@dataclass(frozen=True, slots=True)
class Way:
    """The smallest effort by which the next level's conditions hold; days low and high, in halves."""

    level: Level
    gaps: tuple[Outcome, ...]
    days: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the levels look at, in units: points got and to be had, in total and among shoulds, and the weakest must."""

    total: int
    most: int
    should: int
    should_most: int
    weakest: int


def standings(scale: Scale, outcomes: Sequence[Outcome]) -> tuple[Standing, Standing]:
    """Return the standing with the low and with the high points."""
    low, high, should_low, should_high, most, should_most = 0, 0, 0, 0, 0, 0
    weakest_low = weakest_high = scale.full
    for outcome in outcomes:
        if outcome.applicable:
            weighed = outcome.weighed
            weight = weighed.weight
            low += weight * outcome.low
            high += weight * outcome.high
            most += weight
            if weighed.rank == SHOULD:
                should_low += weight * outcome.low
                should_high += weight * outcome.high
                should_most += weight
            elif weighed.rank == MUST:
                weakest_low = min(weakest_low, outcome.low)
                weakest_high = min(weakest_high, outcome.high)
    most, should_most = most * scale.full, should_most * scale.full
    return (
        Standing(low, most, should_low, should_most, weakest_low),
        Standing(high, most, should_high, should_most, weakest_high),
    )


def reached(scale: Scale, low: Standing, high: Standing) -> Reached:
    """Return the levels, reckoned with the low and with the high points."""
    return Reached(_last_level(scale, low), _last_level(scale, high))


def _last_level(scale: Scale, standing: Standing) -> Level:
    return next((asked.level for asked in reversed(scale.levels[1:]) if _holds(asked, standing)), scale.levels[0].level)


def _holds(asked: Threshold, standing: Standing) -> bool:
    return (
        (asked.must is None or standing.weakest >= asked.must)
        and (asked.secured is None or standing.total * SHARE >= asked.secured * standing.most)
        and (asked.should is None or standing.should * SHARE >= asked.should * standing.should_most)
    )


def shortest_way(scale: Scale, gaps: Sequence[Outcome], low: Standing, certain: Level) -> Way | None:
    """Return the cheapest set of the gaps (in gap order) that leads to the level after `certain`, None at the last.

    Every must below the level's `must` is in the set. Of the others it takes the least sum of mean days, then the
    fewest gaps, then, at the last place in gap order where two sets differ, the one without that gap. These three are
    one whole number that adds up over gaps (days, count, one bit per gap), so two one-dimensional tables are exact:
    one over the should-gaps, one over the rest.
    """
    ids = [threshold.level.id for threshold in scale.levels]
    following = ids.index(certain.id) + 1
    if following == len(ids):
        return None
    asked = scale.levels[following]
    chosen = _choose(scale.full, asked, gaps, low)
    return Way(asked.level, chosen, (sum(o.weighed.days[0] for o in chosen), sum(o.weighed.days[1] for o in chosen)))


def _is_forced(outcome: Outcome, asked: Threshold) -> bool:
    return asked.must is not None and outcome.weighed.rank == MUST and outcome.low < asked.must


def _choose(full: int, asked: Threshold, gaps: Sequence[Outcome], low: Standing) -> tuple[Outcome, ...]:
    """Return the forced gaps and the cheapest others, in gap order."""
    forced = [_is_forced(gap, asked) for gap in gaps]
    gain = [gap.weighed.weight * (full - gap.low) for gap in gaps]
    key = _keys(gaps)
    missing = _missing(asked.secured, low.total, low.most) - sum(compress(gain, forced))
    missing_should = max(0, _missing(asked.should, low.should, low.should_most))
    size = max(missing, missing_should, 0)
    never = 2 * sum(key) + 1
    free = [
        (gap.weighed.rank == SHOULD, *pair)
        for gap, *pair, taken in zip(gaps, gain, key, forced, strict=True)
        if not taken
    ]
    shoulds = _cheapest([(gained, cost) for should, gained, cost in free if should], size, never)
    rest = max(missing - missing_should, 0)
    others = _cheapest([(gained, cost) for should, gained, cost in free if not should], rest, never)
    best = min(shoulds[part] + others[max(0, missing - part)] for part in range(missing_should, size + 1))
    return tuple(gap for place, gap in enumerate(gaps) if forced[place] or best >> place & 1)


def _missing(asked: int | None, got: int, most: int) -> int:
    """Return the units still missing to the share asked, rounded up to the next unit that reaches it."""
    return 0 if asked is None else -(-asked * most // SHARE) - got


def _keys(gaps: Sequence[Outcome]) -> list[int]:
    """Return per gap its days, its count and its bit in one whole number; sums of keys never overlap."""
    bits = len(gaps)
    count_bits = bits.bit_length()
    return [(sum(gap.weighed.days) << count_bits | 1) << bits | 1 << place for place, gap in enumerate(gaps)]


def _cheapest(gaps: Iterable[tuple[int, int]], size: int, never: int) -> list[int]:
    """Return for every gain from 0 to size the smallest key of a set that gains at least so much, else `never`."""
    best = [0] + [never] * size
    for gain, key in gaps:
        shifted = [best[0]] * min(gain, size + 1) + best[: max(0, size + 1 - gain)]
        best = [kept if kept <= moved + key else moved + key for kept, moved in zip(best, shifted, strict=True)]
    return best
