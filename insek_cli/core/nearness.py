"""Which municipalities have an area in common: Gemeindeverband, LEADER region, Landkreis.

Knows keys and names, no map.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from insek_cli.core.answers import Municipality
from insek_cli.core.occasions import Area
from insek_cli.core.place_names import plain_area
from insek_cli.core.values import dataclass

LANDKREIS_DIGITS = 5
ASSOCIATION_DIGITS = 9
FREE = "0"


@dataclass(frozen=True, slots=True)
class Shared:
    """An area and who lies in it, one bit a member."""

    area: Area
    members: int


def shared_areas(municipalities: Sequence[Municipality]) -> tuple[Shared, ...]:
    """Return the areas in which at least two of them lie, in the order of the areas, then of their first member."""
    return tuple(
        Shared(area, members)
        for area in Area
        for members in _by_key(_keys(area, municipalities)).values()
        if members.bit_count() > 1
    )


def _by_key(keys: Sequence[str | None]) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    for place, key in enumerate(keys):
        if key is not None:
            found[key] |= 1 << place
    return found


def _keys(area: Area, municipalities: Sequence[Municipality]) -> list[str | None]:
    """Return the key of each in this kind of area; a name stands for the official key if anyone has both."""
    marks = [_mark(area, municipality) for municipality in municipalities]
    official = {name: code for code, name in marks if code is not None and name is not None}
    return [code or (None if name is None else official.get(name, name)) for code, name in marks]


def _mark(area: Area, municipality: Municipality) -> tuple[str | None, str | None]:
    """Return official key and name of the area, as far as known."""
    match area:
        case Area.LANDKREIS:
            key = municipality.ags or municipality.ars
            return key and key[:LANDKREIS_DIGITS], _plain(municipality.landkreis)
        case Area.LEADER_REGION:
            return None, _plain(municipality.leader_region)
        case Area.ASSOCIATION:
            return _association(municipality.ars), _plain(municipality.association)


def _association(ars: str | None) -> str | None:
    """Return the key of the Gemeindeverband; one that begins with 0 is the municipality itself."""
    return None if ars is None or ars[LANDKREIS_DIGITS] == FREE else ars[:ASSOCIATION_DIGITS]


def _plain(name: str | None) -> str | None:
    """Return a name as it is compared: „Landkreis Bautzen“ and „bautzen“ are the same."""
    return None if name is None else plain_area(name)
