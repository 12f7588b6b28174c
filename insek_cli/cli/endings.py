"""Which form a result has: as asked for, else as the ending of its file says."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Form = TypeVar("Form", bound=StrEnum)
NAMES = {"txt": "text", "htm": "html", "markdown": "md"}


def form_of(given: Form | None, output: Path | None, usual: Form) -> Form:
    """Return the form asked for; without one that of the ending, and the usual one where it names none."""
    if given is not None or output is None:
        return given or usual
    ending = output.suffix.lower().removeprefix(".")
    named = NAMES.get(ending, ending)
    return next((form for form in type(usual) if form == named), usual)
