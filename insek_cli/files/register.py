"""Keeps the register of municipalities in the user's data folder, compact and quick to load.

The file is text: a line of JSON on what holds for all, the names to search in, the rows; parts end with an empty line.
"""

import datetime as dt
import json
import os
from pathlib import Path

from insek_cli.core.register import Register, Stamp
from insek_cli.errors import Problem, UnwritableOutputError, unusable
from insek_cli.files.saving import save_text, unwritable

FORMAT = "insek-register/1"
FILE = "gemeinden.register"
FOLDER_VARIABLE = "INSEK_DATA_DIR"


def register_path() -> Path:
    """Return where the register is kept: in the folder that INSEK_DATA_DIR names, else in the user's data folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named) / FILE
    from platformdirs import user_data_path  # noqa: PLC0415 - only where a register is wanted

    return user_data_path("insek", appauthor=False) / FILE


def load_register() -> Register | None:
    """Return the register that was imported, None without one; raises UnusableInputError if its file is damaged."""
    path = register_path()
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise unusable(str(path), _DAMAGED) from error
    try:
        return _register(text)
    except (ValueError, KeyError, TypeError) as error:
        raise unusable(str(path), _DAMAGED) from error


_DAMAGED = (
    "Dieses Gemeindeverzeichnis ist beschädigt oder von einer anderen Fassung des Programms. "
    "Bitte neu einlesen: insek register import DATEI"
)


def _register(text: str) -> Register:
    """Return the register in a text; raises ValueError, KeyError or TypeError unless the text is whole."""
    first, names, rows = text.split("\n\n")
    head = json.loads(first)
    lines = tuple(rows.removesuffix("\n").split("\n"))
    if head["format"] != FORMAT or head["places"] != len(lines) or len(lines[-1].split("\t")) != head["fields"]:
        raise ValueError
    stamp = Stamp(
        dt.date.fromisoformat(head["territory"]),
        dt.date.fromisoformat(head["counted"]),
        str(head["basis"]),
        str(head["source"]),
    )
    return Register(stamp, lines, "\n" + names)


def save_register(register: Register) -> Path:
    """Keep a register for all later calls and return where; an older one is replaced whole."""
    path = register_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutputError((Problem(str(path.parent), unwritable(error)),)) from error
    save_text(path, _text(register))
    return path


def _text(register: Register) -> str:
    head = {
        "format": FORMAT,
        "places": len(register.rows),
        "fields": register.rows[0].count("\t") + 1,
        "territory": register.stamp.territory.isoformat(),
        "counted": register.stamp.counted.isoformat(),
        "basis": register.stamp.basis,
        "source": register.stamp.source,
    }
    rows = "\n".join(register.rows)
    return f"{json.dumps(head, ensure_ascii=False)}\n{register.names}\n\n{rows}\n"
