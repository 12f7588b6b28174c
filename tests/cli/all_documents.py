"""Every document the program writes, made once a run: of hostile answers, of the examples, and both after LibreOffice."""

import functools
from pathlib import Path

import pytest

from insek_cli.cli.app import run
from insek_cli.core.catalogue import Catalogue
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_writing import answers_text
from insek_cli.files.catalogue_files import load_shipped
from tests.cli.program import DAY, ROOT, answers
from tests.conftest import EXAMPLE
from tests.formats.hostile import Typed, hostile_answers
from tests.office import converted
from tests.once import made_once

WORD, PAGES = (".docx",), (".docx", ".html", ".md")
# Command and options by the name of the document; the answers stand where {} is.
HOSTILE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "draft": (("draft", "{}", *DAY, "--sources", "comments"), WORD),
    "report": (("report", "{}", "--annex", "--since", "{}", *DAY), PAGES),
    "worksheet": (("worksheet", "{}", *DAY), PAGES),
    "council": (("council", "{}", *DAY), PAGES),
    "tender": (("tender", "{}", *DAY), PAGES),
    "request": (("request", "{}", *DAY), PAGES),
    "cohort": (("cohort", "{}", str(EXAMPLE), *DAY), PAGES),
    "form": (("form", "{}"), (".docx", ".xlsx")),
    "check": (("check-answers", "{}", *DAY), (".html", ".md")),
    "score": (("score", "{}", *DAY), (".xlsx",)),
}
BLANK = ("worksheet", "form")
# The examples by their letter; „empty“ has a name and nothing else.
PLACES = ("a", "b", "c", "d", "empty")
LIMITED = ("report", "council", "worksheet", "tender", "draft")


def write(call: tuple[str, ...], file: Path, target: Path) -> None:
    """Write a document as a call of the program does."""
    assert run([*(word.format(file) for word in call), "-o", str(target)]) == 0


def hostile(catalogue: Catalogue) -> tuple[str, Typed]:
    """Return an answer file of hostile texts, and the texts."""
    given, typed = hostile_answers(catalogue, AnswerReader(catalogue).read(EXAMPLE).facts)
    return answers_text(catalogue, given), typed


def _written(folder: Path) -> None:
    file = folder / "ort.yaml"
    file.write_text(hostile(load_shipped())[0], encoding="utf-8")
    for name, (call, endings) in HOSTILE.items():
        for ending in endings:
            write(call, file, folder / f"{name}{ending}")
    for command in BLANK:
        write((command,), file, folder / f"blank-{command}.docx")


def _limited(folder: Path) -> None:
    empty = answers(folder, "leer.yaml", municipality="{name: Leerdorf}")
    for place in PLACES:
        file = ROOT / "examples" / f"fall-{place}.yaml"
        for command in LIMITED:
            write((command, "{}", *DAY), file if file.exists() else empty, folder / f"{command}-{place}.docx")


def _there_and_back(folder: Path, documents: Path) -> None:
    odt = converted(sorted(documents.glob("*.docx")), "odt", folder / "odt", folder / "profile")
    converted(sorted(odt.glob("*.odt")), "docx", folder, folder / "profile")


def _rendered(folder: Path, documents: Path) -> None:
    converted(sorted(documents.glob("*.docx")), "pdf", folder, folder / "profile")


def documents(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with every document of hostile answers."""
    return made_once(factory, "documents", _written)


def there_and_back(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with every Word file after LibreOffice wrote it as odt and back."""
    return made_once(factory, "back", functools.partial(_there_and_back, documents=documents(factory)))


def examples(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the Word files of four municipalities."""
    return made_once(factory, "examples", _limited)


def rendered(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the pages of these Word files."""
    return made_once(factory, "rendered", functools.partial(_rendered, documents=examples(factory)))
