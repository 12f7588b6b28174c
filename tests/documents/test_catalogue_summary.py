"""What is in a catalogue, counted."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.catalogue_summary import catalogue_counts


def test_sentence_names_catalogue_and_sizes(catalogue: Catalogue):
    said = catalogue_counts(catalogue)
    assert said.startswith("Katalog insek-klein/2026.1 (Entwurf) ist in Ordnung: ")
    assert f"{len(catalogue.criteria)} Kriterien" in said
    assert f"{len(catalogue.entries.sources)} Quellen." in said
