"""What a group saves with the occasions for working together: who takes part in each, for what, how many points.

Knows municipalities as numbers only: a group is a whole number with one bit a member. No more than the members who
gain take part in an occasion, so that one more member never lowers what a group saves.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, reduce
from operator import or_

from insek_cli.core.occasions import Occasion, OccasionKind
from insek_cli.core.partition import SMALLEST
from insek_cli.core.values import dataclass

Lacks = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """An occasion: what is lacking and by whom, who could give, one bit each; points in halves."""

    occasion: Occasion
    lacks: Lacks
    gives: int
    points: int
    coordination: int

    @property
    def one_sided(self) -> bool:
        """Tell whether one gives to others, instead of all doing the same."""
        return self.occasion.kind in {OccasionKind.COMPLEMENT, OccasionKind.SIZE}

    @property
    def concerned(self) -> int:
        """Return all who could take part."""
        return union(mask for _, mask in self.lacks) | self.gives


@dataclass(frozen=True, slots=True)
class Saving:
    """What a group does with a chance: those who save, what of it they lack and who does, points in halves."""

    chance: Chance
    savers: int
    lacks: Lacks
    points: int


Best = tuple[int, tuple[Saving, ...]]
Bundle = Callable[[int], Best]


def union(masks: Iterator[int]) -> int:
    """Return who is in any of the sets."""
    return reduce(or_, masks, 0)


def bundles(chances: Sequence[Chance]) -> tuple[tuple[int, Bundle], ...]:
    """Return chances that want the same of the same member as one: who is concerned, and the best for a group.

    What a member lacks counts in one use of a group only; all other chances are weighed by themselves.
    """
    return tuple((union(chance.concerned for chance in found), _weighed(found)) for found in _bundled(chances))


def _bundled(chances: Sequence[Chance]) -> list[tuple[Chance, ...]]:
    found: list[tuple[Chance, ...]] = []
    for chance in chances:
        rivals = [bundle for bundle in found if any(_are_rivals(chance, other) for other in bundle)]
        found = [bundle for bundle in found if bundle not in rivals]
        found.append((*(other for bundle in rivals for other in bundle), chance))
    return found


def _are_rivals(one: Chance, other: Chance) -> bool:
    wanted = dict(one.lacks)
    return any(wanted.get(item, 0) & mask for item, mask in other.lacks)


def _weighed(chances: tuple[Chance, ...]) -> Bundle:
    @cache
    def best(group: int) -> Best:
        return _best(chances, group, {})

    return best


def _best(chances: tuple[Chance, ...], group: int, taken: Mapping[str, int]) -> Best:
    """Return the most a group can save with chances, each with any of its members or not at all."""
    first, rest = chances[0], chances[1:]
    if not rest:
        saving = _greatest(first, group, taken)
        return (saving.points, (saving,)) if saving else (0, ())
    best = _best(rest, group, taken)
    for saving in _savings(first, group, taken):
        points, others = _best(rest, group, _with(taken, saving.lacks))
        if saving.points + points > best[0]:
            best = saving.points + points, (saving, *others)
    return best


def _with(taken: Mapping[str, int], lacks: Lacks) -> Mapping[str, int]:
    return {**taken, **{item: taken.get(item, 0) | mask for item, mask in lacks}}


def _greatest(chance: Chance, group: int, taken: Mapping[str, int]) -> Saving | None:
    """Return the saving of most points, of equal ones that for most members."""
    lacks = _open(chance, group, taken)
    everyone = _in_need(chance, group, lacks)
    if not everyone:
        return None
    if chance.points >= chance.coordination * (_partners(chance, everyone) - 1):
        return _saving(chance, everyone, lacks)
    found = (_saving(chance, savers, lacks) for savers in _subsets(everyone))
    return max((saving for saving in found if saving), key=_rank, default=None)


def _rank(saving: Saving) -> tuple[int, int, int]:
    return saving.points, saving.savers.bit_count(), -saving.savers


def _savings(chance: Chance, group: int, taken: Mapping[str, int]) -> Iterator[Saving]:
    """Yield everything a group could do with a chance, that for most members first."""
    lacks = _open(chance, group, taken)
    for savers in _subsets(_in_need(chance, group, lacks)):
        saving = _saving(chance, savers, lacks)
        if saving:
            yield saving


def _subsets(members: int) -> Iterator[int]:
    subset = members
    while subset:
        yield subset
        subset = (subset - 1) & members


def _open(chance: Chance, group: int, taken: Mapping[str, int]) -> Lacks:
    open_items = ((item, mask & group & ~taken.get(item, 0)) for item, mask in chance.lacks)
    return tuple((item, mask) for item, mask in open_items if mask)


def _in_need(chance: Chance, group: int, lacks: Lacks) -> int:
    if chance.one_sided and not group & chance.gives:
        return 0
    return union(mask for _, mask in _counted(chance, lacks))


def _counted(chance: Chance, lacks: Lacks) -> Lacks:
    """Return what counts: where all do the same, only what at least two of them lack."""
    return lacks if chance.one_sided else tuple(lack for lack in lacks if lack[1].bit_count() >= SMALLEST)


def _saving(chance: Chance, savers: int, lacks: Lacks) -> Saving | None:
    """Return what exactly these would save; nothing if one of them shares no need or it costs more than it saves."""
    within = tuple((item, mask & savers) for item, mask in lacks if mask & savers)
    counted = _counted(chance, within)
    if union(mask for _, mask in counted) != savers:
        return None
    partners = _partners(chance, savers)
    points = chance.points * savers.bit_count() - chance.coordination * (partners * (partners - 1) // 2)
    return Saving(chance, savers, counted, points) if points > 0 else None


def _partners(chance: Chance, savers: int) -> int:
    """Return how many have to agree: all who save, and one who gives."""
    return savers.bit_count() + chance.one_sided
