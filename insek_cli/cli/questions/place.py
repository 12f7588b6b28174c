"""Who answers: the municipality, found in the official register or typed field by field."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from insek_cli.cli.questions.talk import Move, Talk, say_line, say_moves
from insek_cli.cli.questions.typed import (
    Field,
    filled_in,
    municipality_key,
    people,
    picked,
    text_or_none,
    valid,
    valid_or_none,
)
from insek_cli.core.answers import Answers, Municipality, PlaceKind
from insek_cli.core.entries import Landkreis
from insek_cli.core.interview import UNNAMED
from insek_cli.core.register import Place, Register, is_elsewhere, landkreis_of, municipality_of
from insek_cli.core.written import filled
from insek_cli.documents import wording as w
from insek_cli.documents.register_pages import elsewhere_sentence, place_district, place_name
from insek_cli.errors import UnusableInputError
from insek_cli.files.register import load_register
from insek_cli.prompts import BACK, Asker, Moved, Option

MOST_MATCHES = 12
# A name may begin with any letter.
NO_REGISTER = (
    "Ohne Gemeindeverzeichnis geben Sie alles von Hand ein. Ist es eingelesen (insek register import), genügt der Name."
)
_LEAVE = Option(Move.LEAVE, "speichern und aufhören", "!")
_BY_HAND = Option("by-hand", "keine davon, von Hand eingeben", "0")
_KINDS = (Option(PlaceKind.STADT, "Stadt", "1"), Option(PlaceKind.GEMEINDE, "Gemeinde", "2"))


def ask_place(talk: Talk) -> None:
    """Ask for the municipality; every field is kept at once."""
    say_line("Um welche Gemeinde geht es?")
    say_moves((BACK, _LEAVE))
    register = _register()
    while True:
        typed = _typed_name(talk, by_part=register is not None)
        try:
            place = _described(talk, register, typed)
        except Moved:
            continue
        break
    if place.ags is not None and is_elsewhere(place.ags):
        say_line(elsewhere_sentence(place))
    talk.change(lambda interview: interview.answer_place(place))


def _register() -> Register | None:
    """Return the register if there is one; without it everything is typed."""
    try:
        register = load_register()
    except UnusableInputError as error:
        say_line(str(error))
        return None
    if register is None:
        say_line(NO_REGISTER)
    return register


def _typed_name(talk: Talk, *, by_part: bool) -> str:
    known = talk.answers.municipality
    question = "Name der Gemeinde (ein Teil genügt):" if by_part else "Name der Gemeinde:"
    return valid(talk.asker, question, filled, "" if known.name == UNNAMED.name else known.name, (BACK, _LEAVE))


def _described(talk: Talk, register: Register | None, typed: str) -> Municipality:
    """Return the municipality of a name; raises Moved to type another one."""
    known = talk.answers.municipality
    match = None if register is None or typed == known.name else _matched(talk.asker, register.find(typed))
    start = replace(known, name=typed) if match is None else municipality_of(match, known)
    fields = _fields(talk.interview.catalogue.entries.landkreise) if match is None else (_inhabitants,)
    talk.keep(_with(start))
    return filled_in(talk.asker, fields, start, lambda place: talk.keep(_with(place)))


def _matched(asker: Asker, places: Sequence[Place]) -> Place | None:
    """Return the place meant, None where none fits and everything is to be typed."""
    if not places:
        say_line("Im Gemeindeverzeichnis steht dazu nichts; bitte von Hand eingeben.")
        return None
    if len(places) > MOST_MATCHES:
        say_line(f"Dazu passen {len(places)} Gemeinden; hier die besten. Mehr vom Namen grenzt ein (zurück mit <).")
    shown = places[:MOST_MATCHES]
    options = [Option(place.ags, f"{place_name(place)}, {place_district(place)}") for place in shown]
    chosen = picked(asker, "Welche Gemeinde ist es?", (*options, _BY_HAND), shown[0].ags)
    return next((place for place in shown if place.ags == chosen), None)


def _with(place: Municipality) -> Callable[[Answers], Answers]:
    return lambda answers: replace(answers, municipality=place)


def _fields(landkreise: Iterable[Landkreis]) -> tuple[Field[Municipality], ...]:
    return (_kind, _inhabitants, _key, _landkreis_of(landkreise))


def _kind(asker: Asker, known: Municipality) -> Municipality:
    return replace(known, kind=PlaceKind(picked(asker, "Stadt oder Gemeinde?", _KINDS, known.kind)))


def _inhabitants(asker: Asker, known: Municipality) -> Municipality:
    """Return the municipality with a number; another one than the register's has neither its date nor its basis."""
    if known.inhabitants is not None and known.inhabitants_date is not None:
        basis = f", {known.inhabitants_basis}" if known.inhabitants_basis else ""
        figure = f"Einwohner am {w.day(known.inhabitants_date)}: {w.whole(known.inhabitants)}{basis}."
        say_line(f"{known.name}: {figure} Die Eingabetaste übernimmt die Zahl.")
    number = valid(asker, "Einwohnerzahl:", people, str(known.inhabitants or ""))
    if number == known.inhabitants:
        return known
    return replace(known, inhabitants=number, inhabitants_date=None, inhabitants_basis=None)


def _key(asker: Asker, known: Municipality) -> Municipality:
    question = "Gemeindeschlüssel (AGS, acht Ziffern; leer lassen, wenn unbekannt):"
    return replace(known, ags=valid_or_none(asker, question, municipality_key, known.ags or ""))


def _landkreis_of(landkreise: Iterable[Landkreis]) -> Field[Municipality]:
    """Return the question for the Landkreis; the first five digits of the key already tell it."""

    def landkreis(asker: Asker, known: Municipality) -> Municipality:
        told = None if known.ags is None else landkreis_of(landkreise, known.ags)
        preset = known.landkreis or (told.title if told is not None and not told.independent else None)
        return replace(known, landkreis=text_or_none(asker, "Landkreis (leer lassen, wenn unbekannt):", preset))

    return landkreis
