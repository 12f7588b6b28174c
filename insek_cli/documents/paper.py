"""What all papers of the catalogue share: which parts hold, fields filled, passages set, sources listed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Condition, stands
from insek_cli.core.entries import Source
from insek_cli.core.papers import Finding, Form, Insert, Paper, PaperField, PaperId, PaperSection, PaperTable, Passage
from insek_cli.core.values import dataclass
from insek_cli.documents import wording as w
from insek_cli.documents.answer_fields import answer_fields, field_labels
from insek_cli.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Kind,
    Line,
    Lines,
    Runs,
    paragraph,
    plain,
    points,
    table,
)
from insek_cli.documents.patterns import Words, filled
from insek_cli.documents.place import Names, names_of
from insek_cli.documents.typed import typed_texts

Inserts = Mapping[Insert, Callable[[PaperSection], Iterable[Block]]]


@dataclass(frozen=True, slots=True)
class Writing:
    """A paper being written: for whom, what fields hold, what the program found."""

    paper: Paper
    assessment: Assessment
    names: Names
    known: Mapping[str, Words]
    found: AbstractSet[Finding] = frozenset()

    def filled(self, pattern: str) -> Runs:
        """Return a text with its fields filled; an answer nobody gave is a gap that asks the question."""
        return filled(pattern, self.known, field_labels(self.assessment.catalogue))


def writing(
    assessment: Assessment, paper: Paper, own: Mapping[str, str], found: AbstractSet[Finding] = frozenset()
) -> Writing:
    """Return a paper ready to be written; `own` are the fields that only this paper has, `found` what holds of it."""
    names = names_of(assessment.answers.municipality)
    known = {**answer_fields(assessment), **place_fields(assessment, names), **own}
    return Writing(paper, assessment, names, known, found)


def paper_of(catalogue: Catalogue, ident: PaperId) -> Paper | None:
    """Return a paper of the catalogue, None where it has none."""
    return next((paper for paper in catalogue.entries.papers if paper.id is ident), None)


def place_fields(assessment: Assessment, names: Names) -> dict[str, str]:
    """Return the fields every paper has, about the municipality and its concept."""
    municipality = assessment.answers.municipality
    known = names.full != names.name
    return {
        "Gemeinde": names.full,
        "die Gemeinde": f"die {names.full}" if known else names.name,
        "Die Gemeinde": f"Die {names.full}" if known else names.name,
        "der Gemeinde": names.of_the,
        "Rat": names.council,
        "Konzept": names.concept,
        "Konzept ausgeschrieben": names.concept_long,
        "das Konzept": names.concept_accusative,
        "Das Konzept": w.sentence_start(names.concept_accusative),
        "Kommune": names.kind,
        "Gebiet": names.territory,
        "Verwaltung": names.territory.replace("gebiet", "verwaltung"),
        "Landkreis": names.landkreis,
        "LEADER-Region": municipality.leader_region or "",
        "Einwohnerzahl": w.whole(municipality.inhabitants) if municipality.inhabitants else "",
        "Stand": w.day(assessment.date),
    }


def document_of(writing: Writing, inserts: Inserts) -> Document:
    """Return the whole paper."""
    heading = Heading(1, plain_text(writing, writing.paper.title))
    header = writing.names.full or heading.text
    blocks = (heading, *blocks_of(writing, inserts))
    return Document(
        heading.text,
        header,
        footer_of(writing),
        blocks,
        typed=typed_texts(writing.assessment.answers),
        day=writing.assessment.date,
    )


def footer_of(writing: Writing) -> str:
    """Return what stands at the foot of every page."""
    return f"{writing.paper.mark} · Stand {w.day(writing.assessment.date)}"


def plain_text(writing: Writing, pattern: str) -> str:
    """Return a pattern as text."""
    return "".join(run.text for run in writing.filled(pattern))


def blocks_of(writing: Writing, inserts: Inserts) -> Iterator[Block]:
    """Yield the sections that hold."""
    for section in shown_sections(writing):
        if section.title is not None:
            yield Heading(2, plain_text(writing, section.title))
        yield from section_blocks(writing, section)
        if section.insert is not None:
            yield from inserts[section.insert](section)


def section_blocks(writing: Writing, section: PaperSection) -> Iterator[Block]:
    """Yield fields, table and passages of a section."""
    fields = [field for field in section.fields if field_holds(writing, field)]
    if fields:
        yield Lines(tuple(Line(field.label, writing.filled(field.text)) for field in fields))
    if section.table is not None:
        yield _table(writing, section.table)
    yield from passage_blocks(writing, shown_passages(writing, section))


def shown_sections(writing: Writing) -> list[PaperSection]:
    """Return the sections of the paper that hold."""
    return [section for section in writing.paper.sections if _is_shown(writing, section)]


def field_holds(writing: Writing, field: PaperField) -> bool:
    """Tell whether a line with a label stands in the paper."""
    return _holds(writing, field.when, field.unless)


def _is_shown(writing: Writing, part: PaperSection | Passage) -> bool:
    found = part.finding is None or part.finding in writing.found
    return found and _holds(writing, part.when, part.unless)


def _holds(writing: Writing, when: Condition | None, unless: Condition | None) -> bool:
    return stands(when, unless, writing.assessment.situation)


def _table(writing: Writing, pattern: PaperTable) -> Block:
    columns = [Column(title, width) for title, width in zip(pattern.columns, pattern.widths, strict=True)]
    rows = [
        [writing.filled(cell) for cell in row.cells] for row in pattern.rows if _holds(writing, row.when, row.unless)
    ]
    return table(columns, rows)


def shown_passages(writing: Writing, section: PaperSection) -> list[Passage]:
    """Return the passages of a section that hold."""
    return [passage for passage in section.passages if _is_shown(writing, passage)]


def passage_blocks(writing: Writing, passages: Sequence[Passage]) -> Iterator[Block]:
    """Yield passages; neighbouring points become one list."""
    for form, group in groupby(passages, key=lambda passage: passage.form):
        texts = [_runs(writing, passage) for passage in group]
        if form in _LISTS:
            yield points(texts, ordered=form is Form.NUMBER)
        else:
            yield from (paragraph(text, kind=_KINDS[form]) for text in texts)


_LISTS = (Form.POINT, Form.NUMBER)
_KINDS = {Form.BODY: Kind.BODY, Form.HINT: Kind.GUIDANCE, Form.SMALL: Kind.SOURCE}


def _runs(writing: Writing, passage: Passage) -> Runs:
    note = w.PROOF_NOTE[passage.proof] if passage.proof is not None else ""
    return (*writing.filled(passage.text), *plain(f" ({note})" if note else ""))


def evidence(writing: Writing) -> Iterator[Block]:
    """Yield the sources of what the paper says, with the marks of their proof."""
    wanted = {
        source
        for section in shown_sections(writing)
        for passage in shown_passages(writing, section)
        for source in passage.sources
    }
    found = [source for source in writing.assessment.catalogue.entries.sources if source.id in wanted]
    if found:
        yield paragraph("; ".join(map(_short_source, found)), ".", kind=Kind.SOURCE)


def _short_source(source: Source) -> str:
    return w.with_note(source.title, source.proof)


def first_named(names: Sequence[str], most: int) -> str:
    """Return names as a list, only the first of them where there are many more, and the number of the others."""
    more = len(names) - most
    return w.listed(names if more <= 1 else [*names[:most], f"{more} weitere Punkte (siehe Lückenbericht)"])
