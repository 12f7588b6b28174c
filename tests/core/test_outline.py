"""The outline: what its chapters call the municipality."""

import pytest

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.outline import called, called_texts


@pytest.mark.parametrize("kind", ["Stadt", "Gemeinde"])
def test_every_text_of_a_chapter_calls_the_municipality_what_it_is(catalogue: Catalogue, kind):
    for chapter in catalogue.entries.chapters:
        before, after = (list(called_texts(found)) for found in (chapter, called(chapter, kind)))
        assert after == [(steps, text.replace("{Kommune}", kind)) for steps, text in before]


def test_nothing_else_of_a_chapter_changes(catalogue: Catalogue):
    for chapter in catalogue.entries.chapters:
        assert called(called(chapter, "{Kommune}"), "Stadt") == called(chapter, "Stadt")
        assert called(chapter, "{Kommune}") == chapter
