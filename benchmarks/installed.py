"""The checkout as an installation would leave it, so that what users have is measured and not the state of a workplace."""

import compileall
import os
from pathlib import Path

from insek_cli.files.catalogue_files import load_catalogue, shipped_catalogue
from insek_cli.files.compiled import compiled_catalogue, write_compiled

PROGRAM = Path(__file__).parents[1] / "insek_cli"


def as_installed() -> None:
    """Compile program and catalogue, as `pip install` and the build do; what is still current stays."""
    compileall.compile_dir(PROGRAM, quiet=1)
    if compiled_catalogue(shipped_catalogue()) is None:
        write_compiled(load_catalogue(shipped_catalogue()), shipped_catalogue())


def usual_environment() -> dict[str, str]:
    """Return the environment without settings of Python, such as output without a buffer."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
