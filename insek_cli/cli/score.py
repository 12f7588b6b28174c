"""`insek score`: one file or thousands."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.endings import form_of
from insek_cli.cli.options import CatalogueOption, DateOption, ForceOption, OutputOption

FAIL_UNDER = "--fail-under"
REQUIRE = "--require"


class ScoreFormat(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


def score(  # noqa: PLR0913, PLR0917 - the options of the command
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="DATEI|ORDNER …", help="Antwortdateien oder Ordner damit; „-“ liest Pfade von der Eingabe."
        ),
    ],
    output_format: Annotated[
        ScoreFormat | None, typer.Option("--format", help="Form des Ergebnisses; sonst nach der Endung des Ziels.")
    ] = None,
    output: OutputOption = None,
    fail_under: Annotated[
        str | None,
        typer.Option(FAIL_UNDER, metavar="PROZENT", help="Rückgabewert 1, wenn eine Datei weniger gesichert hat."),
    ] = None,
    require: Annotated[
        str | None,
        typer.Option(REQUIRE, metavar="STUFE", help="Rückgabewert 1, wenn eine Datei die Stufe nicht erreicht."),
    ] = None,
    jobs: Annotated[
        str | None,
        typer.Option("--jobs", metavar="ZAHL", help="Prozesse nebeneinander; sonst nach Zahl der Dateien."),
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Eine Datei oder einen ganzen Ordner auswerten."""
    from insek_cli.cli.limits import limits_of
    from insek_cli.cli.score_writers import write_scores
    from insek_cli.cli.scoring_run import ScoringRun

    run = ScoringRun.start(paths, catalogue, date).with_jobs(jobs)
    run.limits = limits_of(run.catalogue, fail_under, require)
    raise typer.Exit(write_scores(run, form_of(output_format, output, ScoreFormat.TEXT), output, force=force))
