"""Levels, and the shortest way to the next one. Counts in units; nothing is compared after rounding."""

from collections.abc import Sequence

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


def _choose(full: int, asked: Threshold, gaps: Sequence[Outcome], low: Standing) -> tuple[Outcome, ...]:
    """Return the forced gaps and the cheapest others, in gap order."""
    forced = _forced(gaps, asked)
    gain = [gap.weighed.weight * (full - gap.low) for gap in gaps]
    key = _keys(gaps)
    missing = _missing(asked.secured, low.total, low.most) - sum(gain[place] for place in forced)
    missing_should = max(0, _missing(asked.should, low.should, low.should_most))
    size, rest = max(missing, missing_should, 0), max(missing - missing_should, 0)
    shoulds = _free(gaps, gain, key, forced, should=True)
    others = _free(gaps, gain, key, forced, should=False)
    never = 2 * sum(key) + 1
    by_shoulds, by_others = _cheapest(shoulds, size, never), _cheapest(others, rest, never)
    best = min(by_shoulds[part] + by_others[max(0, missing - part)] for part in range(missing_should, size + 1))
    return tuple(gap for place, gap in enumerate(gaps) if place in forced or best >> place & 1)


def _forced(gaps: Sequence[Outcome], asked: Threshold) -> frozenset[int]:
    """Return the places of the musts below what the level asks of every must."""
    must = asked.must
    if must is None:
        return frozenset()
    return frozenset(place for place, gap in enumerate(gaps) if gap.weighed.rank == MUST and gap.low < must)


def _free(
    gaps: Sequence[Outcome], gain: Sequence[int], key: Sequence[int], forced: frozenset[int], *, should: bool
) -> list[tuple[int, int]]:
    """Return gain and key of the gaps that may be chosen, of one kind, the cheapest first."""
    places = [place for place, gap in enumerate(gaps) if (gap.weighed.rank == SHOULD) is should and place not in forced]
    return sorted([(key[place], gain[place]) for place in places])


def _missing(asked: int | None, got: int, most: int) -> int:
    """Return the units still missing to the share asked, rounded up to the next unit that reaches it."""
    return 0 if asked is None else -(-asked * most // SHARE) - got


def _keys(gaps: Sequence[Outcome]) -> list[int]:
    """Return per gap its days, its count and its bit in one whole number; sums of keys never overlap."""
    bits = len(gaps)
    count_bits = bits.bit_length()
    return [(gap.weighed.effort << count_bits | 1) << bits | 1 << place for place, gap in enumerate(gaps)]


def _cheapest(gaps: Sequence[tuple[int, int]], size: int, never: int) -> list[int]:
    """Return for every gain from 0 to size the smallest key of a set that gains at least so much, else `never`.

    gaps: key and gain, cheapest first. A gap is left out where cheaper ones that gain no less already gain enough
    together: a set with all of these and with it would do without it.
    """
    best = [0] + [never] * size
    if size == 0:
        return best
    taken = [0] * (max((gain for _, gain in gaps), default=0) + 1)
    for key, gain in gaps:
        if sum(taken[gain:]) >= size:
            continue
        taken[gain] += gain
        shifted = [0] * min(gain, size + 1) + best[: max(0, size + 1 - gain)]
        best = [min(kept, moved + key) for kept, moved in zip(best, shifted, strict=True)]
    return best
