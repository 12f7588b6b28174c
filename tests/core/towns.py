"""Plausible municipalities that do not exist, judged against the shipped catalogue."""

from benchmarks.municipalities import answers_of
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.files.answer_files import AnswerReader
from tests.conftest import TODAY

_kept: dict[tuple[str, int, int], list[Assessment]] = {}


def towns(catalogue: Catalogue, number: int, seed: int = 1) -> list[Assessment]:
    """Return so many municipalities, the same each time."""
    key = (catalogue.reference, number, seed)
    if key not in _kept:
        reader = AnswerReader(catalogue)
        texts = (answers_of(catalogue, place, seed) for place in range(number))
        _kept[key] = [assess(catalogue, reader.read_text(text, "x"), TODAY) for text in texts]
    return list(_kept[key])
