"""The papers of a catalogue as tables, for those who discuss their wording."""

from collections.abc import Iterator, Mapping, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import Finding, Paper, PaperField, PaperRow, PaperSection, Passage, Work
from insek_cli.core.vocabulary import CriterionId
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Column, Heading, Kind, paragraph, table
from insek_cli.documents.condition_words import condition_words

_TEXTS = (Column("Teil", 3), Column("Wortlaut", 8), Column("Steht da, wenn", 5), Column("Belege", 3))
_BLOCKS = (
    Column("Baustein", 3),
    Column("Leistung", 6),
    Column("Offen, solange dies fehlt", 5),
    Column("Steht da, wenn", 3),
)


def papers_section(catalogue: Catalogue) -> Iterator[Block]:
    """Yield all papers under a heading, nothing where the catalogue has none."""
    if catalogue.entries.papers:
        yield Heading(2, "Papiere")
    for paper in catalogue.entries.papers:
        yield Heading(3, paper.title)
        yield from paper_page(catalogue, paper.id.value)


def paper_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    """Yield a paper: every passage with its condition and sources, every building block with what keeps it open."""
    paper = next(found for found in catalogue.entries.papers if found.id.value == ident)
    yield paragraph(f"{paper.title} ({paper.mark})", kind=Kind.LEAD)
    yield table(_TEXTS, [row for section in paper.sections for row in _rows(catalogue, section)], wide=True)
    if paper.blocks:
        yield table(_BLOCKS, _blocks(catalogue, paper), wide=True)
    yield from _beside(catalogue, paper)


def _beside(catalogue: Catalogue, paper: Paper) -> Iterator[Block]:
    """Yield what a paper says beside its text: who does a block, what is no block, what the resolution itself meets."""
    if paper.division is not None:
        shown = _conditions(catalogue, paper.division)
        yield paragraph(f"Spalte „{paper.division.label}“ je Baustein: {paper.division.text}; steht da, wenn: {shown}.")
    if paper.own_tasks:
        yield paragraph(f"Sache der Gemeinde, in keinem Baustein: {_titles(catalogue, paper.own_tasks)}.")
    if paper.settles is not None:
        unless = paper.settles.unless
        but = f", außer wenn {condition_words(catalogue, unless)}" if unless is not None else ""
        yield paragraph(f"Erfüllt der Beschluss selbst{but}: {_titles(catalogue, paper.settles.criteria)}.")


def _titles(catalogue: Catalogue, criteria: Sequence[CriterionId]) -> str:
    return "; ".join(catalogue.criterion[criterion].title for criterion in criteria)


def _rows(catalogue: Catalogue, section: PaperSection) -> Iterator[tuple[str, str, str, str]]:
    part = section.title or "–"
    shared = _conditions(catalogue, section)
    for field in section.fields:
        yield part, f"{field.label}: {field.text}", _both(shared, _conditions(catalogue, field)), "–"
    for row in section.table.rows if section.table is not None else ():
        yield part, " | ".join(row.cells), _both(shared, _conditions(catalogue, row)), "–"
    for passage in section.passages:
        own = _conditions(catalogue, passage)
        titles = "; ".join(catalogue.source[source].title for source in passage.sources)
        proof = w.with_note(titles, passage.proof) if passage.proof is not None else "–"
        yield part, passage.text, _both(shared, own), proof
    if section.insert is not None:
        yield part, f"(Einschub: {section.insert.value})", shared, "–"


def _conditions(catalogue: Catalogue, part: PaperSection | Passage | PaperField | PaperRow | Work) -> str:
    parts = [condition_words(catalogue, part.when)] if part.when is not None else []
    parts += [f"außer wenn {condition_words(catalogue, part.unless)}"] if part.unless is not None else []
    if isinstance(part, PaperSection | Passage) and part.finding is not None:
        parts.append(f"das Programm feststellt: {_FINDING[part.finding]}")
    return ", ".join(parts) or "immer"


_FINDING: Mapping[Finding, str] = {
    Finding.JUDGED: "genug ist beantwortet",
    Finding.UNJUDGED: "fast nichts ist beantwortet",
    Finding.OPEN_MUSTS: "vor dem Beschluss fehlt Unverzichtbares",
    Finding.NO_OPEN_MUSTS: "vor dem Beschluss fehlt nichts Unverzichtbares",
    Finding.STEPS: "es gibt nächste Schritte",
    Finding.OWN_TASKS: "offen ist etwas, das nur die Gemeinde selbst tun kann",
    Finding.OPEN_WORK: "ein Baustein ist offen",
    Finding.NO_OPEN_WORK: "kein Baustein ist offen",
}


def _both(shared: str, own: str) -> str:
    return own if shared == "immer" else shared if own == "immer" else f"{shared}; {own}"


def _blocks(catalogue: Catalogue, paper: Paper) -> list[tuple[str, str, str, str]]:
    return [
        (block.title, work.text, _missing(catalogue, work), _conditions(catalogue, work))
        for block in paper.blocks
        for work in block.work
    ]


def _missing(catalogue: Catalogue, work: Work) -> str:
    titles = [catalogue.criterion[criterion].title for criterion in work.criteria]
    return "; ".join([*titles, *(f"Plan für „{catalogue.chapter[chapter].title}“" for chapter in work.chapters)])
