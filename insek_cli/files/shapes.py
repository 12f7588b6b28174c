"""Files into values: validates what the reader read and says every fault in German, with its place.

The shapes themselves are the dataclasses of the core; this module knows how the validating library speaks of them.
"""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Generic, TypeVar, Union, get_args, get_origin

from pydantic_core import ErrorDetails, ValidationError

from insek_cli.core.written import OneOf
from insek_cli.errors import Problem
from insek_cli.files.schema import key_of, validator_of
from insek_cli.files.words import few, shown, unknown_sentence
from insek_cli.files.yaml_reader import List, Map, YamlText

T = TypeVar("T")
Steps = tuple[str | int, ...]

PLAIN_VALUE = "Hier gehört ein einfacher Wert hin, keine Liste und keine weiteren Schlüssel."


class Shape(Generic[T]):
    """How a part of a file must look; holds the library's validator for a type."""

    def __init__(self, kind: type[T]) -> None:
        self.kind = kind
        self._validator = validator_of(kind)

    def read(self, raw: object, file: YamlText, path: Steps = ()) -> T | None:
        """Return the value at `path`, or None with every fault added to the file's problems."""
        try:
            value: T = self._validator.validate_python(raw)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self._complain(details, file, path)
            value_or_none = None
        else:
            value_or_none = value
        if file.left_out:
            self._check_left_out(raw, file, path)
        return value_or_none

    def _check_left_out(self, raw: object, file: YamlText, path: Steps) -> None:
        """Complain of unknown keys that have nothing after them; the validator does not see these."""
        for within, key in _left_out(raw, ()):
            kind = _kind_at(self.kind, within)
            allowed = _keys_of(kind)
            if allowed and key not in allowed:
                text = f"{unknown_sentence(key, allowed, 'Das Schlüsselwort')} {_COMMA}"
                file.problems.append(Problem(file.place((*path, *within, key), at_key=True), text))

    def _complain(self, details: ErrorDetails, file: YamlText, path: Steps) -> None:
        within = details["loc"]
        place = path + within
        match details["type"]:
            case "missing" if not file.is_unfinished(place[:-1]):
                text = _missing_sentence(within)
                file.problems.append(Problem(file.place(place[:-1]), text))
            case "missing":
                pass
            case "unexpected_keyword_argument" | "extra_forbidden":
                allowed = _keys_of(_kind_at(self.kind, within[:-1]))
                text = unknown_sentence(str(within[-1]), allowed, "Das Schlüsselwort")
                file.problems.append(Problem(file.place(place, at_key=True), text))
            case _:
                file.problems.append(Problem(file.place(place), _sentence(details, self.kind, within)))


_COMMA = "Steht hier ein Komma im Text? Dann gehört der ganze Text in Anführungszeichen."


def _left_out(raw: object, path: Steps) -> Iterator[tuple[Steps, str]]:
    """Yield the keys with nothing after them, each with the path of its mapping."""
    if isinstance(raw, Map):
        for key in raw.places:
            if key not in raw:
                yield path, key
    parts = raw.items() if isinstance(raw, Mapping) else enumerate(raw) if isinstance(raw, List) else ()
    for step, part in parts:
        yield from _left_out(part, (*path, step))


def _missing_sentence(within: Steps) -> str:
    key = within[-1]
    if isinstance(key, int):
        return f"Hier fehlt der {key + 1}. Wert der Liste."
    return f"Hier fehlt {shown(key)}."


def _sentence(details: ErrorDetails, kind: object, within: Steps) -> str:  # noqa: PLR0911 - one line a kind of fault
    context = details.get("ctx", {})
    match details["type"]:
        case "value_error":
            return str(context["error"])
        case "one_of":
            return details["msg"]
        case "enum":
            allowed = [member.value for member in _enum_at(kind, within)]
            return unknown_sentence(str(details["input"]), allowed, "Den Wert")
        case "string_type":
            return PLAIN_VALUE
        case "dataclass_type" | "dict_type" | "mapping_type":
            return _keys_sentence(_keys_of(_kind_at(kind, within)))
        case "tuple_type" | "list_type":
            return "Hier gehört eine Liste hin, zum Beispiel [erstes, zweites]."
        case "too_long":
            return f"Diese Liste hat zu viele Werte; es dürfen {context['max_length']} sein."
        case _:
            return f"Der Wert {shown(details['input'])} passt hier nicht."


def _keys_sentence(keys: list[str]) -> str:
    return f"Hier gehören Schlüssel mit Werten hin ({few(keys)})." if keys else "Hier gehören Schlüssel mit Werten hin."


def _kind_at(kind: object, steps: Steps) -> object:
    """Return the type that stands at a path of a value, None where the path leaves the known types."""
    for step in steps:
        kind = _bare(kind)
        members = _members(kind)
        chosen = bool(members) and isinstance(step, str) and step.isdigit()
        kind = members[int(step)] if chosen else _inside(kind, step)
    return _bare(kind)


def _inside(kind: object, step: str | int) -> object:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind, include_extras=True)
        return next((hints[name] for name in hints if key_of(name) == step), None)
    arguments = get_args(kind)
    if get_origin(kind) is tuple and isinstance(step, int):
        return arguments[0] if arguments[-1] is ... else arguments[min(step, len(arguments) - 1)]
    return arguments[1] if get_origin(kind) is dict else None


def _members(kind: object) -> tuple[object, ...]:
    """Return the members of a union chosen by keys."""
    inner, *notes = get_args(kind) if get_origin(kind) is Annotated else (None,)
    return get_args(inner) if any(isinstance(note, OneOf) for note in notes) else ()


def _bare(kind: object) -> object:
    """Return a type without its notes and its „or nothing“; a union chosen by keys stays."""
    while not _members(kind):
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in {Union, types.UnionType}:
            kind = next(part for part in get_args(kind) if part is not type(None))
        elif isinstance(kind, typing.NewType):
            kind = kind.__supertype__
        else:
            return kind
    return kind


def _keys_of(kind: object) -> list[str]:
    kinds = _members(kind) or (kind,)
    return [
        key_of(field.name)
        for part in kinds
        if isinstance(part, type) and dataclasses.is_dataclass(part)
        for field in dataclasses.fields(part)
    ]


def _enum_at(kind: object, steps: Steps) -> type[StrEnum] | tuple[()]:
    found = _kind_at(kind, steps)
    return found if isinstance(found, type) and issubclass(found, StrEnum) else ()
