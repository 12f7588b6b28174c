"""Two states of the same municipalities compared: what became better, what is new, who is missing."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from insek_cli.core.answers import Municipality
from insek_cli.core.assessment import Assessment
from insek_cli.core.cohort import Shares, shares
from insek_cli.core.entries import Criterion, Section
from insek_cli.core.identity import same_municipality
from insek_cli.core.place_names import plain_name
from insek_cli.core.spread import FEWEST
from insek_cli.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion: how many gained points with it, how many lost some."""

    criterion: Criterion
    better: int
    worse: int


@dataclass(frozen=True, slots=True)
class SectionChange:
    """The spread of a section then and now, over those compared."""

    section: Section
    before: Shares
    after: Shares


@dataclass(frozen=True, slots=True)
class CohortChange:
    """Then and now.

    compared: pairs of places, before and after. joined: places of those only there now, gone: of those only there
    before. higher, lower: how many have a higher or lower level. moved: criteria in which somebody changed, most first.
    Under three compared there is neither, because it would show single answers.
    """

    compared: tuple[tuple[int, int], ...]
    joined: tuple[int, ...]
    gone: tuple[int, ...]
    higher: int | None
    lower: int | None
    total: tuple[Shares, Shares]
    sections: tuple[SectionChange, ...]
    moved: tuple[Moved, ...]


def cohort_change(before: Sequence[Assessment], after: Sequence[Assessment]) -> CohortChange:
    """Return what changed between two states, both judged at the same date against the same catalogue."""
    compared = _matched([_place(member) for member in before], [_place(member) for member in after])
    pairs = [(before[old], after[new]) for old, new in compared]
    enough = len(pairs) >= FEWEST
    return CohortChange(
        compared=compared,
        joined=tuple(sorted(set(range(len(after))) - {new for _, new in compared})),
        gone=tuple(sorted(set(range(len(before))) - {old for old, _ in compared})),
        higher=sum(_level(new) > _level(old) for old, new in pairs) if enough else None,
        lower=sum(_level(new) < _level(old) for old, new in pairs) if enough else None,
        total=(shares(old.total for old, _ in pairs), shares(new.total for _, new in pairs)),
        sections=_sections(pairs),
        moved=_moved(pairs) if enough else (),
    )


def _place(member: Assessment) -> Municipality:
    return member.answers.municipality


def _matched(before: Sequence[Municipality], after: Sequence[Municipality]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of places: first by official key, then by name and Landkreis where a side has no key."""
    keys = {place.ags: number for number, place in enumerate(before) if place.ags is not None}
    found = {number: keys[place.ags] for number, place in enumerate(after) if place.ags in keys}
    taken = set(found.values())
    names: defaultdict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(before):
        if number not in taken:
            names[plain_name(place.name)].append(number)
    for new, place in enumerate(after):
        fitting = [
            old for old in names[plain_name(place.name)] if old not in taken and same_municipality(before[old], place)
        ]
        if new not in found and len(fitting) == 1:
            found[new] = fitting[0]
            taken.add(fitting[0])
    return tuple((old, new) for new, old in sorted(found.items()))


def _level(member: Assessment) -> int:
    return [level.id for level in member.catalogue.head.levels].index(member.level.certain.id)


def _sections(pairs: Sequence[tuple[Assessment, Assessment]]) -> tuple[SectionChange, ...]:
    sections = pairs[0][1].catalogue.head.sections if pairs else ()
    return tuple(
        SectionChange(
            section,
            shares(old.sections[place].tally for old, _ in pairs),
            shares(new.sections[place].tally for _, new in pairs),
        )
        for place, section in enumerate(sections)
    )


def _moved(pairs: Sequence[tuple[Assessment, Assessment]]) -> tuple[Moved, ...]:
    """Return the criteria in which secured points changed, those with most gains first, then catalogue order."""
    better, worse = Counter[str](), Counter[str]()
    for old, new in pairs:
        for then, now in zip(old.outcomes, new.outcomes, strict=True):
            if then.applicable and now.applicable:
                better[now.criterion.id] += now.low > then.low
                worse[now.criterion.id] += now.low < then.low
    criteria = pairs[0][1].catalogue.criteria if pairs else ()
    moved = [Moved(criterion, better[criterion.id], worse[criterion.id]) for criterion in criteria]
    changed = [move for move in moved if move.better or move.worse]
    return tuple(sorted(changed, key=lambda move: (-move.better, -move.worse)))
