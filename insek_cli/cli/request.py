"""`insek request`: letters asking for plans."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption


def request(
    file: AnswerPath,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="ZIEL",
            help="Ein Ordner, je Brief eine Word-Datei, oder eine Datei für alle: .docx, .html, .md, .txt.",
        ),
    ],
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Briefe an alle schreiben, die fehlende Pläne haben."""
    from insek_cli.cli.papers_run import write_letters

    write_letters(file, output, catalogue, date, force=force)
