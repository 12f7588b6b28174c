"""How much room a text takes in a terminal, where a sign may fill two columns or none, and wrapping by it."""

import textwrap
import unicodedata

from insek_cli.documents.visible import visible

# Everything below is one column wide: Latin letters, signs, blanks.
_FIRST_ODD = "\u0300"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# No character by definition (Unicode 23.7): stands for the second column of a wide sign while a text is wrapped.
_SECOND_COLUMN = "\ufdd0"


def width_of(text: str) -> int:
    """Return the columns a line of text fills."""
    if text.isascii() or max(text) < _FIRST_ODD:
        return len(text)
    pairs = zip(("", *text), text, strict=False)
    return sum(0 if before == _JOINER else _sign_width(sign) for before, sign in pairs)


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} or ord(sign) in _SKIN_TONES:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def padded(text: str, width: int) -> str:
    """Return a text with blanks behind it up to a width."""
    return text + " " * (width - width_of(text))


def padded_left(text: str, width: int) -> str:
    """Return a text with blanks before it up to a width."""
    return " " * (width - width_of(text)) + text


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text, indented; line ends within it are kept, longer words stay whole."""
    lines: list[str] = []
    for part in visible(text).split("\n"):
        lines += textwrap.wrap(
            _spread(part),
            width,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return [line.replace(_SECOND_COLUMN, "") for line in lines]


def _spread(text: str) -> str:
    """Return a text that counts a wide sign twice."""
    if text.isascii() or max(text) < _FIRST_ODD:
        return text
    return "".join(sign + _SECOND_COLUMN if _sign_width(sign) > 1 else sign for sign in text)
