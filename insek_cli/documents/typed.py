"""What people typed: the texts that no format may change, not even a blank."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum


def typed_texts(*values: object) -> frozenset[str]:
    """Return every text in the values, as a whole and line by line, without blanks at its ends."""
    return frozenset(part for value in values for text in _texts(value) for part in _parts(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        # A choice of ours is no text of theirs.
        yield from () if isinstance(value, StrEnum) else (value,)
    else:
        for member in _members(value):
            yield from _texts(member)


def _members(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    if is_dataclass(value):
        return (getattr(value, field.name) for field in fields(value))
    return value if isinstance(value, tuple | list) else ()


def _parts(text: str) -> Iterator[str]:
    yield text.strip()
    yield from (line.strip() for line in text.splitlines())
