"""Every benchmark runs through; with so few files its figures say nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.statistics_samples import flat, population_line, register
from tests.real_data import REGISTER

ROOT = Path(__file__).parents[1]
posix_only = pytest.mark.skipif(os.name != "posix", reason="peak memory comes from POSIX")


def measured(name: str, *words: object) -> list[str]:
    """Return the lines that a benchmark prints."""
    call = [sys.executable, "-m", f"benchmarks.{name}", "--rounds", "1", *map(str, words)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@posix_only
def test_start_one_file_and_a_batch_are_measured():
    assert [line.split(":")[0] for line in measured("scoring", "--files", 2)] == [
        "insek --help / bare --help",
        "insek score FILE / bare one",
        "insek score DIR / CSafeLoader",
        "peak memory",
    ]


@posix_only
def test_many_files_memory_cost_per_file_and_cohort_are_measured():
    assert [line.split(":")[0] for line in measured("batch", "--divide", 1000)] == [
        "2 files in one process / CSafeLoader",
        "2 files in two processes / CSafeLoader in one",
        "peak memory of a process, 1 at a time, 10 files",
        "peak memory of a process, 2 at a time, 10 files",
        "processor time of a file, 10 / 2 files",
        "cohort of 2 with cooperation / scoring them",
    ]


def test_register_and_statistics_are_measured(tmp_path: Path):
    register(tmp_path / REGISTER)
    (tmp_path / "statistics").mkdir()
    line = population_line("14625030", "2024-12-31", 6257)
    flat(tmp_path / "statistics" / "regionalstatistik_12411-01-01-4_de_flat.csv", [line], variables=2)
    assert [re.split("[:,]", line)[0] for line in measured("official_data", tmp_path)] == [
        "register import / calamine",
        "register load",
        "register search",
        "flat file / csv",
    ]
