"""Puts changed values into a YAML text: only the lines of what changed are touched, comments stay.

Works on the layout of a text and on what it says before and after; knows neither answers nor catalogue.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from insek_cli.files.yaml_flow import FlowText
from insek_cli.files.yaml_layout import Entry, Group, Layout, Scalar
from insek_cli.files.yaml_writing import Value, Written, entry_lines, in_line, item_lines, written

Parts = Mapping[str, Value] | tuple[Value, ...]

# The field meant by a bare word where a mapping could stand.
SHORT = "status"


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the old text and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry that stays: what it said, what it says from now on (None where saying nothing means the same)."""

    entry: Entry
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class _Dropped:
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Added:
    name: str
    value: Value


_Slot = _Kept | _Dropped | _Added


def spliced(layout: Layout, root: Group, old: Parts, new: Parts) -> str:
    """Return the text of a layout that said `old` and now says `new`."""
    pieces, place = [], 0
    # Of two edits at one place the first one made comes first: the end of an entry before what is added below it.
    for edit in sorted(_edits(layout, root, 0, old, new), key=lambda edit: edit.start):
        pieces += [layout.text[place : edit.start], edit.text]
        place = edit.end
    if place == len(layout.text) and pieces and pieces[-1].strip() and not pieces[-1].endswith(layout.newline):
        # The end of a last line was missing; in a text of several lines it would say something.
        pieces.append(layout.newline)
    return "".join([*pieces, layout.text[place:]])


# What becomes of each entry ------------------------------------------------------------------------------------------


def _slots(entries: Sequence[Entry], old: Parts, new: Parts) -> Iterable[_Slot]:
    """Return what becomes of the entries of a mapping or a list, in the order in which they will stand."""
    if isinstance(new, Mapping):
        return _pairs(entries, old if isinstance(old, Mapping) else {}, new)
    return _items(entries, tuple(old), new)


def _pairs(entries: Sequence[Entry], old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[_Slot]:
    """Yield the entries as they stand, each new one behind the nearest that comes before it in `new`."""
    names = {entry.name for entry in entries}
    added: dict[str, list[_Added]] = {"": []}
    behind = ""
    for name, value in new.items():
        if name in names:
            behind = name
        else:
            added.setdefault(behind, []).append(_Added(name, value))
    yield from added[""]
    for entry in entries:
        gone = entry.name in old and entry.name not in new
        yield _Dropped(entry) if gone else _Kept(entry, old.get(entry.name), new.get(entry.name))
        yield from added.get(entry.name, ())


def _items(entries: Sequence[Entry], old: Sequence[Value], new: Sequence[Value]) -> Iterator[_Slot]:
    """Yield list items: equal ones are found again, of the others those that begin alike."""
    for same, was, now in _runs([repr(item) for item in old], [repr(item) for item in new]):
        if same:
            yield from map(_Kept, entries[was], old[was], new[now])
        else:
            yield from _changed_items(entries[was], old[was], new[now])


def _changed_items(entries: Sequence[Entry], old: Sequence[Value], new: Sequence[Value]) -> Iterator[_Slot]:
    for same, was, now in _runs([_beginning(item) for item in old], [_beginning(item) for item in new]):
        if same:
            yield from map(_Kept, entries[was], old[was], new[now])
        else:
            yield from map(_Dropped, entries[was])
            yield from (_Added("", item) for item in new[now])


def _runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[bool, slice, slice]]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - heavy or seldom needed

    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", slice(start, end), slice(new_start, new_end)


def _beginning(item: Value) -> str:
    """Return what makes an item the same one although something in it changed: its first field."""
    return repr(next(iter(item.items()), "") if isinstance(item, Mapping) else item)


# Entries on lines of their own ---------------------------------------------------------------------------------------


