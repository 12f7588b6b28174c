"""README, handbook and the gate: what they show is what happens."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.files import statistics_samples as samples

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "insek_cli" / "examples" / "musterstadt.yaml"


def shown_commands(page: str) -> list[str]:
    """Return the lines of a page's shell blocks that call `insek`."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("insek ")]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, without a terminal, 80 columns wide."""
    return subprocess.run(
        [sys.executable, "-m", "insek_cli", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "INSEK_DATA_DIR": str(folder / "daten")},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


COHORT = ("ergebnis.jsonl", "treffen.docx", "anonym.html")


@pytest.fixture
def town_hall(tmp_path: Path) -> Path:
    """Return a folder with the files the pages speak of."""
    (tmp_path / "antworten").mkdir()
    shutil.copy(EXAMPLE, tmp_path / "unsere-gemeinde.yaml")
    shutil.copy(EXAMPLE, tmp_path / "stand-im-mai.yaml")
    docx.Document().save(str(tmp_path / "haus.docx"))
    shutil.copy(EXAMPLE, tmp_path / "antworten" / "eins.yaml")
    samples.register(tmp_path / "AuszugGV4QAktuell_2024.xlsx")
    samples.population(tmp_path).rename(tmp_path / "12411-01-01-5.csv")
    (tmp_path / "vorausberechnung.csv").write_text(forecast_of_the_handbook(), encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "antworten" / "weitere")
    shutil.copytree(ROOT / "examples", tmp_path / "antworten-2025")
    return tmp_path


def forecast_of_the_handbook() -> str:
    """Return the layout of a forecast as the handbook shows it."""
    shown = re.search(r"```csv\n(.*?)```", (ROOT / "docs" / "handbuch.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    return shown[1]


@pytest.mark.parametrize("page", ["README.md", "docs/handbuch.md", "docs/katalog.md"])
def test_commands_shown_on_a_page_work(page: str, town_hall: Path) -> None:
    for command in shown_commands(page):
        for written in ("bericht.html", "bericht.docx", "entwurf.docx", "uebersicht.csv", "katalog.xlsx", *COHORT):
            (town_hall / written).unlink(missing_ok=True)
        result = run(shlex.split(command)[1:], town_hall)
        if command.startswith("insek assess"):
            assert (result.returncode, "kein Terminal" in result.stderr) == (2, True), command
        elif "--fail-under" in command:
            assert result.returncode == 1, command
        else:
            assert (result.returncode, result.stderr.count("Traceback")) == (0, 0), command + result.stderr


def test_readme_shows_what_the_demo_prints(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- demo -->\n```text\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    assert shown[1] == run(["demo", "--date", "2026-11-22"], tmp_path).stdout


def test_gate_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = [line for line in readme.splitlines() if line.endswith("-m pytest") and line.startswith("python3")]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_english_summary_has_five_lines() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len([line for line in readme.splitlines() if line.startswith("> ")]) == 5
