"""Real files of official statistics, which the repository does not ship: tests that need them are skipped without.

INSEK_TEST_DATA names their folder, relative to the checkout.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REGISTER = "AuszugGV4QAktuell_2024.xlsx"


def real_file(name: str) -> Path:
    """Return a real file, or skip the test and say why."""
    folder = os.environ.get("INSEK_TEST_DATA")
    if not folder:
        pytest.skip("INSEK_TEST_DATA names no folder with real files")
    path = ROOT / folder / name
    if not path.exists():
        pytest.skip(f"{name} is not in the folder of real files")
    return path
