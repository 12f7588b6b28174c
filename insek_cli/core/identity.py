"""Which files are of the same municipality: its official key decides, then its name and Landkreis."""

from insek_cli.core.answers import Municipality
from insek_cli.core.nearness import plain_area, plain_name


def identity(municipality: Municipality) -> tuple[str, ...]:
    """Return what tells a municipality from others: its official key, without one its name and Landkreis."""
    if municipality.ags is not None:
        return (municipality.ags,)
    return _name(municipality)


def same_municipality(one: Municipality, other: Municipality) -> bool:
    """Tell whether two files are of the same municipality: by key, by name and Landkreis where either has no key.

    A Landkreis that only one of them names tells nothing.
    """
    if one.ags is not None and other.ags is not None:
        return one.ags == other.ags
    (name, landkreis), (other_name, other_landkreis) = _name(one), _name(other)
    return name == other_name and (landkreis == other_landkreis or not landkreis or not other_landkreis)


def _name(municipality: Municipality) -> tuple[str, str]:
    return plain_name(municipality.name), plain_area(municipality.landkreis or "")


def is_same_place(one: Municipality, other: Municipality) -> bool:
    """Tell whether two are the same municipality: by official key where both have one, else by name."""
    if one.ags and other.ags:
        return one.ags == other.ags
    return _bare_name(one.name) == _bare_name(other.name)


def _bare_name(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["stadt"], ["gemeinde"]) else words)
