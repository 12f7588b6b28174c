"""The whole catalogue as tables."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import Table
from insek_cli.documents.catalogue_tables import catalogue_document
from insek_cli.formats.markdown import markdown_text
from insek_cli.formats.xlsx import document_bytes


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
