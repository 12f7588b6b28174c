"""`dataclass` for the many small values of the core, made in half the time.

The standard decorator compiles six functions per class, a quarter of the time `insek score` takes to start. Equality,
hash and repr are the same for every value, so they are shared here; type checkers see the standard decorator.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - passed on under its name on purpose
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Return the decorator: frozen and slots as asked, with shared equality, hash and repr."""
        make = dataclasses.dataclass(**options, eq=False, repr=False)

        def decorate(plain: type) -> type:
            made = make(plain)
            made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _shown
            return made

        return decorate


def _fields(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in type(value).__match_args__)  # type: ignore[attr-defined]


def _equal(value: object, other: object) -> bool:
    if value is other:
        return True
    return _fields(value) == _fields(other) if type(value) is type(other) else NotImplemented


def _hash(value: object) -> int:
    return hash((type(value), _fields(value)))


def _shown(value: object) -> str:
    names = type(value).__match_args__  # type: ignore[attr-defined]
    return f"{type(value).__name__}({', '.join(f'{name}={getattr(value, name)!r}' for name in names)})"
