"""The plausibility check as a page: remarks grouped by check, each with where it is and how to mend it."""

from collections.abc import Iterator
from itertools import groupby

from insek_cli.core.assessment import Assessment
from insek_cli.core.checks import Hint
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Document, Heading, Kind, paragraph, points, strong
from insek_cli.documents.place import names_of


def check_page(assessment: Assessment) -> Document:
    """Return the remarks on the answers of one municipality."""
    names = names_of(assessment.answers.municipality)
    title = f"Prüfung der Antworten: {names.full}"
    footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)} · Katalog {assessment.catalogue.reference}"
    return Document(title, names.full, footer, tuple(_blocks(assessment, title)))


def _blocks(assessment: Assessment, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    count = len(assessment.hints)
    if not count:
        yield paragraph("Nichts Auffälliges gefunden.", kind=Kind.LEAD)
        return
    number = "Ein Hinweis" if count == 1 else f"{count} Hinweise"
    yield paragraph(f"{number}. Die Antworten zählen trotzdem; prüfen Sie, was zutrifft.", kind=Kind.LEAD)
    for check, found in groupby(assessment.hints, lambda hint: hint.check):
        places = [place for hint in found if (place := place_title(assessment, hint))]
        yield Heading(2, f"{check.title} ({len(places)})" if len(places) > 1 else check.title)
        yield paragraph(check.text)
        if places:
            yield points(places)
        yield paragraph(strong("Was tun: "), check.remedy)


def place_title(assessment: Assessment, hint: Hint) -> str | None:
    """Return what the place of a remark is called and its name in the file; None for the file as a whole."""
    catalogue, (part, _, key) = assessment.catalogue, hint.place.partition(".")
    match part:
        case "criteria" if key:
            return f"{catalogue.criterion[key].title} ({key})"
        case "facts":
            return f"{catalogue.question[key].text} ({key})"
        case "plans":
            entry = assessment.answers.plans[int(key)]
            return f"{entry.title or catalogue.plan[entry.type].title} ({entry.type})"
        case _:
            return None
