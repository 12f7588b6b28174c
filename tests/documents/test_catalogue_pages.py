"""The catalogue as a document."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Heading, Table
from insek_cli.documents.catalogue_pages import catalogue_document, catalogue_ids, entry_page
from insek_cli.formats.markdown import markdown_text
from insek_cli.formats.terminal import terminal_text
from insek_cli.formats.xlsx import document_bytes


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


def test_the_whole_catalogue_names_every_entry(catalogue: Catalogue):
    text = markdown_text(catalogue_document(catalogue)).replace("\\", "")
    entries = catalogue.entries
    for entry in (
        *catalogue.criteria,
        *entries.plans,
        *entries.drivers,
        *entries.levers,
        *entries.programmes,
        *entries.sources,
        *(block for paper in entries.papers for block in paper.blocks),
    ):
        assert entry.title in text, entry


def test_the_workbook_has_a_sheet_for_every_table_and_the_same_bytes_each_time(catalogue: Catalogue):
    document = catalogue_document(catalogue)
    assert document_bytes(document) == document_bytes(document)
    assert len([block for block in document.blocks if isinstance(block, Table)]) > 15
