"""`insek assess` in a pseudo-terminal: answers, moves, saving, resuming, interrupts."""

from pathlib import Path

import pytest
import yaml

from insek_cli.core.catalogue import Catalogue
from tests.cli.program import PROGRAM, answers, environment, insek
from tests.conftest import EXAMPLE

pexpect = pytest.importorskip("pexpect", reason="ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft")
if not hasattr(pexpect, "spawn"):
    pytest.skip("ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft", allow_module_level=True)

NAME, KIND, PEOPLE = "Name der Gemeinde: ", "Antwort: ", "Einwohnerzahl: "
AGS, LANDKREIS, ANSWER = "unbekannt\\): ", "unbekannt\\): ", "Antwort: "


class Talk:
    """A program in a terminal: wait for what it asks, type an answer."""

    def __init__(self, folder: Path, *words: str, **variables: str) -> None:
        self.folder = folder
        self.process = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], "assess", *words],
            cwd=str(folder),
            env=environment(**{"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **variables}),
            encoding="utf-8",
            dimensions=(50, 80),
            timeout=8,
        )
        self.seen = ""

    def wait(self, pattern: str) -> str:
        """Wait for a pattern and return what was shown before and with it."""
        self.process.expect(pattern)
        shown = self.process.before + self.process.after
        self.seen += shown
        return shown

    def type(self, *lines: str, after: str = ANSWER) -> None:
        """Type lines, each after the question for it."""
        for line in lines:
            self.wait(after)
            self.process.sendline(line)

    def end(self, code: int) -> str:
        """Wait for the end and return everything shown; the program leaves with this code and no traceback."""
        self.process.expect(pexpect.EOF)
        self.seen += self.process.before
        self.process.close()
        assert "Traceback" not in self.seen
        assert (self.process.exitstatus, self.process.signalstatus) == (code, None)
        return self.seen.replace("\r\n", "\n")

    def saved(self, name: str = "neu.yaml") -> dict:
        return yaml.load((self.folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - knows only texts


@pytest.fixture
def talk(tmp_path: Path):
    """Start talks that do not outlive their test."""
    started: list[Talk] = []

    def start(*words: str, **variables: str) -> Talk:
        started.append(Talk(tmp_path, *words, **variables))
        return started[-1]

    yield start
    for one in started:
        one.process.close(force=True)


def give_place(one: Talk) -> None:
    one.type("Musterdorf", after=NAME)
    one.type("2", after=KIND)
    one.type("6.480", after=PEOPLE)
    one.type("", after=AGS)
    one.type("Musterkreis", after=LANDKREIS)


def test_new_file_is_saved_after_each_answer_and_resumed_where_it_stopped(talk):
    one = talk("neu.yaml", "--plain")
    assert "Es geht los: 0 von " in one.wait("aufhören")
    give_place(one)
    one.wait("Geht es um ein erstes Konzept")
    assert one.saved()["municipality"] == {
        "name": "Musterdorf",
        "inhabitants": "6480",
        "kind": "gemeinde",
        "landkreis": "Musterkreis",
    }
    one.type("1", "w")
    one.wait("Wie viele Ortsteile")
    one.type("4", after="Zahl: ")
    one.type("q")
    seen = one.end(0)
    assert "Alles bis hierher ist gespeichert in neu.yaml.\nWeiter geht es mit: insek assess neu.yaml\n" in seen
    assert one.saved()["facts"] == {"project": "new", "stage": "unknown", "districts": "4"}

    again = talk("neu.yaml", "--plain")
    assert "Es geht weiter: 4 von " in again.wait("aufhören")
    shown = again.wait(ANSWER)
    assert "[5 von " in shown
    assert "Wie viele Ortsteile" not in shown
    again.process.sendline("q")
    again.end(0)


def test_back_help_and_skip(talk, tmp_path: Path):
    answers(tmp_path, "neu.yaml", municipality="{name: Ort, inhabitants: 900}")
    one = talk("neu.yaml", "--plain")
    one.type("h")
    assert "Läuft gerade nichts, zählt das letzte Vorhaben." in " ".join(one.wait(ANSWER).split())
    one.process.sendline("s")
    assert "Wie weit ist das Vorhaben?" in one.wait(ANSWER)
    one.process.sendline("2")
    one.type("z", after="Jahr: ")
    assert "In Vorbereitung (bisher)" in one.wait(ANSWER)
    one.process.sendline("q")
    one.end(0)
    assert one.saved()["facts"] == {"stage": "preparing"}


def all_facts(tmp_path: Path) -> Path:
    """A file in which only plans and criteria are missing."""
    text = EXAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "neu.yaml"
    path.write_text(text[: text.index("plans:")], encoding="utf-8")
    return path


def test_plan_with_details(talk, tmp_path: Path):
    all_facts(tmp_path)
    one = talk("neu.yaml", "--plain")
    title = one.wait("Plan: [^\r\n]+")
    one.type("1")
    one.type("", after="Titel des Plans: .*\\) ")
    one.type("2024", after="unbekannt\\) ")
    one.type("bald", "2025-06-01", after="unbekannt\\) ")
    one.type("1", "2", "3")
    one.wait("Plan: ")
    one.type("3", "2", "q")
    one.end(0)
    first, second, third = one.saved()["plans"]
    assert first["title"] in title
    assert {key: first[key] for key in ("data-year", "resolved", "area", "format", "rights")} == {
        "data-year": "2024",
        "resolved": "2025-06-01",
        "area": "whole",
        "format": "pdf",
        "rights": "unclear",
    }
    assert (second["state"], third["state"]) == ("none", "requested")


def test_criteria_with_evidence_unknown_and_reason(talk, tmp_path: Path):
    all_facts(tmp_path)
    one = talk("neu.yaml", "--plain", "--section", "goals")
    one.type("e")
    one.type("Protokoll 12.03.2026", after="keiner\\) ")
    one.type("Seite 4: „ja“", after="keine\\) ")
    one.type("w")
    one.type("", after="keine\\) ")
    one.type("x")
    one.type("kein Bedarf", after="offen\\) ")
    one.type("q")
    one.end(0)
    first, second, third = one.saved()["criteria"].values()
    assert first == {"status": "met", "evidence": "Protokoll 12.03.2026", "note": "Seite 4: „ja“"}
    assert second == "unknown"
    assert third == {"status": "not-applicable", "reason": "kein Bedarf"}


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_interrupt_keeps_everything_and_says_how_to_go_on(talk, tmp_path: Path, plain, key):
    answers(tmp_path, "neu.yaml", municipality="{name: Ort, inhabitants: 900}")
    one = talk("neu.yaml", *(["--plain"] if plain else []))
    if plain:
        one.type("1")
        one.wait(ANSWER)
    else:
        one.wait("aufhören")
        one.process.send("1\r")
        one.wait("Wie weit ist das Vorhaben")
        one.wait("speichern und aufhören")
    one.process.send(key)
    seen = one.end(130)
    assert "Alles bis hierher ist gespeichert in neu.yaml.\n" in seen
    assert "Weiter geht es mit: insek assess neu.yaml\n" in seen
    assert one.saved()["facts"] == {"project": "new"}


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
def test_interrupt_in_the_middle_of_a_step_keeps_the_steps_before(talk, tmp_path: Path, plain):
    one = talk("neu.yaml", *(["--plain"] if plain else []))
    one.wait("Name der Gemeinde:")
    one.process.send("Ort\r")
    one.wait("Stadt oder Gemeinde")
    one.wait("Gemeinde")
    one.process.send("\x03")
    seen = one.end(130)
    assert "Noch nichts gespeichert." in seen
    assert not (tmp_path / "neu.yaml").exists()


def test_questions_are_answered_by_letters_and_arrows(talk):
    one = talk("neu.yaml")
    one.wait("Name der Gemeinde:")
    one.process.send("Musterdorf\r")
    one.wait("2\\) Gemeinde")
    one.process.send("2\r")
    one.wait("Einwohnerzahl:")
    one.process.send("6480\r")
    one.wait("unbekannt\\):")
    one.process.send("\r")
    one.wait("unbekannt\\):")
    one.process.send("\r")
    one.wait("speichern und aufhören")
    one.process.send("\x1b[B\r")  # one down: the second choice
    one.wait("Wie weit ist das Vorhaben")
    one.wait("speichern und aufhören")
    one.process.send("w\r")
    one.wait("In welchem Jahr")
    one.wait("Jahr:")
    one.process.send("2012\r")
    one.wait("speichern und aufhören")
    one.process.send("q\r")
    one.end(0)
    saved = one.saved()
    assert saved["municipality"] == {"name": "Musterdorf", "inhabitants": "6480", "kind": "gemeinde"}
    assert saved["facts"] == {"project": "update", "stage": "unknown", "existing-year": "2012"}


def test_answers_that_no_longer_count_are_told_and_kept(talk, tmp_path: Path):
    more = "facts: {project: update, existing-year: 2012}\n"
    answers(tmp_path, "neu.yaml", more=more, municipality="{name: Ort, inhabitants: 900}")
    one = talk("neu.yaml", "--plain")
    one.type("z", "1", "q")
    seen = " ".join(one.end(0).split())
    assert "frühere Antwort" in seen
    assert "entfallen 1 " not in seen
    assert one.saved()["facts"] == {"project": "new", "existing-year": "2012"}


def quick_but(tmp_path: Path, catalogue: Catalogue, missing: int) -> str:
    """Write a file in which one criterion of the quick check is missing, and return the criterion's title."""
    asked = [criterion for criterion in catalogue.criteria if criterion.quick]
    plans = "".join(f"  - {{type: {kind.id}, state: none}}\n" for kind in catalogue.entries.plans if kind.common)
    met = "".join(f"  {criterion.id}: met\n" for criterion in asked if criterion is not asked[missing])
    text = all_facts(tmp_path).read_text(encoding="utf-8")
    (tmp_path / "neu.yaml").write_text(f"{text}plans:\n{plans}criteria:\n{met}", encoding="utf-8")
    return asked[missing].title


def answer_met(one: Talk, title: str) -> None:
    assert title in one.wait(ANSWER)
    one.process.sendline("e")
    one.type("", after="keiner\\) ")
    one.type("", after="keine\\) ")


def test_quick_check_ends_with_its_summary_and_what_to_do_next(talk, tmp_path: Path, catalogue: Catalogue):
    title = quick_but(tmp_path, catalogue, -1)
    one = talk("neu.yaml", "--plain", "--quick")
    answer_met(one, title)
    seen = one.end(0)
    assert "entscheidenden Punkten gesichert." in seen
    assert "Selbsteinschätzung, keine Prüfung" in seen
    assert "insek report neu.yaml --format html -o bericht.html" in seen
    assert "Stufe:" not in seen


def test_what_was_answered_in_an_earlier_sitting_is_not_asked_again(talk, tmp_path: Path, catalogue: Catalogue):
    title = quick_but(tmp_path, catalogue, 2)
    one = talk("neu.yaml", "--plain", "--quick")
    answer_met(one, title)
    assert "entscheidenden Punkten gesichert." in one.end(0)


def test_text_fits_into_80_columns(talk, tmp_path: Path):
    all_facts(tmp_path)
    one = talk("neu.yaml", "--plain")
    one.type("h", "z")
    one.wait(ANSWER)
    one.process.sendline("q")
    seen = one.end(0)
    assert [line for line in seen.split("\n") if len(line) > 80] == []


def test_hint_on_letters_fits_into_80_columns(talk, tmp_path: Path):
    answers(
        tmp_path, "neu.yaml", more="facts: {project: new, stage: none}\n", municipality="{name: Ort, inhabitants: 9}"
    )
    one = talk("neu.yaml", "--plain")
    shown = one.wait("Zahl: ")
    one.process.sendline("q")
    one.end(0)
    assert [line for line in shown.split("\r\n") if len(line) > 80] == []


def test_without_a_terminal_the_remedy_is_told(tmp_path: Path):
    ended = insek("assess", "neu.yaml", cwd=tmp_path, code=2)
    assert "kein Terminal" in ended.err
    assert "insek demo" in ended.err
    assert not (tmp_path / "neu.yaml").exists()


def test_unusable_file_is_told_and_left_alone(talk, tmp_path: Path):
    path = answers(tmp_path, "neu.yaml", more="criteria: {swot: mett}\n")
    before = path.read_bytes()
    seen = talk("neu.yaml", "--plain").end(2)
    assert "neu.yaml:4:18: " in seen
    assert "Meinten Sie „met“?" in " ".join(seen.split())
    assert path.read_bytes() == before


def test_wrong_section_is_told_with_what_is_possible(talk):
    seen = " ".join(talk("neu.yaml", "--section", "goal").end(2).split())
    assert "--section: Den Abschnitt „goal“ gibt es hier nicht. Meinten Sie „goals“?" in seen


def test_folder_that_does_not_exist_is_told_before_anything_is_asked(talk):
    seen = talk("fehlt/neu.yaml", "--plain").end(2)
    assert "Den Ordner für diese Datei gibt es nicht." in " ".join(seen.split())


def test_terminal_without_cursor_control_gets_plain_questions(talk):
    one = talk("neu.yaml", TERM="dumb")
    one.type("Ort", after=NAME)
    assert "  1  Stadt" in one.wait(ANSWER)
    one.process.send("\x03")
    one.end(130)
