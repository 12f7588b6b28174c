"""What is done with every file of a batch and what comes of it; whether in one process or several is not known here."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from insek_cli.cli.limits import Limits
from insek_cli.core.answers import Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import Problem, UnusableInputError
from insek_cli.files.answer_files import AnswerReader, OtherCatalogueError

T = TypeVar("T")

ENOUGH_TO_SHARE = 300
MOST_JOBS = 8

Make = Callable[[Assessment, str], T]


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """What is done with every file; `maker` makes what is wanted of an assessment and must be known by its name."""

    catalogue: Catalogue
    today: date
    limits: Limits
    maker: Callable[[Catalogue], Make[T]]


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What came of one file: what was made of it, or its problems.

    missed: it stays below a limit. municipality: whose answers they are. other: the catalogue that the answers
    belong to, where it is another one.
    """

    source: str
    made: T | None
    problems: tuple[Problem, ...] = ()
    missed: bool = False
    municipality: Municipality | None = None
    other: str | None = None


def one_by_one(work: Work[T], paths: Iterable[Path]) -> Iterator[Result[T]]:
    """Yield the results in this process."""
    assessor = Assessor(work)
    for path in paths:
        yield assessor.result(path)


def fitting_jobs(number: int) -> int:
    """Return how many processes are worth it for so many files."""
    return 1 if number < ENOUGH_TO_SHARE else min(MOST_JOBS, _processors())


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Assessor(Generic[T]):
    """Keeps what all files of a process share: reader and maker."""

    def __init__(self, work: Work[T]) -> None:
        self._work = work
        self._reader = AnswerReader(work.catalogue)
        self._make = work.maker(work.catalogue)

    def result(self, path: Path) -> Result[T]:
        """Return what comes of a file."""
        source = str(path)
        try:
            answers = self._reader.read(path)
        except OtherCatalogueError as error:
            return Result(source, None, error.problems, other=error.reference)
        except UnusableInputError as error:
            return Result(source, None, error.problems)
        assessment = assess(self._work.catalogue, answers, self._work.today)
        missed = self._work.limits.missed_by(assessment)
        return Result(source, self._make(assessment, source), missed=missed, municipality=answers.municipality)
