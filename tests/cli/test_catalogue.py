"""`insek catalogue check` through the real program."""

from pathlib import Path

from tests.cli.program import insek


def test_shipped_catalogue_is_in_order(tmp_path: Path):
    ended = insek("catalogue", "check", cwd=tmp_path)
    assert ended.out.startswith("Katalog insek-klein/2026.1 (Entwurf) ist in Ordnung: ")
    assert ended.err == ""


def test_copy_of_it_is_in_order(tmp_path: Path, catalogue_folder: Path):
    assert insek("catalogue", "check", "criteria", cwd=tmp_path).out == insek("catalogue", "check", cwd=tmp_path).out


def test_every_fault_of_a_broken_copy_is_named_with_its_place(tmp_path: Path, catalogue_folder: Path):
    goals = catalogue_folder / "criteria" / "goals.yaml"
    text = goals.read_text(encoding="utf-8")
    goals.write_text(text.replace("obligation: must", "obligation: muss", 1), encoding="utf-8")
    head = catalogue_folder / "catalogue.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "farbe: rot\n", encoding="utf-8")
    ended = insek("catalogue", "check", "criteria", cwd=tmp_path, code=2)
    line = text[: text.index("obligation: must")].count("\n") + 1
    assert ended.out == ""
    assert f"{Path('criteria/criteria/goals.yaml')}:{line}:" in ended.err
    assert "Meinten Sie „must“?" in ended.err
    assert f"{Path('criteria/catalogue.yaml')}:" in ended.err
    assert "farbe" in ended.err


def test_folder_without_a_catalogue_is_told(tmp_path: Path):
    ended = insek("catalogue", "check", "fehlt", cwd=tmp_path, code=2)
    assert ended.err.startswith("fehlt: Hier ist kein Ordner mit einem Katalog")
