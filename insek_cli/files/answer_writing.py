"""Writes answers as YAML that people can read and that loads equal."""

import dataclasses
from decimal import Decimal
from enum import Enum

from insek_cli.core.answers import FORMAT, UNKNOWN_FACT, Answers, CriterionAnswer
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue
from insek_cli.files.schema import key_of
from insek_cli.files.yaml_writing import Value, lines_of


def answers_text(catalogue: Catalogue, answers: Answers) -> str:
    """Return the content of a new answer file, parts in a fixed order, entries in the order of the catalogue."""
    return "".join(f"{line}\n" for line in lines_of(answer_parts(catalogue, answers), 0))


def answer_parts(catalogue: Catalogue, answers: Answers) -> dict[str, Value]:
    """Return what an answer file says, each part and entry in its place; what was not answered is left out."""
    parts: dict[str, Value | None] = {
        "format": FORMAT,
        "catalogue": catalogue.reference,
        "municipality": _fields(answers.municipality),
        "facts": {key: _fact(answers.facts[key]) for key in catalogue.question if key in answers.facts},
        "plans": tuple(_fields(plan) for plan in answers.plans),
        "criteria": {key: _criterion(answers.criteria[key]) for key in catalogue.criterion if key in answers.criteria},
        "support": answers.support,
        "feedback": {key: _fields(answers.feedback[key]) for key in catalogue.criterion if key in answers.feedback},
        "statistics": answers.statistics,
    }
    return {
        key: value
        for key, value in parts.items()
        # Support left out means that nobody was asked, an empty list that none is wanted.
        if value is not None and (value or key == "support")
    }


def _fields(value: object) -> dict[str, Value]:
    """Return the fields of a dataclass that say something, under their keys."""
    if not dataclasses.is_dataclass(value):
        return {}
    return {
        key_of(field.name): _written(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if getattr(value, field.name) not in {None, field.default}
    }


def _written(value: Value | Enum) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    # Half a character, as an argument in another encoding brings it, could be written but never read.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _fact(value: FactValue | None) -> Value:
    if value is None:
        return UNKNOWN_FACT
    return int(value) if isinstance(value, Decimal) and value == value.to_integral() else _written(value)


def _criterion(answer: CriterionAnswer) -> Value:
    fields = _fields(answer)
    return fields["status"] if len(fields) == 1 else fields
