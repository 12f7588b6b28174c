"""Documents as Markdown; all text is escaped, so that user text is never markup."""

import re
from collections.abc import Iterator
from dataclasses import replace

from insek_cli.documents.blocks import (
    Address,
    Align,
    Block,
    Chart,
    Contents,
    Document,
    FormPart,
    Heading,
    Lines,
    ListOfTables,
    PageBreak,
    Paragraph,
    Points,
    Runs,
    Signatures,
    Style,
    Table,
    TitlePage,
)
from insek_cli.documents.charts import figures_table, full_caption
from insek_cli.documents.visible import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
_LINE_START = re.compile(r"^([ \t]*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def markdown_text(document: Document) -> str:
    """Return a document as Markdown."""
    parts = ["\n".join(_lines(block)) for block in document.blocks]
    return "\n\n".join(part for part in (*parts, f"---\n\n{escaped(document.footer)}") if part) + "\n"


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one line a kind of block
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {_one_line(escaped(text))}"
        case Paragraph(runs):
            yield _runs(runs)
        case Points(items, ordered):
            for number, item in enumerate(items, start=1):
                mark = f"{number}. " if ordered else "- "
                yield mark + _item(item, len(mark))
        case Table():
            yield from _table(block)
        case Lines() | Address() | Signatures():
            yield from _form(block)
        case Chart():
            yield from _chart(block)
        case TitlePage(title, subtitle, lines):
            yield f"# {_one_line(escaped(title))}\n\n{escaped(subtitle)}\n"
            yield from (f"{_runs(line)}  " for line in lines)
        case Contents() | ListOfTables() | PageBreak():
            pass


def _form(part: FormPart) -> Iterator[str]:
    match part:
        case Lines(lines):
            yield from (f"- **{_one_line(escaped(line.lead))}** {_item(line.value, 2)}" for line in lines)
        case Address(sender, lines):
            yield "  \n".join((escaped(sender), *map(_runs, lines)))
        case Signatures(labels):
            yield "  \n".join(f"{BLANK_LINE} {_one_line(escaped(label))}" for label in labels)


def escaped(text: str) -> str:
    """Return a text in which nothing is markup."""
    return _harmless_starts(_marked(text))


def _marked(text: str) -> str:
    """Return a text in which no sign is markup within a line."""
    return _MARKUP.sub(r"\\\1", visible(text))


def _harmless_starts(text: str) -> str:
    """Return a text in which no line begins a list, a rule or code."""
    return _INDENT.sub(lambda found: "&#32;" * len(found[0].expandtabs(4)), _LINE_START.sub(_harmless_start, text))


def _harmless_start(found: re.Match[str]) -> str:
    """Return the start of a line that would be a list or a rule, with a stroke that takes this meaning away."""
    indent, mark = found[1], found[2]
    return f"{indent}{mark}\\" if mark.isdigit() else f"{indent}\\{mark}"


BLANK_LINE = "\\_" * 20


def _item(runs: Runs, indent: int) -> str:
    """Return the text of a point; its further lines stand below the first."""
    return _runs(runs).replace("\n", "\n" + " " * indent)


def _runs(runs: Runs) -> str:
    """Return the pieces of a paragraph; what begins a line is known only once they are joined."""
    return _harmless_starts("".join(_run(run.text, run.style) for run in runs))


def _run(text: str, style: Style) -> str:
    """Return a run; strong text keeps its outer blanks outside of the stars."""
    inner = _marked(text)
    if style is not Style.STRONG or not inner.strip():
        return inner
    core = inner.strip()
    start = inner.index(core)
    return f"{inner[:start]}**{core}**{inner[start + len(core) :]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_one_line(escaped(table.caption))}**\n"
    yield _row(escaped(column.title) for column in table.columns)
    yield _row("---:" if column.align is Align.RIGHT else "---" for column in table.columns)
    for row in table.rows:
        yield _row(_runs(cell) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return "| " + " | ".join("<br>".join(cell.split("\n")) for cell in cells) + " |"


def _chart(chart: Chart) -> Iterator[str]:
    yield from _table(replace(figures_table(chart), caption=full_caption(chart)))
