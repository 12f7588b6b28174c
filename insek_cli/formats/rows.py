"""One row a municipality, for spreadsheets. Shares are percent with one decimal, points exact."""

from fractions import Fraction

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.scale import UNITS

Cell = str | int | float | None

_FIXED = (
    "Datei",
    "Gemeinde",
    "AGS",
    "Einwohner",
    "Stichtag",
    "Gesichert (%)",
    "Möglich (%)",
    "Stufe",
    "Mögliche Stufe",
    "Themen mit Plan",
    "Offene Punkte",
    "Tage von",
    "Tage bis",
    "Aufwandspunkte",
)


def header(catalogue: Catalogue) -> list[str]:
    """Return the titles of the columns: the fixed ones, then secured and possible per section."""
    sections = [
        title
        for section in catalogue.head.sections
        for title in (f"{section.title}: gesichert (%)", f"{section.title}: möglich (%)")
    ]
    return [*_FIXED, *sections]


def row(assessment: Assessment, source: str) -> list[Cell]:
    """Return the cells for one municipality."""
    municipality = assessment.answers.municipality
    fixed: list[Cell] = [
        source,
        municipality.name,
        municipality.ags,
        municipality.inhabitants,
        assessment.date.isoformat(),
        _percent(assessment.total.secured_share),
        _percent(assessment.total.possible_share),
        assessment.level.certain.title,
        assessment.level.possible.title,
        assessment.substance.fed,
        len(assessment.gaps),
        assessment.days[0] / UNITS,
        assessment.days[1] / UNITS,
        assessment.costs.points / UNITS,
    ]
    shares = [share for part in assessment.sections for share in (part.tally.secured_share, part.tally.possible_share)]
    return [*fixed, *(_percent(share) for share in shares)]


def _percent(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share * 100), 1)
