"""Judges answers written as in a file, so that a test shows its input."""

from collections.abc import Sequence

from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Status
from insek_cli.files.answer_files import AnswerReader
from tests.conftest import TODAY


def judged(catalogue: Catalogue, yaml: str = "", municipality: str = "{name: Ort}") -> Assessment:
    """Return the assessment of the answers in a text; format, catalogue and municipality are put before it."""
    head = f"format: insek-answers/1\ncatalogue: {catalogue.reference}\nmunicipality: {municipality}\n"
    return assess(catalogue, AnswerReader(catalogue).read_text(head + yaml, "test.yaml"), TODAY)


def unmet(catalogue: Catalogue, *but: str) -> str:
    """Return a file in which every criterion is answered: those in `but` as they say, all others with „nicht erfüllt“."""
    return _answered(catalogue, Status.UNMET, but)


def met(catalogue: Catalogue, *but: str) -> str:
    """Return a file in which every criterion is answered: those in `but` as they say, all others with „erfüllt“."""
    return _answered(catalogue, Status.MET, but)


def _answered(catalogue: Catalogue, status: Status, but: Sequence[str]) -> str:
    own = {line.split(":")[0]: line for line in but}
    lines = [own.get(criterion.id, f"{criterion.id}: {status}") for criterion in catalogue.criteria]
    return "criteria:\n" + "".join(f"  {line}\n" for line in lines)
