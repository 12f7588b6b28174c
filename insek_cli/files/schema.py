"""Dataclasses of the core as schemas of pydantic's validator.

pydantic would make the same schemas through `TypeAdapter`, but takes as long for it as the rest of `insek score`
(figures in docs/architecture.md).
"""

import dataclasses
import types
import typing
from enum import EnumType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import SchemaValidator

from insek_cli.core.written import OneOf, Written

Schema = dict[str, Any]


def validator_of(kind: type) -> SchemaValidator:
    """Return the validator for a dataclass: unknown keys are errors, keys are written as `key_of` says."""
    builder = _Builder()
    schema = builder.schema(kind)
    return SchemaValidator({"type": "definitions", "schema": schema, "definitions": list(builder.definitions.values())})


def key_of(field: str) -> str:
    """Return the key in a file for the name of a field: `at_least` is written `at-least`, `is_` is `is`."""
    return field.rstrip("_").replace("_", "-")


class _Builder:
    """Makes schemas; a dataclass is defined once and referred to, so that conditions may hold conditions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def schema(self, kind: Any) -> Schema:  # noqa: ANN401, PLR0911 - any annotation of the core, a line each
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._noted(arguments[0], arguments[1:])
        if origin in {Union, types.UnionType}:
            (inner,) = (part for part in arguments if part is not type(None))
            return {"type": "nullable", "schema": self.schema(inner)}
        if origin is tuple:
            return self._tuple(arguments)
        if origin is dict:
            return {
                "type": "dict",
                "keys_schema": self.schema(arguments[0]),
                "values_schema": self.schema(arguments[1]),
            }
        if isinstance(kind, typing.NewType):
            return self.schema(kind.__supertype__)
        if isinstance(kind, EnumType):
            return {"type": "enum", "cls": kind, "members": list(kind), "sub_type": "str"}
        return {"type": "str", "strict": True} if kind is str else self._dataclass(kind)

    def _noted(self, kind: Any, notes: tuple[object, ...]) -> Schema:  # noqa: ANN401 - any annotation of the core, a line each
        for note in notes:
            if isinstance(note, Written):
                read = {"type": "function-plain", "function": {"type": "no-info", "function": note.read}}
                return {"type": "chain", "steps": [{"type": "str", "strict": True}, read]}
            if isinstance(note, OneOf):
                return self._one_of(kind, note)
        return self.schema(kind)

    def _one_of(self, kind: Any, note: OneOf) -> Schema:  # noqa: ANN401 - any annotation of the core, a line each
        return {
            "type": "tagged-union",
            "choices": {str(place): self.schema(member) for place, member in enumerate(get_args(kind))},
            "discriminator": note.choose,
            "custom_error_type": "one_of",
            "custom_error_message": note.expected,
        }

    def _tuple(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments[-1] is ...:
            return {"type": "tuple", "items_schema": [self.schema(arguments[0])], "variadic_item_index": 0}
        return {"type": "tuple", "items_schema": [self.schema(item) for item in arguments]}

    def _dataclass(self, kind: type) -> Schema:
        name = kind.__qualname__
        if name not in self.definitions:
            self.definitions[name] = {}
            hints = typing.get_type_hints(kind, include_extras=True)
            fields = dataclasses.fields(kind)
            self.definitions[name] = {
                "type": "dataclass",
                "ref": name,
                "cls": kind,
                "fields": [field.name for field in fields],
                "slots": True,
                "frozen": True,
                "schema": {
                    "type": "dataclass-args",
                    "dataclass_name": name,
                    "extra_behavior": "forbid",
                    "fields": [self._field(field, hints[field.name]) for field in fields],
                },
            }
        return {"type": "definition-ref", "schema_ref": name}

    def _field(self, field: dataclasses.Field[object], hint: Any) -> Schema:  # noqa: ANN401 - any annotation of the core, a line each
        schema = self.schema(hint)
        if field.default is not dataclasses.MISSING:
            schema = {"type": "default", "schema": schema, "default": field.default}
        elif field.default_factory is not dataclasses.MISSING:
            schema = {"type": "default", "schema": schema, "default_factory": field.default_factory}
        return {"type": "dataclass-field", "name": field.name, "validation_alias": key_of(field.name), "schema": schema}
