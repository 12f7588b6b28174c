"""Who answers: the municipality, field by field."""

from collections.abc import Callable
from dataclasses import replace

import typer

from insek_cli.cli.questions.talk import Talk
from insek_cli.cli.questions.typed import filled_in, people, picked, text_or_none, valid, valid_or_none
from insek_cli.core.answers import Answers, Municipality, PlaceKind
from insek_cli.core.interview import UNNAMED
from insek_cli.core.written import ags, filled
from insek_cli.prompts import Asker, Option

_KINDS = (Option(PlaceKind.STADT, "Stadt", "1"), Option(PlaceKind.GEMEINDE, "Gemeinde", "2"))


def ask_place(talk: Talk) -> None:
    """Ask for the municipality; every field is kept at once."""
    typer.echo("\nUm welche Gemeinde geht es? (Mit < kommen Sie ein Feld zurück.)")
    place = filled_in(talk.asker, _FIELDS, talk.answers.municipality, lambda place: talk.keep(_with(place)))
    talk.change(lambda interview: interview.answer_place(place))


def _with(place: Municipality) -> Callable[[Answers], Answers]:
    return lambda answers: replace(answers, municipality=place)


def _name(asker: Asker, known: Municipality) -> Municipality:
    preset = "" if known.name == UNNAMED.name else known.name
    return replace(known, name=valid(asker, "Name der Gemeinde:", filled, preset))


def _kind(asker: Asker, known: Municipality) -> Municipality:
    return replace(known, kind=PlaceKind(picked(asker, "Stadt oder Gemeinde?", _KINDS, known.kind)))


def _inhabitants(asker: Asker, known: Municipality) -> Municipality:
    number = valid(asker, "Einwohnerzahl:", people, str(known.inhabitants or ""))
    return replace(known, inhabitants=number)


def _key(asker: Asker, known: Municipality) -> Municipality:
    question = "Gemeindeschlüssel (AGS, acht Ziffern; leer lassen, wenn unbekannt):"
    return replace(known, ags=valid_or_none(asker, question, ags, known.ags or ""))


def _landkreis(asker: Asker, known: Municipality) -> Municipality:
    return replace(known, landkreis=text_or_none(asker, "Landkreis (leer lassen, wenn unbekannt):", known.landkreis))


_FIELDS = (_name, _kind, _inhabitants, _key, _landkreis)
