"""The real program in a pseudo-terminal: wait for what it asks, type an answer."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.program import DAY, PROGRAM, environment

pexpect = pytest.importorskip("pexpect", reason="ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft")
if not hasattr(pexpect, "spawn"):
    pytest.skip("ohne Pseudoterminal (Windows) wird das Gespräch nicht geprüft", allow_module_level=True)


class Session:
    """A session of `insek assess` in a terminal of 80 columns."""

    def __init__(self, folder: Path, *words: str, before: tuple[str, ...] = (), **variables: str) -> None:
        self.folder = folder
        command, *rest = [*before, *PROGRAM, "assess", *words, *DAY]
        self.process = pexpect.spawn(
            command,
            rest,
            cwd=str(folder),
            env=environment(**{"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **variables}),
            encoding="utf-8",
            codec_errors="replace",
            dimensions=(50, 80),
            timeout=15,
        )
        self.process.delayafterclose = self.process.delayafterterminate = 0.01
        self.seen = ""

    def wait(self, pattern: str) -> str:
        """Wait for a pattern and return what was shown before and with it."""
        self.process.expect(pattern)
        shown = self.process.before + self.process.after
        self.seen += shown
        return shown

    def press(self, keys: str, after: str) -> None:
        """Press keys once a pattern stands there."""
        self.wait(after)
        self.process.send(keys)

    def lines(self, *answers: str, after: str = "Antwort: ") -> None:
        """Type plain answers, each after the question for it."""
        for answer in answers:
            self.wait(after)
            self.process.sendline(answer)

    def raw(self, typed: bytes) -> None:
        """Send bytes as they are."""
        os.write(self.process.child_fd, typed)

    def end(self, code: int) -> str:
        """Wait for the end and return everything shown; the program leaves with this code and no traceback."""
        self.process.expect(pexpect.EOF)
        self.seen += self.process.before
        self.process.close()
        assert "Traceback" not in self.seen, self.seen
        assert (self.process.exitstatus, self.process.signalstatus) == (code, None), self.seen
        return self.seen.replace("\r\n", "\n")

    def saved(self, name: str = "neu.yaml") -> dict[str, Any]:
        """Return the file as plain texts."""
        return yaml.load((self.folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - knows only texts


def words(shown: str) -> str:
    """Return what was shown as one line, however it was wrapped."""
    return " ".join(shown.split())
