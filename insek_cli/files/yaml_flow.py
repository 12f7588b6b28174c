"""The new text of a mapping or a list between brackets: commas, blanks and comments between its entries."""

from insek_cli.files.yaml_layout import Entry, Group, Layout
from insek_cli.files.yaml_writing import WIDTH


class FlowText:
    """Takes the entries in the order in which they will stand; what is between those that stay stays as it is."""

    def __init__(self, layout: Layout, group: Group) -> None:
        self._layout, self._group = layout, group
        self._around: dict[int, tuple[int, int]] = {}
        self._tail, self._closing = self._measured()
        self._text = layout.text[group.start]
        self._lead = ""  # what stands before an entry that stays, a model for new ones
        self._held = ""  # comments of entries that went
        self._open = False  # an entry stands there that has no comma yet
        self._moved = False  # the entry before is new or has gone

    def keep(self, entry: Entry, text: str) -> None:
        """Add an entry of the old text with what stood around it."""
        start, end = self._around[entry.start]
        self._lead = self._layout.text[start : entry.start]
        lead = self._lead if self._lead.strip() or not self._moved else self._moved_lead()
        self._add(lead + text + self._layout.text[entry.last : end])
        self._moved = False

    def drop(self, entry: Entry) -> None:
        """Leave an entry out, but not the comments around it."""
        comments = self._layout.comments(*self._around[entry.start])
        self._held += "".join(f" {comment}{self._next_line()}" for comment in comments)
        self._moved = True

    def add(self, text: str) -> None:
        """Add a new entry."""
        self._add(self._new_lead(text) + text)
        self._moved = True

    def closed(self) -> str:
        """Return the whole text."""
        comma = "," if self._open and self._closing else ""
        tail = "" if self._held and not self._tail.strip() else self._tail
        return self._text + comma + self._held + tail + self._layout.text[self._group.last - 1]

    def _measured(self) -> tuple[str, bool]:
        """Note the span of each entry from comma to comma; return what follows and whether the last has a comma."""
        layout, entries, close = self._layout, self._group.entries, self._group.last - 1
        place, comma = self._group.start + 1, -1
        for number, entry in enumerate(entries, start=1):
            limit = entries[number].start if number < len(entries) else close
            comma = layout.sign(",", entry.last, limit)
            # Without a comma behind it, blanks behind the last entry belong to the bracket.
            end = comma - 1 if comma > 0 else limit if layout.comments(entry.last, limit) else entry.last
            self._around[entry.start] = place, end
            place = max(comma, end)
        return layout.text[place:close], comma > 0

    def _add(self, text: str) -> None:
        self._text += ("," if self._open else "") + self._held + text
        self._open, self._held = True, ""

    def _moved_lead(self) -> str:
        """Return the blanks before an entry whose neighbour is not the old one."""
        if self._held:
            return ""
        return self._lead or " " if self._open else self._lead.lstrip(" ")

    def _new_lead(self, text: str) -> str:
        if self._held or not self._open:
            return ""
        if not self._lead.strip() and self._layout.newline in self._lead:
            return self._lead
        line = self._text.rpartition(self._layout.newline)[2]
        start = self._layout.column(self._group.start) if line == self._text else 0
        return self._next_line() if start + len(f"{line}, {text}}}") > WIDTH else " "

    def _next_line(self) -> str:
        return self._layout.newline + " " * (self._layout.column(self._group.start) + 1)
