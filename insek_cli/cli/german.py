"""typer's own words in German: help pages and faults of the call."""

import errno
import os
import re
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from insek_cli.consoles import write_for_programs
from insek_cli.errors import Problem, UnusableInputError, UnwritableOutputError, unusable

if TYPE_CHECKING:
    from typer.core import TyperOption

HELP_TEXT = "Diese Hilfe zeigen."
_REQUIRED = ("[required]", "[nötig]")


class _German:
    """Writes usage line and sections in German; mixed into commands and groups."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the library has no public types
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        words = " ".join(_usage_word(piece) for piece in pieces)
        formatter.write_usage(ctx.command_path, words, prefix="Aufruf: ")

    def get_help_option(self, ctx: Any) -> "TyperOption | None":  # noqa: ANN401 - the library has no public types
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP_TEXT
        found: TyperOption | None = option
        return found

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the library has no public types
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            record = param.get_help_record(ctx)
            if record is not None:
                name = re.sub(r" <[^<>]*>$", "", record[0]) if param.param_type_name == "argument" else record[0]
                records[param.param_type_name].append((name, record[1].replace(*_REQUIRED)))
        _write_section(formatter, "Angaben", records["argument"])
        _write_section(formatter, "Optionen", records["option"])


def _usage_word(piece: str) -> str:
    """Return a word of the usage line in German, without the library's brackets around brackets."""
    known = {"[OPTIONS]": "[OPTIONEN]", "COMMAND [ARGS]...": "BEFEHL …"}
    return known.get(piece) or piece.removesuffix("...").replace("[[", "[").replace("]]", "]").strip("{}")


def _write_section(formatter: Any, title: str, records: list[tuple[str, str]]) -> None:  # noqa: ANN401 - the library has no public types
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


class GermanCommand(_German, TyperCommand):
    """A command whose help is German; it minds where its result goes."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - the library has no public types
        """Run the command; a reader who has seen enough is no fault, a full disk behind the output is one."""
        if _is_for_programs(ctx):
            write_for_programs()
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_stdout()
            raise typer.Exit from None
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            _let_go_of_stdout()
            text = "Auf dem Datenträger, auf den die Ausgabe geht, ist kein Platz mehr."
            raise UnwritableOutputError((Problem("", text),)) from error


def _is_for_programs(ctx: Any) -> bool:  # noqa: ANN401 - the library has no public types
    """Tell whether the result is asked for in another form than text."""
    forms = [ctx.params.get(param.name) for param in ctx.command.params if "--format" in param.opts]
    return any(form not in {None, "text"} for form in forms)


def _let_go_of_stdout() -> None:
    """Send what is left to nowhere; Python would complain once more while it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class GermanGroup(_German, TyperGroup):
    """A group of commands whose help is German."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the library has no public types
        """Write the options, then the commands with a line each."""
        super().format_options(ctx, formatter)
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(len(name) for name in names)
        _write_section(formatter, "Befehle", [(name, self.short_text(name, limit)) for name in names])

    def short_text(self, name: str, limit: int) -> str:
        """Return what a command of the group does, in about so many characters."""
        return self.commands[name].get_short_help_str(limit)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - the library has no public types
        """Return the command named; raises UnusableInputError with the nearest one for a misspelt name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from insek_cli.files.words import unknown_sentence

            raise unusable("", unknown_sentence(args[0], self.list_commands(ctx), "Den Befehl"))
        return super().resolve_command(ctx, args)


def german_error(error: Exception) -> UnusableInputError:
    """Return a fault of the call, as the library raised it, in German."""
    ctx = getattr(error, "ctx", None)
    more = f" Mehr dazu: {ctx.command_path} --help" if ctx is not None else ""
    return UnusableInputError((Problem("", _sentence(error) + more),))


def _sentence(error: Exception) -> str:
    name = getattr(error, "option_name", None)
    hint = _named(getattr(error, "param", None))
    match type(error).__name__:
        case "NoSuchOption":
            near = get_close_matches(str(name), getattr(error, "possibilities", None) or (), n=1, cutoff=0)
            return f"Die Option „{name}“ gibt es nicht." + (f" Meinten Sie {near[0]}?" if near else "")
        case "MissingParameter":
            return f"Es fehlt {hint}."
        case "BadOptionUsage":
            return f"Die Option „{name}“ braucht einen Wert, oder sie steht zu oft."
        case "BadParameter":
            allowed = re.findall(r"'([^']*)'", str(getattr(error, "message", "")))[1:]
            return f"Der Wert für {hint} passt nicht." + (f" Möglich: {', '.join(allowed)}." if allowed else "")
        case _:
            return "Der Aufruf passt nicht: Es steht etwas zu viel oder zu wenig da."


def _named(param: Any) -> str:  # noqa: ANN401 - the library has no public types
    """Return how an option or an argument is called."""
    if param is None:
        return ""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return f"die Angabe {param.metavar or param.name}"


def german_app(**settings: Any) -> typer.Typer:  # noqa: ANN401 - the library has no public types
    """Return an empty program or group of commands that speaks German."""
    return typer.Typer(
        **{"cls": GermanGroup, **settings},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
    )
