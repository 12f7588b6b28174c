"""The screens of `insek assess` in tmux, at 60 and 120 columns, kept as golden files."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from tests.cli.program import DAY, PROGRAM, environment
from tests.cli.small_catalogue import begun, small_catalogue

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="ohne tmux werden die Bildschirme nicht geprüft")
ROWS, PATIENCE, PAUSE = 44, 20.0, 0.05


class Screen:
    """A terminal in tmux of its own: keys in, what stands on the screen out."""

    def __init__(self, folder: Path, columns: int, *words: str) -> None:
        self.columns = columns
        self.socket = folder / "tmux"
        variables = {**environment(), "LC_ALL": "C.UTF-8"}
        del variables["COLUMNS"]
        self.variables = {**variables, "PYTHONUTF8": "1"}
        size = ("-x", str(columns), "-y", str(ROWS))
        self.tmux("-f", os.devnull, "new-session", "-d", *size, "-c", str(folder), *PROGRAM, "assess", *words, *DAY)
        self.tmux("set-option", "-g", "remain-on-exit", "on")

    def tmux(self, *words: str) -> str:
        call = ["tmux", "-u", "-S", str(self.socket), *words]
        done = subprocess.run(call, env=self.variables, capture_output=True, encoding="utf-8", check=True, timeout=30)
        return done.stdout

    def type(self, keys: str) -> None:
        """Press keys, one character each; a line end is the enter key."""
        if keys:
            self.tmux("send-keys", "-l", keys.replace("\n", "\r"))

    def shown(self, expected: str) -> str:
        """Return the question at hand once the expected words stand there and nothing changes any more."""
        until = time.monotonic() + PATIENCE
        before, now = "", self.capture()
        pattern = ".*".join(re.escape(part) for part in expected.split(" … "))
        while not re.search(pattern, " ".join(now.split())) or now != before:
            assert time.monotonic() < until, f"{expected!r} is not there:\n{now}"
            time.sleep(PAUSE)
            before, now = now, self.capture()
        return now

    def capture(self) -> str:
        lines = [line.rstrip() for line in self.tmux("capture-pane", "-p", "-S", "-400").split("\n")]
        screen = "\n".join(line for line in lines if not line.startswith("Pane is dead")).strip("\n") + "\n"
        return screen[screen.rfind("\n[" if "Wie weiter?" not in screen[screen.rfind("\n[") :] else "\nOrt\n===") + 1 :]

    def close(self) -> None:
        subprocess.run(["tmux", "-S", str(self.socket), "kill-server"], capture_output=True, check=False, timeout=30)


@pytest.fixture(params=[60, 120], ids=["60", "120"])
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    """A session on a file just begun, with the small catalogue."""
    begun(tmp_path)
    small_catalogue(tmp_path / "katalog")
    one = Screen(tmp_path, request.param, "neu.yaml", "--catalogue", "katalog")
    yield one
    one.close()


TITLE = "Bedarfsplan für Kindertagesstätten im Landkreis, Fortschreibung"
# What must stand on the screen (… is anything between), what the screen is called if it is kept, and the keys pressed then; \n is Enter.
WAY = [
    ("g eine Frage suchen q speichern und aufhören", "start page", "w"),
    ("2 Fortschreibung w weiß nicht", "choice", "?"),
    ("Läuft gerade nichts, zählt das letzte Vorhaben. Tasten … w weiß nicht", None, "2"),
    ("Jahr:", None, "2012\n"),
    ("[ ] Kita-Bedarfsplan", "plan list", " \n"),
    ("[ ] Einzelhandelskonzept", None, "\n"),
    ("4 gibt es nicht oder liegt nicht vor", "plan", "1"),
    ("Titel des Plans", None, f"{TITLE}\n"),
    ("Von welchem Jahr sind die Daten?", None, "2024\n"),
    ("Für welches Gebiet … w weiß nicht", None, "1"),
    ("In welcher Form … w weiß nicht", None, "1"),
    ("Darf der Inhalt … 3 ungeklärt", None, "1"),
    ("Der Anlass ist aufgeschrieben. … x trifft nicht zu", "criterion", "?"),
    ("Quellen: - Eine Quelle (Annahme) Tasten … x trifft nicht zu", "help", "e"),
    ("Nachweis, zum Beispiel Protokoll mit Datum (leer: keiner): (Tabulator zeigt Vorschläge)", None, "Be"),
    ("Be Bedarfsplan für Kindertagesstätten", "suggestions", "\t\n"),
    ("Die Bilanz liegt vor. … x trifft nicht zu", None, "u"),
    ("g eine Frage suchen q speichern und aufhören", "overview", "g"),
    ("Suchwörter", None, "konzept\n"),
    ("Zu welcher Frage? … 9 Wenige Ziele", "search", "<"),
    ("g eine Frage suchen q speichern und aufhören", None, "w"),
    ("Die Bilanz liegt vor. … x trifft nicht zu", None, "f"),
    ("Es gibt höchstens sieben Ziele. … x trifft nicht zu", None, "l"),
    ("[ ] Daten", None, "\n"),
    ("insek draft neu.yaml", "end", ""),
]


def test_every_screen_of_a_session_is_as_it_was(screen: Screen, file_regression: FileRegressionFixture):
    pages = []
    for expected, title, keys in WAY:
        shown = screen.shown(expected)
        if title is not None:
            pages.append(f"===== {title}\n{shown}")
        screen.type(keys)
    assert max(len(line) for page in pages for line in page.split("\n")) <= screen.columns
    file_regression.check("\n".join(pages), encoding="utf-8")
