"""Thousands of files in one process and in two, memory, and the cohort: `python -m benchmarks.batch [--rounds 3]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Measured, in_turn
from benchmarks.municipalities import write_municipalities
from benchmarks.samples import answer_files, catalogue_of
from insek_cli.files.catalogue_files import load_catalogue, shipped_catalogue
from insek_cli.files.compiled import write_compiled

HERE = Path(__file__).parent
CRITERIA = 100
MANY, EVERY_MUNICIPALITY, LAND = 2000, 10_752, 418
INSEK = (sys.executable, "-m", "insek_cli")
READ = (sys.executable, str(HERE / "read_only.py"))


def main() -> None:
    """Measure and print one line a goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    catalogue = load_catalogue(shipped_catalogue())
    write_compiled(catalogue, shipped_catalogue())  # as after an installation
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = catalogue_of(folder / "catalogue", shipped_catalogue(), CRITERIA)
        for number in (100, 200, MANY, 10_000, EVERY_MUNICIPALITY):
            answer_files(folder / str(number), ids, number)
        write_municipalities(folder / "land", catalogue, LAND)
        _against_reading(folder, rounds)
        _memory(folder)
        _cost_per_file(folder, rounds)
        _cohort(folder, rounds)


def _score(folder: Path, number: int, jobs: int) -> tuple[str, ...]:
    options = ("--catalogue", str(folder / "catalogue"), "--format", "jsonl", "--jobs", str(jobs))
    return (*INSEK, "score", *options, str(folder / str(number)))


def _against_reading(folder: Path, rounds: int) -> None:
    found = in_turn(
        {
            "read": (*READ, str(folder / str(MANY))),
            "one": _score(folder, MANY, 1),
            "two": _score(folder, MANY, 2),
        },
        rounds,
    )
    _say(f"{MANY} files in one process / CSafeLoader", found["one"], found["read"], 0.7)
    _say(f"{MANY} files in two processes / CSafeLoader in one", found["two"], found["read"], 0.45)


def _memory(folder: Path) -> None:
    for jobs in (1, 2):
        found = in_turn(
            {"all": _score(folder, EVERY_MUNICIPALITY, jobs), "few": _score(folder, 200, jobs)},
            1,
        )
        every, few = found["all"].memory, found["few"].memory
        print(
            f"peak memory of a process, {jobs} at a time, {EVERY_MUNICIPALITY} files: {every:.0f} MB (goal 150), "
            f"against 200 files {every / few:.2f} (goal 1.25); {found['all'].seconds:.1f} s"
        )


def _cost_per_file(folder: Path, rounds: int) -> None:
    """Compare what a file costs in a small and in a large batch, without the start of the program."""
    empty = folder / "empty"
    empty.mkdir()
    (empty / "a.yaml").write_text(
        "format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {name: A}\n", encoding="utf-8"
    )
    start = (*INSEK, "score", "--catalogue", str(folder / "catalogue"), "--format", "jsonl", str(empty))
    found = in_turn({"start": start, "few": _score(folder, 100, 1), "many": _score(folder, 10_000, 1)}, rounds)
    few = (found["few"].cpu - found["start"].cpu) / 100
    many = (found["many"].cpu - found["start"].cpu) / 10_000
    print(
        f"processor time of a file, 10,000 / 100 files: {many / few:.2f} ({many * 1e3:.2f} / {few * 1e3:.2f} ms; goal 0.9 to 1.1)"
    )


def _cohort(folder: Path, rounds: int) -> None:
    land = str(folder / "land")
    found = in_turn(
        {
            "score": (*INSEK, "score", "--format", "jsonl", "--jobs", "1", land),
            "cohort": (*INSEK, "cohort", "--format", "json", land),
        },
        rounds,
    )
    _say(f"cohort of {LAND} with cooperation / scoring them", found["cohort"], found["score"], 10)


def _say(what: str, ours: Measured, yardstick: Measured, goal: float) -> None:
    wall, cpu = ours.seconds / yardstick.seconds, ours.cpu / yardstick.cpu
    print(
        f"{what}: {wall:.2f} by the clock ({ours.seconds:.2f} / {yardstick.seconds:.2f} s; goal {goal}), "
        f"{cpu:.2f} of processor time ({ours.cpu:.2f} / {yardstick.cpu:.2f} s)",
        flush=True,
    )


if __name__ == "__main__":
    main()
