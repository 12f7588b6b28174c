"""The page of a Word file: size, margins, and what stands above and below the text. All in twentieths of a point."""

from dataclasses import dataclass, replace

from insek_cli.formats.docx.numbers import OWN_LEVELS, Level
from insek_cli.formats.docx.styles import TABLE_TYPE

A4 = (11906, 16838)
MARGIN, DENSE_MARGIN = 1418, 1020


@dataclass(frozen=True, slots=True)
class Page:
    """A page, usually in portrait.

    `references` to header and footer are elements that every section carries, `wide_references` those of sections in
    landscape where they differ, `opening` is what only the first section has. `table_type` is the size of type in
    tables in half points, `levels` how chapters are numbered.
    """

    margins: str
    sides: int
    size: tuple[int, int] = A4
    references: str = ""
    wide_references: str = ""
    opening: str = ""
    table_type: int = TABLE_TYPE
    levels: tuple[Level, ...] = OWN_LEVELS

    def room(self, *, landscape: bool) -> int:
        """Return the width of the text."""
        return self.size[1 if landscape else 0] - self.sides

    def section_xml(self, *, landscape: bool) -> str:
        """Return the properties of a section."""
        width, height = reversed(self.size) if landscape else self.size
        turned = ' w:orient="landscape"' if width > height else ""
        references = (self.wide_references if landscape else "") or self.references
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"{self.margins}{self.opening}</w:sectPr>"
        )

    def following(self) -> "Page":
        """Return the page as the sections after the first have it."""
        return replace(self, opening="")


def page_with(margin: int, table_type: int) -> Page:
    """Return our own page with a margin on all sides; header and footer stand in the middle of it."""
    sides = "".join(f' w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    edges = f' w:header="{margin // 2}" w:footer="{margin // 2}" w:gutter="0"'
    return Page(f"<w:pgMar{sides}{edges}/>", 2 * margin, table_type=table_type)
