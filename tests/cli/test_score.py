"""`insek score` through the real program: one file or many, every format, limits, unusable files."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.cli.program import DAY, PROGRAM, answers, environment, insek, rights_hold, without_superuser
from tests.conftest import EXAMPLE

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Signale und Rechte wie hier gibt es nur unter POSIX")


def test_one_file_is_one_text(tmp_path: Path):
    ended = insek("score", EXAMPLE, *DAY, cwd=tmp_path)
    assert ended.out.startswith("Stadt Musterstadt\n=")
    assert "Selbsteinschätzung, keine Prüfung" in ended.out
    assert ended.err == ""


@pytest.mark.parametrize("columns", ["80", "60"])
def test_text_fits_the_terminal(tmp_path: Path, columns):
    shown = insek("score", EXAMPLE, *DAY, cwd=tmp_path, COLUMNS=columns).out
    assert max(map(len, shown.split("\n"))) <= int(columns)


def test_text_ends_with_one_line_end(tmp_path: Path):
    shown = insek("score", EXAMPLE, *DAY, cwd=tmp_path).out
    assert shown.endswith("\n")
    assert not shown.endswith("\n\n")


def test_one_file_is_one_object_in_json(tmp_path: Path):
    found = json.loads(insek("score", EXAMPLE, "--format", "json", *DAY, cwd=tmp_path).out)
    assert (found["schema"], found["source"], found["date"]) == ("insek-assessment/1", str(EXAMPLE), "2026-11-22")


def two_files(folder: Path) -> Path:
    answers(folder, "daten/b.yaml", municipality="{name: B}")
    answers(folder, "daten/unter/a.yml", municipality="{name: A}")
    answers(folder, "daten/.versteckt.yaml", municipality="{name: Nein}")
    answers(folder, "daten/.ordner/c.yaml", municipality="{name: Nein}")
    (folder / "daten" / "liesmich.txt").write_text("kein YAML", encoding="utf-8")
    return folder / "daten"


def test_folder_is_a_list_sorted_by_path(tmp_path: Path):
    two_files(tmp_path)
    found = json.loads(insek("score", "daten", "--format", "json", *DAY, cwd=tmp_path).out)
    assert [one["source"] for one in found] == [str(Path("daten/b.yaml")), str(Path("daten/unter/a.yml"))]


def test_folder_is_one_object_a_line_in_jsonl(tmp_path: Path):
    lines = insek("score", two_files(tmp_path), "--format", "jsonl", cwd=tmp_path).out.splitlines()
    assert [json.loads(line)["municipality"]["name"] for line in lines] == ["B", "A"]


def test_file_given_twice_is_done_once(tmp_path: Path):
    folder = two_files(tmp_path)
    lines = insek(
        "score", folder, folder / "b.yaml", "daten/b.yaml", "--format", "jsonl", cwd=tmp_path
    ).out.splitlines()
    assert len(lines) == 2


def test_folder_is_a_table_in_csv(tmp_path: Path):
    text = insek("score", two_files(tmp_path), "--format", "csv", cwd=tmp_path).out
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[0] for row in rows] == ["Gemeinde", "B", "A"]


def test_csv_file_begins_with_a_byte_order_mark_and_ends_lines_for_spreadsheets(tmp_path: Path):
    insek("score", two_files(tmp_path), "--format", "csv", "-o", "x.csv", cwd=tmp_path)
    data = (tmp_path / "x.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfGemeinde;")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_folder_is_a_workbook_in_xlsx(tmp_path: Path):
    insek("score", two_files(tmp_path), "--format", "xlsx", "-o", "x.xlsx", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "x.xlsx")


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_file_holds_what_the_screen_shows(tmp_path: Path, form):
    shown = insek("score", EXAMPLE, "--format", form, *DAY, cwd=tmp_path).out
    insek("score", EXAMPLE, "--format", form, *DAY, "-o", "ziel", cwd=tmp_path)
    assert (tmp_path / "ziel").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("form", ["text", "xlsx"])
def test_written_file_is_named_on_stderr(tmp_path: Path, form):
    ended = insek("score", EXAMPLE, "--format", form, "-o", "ziel", cwd=tmp_path)
    assert (ended.out, ended.err) == ("", "Geschrieben: ziel\n")


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "xlsx"])
def test_existing_file_is_only_replaced_by_force(tmp_path: Path, form):
    target = tmp_path / "ziel"
    target.write_text("wichtig", encoding="utf-8")
    ended = insek("score", EXAMPLE, "--format", form, "-o", "ziel", cwd=tmp_path, code=2)
    assert "ziel: " in ended.err
    assert "--force" in ended.err
    assert target.read_text(encoding="utf-8") == "wichtig"
    insek("score", EXAMPLE, "--format", form, "-o", "ziel", "--force", cwd=tmp_path)
    assert target.read_bytes() != b"wichtig"
    assert [path.name for path in tmp_path.iterdir()] == ["ziel"]


def test_missing_folder_of_the_target_is_told(tmp_path: Path):
    assert "Den Ordner" in insek("score", EXAMPLE, "-o", "fehlt/ziel", cwd=tmp_path, code=2).err


def test_folder_as_target_is_refused_even_by_force(tmp_path: Path):
    (tmp_path / "ordner").mkdir()
    assert "Das ist ein Ordner." in insek("score", EXAMPLE, "-o", "ordner", "--force", cwd=tmp_path, code=2).err


@rights_hold
def test_target_that_may_not_be_written_is_told(tmp_path: Path):
    folder = tmp_path / "zu"
    folder.mkdir(mode=0o500)
    ended = insek("score", EXAMPLE, "-o", "zu/x", cwd=tmp_path, code=2, before=without_superuser())
    assert "darf das Programm nicht schreiben" in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full gibt es nur unter Linux")
def test_full_disk_behind_stdout_is_told(tmp_path: Path):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*PROGRAM, "score", str(EXAMPLE)],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode == 2


BROKEN = {
    "syntax.yaml": "format: [",
    "leer.yaml": "",
    "anderes.yaml": "format: anderes/1\n",
    "binaer.yaml": "\x00\x01",
}


def test_unusable_files_are_listed_and_the_rest_is_done(tmp_path: Path):
    folder = two_files(tmp_path)
    for name, text in BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    answers(folder, "fehler.yaml", more="criteria:\n  swot: mett\n  gibtsnicht: met\n")
    ended = insek("score", "daten", "--format", "jsonl", cwd=tmp_path, code=2)
    assert [json.loads(line)["municipality"]["name"] for line in ended.out.splitlines()] == ["B", "A"]
    named = {line.split(":")[0] for line in ended.err.splitlines()}
    assert named == {str(Path("daten", name)) for name in (*BROKEN, "fehler.yaml")}
    assert f"{Path('daten/fehler.yaml')}:5:9: " in ended.err
    assert "Meinten Sie „met“?" in ended.err


def test_unusable_file_leaves_no_target(tmp_path: Path):
    path = answers(tmp_path, more="criteria: {swot: mett}\n")
    for form in ("text", "json", "jsonl", "csv", "xlsx"):
        insek("score", path, "--format", form, "-o", "ziel", cwd=tmp_path, code=2)
        assert not (tmp_path / "ziel").exists(), form


def test_missing_file_is_told_and_the_rest_is_done(tmp_path: Path):
    answers(tmp_path)
    ended = insek("score", "fehlt.yaml", "ort.yaml", "--format", "jsonl", cwd=tmp_path, code=2)
    assert ended.err == "fehlt.yaml: Diese Datei gibt es nicht.\n"
    assert len(ended.out.splitlines()) == 1


def test_folder_without_answer_files_is_told(tmp_path: Path):
    (tmp_path / "leer").mkdir()
    ended = insek("score", "leer", cwd=tmp_path, code=2)
    assert ended.err == "leer: In diesem Ordner liegt keine Antwortdatei (.yaml oder .yml).\n"


def test_file_of_another_catalogue_names_both(tmp_path: Path):
    path = tmp_path / "alt.yaml"
    path.write_text(
        "format: insek-answers/1\ncatalogue: insek-klein/2025.1\nmunicipality: {name: A}\n", encoding="utf-8"
    )
    ended = insek("score", "alt.yaml", cwd=tmp_path, code=2)
    assert ended.err.startswith("alt.yaml:2:12: ")
    assert "insek-klein/2025.1" in ended.err
    assert "insek-klein/2026.1" in ended.err
    assert "--catalogue" in ended.err


def test_own_catalogue_is_used(tmp_path: Path, catalogue_folder: Path):
    head = catalogue_folder / "catalogue.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace('"2026.1"', '"2027.1"'), encoding="utf-8")
    path = answers(tmp_path)
    insek("score", path, "--catalogue", catalogue_folder, cwd=tmp_path, code=2)
    path.write_text(path.read_text(encoding="utf-8").replace("2026.1", "2027.1"), encoding="utf-8")
    found = json.loads(insek("score", path, "--catalogue", catalogue_folder, "--format", "json", cwd=tmp_path).out)
    assert found["catalogue"] == {"id": "insek-klein", "version": "2027.1"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--fail-under", "60"), 1),
        (("--fail-under", "20"), 0),
        (("--fail-under", "20,5 %"), 0),
        (("--fail-under", "0"), 0),
        (("--require", "underway"), 0),
        (("--require", "sound"), 1),
        (("--fail-under", "20", "--require", "sound"), 1),
    ],
)
def test_limits_decide_the_exit_code_and_not_the_result(tmp_path: Path, words, code):
    ended = insek("score", EXAMPLE, *DAY, *words, cwd=tmp_path, code=code)
    assert ended.out.startswith("Stadt Musterstadt")


def test_unusable_file_weighs_more_than_a_missed_limit(tmp_path: Path):
    insek("score", EXAMPLE, "fehlt.yaml", "--fail-under", "99", cwd=tmp_path, code=2)


def test_reader_who_has_seen_enough_is_no_fault(tmp_path: Path):
    for number in range(100):
        answers(tmp_path / "viele", f"{number:03}.yaml", municipality=f"{{name: Ort {number}}}")
    for form in ("text", "jsonl"):
        done = pipe_head(tmp_path, "score", "viele", "--format", form)
        assert done == (0, ""), form


def pipe_head(folder: Path, *words: str) -> tuple[int, str]:
    """Run the program, read one line of its output, close the pipe, and return exit code and stderr."""
    with subprocess.Popen(
        [*PROGRAM, *words],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        return process.wait(timeout=30), said


@posix_only
def test_pipe_closed_before_the_first_line_is_no_fault(tmp_path: Path):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as closed:
        done = subprocess.run(
            [*PROGRAM, "score", str(EXAMPLE)],
            cwd=tmp_path,
            env=environment(),
            stdout=closed,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")


@posix_only
@pytest.mark.slow
def test_interrupted_batch_ends_with_130_and_leaves_no_half_file(tmp_path: Path):
    for number in range(3000):
        answers(tmp_path / "viele", f"{number:04}.yaml")
    with subprocess.Popen(
        [*PROGRAM, "score", "viele", "--format", "jsonl", "-o", "ziel.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        wait_for(lambda: list(tmp_path.glob(".ziel.jsonl.*")))
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(timeout=30) == 130
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["viele"]


def wait_for(reached) -> None:
    end = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_control_characters_of_a_file_steer_no_terminal(tmp_path: Path):
    path = answers(tmp_path, municipality='{name: "a\\e[31mb", landkreis: "c\\u202Ed"}')
    for form in ("text", "csv"):
        assert "\x1b" not in insek("score", path, "--format", form, cwd=tmp_path).out, form
    bad = answers(tmp_path, "x.yaml", municipality='{name: A, "k\\e[31m": 1}')
    assert "\x1b" not in insek("score", bad, cwd=tmp_path, code=2).err


def test_name_of_a_file_may_hold_anything(tmp_path: Path):
    path = answers(tmp_path, "Bad Düben (Entwurf) [2].yaml")
    assert json.loads(insek("score", path, "--format", "json", cwd=tmp_path).out)["source"] == str(path)


def test_umlauts_survive_a_terminal_that_knows_none(tmp_path: Path):
    ended = insek("score", EXAMPLE, *DAY, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert "Stadt Musterstadt" in ended.out
