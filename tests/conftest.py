"""What many tests need: the shipped catalogue, and the shipped example judged at a fixed day."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import insek_cli
from insek_cli.core.answers import Answers
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.catalogue_files import load_shipped, shipped_catalogue

EXAMPLE = Path(insek_cli.__file__).parent / "examples" / "musterstadt.yaml"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    return load_shipped()


@pytest.fixture(scope="session")
def example_answers(catalogue: Catalogue) -> Answers:
    """The answers of the shipped example."""
    return AnswerReader(catalogue).read(EXAMPLE)


@pytest.fixture(scope="session")
def example(catalogue: Catalogue, example_answers: Answers) -> Assessment:
    """The shipped example, judged at a fixed day."""
    return assess(catalogue, example_answers, TODAY)


@pytest.fixture
def catalogue_folder(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue's files, to be changed at will."""
    return Path(shutil.copytree(shipped_catalogue(), tmp_path / "criteria"))
