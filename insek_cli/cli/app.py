"""The program: its commands and what happens when one cannot do its work."""

import sys
from importlib import import_module
from typing import Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from insek_cli import __version__
from insek_cli.cli.exit_codes import INTERRUPTED, UNUSABLE
from insek_cli.cli.german import GermanCommand, GermanGroup, german_app, german_error
from insek_cli.errors import InsekError

# The list of commands needs no more than this of each; the rest is in the module of the same name.
COMMANDS = {
    "demo": "Zeigen, was entsteht, am Beispiel einer erfundenen Stadt.",
    "assess": "Fragen stellen und nach jeder Antwort speichern.",
    "check-answers": "Antworten auf Widersprüche und Lücken prüfen.",
    "score": "Eine Datei oder einen ganzen Ordner auswerten.",
    "report": "Den Lückenbericht für Rat und Verwaltung schreiben.",
    "draft": "Den Anfang des Konzepts als Word-Datei schreiben.",
    "cohort": "Mehrere Gemeinden gemeinsam auswerten.",
    "worksheet": "Das Arbeitsblatt schreiben, leer oder ausgefüllt.",
    "council": "Die Beschlussvorlage für den Rat schreiben.",
    "tender": "Die Leistungsbeschreibung für Fehlendes schreiben.",
    "request": "Briefe an alle schreiben, die fehlende Pläne haben.",
    "form": "Einen Fragebogen zum Verschicken schreiben (Excel, Word).",
    "merge": "Zurückgeschickte Fragebögen in die Antwortdatei übernehmen.",
}
GROUPS = {
    "register": "Das amtliche Gemeindeverzeichnis einlesen und darin suchen.",
    "statistics": "Amtliche Statistik zu einer Antwortdatei einlesen.",
    "catalogue": "Den Katalog prüfen, zeigen und ausgeben.",
}


class Program(GermanGroup):
    """The program as a group: a command is imported when it is called, so that more commands make no call slower."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the library has no public types
        """Return the names of all commands, in the order of the help page."""
        return [*COMMANDS, *GROUPS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - the library has no public types
        """Return a command, None if there is none of that name."""
        if cmd_name not in COMMANDS | GROUPS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"insek_cli.cli.{name}")
        if cmd_name in GROUPS:
            return get_command(module.app)
        alone = german_app()
        alone.command(cmd_name, cls=GermanCommand)(getattr(module, name))
        return get_command(alone)

    def short_text(self, name: str, limit: int) -> str:  # noqa: ARG002 - these are short, or wrapped
        """Return what a command does, without importing it."""
        return (COMMANDS | GROUPS)[name]


app = german_app(cls=Program, help="Selbstcheck für ein schlankes INSEK/INGEKO kleiner Gemeinden in Sachsen.")


@app.callback(invoke_without_command=True)
def _common(
    version: bool = typer.Option(False, "--version", help="Fassung des Programms zeigen.", is_eager=True),  # noqa: FBT003 - an option
) -> None:
    if version:
        sys.stdout.write(f"insek {__version__}\n")
        raise typer.Exit


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code; every problem is told on stderr in German."""
    try:
        return app(arguments, standalone_mode=False) or 0
    except InsekError as error:
        return _told(error)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            sys.stderr.write(error.message + "\n")
            return UNUSABLE
        return _told(german_error(error))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED


def _told(error: InsekError) -> int:
    from insek_cli.cli.running import tell_problems

    tell_problems(error.problems)
    return UNUSABLE
