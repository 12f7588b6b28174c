"""Documents that have to stay short get smaller type, spaces and margins, and nothing else changes."""

from dataclasses import replace

from insek_cli.documents.blocks import Heading, paragraph
from insek_cli.formats.docx.dense import SMALLEST
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, part
from tests.formats.texts import document_of

USUAL = document_of(Heading(1, "A"), paragraph("Text"))
USUAL_FILE, DENSE_FILE = docx_bytes(USUAL), docx_bytes(replace(USUAL, dense=True))


def values(data: bytes, tag: str, name: str) -> list[int]:
    found = (element.get(f"{W}{name}") for element in part(data, "word/styles.xml").iter(f"{W}{tag}"))
    return [int(value) for value in found if value is not None]


def test_type_and_spaces_are_smaller_but_never_too_small():
    usual, dense = values(USUAL_FILE, "sz", "val"), values(DENSE_FILE, "sz", "val")
    assert all(new <= old for old, new in zip(usual, dense, strict=True))
    assert sum(dense) < sum(usual)
    assert all(new >= min(SMALLEST, old) for old, new in zip(usual, dense, strict=True))
    assert sum(values(DENSE_FILE, "spacing", "after")) < sum(values(USUAL_FILE, "spacing", "after"))


def test_a_close_document_saves_room_between_lines_and_keeps_its_type():
    close = docx_bytes(replace(USUAL, close=True))
    assert values(close, "sz", "val") == values(USUAL_FILE, "sz", "val")
    assert values(close, "spacing", "after") == values(DENSE_FILE, "spacing", "after")
    assert (all_text(close), faults(close)) == (all_text(USUAL_FILE), [])


def test_margins_are_narrower_and_the_page_number_stays_at_the_edge():
    widths = []
    for data in (USUAL_FILE, DENSE_FILE):
        margin = int(next(body(data).iter(f"{W}pgMar")).get(f"{W}left"))
        (tab,) = [
            found.get(f"{W}pos")
            for found in part(data, "word/header1.xml").iter(f"{W}tab")
            if found.get(f"{W}val") == "right"
        ]
        assert int(tab) == 11906 - 2 * margin
        widths.append(margin)
    assert widths[1] < widths[0]


def test_text_is_the_same_and_the_file_is_sound():
    assert all_text(DENSE_FILE) == all_text(USUAL_FILE)
    assert faults(DENSE_FILE) == []
