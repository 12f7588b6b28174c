"""What `insek merge` does: reads what came back, takes what is new, saves it, asks about conflicts."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from insek_cli.cli.exit_codes import DONE, INTERRUPTED, MISSED, UNUSABLE
from insek_cli.cli.running import catalogue_at, date_of, tell, tell_problems
from insek_cli.cli.terminals import asker_of, is_terminal
from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.identity import is_same_place
from insek_cli.core.merging import (
    LEAD,
    Conflict,
    compare,
    has_several_texts,
    with_all_texts,
    with_voice,
)
from insek_cli.core.statements import Voice
from insek_cli.documents.blocks import Block, Document
from insek_cli.documents.merge_summary import (
    conflict_blocks,
    homeless_text,
    open_blocks,
    short_voice,
    summary_blocks,
)
from insek_cli.documents.question_text import place_title
from insek_cli.errors import InsekError, Problem, UnusableInputError, unusable
from insek_cli.files.answer_lock import answer_lock
from insek_cli.files.answer_store import AnswerStore
from insek_cli.files.forms.reading import Returned
from insek_cli.files.forms.sources import read_source
from insek_cli.formats.terminal import terminal_text, terminal_width
from insek_cli.prompts import Asker, Moved, Option

OPEN, ALL, ONE, STOP = "open", "all", "one", "stop"
_OPEN = Option(OPEN, "offen lassen, es bleibt wie bisher", "o")
_STOP = Option(STOP, "aufhören, was entschieden ist, bleibt", "q")
_LONGEST_OPTION = 200
"""Options are wrapped; a longer text would push the others off the screen, and stands whole above them anyway."""


def asker_at(*, plain: bool) -> Asker | None:
    """Return how conflicts are asked about, None where there is no terminal."""
    return asker_of(plain=plain) if is_terminal() else None


def run_merge(  # noqa: PLR0913, PLR0917 - the options of the command
    file: Path, sources: Sequence[Path], by: str | None, catalogue: Path | None, day: str | None, asker: Asker | None
) -> int:
    """Merge sources into a file and return the exit code: 1 where something is left to settle, 2 for a bad source."""
    if not file.absolute().parent.is_dir():
        raise unusable(str(file), "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen.")
    today = date_of(day)
    loaded = catalogue_at(catalogue)
    read = _read(loaded, file, sources, by, today)
    with answer_lock(file):
        return _Merge(AnswerStore(file, loaded), loaded, file, asker).run(read)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the usable sources say, and what is wrong with the others."""

    returned: Sequence[Returned]
    problems: Sequence[Problem]


def _read(catalogue: Catalogue, file: Path, sources: Sequence[Path], by: str | None, today: date) -> _Sources:
    """Return what each source says; raises UnusableInputError where none can be used."""
    problems: list[Problem] = []
    returned: list[Returned] = []
    for path in {os.path.realpath(path): path for path in reversed(sources)}.values():
        try:
            if os.path.realpath(path) == os.path.realpath(file):
                raise unusable(
                    str(path), "Das ist die Antwortdatei selbst. Bitte die zurückgeschickten Dateien nennen."
                )
            returned.insert(0, read_source(catalogue, path, by, today))
        except InsekError as error:
            problems = [*error.problems, *problems]
    return _usable(returned, problems)


def _usable(returned: Sequence[Returned], problems: Sequence[Problem]) -> _Sources:
    if not returned:
        raise UnusableInputError(problems)
    return _Sources(returned, problems)


