"""Thousands of files in one process and in two, memory, and the cohort: `python -m benchmarks.batch [--rounds 3]`."""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.installed import as_installed
from benchmarks.measure import Measured, in_turn
from benchmarks.municipalities import write_municipalities
from benchmarks.samples import answer_files, catalogue_of
from insek_cli.files.catalogue_files import load_shipped, shipped_catalogue

HERE = Path(__file__).parent
CRITERIA = 100
INSEK = (sys.executable, "-m", "insek_cli")
READ = (sys.executable, str(HERE / "read_only.py"))


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many files are measured; `every` are the municipalities of Germany, `land` those of Saxony."""

    one: int = 1
    hundred: int = 100
    few: int = 200
    many: int = 2000
    most: int = 10_000
    every: int = 10_752
    land: int = 418

    def divided(self, by: int) -> "Numbers":
        """Return so much smaller numbers, with which the figures say nothing but all is run through."""
        sizes = (self.hundred, self.few, self.many, self.most, self.every, self.land)
        return Numbers(1, *(max(2, size // by) for size in sizes))


def main() -> None:
    """Measure and print one line a goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--divide", type=int, default=1, help="take so much fewer files, only to see that all runs")
    given = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory() as name:
        folder, numbers = Path(name), Numbers().divided(given.divide)
        _write(folder, numbers)
        _against_reading(folder, numbers.many, given.rounds)
        _memory(folder, numbers)
        _cost_per_file(folder, numbers, given.rounds)
        _cohort(folder, numbers.land, given.rounds)


def _write(folder: Path, numbers: Numbers) -> None:
    ids = catalogue_of(folder / "catalogue", shipped_catalogue(), CRITERIA)
    for number in {numbers.one, numbers.hundred, numbers.few, numbers.many, numbers.most, numbers.every}:
        answer_files(folder / str(number), ids, number)
    write_municipalities(folder / "land", load_shipped(), numbers.land)


def _score(folder: Path, number: int, jobs: int) -> tuple[str, ...]:
    options = ("--catalogue", str(folder / "catalogue"), "--format", "jsonl", "--jobs", str(jobs))
    return (*INSEK, "score", *options, str(folder / str(number)))


def _against_reading(folder: Path, number: int, rounds: int) -> None:
    found = in_turn(
        {
            "read": (*READ, str(folder / str(number))),
            "one": _score(folder, number, 1),
            "two": _score(folder, number, 2),
        },
        rounds,
    )
    _say(f"{number} files in one process / CSafeLoader", found["one"], found["read"], 0.7)
    _say(f"{number} files in two processes / CSafeLoader in one", found["two"], found["read"], 0.45)


def _memory(folder: Path, numbers: Numbers) -> None:
    for jobs in (1, 2):
        found = in_turn(
            {"all": _score(folder, numbers.every, jobs), "few": _score(folder, numbers.few, jobs)},
            1,
        )
        every, few = found["all"].memory, found["few"].memory
        print(
            f"peak memory of a process, {jobs} at a time, {numbers.every} files: {every:.0f} MB (goal 150), "
            f"against {numbers.few} files {every / few:.2f} (goal 1.25); {found['all'].seconds:.1f} s",
            flush=True,
        )


def _cost_per_file(folder: Path, numbers: Numbers, rounds: int) -> None:
    """Compare what one more file costs in a small and in a large batch; the start of the program is in none of them."""
    one, few = _score(folder, numbers.one, 1), _score(folder, numbers.hundred, 1)
    # The start takes longer than a hundred files: only often measured does the difference say anything.
    small = in_turn({"one": one, "few": few}, rounds * 5)
    large = in_turn({"most": _score(folder, numbers.most, 1)}, rounds)
    start = small["one"].cpu
    few_each = (small["few"].cpu - start) / (numbers.hundred - numbers.one)
    most_each = (large["most"].cpu - start) / (numbers.most - numbers.one)
    print(
        f"processor time of a file, {numbers.most} / {numbers.hundred} files: {most_each / few_each:.2f} "
        f"({most_each * 1e3:.2f} / {few_each * 1e3:.2f} ms; goal 0.9 to 1.1)",
        flush=True,
    )


def _cohort(folder: Path, number: int, rounds: int) -> None:
    land = str(folder / "land")
    found = in_turn(
        {
            "score": (*INSEK, "score", "--format", "jsonl", "--jobs", "1", land),
            "cohort": (*INSEK, "cohort", "--format", "json", land),
        },
        rounds,
    )
    _say(f"cohort of {number} with cooperation / scoring them", found["cohort"], found["score"], 10)


def _say(what: str, ours: Measured, yardstick: Measured, goal: float) -> None:
    wall, cpu = ours.seconds / yardstick.seconds, ours.cpu / yardstick.cpu
    print(
        f"{what}: {wall:.2f} by the clock ({ours.seconds:.2f} / {yardstick.seconds:.2f} s; goal {goal}), "
        f"{cpu:.2f} of processor time ({ours.cpu:.2f} / {yardstick.cpu:.2f} s)",
        flush=True,
    )


if __name__ == "__main__":
    main()
