"""Assesses many files, in one process or several: always in the order of the paths, never more than a few at a time."""

import functools
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from insek_cli.cli.limits import Limits
from insek_cli.core.answers import Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import Problem, UnusableInputError, unusable
from insek_cli.files.answer_files import AnswerReader, OtherCatalogueError

T = TypeVar("T")

A_CHUNK = 32
CHUNKS_AHEAD = 4
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
    assessor = _Assessor(work)
    for path in paths:
        yield assessor.result(path)


def side_by_side(work: Work[T], paths: Iterable[Path], jobs: int) -> Iterator[Result[T]]:
    """Yield the results of several processes, in the order of the paths."""
    pool = ProcessPoolExecutor(jobs, initializer=functools.partial(_begin, work))
    chunks = _chunks(paths)
    ahead: deque[Future[list[Result[T]]]] = deque()
    try:
        for chunk in islice(chunks, jobs * CHUNKS_AHEAD):
            ahead.append(pool.submit(_results, chunk))
        while ahead:
            found = ahead.popleft().result()
            ahead.extend(pool.submit(_results, chunk) for chunk in islice(chunks, 1))
            yield from found
    except BrokenProcessPool as error:
        text = "Ein Teil der Auswertung ist abgebrochen, vielleicht fehlt Speicher. Bitte mit --jobs 1 versuchen."
        raise unusable("--jobs", text) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def fitting_jobs(number: int) -> int:
    """Return how many processes are worth it for so many files."""
    return 1 if number < ENOUGH_TO_SHARE else min(MOST_JOBS, _processors())


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(paths: Iterable[Path]) -> Iterator[list[Path]]:
    rest = iter(paths)
    while chunk := list(islice(rest, A_CHUNK)):
        yield chunk


class _Assessor(Generic[T]):
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


# What the process works with; what it makes is known only to the process that asked for it.
_here: list[_Assessor[Any]] = []


def _begin(work: Work[Any]) -> None:
    """Prepare a process; an interrupt is the business of the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here[:] = [_Assessor(work)]


def _results(paths: list[Path]) -> list[Result[Any]]:
    return [_here[0].result(path) for path in paths]
