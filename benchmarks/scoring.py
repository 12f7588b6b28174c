"""Start, one file, thousands of files: `python -m benchmarks.scoring [--files 2000] [--rounds 5]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.installed import as_installed
from benchmarks.measure import Measured, in_turn
from benchmarks.samples import answer_files, catalogue_of
from insek_cli.files.catalogue_files import shipped_catalogue

HERE = Path(__file__).parent
SIZE = 100
INSEK = (sys.executable, "-m", "insek_cli")


def main() -> None:
    """Measure and print one line a goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = catalogue_of(folder / "catalogue", shipped_catalogue(), SIZE)
        answer_files(folder / "many", ids, given.files)
        answer_files(folder / "few", ids, max(1, given.files // 10))
        _start(given.rounds)
        _batch(folder, given.rounds)


def _start(rounds: int) -> None:
    example = str(HERE.parent / "insek_cli" / "examples" / "musterstadt.yaml")
    bare = (sys.executable, str(HERE / "bare_app.py"))
    found = in_turn(
        {
            "bare --help": (*bare, "--help"),
            "insek --help": (*INSEK, "--help"),
            "bare one": (*bare, "one", example),
            "insek score": (*INSEK, "score", example),
        },
        rounds * 4,
    )
    _say("insek --help / bare --help", found["insek --help"], found["bare --help"], 1.15)
    _say("insek score FILE / bare one", found["insek score"], found["bare one"], 1.6)


def _batch(folder: Path, rounds: int) -> None:
    score = (*INSEK, "score", "--catalogue", str(folder / "catalogue"), "--format", "jsonl")
    found = in_turn(
        {
            "read": (sys.executable, str(HERE / "read_only.py"), str(folder / "many")),
            "score": (*score, str(folder / "many")),
            "score few": (*score, str(folder / "few")),
        },
        rounds,
    )
    _say("insek score DIR / CSafeLoader", found["score"], found["read"], 0.7)
    memory, few = found["score"].memory, found["score few"].memory
    print(
        f"peak memory: {memory:.0f} MB, a tenth of the files {few:.0f} MB (ratio {memory / few:.2f}; goal under 80 MB, flat)"
    )


def _say(what: str, ours: Measured, yardstick: Measured, goal: float) -> None:
    ratio = ours.seconds / yardstick.seconds
    print(f"{what}: {ratio:.2f} ({ours.seconds * 1000:.0f} ms / {yardstick.seconds * 1000:.0f} ms; goal {goal})")


if __name__ == "__main__":
    main()
