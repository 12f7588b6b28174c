"""How wide a text is in our font, so that columns hold their longest word and page numbers can be estimated.

The widths are those of Arial and its bold in thousandths of the type size; Liberation Sans and Helvetica have the same.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

# Every word processor has this font or one of the same widths; a common substitute, DejaVu Sans, is wider by this much.
WIDEST_SUBSTITUTE = 115
BOLD = 107
_USUAL = 556
# Widths become the numbers of signs, and these are summed as pairs of bytes, the quickest way there is.
_PAIRS = f"utf-16-{sys.byteorder[0]}e"


class _Signs(dict[int, str]):
    """The sign whose number is the width of a sign; those not listed are as wide as a digit."""

    def __missing__(self, sign: int) -> str:
        return chr(_USUAL)


def _signs(widths: Mapping[int, str]) -> _Signs:
    return _Signs((ord(sign), chr(width)) for width, signs in widths.items() for sign in signs)


_WIDTHS = _signs(
    {
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
    }
)
_BOLD_WIDTHS = _signs(
    {
        238: "'",
        278: " ,./I[\\]ijl·’‚‘\u00a0",
        333: "!()-:;`ft",
        350: "•",
        389: "r",
        500: "z„“”",
        584: "+<=>~",
        611: "?FLTZbdghnopquöüß",
        667: "EPSVXY",
        722: "&ABCDHKNRUÄÜ",
        778: "GOQÖw",
        833: "M",
        889: "%m",
        944: "W",
        1000: "—…☐☒",
    }
)
_WORD_END = re.compile(r"[\s\u00a0]+|(?<=[-–/])")


def text_width(text: str, half_points: int) -> int:
    """Return the width of a text on one line in twentieths of a point."""
    return sum(_widths([(text, False)])) * half_points // 100


Piece = tuple[str, bool]


def _widths(pieces: Sequence[Piece]) -> memoryview:
    signs = (text.translate(_BOLD_WIDTHS if bold else _WIDTHS) for text, bold in pieces)
    return memoryview("".join(signs).encode(_PAIRS)).cast("H")


def line_count(pieces: Sequence[Piece], half_points: int, room: int) -> int:
    """Return on how many lines pieces of text stand, each bold or not, filled word by word."""
    widths, limit = _widths(pieces), room * _FILLED // (10 * half_points)
    lines, start = 0, 0
    for line in "".join(text for text, _ in pieces).split("\n"):
        lines += _filled(line, widths[start : start + len(line)], limit)
        start += len(line) + 1
    return lines


# Word processors round the place of every sign, so that a line holds a little less than its room; in thousandths.
_FILLED = 998


def _filled(text: str, widths: memoryview, limit: int) -> int:
    if sum(widths) <= limit:
        return 1
    ends = list(accumulate(widths))
    lines, start = 1, 0
    while (fits := bisect_right(ends, limit + (ends[start - 1] if start else 0), start)) < len(ends):
        # A blank may hang over the edge, other signs after which a line may end may not.
        stop = max(text.rfind(" ", start, fits + 1), text.rfind("-", start, fits), text.rfind("/", start, fits)) + 1
        start = stop if stop > start else max(fits, start + 1)
        lines += start < len(ends)
    return lines


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
