"""A run over answer files: assess each, write as asked, list the unusable ones, tell whether the limits hold."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import TypeVar

from insek_cli.cli.exit_codes import DONE, MISSED, UNUSABLE
from insek_cli.cli.running import catalogue_at, date_of, tell, tell_problems, write_file, write_result
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.written import number
from insek_cli.errors import UnusableInputError, unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_paths import answer_paths
from insek_cli.files.saving import new_file, refuse_existing
from insek_cli.files.words import unknown_sentence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What every file must reach: a secured share in percent, a level by its place in the list."""

    percent: Decimal | None = None
    level: int | None = None


def limits_of(catalogue: Catalogue, fail_under: str | None, require: str | None) -> Limits:
    """Return the limits asked for; raises UnusableInputError with what would be right."""
    levels: list[str] = [level.id for level in catalogue.head.levels]
    if require is not None and require not in levels:
        raise unusable("--require", unknown_sentence(require, levels, "Die Stufe"))
    try:
        percent = None if fail_under is None else number(fail_under.removesuffix("%").strip().replace(",", "."))
    except ValueError as error:
        raise unusable("--fail-under", "Hier gehört eine Zahl von 0 bis 100 hin, zum Beispiel 60.") from error
    if percent is not None and percent > _WHOLE:
        raise unusable("--fail-under", "Hier gehört eine Zahl von 0 bis 100 hin, zum Beispiel 60.")
    return Limits(percent, None if require is None else levels.index(require))


_WHOLE = 100


@dataclass(slots=True)
class ScoringRun:
    """The files of one call; remembers while it runs which were unusable and whether a limit was missed."""

    catalogue: Catalogue
    paths: list[Path]
    today: date
    single: bool
    unusable: bool = False
    missed: bool = False
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def start(cls, given: list[Path], catalogue: Path | None, day: str | None) -> "ScoringRun":
        """Return the run for the paths given; raises UnusableInputError for catalogue, date or an empty folder."""
        today = date_of(day)
        paths = answer_paths(given)
        return cls(catalogue_at(catalogue), paths, today, single=len(given) == 1 and not given[0].is_dir())

    def write(self, output_format: str, output: Path | None, limits: Limits, *, force: bool) -> int:
        """Write the result as asked and return the exit code."""
        self.limits = limits
        _WRITERS[output_format](self, output, force)
        if self.unusable:
            return UNUSABLE
        return MISSED if self.missed else DONE

    def assessments(self) -> Iterator[tuple[Assessment, str]]:
        """Yield each assessment with the path as given; unusable files are told and left out."""
        reader = AnswerReader(self.catalogue)
        for path in self.paths:
            try:
                answers = reader.read(path)
            except UnusableInputError as error:
                self.unusable = True
                tell_problems(error.problems)
                continue
            assessment = assess(self.catalogue, answers, self.today)
            self.missed = self.missed or _misses(assessment, self.limits)
            yield assessment, str(path)


def _misses(assessment: Assessment, limits: Limits) -> bool:
    share = assessment.total.secured_share
    if limits.percent is not None and share is not None and share * _WHOLE < Fraction(limits.percent):
        return True
    if limits.level is None:
        return False
    levels = [level.id for level in assessment.catalogue.head.levels]
    return levels.index(assessment.level.certain.id) < limits.level


def _write_lines(lines: Iterator[str], output: Path | None, force: bool) -> None:
    """Write lines as they come; a file appears under its name only when it is whole, and not for nothing."""
    if output is None:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    refuse_existing(output, force=force)
    first = next(lines, None)
    if first is not None:
        with new_file(output, force=force) as file:
            for line in chain((first,), lines):
                file.write(line.encode("utf-8", "replace") + b"\n")
        tell(f"Geschrieben: {output}")


def _jsonl(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.json import AssessmentLines

    lines = AssessmentLines(run.catalogue)
    _write_lines((lines.line(*found) for found in run.assessments()), output, force)


def _json(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.json import AssessmentLines, assessment_text, assessments_text

    if run.single:
        _write_text([assessment_text(*found) for found in run.assessments()], "".join, output, force)
    else:
        lines = AssessmentLines(run.catalogue)
        _write_text([lines.line(*found) for found in run.assessments()], assessments_text, output, force)


def _text(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.documents.score_summary import score_summary
    from insek_cli.formats.terminal import terminal_text, terminal_width

    width = terminal_width()
    texts = (terminal_text(score_summary(found), width) for found, _ in run.assessments())
    _write_lines((f"\n{text.rstrip()}" if place else text.rstrip() for place, text in enumerate(texts)), output, force)


def _csv(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.csv import csv_text

    _write_text(list(run.assessments()), lambda found: csv_text(run.catalogue, found), output, force)


def _xlsx(run: ScoringRun, output: Path | None, force: bool) -> None:
    if output is None:
        raise unusable("--output", "Eine Excel-Datei braucht ein Ziel, zum Beispiel -o ergebnis.xlsx.")
    from insek_cli.formats.xlsx import xlsx_bytes

    refuse_existing(output, force=force)
    found = list(run.assessments())
    if found:
        write_file(output, xlsx_bytes(run.catalogue, found), force=force)


def _write_text(found: list[T], text_of: Callable[[list[T]], str], output: Path | None, force: bool) -> None:
    """Write what was found as one text; nothing at all if every file was unusable."""
    if found:
        write_result(output, text_of(found), force=force)


_WRITERS: dict[str, Callable[[ScoringRun, Path | None, bool], None]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
}
