"""`insek merge`: what colleagues sent back, into the answer file."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import CatalogueOption, DateOption


def merge(  # noqa: PLR0913, PLR0917 - the options of the command
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="Antwortdatei, in die alles kommt; darf neu sein.")],
    sources: Annotated[
        list[Path], typer.Argument(metavar="QUELLE…", help="Zurückgeschickte Fragebögen (.xlsx, .ods, .docx, .yaml).")
    ],
    no_input: Annotated[bool, typer.Option("--no-input", help="Nichts fragen: Konflikte nur nennen.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Wer geantwortet hat, wo die Quelle es nicht sagt.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Nummerierte Listen und getippte Antworten, auch für Vorleseprogramme.")
    ] = False,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
) -> None:
    """Zurückgeschickte Fragebögen in die Antwortdatei übernehmen."""
    from insek_cli.cli.merge_run import asker_at, run_merge

    raise typer.Exit(run_merge(file, sources, by, catalogue, date, None if no_input else asker_at(plain=plain)))
