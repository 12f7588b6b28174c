"""Documents as one self-contained HTML file: no script, style inside, printable, dark mode, all text escaped."""

from collections.abc import Iterator
from html import escape

from insek_cli.documents.blocks import (
    Align,
    Bar,
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Points,
    Run,
    Runs,
    Style,
    Table,
    TitlePage,
)
from insek_cli.formats.terminal import visible

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1c1c;--paper:#fff;--soft:#f0f3f7;--line:#767c85;--accent:#1f3864;--secured:#1f5f3f;--unclear:#8a5a00}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#16181b;--soft:#23272d;--line:#8b929c;--accent:#a9c4f5;--secured:#7fd1a5;--unclear:#f0bf5f}}
*{box-sizing:border-box}body{margin:0 auto;padding:1rem;max-width:60rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{color:var(--accent);line-height:1.25}h2{margin-top:2.2rem;border-bottom:1px solid var(--line)}
.lead{font-size:1.15rem}.source,footer{font-size:.875rem}.gap{outline:1px dashed var(--line)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.75rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:normal}th{background:var(--soft)}.number{text-align:right;white-space:nowrap}
.bar{display:block;width:100%;min-width:6rem;height:1rem}.bar .all{fill:var(--soft);stroke:var(--line)}.bar .secured{fill:var(--secured)}.bar .unclear{fill:var(--unclear)}
@media print{body{max-width:none;font-size:10pt}tr,h2,h3{break-inside:avoid;break-after:auto}h2,h3{break-after:avoid}}
"""


def html_text(document: Document) -> str:
    """Return a document as an HTML page."""
    body = "\n".join(line for block in document.blocks for line in _lines(block))
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{_text(document.footer)}</p></footer>\n</body>\n</html>\n"
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{_text(text)}</h{level}>"
        case Paragraph(runs, kind):
            yield f'<p class="{kind.value}">{_runs(runs)}</p>'
        case Points(items, ordered, kind):
            tag = "ol" if ordered else "ul"
            yield f'<{tag} class="{kind.value}">'
            yield from (f"<li>{_runs(item)}</li>" for item in items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case TitlePage(title, subtitle, lines):
            yield f"<h1>{_text(title)}</h1>\n<p class='lead'>{_text(subtitle)}</p>"
            yield from (f"<p>{_text(line)}</p>" for line in lines)
        case Contents() | PageBreak():
            pass


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run.style:
        case Style.PLAIN:
            return _text(run.text)
        case Style.STRONG:
            return f"<strong>{_text(run.text)}</strong>"
        case Style.GAP:
            return f'<span class="gap">{_text(run.text)}</span>'


def _table(table: Table) -> Iterator[str]:
    label = table.caption or ", ".join(column.title for column in table.columns)
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{_text(label)}"><table>'
    if table.caption:
        yield f"<caption>{_text(table.caption)}</caption>"
    yield (
        "<thead><tr>"
        + "".join(f'<th scope="col">{_text(column.title)}</th>' for column in table.columns)
        + "</tr></thead><tbody>"
    )
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        yield "<tr>" + "".join(f"<td{_class(column.align)}>{_runs(cell)}</td>" for cell, column in cells) + "</tr>"
    yield "</tbody></table></div>"


def _class(align: Align) -> str:
    return ' class="number"' if align is Align.RIGHT else ""


def _chart(chart: Chart) -> Iterator[str]:
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{_text(chart.caption)}"><table><caption>{_text(chart.caption)}</caption>'
    yield '<thead><tr><th scope="col">Abschnitt</th><th scope="col">Bild</th><th scope="col">gesichert</th><th scope="col">noch ungeklärt</th></tr></thead><tbody>'
    for bar in chart.bars:
        yield f"<tr><td>{_text(bar.label)}</td>{_bar(bar)}</tr>"
    yield "</tbody></table></div>"


def _bar(bar: Bar) -> str:
    if bar.secured is None or bar.unclear is None:
        return '<td>trifft nicht zu</td><td class="number">–</td><td class="number">–</td>'
    return (
        '<td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="10"/>'
        f'<rect class="secured" width="{bar.secured:.1f}" height="10"/>'
        f'<rect class="unclear" x="{bar.secured:.1f}" width="{bar.unclear:.1f}" height="10"/></svg></td>'
        f'<td class="number">{round(bar.secured)} %</td><td class="number">{round(bar.unclear)} %</td>'
    )
