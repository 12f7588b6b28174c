"""`insek assess` in a pseudo-terminal, as its users meet it; what goes wrong around the file is in test_assess_file."""

import re
from pathlib import Path

import pytest

from insek_cli.core.catalogue import Catalogue
from tests.cli.program import answers, insek
from tests.cli.small_catalogue import begun
from tests.cli.terminal import Session, words
from tests.conftest import EXAMPLE

CHOICE, ANSWER = "Pfeile und Eingabetaste\\)", "Antwort: "
NAME, PEOPLE, UNKNOWN_LINE = "Name der Gemeinde:", "Einwohnerzahl:", "unbekannt\\):"


def give_place(one: Session) -> None:
    for key, after in (("w", CHOICE), ("Musterdorf\r", NAME), ("2", CHOICE), ("6.480\r", PEOPLE)):
        one.press(key, after)
    for _ in range(2):
        one.press("\r", UNKNOWN_LINE)


PLACE = {"name": "Musterdorf", "inhabitants": "6480", "kind": "gemeinde"}
STEPS = "\\[[0-9]+ von [0-9]+, [0-9]+ beantwortet\\]"


def test_a_new_user_does_the_quick_check(session):
    one = session("neu.yaml", "--quick")
    give_place(one)
    replies = {
        "Jahr:": "2012\r",
        "Zahl:": "3\r",
        "Leertaste kreuzt": " \x1b[B \r",
        "liegt uns vor": "2",
        "erfüllt": "etfw",
    }
    kinds = [*replies, "w  weiß nicht"]
    met = 0
    while one.process.expect([STEPS, "entscheidenden Punkten gesichert"]) == 0:
        kind = kinds[one.process.expect(kinds)]
        one.process.send(replies.get(kind, "1") if kind != "erfüllt" else "etfw"[met % 4])
        met += kind == "erfüllt"
    counted = words(one.process.before + one.process.after)
    one.seen += counted
    assert re.search("[0-9]+ von [0-9]+ entscheidenden Punkten gesichert", counted)
    seen = words(one.end(0))
    assert "Stufe:" not in seen
    assert "1. " in seen
    assert "3. " in seen
    assert "4. " not in seen
    assert "Selbsteinschätzung, keine Prüfung" in seen
    assert "insek assess neu.yaml (der ganze Fragebogen)" in seen
    assert 12 <= met == len(one.saved()["criteria"]) <= 15
    assert one.saved()["municipality"] == PLACE
    assert "Musterdorf" in insek("score", "neu.yaml", cwd=one.folder).out


def test_a_new_user_does_everything(session, small):
    one = session(*small)
    give_place(one)
    one.press("2", CHOICE)
    one.press("2012\r", "Jahr:")
    one.press(" \r", "Kita-Bedarfsplan")
    one.press("\r", "Einzelhandelskonzept")
    one.press("2", "liegt beim Landkreis, noch nicht angefordert")
    one.press("e", "trifft nicht zu")
    one.press("Protokoll\r", "keiner\\):")
    one.press("E", "trifft nicht zu")
    one.press("\r", "Vorschläge\\)")
    one.press("x", "trifft nicht zu")
    one.press("kein Bedarf\r", "offen\\)")
    one.press(" \r", "Daten")
    seen = words(one.end(0))
    assert "Prüfung der Antworten: Gemeinde Musterdorf" in seen
    assert "- Bilanz des bisherigen Konzepts (review) Was tun: Nachweis eintragen." in seen
    assert "Stufe: Tragfähig." in seen
    assert "Alles ist beantwortet. Alles steht in neu.yaml. So geht es weiter: insek check-answers neu.yaml" in seen
    on = {"on": "2026-11-22"}
    assert one.saved() == {
        "format": "insek-answers/1",
        "catalogue": "klein/1",
        "municipality": PLACE,
        "facts": {"project": "update", "year": "2012"},
        "plans": [
            {"type": "kita-plan", "holder": "landkreis", "state": "none"},
            {"type": "retail-plan", "state": "none"},
        ],
        "criteria": {
            "occasion": {"status": "met", "evidence": "Protokoll", **on},
            "review": {"status": "met", **on},
            "few-goals": {"status": "not-applicable", "reason": "kein Bedarf", **on},
        },
        "support": ["data"],
    }
    assert "sind 100 % gesichert" in words(insek("score", *small, cwd=one.folder).out)


