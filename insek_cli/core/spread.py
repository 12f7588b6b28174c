"""How a number spreads over municipalities: median and quartiles, nothing that shows the first or the last."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from insek_cli.core.values import dataclass

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """Over how many, and the three quartiles; None under three, where they would show single answers."""

    number: int
    quartiles: tuple[Fraction, Fraction, Fraction] | None

    @property
    def median(self) -> Fraction | None:
        """Return the middle."""
        return None if self.quartiles is None else self.quartiles[1]


def spread(values: Iterable[Fraction | int]) -> Spread:
    """Return the spread of values, interpolated between neighbours (type 7, as spreadsheets do)."""
    ordered = sorted(Fraction(value) for value in values)
    if len(ordered) < FEWEST:
        return Spread(len(ordered), None)
    low, middle, high = (_quantile(ordered, Fraction(part, 4)) for part in (1, 2, 3))
    return Spread(len(ordered), (low, middle, high))


def _quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
