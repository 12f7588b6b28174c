"""`insek merge` in a pseudo-terminal: every conflict is asked for, and leaving saves what was decided."""

import signal
from pathlib import Path

import pytest
import yaml

from insek_cli.core.catalogue import Catalogue
from tests.cli.program import PROGRAM, answers, environment
from tests.files.forms.sending import WRITERS, blank, filled

pexpect = pytest.importorskip("pexpect", reason="ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft")
if not hasattr(pexpect, "spawn"):
    pytest.skip("ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft", allow_module_level=True)

MINE = "criteria:\n  purpose-written: {status: met, note: mein}\n  responsible-person: {status: met, note: mein}\n"
THEIRS = {"K1": {"status": "nein", "note": "dein"}, "K2": {"status": "ja", "note": "dein"}, "K3": {"status": "ja"}}


@pytest.fixture
def talk(tmp_path: Path, catalogue: Catalogue):
    """Start `insek merge` with two conflicts: about an answer, then about a note."""
    started = []
    file = answers(tmp_path, more=MINE)
    (tmp_path / "haupt.xlsx").write_bytes(WRITERS[".xlsx"](filled(blank(catalogue, person="Hauptamt"), THEIRS)))

    def start(*words: str):
        process = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], "merge", file.name, "haupt.xlsx", *words, "--date", "2026-11-22"],
            cwd=str(tmp_path),
            env=environment(TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1"),
            encoding="utf-8",
            dimensions=(50, 80),
            timeout=8,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.close(force=True)


def end(process, folder: Path) -> tuple[int, dict]:
    process.expect(pexpect.EOF)
    assert "Traceback" not in process.before
    process.close()
    text = (folder / "ort.yaml").read_text(encoding="utf-8")
    return process.exitstatus, yaml.load(text, Loader=yaml.BaseLoader)["criteria"]  # noqa: S506 - knows only texts


def type_in(process, *lines: str) -> None:
    for line in lines:
        process.expect("Antwort: ")
        process.sendline(line)


def test_theirs_can_be_taken_with_all_texts(talk, tmp_path: Path):
    process = talk("--plain")
    type_in(process, "2", "2", "b")
    code, found = end(process, tmp_path)
    assert code == 0
    assert found["purpose-written"] == {"status": "unmet", "note": "dein\nmein", "by": "Hauptamt", "on": "2026-11-22"}
    assert found["responsible-person"] == {"status": "met", "note": "mein\nHauptamt: dein"}


def test_list_and_options_have_the_same_numbers_and_one_can_stop(talk, tmp_path: Path):
    process = talk("--plain")
    process.expect("1. bisher: erfüllt.*2. Hauptamt, 22.11.2026.*1  bisher: erfüllt.*2  Hauptamt: nicht erfüllt")
    type_in(process, "2", "1", "q")
    assert "aufhören, was entschieden ist, bleibt" in process.before
    code, found = end(process, tmp_path)
    assert (code, found["purpose-written"]["status"]) == (1, "unmet")
    assert found["responsible-person"]["note"] == "mein"


def test_options_show_where_long_texts_differ_and_send_to_the_whole_of_very_long_ones(talk, tmp_path: Path, catalogue):
    begin = "Der Beschluss vom zwölften März wurde im Hauptausschuss vorberaten und danach "
    ends = ("im Rat gefasst. ", "vertagt. " + "Näheres im Protokoll. " * 12)
    answers(tmp_path, more=f"criteria: {{purpose-written: {{status: met, note: '{begin}{ends[0]}'}}}}\n")
    theirs = {"K1": {"status": "ja", "note": begin + ends[1]}}
    (tmp_path / "haupt.xlsx").write_bytes(WRITERS[".xlsx"](filled(blank(catalogue, person="Hauptamt"), theirs)))
    process = talk("--plain")
    process.expect("Was soll gelten")
    type_in(process, "o")
    said = " ".join(process.before.split())
    assert f"1 bisher: Notiz: {begin}im Rat gefasst." in said
    assert f"2 Hauptamt: Notiz: {begin}vertagt. Näheres" in said
    assert "… (ganz oben unter 2)" in said


def test_mine_can_be_kept_and_a_conflict_left_open(talk, tmp_path: Path):
    process = talk("--plain")
    type_in(process, "1", "1", "o")
    code, found = end(process, tmp_path)
    assert (code, found["purpose-written"]) == (1, {"status": "met", "note": "mein"})
    assert found["responsible-person"] == {"status": "met", "note": "mein"}


def stored(folder: Path) -> dict:
    text = (folder / "ort.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)["criteria"]  # noqa: S506 - knows only texts


def test_closed_window_loses_nothing_new_and_nothing_decided(talk, tmp_path: Path):
    process = talk("--plain")
    process.expect("Antwort: ")
    assert stored(tmp_path)["delivery-decided"]["status"] == "met"
    process.sendline("2")
    type_in(process, "1")
    process.expect("Antwort: ")
    process.kill(signal.SIGHUP)
    process.expect(pexpect.EOF)
    assert stored(tmp_path)["purpose-written"]["status"] == "unmet"


def test_parallel_edit_is_kept_and_told(talk, tmp_path: Path):
    process = talk("--plain")
    process.expect("Antwort: ")
    file = tmp_path / "ort.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("criteria:", "criteria:\n  swot: met"), encoding="utf-8")
    process.sendline("2")
    type_in(process, "1")
    process.expect("an anderer Stelle geändert")
    type_in(process, "o")
    code, found = end(process, tmp_path)
    assert (code, found["swot"], found["purpose-written"]["status"]) == (1, "met", "unmet")


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 130)])
def test_leaving_saves_what_was_decided(talk, tmp_path: Path, key, code):
    process = talk("--plain")
    type_in(process, "2", "1")
    process.expect("Antwort: ")
    process.send(key)
    found_code, found = end(process, tmp_path)
    assert (found_code, found["purpose-written"]["status"], found["responsible-person"]["note"]) == (
        code,
        "unmet",
        "mein",
    )


def test_single_keys_choose(talk, tmp_path: Path):
    process = talk()
    for keys in ("2\r", "1\r", "o\r"):
        process.expect("gelten|Texte dazu")
        process.expect("Eingabetaste")
        process.send(keys)
    code, found = end(process, tmp_path)
    assert (code, found["purpose-written"]["status"]) == (1, "unmet")


def test_no_input_asks_nothing(talk, tmp_path: Path):
    assert end(talk("--no-input"), tmp_path)[0] == 1
