"""Where the catalogue is that comes with the program."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
SHIPPED_NAME = "criteria"


def shipped_catalogue() -> Path:
    """Return the folder of the catalogue that comes with the program: in the wheel, or beside an editable install."""
    inside = PACKAGE / SHIPPED_NAME
    return inside if inside.is_dir() else PACKAGE.parent / SHIPPED_NAME
