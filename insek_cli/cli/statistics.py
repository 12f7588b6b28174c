"""`insek statistics`: standard data of official statistics for one municipality."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.german import GermanCommand, german_app
from insek_cli.cli.options import CatalogueOption, DateOption

app = german_app(help="Amtliche Statistik zu einer Antwortdatei einlesen.")


@app.callback()
def _group() -> None:
    """Amtliche Statistik zu einer Antwortdatei einlesen."""


@app.command("import", cls=GermanCommand)
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="DATEI…", help="CSV-Dateien der amtlichen Statistik; Vorausberechnung auch als .xlsx."),
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="ANTWORTEN", help="Antwortdatei der Gemeinde, zu der die Zahlen gehören.")
    ],
    catalogue: CatalogueOption = None,
    date: DateOption = None,
) -> None:
    """Die Zahlen der Gemeinde, ihres Landkreises und des Landes übernehmen."""
    from insek_cli.cli.statistics_run import imported

    typer.echo(imported(files, into, catalogue, date))