def test_a_new_file_is_saved_after_each_answer_and_resumed_where_it_stopped(session, small):
    one = session(*small, "--plain")
    assert "Es geht los mit „Gemeinde“." in words(one.wait(ANSWER))
    one.process.sendline("w")
    one.lines("Musterdorf", after=NAME)
    one.lines("2")
    one.lines("6.480", after=PEOPLE)
    assert one.saved()["municipality"] == {"name": "Musterdorf", "kind": "gemeinde"}
    one.lines("", "", after=UNKNOWN_LINE)
    one.lines("2")
    one.wait("Jahr:")
    assert one.saved()["facts"] == {"project": "update"}
    one.process.sendline("q")
    assert "Alles bis hierher ist gespeichert in neu.yaml.\nWeiter geht es mit: insek assess neu.yaml\n" in one.end(0)

    again = session(*small, "--plain")
    shown = words(again.wait(ANSWER))
    assert "Gemeinde Musterdorf" in shown
    assert "Es geht weiter mit „Von welchem Jahr ist das bisherige Konzept?“." in shown
    again.process.sendline("w")
    assert "[3 von 9, 2 beantwortet]" in again.wait("Jahr:")
    again.process.sendline("w")
    again.wait("Nummern")
    again.process.sendline("q")
    again.end(0)
    assert again.saved()["facts"] == {"project": "update", "year": "unknown"}


def test_back_help_and_skip(session, tmp_path: Path, small):
    begun(tmp_path)
    one = session(*small, "--plain")
    one.lines("w", "?")
    assert "Läuft gerade nichts, zählt das letzte Vorhaben." in words(one.wait(ANSWER))
    one.process.sendline("s")
    one.lines("z", after="Jahr:")
    assert "erstes Konzept" in one.wait(ANSWER)
    one.process.sendline("q")
    one.end(0)
    assert "facts" not in one.saved()


def test_every_note_beside_an_open_question_is_kept(session, tmp_path: Path, small):
    begun(tmp_path)
    one = session(*small, "--plain", "--section", "goals", "--by", "Bauamt")
    one.lines("n")
    one.lines("Frau Lehmann fragen", after="Notiz \\(leer: keine\\):")
    one.lines("b")
    one.lines("Protokoll", after="keiner\\):")
    one.lines("v")
    one.lines("Bauamt", after="offen\\)")
    one.lines("30.11.2026", after="offen\\)")
    one.lines("m", "?")
    seen = words(one.wait(ANSWER))
    assert "Bisher: weiß nicht (Bauamt, 22.11.2026); Nachweis: Protokoll; Notiz: Frau Lehmann fragen;" in seen
    assert "Zuständig: Bauamt; Frist: 30.11.2026; Gemerkt: ja" in seen
    one.process.sendline("q")
    one.end(0)
    assert one.saved()["criteria"]["few-goals"] == {
        "status": "unknown",
        "evidence": "Protokoll",
        "note": "Frau Lehmann fragen",
        "by": "Bauamt",
        "on": "2026-11-22",
        "owner": "Bauamt",
        "due": "2026-11-30",
        "flagged": "true",
    }


def test_a_section_is_asked_alone_with_feedback(session, tmp_path: Path, small):
    begun(tmp_path)
    one = session(*small, "--plain", "--section", "goals", "--feedback")
    one.lines("t")
    one.lines("", after="keiner\\):")
    one.lines("7", "4", after="sehr\\)")
    one.lines("5", after="gut\\)")
    one.lines("knapp", after="keine\\):")
    seen = words(one.end(0))
    assert "Hier gehört eine Zahl von 1 bis 5 hin." in seen
    assert "Alles ist beantwortet." in seen
    assert one.saved()["feedback"] == {"few-goals": {"useful": "4", "realistic": "5", "remark": "knapp"}}
    assert list(one.saved()["criteria"]) == ["few-goals"]


def test_a_section_of_a_new_file_asks_who_answers_first(session, small):
    one = session(*small, "--plain", "--section", "goals")
    one.lines("Ort", after=NAME)
    one.lines("1")
    one.lines("900", after=PEOPLE)
    one.lines("", "", after=UNKNOWN_LINE)
    assert "Wenige Ziele" in one.wait(ANSWER)
    one.process.sendline("q")
    one.end(0)


