"""The draft as a Word file against python-docx used in the ordinary way: `python -m benchmarks.word_files [--rounds 9]`.

Processor time of this user alone, the smallest of several rounds, because the machine has other work too.
"""

import argparse
import gc
import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from benchmarks.installed import as_installed, usual_environment
from insek_cli.core.assessment import Assessment, assess
from insek_cli.documents.blocks import Block, Document, Heading, Paragraph, Points, Table, text_of, without_origins
from insek_cli.documents.draft import draft
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.catalogue_files import load_catalogue, shipped_catalogue
from insek_cli.formats.docx.writer import docx_bytes

DAY = date(2026, 11, 22)
EXAMPLE = Path(__file__).parent.parent / "examples" / "fall-b.yaml"
EMPTY = "import docx, io; docx.Document().save(io.BytesIO())"


def main() -> None:
    """Measure and print one line a goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    as_installed()
    document = without_origins(
        draft(_assessment())
    )  # as the command writes it; the ordinary way has no comments either
    gc.collect()
    gc.freeze()  # the catalogue lies in memory and is no part of either
    ours, usual = _least(rounds, lambda: docx_bytes(document), lambda: _ordinary(document))
    _say("draft in process / python-docx in the ordinary way", ours, usual, 0.5)
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "draft.docx")
        command = (sys.executable, "-m", "insek_cli", "draft", str(EXAMPLE), "-o", target, "--force")
        whole, empty = _least(
            rounds, lambda: _run((*command, "--date", DAY.isoformat())), lambda: _run((sys.executable, "-c", EMPTY))
        )
    _say("insek draft / (importing python-docx, an empty file + the ordinary way)", whole, empty + usual, 1.3)
    _say("insek draft / (importing python-docx, an empty file + the draft in process)", whole, empty + ours, 1.3)


def _assessment() -> Assessment:
    catalogue = load_catalogue(shipped_catalogue())
    return assess(catalogue, AnswerReader(catalogue).read(EXAMPLE), DAY)


def _least(rounds: int, *actions: Callable[[], object]) -> list[float]:
    """Return the least processor seconds of each action; they take turns, so that noise hits all alike."""
    found: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for place, action in enumerate(actions):
            start = _spent()
            action()
            found[place].append(_spent() - start)
    return [min(times) for times in found]


def _spent() -> float:
    return sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _run(command: tuple[str, ...]) -> None:
    subprocess.run(command, check=True, capture_output=True, env=usual_environment())  # noqa: S603 - our own commands


def _ordinary(document: Document) -> bytes:
    """Write headings, paragraphs, lists and tables of a document as the manual of python-docx shows it; no contents, no edges."""
    word = docx.Document()
    for block in document.blocks:
        _ordinary_block(word, block)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _ordinary_block(word: WordDocument, block: Block) -> None:
    match block:
        case Heading(level, text):
            word.add_heading(text, min(level, 9))
        case Paragraph(runs, _, _):
            paragraph = word.add_paragraph()
            for run in runs:
                paragraph.add_run(run.text)
        case Points(items, ordered, _):
            for item in items:
                word.add_paragraph(text_of(item), style="List Number" if ordered else "List Bullet")
        case Table():
            _ordinary_table(word, block)
        case _:
            pass


def _ordinary_table(word: WordDocument, table: Table) -> None:
    made = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.text = column.title
    for row in table.rows:
        for cell, runs in zip(made.add_row().cells, row, strict=True):
            cell.text = text_of(runs)


def _say(what: str, ours: float, yardstick: float, goal: float) -> None:
    print(f"{what}: {ours / yardstick:.2f} ({ours * 1000:.0f} / {yardstick * 1000:.0f} ms; goal {goal})")


if __name__ == "__main__":
    main()
