"""Which form a result has: as asked for, else as the ending of its file says."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from insek_cli.errors import unusable

Form = TypeVar("Form", bound=StrEnum)
NAMES = {"txt": "text", "htm": "html", "markdown": "md"}
# Endings that promise a form of their own: a file that holds another one under such a name does not open.
PROMISING = frozenset({"pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "html", "htm", "csv", "json", "jsonl"})


def form_of(given: Form | None, output: Path | None, usual: Form) -> Form:
    """Return the form asked for; without one that of the ending, and the usual one where it names none.

    Raises UnusableInputError where the ending names a form the command cannot write.
    """
    if given is not None or output is None:
        return given or usual
    ending = output.suffix.lower().removeprefix(".")
    named = NAMES.get(ending, ending)
    forms = type(usual)
    if ending in PROMISING and named not in set(forms):
        allowed = ", ".join(forms)
        raise unusable(
            "--output", f"Mit der Endung .{ending} kann dieser Befehl nicht schreiben. Möglich sind: {allowed}."
        )
    return next((form for form in forms if form == named), usual)
