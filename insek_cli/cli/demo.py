"""`insek demo`: score, report and draft of an invented town, to see what the program makes."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.options import DateOption, ForceOption


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="ORDNER", help="Wohin die Beispiele kommen.", show_default=False)
    ] = Path("insek-demo"),
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Zeigen, was entsteht, am Beispiel einer erfundenen Stadt."""
    from insek_cli.cli.demo_run import write_demo

    write_demo(folder, date, force=force)
