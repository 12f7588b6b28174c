"""`insek draft`: the Word starter concept."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption


def draft(  # noqa: PLR0913, PLR0917 - the options of the command
    file: AnswerPath,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="ZIEL.docx", help="Die Word-Datei, die entsteht.")],
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="VORLAGE", help="Eigene Word-Datei oder Vorlage (.docx, .dotx) als Rahmen."),
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Den Anfang des Konzepts als Word-Datei schreiben."""
    from insek_cli.cli.documents_run import assessment_of, write_draft

    write_draft(assessment_of(file, catalogue, date), file, template, output, force=force)