def _edits(layout: Layout, group: Group, opening: int, old: Parts, new: Parts) -> Iterator[Edit]:
    """Yield the edits for a mapping or a list; `opening` is a place on the line above its first entry."""
    if group.flow:
        yield Edit(group.start, group.last, _flow(layout, group, old, new))
        return
    column, behind = layout.column(group.start), opening
    for slot in _slots(group.entries, old, new):
        match slot:
            case _Kept(entry):
                yield from _kept(layout, slot, column)
                behind = entry.last
            case _Dropped(entry):
                yield _dropped(layout, entry, column)
            case _Added(name, value):
                lines = entry_lines(name, value, column) if name else item_lines(value, column)
                yield _below(layout, layout.line_end(behind), layout.line_end(behind), lines)


def _kept(layout: Layout, slot: _Kept, column: int) -> Iterator[Edit]:
    entry, value = slot.entry, slot.entry.value
    if slot.new is None or slot.old == slot.new:
        return
    if isinstance(value, Group) and not _is_bare(layout, value):
        new = _parts(slot.new)
        if not new and not value.flow:
            yield Edit(entry.sign, entry.sign, f" {in_line(new)}")
        yield from _edits(layout, value, entry.sign, _parts(slot.old), new)
    else:
        start = layout.column(value.start) + (value.start == value.end)
        yield from _replaced(layout, entry, written(slot.new, column, start))


def _is_bare(layout: Layout, group: Group) -> bool:
    """Tell whether there is nothing between the brackets."""
    return not group.entries and not layout.comments(group.start, group.last)


def _parts(value: Value | None) -> Parts:
    """Return the parts of a value; a bare word is short for a mapping."""
    if value is None:
        return {}
    return value if isinstance(value, Mapping | tuple) else {SHORT: value}


def _replaced(layout: Layout, entry: Entry, new: Written) -> Iterator[Edit]:
    """Yield the edits that put a value in the place of another: on the line of its key, and below."""
    value = entry.value
    if value.start == value.end:
        yield Edit(entry.sign, entry.sign, f" {new.head}" if new.head else "")
    else:
        blanks = 0 if new.head else value.start - len(layout.text[: value.start].rstrip(" "))
        yield Edit(value.start - blanks, value.end, new.head)
    below = layout.line_end(value.start if isinstance(value, Scalar) and value.last > value.end else entry.last)
    yield _below(layout, below, max(below, value.last), new.lines)


def _below(layout: Layout, start: int, end: int, lines: Iterable[str]) -> Edit:
    """Return the edit that puts lines below the line that ends at `start`."""
    return Edit(start, end, "".join(layout.newline + line for line in lines))


def _dropped(layout: Layout, entry: Entry, column: int) -> Edit:
    """Return the edit that takes an entry with its lines away; comments stay, each on a line of its own."""
    start, end = layout.line_start(entry.start), layout.next_line(entry.last)
    comments = layout.comments(start, end)
    if layout.text[start : entry.start].strip(" "):
        # The first field of a list item: the hyphen stays, and the next field comes up to it.
        start, end = entry.start, layout.next_content(end)
        return Edit(start, end, "".join(f"{comment}{layout.newline}{' ' * column}" for comment in comments))
    return Edit(start, end, "".join(f"{' ' * column}{comment}{layout.newline}" for comment in comments))


# Entries between brackets --------------------------------------------------------------------------------------------


def _flow(layout: Layout, group: Group, old: Parts, new: Parts) -> str:
    """Return the text of a mapping or a list between brackets."""
    text = FlowText(layout, group)
    for slot in _slots(group.entries, old, new):
        match slot:
            case _Kept(entry):
                text.keep(entry, _flow_entry(layout, slot))
            case _Dropped(entry):
                text.drop(entry)
            case _Added(name, value):
                text.add(f"{name}: {in_line(value)}" if name else in_line(value))
    return text.closed()


def _flow_entry(layout: Layout, slot: _Kept) -> str:
    entry, value = slot.entry, slot.entry.value
    if slot.new is None or slot.old == slot.new:
        return layout.text[entry.start : entry.last]
    before = layout.text[entry.start : value.start]
    if value.start == value.end:
        return f"{before}{'' if entry.sign > 0 else ':'} {in_line(slot.new)}"
    if isinstance(value, Group):
        return before + _flow(layout, value, _parts(slot.old), _parts(slot.new))
    return before + in_line(slot.new)
