"""One row a municipality: as many cells as titles, percent with one decimal, empty where nothing counts."""

from dataclasses import replace

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.rows import header, row
from tests.conftest import TODAY


def test_row_has_a_cell_for_every_title(catalogue: Catalogue, example: Assessment):
    titles = header(catalogue)
    assert len(row(example, "x")) == len(titles) == len(set(titles))


def test_row_says_what_the_assessment_says(catalogue: Catalogue, example: Assessment):
    found = dict(zip(header(catalogue), row(example, "ordner/a.yaml"), strict=True))
    assert found["Datei"] == "ordner/a.yaml"
    assert (found["Gemeinde"], found["AGS"], found["Einwohner"]) == ("Musterstadt", "14522999", 6480)
    assert found["Stichtag"] == "2026-11-22"
    assert found["Gesichert (%)"] == round(float(example.total.secured_share * 100), 1)
    assert found["Offene Punkte"] == len(example.gaps)
    assert found["Tage von"] * 2 == example.days[0]


def test_every_section_has_two_shares(catalogue: Catalogue):
    titles = header(catalogue)
    assert titles[-2] == f"{catalogue.head.sections[-1].title}: gesichert (%)"
    assert sum(title.endswith(": möglich (%)") for title in titles) == len(catalogue.head.sections)


def test_cell_is_empty_where_nothing_counts_or_nothing_is_known(catalogue: Catalogue, example: Assessment):
    assert None not in row(example, "x")
    empty = replace(assess(catalogue, Answers(Municipality("Leer")), TODAY), total=replace(example.total, most=0))
    found = dict(zip(header(catalogue), row(empty, "x"), strict=True))
    assert (found["AGS"], found["Einwohner"], found["Gesichert (%)"]) == (None, None, None)
