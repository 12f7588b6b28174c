"""Questions are asked without the register of whoever runs the tests."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the register where there is none; a test that wants one puts it there."""
    monkeypatch.setenv("INSEK_DATA_DIR", str(tmp_path / "daten"))
