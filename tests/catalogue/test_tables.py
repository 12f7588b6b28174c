"""The tables under docs/ are those of the catalogue."""

from pathlib import Path

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.catalogue_tables import catalogue_document
from insek_cli.formats.markdown import markdown_text

TABLES = Path(__file__).parents[2] / "docs" / "katalog-tabellen.md"


def test_tables_are_in_step_with_the_catalogue(catalogue: Catalogue) -> None:
    remedy = "run: insek catalogue export -o docs/katalog-tabellen.md --force"
    assert TABLES.read_text(encoding="utf-8") == markdown_text(catalogue_document(catalogue)), remedy
