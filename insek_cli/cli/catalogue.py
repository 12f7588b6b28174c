"""`insek catalogue`: for the expert who edits it."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.german import GermanCommand, german_app

app = german_app(help="Den Katalog prüfen.")

FolderArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[ORDNER]", help="Ordner des Katalogs; sonst der mitgelieferte.", show_default=False),
]


@app.callback()
def _group() -> None:
    """Den Katalog prüfen."""


@app.command("check", cls=GermanCommand)
def check(folder: FolderArgument = None) -> None:
    """Alle Dateien des Katalogs prüfen und jeden Fehler mit seiner Stelle nennen."""
    from insek_cli.cli.running import catalogue_at  # noqa: PLC0415 - heavy
    from insek_cli.documents.catalogue_summary import catalogue_counts  # noqa: PLC0415

    typer.echo(catalogue_counts(catalogue_at(folder)))
