"""Documents as one self-contained HTML file: no script, style inside, printable, dark mode, all text escaped."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from insek_cli.documents.blocks import (
    Address,
    Align,
    Block,
    Chart,
    Column,
    Contents,
    Document,
    FormPart,
    Heading,
    Lines,
    ListOfTables,
    PageBreak,
    Paragraph,
    Points,
    Run,
    Runs,
    Signatures,
    Style,
    Table,
    TitlePage,
)
from insek_cli.documents.charts import figures_table, full_caption
from insek_cli.documents.visible import visible
from insek_cli.formats.binding import bound
from insek_cli.formats.svg import chart_svg


def html_text(document: Document) -> str:
    """Return a document as an HTML page; its only script is inside and sorts tables, for who has scripts on."""
    document = bound(document)
    body = "\n".join(line for number, block in enumerate(document.blocks) for line in _lines(block, number))
    sorts = any(isinstance(block, Table) and block.sortable for block in document.blocks)
    kind = ' class="dense"' if document.dense else ""
    script = f"<script>{_shipped('sorting.js')}</script>\n" if sorts else ""
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n<style>{_shipped('report.css')}{_printed_edges(document)}</style>\n</head>\n"
        f"<body{kind}>\n"
        f'<a class="skip" href="#inhalt">Zum Inhalt springen</a>\n{_navigation(document)}'
        f'<main id="inhalt">\n{body}\n</main>\n'
        f"<footer><p>{_text(document.footer)}</p></footer>\n{script}</body>\n</html>\n"
    )


def _shipped(name: str) -> str:
    return (resources.files("insek_cli") / "formats" / name).read_text(encoding="utf-8")


def _printed_edges(document: Document) -> str:
    """Return what print says on every page: municipality and paper above, the page below.

    Chromium, and print programs, know these boxes; Firefox and Safari print their own line instead.
    """
    named = document.title if document.header in document.title else f"{document.header} · {document.title}"
    pages = '"Seite " counter(page) " von " counter(pages)' if document.numbered else '""'
    return (
        f"@page{{@top-left{{content:{_css_string(named)}}}"
        f"@bottom-left{{content:{_css_string(document.footer)}}}@bottom-right{{content:{pages}}}}}\n"
    )


def _css_string(text: str) -> str:
    """Return a text as a string in a style sheet: all but harmless signs by number, so nothing can end it."""
    signs = (
        sign if sign.isalnum() or sign in _HARMLESS else f"\\{ord(sign):06x}"
        for sign in " ".join(visible(text).split())
    )
    return f'"{_BLANK_BEHIND.sub(" ", "".join(signs))}"'


_HARMLESS = ".,:()-–·„“/"
# A blank behind a number belongs to that number; any other may stand as it is.
_BLANK_BEHIND = re.compile(r"(?<!\\[0-9a-f]{6})\\000020")


def _navigation(document: Document) -> str:
    """Return links to the chapters, where there are some."""
    chapters = [
        f'<li><a href="#{_anchor(number)}">{_text(block.text)}</a></li>'
        for number, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.level == CHAPTER
    ]
    if len(chapters) < FEWEST_CHAPTERS:
        return ""
    listed = "\n".join(chapters)
    return f'<nav aria-label="Kapitel"><details><summary>Kapitel</summary><ul>\n{listed}\n</ul></details></nav>\n'


CHAPTER, FEWEST_CHAPTERS = 2, 3


def _anchor(number: int) -> str:
    return f"kapitel-{number}"


def _lines(block: Block, number: int) -> Iterator[str]:  # noqa: C901 - one line a kind of block
    match block:
        case Heading(level, text):
            anchor = f' id="{_anchor(number)}"' if level == CHAPTER else ""
            yield f"<h{level}{anchor}>{_text(text)}</h{level}>"
        case Paragraph(runs, kind):
            yield f'<p class="{kind.value}">{_runs(runs)}</p>'
        case Points(items, ordered, kind):
            tag = "ol" if ordered else "ul"
            yield f'<{tag} class="{kind.value}">'
            yield from (f"<li>{_runs(item)}</li>" for item in items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block)
        case Lines() | Address() | Signatures():
            yield from _form(block)
        case Chart():
            yield from _chart(block, number)
        case TitlePage(title, subtitle, lines):
            yield f"<h1>{_text(title)}</h1>\n<p class='lead'>{_text(subtitle)}</p>"
            yield from (f"<p>{_runs(line)}</p>" for line in lines)
        case Contents() | ListOfTables() | PageBreak():
            pass


def _form(part: FormPart) -> Iterator[str]:
    match part:
        case Lines(lines):
            yield '<dl class="form">'
            yield from (f"<dt>{_text(line.label)}</dt><dd>{_runs(line.value) or '&nbsp;'}</dd>" for line in lines)
            yield "</dl>"
        case Address(sender, lines):
            yield f"<address><small>{_text(sender)}</small><br>{'<br>'.join(map(_runs, lines))}</address>"
        case Signatures(labels):
            yield '<div class="signatures">' + "".join(f"<p>{_text(label)}</p>" for label in labels) + "</div>"


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run.style:
        case Style.PLAIN | Style.BOX:
            return _text(run.text)
        case Style.STRONG:
            return f"<strong>{_text(run.text)}</strong>"
        case Style.GAP:
            return f'<span class="gap">{_text(run.text)}</span>'


def _table(table: Table) -> Iterator[str]:
    yield from _table_named(table, table.caption or ", ".join(column.title for column in table.columns))


def _table_named(table: Table, label: str) -> Iterator[str]:
    yield _region(label, _classes(table))
    if table.caption:
        yield f"<caption>{_text(table.caption)}</caption>"
    yield _head([column.title for column in table.columns])
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        yield '<tr role="row">' + "".join(_cell(cell, column) for cell, column in cells) + "</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Runs, column: Column) -> str:
    label = f' data-label="{_text(column.title)}"' if column.title else ""
    return f'<td role="cell"{label}{_class(column.align)}>{_runs(cell)}</td>'


def _classes(table: Table) -> str:
    kinds = (("cards", _becomes_cards(table)), ("sortable", table.sortable), ("room", table.room))
    names = [name for name, wanted in kinds if wanted]
    return f' class="{" ".join(names)}"' if names else ""


def _becomes_cards(table: Table) -> bool:
    """Whether rows become cards on a phone: not where figures are compared down a column, nor where somebody writes."""
    texts = sum(column.align is Align.LEFT for column in table.columns)
    return len(table.columns) >= FEWEST_FOR_CARDS and texts > 1 and not table.room


FEWEST_FOR_CARDS = 3


def _region(label: str, marked: str = "") -> str:
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{_text(label)}"><table role="table"{marked}>'


def _head(titles: Sequence[str]) -> str:
    cells = "".join(f'<th scope="col" role="columnheader">{_text(title)}</th>' for title in titles)
    return f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead><tbody role="rowgroup">'


def _class(align: Align) -> str:
    return ' class="number"' if align is Align.RIGHT else ""


def _chart(chart: Chart, number: int) -> Iterator[str]:
    """Yield picture and figures side by side."""
    yield f'<figure class="picture"><figcaption>{_text(full_caption(chart))}</figcaption>'
    yield from chart_svg(chart, number)
    yield from _table_named(figures_table(chart), f"Zahlen zu: {chart.caption}")
    yield "</figure>"
