"""Consoles that lack some of our characters get a readable substitute, never a fault and never a `?` without need.

Cheap to import: the table is made when the first character is missing.
"""

import codecs
import sys
from functools import cache
from typing import TextIO

READABLY = "readably"

_ALIKE = {
    '"': "„“”‟″«»〝〞",
    "'": "‚‘’‛′‹›´",
    "-": "‐‑‒–—―−░□▱▢─━┄┅┈┉╌╍═⁃",
    "=": "▒▤▥▦▧▨▩",
    "#": "█▓■▰▇▆▅▄▃▂▁▀▉▊▋▌▍▎▏▐▪◼",
    "|": "│┃┆┇┊┋╎╏║",
    "*": "•‣●◆★☆∗◾",
    "o": "○◯◦◇",
    ".": "·∙⋅",
    ">": "▶►▸❯→⇒➔➜",
    "<": "◀◄◂❮",
    "^": "▲↑⇑",
    "v": "▼↓⇓",
    "+": "✓✔┼╋╬",
    "x": "✗✘✕✖×",
    "/": "⁄∕÷",
    "~": "≈∼",
    " ": "\u00a0",
}
_LONGER = {
    "→": "->",
    "⇒": "=>",
    "←": "<-",
    "⇐": "<=",
    "↔": "<->",
    "…": "...",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "☐": "[ ]",
    "☑": "[x]",
    "☒": "[x]",
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "Ä": "Ae",
    "Ö": "Oe",
    "Ü": "Ue",
    "ß": "ss",
    "ẞ": "SS",
    "€": "EUR",
    "§": "Par.",
    "°": "Grad ",
    "±": "+/-",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ø": "o",
    "Ø": "O",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "©": "(c)",
    "®": "(R)",
}
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_FRAMES = range(0x2500, 0x2580)


def shown_on(encoding: str, text: str) -> str:
    """Return a text as a console with this character set can show it."""
    return text.encode(encoding, READABLY).decode(encoding)


def write_readably() -> None:
    """Make the program's outputs put a substitute where their character set lacks one of ours."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=_writable(stream), errors=READABLY)


def write_for_programs() -> None:
    """Make the result UTF-8 where it goes to a file or a program: JSON or CSV with other quotation marks is broken."""
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def _writable(stream: TextIO) -> str:
    """Return the character set to write with: typer takes ASCII for a mistake and would write UTF-8 instead."""
    return _ASCII if codecs.lookup(stream.encoding).name == "ascii" else stream.encoding


_ASCII = "plain_ascii"


def _plain_ascii(name: str) -> codecs.CodecInfo | None:
    if name != _ASCII:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii_.encode,
        ascii_.decode,
        ascii_.streamreader,
        ascii_.streamwriter,
        ascii_.incrementalencoder,
        ascii_.incrementaldecoder,
        name=_ASCII,
    )


def _replaced(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_substitute, error.object[error.start : error.end])), error.end


def _substitute(sign: str) -> str:
    """Return what stands for a character in ASCII, which every character set holds."""
    known = _table().get(sign)
    if known is not None:
        return known
    import unicodedata  # noqa: PLC0415 - takes time, and most consoles lack nothing

    if unicodedata.category(sign) in _INVISIBLE:
        return ""
    if ord(sign) in _FRAMES:
        return "+"
    parts = unicodedata.normalize("NFKD", sign)
    return "?" if parts == sign else "".join(part if part.isascii() else _substitute(part) for part in parts)


@cache
def _table() -> dict[str, str]:
    """Return every substitute that no rule finds."""
    return {sign: substitute for substitute, signs in _ALIKE.items() for sign in signs} | _LONGER


codecs.register(_plain_ascii)
codecs.register_error(READABLY, _replaced)
