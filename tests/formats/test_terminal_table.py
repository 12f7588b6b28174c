"""Tables in a terminal: columns, cards and groups of rows."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.blocks import Column, table
from insek_cli.formats.terminal import NARROWEST, WIDEST, terminal_text
from insek_cli.formats.terminal_width import width_of
from tests.formats.texts import document_of

SEVEN = [Column(title) for title in ("Nr.", "Ziel", "Rang", "Kosten", "Beginn", "Ort", "Wer")]


def test_table_of_many_columns_is_written_as_cards_with_titles():
    written = terminal_text(document_of(table(SEVEN, [("M1", "Weg", "1", "–", "2027", "Dorf", "")])), 80)
    assert written.startswith("- M1\n  Ziel: Weg · Rang: 1 · Beginn: 2027 · Ort: Dorf\n")


def test_card_whose_first_cell_says_nothing_begins_with_the_next():
    written = terminal_text(document_of(table(SEVEN, [("–", "Weg", "1", "–", "2027", "Dorf", "")])), 80)
    assert written.startswith("- Ziel: Weg\n  Rang: 1 · ")


def test_lines_of_a_card_break_between_cells():
    columns = [Column(title) for title in "ABCDEFG"]
    written = terminal_text(document_of(table(columns, [("a", "b " * 30, "c " * 9, "d", "e", "f", "g")])), 80)
    assert written.startswith("- a\n  B: b b")
    assert "\n  C: c c c c c c c c c  · D: d · E: e · F: f · G: g\n" in written


@given(
    cells=st.lists(st.text("abcdefg ", min_size=1, max_size=12).filter(str.strip), min_size=7, max_size=7),
    width=st.integers(NARROWEST, WIDEST),
)
def test_no_short_cell_of_a_card_is_torn_between_lines(cells, width):
    written = terminal_text(document_of(table(SEVEN, [cells])), width)
    lines = [" ".join(line.split()) for line in written.splitlines()]
    for column, cell in zip(SEVEN[1:], cells[1:], strict=True):
        assert any(f"{column.title}: {' '.join(cell.split())}" in line for line in lines)


GROUPED = (Column("Punkt"), Column("Abschnitt", groups=True), *(Column(title) for title in "ABCDE"))


def test_column_that_groups_its_rows_stands_above_them_where_columns_are_too_many():
    rows = [("eins", "Ziele", *"12345"), ("zwei", "Ziele", *"12345"), ("drei", "Daten", *"12345")]
    written = terminal_text(document_of(table(GROUPED, rows)), 80)
    assert written.strip().splitlines()[0] == "Ziele:"
    assert written.count("Ziele:") == written.count("Daten:") == 1
    assert "\nzwei" in written


def test_column_that_groups_its_rows_is_a_column_where_there_is_room():
    written = terminal_text(document_of(table(GROUPED[:3], [("eins", "Ziele", "1")])), 80)
    assert "Ziele:" not in written


def test_grouped_rows_without_room_for_columns_are_cards():
    rows = [("Finanzierungsübersicht", "Ziele", *("Grundlagenermittlung" for _ in range(5)))]
    written = terminal_text(document_of(table(GROUPED, rows)), 60)
    assert written.startswith(
        "\nZiele:\n- Finanzierungsübersicht\n  A: Grundlagenermittlung · B: Grundlagenermittlung\n"
    )


def test_column_is_as_wide_as_its_longest_word():
    columns = (Column("Ziel", 1), Column("Text", 9))
    written = terminal_text(document_of(table(columns, [("Entwicklungskonzept", "kurz")])), 40)
    assert "Entwicklungskonzept  kurz\n" in written


def test_control_in_a_word_does_not_split_it_for_the_width_of_its_column():
    columns = (Column("A"), Column("B"), Column("C"))
    written = terminal_text(document_of(table(columns, [("x" * 16 + "\x1f中中", "b", "c")])), 40)
    assert max(width_of(line) for line in written.splitlines()) <= 40


def test_table_without_rows_is_written():
    assert "Eins" in terminal_text(document_of(table((Column("Eins"), Column("Zwei")), [])), 80)
