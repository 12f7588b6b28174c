"""Help pages and faults of the call are German."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from insek_cli.cli import app as app_module
from insek_cli.cli.app import app
from tests.cli.program import insek
from tests.conftest import EXAMPLE


def options_by_command() -> dict[tuple[str, ...], list[str]]:
    """Return every command with its options, as the library knows them."""
    program = get_command(app)
    found = {(): program}
    for name in program.list_commands(None):
        command = found[name,] = program.get_command(None, name)
        found |= {(name, inner): below for inner, below in getattr(command, "commands", {}).items()}
    return {
        words: ["--help"]
        + [name for param in command.params if param.param_type_name == "option" for name in param.opts]
        for words, command in found.items()
    }


COMMANDS = options_by_command()
ENGLISH = re.compile(
    r"\b(usage|options|commands?|arguments?|this|message|exit|required|default|error|try|missing|invalid|such)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_german_and_lists_every_option(tmp_path: Path, command):
    shown = insek(*command, "--help", cwd=tmp_path).out
    assert shown.startswith("Aufruf: ")
    assert "Diese Hilfe zeigen." in shown
    listed = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", shown[shown.index("Optionen:") :])
    assert [option for option in COMMANDS[command] if option not in listed] == []
    assert ENGLISH.findall(re.sub(r"--?[a-z-]+|<.*>|^  [a-z-]+ ", "", shown, flags=re.MULTILINE)) == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_into_80_columns_and_shows_no_type_of_python(tmp_path: Path, command):
    shown = insek(*command, "--help", cwd=tmp_path).out
    assert [line for line in shown.split("\n") if len(line) > 80] == []
    assert re.findall(r"<path>|list\[|Path\]|\[\[|\{", shown) == []


@pytest.mark.parametrize(("name", "text"), [*app_module.COMMANDS.items(), *app_module.GROUPS.items()])
def test_list_of_commands_says_what_each_says_of_itself(name, text):
    assert get_command(app).get_command(None, name).get_short_help_str(200) == text


def test_short_help_of_a_command_is_a_whole_sentence(tmp_path: Path):
    shown = insek("--help", cwd=tmp_path).out
    assert "..." not in shown


def test_program_without_words_shows_its_help(tmp_path: Path):
    ended = insek(cwd=tmp_path, code=2)
    assert "Befehle:" in ended.err + ended.out


def test_version_is_shown(tmp_path: Path):
    assert re.fullmatch(r"insek \d+\.\d+\.\d+\n", insek("--version", cwd=tmp_path).out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("skore",), "Den Befehl „skore“ gibt es hier nicht. Meinten Sie „score“?"),
        (("catalogue", "chekc"), "Den Befehl „chekc“ gibt es hier nicht. Meinten Sie „check“?"),
        (("score", "--frmat", "json", "x"), "Die Option „--frmat“ gibt es nicht. Meinten Sie --format?"),
        (("score", "--gibtsnicht", "x"), "Die Option „--gibtsnicht“ gibt es nicht."),
        (("score", "x", "--date"), "Die Option „--date“ braucht einen Wert"),
        (("score",), "Es fehlt "),
        (("report",), "Es fehlt "),
        (("draft", "x"), "Es fehlt "),
        (("report", "a", "b"), "Es steht etwas zu viel"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_wrong_call_is_told_in_german_with_the_remedy(tmp_path: Path, words, said):
    ended = insek(*words, cwd=tmp_path, code=2)
    assert said in ended.err
    assert ended.out == ""
    assert ENGLISH.findall(re.sub(r"--[a-z-]+|insek_cli", "", ended.err)) == []


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("score", "x", "--format", "yaml"), "text, json, jsonl, csv, xlsx"),
        (("report", "x", "--format", "pdf"), "html"),
    ],
)
def test_wrong_choice_lists_what_is_possible(tmp_path: Path, words, allowed):
    ended = insek(*words, cwd=tmp_path, code=2)
    assert "Möglich: " in ended.err
    assert allowed in ended.err


@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        (("--date", "2026-02-30"), "--date", "Diesen Tag gibt es nicht."),
        (("--date", "22.11.2026"), "--date", "JJJJ-MM-TT"),
        (("--fail-under", "viel"), "--fail-under", "Zahl von 0 bis 100"),
        (("--fail-under", "101"), "--fail-under", "Zahl von 0 bis 100"),
        (("--fail-under", "-1"), "--fail-under", "Zahl von 0 bis 100"),
        (("--require", "soud"), "--require", "Meinten Sie „sound“?"),
        (("--require", "x"), "--require", "start, underway, core, sound"),
        (("--format", "xlsx"), "--output", "-o ergebnis.xlsx"),
    ],
)
def test_wrong_value_is_told_with_its_option_and_the_remedy(tmp_path: Path, words, place, said):
    ended = insek("score", EXAMPLE, *words, cwd=tmp_path, code=2)
    assert ended.err.startswith(f"{place}: ")
    assert said in ended.err
