"""What stands in a Word file, for tests: paragraphs with their style, tables, text."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> ET.Element:
    """Return a part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return ET.fromstring(file.read(name))  # noqa: S314 - made by our own program


def body(data: bytes) -> ET.Element:
    """Return the body."""
    found = part(data, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def text_of(element: ET.Element) -> str:
    """Return the text of an element; breaks and tabs as such."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
    return "".join(
        found.text or "" if found.tag == f"{W}t" else signs.get(found.tag, "")
        for run in element.iter(f"{W}r")
        for found in run
    )


def style_of(paragraph: ET.Element) -> str:
    """Return the id of a paragraph's style."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Return style and text of every paragraph, also in tables."""
    return [(style_of(found), text_of(found)) for found in body(data).iter(f"{W}p")]


def all_parts(data: bytes) -> list[str]:
    """Return every paragraph a reader sees, also in headers, footers and comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if _SHOWN.fullmatch(name)]
    return [text_of(found) for name in names for found in part(data, name).iter(f"{W}p")]


_SHOWN = re.compile(r"word/(document|comments|header\d*|footer\d*)\.xml")


def all_text(data: bytes) -> str:
    """Return the file as text for people: style before each paragraph, cells of a row side by side, sections."""
    return "\n".join(_lines(body(data))) + "\n"


def _lines(element: ET.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}p":
            yield f"[{style_of(child)}] {text_of(child)}".rstrip()
            yield from (_section(found) for found in child.iter(f"{W}sectPr"))
        elif child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                yield "| " + " | ".join(text_of(cell).replace("\n", " / ") for cell in row.iter(f"{W}tc"))
        elif child.tag == f"{W}sectPr":
            yield _section(child)


def _section(section: ET.Element) -> str:
    size = section.find(f"{W}pgSz")
    turned = size is not None and size.get(f"{W}orient") == "landscape"
    return f"--- Ende des Abschnitts ({'quer' if turned else 'hoch'})"
