"""Where things come from, as comments beside the text."""

import io
import zipfile
from xml.etree import ElementTree as ET

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Column, Document, from_origin, paragraph, table, without_origins
from insek_cli.documents.draft import draft
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, all_text, body, part

BLOCKS = (
    paragraph("Erster", origin="Antwort <1> & mehr\x07"),
    paragraph("ohne"),
    from_origin(table((Column("A"),), [("b",)], caption="Tafel"), "Plan"),
)


def comments(data: bytes) -> list[tuple[str, str]]:
    root = part(data, "word/comments.xml")
    return [(found.get(f"{W}id"), "".join(found.itertext())) for found in root.iter(f"{W}comment")]


def test_comments_stand_at_what_they_speak_of():
    data = docx_bytes(Document("", "", "", BLOCKS))
    assert comments(data) == [("0", "Antwort <1> & mehr�"), ("1", "Plan")]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [found.get(f"{W}id") for found in body(data).iter(f"{W}{name}")] == ["0", "1"]
    assert faults(data) == []


def test_without_origins_there_are_no_comments_and_the_text_is_the_same(example: Assessment):
    document = draft(example)
    bare, told = docx_bytes(without_origins(document)), docx_bytes(document)
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(bare)).namelist()
    assert all_text(bare) == all_text(told)
    assert len(comments(told)) > 20
    assert faults(told) == []


def test_comments_carry_no_time_of_writing():
    root = part(docx_bytes(Document("", "", "", BLOCKS)), "word/comments.xml")
    assert b"date" not in ET.tostring(root)
