"""Answer files as people write them: any mixture of styles, with comments and blank lines everywhere.

Every line knows what it belongs to, so that a test can tell which lines a change may touch: nothing `()`, the frame
of a part `("plans",)`, a part between brackets `("plans", None)`, an entry `("plans", 2)`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st

from insek_cli.files.answer_writing import answer_parts
from insek_cli.files.yaml_writing import in_line


@dataclass
class Page:
    """A text being written: its lines, each with what it belongs to, and the comments in it."""

    draw: object
    lines: list[tuple[tuple, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def flip(self):
        return self.draw(st.integers(0, 3)) == 0

    def comment(self):
        sign = self.draw(st.sampled_from(["#", "# ", "#: ", "# a: {b, 'c", '# "', "## - |"]))
        self.comments.append(f"{sign}k{len(self.comments)}k")
        return self.comments[-1]

    def line(self, owner, text):
        end = f"{self.draw(st.sampled_from([' ', '   ']))}{self.comment()}" if self.flip() else ""
        self.lines.append((owner, text + end))

    def between(self, owner, indent):
        """Write blank lines and lines of comments."""
        if self.flip():
            self.lines.append((owner, ""))
        if self.flip():
            self.lines.append((owner, " " * indent + self.comment()))


def handwritten(draw, catalogue, answers):
    """Return a page that says these answers."""
    page = Page(draw)
    page.between((), 0)
    for name, value in answer_parts(catalogue, answers).items():
        page.between((), 0)
        _part(page, name, value)
    page.between((), 0)
    return page


def _part(page, name, value):
    if not isinstance(value, Mapping | tuple):
        _scalar(page, (name, None), f"{name}:", 0, value)
    elif page.flip() or not value:
        _flow(page, (name, None), f"{name}:", 0, value)
    else:
        page.line((name,), f"{name}:")
        _entries(page, (name,), page.draw(st.sampled_from([2, 4])), value)


def _entries(page, owner, indent, value):
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
    for name, part in pairs:
        page.between(owner, indent)
        key = f"{' ' * indent}{name}:" if isinstance(value, Mapping) else f"{' ' * indent}-"
        # A field of an entry in block style belongs to the entry.
        mine = (*owner, name) if len(owner) == 1 else owner
        if not isinstance(part, Mapping):
            _scalar(page, mine, key, indent, part)
        elif page.flip() or not part:
            _flow(page, mine, key, indent, part)
        elif isinstance(value, Mapping) or page.flip():
            page.line(mine, key)
            _entries(page, mine, indent + 2, part)
        else:
            start = len(page.lines)
            _entries(page, mine, indent + 2, part)
            first = next(n for n in range(start, len(page.lines)) if page.lines[n][1].strip()[:1] not in {"", "#"})
            page.lines[first] = mine, f"{key} {page.lines[first][1].lstrip()}"


def _scalar(page, owner, key, indent, value):
    text = value if isinstance(value, str) else ""
    if "\n" in text and text == text.strip() and all(line.isprintable() for line in text.split("\n")):
        pad = " " * (indent + page.draw(st.sampled_from([1, 2, 5])))
        page.line(owner, f"{key} {page.draw(st.sampled_from(['|-', '|2-'])).replace('2', str(len(pad) - indent))}")
        page.lines += [(owner, pad + line if line else "") for line in text.split("\n")]
    else:
        page.line(owner, f"{key} {_inline(page, value)}")


def _inline(page, value):
    if isinstance(value, str) and value.isprintable() and page.flip():
        return "'" + value.replace("'", "''") + "'"
    return in_line(value)


def _flow(page, owner, key, indent, value):
    pairs = list(value.items() if isinstance(value, Mapping) else enumerate(value))
    opened, closed = "{}" if isinstance(value, Mapping) else "[]"
    line, pad = f"{key} {opened}{page.draw(st.sampled_from(['', ' ']))}", " " * (indent + 2)
    for place, (name, part) in enumerate(pairs):
        text = _inline_parts(page, part)
        last = place + 1 == len(pairs)
        comma = "" if last and not page.flip() else ","
        line += (f"{name}: {text}" if isinstance(value, Mapping) else text) + comma
        if page.flip():
            page.line(owner, line)
            page.between(owner, indent + 2)
            line = pad
        elif not last:
            line += " "
    page.line(owner, line + closed)


def _inline_parts(page, value):
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_inline(page, part)}" for name, part in value.items()) + "}"
    return _inline(page, value)
