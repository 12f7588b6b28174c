"""The options that several commands share: one meaning and one name each."""

from pathlib import Path
from typing import Annotated

import typer

AnswerPath = Annotated[Path, typer.Argument(metavar="DATEI", help="Antwortdatei einer Gemeinde (.yaml).")]
CatalogueOption = Annotated[
    Path | None, typer.Option("--catalogue", metavar="ORDNER", help="Eigener Katalog statt des mitgelieferten.")
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="JJJJ-MM-TT", help="Stichtag der Auswertung; sonst heute.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="ZIEL", help="In diese Datei schreiben statt auf den Bildschirm."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Eine vorhandene Zieldatei ersetzen.")]
PaperOutput = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="ZIEL",
        help="Die Datei, die entsteht; die Endung entscheidet: .docx, .html, .md, .txt.",
    ),
]
