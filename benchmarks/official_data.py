"""Register and statistics: `python -m benchmarks.official_data FOLDER [--rounds 5]`.

FOLDER holds the real files: AuszugGV4QAktuell_2024.xlsx and statistics/regionalstatistik_12411-01-01-4_de_flat.csv.
Each ratio compares with merely reading the same file, in turn and in one process.
"""

import argparse
import csv
import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from insek_cli.core.register import Register
from insek_cli.files.catalogue_files import load_shipped
from insek_cli.files.register import load_register, save_register
from insek_cli.files.register_workbook import read_register
from insek_cli.files.statistics_import import read_statistics
from insek_cli.files.workbooks import sheets

DAY = dt.date(2026, 11, 22)
TEXTS = ("Bernsdorf", "Bautzen / Budyšin", "muecka", "Stadt Wehlen", "dorf", "ach", "berg", "a", "14625", "nirgendwo")
"""From names people type to parts that fit nearly a thousand places."""


def main() -> None:
    """Measure and print one line a goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INSEK_DATA_DIR"] = folder
        _register(given.folder / "AuszugGV4QAktuell_2024.xlsx", given.rounds)
    _flat_file(given.folder / "statistics" / "regionalstatistik_12411-01-01-4_de_flat.csv", given.rounds * 10)


def _register(path: Path, rounds: int) -> None:
    largest = load_shipped().head.register.largest_area
    read, whole = _in_turn((lambda: list(sheets(path)), lambda: save_register(read_register(path, largest))), rounds)
    print(f"register import / calamine: {whole / read:.2f} ({whole * 1000:.0f} ms / {read * 1000:.0f} ms; goal 2.5)")
    (loading,) = _in_turn((load_register,), rounds * 10)
    print(f"register load: {loading * 1000:.1f} ms")
    register = load_register()
    if register is not None:
        _search(register, rounds * 10)


def _search(register: Register, rounds: int) -> None:
    slowest = max((_in_turn((lambda text=text: register.find(text),), rounds)[0], text) for text in TEXTS)  # type: ignore[misc]  # the text of this turn
    print(f"register search, slowest „{slowest[1]}“: {slowest[0] * 1000:.1f} ms (goal 5 ms)")


def _flat_file(path: Path, rounds: int) -> None:
    known = load_shipped().entries.statistics
    read, whole = _in_turn((lambda: _rows(path), lambda: read_statistics(path, "14625030", known, DAY)), rounds)
    print(f"flat file / csv: {whole / read:.2f} ({whole * 1000:.1f} ms / {read * 1000:.1f} ms; goal 3)")


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file, delimiter=";"))


def _in_turn(actions: tuple[Callable[[], object], ...], rounds: int) -> list[float]:
    """Return the median seconds of each action; they take turns, so that noise hits all alike."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            times[place].append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


if __name__ == "__main__":
    main()
