"""`dataclass` for the many small values of the core: made in a fifth of the time.

The standard decorator compiles five functions per class, a quarter of the time `insek score` takes to start, although
most classes are never called: their values come ready-made out of the compiled catalogue. Equality, hash, repr and
the rest are the same for every value, so they are shared here; a constructor is compiled when the first value of its
class is made. Type checkers see the standard decorator.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - passed on under its name on purpose
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Return the decorator for values with slots that never change; there are no others here."""
        if options != {"frozen": True, "slots": True}:
            raise TypeError("values are frozen and have slots")
        make = dataclasses.dataclass(init=False, eq=False, repr=False, slots=True)

        def decorate(plain: type) -> type:
            if hasattr(plain, "__post_init__"):
                raise TypeError("a value is made of its fields alone")
            made = make(plain)
            for name, method in _SHARED.items():
                setattr(made, name, method)
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


def _refuse(value: object, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(value).__name__}.{name} never changes")


def _fill(value: object, fields: tuple[object, ...]) -> None:
    """Give a value that was stored its fields back."""
    put = object.__setattr__
    for name, field in zip(type(value).__match_args__, fields, strict=True):  # type: ignore[attr-defined]
        put(value, name, field)


def _make_first(value: object, /, *given: object, **named: object) -> None:
    """Make the first value of a class; from then on the class has a constructor of its own."""
    kind = type(value)
    kind.__init__ = _constructor(kind)  # type: ignore[method-assign]
    kind.__init__(value, *given, **named)


def _constructor(kind: type) -> Callable[..., None]:
    """Compile `def __init__(self, name, people=0): put_name(self, name) …`, as the standard decorator does."""
    known: dict[str, object] = {}
    heads, lines = ["self"], ["pass"]
    for field in dataclasses.fields(kind):
        name = field.name
        known[f"put_{name}"] = getattr(kind, name).__set__
        if field.default_factory is not dataclasses.MISSING:
            known[f"new_{name}"] = field.default_factory
            heads.append(f"{name}=new_{name}")
            lines.append(f"put_{name}(self, new_{name}() if {name} is new_{name} else {name})")
            continue
        lines.append(f"put_{name}(self, {name})")
        if field.default is dataclasses.MISSING:
            heads.append(name)
        else:
            known[f"usual_{name}"] = field.default
            heads.append(f"{name}=usual_{name}")
    exec(f"def __init__({', '.join(heads)}):\n    " + "\n    ".join(lines), known)  # noqa: S102 - names of our own fields
    return known["__init__"]  # type: ignore[return-value]


_SHARED: dict[str, Callable[..., object]] = {
    "__init__": _make_first,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _fields,
    "__setstate__": _fill,
}
