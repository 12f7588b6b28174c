"""Where catalogues are, and how one is loaded: from its YAML files, or from what was made of the same files before."""

from pathlib import Path

from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import unusable
from insek_cli.files.catalogue_places import SHIPPED_NAME, shipped_catalogue
from insek_cli.files.compiled import compiled_catalogue

__all__ = ["load_catalogue", "load_shipped", "shipped_catalogue"]


def load_shipped() -> Catalogue:
    """Return the catalogue that comes with the program; raises UnusableInputError if somebody broke its files."""
    folder = shipped_catalogue()
    return compiled_catalogue(folder) or load_catalogue(folder, SHIPPED_NAME)


def load_catalogue(folder: Path, name: str | None = None) -> Catalogue:
    """Return the catalogue in a folder.

    name: what the folder is called in messages. Raises UnusableInputError with every problem in the files.
    """
    from insek_cli.files.catalogue_loading import read_catalogue  # noqa: PLC0415 - heavy or seldom needed

    name = name or str(folder)
    if not folder.is_dir():
        raise unusable(name, "Hier ist kein Ordner mit einem Katalog (catalogue.yaml und weitere Dateien).")
    return read_catalogue(folder, name)
