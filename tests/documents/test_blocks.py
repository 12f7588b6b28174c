"""The block model."""

from insek_cli.documents.blocks import Column, Kind, Run, Style, gap, paragraph, plain, points, strong, table, text_of


def test_paragraph_joins_texts_and_runs():
    made = paragraph("a ", strong("b"), kind=Kind.NOTE)
    assert made.runs == (Run("a "), Run("b", Style.STRONG))
    assert made.kind is Kind.NOTE
    assert text_of(made.runs) == "a b"


def test_gap_says_what_is_missing():
    assert gap("Jahr") == (Run("[hier: Jahr]", Style.GAP),)


def test_points_and_tables_take_texts_or_runs():
    assert points(["a", strong("b")], ordered=True).items == (plain("a"), strong("b"))
    made = table([Column("A"), Column("B")], [["a", strong("b")]], caption="C", wide=True)
    assert made.rows == ((plain("a"), strong("b")),)
    assert (made.caption, made.wide) == ("C", True)
