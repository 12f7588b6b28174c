"""What holds for every document: any text is shown as typed, LibreOffice keeps all of it, papers stay within their pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from insek_cli.core.catalogue import Catalogue
from tests.cli.all_documents import BLANK, HOSTILE, PLACES, documents, hostile, rendered, there_and_back
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import all_parts
from tests.formats.hostile import Typed
from tests.formats.test_html import Page
from tests.formats.test_markdown import read
from tests.office import needs_office

WORD_FILES = [
    *(name for name, (_, endings) in HOSTILE.items() if ".docx" in endings),
    *(f"blank-{one}" for one in BLANK),
]
FILES = [f"{name}{ending}" for name, (_, endings) in HOSTILE.items() for ending in endings]
MOST_PAGES = {"report": (1, 6), "council": (2, 2), "worksheet": (2, 4), "tender": (1, 4)}


def shown(file: Path) -> str:
    """Return what a file shows, read with an independent parser; nothing in it is more than text."""
    match file.suffix:
        case ".docx":
            data = file.read_bytes()
            assert faults(data) == []
            return "\n".join(all_parts(data))
        case ".html":
            page = Page(file.read_text(encoding="utf-8"))
            assert page.open == []
            assert len(page.named("script")) <= 1
            return page.text
        case ".md":
            _, texts, foreign = read(file.read_text(encoding="utf-8"))
            assert foreign == []
            return "\n".join(texts)
        case _:
            book = CalamineWorkbook.from_path(str(file))
            cells = (
                cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
            )
            return "\n".join(map(str, cells))


@pytest.fixture(scope="module")
def typed(catalogue: Catalogue) -> Typed:
    return hostile(catalogue)[1]


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_shown_as_typed(tmp_path_factory, typed: Typed, name):
    text = shown(documents(tmp_path_factory) / name)
    assert "§0§" in typed.marks(text)  # the municipality is named
    assert typed.missing(text) == {}


# How many of the typed texts a document shows at least; each has its own part of them, the form nearly all.
LEAST = {
    "draft": 130,
    "report": 200,
    "worksheet": 20,
    "council": 7,
    "tender": 60,
    "request": 20,
    "cohort": 70,
    "form": 440,
    "check": 8,
    "score": 2,
}


@pytest.mark.parametrize("name", FILES)
def test_no_document_loses_many_of_the_texts_that_were_typed(tmp_path_factory, typed: Typed, name):
    assert len(typed.marks(shown(documents(tmp_path_factory) / name))) >= LEAST[Path(name).stem]


@pytest.mark.parametrize("change", [("&", "&amp;"), ("{{", ""), ("=1+1", "2"), ("🏰", "?"), ("xxxxx", "xxxx")])
def test_a_changed_text_is_found_out(tmp_path_factory, typed: Typed, change):
    text = shown(documents(tmp_path_factory) / "form.docx")
    assert change[0] in text
    assert typed.missing(text.replace(*change)) != {}


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("name", WORD_FILES)
def test_libreoffice_keeps_all_text_there_and_back(tmp_path_factory, typed: Typed, name):
    before, after = (
        all_parts((folder / f"{name}.docx").read_bytes())
        for folder in (documents(tmp_path_factory), there_and_back(tmp_path_factory))
    )
    assert Counter(_comparable(before)) - Counter(_comparable(after)) == Counter()
    assert typed.missing("\n".join(after)) == {}


def _comparable(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts in single blanks; page numbers are reckoned anew, and room for a picture is no text."""
    return (_PAGE.sub("", " ".join(text.split())) for text in texts if text.strip())


_PAGE = re.compile(r"Seite \d+( von \d+)?")


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("paper", MOST_PAGES)
def test_papers_stay_within_their_pages(tmp_path_factory, paper, place):
    pdf = (rendered(tmp_path_factory) / f"{paper}-{place}.pdf").read_bytes()
    least, most = MOST_PAGES[paper]
    assert least <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= most
