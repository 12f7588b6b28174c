"""`insek form`: the questionnaire for colleagues."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import CatalogueOption, DateOption, ForceOption


def form(  # noqa: PLR0913, PLR0917 - the options of the command
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="ZIEL", help="Die Datei, die entsteht: .xlsx für Excel, .docx für Word."
        ),
    ],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DATEI]", help="Antwortdatei, aus der Bekanntes stammt; sonst leer.", show_default=False
        ),
    ] = None,
    section: Annotated[
        str | None, typer.Option("--section", metavar="ABSCHNITT", help="Nur die Kriterien eines Abschnitts.")
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Einen Fragebogen zum Verschicken schreiben (Excel, Word)."""
    from insek_cli.cli.form_run import write_form

    write_form(file, output, section, catalogue, date, force=force)
