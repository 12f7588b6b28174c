"""One row a municipality: as many cells as titles, percent with one decimal, empty where nothing counts."""

from dataclasses import replace

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.rows import Kind, columns, row
from tests.conftest import TODAY


def test_row_has_a_cell_for_every_title(catalogue: Catalogue, example: Assessment):
    titles = [column.title for column in columns(catalogue)]
    assert len(row(example, "x")) == len(titles) == len(set(titles))


def named(catalogue: Catalogue, cells):
    return {column.title: cell for column, cell in zip(columns(catalogue), cells, strict=True)}


def test_row_says_what_the_assessment_says(catalogue: Catalogue, example: Assessment):
    found = named(catalogue, row(example, "ordner/a.yaml"))
    assert found["Datei"] == "ordner/a.yaml"
    assert (found["Gemeinde"], found["AGS"], found["Einwohner"]) == ("Musterstadt", "14522999", 6480)
    assert found["Stichtag"] == TODAY
    assert found["Gesichert"] == round(float(example.total.secured_share * 100), 1)
    assert found["Offene Punkte"] == len(example.gaps)
    assert found["davon unverzichtbar"] == sum(gap.criterion.obligation == "must" for gap in example.gaps) > 0
    assert found["Noch zu klären"] == len(example.clarify)
    assert found["Tage von"] * 2 == example.days[0]


def test_every_section_has_two_shares(catalogue: Catalogue):
    shares = [column.title for column in columns(catalogue) if column.kind is Kind.SHARE]
    assert shares[-1] == f"{catalogue.head.sections[-1].title}: möglich"
    assert len(shares) == 2 + 2 * len(catalogue.head.sections)


def test_cell_is_empty_where_nothing_counts_or_nothing_is_known(catalogue: Catalogue, example: Assessment):
    empty = replace(assess(catalogue, Answers(Municipality("Leer")), TODAY), total=replace(example.total, most=0))
    found = named(catalogue, row(empty, "x"))
    assert (found["AGS"], found["Einwohner"], found["Gesichert"]) == (None, None, None)
