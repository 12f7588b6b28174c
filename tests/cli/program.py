"""The real program in a process of its own, and files for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "insek_cli"]
DAY = ("--date", "2026-11-22")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a call: the program from this source, no terminal settings from outside."""
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "TERM"}}
    nowhere = {"INSEK_DATA_DIR": str(ROOT / "tests" / "kein-register")}  # not the register of whoever runs the tests
    own = {"PYTHONPATH": str(ROOT), "PYTHONWARNDEFAULTENCODING": "1", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    return {**kept, **nowhere, **own, **more}


def without_superuser() -> tuple[str, ...] | None:
    """Return what runs a program under the rights of files, None where this cannot be had."""
    if os.name != "posix":
        return None
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    return setpriv and (setpriv, "--bounding-set=-dac_override,-dac_read_search,-fowner", "--")


rights_hold = pytest.mark.skipif(without_superuser() is None, reason="without setpriv the administrator may do all")


def printed_without_superuser(code: str, cwd: Path) -> list[str]:
    """Return the lines that Python code prints under the rights of files."""
    call = [*(without_superuser() or ()), sys.executable, "-c", code]
    done = subprocess.run(call, cwd=cwd, env=environment(), capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


def insek(
    *words: object, cwd: Path, code: int = 0, typed: str = "", before: Sequence[str] | None = None, **variables: str
) -> Ended:
    """Run the program, behind another one if wanted; whatever happens, it shows no traceback and no warning."""
    done = subprocess.run(
        [*(before or ()), *PROGRAM, *map(str, words)],
        cwd=cwd,
        env=environment(**variables),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    ended = Ended(done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in ended.err, ended.err.rstrip().rsplit("\n", 1)[-1][:200]
    assert "Warning" not in ended.err, ended.err
    assert ended.code == code, ended
    return ended


def answers(folder: Path, name: str = "ort.yaml", *, more: str = "", municipality: str = "{name: Ort}") -> Path:
    """Write an answer file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {municipality}\n{more}",
        encoding="utf-8",
    )
    return path
