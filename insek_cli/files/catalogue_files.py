"""Where catalogues are, and how one is loaded: from its YAML files, or from what was made of the same files before."""

from pathlib import Path

from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import unusable
from insek_cli.files.compiled import compiled_catalogue

PACKAGE = Path(__file__).parents[1]
NAME = "criteria"


def shipped_catalogue() -> Path:
    """Return the folder of the catalogue that comes with the program: in the wheel, or beside an editable install."""
    inside = PACKAGE / NAME
    return inside if inside.is_dir() else PACKAGE.parent / NAME


def load_shipped() -> Catalogue:
    """Return the catalogue that comes with the program; raises UnusableInputError if somebody broke its files."""
    folder = shipped_catalogue()
    return compiled_catalogue(folder) or load_catalogue(folder, NAME)


def load_catalogue(folder: Path, name: str | None = None) -> Catalogue:
    """Return the catalogue in a folder.

    name: what the folder is called in messages. Raises UnusableInputError with every problem in the files.
    """
    from insek_cli.files.catalogue_loading import read_catalogue  # noqa: PLC0415 - heavy, often not needed

    name = name or str(folder)
    if not folder.is_dir():
        raise unusable(name, "Hier ist kein Ordner mit einem Katalog (catalogue.yaml und weitere Dateien).")
    return read_catalogue(folder, name)
