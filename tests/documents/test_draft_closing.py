"""The closing annexes of the starter concept."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.blocks import from_origin, paragraph, table
from insek_cli.documents.draft_closing import open_point_blocks, origin_blocks
from tests.documents.judging import judged, met
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


UPDATE = "facts: {project: update, stage: draft}\n"
ANSWERS = ("council-resolution: {status: met, evidence: Beschluss 24/2012}", "goals-few: unmet", "vision-plain: later")


def _open_points(catalogue: Catalogue, facts: str) -> list[str]:
    text = facts + met(catalogue, *ANSWERS)
    chapter = catalogue.chapter["annex-open"]
    return list(lines(open_point_blocks(chapter, judged(catalogue, text), catalogue.entries.chapters)))


def test_what_an_earlier_concept_meets_is_to_be_met_anew(catalogue: Catalogue):
    shown = _open_points(catalogue, UPDATE)
    missing, anew = (
        shown.index("Offene Punkte in der Reihenfolge der Arbeit"),
        shown.index("Mit diesem Konzept neu zu erfüllen"),
    )
    assert any(line.startswith("Wenige Ziele | nicht erfüllt") for line in shown[missing:anew])
    assert any(line.startswith("Beschluss des Rates | erfüllt | 1–2 Tage") for line in shown[anew:])
    assert not any(line.startswith(("Anlass und Fragen", "Stärken, Schwächen")) for line in shown)


def test_first_concept_has_nothing_to_meet_anew(catalogue: Catalogue):
    shown = _open_points(catalogue, UPDATE.replace("update", "new"))
    assert "Mit diesem Konzept neu zu erfüllen" not in shown


def test_each_point_stands_once_among_the_open_ones(catalogue: Catalogue):
    for stage in ("draft", "resolved"):
        shown = _open_points(catalogue, UPDATE.replace("stage: draft", f"stage: {stage}"))
        titles = [line.split(" | ")[0] for line in shown if " | " in line and not line.startswith("Punkt")]
        assert len(titles) == len(set(titles))
