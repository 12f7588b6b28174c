"""How far a batch has come: one line on stderr, only where a person watches it and results go elsewhere."""

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

BETWEEN = 0.1
BAR = 24


def watched(results: Iterable[T], total: int | None) -> Iterator[T]:
    """Yield the results and show after every few how many there were; the line is gone at the end.

    total: how many are expected, None where nobody knows.
    """
    shown_at = time.monotonic()
    try:
        for number, result in enumerate(results, start=1):
            yield result
            if time.monotonic() - shown_at >= BETWEEN:
                shown_at = time.monotonic()
                _show(_line(number, total))
    finally:
        clear()


def clear() -> None:
    """Take the line away, so that something else can be said."""
    if sys.stderr.isatty():
        _show("")


def _show(line: str) -> None:
    width = shutil.get_terminal_size().columns
    sys.stderr.write(f"\r{line[: width - 1].ljust(width - 1)}\r")
    sys.stderr.flush()


def _line(number: int, total: int | None) -> str:
    if total is None:
        return f"{number} Dateien"
    full = BAR * number // total
    return f"[{'#' * full}{'-' * (BAR - full)}] {number} von {total} Dateien"
