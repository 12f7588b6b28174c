"""A session of `insek assess`: asks step by step, saves after each answer, says how to go on."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from insek_cli.cli.asking import Move, ask
from insek_cli.cli.exit_codes import DONE, INTERRUPTED
from insek_cli.cli.running import catalogue_at, date_of, tell
from insek_cli.core.answers import Answers
from insek_cli.core.assessment import assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import SectionId
from insek_cli.core.interview import UNNAMED, Interview, Scope, is_answered, start_interview
from insek_cli.documents.quick_summary import quick_summary
from insek_cli.documents.score_summary import score_summary
from insek_cli.errors import unusable
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_writing import answers_text
from insek_cli.files.saving import save_text
from insek_cli.files.words import unknown_sentence
from insek_cli.formats.terminal import terminal_text, terminal_width
from insek_cli.prompts import Asker, Keys, Plain

NO_TERMINAL = (
    "Hier ist kein Terminal, in dem gefragt werden kann. Antworten lassen sich auch in eine Datei schreiben: "
    "„insek demo“ legt ein Beispiel an (musterstadt.yaml), „insek score DATEI“ prüft und wertet aus."
)


@dataclass(slots=True)
class Session:
    """One sitting: the file, the state of the interview, and how questions are asked."""

    file: Path
    interview: Interview
    asker: Asker

    @classmethod
    def open(cls, file: Path, catalogue: Path | None, section: str | None, *, quick: bool, plain: bool) -> "Session":
        """Return the session on a file, new or old; raises UnusableInputError if it cannot be used."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise unusable("", NO_TERMINAL)
        if not file.absolute().parent.is_dir():
            raise unusable(str(file), "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen.")
        loaded = catalogue_at(catalogue)
        scope = Scope(quick, _section(loaded, section))
        answers = AnswerReader(loaded).read(file) if os.path.lexists(file) else Answers(UNNAMED)
        return cls(file, start_interview(loaded, answers, scope), Plain() if plain or _is_dumb() else Keys())

    def run(self, day: str | None) -> int:
        """Ask until everything is answered or the user leaves; return the exit code. The summary is for a day."""
        today = date_of(day)
        tell(_welcome(self.interview))
        try:
            while (step := self.interview.step) is not None:
                outcome = ask(self.asker, self.interview, step)
                match outcome:
                    case Interview():
                        self._take(outcome)
                    case Move.HELP:
                        continue
                    case Move.BACK:
                        self.interview = self.interview.back()
                    case Move.SKIP:
                        self.interview = self.interview.next()
                    case Move.LEAVE:
                        return self._leave(DONE)
        except (KeyboardInterrupt, EOFError):
            return self._leave(INTERRUPTED)
        return self._finish(today)

    def _take(self, after: Interview) -> None:
        hidden = self.interview.hidden_by(after)
        save_text(self.file, answers_text(after.catalogue, after.answers))
        if hidden:
            tell(_HIDDEN_ONE if len(hidden) == 1 else _HIDDEN_MANY.format(count=len(hidden)))
        # What was answered before is not asked again, unless somebody goes back to it.
        step = after.step
        self.interview = after.next_open() if step is None or is_answered(step, after.answers) else after

    def _leave(self, code: int) -> int:
        saved = (
            f"Alles bis hierher ist gespeichert in {self.file}." if self.file.exists() else "Noch nichts gespeichert."
        )
        tell(f"\n{saved}\nWeiter geht es mit: insek assess {self.file}")
        return code

    def _finish(self, today: date) -> int:
        assessment = assess(self.interview.catalogue, self.interview.answers, today)
        summary = quick_summary if self.interview.scope.quick else score_summary
        sys.stdout.write("\n" + terminal_text(summary(assessment), terminal_width()))
        tell(
            f"\n{_rest(self.interview)} Alles steht in {self.file}. So geht es weiter:\n"
            f"  insek report {self.file} --format html -o bericht.html\n"
            f"  insek draft {self.file} -o entwurf.docx"
        )
        return DONE


_HIDDEN_ONE = "Damit entfällt eine frühere Antwort. Sie bleibt in der Datei und zählt nicht mehr."
_HIDDEN_MANY = "Damit entfallen {count} frühere Antworten. Sie bleiben in der Datei und zählen nicht mehr."


def _section(catalogue: Catalogue, given: str | None) -> SectionId | None:
    ids = [section.id for section in catalogue.head.sections]
    if given is None:
        return None
    if given not in ids:
        raise unusable("--section", unknown_sentence(given, ids, "Den Abschnitt"))
    return SectionId(given)


def _rest(interview: Interview) -> str:
    progress = interview.progress()
    left = progress.steps - progress.answered
    return f"{left} Fragen sind noch offen." if left > 1 else "Fertig."


def _is_dumb() -> bool:
    return os.environ.get("TERM", "") == "dumb"


def _welcome(interview: Interview) -> str:
    progress = interview.progress()
    start = "Es geht weiter" if progress.answered else "Es geht los"
    return (
        f"{start}: {progress.answered} von {progress.steps} Schritten sind beantwortet. "
        "Nach jeder Antwort wird gespeichert; Sie können jederzeit aufhören."
    )
