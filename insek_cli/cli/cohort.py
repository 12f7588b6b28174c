"""`insek cohort`: the report for a meeting of several municipalities."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.endings import form_of
from insek_cli.cli.options import CatalogueOption, DateOption, ForceOption, OutputOption
from insek_cli.cli.report import ReportFormat


def cohort(  # noqa: PLR0913, PLR0917 - the options of the command
    paths: Annotated[
        list[Path], typer.Argument(metavar="ORDNER …", help="Ordner mit Antwortdateien, auch einzelne Dateien.")
    ],
    report_format: Annotated[
        ReportFormat | None, typer.Option("--format", help="Form des Berichts; sonst nach der Endung des Ziels.")
    ] = None,
    output: OutputOption = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Niemanden nennen: keine Namen, Schlüssel, Orte und freien Texte.")
    ] = False,
    since: Annotated[
        Path | None,
        typer.Option("--since", metavar="ORDNER", help="Mit einem früheren Stand in diesem Ordner vergleichen."),
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Mehrere Gemeinden gemeinsam auswerten."""
    from insek_cli.cli.cohort_run import CohortRun, write_anonymous, write_named

    run = CohortRun.start(paths, since, catalogue, date)
    write = write_anonymous if anonymous else write_named
    raise typer.Exit(write(run, form_of(report_format, output, ReportFormat.TEXT), output, force=force))
