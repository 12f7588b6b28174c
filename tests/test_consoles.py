"""A console that lacks some of our characters shows readable ones; what programs read stays UTF-8."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.consoles import READABLY, shown_on
from tests.cli.program import DAY, PROGRAM, answers, environment
from tests.conftest import EXAMPLE

ENCODINGS = ["cp850", "cp1252", "ascii"]
TITLE = "Plan „Süd“ ‚x‘ – Žabokreky… ✓ 😀"

# Every command with words of its own for the screen, as it is called; the code it ends with.
CALLS = {
    "help": (["--help"], 0),
    "help of a command": (["assess", "--help"], 0),
    "help of a group": (["catalogue", "--help"], 0),
    "demo": (["demo", *DAY, "--force"], 0),
    "assess": (["assess", "ort.yaml"], 2),
    "score": (["score", "ort.yaml", "musterstadt.yaml", *DAY], 0),
    "report": (["report", "ort.yaml", *DAY], 0),
    "report of the example": (["report", "musterstadt.yaml", *DAY], 0),
    "draft": (["draft", "ort.yaml", "-o", "–.docx", "--force"], 0),
    "check-answers": (["check-answers", "ort.yaml", *DAY], 0),
    "catalogue check": (["catalogue", "check"], 0),
    "catalogue show": (["catalogue", "show", "heat-plan"], 0),
    "unknown command": (["scor"], 2),
    "unknown option": (["score", "--x„y“"], 2),
    "missing file": (["score", "„weg“…yaml"], 2),
    "faulty file": (["score", "falsch.yaml"], 2),
}


@pytest.fixture(scope="module")
def town_hall(tmp_path_factory) -> Path:
    """A folder with answers that hold characters no old console has."""
    folder = tmp_path_factory.mktemp("rathaus")
    shutil.copy(EXAMPLE, folder)
    answers(folder, municipality=f'{{name: "{TITLE}"}}', more=f'plans:\n  - {{type: heat-plan, title: "{TITLE}"}}\n')
    answers(folder, "falsch.yaml", more=f'mehr: "{TITLE}"\ncriteria: {{swot: "{TITLE}"}}\n')
    return folder


def called(words, folder, encoding, code=0):
    """Return what a call writes to stdout and stderr, as bytes."""
    done = subprocess.run(
        [*PROGRAM, *words],
        cwd=folder,
        env=environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize("call", CALLS)
def test_every_console_shows_the_same_words_with_the_characters_it_has(call, town_hall):
    words, code = CALLS[call]
    shown = [text.decode("utf-8") for text in called(words, town_hall, "utf-8", code)]

    for encoding in ENCODINGS:
        found = [text.decode(encoding) for text in called(words, town_hall, encoding, code)]
        assert found == [shown_on(encoding, text) for text in shown], encoding


@pytest.mark.parametrize(
    "words", [["score", "--format", "json"], ["score", "--format", "csv"], ["report", "--format", "html"]]
)
def test_what_programs_read_is_utf8_whatever_the_console_has(words, town_hall):
    call = [words[0], "ort.yaml", *words[1:], *DAY]

    assert called(call, town_hall, "cp850")[0] == called(call, town_hall, "utf-8")[0]


def test_json_from_an_old_console_is_still_json(town_hall):
    found, _ = called(["score", "ort.yaml", "--format", "json", *DAY], town_hall, "cp1252")

    assert json.loads(found.decode("utf-8"))["municipality"]["name"] == TITLE


def test_a_file_is_utf8_whatever_the_console_has(town_hall):
    called(["report", "ort.yaml", *DAY, "-o", "bericht.txt", "--force"], town_hall, "cp850")

    assert TITLE in (town_hall / "bericht.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("cp850", "„ja“, ‚nein‘ – oder — so…", "\"ja\", 'nein' - oder - so..."),
        ("cp1252", "„ja“, ‚nein‘ – oder — so…", "„ja“, ‚nein‘ – oder — so…"),
        ("cp850", "• Größe → ✓", "* Größe -> +"),
        ("cp1252", "█▓▒░ ■□ ←↑→↓", "##=- #- <-^->v"),
        ("ascii", "Öl, Übergröße, ÄRGER, süß", "Oel, Uebergroesse, AeRGER, suess"),
        ("cp850", "Łódź, Budyšin, Hózk, Žarow", "Lódz, Budysin, Hózk, Zarow"),
        ("ascii", "§ 171b, 50 €, 20 °C, ½ m², 5 × 3 ≤ 15", "Par. 171b, 50 EUR, 20 Grad C, 1/2 m2, 5 x 3 <= 15"),
        ("ascii", "a\u0308 soft\u00adhyphen", "a softhyphen"),
        ("cp1252", "┌──┐│└┘", "+--+|++"),
        ("ascii", "😀 שלום \ufffd", "? ???? ?"),
        ("utf-8", "😀 „ja“", "😀 „ja“"),
    ],
)
def test_a_missing_character_has_a_readable_substitute(encoding, text, shown):
    assert shown_on(encoding, text) == shown


@given(st.text(), st.sampled_from([*ENCODINGS, "cp437", "latin-1", "utf-8"]))
def test_any_text_can_be_shown_anywhere(text, encoding):
    shown = shown_on(encoding, text)

    assert shown.encode(encoding).decode(encoding) == shown
    assert shown_on(encoding, shown) == shown


@given(st.text(st.characters(codec="cp850")))
def test_what_a_console_has_stays(text):
    assert shown_on("cp850", text) == text


def test_a_fault_while_reading_is_not_for_this_module():
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", READABLY)
