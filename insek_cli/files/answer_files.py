"""Loads answer files: one YAML file into `Answers`, or every fault at once with its place."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from insek_cli.core.answers import FORMAT, UNKNOWN_FACT, AnswerFile, Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue
from insek_cli.core.entries import Question
from insek_cli.core.vocabulary import QuestionKind
from insek_cli.core.written import number, whole, year
from insek_cli.errors import Problem, UnusableInputError
from insek_cli.files.shapes import Shape
from insek_cli.files.words import shown, unknown_sentence
from insek_cli.files.yaml_reader import List, Map, YamlText, read_file, read_text


class OtherCatalogueError(UnusableInputError):
    """Answers to another catalogue, or another version of it."""

    def __init__(self, problems: Iterable[Problem], reference: str) -> None:
        super().__init__(tuple(problems))
        self.reference = reference


class AnswerReader:
    """Reads answer files against one catalogue; keeps the validator, so that thousands of files cost little."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._shape = Shape(AnswerFile)

    def read(self, path: Path, name: str | None = None) -> Answers:
        """Return the answers in a file; raises UnusableInputError with every problem in it."""
        return self._answers(read_file(path, name or str(path)))

    def read_text(self, text: str, name: str) -> Answers:
        """Return the answers in a text; raises UnusableInputError with every problem in it."""
        return self._answers(read_text(text, name))

    def _answers(self, file: YamlText) -> Answers:
        raw = file.root
        if not isinstance(raw, Map):
            text = "Das ist keine Antwortdatei. Sie beginnt mit „format: insek-answers/1“."
            raise UnusableInputError(file.problems or [Problem(f"{file.name}:1:1", text)])
        _refuse_other_kinds(raw, self._catalogue, file)
        value = self._shape.read(_with_long_statuses(raw), file)
        facts = _facts(raw.get("facts"), self._catalogue, file)
        for problem in _unknown_ids(raw, self._catalogue, file):
            file.problems.append(problem)
        if file.problems or value is None:
            raise UnusableInputError(file.problems)
        return Answers(
            value.municipality, facts, value.plans, value.criteria, value.support, value.feedback, value.statistics
        )


def _refuse_other_kinds(raw: Map, catalogue: Catalogue, file: YamlText) -> None:
    """Raise for a file of another format or for another catalogue; then nothing else is worth saying."""
    before = len(file.problems)
    found = raw.get("format")
    if isinstance(found, str) and found != FORMAT:
        text = f"Diese Datei hat das Format {shown(found)}; dieses Programm liest „{FORMAT}“."
        file.problems.append(Problem(file.place(("format",)), text))
    reference = raw.get("catalogue")
    if isinstance(reference, str) and reference != catalogue.reference:
        text = (
            f"Diese Antworten gehören zum Katalog {shown(reference)}, geladen ist „{catalogue.reference}“. "
            "Bitte den passenden Katalog mit --catalogue angeben."
        )
        file.problems.append(Problem(file.place(("catalogue",)), text))
        raise OtherCatalogueError(file.problems, reference)
    if len(file.problems) > before:
        raise UnusableInputError(file.problems)


def _with_long_statuses(raw: Map) -> Mapping[str, object]:
    """Return the file with every bare status written as {status: …}; places are still found in the raw file."""
    criteria = raw.get("criteria")
    if not isinstance(criteria, Map) or not any(type(value) is str for value in criteria.values()):
        return raw
    long = {key: {"status": value} if isinstance(value, str) else value for key, value in criteria.items()}
    return {**raw, "criteria": long}


def _facts(raw: object, catalogue: Catalogue, file: YamlText) -> dict[str, FactValue | None]:
    facts: dict[str, FactValue | None] = {}
    for key, text in raw.items() if isinstance(raw, Map) else ():
        question = catalogue.question.get(key)
        if question is not None and isinstance(text, str):
            try:
                facts[key] = read_fact(question, text)
            except ValueError as error:
                file.problems.append(Problem(file.place(("facts", key)), str(error)))
    return facts


def read_fact(question: Question, text: str) -> FactValue | None:
    """Return the answer to a question from its text, None for „weiß nicht“; raises ValueError with the remedy."""
    if text == UNKNOWN_FACT:
        return None
    match question.kind:
        case QuestionKind.CHOICE:
            choices = [choice.id for choice in question.choices]
            if text not in choices:
                raise ValueError(unknown_sentence(text, [*choices, UNKNOWN_FACT], "Die Antwort"))
            return text
        case QuestionKind.NUMBER:
            return number(text)
        case QuestionKind.COUNT:
            return Decimal(whole(text))
        case QuestionKind.YEAR:
            return year(text)
        case QuestionKind.TEXT:
            return text


def _unknown_ids(raw: Map, catalogue: Catalogue, file: YamlText) -> Iterator[Problem]:
    yield from _unknown_keys(raw, "facts", catalogue.question, "Die Frage", file)
    yield from _unknown_keys(raw, "criteria", catalogue.criterion, "Das Kriterium", file)
    yield from _unknown_keys(raw, "feedback", catalogue.criterion, "Das Kriterium", file)
    for place, word in enumerate(_items(raw.get("support"))):
        if isinstance(word, str) and word not in catalogue.support:
            text = unknown_sentence(word, list(catalogue.support), "Die Unterstützung")
            yield Problem(file.place(("support", place)), text)
    for place, entry in enumerate(_items(raw.get("plans"))):
        kind = entry.get("type") if isinstance(entry, Map) else None
        if isinstance(kind, str) and kind not in catalogue.plan:
            text = unknown_sentence(kind, list(catalogue.plan), "Die Planart")
            yield Problem(file.place(("plans", place, "type")), text)


def _unknown_keys(raw: Map, title: str, known: Mapping[str, object], what: str, file: YamlText) -> Iterator[Problem]:
    within = raw.get(title)
    if isinstance(within, Map):
        for key in within.places:
            if key not in known:
                yield Problem(file.place((title, key), at_key=True), unknown_sentence(key, list(known), what))


def _items(raw: object) -> Iterable[object]:
    return raw if isinstance(raw, List) else ()
