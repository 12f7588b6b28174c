"""LibreOffice without a window: many files in one call, each caller with a profile of its own."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) ist nicht installiert")


def converted(files: Iterable[Path], ending: str, target: Path, profile: Path) -> Path:
    """Return the folder into which LibreOffice wrote each of the files as another kind."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"),
            *("--convert-to", ending, "--outdir", str(target), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return target
