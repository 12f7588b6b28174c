"""The municipalities for tests and benchmarks: the same each time, usable, unlike each other."""

from pathlib import Path

from benchmarks.municipalities import answers_of, write_municipalities
from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, insek
from tests.core.towns import towns


def test_same_seed_and_number_give_the_same_file(catalogue: Catalogue):
    assert answers_of(catalogue, 3, 1) == answers_of(catalogue, 3, 1)
    assert len({answers_of(catalogue, 3, 1), answers_of(catalogue, 3, 2), answers_of(catalogue, 4, 1)}) == 3


def test_file_does_not_depend_on_how_many_there_are(catalogue: Catalogue, tmp_path: Path):
    write_municipalities(tmp_path / "few", catalogue, 2)
    write_municipalities(tmp_path / "more", catalogue, 4)
    assert (tmp_path / "few" / "00001.yaml").read_bytes() == (tmp_path / "more" / "00001.yaml").read_bytes()


def test_names_and_keys_are_different_and_sizes_are_those_of_small_ones(catalogue: Catalogue):
    places = [member.answers.municipality for member in towns(catalogue, 400)]
    assert len({place.name for place in places}) == len({place.ags for place in places}) == 400
    assert all(place.inhabitants is not None and place.inhabitants <= 15_000 for place in places)


def test_they_stand_at_different_levels(catalogue: Catalogue):
    assert len({member.level.certain.id for member in towns(catalogue, 400)}) >= 3


def test_files_pass_the_program_without_a_word(catalogue: Catalogue, tmp_path: Path):
    write_municipalities(tmp_path / "in", catalogue, 20)
    assert insek("score", "in", "--format", "csv", *DAY, cwd=tmp_path).err == ""
