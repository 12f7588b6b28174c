"""What tests of commands need: sessions in a terminal, and calls with the small catalogue."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_catalogue import small_catalogue


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Start sessions of `insek assess` that do not outlive their test."""
    from tests.cli.terminal import Session

    started: list[Session] = []

    def start(*words: str, **more: Any) -> Session:
        started.append(Session(tmp_path, *words, **more))
        return started[-1]

    yield start
    for one in started:
        one.process.close(force=True)


@pytest.fixture
def small(tmp_path: Path) -> tuple[str, ...]:
    """The words of a call on the file neu.yaml with the small catalogue."""
    return ("neu.yaml", "--catalogue", str(small_catalogue(tmp_path / "katalog")))
