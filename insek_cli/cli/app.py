"""The program: its commands and what happens when one cannot do its work."""

import sys

import typer
from typer.exceptions import TyperException

from insek_cli import __version__
from insek_cli.cli import assess as assess_module
from insek_cli.cli import (
    catalogue,
    check_answers,
    cohort,
    council,
    demo,
    draft,
    form,
    merge,
    register,
    report,
    request,
    score,
    statistics,
    tender,
    worksheet,
)
from insek_cli.cli.exit_codes import INTERRUPTED, UNUSABLE
from insek_cli.cli.german import GermanCommand, german_app, german_error
from insek_cli.errors import InsekError

app = german_app(help="Selbstcheck für ein schlankes INSEK/INGEKO kleiner Gemeinden in Sachsen.")
app.command("demo", cls=GermanCommand)(demo.demo)
app.command("assess", cls=GermanCommand)(assess_module.assess)
app.command("check-answers", cls=GermanCommand)(check_answers.check_answers)
app.command("score", cls=GermanCommand)(score.score)
app.command("report", cls=GermanCommand)(report.report)
app.command("draft", cls=GermanCommand)(draft.draft)
app.command("cohort", cls=GermanCommand)(cohort.cohort)
app.command("worksheet", cls=GermanCommand)(worksheet.worksheet)
app.command("council", cls=GermanCommand)(council.council)
app.command("tender", cls=GermanCommand)(tender.tender)
app.command("request", cls=GermanCommand)(request.request)
app.command("form", cls=GermanCommand)(form.form)
app.command("merge", cls=GermanCommand)(merge.merge)
app.add_typer(register.app, name="register")
app.add_typer(statistics.app, name="statistics")
app.add_typer(catalogue.app, name="catalogue")


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
