"""Levels, and the shortest way to the next one. Counts in units; nothing is compared after rounding."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from insek_cli.core.entries import Level
from insek_cli.core.scale import SHARE, Scale, Threshold
from insek_cli.core.scoring import MUST, SHOULD, Outcome, gap_order, tally


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


def reached(scale: Scale, outcomes: Sequence[Outcome]) -> Reached:
    """Return the levels, reckoned with the low and with the high points."""
    return Reached(
        _last_level(scale, outcomes, lambda outcome: outcome.low),
        _last_level(scale, outcomes, lambda outcome: outcome.high),
    )


def _last_level(scale: Scale, outcomes: Sequence[Outcome], points: Callable[[Outcome], int]) -> Level:
    counted = [outcome for outcome in outcomes if outcome.applicable]
    shoulds = [outcome for outcome in counted if outcome.weighed.rank == SHOULD]
    weakest = min((points(outcome) for outcome in counted if outcome.weighed.rank == MUST), default=scale.full)
    total, most = _sum(counted, points, scale.full)
    should, should_most = _sum(shoulds, points, scale.full)
    level = scale.levels[0].level
    for asked in scale.levels[1:]:
        if (
            (asked.must is None or weakest >= asked.must)
            and _share_reached(total, most, asked.secured)
            and _share_reached(should, should_most, asked.should)
        ):
            level = asked.level
    return level


def _sum(outcomes: Iterable[Outcome], points: Callable[[Outcome], int], full: int) -> tuple[int, int]:
    got = most = 0
    for outcome in outcomes:
        got += outcome.weighed.weight * points(outcome)
        most += outcome.weighed.weight * full
    return got, most


def _share_reached(got: int, most: int, asked: int | None) -> bool:
    return asked is None or got * SHARE >= asked * most


def shortest_way(scale: Scale, outcomes: Sequence[Outcome], certain: Level) -> Way | None:
    """Return the cheapest set of gaps that leads to the level after `certain`, None at the last level.

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
    counted = [outcome for outcome in outcomes if outcome.applicable]
    open_gaps = sorted((outcome for outcome in counted if outcome.gap), key=gap_order)
    forced = [outcome for outcome in open_gaps if _is_forced(outcome, asked)]
    chosen = _choose(scale, asked, counted, open_gaps, forced)
    return Way(asked.level, chosen, (sum(o.weighed.days[0] for o in chosen), sum(o.weighed.days[1] for o in chosen)))


def _is_forced(outcome: Outcome, asked: Threshold) -> bool:
    return asked.must is not None and outcome.weighed.rank == MUST and outcome.low < asked.must


def _choose(
    scale: Scale, asked: Threshold, counted: Sequence[Outcome], gaps: Sequence[Outcome], forced: Sequence[Outcome]
) -> tuple[Outcome, ...]:
    """Return the forced gaps and the cheapest others, in gap order."""
    key = _keys(gaps)
    free = [place for place, gap in enumerate(gaps) if not _is_forced(gap, asked)]
    gain = [gap.weighed.weight * (scale.full - gap.low) for gap in gaps]
    missing = _missing(counted, scale.full, asked.secured) - sum(
        gap.weighed.weight * (scale.full - gap.low) for gap in forced
    )
    missing_should = _missing([o for o in counted if o.weighed.rank == SHOULD], scale.full, asked.should)
    size = max(missing, missing_should, 0)
    never = 2 * sum(key) + 1
    shoulds = _cheapest([(gain[p], key[p]) for p in free if gaps[p].weighed.rank == SHOULD], size, never)
    others = _cheapest([(gain[p], key[p]) for p in free if gaps[p].weighed.rank != SHOULD], size, never)
    best = min(shoulds[part] + others[max(0, missing - part)] for part in range(max(0, missing_should), size + 1))
    return tuple(gap for place, gap in enumerate(gaps) if best >> place & 1 or _is_forced(gap, asked))


def _missing(outcomes: Sequence[Outcome], full: int, asked: int | None) -> int:
    """Return the units still missing to the share asked, rounded up to the next unit that reaches it."""
    sums = tally(outcomes, full)
    return 0 if asked is None else -(-asked * sums.most // SHARE) - sums.secured


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
