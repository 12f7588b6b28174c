"""Which support is wanted."""

from insek_cli.cli.questions.talk import HELP, MOVES, Talk, say, say_moves
from insek_cli.core.vocabulary import SupportId
from insek_cli.documents import question_text as texts
from insek_cli.prompts import Option


def ask_support(talk: Talk) -> None:
    """Ask which support is wanted; nothing is an answer."""
    support = talk.interview.catalogue.support
    say(*texts.support_blocks(support.values()))
    moves = tuple(move for move in MOVES if move != HELP)
    say_moves(moves)
    options = [Option(kind.id, kind.title) for kind in support.values()]
    ticked = talk.asker.tick("Das wünschen wir uns:", options, talk.answers.support or (), moves)
    talk.change(lambda interview: interview.answer_support(tuple(SupportId(word) for word in ticked)))
