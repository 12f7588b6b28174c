"""A fact about municipality, project or process: a choice, or a number, year or text that is typed."""

from collections.abc import Mapping

from insek_cli.cli.questions.talk import HELP, MOVES, UNKNOWN, Move, Talk, choose, say, say_line, say_moves
from insek_cli.core.conditions import FactValue
from insek_cli.core.entries import Question
from insek_cli.core.interview import FactStep
from insek_cli.core.vocabulary import QuestionKind
from insek_cli.documents import question_text as texts
from insek_cli.documents import wording as w
from insek_cli.files.answer_files import read_fact
from insek_cli.prompts import Moved, Option

Facts = Mapping[str, FactValue | None]


def ask_fact(talk: Talk, step: FactStep) -> None:
    """Ask for a fact."""
    question = step.question
    say(*texts.question_blocks(question))
    known = talk.answers.facts
    value = _chosen(talk, question, known) if question.kind is QuestionKind.CHOICE else _typed(talk, question, known)
    talk.change(lambda interview: interview.answer_fact(question.id, value))


def _chosen(talk: Talk, question: Question, known: Facts) -> FactValue | None:
    options = [Option(choice.id, choice.title, str(place)) for place, choice in enumerate(question.choices, 1)]
    helps = tuple(texts.question_help(question))
    return read_fact(question, choose(talk, (*options, UNKNOWN), _preset(question, known), helps))


def _preset(question: Question, known: Facts) -> str | None:
    """Return the choice made before; „weiß nicht“ is one."""
    if question.id not in known:
        return None
    return UNKNOWN.value if known[question.id] is None else str(known[question.id])


def _typed(talk: Talk, question: Question, facts: Facts) -> FactValue | None:
    """Return a number, a year or a text, None for „weiß nicht“."""
    known = facts.get(question.id)
    moves = _TEXT_MOVES if question.kind is QuestionKind.TEXT else (UNKNOWN, *MOVES)
    while True:
        say_moves(moves)
        try:
            typed = talk.asker.text(f"{_NOUNS[question.kind]}:", "" if known is None else w.fact(known), moves)
            return _read(question, typed)
        except ValueError as error:
            say_line(str(error))
        except Moved as moved:
            if moved.to == UNKNOWN.value:
                return None
            if moved.to != Move.HELP:
                raise
            say(*texts.question_help(question))


def _read(question: Question, typed: str) -> FactValue | None:
    """Return what was typed; raises ValueError with what would be right."""
    if not typed and question.kind is QuestionKind.TEXT:
        raise ValueError("Hier wird eine Antwort gebraucht. Wer sie nicht kennt, wählt „weiß nicht“.")
    try:
        return read_fact(question, typed.replace(",", ".") if question.kind is QuestionKind.NUMBER else typed)
    except ValueError as error:
        if question.kind in _EXAMPLES:
            raise ValueError(_EXAMPLES[question.kind]) from error
        raise


_EXAMPLES = {
    QuestionKind.NUMBER: "Bitte eine Zahl eingeben, zum Beispiel 12 oder 2,5.",
    QuestionKind.COUNT: "Bitte eine ganze Zahl eingeben, zum Beispiel 12.",
}


# A text may begin with any letter.
_TEXT_MOVES = (
    HELP,
    Option(Move.BACK, "zurück", "<"),
    Option(Move.SKIP, "überspringen", ">"),
    Option(UNKNOWN.value, "weiß nicht", "#"),
    Option(Move.LEAVE, "speichern und aufhören", "!"),
)

_NOUNS: Mapping[QuestionKind, str] = {
    QuestionKind.NUMBER: "Zahl",
    QuestionKind.COUNT: "Zahl",
    QuestionKind.YEAR: "Jahr",
    QuestionKind.TEXT: "Text",
    QuestionKind.CHOICE: "Antwort",
}
