"""The gap report for council and office, about six pages: where we stand, what is missing, what to do next."""

from collections.abc import Iterator
from dataclasses import replace

from insek_cli.core.assessment import Assessment
from insek_cli.core.comparison import Comparison
from insek_cli.core.statistics import NO_STATISTICS, Statistics
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Document, Heading, Kind, paragraph
from insek_cli.documents.place import Names, names_of
from insek_cli.documents.report_annex import annex
from insek_cli.documents.report_answers import hints, met, questions, support, waived
from insek_cli.documents.report_changes import changes
from insek_cli.documents.report_costs import costs
from insek_cli.documents.report_method import method
from insek_cli.documents.report_plans import plans
from insek_cli.documents.report_programmes import area_duties, programmes
from insek_cli.documents.report_summary import summary
from insek_cli.documents.report_work import musts, shortest_way, work_programme
from insek_cli.documents.standing import hardly_answered
from insek_cli.documents.statistics_pages import missing_data, places_of_missing_data
from insek_cli.documents.typed import typed_texts


def gap_report(assessment: Assessment, statistics: Statistics = NO_STATISTICS) -> Document:
    """Return the gap report of a municipality."""
    names = names_of(assessment.answers.municipality)
    parts = _PARTS if hardly_answered(assessment) is None else _PARTS_OF_A_BEGINNING
    blocks = [block for part in parts for block in part(assessment, names)]
    blocks += [*missing_data(assessment, statistics), *method(assessment, names)]
    footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)}"
    typed = typed_texts(assessment.answers, [(used.title, used.file) for used in statistics.tables])
    return Document(_title(names), names.full, footer, tuple(blocks), dense=True, typed=typed, day=assessment.date)


def with_changes(report: Document, comparison: Comparison) -> Document:
    """Return a gap report that says behind its first page what changed since an earlier state."""
    chapters = [
        place for place, block in enumerate(report.blocks) if isinstance(block, Heading) and block.level == CHAPTER
    ]
    second = chapters[1]
    blocks = (*report.blocks[:second], *changes(comparison), *report.blocks[second:])
    return replace(report, blocks=blocks, typed=(report.typed or frozenset()) | typed_texts(comparison.before.answers))


CHAPTER = 2


def with_annex(report: Document, assessment: Assessment, statistics: Statistics = NO_STATISTICS) -> Document:
    """Return a gap report with everything there is to say of criteria, programmes, sources and data behind it."""
    blocks = (*report.blocks, *annex(assessment), *places_of_missing_data(assessment, statistics))
    return replace(report, blocks=blocks)


def _title(names: Names) -> str:
    return f"Lückenbericht {names.concept}: {names.full}"


def _head(assessment: Assessment, names: Names) -> Iterator[Block]:
    head = assessment.catalogue.head
    yield Heading(1, _title(names))
    yield paragraph(
        f"{w.SELF_ASSESSMENT}. Stand {w.day(assessment.date)}, {head.title}, Fassung {head.version} ({head.status}).",
        kind=Kind.SOURCE,
    )


_PARTS_OF_A_BEGINNING = (_head, summary, plans)
_PARTS = (
    _head,
    summary,
    musts,
    work_programme,
    shortest_way,
    plans,
    costs,
    programmes,
    area_duties,
    support,
    questions,
    waived,
    met,
    hints,
)
