"""Writes answers as YAML that people can read and that loads equal."""

import dataclasses
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

import yaml

from insek_cli.core.answers import (
    FORMAT,
    UNKNOWN_FACT,
    Answers,
    CriterionAnswer,
    PlanEntry,
)
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue
from insek_cli.files.schema import key_of

WIDTH = 110
_TEXT = "tag:yaml.org,2002:str"
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß0-9](?:[A-Za-zÄÖÜäöüß0-9 .,/()_%+-]*[A-Za-zÄÖÜäöüß0-9.)%])?\Z").match
_NUMBER = re.compile(r"[0-9][0-9A-Za-z_.:+-]*\Z").match


def answers_text(catalogue: Catalogue, answers: Answers) -> str:
    """Return the content of an answer file, parts in a fixed order, entries in the order of the catalogue."""
    parts = {
        "format": FORMAT,
        "catalogue": catalogue.reference,
        "municipality": _fields(answers.municipality),
        "facts": {key: _fact(answers.facts[key]) for key in catalogue.question if key in answers.facts},
        "plans": [_plan(plan) for plan in answers.plans],
        "criteria": {key: _criterion(answers.criteria[key]) for key in catalogue.criterion if key in answers.criteria},
        "support": None if answers.support is None else list(answers.support),
        "feedback": {key: _fields(value) for key, value in answers.feedback.items()},
        "statistics": answers.statistics,
    }
    return "".join(_part(key, value) for key, value in parts.items() if value or (value == [] and key == "support"))


def _part(key: str, value: object) -> str:
    text: str = yaml.dump(
        {key: value}, Dumper=_TextDumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return text


class _TextDumper(yaml.SafeDumper):
    """Knows only texts: one that another reader could take for something else stands in quotation marks.

    libyaml's own writer would be quicker, but writes every emoji as a number.
    """

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library asks so
        """Write a value out wherever it stands: a day that two answers share is no reference, which no reader takes."""
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Half a character, as an argument in another encoding brings it, could be written but never read.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return dumper.represent_scalar(_TEXT, whole, style=_style(dumper, whole))


def _style(dumper: yaml.SafeDumper, text: str) -> str | None:
    """Return how a text is written: plain where no reader could take it for something else."""
    if "\n" in text and _fits_a_block(text):
        return "|"
    alone = _PLAIN(text) and not _NUMBER(text) and dumper.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT  # type: ignore[no-untyped-call]
    return None if alone else '"'


def _fits_a_block(text: str) -> bool:
    """Tell whether a text can stand as it is; a blank line at its end would end the document."""
    if text.startswith((" ", "\n")) or text.endswith("\n\n"):
        return False
    return all(line.isprintable() and line == line.rstrip() for line in text.split("\n"))


def _represent_number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", format(value, "f"))


_TextDumper.add_representer(str, _represent_text)
_TextDumper.add_representer(Decimal, _represent_number)


def _fields(value: object) -> dict[str, object]:
    """Return the fields of a dataclass that say something, under their keys."""
    if not dataclasses.is_dataclass(value):
        return {}
    return {
        key_of(field.name): _written(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if getattr(value, field.name) not in {None, field.default}
    }


def _written(value: object) -> object:
    return str(value.value) if isinstance(value, Enum) else value


def _fact(value: FactValue | None) -> FactValue:
    if value is None:
        return UNKNOWN_FACT
    return int(value) if isinstance(value, Decimal) and value == value.to_integral() else value


def _plan(plan: PlanEntry) -> Mapping[str, object]:
    return _fields(plan)


def _criterion(answer: CriterionAnswer) -> object:
    fields = _fields(answer)
    return fields["status"] if len(fields) == 1 else fields
