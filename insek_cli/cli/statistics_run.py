"""What `insek statistics import` does: read all files, keep their figures beside the answers, name them there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from insek_cli.cli.running import catalogue_at, date_of, tell, tell_problems
from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.statistics import NO_STATISTICS, DataTable, Statistics
from insek_cli.documents.statistics_pages import import_report
from insek_cli.errors import Problem, UnusableInputError, unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_lock import answer_lock
from insek_cli.files.answer_store import AnswerStore
from insek_cli.files.saving import save_text
from insek_cli.files.statistics_files import LostStatisticsError, load_statistics, sidecar_of, statistics_text
from insek_cli.files.statistics_import import read_statistics
from insek_cli.formats.terminal import terminal_text, terminal_width


def imported(files: Sequence[Path], into: Path, folder: Path | None, day: str | None) -> str:
    """Keep the figures of these files and return what was found; raises UnusableInputError and keeps nothing."""
    with answer_lock(into):
        return _imported(files, into, catalogue_at(folder), date_of(day))


def _imported(files: Sequence[Path], into: Path, catalogue: Catalogue, today: date) -> str:
    answers = AnswerReader(catalogue).read(into)
    ags = answers.municipality.ags
    if ags is None:
        text = "Hier fehlt der Gemeindeschlüssel „ags“ unter „municipality“. Er steht in: insek register find NAME"
        raise unusable(str(into), text)
    kept, lost = _kept(into, answers)
    statistics = replace(kept, ags=ags)
    tables, problems = list[DataTable](), list[Problem]()
    for file in files:
        try:
            tables.append(read_statistics(file, ags, catalogue.entries.statistics, today))
        except UnusableInputError as error:
            problems += error.problems
    if problems:
        usable = f" In Ordnung: {len(tables)} von {len(files)} Dateien." if tables else ""
        raise UnusableInputError([*problems, Problem("", f"Nichts wurde übernommen.{usable}")])
    for table in tables:
        statistics = statistics.with_table(table)
    sidecar = sidecar_of(into, replace(answers, statistics=None) if lost else answers)
    _keep(into, catalogue, answers, statistics, sidecar)
    if lost:
        tell_problems(lost)
        tell(f"Der Import beginnt darum von vorn, in {sidecar.name}.")
    report = import_report(catalogue, statistics, tables, sidecar.name, today)
    return terminal_text(report, terminal_width()).rstrip("\n")


def _kept(into: Path, answers: Answers) -> tuple[Statistics, tuple[Problem, ...]]:
    """Return the statistics imported so far; none, and why, where their file is lost or another municipality's."""
    try:
        return load_statistics(into, answers), ()
    except LostStatisticsError as error:
        return NO_STATISTICS, error.problems


def _keep(into: Path, catalogue: Catalogue, answers: Answers, statistics: Statistics, sidecar: Path) -> None:
    """Write the statistics, then name them in the answer file; broken off in between, nothing is lost."""
    save_text(sidecar, statistics_text(statistics))
    if answers.statistics != sidecar.name:
        AnswerStore(into, catalogue).save(answers, replace(answers, statistics=sidecar.name))
