"""Knows what lies in a folder like a file and is none: pipes wait for a writer, devices may never end."""

import os
import stat
from pathlib import Path

SPECIAL = "Das ist eine Pipe oder ein Gerät, keine gewöhnliche Datei; hier wird nicht gelesen."


def is_special(path: Path) -> bool:
    """Tell whether a path, or what it links to, is there and neither a file nor a folder; does not open it."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a folder may hold a hundred thousand files
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