def test_one_jumps_by_number_and_by_word(session, tmp_path: Path, small):
    begun(tmp_path)
    one = session(*small, "--plain")
    one.lines("w", "g")
    one.lines("8", after="zurück\\):")
    assert "Wenige Ziele" in one.wait(ANSWER)
    one.process.sendline("g")
    one.lines("Zauberei", after="zurück\\):")
    told = words(one.wait("zurück\\):"))
    assert "Dazu gibt es keine Frage und keine Antwort. Nummern gehen von 1 bis 9." in told
    one.process.sendline("KONZEPTS")
    assert "7  Bilanz des bisherigen Konzepts" in one.wait(ANSWER)
    one.process.sendline("7")
    assert "Die Bilanz liegt vor." in one.wait(ANSWER)
    one.process.sendline("q")
    one.end(0)


def test_the_lists_of_the_start_page_lead_to_questions(session, tmp_path: Path, small):
    begun(tmp_path, "facts: {project: unknown}\ncriteria: {occasion: {status: met, flagged: true}}\n")
    one = session(*small, "--plain")
    shown = one.wait(ANSWER)
    assert "o  offene Fragen (6)" in shown
    assert "n  „weiß nicht“ (1)" in shown
    assert "m  gemerkte Fragen (1)" in shown
    assert "Gemerkt: 1." in shown
    one.process.sendline("n")
    assert "  2  Geht es um ein erstes Konzept oder um eine Fortschreibung? (weiß nicht)" in one.wait(ANSWER)
    one.process.sendline("2")
    one.lines("u", "m")
    assert "6  Anlass (beantwortet)" in one.wait(ANSWER)
    one.process.sendline("")
    assert "Der Anlass ist aufgeschrieben." in one.wait(ANSWER)
    one.process.sendline("u")
    one.lines("t")
    assert "Unterstützung (1 offen)" in one.wait(ANSWER)
    one.process.sendline("<")
    one.lines("q")
    one.end(0)


def test_answers_that_no_longer_count_are_named_and_kept(session, tmp_path: Path, small):
    more = "facts: {project: update, year: 2012}\ncriteria: {review: met}\n"
    begun(tmp_path, more)
    one = session(*small, "--plain")
    one.lines("w")
    one.wait("Nummern")
    one.process.sendline("z")
    one.lines("z", after="Jahr:")
    one.lines("1")
    one.wait("Nummern")
    one.process.sendline("q")
    told = "Damit entfällt: „Von welchem Jahr ist das bisherige Konzept?“; „Bilanz des bisherigen Konzepts“."
    assert f"{told} Was dort steht, bleibt in der Datei und zählt nicht mehr." in words(one.end(0))
    saved = one.saved()
    assert (saved["facts"], saved["criteria"]) == ({"project": "new", "year": "2012"}, {"review": "met"})


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_interrupt_keeps_everything_and_says_how_to_go_on(session, tmp_path: Path, small, plain, key):
    begun(tmp_path)
    one = session(*small, *(["--plain"] if plain else []))
    for _ in range(2):
        one.press("w\r" if plain else "w", ANSWER if plain else CHOICE)
    one.press("w\r" if plain else "w", "Jahr:")
    one.wait("Kita")
    one.process.send(key)
    assert "Alles bis hierher ist gespeichert in neu.yaml.\nWeiter geht es mit: insek assess neu.yaml\n" in one.end(130)
    assert one.saved()["facts"] == {"project": "unknown", "year": "unknown"}


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
def test_interrupt_in_the_middle_of_a_step_keeps_the_fields_before(session, small, plain):
    one = session(*small, *(["--plain"] if plain else []))
    one.press("w\r" if plain else "w", ANSWER if plain else CHOICE)
    one.press("Ort\r", NAME)
    one.wait("Stadt oder Gemeinde")
    one.wait("2  Gemeinde")
    one.process.send("\x03")
    one.end(130)
    assert one.saved()["municipality"] == {"name": "Ort"}


def test_leaving_at_once_saves_nothing(session, small, tmp_path: Path):
    one = session(*small, "--plain")
    one.lines("q")
    assert "Noch nichts gespeichert." in one.end(0)
    assert not (tmp_path / "neu.yaml").exists()


