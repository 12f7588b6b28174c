"""Batches of `insek score`: several processes, paths from stdin, a bar on a terminal, and whatever lies in folders."""

import json
import os
import sys
from pathlib import Path

import pytest

from benchmarks.municipalities import write_municipalities
from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, PROGRAM, answers, environment, insek, rights_hold, without_superuser

posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX")


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A working folder with 70 municipalities in `ort`, more than two chunks of work."""
    write_municipalities(tmp_path / "ort", catalogue, 70)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "xlsx"])
def test_several_processes_give_the_same_bytes_in_the_same_order(folder: Path, form):
    for jobs in (1, 3):
        insek("score", "ort", "--format", form, "--jobs", jobs, "-o", f"ziel-{jobs}", *DAY, cwd=folder)
    assert (folder / "ziel-1").read_bytes() == (folder / "ziel-3").read_bytes()


def test_several_processes_tell_bad_files_and_missed_limits_too(folder: Path):
    (folder / "ort" / "00040a.yaml").write_text("format: [", encoding="utf-8")
    ended = [
        insek("score", "ort", "--format", "jsonl", "--jobs", jobs, "--fail-under", "99", *DAY, cwd=folder, code=2)
        for jobs in (1, 2)
    ]
    assert ended[0] == ended[1]
    assert len(ended[0].out.splitlines()) == 70
    insek("score", "ort", "--format", "csv", "--jobs", 2, "--fail-under", "0", *DAY, cwd=folder, code=2)
    (folder / "ort" / "00040a.yaml").unlink()
    insek("score", "ort", "--format", "csv", "--jobs", 2, "--fail-under", "99", *DAY, cwd=folder, code=1)


@pytest.mark.parametrize("jobs", ["0", "-1", "zwei", "1.5", ""])
def test_number_of_processes_is_a_whole_number_from_one(folder: Path, jobs):
    assert insek("score", "ort", f"--jobs={jobs}", cwd=folder, code=2).err.startswith("--jobs: ")


def test_paths_come_from_stdin(folder: Path):
    typed = "ort/00003.yaml\n\nort/00001.yaml\nfehlt.yaml\nort/00003.yaml\n"
    ended = insek("score", "-", "--format", "jsonl", cwd=folder, typed=typed, code=2)
    assert [json.loads(line)["source"] for line in ended.out.splitlines()] == ["ort/00003.yaml", "ort/00001.yaml"]
    assert ended.err == "fehlt.yaml: Diese Datei gibt es nicht.\n"


def test_stdin_stands_alone(folder: Path):
    assert "steht deshalb allein" in insek("score", "-", "ort", cwd=folder, code=2).err


def test_stdin_without_a_path_is_told(folder: Path):
    assert insek("score", "-", "--format", "jsonl", cwd=folder, code=2).err == "-: Auf der Eingabe stand kein Pfad.\n"


@posix_only
def test_each_line_is_answered_before_the_next_comes(folder: Path):
    import subprocess

    with subprocess.Popen(
        [*PROGRAM, "score", "-", "--format", "jsonl"],
        cwd=folder,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        for name in ("ort/00001.yaml", "ort/00000.yaml"):
            process.stdin.write(name + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["source"] == name
        process.stdin.close()
        assert process.wait(timeout=30) == 0


@pytest.mark.parametrize("who", ['{name: Ort, ags: "14522010"}', "{name: Ort, landkreis: Nord}"])
def test_municipality_in_two_files_is_named_both_are_done_and_the_code_is_that_of_cohort(tmp_path: Path, who):
    for name in ("a.yaml", "b.yaml"):
        answers(tmp_path / "in", name, municipality=who)
    ended = insek("score", "in", "--format", "jsonl", cwd=tmp_path, code=2)
    assert len(ended.out.splitlines()) == 2
    first, second = Path("in/a.yaml"), Path("in/b.yaml")
    assert ended.err == f"{second}: Die Gemeinde „Ort“ steht auch in {first}; beide Dateien sind ausgewertet.\n"
    insek("cohort", "in", cwd=tmp_path, code=2)


def test_several_versions_of_the_catalogue_are_counted_at_the_end(tmp_path: Path):
    answers(tmp_path / "in", "a.yaml")
    for place, version in enumerate(("2024.1", "2025.1", "2025.1")):
        path = answers(tmp_path / "in", f"b{place}.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("2026.1", version), encoding="utf-8")
    ended = insek("score", "in", "--format", "jsonl", cwd=tmp_path, code=2)
    assert len(ended.out.splitlines()) == 1
    last = ended.err.splitlines()[-1]
    assert last.endswith("(Zahl der Dateien): insek-klein/2024.1 (1), insek-klein/2025.1 (2).")


@posix_only
def test_loops_of_links_are_named_and_the_rest_is_done(tmp_path: Path):
    answers(tmp_path / "in", "a.yaml")
    (tmp_path / "in" / "b.yaml").symlink_to("b.yaml")
    (tmp_path / "in" / "kreis").symlink_to(".", target_is_directory=True)
    ended = insek("score", "in", "--format", "jsonl", cwd=tmp_path, code=2)
    assert len(ended.out.splitlines()) == 1
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["in/kreis", "in/b.yaml"]


@rights_hold
def test_unreadable_folder_is_named_and_the_rest_is_done(tmp_path: Path):
    answers(tmp_path / "in", "a.yaml")
    (tmp_path / "in" / "zu").mkdir(mode=0o000)
    try:
        ended = insek("score", "in", "--format", "jsonl", cwd=tmp_path, code=2, before=without_superuser())
    finally:
        (tmp_path / "in" / "zu").chmod(0o700)
    assert len(ended.out.splitlines()) == 1
    assert ended.err == "in/zu: Diesen Ordner darf das Programm nicht lesen.\n"


def test_one_huge_file_is_named_and_the_rest_is_done(folder: Path):
    (folder / "ort" / "00001.yaml").write_bytes(b"#".ljust(5_000_001, b"."))
    ended = insek("score", "ort", "--format", "jsonl", "--jobs", 2, cwd=folder, code=2)
    assert len(ended.out.splitlines()) == 69
    assert "größer als 5 MB" in ended.err


@posix_only
def test_bar_is_shown_on_a_terminal_and_gone_at_the_end(folder: Path):
    import pexpect

    with (folder / "gesehen").open("wb") as seen:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "insek_cli", "score", "ort", *["ort"] * 3, "--format", "jsonl", "--jobs", "1", "-o", "ziel"],
            cwd=str(folder),
            env=environment(TERM="xterm"),
            dimensions=(24, 80),
            timeout=30,
        )
        child.logfile_read = seen
        child.expect(pexpect.EOF)
        child.close()
    text = (folder / "gesehen").read_text(encoding="utf-8")
    assert child.exitstatus == 0
    assert "von 70 Dateien" in text
    assert text.rstrip("\r\n").endswith("Geschrieben: ziel")


def test_without_a_terminal_there_is_no_bar(folder: Path):
    assert insek("score", "ort", "--format", "jsonl", "-o", "ziel", cwd=folder).err == "Geschrieben: ziel\n"
