"""What `insek form` does: the questionnaire in the kind of file its ending names."""

from collections.abc import Callable
from pathlib import Path

from insek_cli.cli.running import catalogue_at, date_of, section_at, write_file
from insek_cli.documents.form import Form, form
from insek_cli.errors import unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.saving import refuse_existing


def write_form(  # noqa: PLR0913 - the options of the command
    file: Path | None, output: Path, section: str | None, catalogue: Path | None, day: str | None, *, force: bool
) -> None:
    """Write the questionnaire, blank or filled with what a file knows."""
    writer = _writer(output)
    refuse_existing(output, force=force)
    today = date_of(day)
    loaded = catalogue_at(catalogue)
    answers = None if file is None else AnswerReader(loaded).read(file)
    write_file(output, writer(form(loaded, answers, section_at(loaded, section), today)), force=force)


def _writer(output: Path) -> Callable[[Form], bytes]:
    writer = _WRITERS.get(output.suffix.lower())
    if writer is None:
        raise unusable(
            str(output), "Der Fragebogen endet auf .xlsx (Excel, LibreOffice Calc) oder .docx (Word, Writer)."
        )
    return writer


def _xlsx(content: Form) -> bytes:
    from insek_cli.formats.form_xlsx import form_xlsx

    return form_xlsx(content)


def _docx(content: Form) -> bytes:
    from insek_cli.formats.docx.questionnaire import form_docx

    return form_docx(content)


_WRITERS: dict[str, Callable[[Form], bytes]] = {".xlsx": _xlsx, ".docx": _docx}
