"""A conversation with answers written down before, instead of a terminal."""

from collections.abc import Iterable, Sequence
from datetime import date

from insek_cli.cli.asking import ask
from insek_cli.cli.questions.talk import Talk
from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.interview import Scope, start_interview
from insek_cli.prompts import BACK, Moved, Option

TODAY = date(2026, 11, 22)
TOWN = Answers(Municipality("Ort", inhabitants=900))


def go(move: str = BACK.value) -> Moved:
    """Return what a script holds where the user presses the key of a move."""
    return Moved(move)


class Script:
    """Answers as written down; remembers what was asked, and refuses answers and moves that are not offered."""

    def __init__(self, answers: Iterable[object]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.presets: list[object] = []
        self.suggested: list[list[str]] = []

    def choose(
        self, question: str, options: Sequence[Option], preset: str | None = None, moves: Sequence[Option] = ()
    ) -> str:
        keys = [option.key for option in (*options, *moves) if option.key]
        assert len(set(keys)) == len(keys), keys
        assert preset is None or preset in [option.value for option in options]
        answer = self._next(question, preset, moves)
        assert answer in [option.value for option in options]
        return str(answer)

    def text(
        self, question: str, preset: str = "", moves: Sequence[Option] = (), suggestions: Sequence[str] = ()
    ) -> str:
        self.suggested.append(list(suggestions))
        return str(self._next(question, preset, moves))

    def tick(
        self, question: str, options: Sequence[Option], preset: Sequence[str] = (), moves: Sequence[Option] = ()
    ) -> list[str]:
        assert set(preset) <= {option.value for option in options}
        answer = self._next(question, list(preset), moves)
        assert isinstance(answer, list)
        assert set(answer) <= {option.value for option in options}
        return answer

    def _next(self, question: str, preset: object, moves: Sequence[Option]) -> object:
        self.asked.append(question)
        self.presets.append(preset)
        answer = self.answers.pop(0)
        if isinstance(answer, Moved):
            assert answer.to in [move.value for move in moves], (question, answer.to)
            raise answer
        return answer


class Held(Talk):
    """A talk by script that remembers every state it saved."""

    def __init__(
        self, catalogue: Catalogue, key: str, answers: Answers, script: Sequence[object], **more: object
    ) -> None:
        quick = bool(more.pop("quick", False))
        start = start_interview(catalogue, answers, Scope(quick=quick)).jump(key)
        self.script, self.saved = Script(script), [answers]
        super().__init__(start, self.script, self._save, TODAY, **more)

    def _save(self, before: Answers, after: Answers) -> Answers:
        assert before == self.saved[-1], "what was saved last"
        self.saved.append(after)
        return after


def held(catalogue: Catalogue, key: str, *script: object, answers: Answers = TOWN, **more: object) -> Held:
    """Return the talk after the step `key`; every scripted answer must have been asked for."""
    talk = Held(catalogue, key, answers, script, **more)
    ask(talk, talk.interview.step)
    assert talk.script.answers == []
    return talk


def left(catalogue: Catalogue, key: str, *script: object, answers: Answers = TOWN, **more: object) -> tuple[str, Held]:
    """Return where a move of the last scripted answer leads to, and the talk."""
    talk = Held(catalogue, key, answers, script, **more)
    try:
        ask(talk, talk.interview.step)
    except Moved as moved:
        assert talk.script.answers == []
        return moved.to, talk
    raise AssertionError("the step was answered")
