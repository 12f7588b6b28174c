"""Answers in which everything somebody typed is a text that a format could take amiss, each found again by its number."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Feedback, Municipality, PlanEntry, Rights
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue, PlanFormat
from insek_cli.core.vocabulary import Holder, QuestionKind, Status
from tests.formats.texts import INVISIBLE, NASTY, shown, squeezed

LONG = 1000
_HARD = (*(text for text in NASTY if len(text) < LONG), *INVISIBLE.values())
_MARK = re.compile(r"§\d+§")


class Typed(Mapping[str, str]):
    """What was typed, by its mark; asking for `next` types the next text."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._hard = itertools.cycle(_HARD)
        self._long = itertools.cycle(text for text in NASTY if len(text) >= LONG)

    def __getitem__(self, mark: str) -> str:
        return self._texts[mark]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def text(self) -> str:
        """Return a text that begins and ends with what a format could take amiss."""
        hard = next(self._hard)
        return self._keep(f"{hard}§{len(self)}§{hard}")

    def long(self) -> str:
        """Return a text of ten thousand signs."""
        return self._keep(f"§{len(self)}§{next(self._long)}")

    def _keep(self, text: str) -> str:
        self._texts[f"§{len(self)}§"] = text
        return text

    def missing(self, document: str) -> dict[str, str]:
        """Return what a document shows of typed texts otherwise than it was typed, by mark."""
        found = squeezed(document)
        whole = {mark: squeezed(shown(self[mark])) for mark in set(_MARK.findall(found))}
        return {mark: text for mark, text in whole.items() if found.count(text) != found.count(mark)}

    def marks(self, document: str) -> set[str]:
        """Return the marks of the texts that a document shows."""
        return set(_MARK.findall(squeezed(document)))


def hostile_answers(catalogue: Catalogue, facts: Mapping[str, FactValue | None]) -> tuple[Answers, Typed]:
    """Return answers to everything, all their texts hostile, and these texts."""
    typed = Typed()
    place = Municipality(
        typed.text(),
        inhabitants=6480,
        inhabitants_basis=typed.text(),
        sorbian_name=typed.text(),
        leader_region=typed.text(),
        landkreis=typed.text(),
        association=typed.text(),
    )
    texts = {
        question.id: typed.text() for question in catalogue.question.values() if question.kind is QuestionKind.TEXT
    }
    return (
        Answers(
            place,
            {**facts, **texts},
            tuple(_plan(name, number, typed) for number, name in enumerate(catalogue.plan)),
            {criterion.id: _criterion(number, typed) for number, criterion in enumerate(catalogue.criteria)},
            tuple(catalogue.support),
            {criterion.id: Feedback(5, 1, typed.text()) for criterion in catalogue.criteria},
        ),
        typed,
    )


def _plan(name: str, number: int, typed: Typed) -> PlanEntry:
    entry = PlanEntry(name, typed.text(), holder_name=typed.text(), note=typed.text())
    return replace(entry, **_PLANS[number % len(_PLANS)])


_PLANS: tuple[dict[str, object], ...] = (
    {"data_year": 2025, "format": PlanFormat.EDITABLE, "rights": Rights.YES, "holder": Holder.MUNICIPALITY},
    {"state": EntryState.REQUESTED, "holder": Holder.LANDKREIS},
    {"data_year": 2012, "format": PlanFormat.PAPER, "rights": Rights.UNCLEAR, "holder": Holder.OTHER},
    {"state": EntryState.NONE, "holder": Holder.SUPPLIER},
    {"data_year": 2024, "rights": Rights.NO},
)


def _criterion(number: int, typed: Typed) -> CriterionAnswer:
    note = typed.long() if number % _LONG_EVERY == 0 else typed.text()
    status = _STATUSES[number % len(_STATUSES)]
    return CriterionAnswer(
        status, typed.text(), note, typed.text(), typed.text(), owner=typed.text(), flagged=number % 2 == 0
    )


_STATUSES, _LONG_EVERY = tuple(Status), 13
