"""Names of places and areas as they are compared, however they were written."""

# What people write before the name of the same area, with or without.
_KIND_WORDS = (
    "leader-region ",
    "leader region ",
    "region ",
    "verwaltungsgemeinschaft ",
    "verwaltungsverband ",
    "landkreis ",
)


def plain_area(name: str) -> str:
    """Return the name of an area as it is compared, without the word for its kind."""
    plain = plain_name(name)
    return next((plain.removeprefix(word) for word in _KIND_WORDS if plain.startswith(word)), plain)


def plain_name(name: str) -> str:
    """Return a name as it is compared: case, blanks and the way a letter is encoded make no difference."""
    return " ".join((name if name.isascii() else _composed(name)).casefold().split())


def _composed(name: str) -> str:
    from unicodedata import normalize  # noqa: PLC0415 - its tables take 2 ms to load, which most files can do without

    return normalize("NFC", name)
