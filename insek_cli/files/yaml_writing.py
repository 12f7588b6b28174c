"""Values as YAML that people read and that every reader takes for what was meant. Knows neither answers nor files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | int | Decimal | date | Mapping[str, "Value"] | tuple["Value", ...]

WIDTH = 110
STEP = 2

_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß0-9](?:[A-Za-zÄÖÜäöüß0-9 .,/()_%+-]*[A-Za-zÄÖÜäöüß0-9.)%])?\Z").match
_NUMBER = re.compile(r"[0-9][0-9A-Za-z_.:+-]*\Z").match
# What other readers take for a truth value or for nothing.
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
# What YAML does not let stand as it is, and characters that end a line or cannot be seen at its start.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BETWEEN_WORDS = re.compile("(?<=[^ ]) (?=[^ ])")


@dataclass(frozen=True, slots=True)
class Written:
    """A value behind its key: what stands on the line of the key, and the lines below it."""

    head: str
    lines: tuple[str, ...] = ()


def written(value: Value, indent: int, start: int) -> Written:
    """Return a value for a key that stands at column `indent`; the value itself begins at column `start`.

    A mapping or a list stands on one line where it fits, else below its key; a mapping at the margin always does.
    """
    if isinstance(value, str):
        return _text(value, indent, start)
    if not isinstance(value, Mapping | tuple):
        return Written(in_line(value))
    line = in_line(value)
    if not value or (start + len(line) <= WIDTH and _is_simple(value) and (indent or isinstance(value, tuple))):
        return Written(line)
    return Written("", tuple(lines_of(value, indent + STEP)))


def lines_of(value: Mapping[str, Value] | tuple[Value, ...], indent: int) -> Iterator[str]:
    """Yield a mapping or a list line by line."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from entry_lines(key, part, indent)
    else:
        for item in value:
            yield from item_lines(item, indent)


def entry_lines(key: str, value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of a key with its value."""
    found = written(value, indent, indent + len(key) + 2)
    yield f"{' ' * indent}{key}: {found.head}".rstrip()
    yield from found.lines


def item_lines(value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of a list item."""
    found = written(value, indent, indent + STEP)
    first, *rest = [" " * (indent + STEP) + found.head] if found.head else found.lines
    yield f"{' ' * indent}- {first[indent + STEP :]}"
    yield from rest or (found.lines if found.head else ())


def in_line(value: Value) -> str:
    """Return a value as it stands between brackets, on one line."""
    match value:
        case str():
            return value if _is_plain(value) and "," not in value else _quoted(value)
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case Mapping():
            return "{" + ", ".join(f"{key}: {in_line(part)}" for key, part in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(in_line(item) for item in value) + "]"
        case _:
            return str(value)


def _is_simple(value: Mapping[str, Value] | tuple[Value, ...]) -> bool:
    """Tell whether nothing in a mapping or a list has parts or lines of its own."""
    parts = value.values() if isinstance(value, Mapping) else value
    return not any(isinstance(part, Mapping | tuple) or (isinstance(part, str) and "\n" in part) for part in parts)


def _text(text: str, indent: int, start: int) -> Written:
    pad = " " * (indent + STEP)
    if "\n" in text and _fits_a_block(text):
        mark = "|" if text.endswith("\n") else "|-"
        return Written(mark, tuple(pad + line if line else "" for line in text.removesuffix("\n").split("\n")))
    if start + len(text) > WIDTH and text.isprintable() and text == text.strip() and " " in text:
        return Written(">-", tuple(pad + line for line in _folded(text, WIDTH - len(pad))))
    return Written(text if _is_plain(text) else _quoted(text))


def _is_plain(text: str) -> bool:
    """Tell whether a text can stand without quotation marks and nobody takes it for something else."""
    return bool(_PLAIN(text)) and not _NUMBER(text) and text.lower() not in _TAKEN


def _fits_a_block(text: str) -> bool:
    """Tell whether a text can stand as it is; a blank line at its end would end the document."""
    if text.startswith((" ", "\n")) or text.endswith("\n\n"):
        return False
    return all(line.isprintable() and line == line.rstrip() for line in text.split("\n"))


def _folded(text: str, width: int) -> list[str]:
    """Return the lines of a text broken between words; only a single blank may become the end of a line."""
    lines = [""]
    for word in _BETWEEN_WORDS.split(text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(lambda found: _escape(found[0]), text)}"'


def _escape(sign: str) -> str:
    if "\ud800" <= sign <= "\udfff":
        return "?"  # half a character, which no file can hold
    return _NAMED.get(sign) or (f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}")  # noqa: PLR2004 - two hex digits hold so much
