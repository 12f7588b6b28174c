"""`insek merge` through the real program: what is new, conflicts, other municipalities, unusable sources."""

from pathlib import Path

import pytest
import yaml

from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, answers, insek
from tests.conftest import EXAMPLE
from tests.files.forms.sending import WRITERS, blank, filled


@pytest.fixture
def send(tmp_path: Path, catalogue: Catalogue):
    """Write a questionnaire as somebody sent it back."""

    def write(file: str, cells: dict[str, dict[str, str]], /, **lines: str) -> Path:
        content = filled(blank(catalogue, **{"name": "Ort", **lines}), cells)
        path = tmp_path / file
        path.write_bytes(WRITERS[path.suffix](content))
        return path

    return write


def saved(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - knows only texts


def test_new_answers_are_taken_and_keep_who_and_when(tmp_path: Path, send):
    file = answers(tmp_path, more="criteria: {swot: met}\n")
    send(
        "haupt.xlsx",
        {"K1": {"status": "Ja.", "evidence": "Vermerk"}, "A5": {"answer": "9"}},
        person="Hauptamt",
        day="2.5.2026",
    )
    send(
        "bau.docx",
        {"K2": {"status": "tlw.", "by": "Frau A"}, "P1": {"state": "liegt vor"}, "U1": {"wanted": "gewünscht"}},
    )
    ended = insek("merge", file, "haupt.xlsx", "bau.docx", *DAY, cwd=tmp_path)
    assert ended.out.startswith("5 neu, 0 gleich, 0 Konflikte.")
    assert "K1 Anlass und Fragen auf einer Seite: erfüllt; Nachweis: Vermerk – Hauptamt," in " ".join(ended.out.split())
    assert ended.err == f"\nGespeichert: {file}\n"
    found = saved(file)
    assert found["criteria"] == {
        "purpose-written": {"status": "met", "evidence": "Vermerk", "by": "Hauptamt", "on": "2026-05-02"},
        "responsible-person": {"status": "partial", "by": "Frau A", "on": "2026-11-22"},
        "swot": "met",
    }
    assert (found["facts"], found["plans"], found["support"]) == (
        {"districts": "9"},
        [{"type": "budget"}],
        ["moderation"],
    )


def test_file_may_be_new(tmp_path: Path, send):
    send("haupt.xlsx", {"K1": {"status": "ja"}}, name="Neudorf")
    insek("merge", "neu.yaml", "haupt.xlsx", "--by", "Bauamt", *DAY, cwd=tmp_path)
    found = saved(tmp_path / "neu.yaml")
    assert found["municipality"] == {"name": "Neudorf"}
    assert found["criteria"]["purpose-written"]["by"] == "Bauamt"


def test_new_file_needs_a_municipality(tmp_path: Path, send):
    send("haupt.xlsx", {"K1": {"status": "ja"}}, name="")
    assert "nennt die Gemeinde" in insek("merge", "neu.yaml", "haupt.xlsx", cwd=tmp_path, code=2).err
    assert not (tmp_path / "neu.yaml").exists()


def test_answer_file_of_a_colleague_is_a_source(tmp_path: Path):
    file = answers(tmp_path)
    answers(tmp_path, "bau.yaml", more="criteria: {swot: {status: met, by: Bauamt, on: 2026-05-02}}\nsupport: [data]\n")
    insek("merge", file, "bau.yaml", cwd=tmp_path)
    found = saved(file)
    assert found["criteria"] == {"swot": {"status": "met", "by": "Bauamt", "on": "2026-05-02"}}
    assert found["support"] == ["data"]


@pytest.mark.parametrize("words", [(), ("--no-input",)])
def test_conflicts_are_listed_and_change_nothing(tmp_path: Path, send, words):
    file = answers(tmp_path, more="criteria: {purpose-written: {status: met, by: Bauamt, on: 2026-05-02}}\n")
    send("haupt.xlsx", {"K1": {"status": "nein", "note": "fehlt"}, "K2": {"status": "ja"}}, person="Hauptamt")
    ended = insek("merge", file, "haupt.xlsx", *words, *DAY, cwd=tmp_path, code=1)
    assert ended.out.startswith("1 neu, 0 gleich, 1 Konflikt.")
    assert "Konflikt: K1 Anlass und Fragen auf einer Seite" in ended.out
    assert "1. bisher (Bauamt, 02.05.2026): erfüllt" in ended.out
    assert "2. Hauptamt, 22.11.2026 (haupt.xlsx): nicht erfüllt; Notiz: fehlt" in ended.out
    assert "Ein Konflikt ist offen" in ended.err
    found = saved(file)["criteria"]
    assert (found["purpose-written"]["status"], found["responsible-person"]["status"]) == ("met", "met")


def test_two_sources_that_disagree_are_a_conflict(tmp_path: Path, send):
    file = answers(tmp_path)
    before = file.read_bytes()
    send("a.xlsx", {"K1": {"status": "ja"}})
    send("b.docx", {"K1": {"status": "nein"}})
    ended = insek("merge", file, "a.xlsx", "b.docx", cwd=tmp_path, code=1)
    assert "0 neu, 0 gleich, 1 Konflikt." in ended.out
    assert file.read_bytes() == before


def test_blank_form_changes_nothing(tmp_path: Path, send):
    file = answers(tmp_path, more="# Meine Bemerkung\ncriteria: {swot: met}\n")
    before = file.read_bytes()
    send("leer.xlsx", {})
    ended = insek("merge", file, "leer.xlsx", "leer.xlsx", cwd=tmp_path)
    assert ended.err.endswith("bleibt, wie es war.\n")
    assert file.read_bytes() == before


def test_what_is_not_understood_is_listed_and_the_rest_is_taken(tmp_path: Path, send):
    file = answers(tmp_path)
    send("a.xlsx", {"K1": {"status": "so halb"}, "K2": {"status": "ja"}, "K3": {"note": "nur eine Notiz"}})
    ended = insek("merge", file, "a.xlsx", cwd=tmp_path, code=1)
    assert "a.xlsx, Blatt „1 Anlass und Prozess“, Zelle F3: Die Antwort „so halb“ gibt es hier nicht." in ended.err
    found = saved(file)["criteria"]
    assert {name: answer["status"] for name, answer in found.items()} == {
        "responsible-person": "met",
        "delivery-decided": "unknown",
    }
    assert found["delivery-decided"]["note"] == "nur eine Notiz"


def test_other_municipality_is_left_out_and_told(tmp_path: Path, send):
    file = answers(tmp_path, municipality='{name: Ort, ags: "14522999"}')
    before = file.read_bytes()
    send("a.xlsx", {"K1": {"status": "ja"}})
    send("b.xlsx", {"K2": {"status": "ja"}}, name="Anderswo")
    wrong = "b.xlsx: Diese Antworten sind von „Anderswo“, nicht von „Ort“ (AGS 14522999).\n"
    assert insek("merge", file, "b.xlsx", cwd=tmp_path, code=2).err == wrong
    assert file.read_bytes() == before
    ended = insek("merge", file, "a.xlsx", "b.xlsx", cwd=tmp_path, code=2)
    assert ended.err.endswith(f"\nDiese Dateien wurden nicht übernommen:\n{wrong}")
    assert list(saved(file)["criteria"]) == ["purpose-written"]


BAD = {
    "alt.xls": "als .xlsx speichern",
    "alt.doc": "als .docx speichern",
    "text.odt": "als .docx speichern",
    "liste.csv": ".xlsx",
    "brief.pdf": "PDF",
    "bild.png": ".docx oder .yaml",
    "ole.xlsx": "Kennwort",
    "kaputt.docx": "beschädigt",
    "falsch.yaml": "insek-answers/1",
}


def test_every_unusable_source_is_told_and_the_good_one_is_taken(tmp_path: Path, send):
    file = answers(tmp_path)
    for name in BAD:
        begin = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if name == "ole.xlsx" else b"x: 1\n"
        (tmp_path / name).write_bytes(begin + b"x: y\n" * 10)
    send("gut.xlsx", {"K1": {"status": "ja"}})
    ended = insek("merge", file, *BAD, "fehlt.xlsx", "ort.yaml", "gut.xlsx", cwd=tmp_path, code=2)
    lines = ended.err.splitlines()
    for name, text in {**BAD, "fehlt.xlsx": "gibt es nicht", "ort.yaml": "Antwortdatei selbst"}.items():
        if name != "falsch.yaml":
            assert any(line.startswith(f"{name}: ") and text in line for line in lines), name
    assert saved(file)["criteria"]["purpose-written"]["status"] == "met"


def test_missing_folder_is_told(tmp_path: Path):
    assert "Den Ordner" in insek("merge", "fehlt/neu.yaml", EXAMPLE, cwd=tmp_path, code=2).err


def test_summary_fits_a_narrow_terminal(tmp_path: Path):
    insek("form", EXAMPLE, "-o", "f.xlsx", cwd=tmp_path)
    shown = insek("merge", "neu.yaml", "f.xlsx", cwd=tmp_path, COLUMNS="60").out
    assert max(map(len, shown.splitlines())) <= 60
