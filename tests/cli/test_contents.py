"""Page numbers in contents are estimates; against the pages LibreOffice makes of the drafts, nearly all are right, none far off."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.all_documents import PLACES, examples, rendered
from tests.formats.docx.reading import paragraphs
from tests.office import needs_office

pytestmark = [
    pytest.mark.slow,
    needs_office,
    pytest.mark.skipif(
        not (shutil.which("pdftotext") and shutil.which("fc-match")),
        reason="pdftotext (poppler-utils) oder fc-match ist nicht installiert",
    ),
]
MOST_WRONG = 15  # one in so many
ARIAL = ("Arial", "Liberation Sans")


def pages(pdf: Path) -> list[str]:
    """Return the text of each page in single blanks, without the lines of contents."""
    call = ["pdftotext", "-layout", pdf, "-"]
    text = subprocess.run(call, capture_output=True, check=True, encoding="utf-8").stdout
    lines = [[line for line in page.split("\n") if "....." not in line] for page in text.split("\f")]
    return [" ".join(" ".join(page).split()) for page in lines]


def entries(file: Path) -> Iterator[tuple[str, str, int]]:
    """Yield style, text and page of each entry of the contents."""
    for style, text in paragraphs(file.read_bytes()):
        if style.startswith("TOC") or style == "TableofFigures":
            *words, page = text.split("\t")
            yield style[:3], " ".join(" ".join(words).split()), int(page)


def misses(found: Iterator[tuple[str, str, int]], on: list[str]) -> dict[str, int]:
    """Return by entry how far its page is from the one its text stands on; those of one list follow each other."""
    missed, last = {}, {"TOC": 0, "Tab": 0}
    for kind, text, page in found:
        last[kind] = next(place for place in range(last[kind], len(on)) if text in on[place])
        missed[text] = page - last[kind] - 1
    return missed


@pytest.mark.parametrize("place", PLACES)
def test_nearly_all_page_numbers_are_right_and_none_is_far_off(tmp_path_factory, place):
    font = subprocess.run(["fc-match", "-f", "%{family}", "Arial"], capture_output=True, encoding="utf-8", check=False)
    if font.stdout not in ARIAL:
        pytest.skip("Arial oder Liberation Sans ist nicht installiert")
    name = f"draft-{place}"
    missed = misses(
        entries(examples(tmp_path_factory) / f"{name}.docx"), pages(rendered(tmp_path_factory) / f"{name}.pdf")
    )
    wrong = {text: by for text, by in missed.items() if by}
    assert len(missed) > 40
    assert len(wrong) <= len(missed) // MOST_WRONG, wrong
    assert {text: by for text, by in wrong.items() if abs(by) > 1} == {}
