"""`insek register` through the real program."""

import pytest

from tests.cli.program import insek
from tests.files.statistics_samples import PLACES_IN_REGISTER, register
from tests.real_data import REGISTER, real_file


@pytest.fixture
def folder(tmp_path):
    return {"cwd": tmp_path, "INSEK_DATA_DIR": str(tmp_path / "daten")}


def test_register_is_imported_once_and_searched_from_then_on(tmp_path, folder):
    register(tmp_path / "g.xlsx")
    ended = insek("register", "import", "g.xlsx", **folder)
    assert ended.out.startswith("8 Gemeinden eingelesen, davon 7 in Sachsen (5 unter 15.000 Einwohnern).\n")
    assert str(tmp_path / "daten") in ended.out
    found = insek("register", "find", "budysin", **folder).out
    assert "14625020" in found
    assert "Bautzen / Budyšin" in found


def test_search_fits_a_narrow_terminal(tmp_path, folder):
    register(tmp_path / "g.xlsx")
    insek("register", "import", "g.xlsx", **folder)
    found = insek("register", "find", "14", COLUMNS="60", **folder).out
    assert max(map(len, found.splitlines())) <= 60


def test_without_a_register_or_a_match_the_remedy_is_said(tmp_path, folder):
    assert "insek register import" in insek("register", "find", "ort", code=2, **folder).err
    register(tmp_path / "g.xlsx")
    insek("register", "import", "g.xlsx", **folder)
    assert "Keine Gemeinde passt auf „xyz“" in insek("register", "find", "xyz", code=2, **folder).err


def test_unusable_workbook_leaves_the_register_as_it_was(tmp_path, folder):
    register(tmp_path / "g.xlsx")
    insek("register", "import", "g.xlsx", **folder)
    kept = (tmp_path / "daten" / "gemeinden.register").read_bytes()
    broken = [(*row[:9], "viele") if row[0] == "60" else row for row in PLACES_IN_REGISTER]
    register(tmp_path / "kaputt.xlsx", rows=broken)
    assert "Zeile 11, Spalte J" in insek("register", "import", "kaputt.xlsx", code=2, **folder).err
    assert (tmp_path / "daten" / "gemeinden.register").read_bytes() == kept


def test_real_register_is_imported(folder):
    ended = insek("register", "import", real_file(REGISTER), **folder)
    assert ended.out.startswith("10.752 Gemeinden eingelesen, davon 418 in Sachsen (377 unter 15.000 Einwohnern).\n")
