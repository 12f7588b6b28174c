"""`insek report`: the gap report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.endings import form_of
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
        ReportFormat | None, typer.Option("--format", help="Form des Berichts; sonst nach der Endung des Ziels.")
    ] = None,
    output: OutputOption = None,
    since: Annotated[
        Path | None,
        typer.Option("--since", metavar="DATEI", help="Frühere Antwortdatei: zeigt, was sich seither geändert hat."),
    ] = None,
    annex: Annotated[
        bool, typer.Option("--annex", help="Anhang mit allen Kriterien, Programmen und Quellen anfügen.")
    ] = False,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Den Lückenbericht für Rat und Verwaltung schreiben."""
    from insek_cli.cli.documents_run import report_parts, write_report

    parts = report_parts(file, since, catalogue, date, annex=annex)
    write_report(parts, str(file), form_of(report_format, output, ReportFormat.TEXT), output, force=force)
