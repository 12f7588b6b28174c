"""The shipped catalogue, made ready when the program is installed, so that a single `score` starts quickly.

Reading and checking 360 KB of YAML takes as long as starting Python with typer. The compiled form is used only while
the YAML files are those it was made of; after an edit the files are read again. It is part of the package like
compiled Python and trusted like it.
"""

import hashlib
import pickle
from pathlib import Path

from insek_cli import __version__
from insek_cli.core.catalogue import Catalogue

DIGEST_SIZE = 16
COMPILED = Path(__file__).parents[1] / "catalogue.pickle"


def digest_of(folder: Path) -> bytes:
    """Return what identifies the files of a catalogue and the program that reads them."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=DIGEST_SIZE)
    for path in (*sorted(folder.glob("*.yaml")), *sorted(folder.glob("criteria/*.yaml"))):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)} ".encode())
        digest.update(data)
    return digest.digest()


def write_compiled(catalogue: Catalogue, folder: Path, target: Path = COMPILED) -> None:
    """Write the compiled form of the catalogue read from a folder."""
    content = pickle.dumps(catalogue, protocol=5)
    target.write_bytes(digest_of(folder) + _digest(content) + content)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST_SIZE).digest()


def compiled_catalogue(folder: Path, source: Path = COMPILED) -> Catalogue | None:
    """Return the compiled catalogue if it is whole and was made of these very files, else None."""
    try:
        data = source.read_bytes()
        digest = digest_of(folder)
    except OSError:
        return None
    content = data[2 * DIGEST_SIZE :]
    if data[: 2 * DIGEST_SIZE] != digest + _digest(content):
        return None
    catalogue = pickle.loads(content)  # noqa: S301 - a part of the package, like compiled Python
    return catalogue if isinstance(catalogue, Catalogue) else None
