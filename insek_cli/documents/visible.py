"""Text as it may be shown anywhere: nothing in it steers a terminal or turns the reading direction."""

import re

# Controls but line end and tab, the other line separators, marks that turn the direction, halves of characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return a text in which such characters show as �; soft hyphens, fixed blanks and joined emoji stay."""
    return _HIDDEN.sub("\ufffd", text.replace("\r\n", "\n"))
