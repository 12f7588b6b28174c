"""How wide a text is in our font, so that columns hold their longest word and page numbers can be estimated.

The widths are those of Arial in thousandths of the type size; Liberation Sans and Helvetica have the same.
"""

import re
from collections.abc import Sequence

# Every word processor has this font or one of the same widths; a common substitute, DejaVu Sans, is wider by this much.
WIDEST_SUBSTITUTE = 115
BOLD = 107
# Widths are summed as bytes, the quickest way there is, therefore in quarters.
_QUARTERS, _USUAL = 4, 556 // 4


class _Signs(dict[int, str]):
    """The sign whose number is the width of a sign; those not listed are as wide as a digit."""

    def __missing__(self, sign: int) -> str:
        return chr(_USUAL)


_WIDTHS = _Signs(
    (ord(sign), chr(width // _QUARTERS))
    for width, signs in {
        191: "'",
        222: "ijl’‚‘",
        278: " !,./:;I[\\]ft·\u00a0",
        333: "()-`r„“”",
        350: "•",
        500: "Jcksvxyz",
        556: "#$0123456789?L_abdeghnopquäöü–§€é",
        584: "+<=>~",
        611: "FTZß",
        667: "&ABEKPSVXYÄ",
        722: "CDHNRUwÜ",
        778: "GOQÖ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "—…☐☒",
    }.items()
    for sign in signs
)
_WORD_END = re.compile(r"[\s\u00a0]+|(?<=[-–/])")


def text_width(text: str, half_points: int) -> int:
    """Return the width of a text on one line in twentieths of a point."""
    return sum(text.translate(_WIDTHS).encode("latin-1")) * _QUARTERS * half_points // 100


def longest_word(text: str, half_points: int) -> int:
    """Return the width of the widest piece of a text that can only be broken within a word."""
    words = set(_WORD_END.split(text))
    most = max(map(len, words))
    return max(text_width(word, half_points) for word in words if len(word) * 2 >= most)


def fitted(shares: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that share the room, none narrower than its least while there is room for all.

    What a column needs beyond its share is taken from the others, in the ratio of what they have to spare.
    """
    widths = [room * share // sum(shares) for share in shares]
    lacking = [max(0, need - width) for need, width in zip(least, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(least, widths, strict=True)]
    if not sum(lacking) or not sum(spare):
        return widths
    taken = min(sum(lacking), sum(spare))
    return [
        width + lack * taken // sum(lacking) - -(-free * taken // sum(spare))
        for width, lack, free in zip(widths, lacking, spare, strict=True)
    ]
