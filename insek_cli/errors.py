"""What can go wrong with what people give the program. Carries data; texts for people are German sentences."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in the input: where it is and what would be right."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}" if self.place else self.text


class InsekError(Exception):
    """Anything the person at the keyboard can mend."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class UnusableInputError(InsekError):
    """A file or a call that cannot be used; every problem found is in it."""


class UnwritableOutputError(InsekError):
    """A target that exists, is missing its folder or cannot be written."""


def unusable(place: str, text: str) -> UnusableInputError:
    """Return the error for a single problem."""
    return UnusableInputError((Problem(place, text),))
