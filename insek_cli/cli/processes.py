"""Several processes side by side: each assesses some files at a time, the results keep the order of the paths."""

import functools
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from insek_cli.cli.batch import Assessor, Result, Work
from insek_cli.errors import unusable

T = TypeVar("T")

A_CHUNK = 32
CHUNKS_AHEAD = 4


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


def _chunks(paths: Iterable[Path]) -> Iterator[list[Path]]:
    rest = iter(paths)
    while chunk := list(islice(rest, A_CHUNK)):
        yield chunk


# What the process works with; what it makes is known only to the process that asked for it.
_here: list[Assessor[Any]] = []


def _begin(work: Work[Any]) -> None:
    """Prepare a process; an interrupt is the business of the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here[:] = [Assessor(work)]


def _results(paths: list[Path]) -> list[Result[Any]]:
    return [_here[0].result(path) for path in paths]
