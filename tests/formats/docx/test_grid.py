"""Tables: no word broken while there is room, rows whole unless they are longer than a page, what belongs together stays."""

from insek_cli.documents.blocks import Column, Heading, Line, Lines, Signatures, paragraph, plain, points, table
from insek_cli.formats.docx.grid import widths_of
from insek_cli.formats.docx.measure import longest_word
from insek_cli.formats.docx.writer import docx_bytes
from tests.formats.docx.lint import faults
from tests.formats.docx.reading import W, body
from tests.formats.texts import document_of

ROOM, SIZE = 9_000, 17


def kept(data: bytes) -> list[bool]:
    """Return for every paragraph whether it stays with the next one."""
    return [found.find(f"{W}pPr/{W}keepNext") is not None for found in body(data).iter(f"{W}p")]


def test_narrow_column_is_wide_enough_for_its_words():
    made = table((Column("Nr.", 1), Column("Plan", 30)), [("Bevölkerungsvorausberechnung", "x")])
    assert widths_of(made, ROOM, SIZE)[0] > longest_word("Bevölkerungsvorausberechnung", SIZE)


def test_endless_word_takes_no_more_than_its_part_of_the_table():
    widths = widths_of(table((Column("A"), Column("B"), Column("C")), [("x" * 10_000, "b", "c")]), ROOM, SIZE)
    assert max(widths) <= ROOM // 3 + 1


def test_only_a_row_that_may_be_longer_than_a_page_can_break():
    data = docx_bytes(document_of(table((Column("A"),), [("kurz",), ("x" * 10_000,)])))
    rows = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in body(data).iter(f"{W}tr")]
    assert rows == [True, True, False]
    assert faults(data) == []


def test_sentence_between_heading_and_table_stays_with_both():
    data = docx_bytes(document_of(Heading(1, "A"), paragraph("Satz"), table((Column("B"),), [("c",)])))
    assert kept(data)[:2] == [True, True]


def test_last_point_of_a_list_never_begins_a_page_alone():
    data = docx_bytes(document_of(points(["a", "b", "c"]), paragraph("Text")))
    assert kept(data)[:4] == [False, True, False, False]
    assert faults(data) == []


def test_what_introduces_a_list_or_is_signed_stays_with_it():
    data = docx_bytes(document_of(paragraph("Das:"), points(["a"]), Signatures(("Datum",)), paragraph("Text")))
    assert kept(data)[:2] == [True, True]
    assert faults(data) == []


def test_few_lines_of_a_form_stay_on_one_page_and_many_may_turn_it():
    for count, expected in ((3, [True, True, False]), (9, [False] * 9)):
        form = Lines(tuple(Line("Nr.", plain("x")) for _ in range(count)))
        marks = kept(docx_bytes(document_of(form, paragraph("Text"))))[: 2 * count]
        assert marks == [mark for mark in expected for _ in range(2)]


def test_small_table_stays_whole_and_a_long_one_leaves_no_row_alone():
    long = [True, *[False] * 9, True, False]
    for count, expected in ((1, [False]), (3, [True, True, False]), (12, long)):
        data = docx_bytes(document_of(table((Column("A"),), [("b",)] * count)))
        assert kept(data)[1 : count + 1] == expected
