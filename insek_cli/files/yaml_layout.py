"""Where everything stands in a YAML text: the span of each key, value and comment, so that a part can be replaced.

Made of the same events as the values of `yaml_reader`, for texts in which that reader found nothing wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from yaml.events import CollectionStartEvent, MappingEndEvent, MappingStartEvent, NodeEvent, SequenceEndEvent

from insek_cli.files.yaml_reader import events_of

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")
_HEADER = re.compile("[|>][-+0-9]*")
_CLOSING = (MappingEndEvent, SequenceEndEvent)
_BLOCKS = ("|", ">")
_ENDS = " \r\n\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text from `start` to `end`; of a block text this is its mark, and its lines end at `last`."""

    start: int
    end: int
    last: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or a list item (without a name): `sign` is behind its colon or hyphen, -1 without one."""

    name: str
    start: int
    sign: int
    value: "Scalar | Group"

    @property
    def last(self) -> int:
        """Return the place behind the last character."""
        return max(self.sign, self.value.last)


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or a list; `flow` is one between brackets, which belong to it."""

    start: int
    last: int
    flow: bool
    entries: tuple[Entry, ...]

    @property
    def end(self) -> int:
        """Return the place behind the last character."""
        return self.last


class Layout:
    """A text with the spans of what is in it; `root` is None where there is nothing but comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [found.span() for found in _BREAK.finditer(text)]
        self._scalars: list[tuple[int, int]] = []
        self.root = self._read()
        self._comments = list(self._find_comments())

    @property
    def newline(self) -> str:
        """Return the line end this text uses."""
        return self.text[slice(*self._breaks[0])] if self._breaks else "\n"

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        before = bisect_right(self._breaks, place, key=lambda found: found[1])
        return self._breaks[before - 1][1] if before else 0

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its line end."""
        after = bisect_left(self._breaks, place, key=lambda found: found[0])
        return self._breaks[after][0] if after < len(self._breaks) else len(self.text)

    def next_line(self, place: int) -> int:
        """Return where the line after that of a place begins."""
        after = bisect_left(self._breaks, place, key=lambda found: found[0])
        return self._breaks[after][1] if after < len(self._breaks) else len(self.text)

    def _end_before(self, place: int) -> int:
        """Return where the last line that ends before a place ends."""
        before = bisect_right(self._breaks, place, key=lambda found: found[1])
        return self._breaks[before - 1][0] if before else 0

    def next_content(self, place: int) -> int:
        """Return where the first line from a place on has something else than blanks; comments count."""
        return place + len(self.text[place:]) - len(self.text[place:].lstrip(_ENDS))

    def column(self, place: int) -> int:
        """Return the column of a place, from 0."""
        return place - self.line_start(place)

    def comments(self, start: int = 0, end: int | None = None) -> list[str]:
        """Return the comments that begin within a span, in the order in which they stand."""
        first = bisect_left(self._comments, (start, 0))
        last = len(self._comments) if end is None else bisect_left(self._comments, (end, 0))
        return [self.text[slice(*span)] for span in self._comments[first:last]]

    def sign(self, sign: str, start: int, end: int) -> int:
        """Return the place behind the first such sign between two values, or -1; comments do not count."""
        for found in re.finditer(f"{_COMMENT.pattern}|{re.escape(sign)}", self.text[start:end]):
            if found[0] == sign:
                return start + found.end()
        return -1

    def _find_comments(self) -> Iterator[tuple[int, int]]:
        """Yield the spans of all comments: what begins with # outside of every text."""
        edges = [(0, 0), *self._scalars, (len(self.text), len(self.text))]
        for (_, end), (start, _) in pairwise(edges):
            for found in _COMMENT.finditer(self.text, end, start):
                yield found.span()

    def _read(self) -> Scalar | Group | None:
        events = events_of(self.text)
        for event in events:
            if isinstance(event, NodeEvent):
                return self._node(event, events)
        return None

    def _node(self, event: Any, events: Iterator[Any]) -> Scalar | Group:  # noqa: ANN401 - the library has no types
        if isinstance(event, CollectionStartEvent):
            return self._group(event, events)
        return self._scalar(event.start_mark.index, event.end_mark.index, block=getattr(event, "style", "") in _BLOCKS)

    def _group(self, event: Any, events: Iterator[Any]) -> Group:  # noqa: ANN401 - the library has no types
        read = self._pair if isinstance(event, MappingStartEvent) else self._item
        start, flow = event.start_mark.index, bool(event.flow_style)
        last = start + 1 if flow else start
        entries: list[Entry] = []
        for inner in events:
            if type(inner) in _CLOSING:
                last = inner.end_mark.index if flow else last
                break
            entries.append(read(inner, events, last))
            last = entries[-1].last
        return Group(start, last, flow, tuple(entries))

    def _pair(self, event: Any, events: Iterator[Any], _: int) -> Entry:  # noqa: ANN401 - the library has no types
        key, value = self._node(event, events), self._node(next(events), events)
        return Entry(event.value, key.start, self.sign(":", key.last, value.start), value)

    def _item(self, event: Any, events: Iterator[Any], after: int) -> Entry:  # noqa: ANN401 - the library has no types
        value = self._node(event, events)
        sign = self.sign("-", after, value.start)
        return Entry("", value.start if sign < 0 else sign - 1, sign, value)

    def _scalar(self, start: int, end: int, *, block: bool) -> Scalar:
        header = _HEADER.match(self.text, start) if block else None
        if header is None:
            self._scalars.append((start, end))
            return Scalar(start, end, end)
        body = self.line_end(start)
        last = self.line_end(start + len(self.text[start:end].rstrip(_ENDS)))
        if "+" in header[0]:
            # Blank lines at the end belong to such a text; its very last line end does not.
            last = max(last, self._end_before(start + len(self.text[start:end].rstrip(" "))))
        self._scalars += [header.span(), (body, last)]
        return Scalar(start, header.end(), last)
