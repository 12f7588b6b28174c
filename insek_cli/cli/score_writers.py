"""How the results of `insek score` are written: one after the other, or as one whole."""

import functools
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from insek_cli.cli.batch import Make
from insek_cli.cli.running import tell, write_result
from insek_cli.cli.scoring_run import ScoringRun
from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import unusable
from insek_cli.files.saving import new_file, refuse_existing

if TYPE_CHECKING:
    from insek_cli.formats.score_workbook import MunicipalityRows


def write_scores(run: ScoringRun, output_format: str, output: Path | None, *, force: bool) -> int:
    """Write the results as asked and return the exit code."""
    run.watch = sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())
    if output is not None:
        refuse_existing(output, force=force)
    _WRITERS[output_format](run, output, force)
    return run.code


def _lines(run: ScoringRun, lines: Iterator[str], output: Path | None, force: bool) -> None:
    """Write lines as they come; a file appears under its name only when it is whole, and not for nothing."""
    if output is None:
        for line in lines:
            sys.stdout.write(line + "\n")
            if run.streamed:
                sys.stdout.flush()
        return
    first = next(lines, None)
    if first is not None:
        with new_file(output, force=force) as file:
            for line in chain((first,), lines):
                file.write(line.encode("utf-8", "replace") + b"\n")
        tell(f"Geschrieben: {output}")


def _jsonl(run: ScoringRun, output: Path | None, force: bool) -> None:
    _lines(run, run.results(_json_lines), output, force)


def _json_lines(catalogue: Catalogue) -> Make[str]:
    from insek_cli.formats.json import AssessmentLines

    return AssessmentLines(catalogue).line


def _json(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.json import assessments_text

    if run.single:
        text = "".join(run.results(_json_text))
    else:
        lines = list(run.results(_json_lines))
        text = assessments_text(lines) if lines else ""
    if text:
        write_result(output, text, force=force)


def _json_text(_: Catalogue) -> Make[str]:
    from insek_cli.formats.json import assessment_text

    return assessment_text


def _text(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.terminal import terminal_width

    texts = run.results(functools.partial(_summaries, terminal_width()))
    _lines(run, (f"\n{text}" if place else text for place, text in enumerate(texts)), output, force)


def _summaries(width: int, _: Catalogue) -> Make[str]:
    from insek_cli.documents.score_summary import score_summary
    from insek_cli.formats.terminal import terminal_text

    return lambda assessment, _: terminal_text(score_summary(assessment), width).rstrip()


def _csv(run: ScoringRun, output: Path | None, force: bool) -> None:
    from insek_cli.formats.csv import csv_header

    rows = run.results(_csv_rows)
    first = next(rows, None)
    if first is not None:
        # The writer ends lines with \n, spreadsheets want \r\n.
        lines = (line.removesuffix("\n") for line in chain((csv_header(run.catalogue), first), rows))
        _lines(run, lines, output, force)


def _csv_rows(_: Catalogue) -> Make[str]:
    from insek_cli.formats.csv import csv_row

    return csv_row


def _xlsx(run: ScoringRun, output: Path | None, force: bool) -> None:
    if output is None:
        raise unusable("--output", "Eine Excel-Datei braucht ein Ziel, zum Beispiel -o ergebnis.xlsx.")
    from insek_cli.formats.score_workbook import write_workbook

    rows = run.results(_workbook_rows)
    first = next(rows, None)
    if first is not None:
        with new_file(output, force=force) as file:
            write_workbook(file, run.catalogue, run.today, chain((first,), rows))
        tell(f"Geschrieben: {output}")


def _workbook_rows(_: Catalogue) -> "Make[MunicipalityRows]":
    from insek_cli.formats.score_workbook import municipality_rows

    return municipality_rows


_WRITERS: dict[str, Callable[[ScoringRun, Path | None, bool], None]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
}
