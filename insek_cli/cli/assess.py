"""`insek assess`: asks, saves after each answer, resumes."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import CatalogueOption, DateOption

DEFAULT_FILE = Path("antworten.yaml")


def assess(  # noqa: PLR0913, PLR0917 - the options of the command
    file: Annotated[
        Path, typer.Argument(metavar="[DATEI]", help="Antwortdatei; sonst antworten.yaml hier.", show_default=False)
    ] = DEFAULT_FILE,
    quick: Annotated[bool, typer.Option("--quick", help="Schnellprüfung: nur was am meisten entscheidet.")] = False,
    section: Annotated[
        str | None, typer.Option("--section", metavar="ABSCHNITT", help="Nur die Kriterien eines Abschnitts fragen.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Nummerierte Listen und getippte Antworten, auch für Vorleseprogramme.")
    ] = False,
    feedback: Annotated[
        bool, typer.Option("--feedback", help="Nach jeder Antwort fragen, was Sie vom Kriterium selbst halten.")
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Wer antwortet; steht dann bei jeder Antwort.")
    ] = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
) -> None:
    """Fragen stellen und nach jeder Antwort speichern."""
    from insek_cli.cli.assess_run import Wishes, assess_file

    raise typer.Exit(assess_file(file, catalogue, date, Wishes(quick, section, plain, feedback, by)))
