"""`insek report`: the gap report."""

from enum import StrEnum
from typing import Annotated

import typer

from insek_cli.cli.options import (
    AnswerPath,
    CatalogueOption,
    DateOption,
    ForceOption,
    OutputOption,
)


class ReportFormat(StrEnum):
    """How the report is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


def report(  # noqa: PLR0913, PLR0917 - the options of the command
    file: AnswerPath,
    report_format: Annotated[
        ReportFormat, typer.Option("--format", help="Form des Berichts.", show_default=False)
    ] = ReportFormat.TEXT,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Den Lückenbericht für Rat und Verwaltung schreiben."""
    from insek_cli.cli.documents_run import assessment_of, write_report

    write_report(assessment_of(file, catalogue, date), str(file), report_format.value, output, force=force)
