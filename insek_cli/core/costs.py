"""Cost drivers, levers and the effort profile in points. Euro never come from here."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import Case, Driver, Lever, Per
from insek_cli.core.scale import units
from insek_cli.core.values import dataclass

NEAREST_CASES = 5
STRONGEST = 3


class EffortClass(StrEnum):
    """How heavy the work on the concept will be."""

    LEAN = "lean"
    MEDIUM = "medium"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class FiredDriver:
    """A driver that applies, how often it counts, its points in halves, and the levers that can be offered."""

    driver: Driver
    count: int
    points: int
    levers: tuple[Lever, ...]


@dataclass(frozen=True, slots=True)
class UsedLever:
    """A lever in use and the points it saves, in halves."""

    lever: Lever
    points: int


@dataclass(frozen=True, slots=True)
class CostProfile:
    """Drivers strongest first, levers in use, levers to offer nearest first, points in halves, class.

    unclear: how many drivers might apply, but the answers do not say so.
    """

    drivers: tuple[FiredDriver, ...]
    used: tuple[UsedLever, ...]
    offered: tuple[Lever, ...]
    points: int
    effort: EffortClass
    unclear: int = 0

    @property
    def without_levers(self) -> int:
        """Return the points before any lever in use, in halves."""
        return self.points + sum(use.points for use in self.used)

    @property
    def nearest(self) -> tuple[Lever, ...]:
        """Return the levers to offer first."""
        return self.offered[:STRONGEST]

    @property
    def with_nearest(self) -> int:
        """Return the points if the nearest levers were used too, each counted once, in halves."""
        return self.points - sum(units(lever.points) for lever in self.nearest if lever.points is not None)


def cost_profile(catalogue: Catalogue, situation: Situation) -> CostProfile:
    """Return the profile: base plus the fired drivers less the levers in use."""
    entries = catalogue.entries
    used = tuple(_used(lever, situation) for lever in entries.levers if _is_used(lever, situation))
    in_use = {use.lever.id for use in used}
    open_levers: dict[str, Lever] = {
        lever.id: lever
        for lever in entries.levers
        if lever.id not in in_use and holds(lever.open_when, situation) is True
    }
    drivers = _fired(entries.drivers, situation, open_levers)
    points = units(entries.profile.base) + sum(fired.points for fired in drivers) - sum(use.points for use in used)
    unclear = sum(_is_unclear(driver, situation) for driver in entries.drivers)
    effort = _effort_class(catalogue, points)
    return CostProfile(drivers, used, _nearest_first(drivers, open_levers), points, effort, unclear)


def _fired(
    drivers: Sequence[Driver], situation: Situation, open_levers: Mapping[str, Lever]
) -> tuple[FiredDriver, ...]:
    fired = [
        FiredDriver(
            driver,
            count,
            units(driver.points) * count,
            tuple(open_levers[lever] for lever in driver.levers if lever in open_levers),
        )
        for driver in drivers
        if holds(driver.when, situation) is True and (count := _count(driver.per, situation))
    ]
    return tuple(sorted(fired, key=lambda driver: -driver.points))


def _count(per: Per | None, situation: Situation) -> int:
    """Return how often something counts; an unknown number counts for nothing."""
    if per is None:
        return 1
    if per.fact is None:
        value: object = sum(state.verdict in per.verdict for state in situation.types.values())
    else:
        value = None if per.fact in situation.hidden else situation.facts.get(per.fact)
    if value is None or isinstance(value, str):
        return 0
    full = max(0, int((value - per.above) // per.each))  # type: ignore[operator]
    return full if per.most is None else min(full, per.most)


def _is_unclear(driver: Driver, situation: Situation) -> bool:
    """Tell whether an answer is missing that could make a driver count."""
    applies = holds(driver.when, situation)
    fact = None if driver.per is None else driver.per.fact
    uncounted = fact is not None and fact not in situation.hidden and situation.facts.get(fact) is None
    return uncounted if applies else applies is None and (uncounted or _count(driver.per, situation) > 0)


def _is_used(lever: Lever, situation: Situation) -> bool:
    if lever.when is None and lever.per is None:
        return False
    return holds(lever.when, situation) is True and _count(lever.per, situation) > 0


def _used(lever: Lever, situation: Situation) -> UsedLever:
    return UsedLever(lever, 0 if lever.points is None else units(lever.points) * _count(lever.per, situation))


def _nearest_first(drivers: Sequence[FiredDriver], open_levers: Mapping[str, Lever]) -> tuple[Lever, ...]:
    """Return the levers to offer: those against the strongest drivers first, then by points, then as listed."""
    against = {lever.id: lever for fired in drivers for lever in fired.levers}
    others = [lever for lever in open_levers.values() if lever.id not in against]
    return (*against.values(), *sorted(others, key=lambda lever: -(lever.points or 0)))


def _effort_class(catalogue: Catalogue, points: int) -> EffortClass:
    profile = catalogue.entries.profile
    if points >= units(profile.heavy):
        return EffortClass.HEAVY
    return EffortClass.MEDIUM if points >= units(profile.medium) else EffortClass.LEAN


def nearest_cases(catalogue: Catalogue, inhabitants: int | None) -> tuple[Case, ...]:
    """Return the documented cases nearest in size, by the ratio of inhabitants; without a size the first listed."""
    cases = catalogue.entries.cases
    if inhabitants is None:
        return cases[:NEAREST_CASES]
    sized = [case for case in cases if case.inhabitants is not None]
    return tuple(sorted(sized, key=lambda case: _distance(case.inhabitants or 1, inhabitants))[:NEAREST_CASES])


def _distance(one: int, other: int) -> float:
    return max(one, other) / min(one, other)
