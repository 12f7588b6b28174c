"""The register is kept whole in the user's data folder, or nothing is."""

from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError, UnwritableOutputError
from insek_cli.files.register import load_register, register_path, save_register
from insek_cli.files.register_workbook import read_register
from tests.files.statistics_samples import register


@pytest.fixture
def data_folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("INSEK_DATA_DIR", str(tmp_path / "neu" / "daten"))
    return tmp_path / "neu" / "daten"


@pytest.fixture
def places(tmp_path):
    return read_register(register(tmp_path / "g.xlsx"), 1000)


def test_saved_register_loads_equal(data_folder, places):
    assert save_register(places) == data_folder / "gemeinden.register"
    assert load_register() == places


def test_without_an_import_there_is_no_register(data_folder):
    assert load_register() is None


def test_without_the_variable_the_register_is_in_the_users_data_folder(monkeypatch):
    monkeypatch.delenv("INSEK_DATA_DIR", raising=False)
    assert register_path().name == "gemeinden.register"
    assert "insek" in register_path().parts[-2]


@pytest.mark.parametrize("keep", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_register_cut_off_is_refused_with_the_remedy(data_folder, places, keep):
    path = save_register(places)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnusableInputError, match="insek register import"):
        load_register()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{}\n\n\n\n", b'{"format": "anders"}\n\na\n\nb\n', b"[]\n\nx\n\ny"])
def test_file_of_another_kind_is_refused(data_folder, content):
    data_folder.mkdir(parents=True)
    register_path().write_bytes(content)
    with pytest.raises(UnusableInputError, match="beschädigt"):
        load_register()


def test_folder_that_cannot_be_made_is_said(tmp_path, monkeypatch, places):
    (tmp_path / "datei").write_text("", encoding="utf-8")
    monkeypatch.setenv("INSEK_DATA_DIR", str(tmp_path / "datei" / "darin"))
    with pytest.raises(UnwritableOutputError):
        save_register(places)
    assert load_register() is None
