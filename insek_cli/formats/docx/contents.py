"""Tables of contents: fields that already hold their entries, so that they are readable before any renewal.

No field is marked as out of date, because Word then asks before it opens the file. The page numbers are estimates
(`pages.py`) until somebody renews the fields.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from insek_cli.documents.blocks import plain
from insek_cli.formats.docx.xml import page_xml, paragraph_xml, runs_xml


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or caption as a table of contents shows it."""

    level: int
    number: str
    text: str
    bookmark: str


def contents_xml(entries: Sequence[Entry], style: str | None, instruction: str) -> Iterator[str]:
    """Yield the paragraphs of a table of contents; without a style each level has its own."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, entry in enumerate(entries):
        first = begin if place == 0 else ""
        last = end if place == len(entries) - 1 else ""
        yield paragraph_xml(style or f"TOC{entry.level}", first + _line(entry) + last)


def _line(entry: Entry) -> str:
    number = f"{entry.number}\t" if entry.number else ""
    return page_xml(entry.bookmark, runs_xml(plain(number + entry.text)) + "<w:r><w:tab/></w:r>")
