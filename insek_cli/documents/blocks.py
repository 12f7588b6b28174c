"""The block model that feeds every format, so that a section is written once. Knows neither criteria nor formats."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from insek_cli.core.values import dataclass


class Style(StrEnum):
    """How a run of text is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    GAP = "gap"
    BOX = "box"


class Kind(StrEnum):
    """What a paragraph is for; guidance can be deleted from a Word file at one stroke."""

    BODY = "body"
    LEAD = "lead"
    GUIDANCE = "guidance"
    SOURCE = "source"
    NOTE = "note"


class Align(StrEnum):
    """How the text of a column is set."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; user text is never markup.

    page_of: the anchor of a heading; where pages are known, its page stands there instead of the text.
    """

    text: str
    style: Style = Style.PLAIN
    page_of: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 4; numbered where the document numbers its chapters, with an anchor if pages are named."""

    level: int
    text: str
    numbered: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `origin` says where it comes from, for those who want to see it beside the text."""

    runs: Runs
    kind: Kind = Kind.BODY
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points; `ordered` numbers them."""

    items: tuple[Runs, ...]
    ordered: bool = False
    kind: Kind = Kind.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width.

    groups: rows stand together by it, so its value may stand once above them where there is no room for the column.
    """

    title: str
    share: int = 1
    align: Align = Align.LEFT
    groups: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row.

    wide: asks for a page in landscape. room: rows to write in by hand. sortable: a reader may sort it where possible.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str | None = None
    wide: bool = False
    room: bool = False
    sortable: bool = False
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form: its label and what stands there; empty to be written in by hand."""

    label: str
    value: Runs

    @property
    def lead(self) -> str:
        """The label before its value on one line."""
        return self.label if self.label.endswith("?") else f"{self.label}:"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a form, one below the other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes, in the window of an envelope, with the sender above."""

    sender: str
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side, each with what belongs there."""

    labels: tuple[str, ...]


class ChartKind(StrEnum):
    """How a chart shows its figures; the parts of stacked bars are at least 0."""

    STACKED = "stacked"
    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """What a colour of a chart means, and its value for every category; None where there is none."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures; every format also gives the figures as text, for those who cannot see it.

    `head` says what the categories are, `most` where the bars end (else at the largest value), `missing` what a
    category without any value means.
    """

    kind: ChartKind
    caption: str
    head: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    most: float | None = None
    missing: str = "keine Angabe"


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The title page of a document."""

    title: str
    subtitle: str
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents."""


@dataclass(frozen=True, slots=True)
class ListOfTables:
    """The place of the list of tables."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Here a new page begins."""


FormPart = Lines | Address | Signatures
Block = Heading | Paragraph | Points | Table | FormPart | Chart | TitlePage | Contents | ListOfTables | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is called, what stands on every page, its blocks.

    dense: few pages are wanted, type may be small. close: few pages, type stays. numbered: its pages are counted.
    typed: what in it people typed, which no format may change; None where nobody said so.
    day: for which day it holds; None where it says nothing of a day.
    """

    title: str
    header: str
    footer: str
    blocks: tuple[Block, ...]
    dense: bool = False
    close: bool = False
    numbered: bool = True
    typed: frozenset[str] | None = None
    day: date | None = None


def plain(text: str) -> Runs:
    """Return a text as it is."""
    return (Run(text),)


def strong(text: str) -> Runs:
    """Return a text that stands out."""
    return (Run(text, Style.STRONG),)


def gap(text: str) -> Runs:
    """Return a visible gap that somebody has to fill: „[hier: …]“."""
    return (Run(f"[hier: {text}]", Style.GAP),)


def page_of(anchor: str) -> Runs:
    """Return the page of the heading with this anchor."""
    return (Run(UNKNOWN_PAGE, page_of=anchor),)


UNKNOWN_PAGE = "…"


def box() -> Runs:
    """Return an empty box to tick."""
    return (Run(EMPTY_BOX, Style.BOX),)


def ticked() -> Runs:
    """Return a ticked box."""
    return (Run(TICKED_BOX, Style.BOX),)


EMPTY_BOX, TICKED_BOX = "☐", "☒"


def paragraph(*parts: str | Runs, kind: Kind = Kind.BODY, origin: str | None = None) -> Paragraph:
    """Return a paragraph of texts and runs."""
    return Paragraph(_joined(parts), kind, origin)


def points(items: Iterable[str | Runs], *, ordered: bool = False, kind: Kind = Kind.BODY) -> Points:
    """Return a list."""
    return Points(tuple(_joined((item,)) for item in items), ordered, kind)


def table(
    columns: Iterable[Column],
    rows: Iterable[Iterable[str | Runs]],
    *,
    caption: str | None = None,
    wide: bool = False,
    room: bool = False,
) -> Table:
    """Return a table; every row has a cell for each column."""
    titles = tuple(columns)
    cells = tuple(tuple(_joined((cell,)) for cell, _ in zip(row, titles, strict=True)) for row in rows)
    return Table(titles, cells, caption, wide, room)


def from_origin(made: Table, origin: str) -> Table:
    """Return a table that says where it comes from."""
    return replace(made, origin=origin)


def without_origins(document: Document) -> Document:
    """Return a document whose blocks do not say where they come from."""
    return replace(document, blocks=tuple(map(_without_origin, document.blocks)))


def _without_origin(block: Block) -> Block:
    return replace(block, origin=None) if isinstance(block, Paragraph | Table) else block


def sortable(made: Table) -> Table:
    """Return a table that a reader may sort."""
    return replace(made, sortable=True)


def _joined(parts: Iterable[str | Runs]) -> Runs:
    return tuple(run for part in parts for run in (plain(part) if isinstance(part, str) else part))


def text_of(runs: Runs) -> str:
    """Return the runs as one text."""
    return "".join(run.text for run in runs)
