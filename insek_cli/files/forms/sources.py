"""What colleagues send back, whatever kind of file it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.statements import Source, statements_of
from insek_cli.errors import unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.forms.reading import Returned, read_form
from insek_cli.files.forms.tables import RawForm

_OLD = "Dieses alte Format liest das Programm nicht. Bitte in {program} öffnen und als {ending} speichern."
_REMEDIES = {
    ".xls": _OLD.format(program="Excel oder LibreOffice Calc", ending=".xlsx"),
    ".doc": _OLD.format(program="Word oder LibreOffice Writer", ending=".docx"),
    ".odt": "Bitte in LibreOffice Writer als .docx speichern; .odt liest das Programm nicht.",
    ".csv": "Bitte den Fragebogen als .xlsx oder .ods zurückschicken; in .csv fehlt alles bis auf ein Blatt.",
    ".pdf": "Aus einer PDF-Datei lassen sich keine Antworten lesen. Bitte die .xlsx oder .docx schicken lassen.",
}


def read_source(catalogue: Catalogue, path: Path, by: str | None, today: date) -> Returned:
    """Return what a source says.

    by: who answered where the source does not say it; else the name of the file. Raises UnusableInputError.
    """
    source = Source(str(path), by or path.stem, today)
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"}:
        answers = AnswerReader(catalogue).read(path)
        return Returned(source.name, answers.municipality, tuple(statements_of(answers, source, catalogue.support)))
    reader = _READERS.get(ending)
    if reader is None:
        raise unusable(str(path), _REMEDIES.get(ending, "Gelesen werden Dateien mit .xlsx, .ods, .docx oder .yaml."))
    return read_form(catalogue, reader(path, str(path)), source)


def _workbook(path: Path, name: str) -> RawForm:
    from insek_cli.files.forms.workbook import read_workbook  # noqa: PLC0415 - only for workbooks

    return read_workbook(path, name)


def _word(path: Path, name: str) -> RawForm:
    from insek_cli.files.forms.word import read_word  # noqa: PLC0415 - only for Word files

    return read_word(path, name)


_READERS: dict[str, Callable[[Path, str], RawForm]] = {
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".ods": _workbook,
    ".docx": _word,
}
