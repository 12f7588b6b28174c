"""What `insek demo` does: the example through score, report and draft."""

import sys
from importlib import resources
from pathlib import Path

from insek_cli.cli.documents_run import assessment_of
from insek_cli.cli.running import date_of, tell
from insek_cli.documents.draft import draft
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.score_summary import score_summary
from insek_cli.errors import Problem, UnwritableOutputError
from insek_cli.files.saving import refuse_existing, save_bytes, unwritable
from insek_cli.formats.docx.writer import docx_bytes
from insek_cli.formats.html import html_text
from insek_cli.formats.terminal import terminal_text, terminal_width

ANSWERS, REPORT, WORD_REPORT, CONCEPT = "musterstadt.yaml", "lueckenbericht.html", "lueckenbericht.docx", "entwurf.docx"


def write_demo(folder: Path, day: str | None, *, force: bool) -> None:
    """Write answers, report and draft of the example into a folder and say what is there."""
    date_of(day)
    for name in (ANSWERS, REPORT, WORD_REPORT, CONCEPT):
        refuse_existing(folder / name, force=force)
    _make(folder)
    source = folder / ANSWERS
    save_bytes(source, (resources.files("insek_cli") / "examples" / ANSWERS).read_bytes())
    assessment = assessment_of(source, None, day)
    report = gap_report(assessment)
    save_bytes(folder / REPORT, html_text(report).encode("utf-8"))
    save_bytes(folder / WORD_REPORT, docx_bytes(report))
    save_bytes(folder / CONCEPT, docx_bytes(draft(assessment)))
    sys.stdout.write(terminal_text(score_summary(assessment), terminal_width()))
    tell(_NEXT.format(folder=folder))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = "Hier liegt schon eine Datei mit diesem Namen." if folder.exists() else unwritable(error)
        raise UnwritableOutputError((Problem(str(folder), text),)) from error


_NEXT = """
Geschrieben nach {folder}:
  musterstadt.yaml     die Antworten, mit jedem Texteditor lesbar
  lueckenbericht.html  der Lückenbericht für den Browser
  lueckenbericht.docx  derselbe für Word
  entwurf.docx         der Anfang des Konzepts

Für die eigene Gemeinde geht es so weiter:
  insek assess unsere-gemeinde.yaml"""
