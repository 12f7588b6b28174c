"""Faults of a Word file that python-docx and LibreOffice let pass: pairs, references and order within the XML."""

import io
import itertools
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DOCUMENT = "word/document.xml"

# The order of the schema (CT_PPr), as far as it is used.
PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind"),
    *("contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"),
)


def parts_of(data: bytes) -> dict[str, ET.Element]:
    """Return the XML parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: ET.fromstring(file.read(name)) for name in file.namelist() if _is_xml(name)}  # noqa: S314 - made by our own program


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def faults(data: bytes) -> list[str]:
    """Return every fault found, in words."""
    parts = parts_of(data)
    found = [*_relations(data, parts), *_styles(parts), *_numberings(parts)]
    for name, root in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += [f"{name}: {fault}" for check in _CHECKS for fault in check(root)]
    return found


def _relations(data: bytes, parts: dict[str, ET.Element]) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, base = posixpath.split(posixpath.dirname(name))[0], posixpath.basename(name)
        owner = posixpath.join(folder, base.removesuffix(".rels"))
        relations = {relation.get("Id"): relation for relation in root.iter(RELATION)}
        for ident, relation in relations.items():
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "").lstrip("/")))
            if relation.get("TargetMode") != "External" and target not in names:
                yield f"{name}: {ident} leads to {target}, which is absent"
        if owner in parts:
            used = {value for found in parts[owner].iter() for key, value in found.attrib.items() if key.startswith(R)}
            yield from (f"{owner}: relation {ident} is absent" for ident in sorted(used - set(relations)))


def _styles(parts: dict[str, ET.Element]) -> Iterator[str]:
    root = parts["word/styles.xml"]
    known = Counter(style.get(f"{W}styleId") for style in root.iter(f"{W}style"))
    yield from (f"style {ident} stands {count} times" for ident, count in known.items() if count > 1)
    tags = [f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")]
    for name, part in parts.items():
        used = {found.get(f"{W}val") for tag in tags for found in part.iter(tag)}
        yield from (f"{name}: style {ident} is absent" for ident in sorted(used - set(known), key=str))


def _numberings(parts: dict[str, ET.Element]) -> Iterator[str]:
    root = parts["word/numbering.xml"]
    abstract = {found.get(f"{W}abstractNumId") for found in root.findall(f"{W}abstractNum")}
    known = Counter(found.get(f"{W}numId") for found in root.findall(f"{W}num"))
    kinds = [child.tag for child in root if child.tag in {f"{W}abstractNum", f"{W}num"}]
    if kinds != sorted(kinds, key=f"{W}num".__eq__):
        yield "an abstract numbering stands behind a numbering"
    yield from (f"numbering {ident} stands {count} times" for ident, count in known.items() if count > 1)
    for found in root.findall(f"{W}num/{W}abstractNumId"):
        if found.get(f"{W}val") not in abstract:
            yield f"abstract numbering {found.get(f'{W}val')} is absent"
    used = {found.get(f"{W}val") for found in parts[DOCUMENT].iter(f"{W}numId")} - {"0"}
    yield from (f"numbering {ident} is absent" for ident in sorted(used - set(known), key=str))


def _bookmarks(root: ET.Element) -> Iterator[str]:
    starts = [found.get(f"{W}id") for found in root.iter(f"{W}bookmarkStart")]
    ends = [found.get(f"{W}id") for found in root.iter(f"{W}bookmarkEnd")]
    names = Counter(found.get(f"{W}name") for found in root.iter(f"{W}bookmarkStart"))
    if Counter(starts) != Counter(ends) or len(set(starts)) != len(starts):
        yield "bookmarks do not pair"
    yield from (f"bookmark {name} stands {count} times" for name, count in names.items() if count > 1)
    anchors = {found.get(f"{W}anchor") for found in root.iter(f"{W}hyperlink")} - {None}
    yield from (f"link to absent bookmark {anchor}" for anchor in sorted(anchors - set(names), key=str))
    pages = {(found.text or "").split()[1] for found in root.iter(f"{W}instrText") if "PAGEREF" in (found.text or "")}
    yield from (f"page number of absent bookmark {name}" for name in sorted(pages - set(names)))


def _fields(root: ET.Element) -> Iterator[str]:
    states: list[str] = []
    for found in root.iter(f"{W}fldChar"):
        kind = found.get(f"{W}fldCharType")
        if kind == "begin":
            states.append("begin")
        elif not states or (kind == "separate" and states[-1] != "begin"):
            yield f"field {kind} without begin"
        elif kind == "separate":
            states[-1] = "separate"
        else:
            states.pop()
    if states:
        yield "field without end"


def _cells(root: ET.Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "cell does not end with a paragraph"
    for table in root.iter(f"{W}tbl"):
        grid = [found.get(f"{W}w") for found in table.findall(f"{W}tblGrid/{W}gridCol")]
        for row in table.findall(f"{W}tr"):
            widths = [found.get(f"{W}w") for found in row.findall(f"{W}tc/{W}tcPr/{W}tcW")]
            if widths != grid:
                yield f"row of widths {widths} in a grid of {grid}"


def _neighbours(root: ET.Element) -> Iterator[str]:
    """Two tables that touch become one; the body ends with the properties of its last section."""
    for body in root.iter(f"{W}body"):
        tags = [child.tag for child in body]
        if any(pair == (f"{W}tbl", f"{W}tbl") for pair in itertools.pairwise(tags)):
            yield "two tables touch"
        if tags[-1] != f"{W}sectPr":
            yield "body does not end with a section"


def _order(root: ET.Element) -> Iterator[str]:
    for properties in root.iter(f"{W}pPr"):
        names = [child.tag.removeprefix(W) for child in properties]
        known = [name for name in names if name in PARAGRAPH_ORDER]
        if known != sorted(known, key=PARAGRAPH_ORDER.index) or len(set(names)) != len(names):
            yield f"properties of a paragraph in the order {names}"


def _sections(root: ET.Element) -> Iterator[str]:
    for section in root.iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        if size is None or section.find(f"{W}pgMar") is None:
            yield "section without page size or margins"
        elif (int(size.get(f"{W}w", "0")) > int(size.get(f"{W}h", "0"))) != (size.get(f"{W}orient") == "landscape"):
            yield "section whose orientation does not fit its size"


def _controls(root: ET.Element) -> Iterator[str]:
    """Word repairs files whose content controls share a number."""
    for mark in ("id", "tag"):
        known = Counter(found.get(f"{W}val") for found in root.iterfind(f".//{W}sdtPr/{W}{mark}"))
        yield from (
            f"content control {mark} {value} stands {count} times" for value, count in known.items() if count > 1
        )
    if any(found.find(f"{W}sdtContent") is None for found in root.iter(f"{W}sdt")):
        yield "content control without content"


_CHECKS = (_controls, _bookmarks, _fields, _cells, _neighbours, _order, _sections)
