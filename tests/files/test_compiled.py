"""The compiled catalogue is the one in the files, or it is not used."""

import pickle

import pytest

from insek_cli.files.catalogue_files import load_catalogue
from insek_cli.files.compiled import compiled_catalogue, digest_of, write_compiled


@pytest.fixture
def compiled(catalogue_folder, tmp_path):
    """The compiled form of the copied catalogue."""
    target = tmp_path / "catalogue.pickle"
    write_compiled(load_catalogue(catalogue_folder), catalogue_folder, target)
    return target


def test_the_compiled_catalogue_equals_the_loaded_one(catalogue_folder, compiled):
    found = compiled_catalogue(catalogue_folder, compiled)

    assert found == load_catalogue(catalogue_folder)
    assert found.criteria[0].effort == load_catalogue(catalogue_folder).criteria[0].effort


def test_the_shipped_catalogue_equals_the_one_in_its_files(catalogue, catalogue_folder):
    assert catalogue == load_catalogue(catalogue_folder)


@pytest.mark.parametrize("name", ["catalogue.yaml", "costs.yaml", "checks.yaml", "criteria/goals.yaml"])
def test_an_edited_file_is_not_masked(catalogue_folder, compiled, name):
    path = catalogue_folder / name
    path.write_bytes(path.read_bytes().replace(b"title: ", b"title: X", 1))

    assert compiled_catalogue(catalogue_folder, compiled) is None


def test_a_new_a_missing_and_a_renamed_file_are_not_masked(catalogue_folder, compiled):
    optional, renamed = catalogue_folder / "checks.yaml", catalogue_folder / "criteria" / "zz.yaml"
    content = optional.read_bytes()

    optional.unlink()
    assert compiled_catalogue(catalogue_folder, compiled) is None
    optional.write_bytes(content)
    assert compiled_catalogue(catalogue_folder, compiled) is not None
    (catalogue_folder / "criteria" / "goals.yaml").rename(renamed)
    assert compiled_catalogue(catalogue_folder, compiled) is None


def test_text_moved_from_one_file_to_the_next_is_not_masked(tmp_path):
    for folder, first, second in (("one", b"ab", b"c"), ("two", b"a", b"bc")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_bytes(first)
        (tmp_path / folder / "b.yaml").write_bytes(second)

    assert digest_of(tmp_path / "one") != digest_of(tmp_path / "two")


def test_where_the_folder_lies_does_not_matter(catalogue_folder, compiled):
    moved = catalogue_folder.rename(catalogue_folder.parent / "moved")

    assert compiled_catalogue(moved, compiled) is not None


@pytest.mark.parametrize("content", [b"", b"x", b"\x80\x05."])
def test_a_file_that_is_no_compiled_catalogue_is_ignored(catalogue_folder, compiled, content):
    compiled.write_bytes(content)

    assert compiled_catalogue(catalogue_folder, compiled) is None


def test_a_missing_file_is_ignored(catalogue_folder, tmp_path):
    assert compiled_catalogue(catalogue_folder, tmp_path / "missing.pickle") is None


def test_a_missing_catalogue_is_not_made_up(compiled, tmp_path):
    assert compiled_catalogue(tmp_path / "missing", compiled) is None


@pytest.mark.parametrize("kept", [16, 17, 1000, -1], ids=str)
def test_a_file_cut_off_while_it_was_written_is_ignored(catalogue_folder, compiled, kept):
    compiled.write_bytes(compiled.read_bytes()[:kept])

    assert compiled_catalogue(catalogue_folder, compiled) is None


def test_another_value_in_the_file_is_ignored(catalogue_folder, compiled):
    compiled.write_bytes(digest_of(catalogue_folder) + pickle.dumps({"criteria": []}))

    assert compiled_catalogue(catalogue_folder, compiled) is None
