"""The form of a result: as asked for, else by the ending of its file."""

from pathlib import Path

import pytest

from insek_cli.cli.endings import form_of
from insek_cli.cli.report import ReportFormat
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE


@pytest.mark.parametrize(
    ("given", "output", "form"),
    [
        (None, None, "text"),
        (None, "bericht.docx", "docx"),
        (None, "BERICHT.HTML", "html"),
        (None, "bericht.htm", "html"),
        (None, "bericht.txt", "text"),
        (None, "bericht", "text"),
        (None, "bericht.2026", "text"),
        (ReportFormat.MD, "bericht.html", "md"),
        (ReportFormat.JSON, None, "json"),
    ],
)
def test_what_is_asked_for_counts_then_the_ending(given, output, form):
    assert form_of(given, None if output is None else Path(output), ReportFormat.TEXT) == form


@pytest.mark.parametrize(
    ("command", "target", "begins"),
    [("report", "b.docx", b"PK"), ("score", "s.xlsx", b"PK"), ("check-answers", "p.html", b"<!DOCTYPE html>")],
)
def test_a_file_holds_what_its_ending_says(tmp_path: Path, command, target, begins):
    insek(command, EXAMPLE, *DAY, "-o", target, cwd=tmp_path)
    assert (tmp_path / target).read_bytes().startswith(begins)


@pytest.mark.parametrize(("target", "begins"), [("k.xlsx", b"PK"), ("k.json", b"{"), ("k.md", b"#"), ("k", b"#")])
def test_catalogue_is_exported_as_the_ending_says(tmp_path: Path, target, begins):
    insek("catalogue", "export", "-o", target, cwd=tmp_path)
    assert (tmp_path / target).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("command", "target"),
    [(("report", EXAMPLE), "b.pdf"), (("score", EXAMPLE), "s.docx"), (("catalogue", "export"), "k.html")],
)
def test_ending_of_another_form_is_refused_and_nothing_is_written(tmp_path: Path, command, target):
    done = insek(*command, "-o", target, cwd=tmp_path, code=2)
    told = " ".join(done.err.split())
    assert f"Mit der Endung {Path(target).suffix} kann dieser Befehl nicht schreiben. Möglich sind: " in told
    assert not (tmp_path / target).exists()
