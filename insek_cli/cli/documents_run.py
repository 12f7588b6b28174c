"""Documents of one municipality: assess its file, make the document, write it in the form asked for."""

from collections.abc import Callable
from pathlib import Path

from insek_cli.cli.running import catalogue_at, date_of, tell, write_file, write_result
from insek_cli.core.answers import Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.comparison import Comparison, compare
from insek_cli.core.identity import same_municipality
from insek_cli.core.statistics import Statistics
from insek_cli.core.values import dataclass
from insek_cli.documents.blocks import Document
from insek_cli.documents.gap_report import gap_report, with_annex, with_changes
from insek_cli.errors import unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.saving import refuse_existing
from insek_cli.files.statistics_files import load_statistics
from insek_cli.files.whole_files import read_whole


def assessment_of(file: Path, catalogue: Path | None, day: str | None) -> Assessment:
    """Return the assessment of one answer file; raises UnusableInputError with every problem."""
    today = date_of(day)
    loaded = catalogue_at(catalogue)
    return assess(loaded, AnswerReader(loaded).read(file), today)


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What a gap report is made of; `earlier` is what to compare with, `annex` whether everything is wanted."""

    assessment: Assessment
    statistics: Statistics
    earlier: Assessment | None
    annex: bool

    def comparison(self) -> Comparison | None:
        """Return what changed since the earlier assessment."""
        return None if self.earlier is None else compare(self.earlier, self.assessment)

    def document(self) -> Document:
        """Return the report."""
        report, comparison = gap_report(self.assessment, self.statistics), self.comparison()
        if comparison is not None:
            report = with_changes(report, comparison)
        return with_annex(report, self.assessment, self.statistics) if self.annex else report


def report_parts(
    file: Path, since: Path | None, catalogue: Path | None, day: str | None, *, annex: bool
) -> ReportParts:
    """Return the parts of the report on an answer file, both files judged at the same day."""
    earlier = None if since is None else assessment_of(since, catalogue, day)
    assessment = assessment_of(file, catalogue, day)
    if earlier is not None:
        _refuse_another(earlier.answers.municipality, assessment.answers.municipality)
    return ReportParts(assessment, load_statistics(file, assessment.answers), earlier, annex)


def _refuse_another(earlier: Municipality, now: Municipality) -> None:
    """Raise UnusableInputError if the states are not of one municipality."""
    if not same_municipality(earlier, now):
        raise unusable(
            "--since",
            f"Der frühere Stand gehört zu „{_called(earlier)}“, der jetzige zu „{_called(now)}“. "
            "Vergleichen lässt sich nur dieselbe Gemeinde; bitte Name, Landkreis und Gemeindeschlüssel prüfen.",
        )


def _called(place: Municipality) -> str:
    return ", ".join(filter(None, (place.name, place.landkreis, place.ags)))


def write_report(parts: ReportParts, source: str, report_format: str, output: Path | None, *, force: bool) -> None:
    """Write the gap report."""
    match report_format:
        case "json":
            from insek_cli.formats.json import report_text

            text = report_text(parts.document(), parts.assessment, source, parts.comparison())
            write_result(output, text, force=force)
        case _:
            write_document(parts.document(), report_format, output, force=force)


def write_document(document: Document, document_format: str, output: Path | None, *, force: bool) -> None:
    """Write a document as text, md, html or docx."""
    if document_format == "docx":
        _write_word(document, output, force=force)
    else:
        write_result(output, _TEXTS[document_format](document), force=force)


def checked_text(assessment: Assessment, text_format: str) -> str:
    """Return the plausibility check of an assessment."""
    from insek_cli.documents.check_page import check_page

    return _TEXTS[text_format](check_page(assessment))


def draft_of(assessment: Assessment, file: Path, sources: str) -> Document:
    """Return the starter concept; with `comments` its blocks say where they come from."""
    from insek_cli.documents.blocks import without_origins
    from insek_cli.documents.draft import draft

    document = draft(assessment, load_statistics(file, assessment.answers))
    return document if sources == "comments" else without_origins(document)


def write_draft(document: Document, template: Path | None, output: Path, *, force: bool) -> None:
    """Write the starter concept, in the frame of a template if there is one; raises for another kind of file."""
    if output.suffix.lower() not in {"", ".docx"}:
        raise unusable("--output", "Der Entwurf ist eine Word-Datei; bitte ein Ziel mit .docx, etwa -o entwurf.docx.")
    if template is None:
        _write_word(document, output, force=force)
    else:
        _write_in_template(document, template, output, force=force)


def _write_in_template(document: Document, template: Path, output: Path, *, force: bool) -> None:
    refuse_existing(output, force=force)
    from insek_cli.formats.docx.template import open_template, said_of
    from insek_cli.formats.docx.writer import docx_bytes_in

    frame = open_template(read_whole(template), str(template))
    write_file(output, docx_bytes_in(document, frame), force=force)
    for sentence in said_of(frame):
        tell(sentence)


def _write_word(document: Document, output: Path | None, *, force: bool) -> None:
    if output is None:
        raise unusable("--output", "Eine Word-Datei braucht ein Ziel, zum Beispiel -o bericht.docx.")
    refuse_existing(output, force=force)
    from insek_cli.formats.docx.writer import docx_bytes

    write_file(output, docx_bytes(document), force=force)


def _terminal(document: Document) -> str:
    from insek_cli.formats.terminal import terminal_text, terminal_width

    return terminal_text(document, terminal_width())


def _markdown(document: Document) -> str:
    from insek_cli.formats.markdown import markdown_text

    return markdown_text(document)


def _html(document: Document) -> str:
    from insek_cli.formats.html import html_text

    return html_text(document)


_TEXTS: dict[str, Callable[[Document], str]] = {"text": _terminal, "md": _markdown, "html": _html}
