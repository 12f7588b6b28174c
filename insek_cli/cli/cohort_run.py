"""What `insek cohort` does: read the files of both states, leave out what cannot count, write the report."""

from dataclasses import dataclass
from pathlib import Path

from insek_cli.cli.documents_run import write_document
from insek_cli.cli.exit_codes import DONE, UNUSABLE
from insek_cli.cli.running import tell_problems, write_result
from insek_cli.cli.scoring_run import ScoringRun
from insek_cli.core.anonymous import FEWEST_ANONYMOUS, anonymised
from insek_cli.core.assessment import Assessment
from insek_cli.core.cohort import Cohort, cohort_of
from insek_cli.core.cohort_change import CohortChange, cohort_change
from insek_cli.core.identity import Sightings
from insek_cli.documents.cohort_report import anonymous_report, cohort_report
from insek_cli.errors import Problem, UnusableInputError, unusable


@dataclass(frozen=True, slots=True)
class CohortRun:
    """The municipalities read, those of the earlier state if one is compared, and whether every file counts."""

    run: ScoringRun
    members: tuple[Assessment, ...]
    before: tuple[Assessment, ...] | None
    complete: bool

    @classmethod
    def start(cls, given: list[Path], since: Path | None, catalogue: Path | None, day: str | None) -> "CohortRun":
        """Read everything; unusable files are told and left out. Raises UnusableInputError if nothing is left."""
        run = ScoringRun.start(given, catalogue, day)
        members, whole = _once_each(run)
        if not members:
            raise UnusableInputError(())
        if since is None:
            return cls(run, members, None, whole)
        earlier = ScoringRun.start([since], catalogue, day)
        before, before_whole = _once_each(earlier)
        return cls(run, members, before, whole and before_whole)


def _once_each(run: ScoringRun) -> tuple[tuple[Assessment, ...], bool]:
    """Return the assessments, one a municipality, and whether every file gave one; a second file of one is told."""
    seen = Sightings()
    members: list[Assessment] = []
    repeated: list[Problem] = []
    for assessment, source in run.assessments():
        municipality = assessment.answers.municipality
        first = seen.first(municipality, source)
        if first == source:
            members.append(assessment)
        else:
            text = f"Die Gemeinde „{municipality.name}“ steht schon in {first}; diese Datei zählt nicht."
            repeated.append(Problem(source, text))
    tell_problems(repeated)
    return tuple(members), not run.unusable and not repeated


def write_named(run: CohortRun, report_format: str, output: Path | None, *, force: bool) -> int:
    """Write the report with names and return the exit code."""
    cohort = _cohort(run)
    change = _change(run)
    if report_format == "json":
        from insek_cli.formats.cohort_json import cohort_text

        write_result(output, cohort_text(cohort, change), force=force)
    else:
        write_document(cohort_report(cohort, change), report_format, output, force=force)
    return _code(run)


def write_anonymous(run: CohortRun, report_format: str, output: Path | None, *, force: bool) -> int:
    """Write the report that names nobody and return the exit code; raises UnusableInputError for too few."""
    if len(run.members) < FEWEST_ANONYMOUS:
        text = f"Erst ab {FEWEST_ANONYMOUS} Gemeinden bleibt verborgen, wer was geantwortet hat."
        raise unusable("--anonymous", text)
    cohort = anonymised(_cohort(run))
    change = _change(run)
    if report_format == "json":
        from insek_cli.formats.cohort_json import anonymous_text

        write_result(output, anonymous_text(cohort, change), force=force)
    else:
        write_document(anonymous_report(cohort, change), report_format, output, force=force)
    return _code(run)


def _cohort(run: CohortRun) -> Cohort:
    return cohort_of(run.run.catalogue, run.members, run.run.today)


def _change(run: CohortRun) -> CohortChange | None:
    return None if run.before is None else cohort_change(run.before, run.members)


def _code(run: CohortRun) -> int:
    return DONE if run.complete else UNUSABLE
