"""Writes changed answers into the text of an answer file: what did not change stays as it is, with its comments."""

import codecs
from collections import Counter
from collections.abc import Mapping

from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import UnusableInputError
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_writing import answer_parts, answers_text
from insek_cli.files.yaml_layout import Group, Layout
from insek_cli.files.yaml_splicing import spliced
from insek_cli.files.yaml_writing import Value

_BOM = codecs.BOM_UTF8.decode("utf-8")
_GATHERED = "# Diese Datei wurde ganz neu geschrieben. Hier stehen die Kommentare, die vorher in ihr verteilt waren:"


def updated_text(old: str, catalogue: Catalogue, answers: Answers) -> str:
    """Return the text of an answer file with these answers in it; only the lines of what changed are touched.

    Line ends, a mark of UTF-8 at the beginning and every comment stay. Raises UnusableInputError with every problem
    for an old text that is no answer file, so that nothing in it is lost.
    """
    mark, text = (_BOM, old.removeprefix(_BOM)) if old.startswith(_BOM) else ("", old)
    if not _has_content(text):
        return mark + _below(Layout(text), answers_text(catalogue, answers))
    before = AnswerReader(catalogue).read_text(text, "Antwortdatei")
    layout = Layout(text)
    if before == answers or not isinstance(layout.root, Group):
        return old
    parts = answer_parts(catalogue, answers)
    new = spliced(layout, layout.root, answer_parts(catalogue, before), parts)
    if not _holds(new, catalogue, parts, layout):
        new = _gathered(layout, answers_text(catalogue, answers))
    return mark + new


def _has_content(text: str) -> bool:
    """Tell whether there is anything but blank lines and comments."""
    return any(line and not line.startswith("#") for line in map(str.strip, text.splitlines()))


def _holds(new: str, catalogue: Catalogue, parts: Mapping[str, Value], old: Layout) -> bool:
    """Tell whether a new text says this and has every comment of the old one."""
    try:
        loaded = AnswerReader(catalogue).read_text(new, "")
    except UnusableInputError:
        return False
    return answer_parts(catalogue, loaded) == parts and Counter(Layout(new).comments()) >= Counter(old.comments())


def _below(old: Layout, new: str) -> str:
    """Return a new text below what stood in a file without answers."""
    end = "" if not old.text or old.line_start(len(old.text)) == len(old.text) else old.newline
    return old.text + end + new.replace("\n", old.newline)


def _gathered(old: Layout, new: str) -> str:
    """Return a new text below all comments of the old one."""
    comments = old.comments()
    head = [_GATHERED, *comments] if comments else []
    return "".join(f"{line}\n" for line in head).replace("\n", old.newline) + new.replace("\n", old.newline)
