"""Words in the cells of a questionnaire into values; tolerant of case, points and blanks."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from insek_cli.core import written
from insek_cli.core.answers import UNKNOWN_FACT
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue
from insek_cli.core.entries import Question
from insek_cli.core.vocabulary import QuestionKind, Status
from insek_cli.core.written import inhabitants, one_to_five, year
from insek_cli.documents.wording import OPEN_WORD, STATUS
from insek_cli.files.answer_files import read_fact
from insek_cli.files.words import bare, unknown_sentence

V = TypeVar("V")

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+\Z").match


class Wording:
    """The words that may stand for an answer, by what of them counts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._statuses: dict[str, Status | None] = {bare(OPEN_WORD): None}
        for entry in catalogue.head.synonyms:
            self._statuses |= {bare(word): entry.status for word in entry.words}
        for status, word in STATUS.items():
            self._statuses |= {bare(word): status, bare(status): status}

    def status(self, text: str) -> Status:
        """Return the status a cell names; raises ValueError with what would be right, also for an open answer."""
        found = self._statuses.get(bare(text))
        if found is None:
            raise ValueError(unknown_sentence(text, list(STATUS.values()), "Die Antwort"))
        return found

    def says_open(self, text: str) -> bool:
        """Tell whether a text only says that nothing is answered yet."""
        return self._statuses.get(bare(text), Status.MET) is None

    def fact(self, question: Question, text: str) -> FactValue:
        """Return the answer to a question, UNKNOWN_FACT for „weiß nicht“; raises ValueError with the remedy."""
        if self._statuses.get(bare(text)) is Status.UNKNOWN:
            return UNKNOWN_FACT
        if question.kind is QuestionKind.CHOICE:
            return chosen(text, {choice.title: choice.id for choice in question.choices})
        found = read_fact(question, text if question.kind is QuestionKind.TEXT else _plain_number(text))
        return UNKNOWN_FACT if found is None else found


def chosen(text: str, words: Mapping[str, V]) -> V:
    """Return what a word stands for; its beginning is enough where only one word begins so. Raises ValueError."""
    exact = [value for word, value in words.items() if bare(text) in {bare(word), str(value)}]
    near = [value for word, value in words.items() if _begins(word, text)]
    for found in (exact, near):
        if len(found) == 1:
            return found[0]
    raise ValueError(unknown_sentence(text, list(words), "Die Antwort"))


def _begins(word: str, text: str) -> bool:
    """Tell whether a word begins with whole words of a text: „Ja“ with „Ja, mindestens einen“."""
    parts, typed = [[bare(part) for part in re.split(r"[ ,]+", found.strip())] for found in (word, text)]
    return parts[: len(typed)] == typed


def typed_day(text: str) -> date:
    """Return a day as people type it, 12.3.2026, or as files write it, 2026-03-12; raises ValueError."""
    try:
        return written.typed_day(text)
    except ValueError as error:
        raise ValueError("Hier gehört ein Datum hin, zum Beispiel 12.03.2026.") from error


def _plain_number(text: str) -> str:
    """Return a number as files write it: 6.480 and 6 480 are thousands, 2,5 has a decimal comma."""
    return re.sub(r"[. \u00a0\u202f]", "", text) if _THOUSANDS(text) else text.replace(",", ".")


def _whole(read: Callable[[str], int]) -> Callable[[str], int]:
    return lambda text: read(_plain_number(text))


typed_year, typed_inhabitants, typed_mark = _whole(year), _whole(inhabitants), _whole(one_to_five)
