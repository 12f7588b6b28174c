"""An answer that cannot be saved: another try, another file, or the end."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from insek_cli.cli.questions.unsaved import save_or_ask
from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.errors import UnusableInputError, UnwritableOutputError
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_lock import answer_lock
from insek_cli.files.answer_store import AnswerStore
from tests.cli.questions.script import TOWN, Script, go

CONTENT = """format: insek-answers/1
catalogue: insek-klein/2026.1
municipality: {name: Ort, inhabitants: 900}  # Kommentar bleibt
"""
NEW = TOWN.with_fact("project", "new")


@pytest.fixture
def store(tmp_path: Path, catalogue: Catalogue) -> AnswerStore:
    """Return a store on a file whose folder is gone since it was read."""
    folder = tmp_path / "weg"
    folder.mkdir()
    (folder / "ort.yaml").write_text(CONTENT, encoding="utf-8")
    store = AnswerStore(folder / "ort.yaml", catalogue)
    assert store.read() == TOWN
    (folder / "ort.yaml").unlink()
    folder.rmdir()
    return store


class Repairing(Script):
    """Makes the folder of a store anew before it gives an answer."""

    def __init__(self, store: AnswerStore, *answers: object) -> None:
        super().__init__(answers)
        self.store = store

    def _next(self, question: str, preset: object, moves: object) -> object:
        self.store.path.parent.mkdir()
        return super()._next(question, preset, moves)


class Interrupting(Script):
    """Presses Ctrl-C at the first question."""

    def choose(self, *_: object, **__: object) -> str:
        raise KeyboardInterrupt


def saved(asker: Script, store: AnswerStore) -> Answers:
    with ExitStack() as held:
        return save_or_ask(asker, store, held, TOWN, NEW).answers


def in_file(store: AnswerStore) -> Answers:
    return AnswerReader(store.catalogue).read(store.path)


def test_another_try_saves_when_the_cause_is_gone(store: AnswerStore, capsys: pytest.CaptureFixture[str]):
    assert saved(Repairing(store, "again"), store) == NEW
    assert in_file(store) == NEW
    assert "Nicht gespeichert:" in capsys.readouterr().out


def test_another_file_begins_as_the_old_one_was_and_keeps_its_comments(store: AnswerStore, tmp_path: Path):
    saved(Script(["elsewhere", str(tmp_path / "neu.yaml")]), store)
    assert store.path == tmp_path / "neu.yaml"
    assert in_file(store) == NEW
    assert "# Kommentar bleibt" in store.path.read_text(encoding="utf-8")


def test_a_folder_takes_the_file_under_its_name(store: AnswerStore, tmp_path: Path):
    saved(Script(["elsewhere", str(tmp_path)]), store)
    assert store.path == tmp_path / "ort.yaml"


def test_another_file_is_held_as_long_as_the_session(store: AnswerStore, tmp_path: Path):
    with ExitStack() as held:
        save_or_ask(Script(["elsewhere", str(tmp_path / "neu.yaml")]), store, held, TOWN, NEW)
        with pytest.raises(UnusableInputError), answer_lock(tmp_path / "neu.yaml"):
            pass
    with answer_lock(tmp_path / "neu.yaml"):
        pass


def test_a_place_that_is_no_good_is_told_and_asked_again(
    store: AnswerStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "alt.yaml").write_text("fremd", encoding="utf-8")
    tries = [
        "elsewhere",
        str(tmp_path / "alt.yaml"),
        "elsewhere",
        str(tmp_path / "fehlt" / "a.yaml"),
        "elsewhere",
        go(),
    ]
    saved(Script([*tries, "elsewhere", str(tmp_path / "neu.yaml")]), store)
    said = " ".join(capsys.readouterr().out.split())
    assert "Diese Datei gibt es schon." in said
    assert "Den Ordner für diese Datei gibt es nicht." in said
    assert (tmp_path / "alt.yaml").read_text(encoding="utf-8") == "fremd"
    assert not (tmp_path / "fehlt").exists()
    assert in_file(store) == NEW


@pytest.mark.parametrize("asker", [Script(["end"]), Interrupting([])])
def test_who_gives_up_is_told_what_was_wrong(store: AnswerStore, asker: Script):
    with pytest.raises(UnwritableOutputError, match="Den Ordner für diese Datei"):
        saved(asker, store)


def test_a_new_session_without_a_file_moves_too(tmp_path: Path, catalogue: Catalogue):
    store = AnswerStore(tmp_path / "weg" / "ort.yaml", catalogue)
    saved(Script(["elsewhere", str(tmp_path / "neu.yaml")]), store)
    assert in_file(store) == NEW
