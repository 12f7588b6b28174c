"""`insek worksheet`: the compact worksheet, blank or filled."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import CatalogueOption, DateOption, ForceOption, PaperOutput


def worksheet(
    output: PaperOutput,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[DATEI]", help="Antwortdatei einer Gemeinde (.yaml); ohne sie bleibt das Blatt leer."),
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Das Arbeitsblatt schreiben, leer oder ausgefüllt."""
    from insek_cli.cli.papers_run import write_worksheet

    write_worksheet(file, output, catalogue, date, force=force)