def test_what_was_answered_in_an_earlier_sitting_is_not_asked_again(session, tmp_path: Path, catalogue: Catalogue):
    asked = [criterion for criterion in catalogue.criteria if criterion.quick]
    missing = asked[2]
    text = EXAMPLE.read_text(encoding="utf-8")
    plans = "".join(f"  - {{type: {kind.id}, state: none}}\n" for kind in catalogue.entries.plans if kind.common)
    met = "".join(f"  {criterion.id}: met\n" for criterion in asked if criterion is not missing)
    facts = text[: text.index("plans:")]
    (tmp_path / "neu.yaml").write_text(f"{facts}plans:\n{plans}criteria:\n{met}", encoding="utf-8")
    one = session("neu.yaml", "--plain", "--quick")
    one.lines("w")
    assert missing.title in one.wait(ANSWER)
    one.process.sendline("e")
    assert f"{len(asked)} von {len(asked)} entscheidenden Punkten gesichert" in words(one.end(0))


@pytest.mark.parametrize(
    ("by", "more", "told"), [("Anna", (), True), ("Anna", ("--by", "Bauamt"), False), (None, (), False)]
)
def test_who_shares_a_file_with_names_is_told_how_to_give_one(session, tmp_path: Path, small, by, more, told):
    answer = "{status: met, by: Anna}" if by else "met"
    begun(tmp_path, f"criteria: {{occasion: {answer}}}\n")
    one = session(*small, "--plain", *more)
    one.process.sendline("q")
    assert ("Mit --by NAME" in words(one.end(0))) is told


@pytest.mark.parametrize("columns", ["60", "80"])
def test_text_fits_the_terminal(session, tmp_path: Path, columns):
    answers(tmp_path, "neu.yaml", municipality="{name: Ort, inhabitants: 900}")
    one = session("neu.yaml", "--plain", COLUMNS=columns)
    one.lines("w", "?", "s", "?", "g")
    one.lines("beteiligung", after="zurück\\):")
    one.wait(ANSWER)
    one.process.sendline("<")
    one.lines("q")
    lines = [line for line in one.end(0).split("\n") if not line.startswith("  ")]  # options wrap in the terminal
    assert [line for line in lines if len(line) > int(columns)] == []


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_terminal_without_cursor_control_gets_plain_questions(session, small, term):
    one = session(*small, TERM=term)
    one.lines("w")
    one.lines("Ort", after=NAME)
    assert "  1  Stadt" in one.wait(ANSWER)
    one.process.send("\x03")
    assert "\x1b" not in one.end(130)


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {}], ids=["NO_COLOR", "bold"])
def test_no_colours_are_used(session, small, variables):
    one = session(*small, **variables)
    one.press("\x1b[B", CHOICE)
    one.press("w", "einen Teil")
    one.press("Ort\r", NAME)
    one.wait("2  Gemeinde")
    one.process.send("\x03")
    codes = {code for found in re.findall("\x1b\\[([0-9;]*)m", one.end(130)) for code in found.split(";") if code}
    assert codes <= {"0", "1"}


def test_the_window_may_change_its_size(session, small):
    one = session(*small)
    one.wait("q  speichern und aufhören")
    one.process.setwinsize(20, 40)
    one.press("w", "Eingabetaste\\)")
    one.press("Ort\r", NAME)
    one.wait("2  Gemeinde")
    one.process.setwinsize(60, 150)
    one.process.send("\x03")
    one.end(130)
    assert one.saved()["municipality"] == {"name": "Ort"}


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
def test_bytes_of_another_encoding_break_nothing(session, small, plain):
    one = session(*small, *(["--plain"] if plain else []))
    one.press("w\r" if plain else "w", ANSWER if plain else CHOICE)
    one.wait(NAME)
    one.raw("Mü".encode() + b"\xfcller\r")
    one.wait("2  Gemeinde")
    one.process.send("\x03")
    one.end(130)
    assert one.saved()["municipality"]["name"].startswith("Mü")


def test_without_a_terminal_the_remedy_is_told(tmp_path: Path):
    ended = insek("assess", "neu.yaml", cwd=tmp_path, code=2)
    assert "Hier ist kein Terminal, in dem gefragt werden kann." in ended.err
    assert "insek form" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_wrong_section_is_told_with_what_is_possible(session, small):
    seen = words(session(*small, "--section", "goal").end(2))
    assert "--section: Den Abschnitt „goal“ gibt es hier nicht. Meinten Sie „goals“?" in seen
