"""When two files are of the same municipality: its official key decides, then its name and Landkreis."""

from insek_cli.core.answers import Municipality
from insek_cli.core.place_names import plain_area, plain_name


class Sightings:
    """Remembers where each municipality was seen first."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._names: dict[tuple[str, str], tuple[str | None, str]] = {}

    def first(self, municipality: Municipality, where: str) -> str:
        """Return where the municipality was seen first, which is here if it was not seen before.

        Two of one name are the same if their Landkreis is, unless both have a key; without a Landkreis only if
        neither has one.
        """
        key, name = municipality.ags, named(municipality)
        known = self._keys.get(key) if key is not None else None
        other_key, other = self._names.get(name, (None, where))
        if known is None and (key is None or other_key is None) and (name[1] or key is other_key):
            known = other
        first = where if known is None else known
        self._names.setdefault(name, (key, first))
        if key is not None:
            self._keys.setdefault(key, first)
        return first


def named(municipality: Municipality) -> tuple[str, str]:
    """Return name and Landkreis as they are compared."""
    return plain_name(municipality.name), plain_area(municipality.landkreis or "")


def same_municipality(one: Municipality, other: Municipality) -> bool:
    """Tell whether two files are of the same municipality: by key, by name and Landkreis where either has no key.

    A Landkreis that only one of them names tells nothing.
    """
    if one.ags is not None and other.ags is not None:
        return one.ags == other.ags
    (name, landkreis), (other_name, other_landkreis) = named(one), named(other)
    return name == other_name and (landkreis == other_landkreis or not landkreis or not other_landkreis)


def is_same_place(one: Municipality, other: Municipality) -> bool:
    """Tell whether two are the same municipality: by official key where both have one, else by name."""
    if one.ags and other.ags:
        return one.ags == other.ags
    return _bare_name(one.name) == _bare_name(other.name)


def _bare_name(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["stadt"], ["gemeinde"]) else words)
