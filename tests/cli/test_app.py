"""What holds for the whole program: quiet interrupts, exit codes, nothing imported that is not needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from insek_cli import __version__
from insek_cli.cli.app import COMMANDS, GROUPS, run
from tests.cli.program import environment
from tests.conftest import EXAMPLE


def test_exit_codes_come_back_as_numbers(capsys: pytest.CaptureFixture[str]):
    assert run(["--version"]) == 0
    assert run(["score", str(EXAMPLE), "--fail-under", "99"]) == 1
    assert run(["score", "gibtsnicht.yaml"]) == 2
    capsys.readouterr()


@pytest.mark.parametrize("module", ["insek_cli.cli.app", "typer", "insek_cli.cli.score", "insek_cli.cli.scoring_run"])
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


WITH_MODULES = """
import sys
from insek_cli.__main__ import main
try:
    main()
finally:
    sys.stderr.write("\\n".join(sys.modules))
"""


def imported(folder: Path, *words: str) -> set[str]:
    """Return the modules that a call imports."""
    call = [sys.executable, "-c", WITH_MODULES, *words]
    done = subprocess.run(call, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.splitlines())


def of(package: str, modules: set[str]) -> set[str]:
    """Return the modules of one of our packages, without its name."""
    beginning = f"insek_cli.{package}."
    return {name.removeprefix(beginning) for name in modules if name.startswith(beginning)}


def test_help_imports_no_command_and_nothing_that_works(tmp_path: Path):
    found = imported(tmp_path, "--help")
    ours = {name for name in found if name.startswith("insek_cli.")}
    assert ours == {
        f"insek_cli.{name}"
        for name in ("__main__", "cli", "cli.app", "cli.exit_codes", "cli.german", "consoles", "errors")
    }
    assert found & {"pydantic", "pydantic_core", "yaml"} == set()


def test_score_imports_its_own_command_only(tmp_path: Path):
    commands = {name.replace("-", "_") for name in (*COMMANDS, *GROUPS)}
    assert of("cli", imported(tmp_path, "score", str(EXAMPLE))) & commands == {"score"}


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_score_of_one_file_imports_nothing_for_many_and_no_heavy_library(tmp_path: Path, form):
    found = imported(tmp_path, "score", str(EXAMPLE), "--format", form)
    many = {"cohort", "cohort_change", "cooperation", "saving", "partition", "nearness", "spread", "anonymous"}
    other_work = {"interview", "merging", "changes", "register", "statistics"}
    assert of("core", found) & (many | other_work) == set()
    assert of("cli", found) & {"processes", "documents_run"} == set()
    heavy = {"docx", "xlsxwriter", "prompt_toolkit", "rich", "python_calamine", "platformdirs", "filelock"}
    assert found & (heavy | {"concurrent.futures", "multiprocessing", "logging"}) == set()


@pytest.mark.parametrize(
    ("form", "documents", "formats"),
    [
        ("json", set(), {"json"}),
        ("jsonl", set(), {"json"}),
        (
            "text",
            {"score_summary", "standing", "wording", "blocks", "charts", "place"},
            {"terminal", "terminal_chart", "terminal_table", "terminal_width"},
        ),
    ],
)
def test_score_imports_no_document_and_no_format_it_does_not_write(tmp_path: Path, form, documents, formats):
    found = imported(tmp_path, "score", str(EXAMPLE), "--format", form)
    assert of("documents", found) - {"visible"} == documents
    assert of("formats", found) == formats


def test_command_insek_is_this_program(tmp_path: Path):
    script = """
from importlib.metadata import entry_points
(insek,) = entry_points(group="console_scripts", name="insek")
insek.load()()
"""
    call = [sys.executable, "-c", script, "--version"]
    done = subprocess.run(call, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == f"insek {__version__}\n"
