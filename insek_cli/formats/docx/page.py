"""The page of a Word file: size, margins, and what stands above and below the text. All in twentieths of a point."""

from dataclasses import dataclass

A4 = (11906, 16838)
MARGIN, DENSE_MARGIN = 1418, 1020


@dataclass(frozen=True, slots=True)
class Page:
    """A page in portrait; `references` to header and footer and `extra` are elements that every section carries."""

    margins: str
    sides: int
    size: tuple[int, int] = A4
    references: str = ""
    extra: str = ""

    def room(self, *, landscape: bool) -> int:
        """Return the width of the text."""
        return self.size[1 if landscape else 0] - self.sides

    def section_xml(self, *, landscape: bool) -> str:
        """Return the properties of a section."""
        width, height = reversed(self.size) if landscape else self.size
        turned = ' w:orient="landscape"' if landscape else ""
        return (
            f'<w:sectPr>{self.references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"{self.margins}{self.extra}</w:sectPr>"
        )


def page_with(margin: int) -> Page:
    """Return our own page with a margin on all sides; header and footer stand in the middle of it."""
    sides = "".join(f' w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    edges = f' w:header="{margin // 2}" w:footer="{margin // 2}" w:gutter="0"'
    return Page(f"<w:pgMar{sides}{edges}/>", 2 * margin)
