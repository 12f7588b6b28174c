"""How a number spreads over municipalities: median and quartiles, nothing that shows the first or the last."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from insek_cli.core.values import dataclass

FEWEST = 3
FEWEST_QUARTILES = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """Over how many, their middle from three on, the three quartiles from five on.

    With fewer they would show single answers: from the quartiles of three or four every value can be reckoned.
    """

    number: int
    median: Fraction | None
    quartiles: tuple[Fraction, Fraction, Fraction] | None


def spread(values: Iterable[Fraction | int]) -> Spread:
    """Return the spread of values, interpolated between neighbours (type 7, as spreadsheets do)."""
    ordered = sorted(Fraction(value) for value in values)
    if len(ordered) < FEWEST:
        return Spread(len(ordered), None, None)
    low, middle, high = (_quantile(ordered, Fraction(part, 4)) for part in (1, 2, 3))
    quartiles = (low, middle, high) if len(ordered) >= FEWEST_QUARTILES else None
    return Spread(len(ordered), middle, quartiles)


def _quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
