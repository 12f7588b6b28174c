"""Entries of the catalogue as pages."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Heading
from insek_cli.documents.catalogue_pages import catalogue_ids, entry_page
from insek_cli.formats.terminal import terminal_text


def test_every_id_has_a_page(catalogue: Catalogue):
    for ids in catalogue_ids(catalogue).values():
        for ident in ids:
            assert terminal_text(entry_page(catalogue, ident), 80)


def test_an_id_of_several_kinds_shows_all_of_them(catalogue: Catalogue):
    titles = [block.text for block in entry_page(catalogue, "brownfields").blocks if isinstance(block, Heading)]
    assert titles == ["Frage brownfields", "Kapitel brownfields"]


def test_an_unknown_id_is_no_page(catalogue: Catalogue):
    with pytest.raises(KeyError):
        entry_page(catalogue, "gibt-es-nicht")
