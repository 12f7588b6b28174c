"""What `worksheet`, `council`, `tender` and `request` do: judge the file, make the paper, write it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

from insek_cli.cli.running import catalogue_at, date_of, write_file
from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import Paper, PaperId
from insek_cli.documents.blocks import Document
from insek_cli.documents.council_paper import council_paper
from insek_cli.documents.paper import paper_of
from insek_cli.documents.request_letters import letter_of, letters, overview, request_letters
from insek_cli.documents.tender import tender
from insek_cli.documents.worksheet import worksheet
from insek_cli.errors import Problem, UnwritableOutputError, unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.saving import refuse_existing, unwritable
from insek_cli.files.words import shown

Making = Callable[[Assessment, Paper], Document]


def write_worksheet(file: Path | None, output: Path, folder: Path | None, day: str | None, *, force: bool) -> None:
    """Write the worksheet; without a file it is blank."""
    _check_ending(output)
    today, catalogue = date_of(day), catalogue_at(folder)
    answers = Answers(Municipality("")) if file is None else AnswerReader(catalogue).read(file)
    _write(output, worksheet(assess(catalogue, answers, today), _paper(catalogue, PaperId.WORKSHEET)), force=force)


def write_council_paper(file: Path, output: Path, folder: Path | None, day: str | None, *, force: bool) -> None:
    """Write the paper for the council."""
    _write_paper(file, output, folder, day, (PaperId.COUNCIL, council_paper), force=force)


def write_tender(file: Path, output: Path, folder: Path | None, day: str | None, *, force: bool) -> None:
    """Write the performance specification."""
    _write_paper(file, output, folder, day, (PaperId.TENDER, tender), force=force)


def _write_paper(  # noqa: PLR0913 - the options of the commands and the paper
    file: Path, output: Path, folder: Path | None, day: str | None, paper: tuple[PaperId, Making], *, force: bool
) -> None:
    _check_ending(output)
    assessment = _assessment(file, folder, date_of(day))
    ident, make = paper
    _write(output, make(assessment, _paper(assessment.catalogue, ident)), force=force)


def write_letters(file: Path, output: Path, folder: Path | None, day: str | None, *, force: bool) -> None:
    """Write all letters into one file, or each into a file of its own where the target is a folder."""
    if not _is_folder(output):
        _write_paper(file, output, folder, day, (PaperId.REQUEST, request_letters), force=force)
        return
    assessment = _assessment(file, folder, date_of(day))
    paper = _paper(assessment.catalogue, PaperId.REQUEST)
    documents = {"00-uebersicht.docx": overview(assessment, paper)}
    for number, letter in enumerate(letters(assessment), start=1):
        documents[f"{number:02}-{file_name(letter.holder)}.docx"] = letter_of(assessment, paper, letter)
    for name in documents:
        refuse_existing(output / name, force=force)
    _make(output)
    for name, document in documents.items():
        _write(output / name, document, force=force)


def _is_folder(output: Path) -> bool:
    return output.is_dir() or not output.suffix


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        text = "Hier liegt schon eine Datei mit diesem Namen." if folder.exists() else unwritable(error)
        raise UnwritableOutputError((Problem(str(folder), text),)) from error


LONGEST_NAME = 50
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def file_name(text: str) -> str:
    """Return a name that every file system takes: small letters, digits and strokes."""
    lower = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-") or "brief"


def _assessment(file: Path, folder: Path | None, today: date) -> Assessment:
    catalogue = catalogue_at(folder)
    return assess(catalogue, AnswerReader(catalogue).read(file), today)


def _paper(catalogue: Catalogue, ident: PaperId) -> Paper:
    found = paper_of(catalogue, ident)
    if found is None:
        text = f"Dieser Katalog hat kein Papier {shown(ident.value)}. Es gehört in seine Datei papers.yaml."
        raise unusable(catalogue.reference, text)
    return found


def _check_ending(output: Path) -> None:
    if output.suffix.lower() not in ENDINGS:
        text = f"Diese Endung ist nicht möglich. Möglich sind {', '.join(ENDINGS)}."
        raise unusable(str(output), text)


def _write(output: Path, document: Document, *, force: bool) -> None:
    refuse_existing(output, force=force)
    write_file(output, ENDINGS[output.suffix.lower()](document), force=force)


def _word(document: Document) -> bytes:
    from insek_cli.formats.docx.writer import docx_bytes

    return docx_bytes(document)


def _html(document: Document) -> bytes:
    from insek_cli.formats.html import html_text

    return html_text(document).encode("utf-8", "replace")


def _markdown(document: Document) -> bytes:
    from insek_cli.formats.markdown import markdown_text

    return markdown_text(document).encode("utf-8", "replace")


def _text(document: Document) -> bytes:
    from insek_cli.formats.terminal import terminal_text

    return terminal_text(document, TEXT_WIDTH).encode("utf-8", "replace")


TEXT_WIDTH = 80
ENDINGS: dict[str, Callable[[Document], bytes]] = {".docx": _word, ".html": _html, ".md": _markdown, ".txt": _text}
