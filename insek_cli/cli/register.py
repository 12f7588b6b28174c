"""`insek register`: the official directory of municipalities."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.german import GermanCommand, german_app
from insek_cli.cli.options import CatalogueOption

app = german_app(help="Das amtliche Gemeindeverzeichnis einlesen und darin suchen.")


@app.callback()
def _group() -> None:
    """Das amtliche Gemeindeverzeichnis einlesen und darin suchen."""


@app.command("import", cls=GermanCommand)
def import_(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="Arbeitsmappe „AuszugGV…“ von destatis.de (.xlsx).")],
    catalogue: CatalogueOption = None,
) -> None:
    """Das Gemeindeverzeichnis einlesen, für alle weiteren Aufrufe."""
    from insek_cli.cli.register_run import imported

    typer.echo(imported(file, catalogue))


@app.command("find", cls=GermanCommand)
def find(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Teil des Namens oder Anfang des Schlüssels.")],
) -> None:
    """Jede Gemeinde zeigen, auf die der Text passt, mit ihrem Schlüssel."""
    from insek_cli.cli.register_run import found

    typer.echo(found(text))
