"""Runs commands in turn; processor time and peak memory come from the operating system."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.installed import usual_environment

MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took.

    seconds: by the clock, median. cpu: processor time of all its processes, the least, because others on the machine
    only ever add to it. memory: peak of one process in MB.
    """

    seconds: float
    cpu: float
    memory: float


def in_turn(commands: dict[str, Sequence[str]], rounds: int) -> dict[str, Measured]:
    """Run the commands one after the other, round after round, so that noise hits all alike."""
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(_once(command))
    return {
        name: Measured(
            statistics.median(seconds for seconds, _, _ in runs),
            min(cpu for _, cpu, _ in runs),
            max(memory for _, _, memory in runs),
        )
        for name, runs in found.items()
    }


def _once(command: Sequence[str]) -> tuple[float, float, float]:
    environment = usual_environment()
    with Path(os.devnull).open("wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink, stderr=sink, env=environment)  # noqa: S603 - our own commands
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE
