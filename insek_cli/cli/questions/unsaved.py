"""What to do when an answer cannot be saved: the disk is full, the folder is gone or locked. The session goes on."""

from contextlib import ExitStack, suppress
from enum import StrEnum
from pathlib import Path

from insek_cli.cli.questions.talk import say_line
from insek_cli.core.answers import Answers
from insek_cli.core.changes import Carried
from insek_cli.errors import InsekError, UnwritableOutputError, unusable
from insek_cli.files.answer_lock import answer_lock
from insek_cli.files.answer_store import AnswerStore
from insek_cli.prompts import BACK, Asker, Moved, Option


class Way(StrEnum):
    """How a user goes on without having saved."""

    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    END = "end"


WAYS = (
    Option(Way.AGAIN, "noch einmal versuchen, wenn Platz geschaffen ist", "1"),
    Option(Way.ELSEWHERE, "in einer anderen Datei weiterarbeiten", "2"),
    Option(Way.END, "aufhören; nur diese Antwort geht verloren", "3"),
)


def save_or_ask(asker: Asker, store: AnswerStore, held: ExitStack, before: Answers, after: Answers) -> Carried:
    """Save what changed, as often as the user wants and where; raises UnwritableOutputError if they give up.

    held: keeps the lock of another file until the session ends.
    """
    while True:
        try:
            return store.save(before, after)
        except UnwritableOutputError as error:
            say_line(f"Nicht gespeichert: {error}")
            match _way(asker):
                case Way.AGAIN:
                    continue
                case Way.ELSEWHERE:
                    _go_elsewhere(asker, store, held)
                case Way.END:
                    raise


def _way(asker: Asker) -> Way:
    """Return how to go on; who breaks off wants to end."""
    with suppress(KeyboardInterrupt, EOFError):
        return Way(asker.choose("Was nun?", WAYS))
    return Way.END


def _go_elsewhere(asker: Asker, store: AnswerStore, held: ExitStack) -> None:
    """Have the answers kept in another file from now on; where that is not possible, all stays as it is."""
    preset = str(Path.home() / store.path.name)
    try:
        typed = Path(asker.text("Neue Datei:", preset, (BACK,))).expanduser()
        path = typed / store.path.name if typed.is_dir() else typed
        _move(store, path, held)
    except (Moved, KeyboardInterrupt, EOFError):
        return
    except InsekError as error:
        say_line(str(error))
        return
    say_line(f"Ab jetzt wird hier gespeichert: {path}")


def _move(store: AnswerStore, path: Path, held: ExitStack) -> None:
    if not path.absolute().parent.is_dir():
        raise unusable(str(path), "Den Ordner für diese Datei gibt es nicht. Bitte zuerst anlegen.")
    with ExitStack() as locked:
        locked.enter_context(answer_lock(path))
        store.move_to(path)
        held.push(locked.pop_all())
