"""What `insek register import` and `find` do."""

from decimal import Decimal
from pathlib import Path

from insek_cli.cli.running import catalogue_at
from insek_cli.core.register import Register, lost_most
from insek_cli.documents.register_pages import import_sentence, loss_sentence, matches
from insek_cli.errors import UnusableInputError, unusable
from insek_cli.files.register import load_register, register_path, save_register
from insek_cli.files.register_workbook import read_register
from insek_cli.files.words import shown
from insek_cli.formats.terminal import terminal_text, terminal_width


def imported(file: Path, folder: Path | None) -> str:
    """Keep the register in a workbook and return what it holds; the catalogue has the rules it is held against."""
    rules = catalogue_at(folder).head.register
    register = read_register(file, rules.largest_area)
    _refuse_loss(file, register, rules.least_kept)
    return f"{import_sentence(register, rules.small)}\nAufbewahrt in: {save_register(register)}"


def _refuse_loss(file: Path, register: Register, least_kept: Decimal) -> None:
    """Raise UnusableInputError if most municipalities kept so far would be lost; a damaged register may be replaced."""
    try:
        old = load_register()
    except UnusableInputError:
        return
    if old is not None and lost_most(register, old, least_kept):
        raise unusable(str(file), loss_sentence(register, old, str(register_path())))


def found(text: str) -> str:
    """Return every match as text; raises UnusableInputError without a register or a match."""
    register = load_register()
    if register is None:
        raise unusable("", "Noch ist kein Gemeindeverzeichnis eingelesen. Bitte zuerst: insek register import DATEI")
    places = register.find(text)
    if not places:
        raise unusable("", f"Keine Gemeinde passt auf {shown(text)}. Ein Teil des Namens genügt, etwa „bern“.")
    return terminal_text(matches(places, register.stamp), terminal_width()).rstrip("\n")
