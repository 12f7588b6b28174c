"""Whether there is a terminal to ask in, and how it can be asked."""

import os
import sys

from insek_cli.prompts import Asker, Keys, Plain


def is_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asker_of(*, plain: bool) -> Asker:
    """Return how to ask: with keys where lines can be drawn again and nobody wants it plain."""
    return Plain() if plain or not _has_cursor_control() else Keys()


def _has_cursor_control() -> bool:
    """Tell whether lines can be drawn again; a Windows console says so without TERM."""
    return os.name == "nt" or os.environ.get("TERM", "") not in {"", "dumb", "unknown"}
