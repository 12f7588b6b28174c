"""The closing annexes of the starter concept."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import from_origin, paragraph, table
from insek_cli.documents.draft_closing import origin_blocks
from tests.documents.judging import judged
from tests.documents.reading import lines


def test_origin_marks_what_has_no_evidence(catalogue: Catalogue):
    assessment = judged(
        catalogue, "criteria: {council-resolution: met, published: {status: met, evidence: Internetseite}}\n"
    )
    text = "\n".join(lines(origin_blocks(assessment, [(chapter, ()) for chapter in catalogue.entries.chapters])))
    assert "Beschluss des Rates: erfüllt, ohne Nachweis" in text
    assert "Veröffentlicht und auffindbar: erfüllt, Internetseite" in text
    assert "aus der Selbsteinschätzung, ausgewertet zum 22.11.2026" in text


def test_origin_names_tables_by_caption_and_paragraphs_by_their_first_words(catalogue: Catalogue):
    chapter = catalogue.chapter["housing"]
    blocks = (
        from_origin(table((), (), caption=f"Vorhandene Pläne: {chapter.title}"), "Planliste"),
        paragraph("Ein Satz aus einem Plan.", origin="Planliste"),
        paragraph("Kurz.", origin="Muster"),
        paragraph("Ohne Herkunft."),
    )
    shown = list(lines(origin_blocks(judged(catalogue), [(chapter, blocks)])))
    assert "Wohnen | Tabelle „Vorhandene Pläne“; „Ein Satz aus einem …“ | Planliste" in shown
    assert "Wohnen | „Kurz.“ | Muster" in shown
    assert "Ohne Herkunft" not in "\n".join(shown)


def test_many_paragraphs_of_one_origin_are_counted(catalogue: Catalogue):
    blocks = [paragraph(f"Satz {number}", origin="Planliste") for number in range(9)]
    shown = "\n".join(lines(origin_blocks(judged(catalogue), [(catalogue.chapter["housing"], blocks)])))
    assert "„Satz 5“ und 3 weitere | Planliste" in shown
