"""The list of abbreviations holds what the text uses, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Abbreviation
from insek_cli.documents.blocks import Column, Kind, Table, paragraph, points, table
from insek_cli.documents.draft import draft
from insek_cli.documents.draft_abbreviations import abbreviation_blocks
from tests.documents.reading import under

KNOWN = [Abbreviation("SAB", "Sächsische Aufbaubank"), Abbreviation("LEP", "Landesentwicklungsplan")]


def listed(*blocks) -> list[str]:
    tables = [block for block in abbreviation_blocks(KNOWN, blocks) if isinstance(block, Table)]
    return [row[0][0].text for made in tables for row in made.rows]


@given(st.sampled_from(["SAB", "LEP"]), st.sampled_from(["paragraph", "point", "cell"]))
def test_what_stands_anywhere_is_listed(short, where):
    text = f"Fragen Sie die {short}."
    block = {
        "paragraph": paragraph(text),
        "point": points([paragraph(text).runs]),
        "cell": table((Column("Wen"),), [(text,)]),
    }[where]
    assert listed(block) == [short]


def test_parts_of_words_and_guidance_use_nothing():
    assert listed(paragraph("SABINE und LEPra"), paragraph("Fragen Sie die SAB.", kind=Kind.GUIDANCE)) == []
    assert list(abbreviation_blocks(KNOWN, ())) == []


def test_draft_of_the_example_explains_what_its_register_cites(example: Assessment):
    rows = [line.split(" | ")[0] for line in under(draft(example), "Abkürzungen")]
    assert {"BauGB", "VwVfG", "SächsUIG"} <= set(rows)
    assert "SWOT" not in rows
