"""`insek catalogue`: for the expert who edits it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.endings import form_of
from insek_cli.cli.german import GermanCommand, german_app
from insek_cli.cli.options import CatalogueOption, ForceOption, OutputOption

app = german_app(help="Den Katalog prüfen, zeigen und ausgeben.")

FolderArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[ORDNER]", help="Ordner des Katalogs; sonst der mitgelieferte.", show_default=False),
]


class ExportFormat(StrEnum):
    """How the catalogue is written."""

    MD = "md"
    JSON = "json"
    XLSX = "xlsx"


@app.callback()
def _group() -> None:
    """Den Katalog prüfen, zeigen und ausgeben."""


@app.command("check", cls=GermanCommand)
def check(folder: FolderArgument = None) -> None:
    """Alle Dateien prüfen und jeden Fehler mit seiner Stelle nennen."""
    from insek_cli.cli.running import catalogue_at
    from insek_cli.documents.catalogue_summary import catalogue_counts

    typer.echo(catalogue_counts(catalogue_at(folder)))


@app.command("show", cls=GermanCommand)
def show(
    ident: Annotated[
        str | None,
        typer.Argument(metavar="[KENNUNG]", help="Kriterium, Plan, Programm, Quelle …; ohne: alle Kennungen."),
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Einen Eintrag zeigen, mit allem, was daran hängt."""
    from insek_cli.cli.catalogue_run import shown

    typer.echo(shown(catalogue, ident))


@app.command("export", cls=GermanCommand)
def export(
    export_format: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="Form der Ausgabe; sonst nach der Endung des Ziels, sonst md."),
    ] = None,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
    force: ForceOption = False,
) -> None:
    """Den ganzen Katalog ausgeben, etwa für eine Arbeitsgruppe."""
    from insek_cli.cli.catalogue_run import exported

    exported(catalogue, form_of(export_format, output, ExportFormat.MD).value, output, force=force)
