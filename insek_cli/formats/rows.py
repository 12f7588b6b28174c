"""One row a municipality, for spreadsheets. Shares are percent with one decimal, points exact."""

from datetime import date
from enum import Enum, auto
from fractions import Fraction

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.scale import UNITS
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Obligation

Cell = str | int | float | date | None


class Kind(Enum):
    """What stands in a column."""

    TEXT = auto()
    WHOLE = auto()
    HALF = auto()
    SHARE = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what stands in it."""

    title: str
    kind: Kind


_FIRST = (
    Column("Gemeinde", Kind.TEXT),
    Column("AGS", Kind.TEXT),
    Column("Landkreis", Kind.TEXT),
    Column("Einwohner", Kind.WHOLE),
    Column("Stufe", Kind.TEXT),
    Column("Mögliche Stufe", Kind.TEXT),
    Column("Gesichert", Kind.SHARE),
    Column("Möglich", Kind.SHARE),
    Column("Themen mit Plan", Kind.WHOLE),
    Column("Offene Punkte", Kind.WHOLE),
    Column("davon unverzichtbar", Kind.WHOLE),
    Column("Noch zu klären", Kind.WHOLE),
    Column("Tage von", Kind.HALF),
    Column("Tage bis", Kind.HALF),
    Column("Aufwandspunkte", Kind.HALF),
)
_LAST = (Column("Stichtag", Kind.DAY), Column("Datei", Kind.TEXT))


def columns(catalogue: Catalogue) -> tuple[Column, ...]:
    """Return the columns: the fixed ones, secured and possible per section, then date and file."""
    sections = (
        Column(f"{section.title}: {share}", Kind.SHARE)
        for section in catalogue.head.sections
        for share in ("gesichert", "möglich")
    )
    return (*_FIRST, *sections, *_LAST)


def row(assessment: Assessment, source: str) -> list[Cell]:
    """Return the cells for one municipality."""
    municipality = assessment.answers.municipality
    shares = [share for part in assessment.sections for share in (part.tally.secured_share, part.tally.possible_share)]
    return [
        municipality.name,
        municipality.ags,
        municipality.landkreis,
        municipality.inhabitants,
        assessment.level.certain.title,
        assessment.level.possible.title,
        _percent(assessment.total.secured_share),
        _percent(assessment.total.possible_share),
        assessment.substance.fed,
        len(assessment.gaps),
        sum(gap.criterion.obligation is Obligation.MUST for gap in assessment.gaps),
        len(assessment.clarify),
        assessment.days[0] / UNITS,
        assessment.days[1] / UNITS,
        assessment.costs.points / UNITS,
        *map(_percent, shares),
        assessment.date,
        source,
    ]


def _percent(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share * 100), 1)
