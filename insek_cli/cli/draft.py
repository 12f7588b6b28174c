"""`insek draft`: the Word starter concept."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption


class Sources(StrEnum):
    """Where the draft says where its contents come from."""

    ANNEX = "annex"
    COMMENTS = "comments"


def draft(  # noqa: PLR0913, PLR0917 - the options of the command
    file: AnswerPath,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="ZIEL.docx", help="Die Word-Datei, die entsteht.")],
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="VORLAGE", help="Eigene Word-Datei oder Vorlage (.docx, .dotx) als Rahmen."),
    ] = None,
    sources: Annotated[
        Sources,
        typer.Option("--sources", help="Woher etwas kommt: nur im Anhang oder auch als Kommentar.", show_default=False),
    ] = Sources.ANNEX,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Den Anfang des Konzepts als Word-Datei schreiben."""
    from insek_cli.cli.documents_run import assessment_of, draft_of, write_draft

    document = draft_of(assessment_of(file, catalogue, date), file, sources.value)
    write_draft(document, template, output, force=force)
