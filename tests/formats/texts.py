"""Texts that users might type, how they have to look afterwards, and documents that hold such a text everywhere."""

import unicodedata
from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from insek_cli.documents.blocks import (
    Address,
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Kind,
    Line,
    Lines,
    Series,
    Signatures,
    TitlePage,
    gap,
    paragraph,
    plain,
    points,
    strong,
    table,
)

REPLACED = "\ufffd"
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

NASTY = (
    "<script>alert(1)</script>",
    "<b>fett</b> & Söhne <!-- ]]> -->",
    "&amp; &lt; &#65;",
    "{{gemeinde}} {plan} ${x} %s %(a)s",
    "=1+1",
    "+49 371 12345",
    "-5",
    "@SUMME(A1)",
    "a | b || c",
    "erste Zeile\nzweite Zeile\n\nvierte Zeile",
    "# keine Überschrift",
    "- kein Punkt\n+ keiner\n* keiner",
    "1. keine Nummer\n2) auch keine",
    "> kein Zitat",
    "Text\n===\nText\n---",
    "*a* _b_ `c` ~~d~~ $e$ ^f^",
    "[Text](http://example.org) ![Bild](x.png) <http://example.org>",
    "    vier Leerzeichen davor",
    "C:\\Daten\\Plan.pdf",
    "שלום עולם مرحبا بالعالم",
    "🏰 👍🏽 é",
    "'einfach' \"doppelt\" „deutsch“",
    "\x07Glocke \x1b[31mrot\x00 \x7f",
    "Wort " * 2000 + "Ende",
    "x" * 10_000,
)

# Not controls: pasted from Word or typed on a telephone, they have to survive as typed.
INVISIBLE = {
    "no-break-space": "10\u00a0000 Euro",
    "narrow-no-break-space": "z.\u202fB.",
    "soft-hyphen": "Entwicklungs\u00adkonzept",
    "joined-emoji": "👨\u200d👩\u200d👧",
}

_SIGNS = " \n|<>&={}#*_`[]()!~-+.:;/\\'\"$^%@–"
_CONTROLS = "".join(chr(number) for number in (0, 1, 7, 8, 11, 12, 27, 31, 127, 128, 155))
USER_TEXTS = st.text(
    st.one_of(
        st.characters(categories=("L", "N", "P", "S")), st.sampled_from(_SIGNS), st.sampled_from(_CONTROLS + TURNING)
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip(" \n")))


def shown(text: str) -> str:
    """Return how a text has to look: control characters, also those that turn its direction, as �."""
    return "".join(REPLACED if _is_control(sign) else sign for sign in text)


def _is_control(sign: str) -> bool:
    return sign in TURNING or (unicodedata.category(sign) == "Cc" and sign != "\n")


def squeezed(text: str) -> str:
    """Return a text without any blank, to compare what was wrapped."""
    return "".join(text.split())


def one_spaced(text: str) -> str:
    """Return a text with single blanks, to compare what a reader folds."""
    return " ".join(text.split())


def chart_of(kind: ChartKind = ChartKind.BARS, **more) -> Chart:
    """Return a chart of two categories and two series, one value missing."""
    usual = {
        "caption": "Bild",
        "head": "Jahr",
        "categories": ("2020", "2025"),
        "series": (Series("Zuzug", (50.0, 10.0)), Series("Fortzug", (None, 20.5))),
    }
    return Chart(kind, **(usual | more))


PLACES: Mapping[str, Callable[[str], Block]] = {
    "heading": lambda text: Heading(2, text),
    "paragraph": paragraph,
    "guidance": lambda text: paragraph(text, kind=Kind.GUIDANCE),
    "strong": lambda text: paragraph("vorn ", strong(text), " hinten"),
    "gap": lambda text: paragraph(gap(text)),
    "point": lambda text: points([text]),
    "numbered": lambda text: points([text], ordered=True),
    "cell": lambda text: table((Column("Eins"),), [(text,)]),
    "column": lambda text: table((Column(text),), [("Wert",)]),
    "caption": lambda text: table((Column("Eins"),), [("Wert",)], caption=text),
    "card": lambda text: table([Column(title) for title in "ABCDE"], [(text, "b", "c", "d", "e")]),
    "number": lambda text: table((Column("Eins", 1, Align.RIGHT),), [(text,)]),
    "chart": lambda text: chart_of(caption=text),
    "bar": lambda text: chart_of(categories=(text,), series=(Series("Reihe", (50.0,)),)),
    "series": lambda text: chart_of(series=(Series(text, (50.0, 10.0)),)),
    "line": lambda text: Lines((Line(text, plain("Wert")), Line("Eins", plain(text)))),
    "address": lambda text: Address(text, (plain(text), plain("Ort"))),
    "signature": lambda text: Signatures((text, "Datum")),
    "title": lambda text: TitlePage(text, text, (plain(text),)),
}


def document_of(*blocks: Block, title: str = "Titel", header: str = "Kopf", footer: str = "Fuß") -> Document:
    """Return a document of these blocks."""
    return Document(title, header, footer, blocks)


def document_with(text: str, *, but: str = "") -> Document:
    """Return a document that holds a text in every place but one."""
    blocks = (block(text) for place, block in PLACES.items() if place != but)
    return document_of(*blocks, title=text, header=text, footer=text)
