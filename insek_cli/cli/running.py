"""What commands have in common: the catalogue and date asked for, writing a result, telling about problems."""

import gc
import shutil
import sys
import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import SectionId
from insek_cli.core.written import day
from insek_cli.documents.visible import visible
from insek_cli.errors import Problem, unusable
from insek_cli.files.catalogue_files import load_catalogue, load_shipped
from insek_cli.files.saving import write_new
from insek_cli.files.words import unknown_sentence

COLLECT_AFTER = 50_000


def catalogue_at(folder: Path | None) -> Catalogue:
    """Return the catalogue in a folder, or the one that comes with the program."""
    catalogue = load_shipped() if folder is None else load_catalogue(folder)
    # The start is over (see __main__): leave what is there alone and collect what comes, but not at every answer file.
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
    gc.enable()
    return catalogue


def section_at(catalogue: Catalogue, given: str | None) -> SectionId | None:
    """Return the section asked for, None without one; raises UnusableInputError with the nearest one."""
    ids = [section.id for section in catalogue.head.sections]
    if given is None:
        return None
    if given not in ids:
        raise unusable("--section", unknown_sentence(given, ids, "Den Abschnitt"))
    return SectionId(given)


def date_of(text: str | None) -> date:
    """Return the day asked for, today without one; raises UnusableInputError with what would be right."""
    if text is None:
        return date.today()  # noqa: DTZ011 - the day in the town hall is meant
    try:
        return day(text)
    except ValueError as error:
        raise unusable("--date", str(error)) from error


def write_result(output: Path | None, text: str, *, force: bool) -> None:
    """Write a result to a file, or to the screen without one."""
    if output is None:
        sys.stdout.write(text)
    else:
        write_new(output, text.encode("utf-8", "replace"), force=force)
        tell(f"Geschrieben: {output}")


def write_file(output: Path, data: bytes, *, force: bool) -> None:
    """Write a result that only a file can hold."""
    write_new(output, data, force=force)
    tell(f"Geschrieben: {output}")


def tell(text: str) -> None:
    """Say something about the run, not part of the result; wrapped where a person reads it in a terminal."""
    safe = visible(text)
    typer.echo(_wrapped(safe) if sys.stderr.isatty() else safe, err=True)


def _wrapped(text: str) -> str:
    width = shutil.get_terminal_size().columns
    lines = (
        textwrap.fill(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return "\n".join(lines)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Say every problem, one a line."""
    for problem in problems:
        tell(" ".join(str(problem).split("\n")))