@dataclass(frozen=True, slots=True)
class _Merge:
    """One merging into a file."""

    store: AnswerStore
    catalogue: Catalogue
    file: Path
    asker: Asker | None

    def run(self, read: _Sources) -> int:
        """Read the file, take what is new, settle conflicts; say at the end which sources were left out."""
        own = self.store.read()
        place = own.municipality if own else _first_place(self.file, read.returned)
        usable = _of_this_place(place, read)
        code = self._merged(own, own or Answers(Municipality(place.name)), usable.returned)
        if not usable.problems:
            return code
        tell("\nDiese Dateien wurden nicht übernommen:")
        tell_problems(usable.problems)
        return INTERRUPTED if code == INTERRUPTED else UNUSABLE

    def _merged(self, own: Answers | None, before: Answers, returned: Sequence[Returned]) -> int:
        compared = compare(before, [statement for one in returned for statement in one.statements])
        homeless = [
            Problem(one.source.name, homeless_text(self.catalogue, one.topic, Voice(one.fields)))
            for one in compared.homeless
        ]
        unread = [*(problem for one in returned for problem in one.unread), *homeless]
        _show(summary_blocks(self.catalogue, compared))
        tell_problems(problem for one in returned for problem in one.hints)
        if unread:
            tell("\nNicht übernommen, bitte nachsehen:")
            tell_problems(unread)
        answers = compared.answers if compared.answers == own else self._saved(before, compared.answers)
        after, left, code = self._settled(answers, compared.conflicts)
        tell(f"\n{self.file} bleibt, wie es war." if after == own else f"\nGespeichert: {self.file}")
        if left:
            tell(_LEFT_ONE if left == 1 else _LEFT_MANY.format(count=left))
        return code or (MISSED if left or unread else DONE)

    def _settled(self, answers: Answers, conflicts: Sequence[Conflict]) -> tuple[Answers, int, int]:
        """Save each decision; return the answers, how many conflicts are left, and the exit code if interrupted."""
        if self.asker is None:
            _show(open_blocks(self.catalogue, conflicts))
            return answers, len(conflicts), DONE
        left = len(conflicts)
        try:
            for conflict in conflicts:
                sys.stdout.write("\n")
                _show(conflict_blocks(self.catalogue, conflict))
                decided = _ask(self.catalogue, self.asker, answers, conflict)
                if decided is not None:
                    answers, left = self._saved(answers, decided), left - 1
        except (KeyboardInterrupt, EOFError):
            return answers, left, INTERRUPTED
        except Moved:
            return answers, left, DONE
        return answers, left, DONE

    def _saved(self, before: Answers, after: Answers) -> Answers:
        """Save at once, so that nothing decided is lost; return what the file holds now, and tell of other changes."""
        carried = self.store.save(before, after)
        if carried.answers != after:
            tell("Die Datei wurde inzwischen auch an anderer Stelle geändert; beides ist gespeichert.")
        for place in carried.overridden:
            title = place_title(self.catalogue, place)
            tell(f"Bei „{title}“ stand dort etwas anderes; jetzt gilt, was übernommen wurde.")
        return carried.answers


_LEFT_ONE = "Ein Konflikt ist offen; dort gilt, was bisher in der Datei steht."
_LEFT_MANY = "{count} Konflikte sind offen; dort gilt, was bisher in der Datei steht."


def _first_place(file: Path, returned: Iterable[Returned]) -> Municipality:
    for one in returned:
        if one.municipality is not None:
            return one.municipality
    raise unusable(str(file), "Diese Datei gibt es noch nicht, und keine Quelle nennt die Gemeinde.")


def _of_this_place(own: Municipality, read: _Sources) -> _Sources:
    """Return the sources without those of another municipality, which are among the problems then."""
    others = [one for one in read.returned if one.municipality and not is_same_place(own, one.municipality)]
    problems = [
        Problem(one.name, f"Diese Antworten sind von {_named(one.municipality)}, nicht von {_named(own)}.")
        for one in others
        if one.municipality
    ]
    return _usable([one for one in read.returned if one not in others], [*read.problems, *problems])


def _named(place: Municipality) -> str:
    return f"„{place.name}“ (AGS {place.ags})" if place.ags else f"„{place.name}“"


def _show(blocks: Iterable[Block]) -> None:
    shown = tuple(blocks)
    if shown:
        sys.stdout.write(terminal_text(Document("", "", "", shown), terminal_width()) + "\n")
        sys.stdout.flush()


def _ask(catalogue: Catalogue, asker: Asker, answers: Answers, conflict: Conflict) -> Answers | None:
    """Return the answers with what somebody decided about a conflict, None to leave it open; raises Moved to stop."""
    options = [
        Option(str(place), _short(short_voice(catalogue, conflict.topic, voice), place + 1), str(place + 1))
        for place, voice in enumerate(conflict.voices)
    ]
    several = has_several_texts(conflict)
    is_whole = LEAD.get(conflict.topic.kind) in conflict.voices[-1].fields
    both = [Option(ALL, "alle Texte behalten", "b")] if several and not is_whole else []
    chosen = asker.choose("Was soll gelten?", [*options, *both, _OPEN, _STOP])
    if chosen == STOP:
        raise Moved(STOP)
    if chosen == OPEN:
        return None
    if chosen == ALL:
        return with_all_texts(answers, conflict, 0)
    if several and is_whole and asker.choose("Und die Texte dazu?", _TEXTS) == ALL:
        return with_all_texts(answers, conflict, int(chosen))
    return with_voice(answers, conflict, int(chosen))


_TEXTS = (
    Option(ONE, "nur die der gewählten Antwort", "1"),
    Option(ALL, "alle behalten", "2"),
)


def _short(text: str, number: int) -> str:
    """Return a text on one line; of a long one whole words, and where the rest is."""
    return textwrap.shorten(text, _LONGEST_OPTION, placeholder=f" … (ganz oben unter {number})")
