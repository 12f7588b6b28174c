"""What holds for the whole program: quiet interrupts, exit codes, nothing imported that is not needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from insek_cli.cli.app import run
from tests.cli.program import environment
from tests.conftest import EXAMPLE


def test_exit_codes_come_back_as_numbers(capsys: pytest.CaptureFixture[str]):
    assert run(["--version"]) == 0
    assert run(["score", str(EXAMPLE), "--fail-under", "99"]) == 1
    assert run(["score", "gibtsnicht.yaml"]) == 2
    capsys.readouterr()


@pytest.mark.parametrize("module", ["insek_cli.cli.app", "typer", "insek_cli.cli.scoring_run"])
def test_interrupt_while_importing_leaves_quietly_with_130(tmp_path: Path, module):
    script = f"""
import runpy, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
sys.argv = ["insek", "score", {str(EXAMPLE)!r}]
runpy.run_module("insek_cli", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "")


def test_score_imports_no_format_it_does_not_write(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "insek_cli", "score", str(EXAMPLE), "--format", "json"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = {line.split("|")[-1].strip() for line in done.stderr.splitlines()}
    heavy = {"docx", "xlsxwriter", "prompt_toolkit", "rich", "insek_cli.documents.gap_report", "insek_cli.formats.html"}
    assert imported & heavy == set()


def test_command_insek_is_this_program():
    script = Path(sys.executable).with_name("insek.exe" if os.name == "nt" else "insek")
    if not script.exists():
        pytest.skip("insek ist hier nicht als Befehl eingerichtet")
    done = subprocess.run([script, "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("insek ")
