"""A run over answer files: assess each, list the unusable ones, tell whether the limits hold."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from insek_cli.cli.batch import Make, Result, Work, fitting_jobs, one_by_one
from insek_cli.cli.exit_codes import DONE, MISSED, UNUSABLE
from insek_cli.cli.limits import Limits
from insek_cli.cli.progress import clear, watched
from insek_cli.cli.running import catalogue_at, date_of, tell, tell_problems
from insek_cli.core.answers import Municipality
from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.identity import Sightings
from insek_cli.core.written import positive
from insek_cli.errors import Problem, unusable
from insek_cli.files.answer_paths import answer_paths, streamed_paths

T = TypeVar("T")

STDIN = "-"


@dataclass(slots=True)
class ScoringRun:
    """The files of one call; remembers while it runs which were unusable and whether a limit was missed.

    total: how many files there are, None where their paths come in one by one. single: one file was asked for, by name.
    """

    catalogue: Catalogue
    today: date
    paths: Iterable[Path]
    total: int | None
    single: bool = False
    jobs: int = 1
    watch: bool = False
    limits: Limits = field(default_factory=Limits)
    unusable: bool = False
    missed: bool = False
    seen: Sightings = field(default_factory=Sightings)
    others: Counter[str] = field(default_factory=Counter)

    @classmethod
    def start(cls, given: list[Path], catalogue: Path | None, day: str | None) -> "ScoringRun":
        """Return the run for the paths given; raises UnusableInputError for catalogue, date or an empty folder."""
        today = date_of(day)
        if Path(STDIN) in given:
            return _streamed(given, catalogue, today)
        found = answer_paths(given)
        run = cls(catalogue_at(catalogue), today, found.paths, len(found.paths), unusable=bool(found.problems))
        tell_problems((*found.problems, *found.notes))
        return replace(run, single=len(given) == 1 and not given[0].is_dir())

    @property
    def streamed(self) -> bool:
        """Tell whether somebody hands over paths one by one and waits for what comes of each."""
        return self.total is None

    def with_jobs(self, jobs: str | None) -> "ScoringRun":
        """Return the run with so many processes, by default as many as are worth it; raises UnusableInputError."""
        if jobs is None:
            return replace(self, jobs=1 if self.total is None else fitting_jobs(self.total))
        try:
            return replace(self, jobs=positive(jobs))
        except ValueError as error:
            raise unusable("--jobs", str(error)) from error

    def results(self, maker: Callable[[Catalogue], Make[T]]) -> Iterator[T]:
        """Yield what is made of each assessment, in the order of the paths; a municipality in two files is told."""
        for result, made in self._each(maker):
            if result.municipality is not None:
                self._note_municipality(result.source, result.municipality)
            yield made

    def assessments(self) -> Iterator[tuple[Assessment, str]]:
        """Yield each assessment with the path as given."""
        return (made for _, made in self._each(_as_it_is))

    def _each(self, maker: Callable[[Catalogue], Make[T]]) -> Iterator[tuple[Result[T], T]]:
        """Yield the results with what was made; unusable files are told and left out."""
        work = Work(self.catalogue, self.today, self.limits, maker)
        found = one_by_one(work, self.paths) if self.jobs == 1 else _several(work, self.paths, self.jobs)
        none = True
        for result in watched(found, self.total) if self.watch else found:
            none = False
            self._note(result)
            if result.made is not None:
                yield result, result.made
        if none and self.streamed:
            raise unusable(STDIN, "Auf der Eingabe stand kein Pfad.")
        if self.others:
            named = ", ".join(f"{reference} ({number})" for reference, number in sorted(self.others.items()))
            tell(f"Nicht ausgewertet, weil die Antworten zu anderen Katalogen gehören (Zahl der Dateien): {named}.")

    def _note(self, result: Result[T]) -> None:
        self.missed = self.missed or result.missed
        if result.problems:
            self.unusable = True
            self._say(result.problems)
        if result.other is not None and not self.single:
            self.others[result.other] += 1

    def _note_municipality(self, source: str, municipality: Municipality) -> None:
        first = self.seen.first(municipality, source)
        if first != source:
            self.unusable = True
            text = f"Die Gemeinde „{municipality.name}“ steht auch in {first}; beide Dateien sind ausgewertet."
            self._say((Problem(source, text),))

    def _say(self, problems: Iterable[Problem]) -> None:
        if self.watch:
            clear()
        tell_problems(problems)

    @property
    def code(self) -> int:
        """Return the exit code: unusable files weigh more than a limit that was missed."""
        if self.unusable:
            return UNUSABLE
        return MISSED if self.missed else DONE


def _streamed(given: list[Path], catalogue: Path | None, today: date) -> ScoringRun:
    """Return the run over the paths that come on stdin."""
    if len(given) > 1:
        raise unusable(STDIN, "„-“ liest die Pfade von der Eingabe und steht deshalb allein.")
    run = ScoringRun(catalogue_at(catalogue), today, (), None)
    run.paths = streamed_paths(sys.stdin, lambda problem: tell_problems((problem,)))
    return run


def _as_it_is(_: Catalogue) -> Make[tuple[Assessment, str]]:
    return lambda assessment, source: (assessment, source)


def _several(work: Work[T], paths: Iterable[Path], jobs: int) -> Iterator[Result[T]]:
    from insek_cli.cli.processes import side_by_side

    return side_by_side(work, paths, jobs)
