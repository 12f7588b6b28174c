"""The whole-number units in which everything is reckoned, prepared once per catalogue.

Points and days are multiples of one half, so twice of them is whole; shares are compared in ten-thousandths.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.conditions import Bar
from insek_cli.core.entries import Criterion, Head, Level
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Obligation, SectionId, Status

UNITS = 2
SHARE = 10_000

RANK = {Obligation.MUST: 0, Obligation.SHOULD: 1, Obligation.MAY: 2}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A criterion with its numbers.

    place: position in the catalogue. rank: 0 must, 1 should, 2 may. days: effort low and high, in halves; effort: their
    sum. order: position in gap order for every number of low points the criterion can have.
    """

    criterion: Criterion
    section: SectionId
    place: int
    rank: int
    weight: int
    days: tuple[int, int]
    effort: int
    order: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The judgement on one criterion; there are few per criterion, so all are made once per catalogue.

    status: as in the file, None where open. applicable: it counts. waived: left out by a reason that holds.
    idle_waiver: „trifft nicht zu“ without effect. low, high: points secured and possible, in units.
    gap: it counts and is not met. unclear: it counts and is unknown, open or waved away without effect.
    """

    weighed: Weighed
    status: Status | None
    applicable: bool
    waived: bool = False
    idle_waiver: bool = False
    low: int = 0
    high: int = 0
    gap: bool = False
    unclear: bool = False

    @property
    def criterion(self) -> Criterion:
        """Return the criterion judged."""
        return self.weighed.criterion


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All outcomes a criterion can have: by status where it counts, by status where its condition is false, waived."""

    counted: Mapping[Status | None, Outcome]
    hidden: Mapping[Status | None, Outcome]
    waived: Outcome


@dataclass(frozen=True, slots=True)
class Threshold:
    """A level in units: points a must needs, shares in ten-thousandths; None asks nothing."""

    level: Level
    must: int | None
    secured: int | None
    should: int | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Units of a catalogue: points by status, full points, what „met“ and „partial“ ask, outcomes, levels."""

    points: Mapping[Status, int]
    full: int
    bars: Mapping[Bar, int]
    outcomes: tuple[Outcomes, ...]
    levels: tuple[Threshold, ...]


def units(value: Decimal) -> int:
    """Return a multiple of one half in whole units."""
    return int(value * UNITS)


def scale_of(head: Head, sections: Sequence[Sequence[Criterion]]) -> Scale:
    """Return the units for the criteria of the sections, in the order of the sections."""
    points = {
        Status.MET: units(head.points.met),
        Status.PARTIAL: units(head.points.partial),
        Status.UNMET: units(head.points.unmet),
        Status.LATER: units(head.points.later),
    }
    bars = {Bar.MET: points[Status.MET], Bar.PARTIAL: points[Status.PARTIAL]}
    return Scale(
        points=points,
        full=points[Status.MET],
        bars=bars,
        outcomes=tuple(_outcomes(weighed, points) for weighed in _weighed(head, sections, points)),
        levels=tuple(_threshold(level, bars) for level in head.levels),
    )


def _threshold(level: Level, bars: Mapping[Bar, int]) -> Threshold:
    return Threshold(
        level,
        must=None if level.must is None else bars[level.must],
        secured=None if level.secured is None else int(level.secured * SHARE),
        should=None if level.should is None else int(level.should * SHARE),
    )


def _weighed(head: Head, sections: Sequence[Sequence[Criterion]], points: Mapping[Status, int]) -> tuple[Weighed, ...]:
    criteria = [
        (criterion, section.id) for section, group in zip(head.sections, sections, strict=True) for criterion in group
    ]
    days = [_days(head, criterion) for criterion, _ in criteria]
    orders = _gap_orders([criterion for criterion, _ in criteria], days, points)
    return tuple(
        Weighed(
            criterion,
            section,
            place,
            RANK[criterion.obligation],
            criterion.weight,
            days[place],
            sum(days[place]),
            orders[place],
        )
        for place, (criterion, section) in enumerate(criteria)
    )


def _outcomes(weighed: Weighed, points: Mapping[Status, int]) -> Outcomes:
    full = points[Status.MET]
    statuses: tuple[Status | None, ...] = (None, *Status)
    return Outcomes(
        counted={status: _counted(weighed, status, points, full) for status in statuses},
        hidden={status: Outcome(weighed, status, applicable=False) for status in statuses},
        waived=Outcome(weighed, Status.NOT_APPLICABLE, applicable=False, waived=True),
    )


def _counted(weighed: Weighed, status: Status | None, points: Mapping[Status, int], full: int) -> Outcome:
    if status is not None and status in points:
        low = points[status]
        return Outcome(weighed, status, applicable=True, low=low, high=low, gap=status is not Status.MET)
    idle = status is Status.NOT_APPLICABLE
    return Outcome(weighed, status, applicable=True, idle_waiver=idle, high=full, gap=True, unclear=True)


def _days(head: Head, criterion: Criterion) -> tuple[int, int]:
    low, high = (criterion.effort or head.effort_default).days
    return units(low), units(high)


def _gap_orders(
    criteria: Sequence[Criterion], days: Sequence[tuple[int, int]], points: Mapping[Status, int]
) -> list[dict[int, int]]:
    """Return per criterion and low points its position in gap order, so that gaps sort by one whole number.

    Must before should before may; then what is missing × weight ⁄ mean days, largest first; then catalogue order.
    """
    keys = sorted(
        (
            RANK[criterion.obligation],
            -Fraction((points[Status.MET] - low) * criterion.weight, sum(days[place])),
            place,
            low,
        )
        for place, criterion in enumerate(criteria)
        for low in {0, *points.values()}
    )
    orders: list[dict[int, int]] = [{} for _ in criteria]
    for position, (_, _, place, low) in enumerate(keys):
        orders[place][low] = position
    return orders
