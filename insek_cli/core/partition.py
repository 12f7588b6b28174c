"""Divides things into groups of two to five so that the sum of what the groups are worth is greatest.

Knows numbers only: a group is a whole number with one bit a member. Exact up to twelve members that hang together;
beyond that groups grow from the best pair on and are improved by moving and swapping single members.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

Worth = Callable[[int], int]

SMALLEST, LARGEST = 2, 5
EXACT = 12
MOST_ROUNDS = 12


def members_of(group: int) -> Iterator[int]:
    """Yield the members of a group, lowest first."""
    while group:
        lowest = group & -group
        yield lowest.bit_length() - 1
        group ^= lowest


def best_groups(together: Sequence[int], worth: Worth) -> list[int]:
    """Return disjoint groups of the greatest worth, the lowest members first.

    together: sets of members that may meet; only members of one set share a group. worth: what a group is worth, 0
    for one that is worth nothing.
    """
    groups: list[int] = []
    for part in _parts(together):
        exact = part.bit_count() <= EXACT
        groups += exact_groups(part, worth) if exact else improved_groups(part, together, worth)
    return sorted(groups, key=lambda group: group & -group)


def _parts(together: Iterable[int]) -> list[int]:
    """Return the sets joined where they overlap."""
    parts: list[int] = []
    for found in together:
        joined = found
        for part in [part for part in parts if part & found]:
            parts.remove(part)
            joined |= part
        parts.append(joined)
    return parts


def exact_groups(part: int, worth: Worth) -> list[int]:
    """Return the best division of a small set: every division is weighed, through a table over its subsets."""
    members = list(members_of(part))
    by_lowest: dict[int, list[tuple[int, int]]] = {1 << member: [] for member in members}
    for size in range(SMALLEST, LARGEST + 1):
        for chosen in combinations(members, size):
            group = sum(1 << member for member in chosen)
            value = worth(group)
            if value > 0:
                by_lowest[group & -group].append((group, value))
    return _divided(members, by_lowest)


def _divided(members: Sequence[int], by_lowest: dict[int, list[tuple[int, int]]]) -> list[int]:
    """Fill the table: the best of a subset leaves its lowest member alone or puts it into one of its groups."""
    best: dict[int, tuple[int, int]] = {0: (0, 0)}
    subsets = [0]
    for member in reversed(members):
        bit = 1 << member
        for rest in subsets.copy():
            whole = rest | bit
            value, chosen = best[rest][0], 0
            for group, worth in by_lowest[bit]:
                if group & ~whole == 0 and best[whole ^ group][0] + worth > value:
                    value, chosen = best[whole ^ group][0] + worth, group
            best[whole] = value, chosen
            subsets.append(whole)
    return _traced(sum(1 << member for member in members), best)


def _traced(whole: int, best: dict[int, tuple[int, int]]) -> list[int]:
    groups = []
    while whole:
        group = best[whole][1]
        if group:
            groups.append(group)
        whole ^= group or whole & -whole
    return groups


def improved_groups(part: int, together: Sequence[int], worth: Worth) -> list[int]:
    """Return a good division of a large set: merged from pairs on, then mended member by member until nothing helps."""
    near = _neighbours(part, together)
    groups = _merged(part, near, worth)
    for _ in range(MOST_ROUNDS):
        if not _mended(groups, near, worth):
            break
    return [group for group in set(groups.values()) if group.bit_count() >= SMALLEST and worth(group) > 0]


def _neighbours(part: int, together: Sequence[int]) -> dict[int, int]:
    """Return for every member those it may meet."""
    near = dict.fromkeys(members_of(part), 0)
    for found in together:
        for member in members_of(found & part):
            near[member] |= found
    return {member: mask & ~(1 << member) for member, mask in near.items()}


def _merged(part: int, near: dict[int, int], worth: Worth) -> dict[int, int]:
    """Return for every member its group, after merging the two groups that gain most, again and again."""
    groups = {member: 1 << member for member in members_of(part)}
    heap: list[tuple[int, int, int]] = []
    for member in groups:
        _offer(heap, 1 << member, {1 << other for other in members_of(near[member]) if other > member}, worth)
    while heap:
        _, one, other = heapq.heappop(heap)
        if groups[_lowest(one)] != one or groups[_lowest(other)] != other:
            continue
        whole = one | other
        for member in members_of(whole):
            groups[member] = whole
        _offer(heap, whole, {groups[found] for found in members_of(near[_lowest(whole)] & ~whole)}, worth)
    return groups


def _offer(heap: list[tuple[int, int, int]], group: int, others: set[int], worth: Worth) -> None:
    """Put on the heap what a group would gain by merging with each of the others."""
    alone = worth(group)
    for other in others:
        whole = group | other
        if whole.bit_count() <= LARGEST:
            gain = worth(whole) - alone - worth(other)
            if gain > 0:
                heapq.heappush(heap, (-gain, group, other))


def _lowest(group: int) -> int:
    return (group & -group).bit_length() - 1


def _mended(groups: dict[int, int], near: dict[int, int], worth: Worth) -> bool:
    """Give every member its best change of place once; tell whether anything changed."""
    changed = False
    for member in groups:
        best, change = 0, _NO_CHANGE
        for parts in _changes(member, groups, near):
            before = sum(worth(group) for group in {groups[found] for part in parts for found in members_of(part)})
            gain = sum(map(worth, parts)) - before
            if gain > best:
                best, change = gain, parts
        for part in change:
            for found in members_of(part):
                groups[found] = part
        changed = changed or best > 0
    return changed


_NO_CHANGE: tuple[int, ...] = ()


def _changes(member: int, groups: dict[int, int], near: dict[int, int]) -> Iterator[tuple[int, ...]]:
    """Yield the groups that would come of leaving, of joining another group, of changing places with a neighbour."""
    bit, own = 1 << member, groups[member]
    left = (own ^ bit,) if own != bit else ()
    if left:
        yield (*left, bit)
    seen = {own}
    for other in members_of(near[member] & ~own):
        theirs, place = groups[other], 1 << other
        if theirs not in seen and theirs.bit_count() < LARGEST:
            seen.add(theirs)
            yield (*left, theirs | bit)
        if own != bit or theirs != place:
            yield own ^ bit | place, theirs ^ place | bit
