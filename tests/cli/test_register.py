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


def test_small_workbook_does_not_replace_a_larger_register_until_that_is_removed(tmp_path, folder):
    register(tmp_path / "g.xlsx")
    insek("register", "import", "g.xlsx", **folder)
    kept = tmp_path / "daten" / "gemeinden.register"
    before = kept.read_bytes()
    register(tmp_path / "klein.xlsx", rows=PLACES_IN_REGISTER[:7])
    said = insek("register", "import", "klein.xlsx", code=2, **folder).err
    assert "2 Gemeinden (2 in Sachsen), das bisherige Verzeichnis 8 Gemeinden (7 in Sachsen)" in said
    assert str(kept) in said
    assert kept.read_bytes() == before
    kept.unlink()
    insek("register", "import", "klein.xlsx", **folder)


def test_rules_of_the_register_are_those_of_the_catalogue(tmp_path, folder):
    (tmp_path / "katalog").mkdir()
    (tmp_path / "katalog" / "catalogue.yaml").write_text(
        'extends: insek-klein/2026.1\nid: x\nversion: "1"\nregister: {small: 2000, least-kept: 0.2}\n', encoding="utf-8"
    )
    register(tmp_path / "g.xlsx")
    register(tmp_path / "klein.xlsx", rows=PLACES_IN_REGISTER[:7])
    insek("register", "import", "g.xlsx", **folder)
    ended = insek("register", "import", "klein.xlsx", "--catalogue", "katalog", **folder)
    assert ended.out.startswith("2 Gemeinden eingelesen, davon 2 in Sachsen (1 unter 2.000 Einwohnern).\n")


def test_damaged_register_is_replaced_by_the_import_it_asks_for(tmp_path, folder):
    register(tmp_path / "g.xlsx")
    insek("register", "import", "g.xlsx", **folder)
    kept = tmp_path / "daten" / "gemeinden.register"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:100])
    insek("register", "import", "g.xlsx", **folder)
    assert kept.read_bytes() == whole


def test_real_register_is_imported(folder):
    ended = insek("register", "import", real_file(REGISTER), **folder)
    assert ended.out.startswith("10.752 Gemeinden eingelesen, davon 418 in Sachsen (377 unter 15.000 Einwohnern).\n")
