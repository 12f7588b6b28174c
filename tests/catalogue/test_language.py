"""The German of the catalogue: spelling by hunspell's dictionary, with a list of accepted words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from insek_cli.core.catalogue import Catalogue
from tests.catalogue.test_content import all_texts

ACCEPTED = Path(__file__).parents[1] / "german_words.txt"
PROSE = re.compile(
    r"\.(?:text|help|ask|statement|met|partial|remedy|intro|basis|content|form|rights|clause|what|how|who|interval|level"
    r"|age_note|evidence|funds|state|gate_text|priority|where|source_line|meaning|scope)\Z"
    r"|\.(?:pitfalls|guidance|answers|lines|text|area_duties)\[\d+\]\Z"
)


def is_prose(place: str) -> bool:
    """Tell whether at a place stand sentences, not ids, names or addresses."""
    return PROSE.search(place) is not None


def dictionary_is_there() -> bool:
    """Tell whether hunspell and its German dictionary are installed."""
    if shutil.which("hunspell") is None:
        return False
    listed = subprocess.run(
        ["hunspell", "-D"], capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
    )
    return "de_DE" in listed.stderr + listed.stdout


@pytest.mark.skipif(not dictionary_is_there(), reason="hunspell with hunspell-de-de is not installed")
def test_every_word_is_in_the_dictionary_or_accepted(catalogue: Catalogue) -> None:
    texts = [re.sub(r"\{.*?\}", "", text) for place, text in all_texts(catalogue.entries) if is_prose(place)]
    words = sorted({word for text in texts for word in re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", text)})
    checked = subprocess.run(
        ["hunspell", "-d", "de_DE", "-i", "utf-8", "-l"],
        input="\n".join(words),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    accepted = set(ACCEPTED.read_text(encoding="utf-8").split())
    assert sorted(set(checked.stdout.split()) - accepted) == []
