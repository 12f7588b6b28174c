"""`insek check-answers`: plausibility before finishing."""

from enum import StrEnum
from typing import Annotated

import typer

from insek_cli.cli.endings import form_of
from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption, OutputOption


class CheckFormat(StrEnum):
    """How the remarks are written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"


def check_answers(  # noqa: PLR0913, PLR0917 - the options of the command
    file: AnswerPath,
    output_format: Annotated[
        CheckFormat | None, typer.Option("--format", help="Form der Prüfung; sonst nach der Endung des Ziels.")
    ] = None,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Antworten auf Widersprüche und Lücken prüfen."""
    from insek_cli.cli.documents_run import assessment_of, checked_text
    from insek_cli.cli.running import write_result

    form = form_of(output_format, output, CheckFormat.TEXT)
    write_result(output, checked_text(assessment_of(file, catalogue, date), form), force=force)
