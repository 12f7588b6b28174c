"""What a questionnaire is as a file: tables of cells, each with its place, whatever kind of file it was."""

from insek_cli.core.values import dataclass
from insek_cli.errors import Problem


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text without blanks around it, and where it stands."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of a sheet or of a table of a document."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class RawForm:
    """A questionnaire as read, with what is worth knowing about the file (formulas, merged cells, macros).

    beside: texts outside the tables, and comments.
    """

    tables: tuple[RawTable, ...]
    hints: tuple[Problem, ...] = ()
    beside: tuple[Cell, ...] = ()
