"""What drives the effort and what lowers it, and documented cases."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import stands
from insek_cli.core.costs import STRONGEST, CostProfile, EffortClass, nearest_cases
from insek_cli.core.entries import Case
from insek_cli.core.scale import UNITS
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Block,
    Chart,
    ChartKind,
    Column,
    Heading,
    Series,
    Table,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.place import Names


def costs(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield effort profile, drivers, levers and cases."""
    found, profile = assessment.costs, assessment.catalogue.entries.profile
    yield Heading(2, "Was den Aufwand treibt und senkt")
    yield paragraph(
        strong(f"Aufwandsprofil: {w.EFFORT[found.effort]}"),
        f" ({_points(found)}{_unclear(found)}). ",
        profile.text,
    )
    for note in profile.notes:
        if stands(note.when, note.unless, assessment.situation):
            yield paragraph(note.text)
    yield from _effort_chart(found)
    yield from _drivers(found)
    yield from _levers(found)
    yield from _cases(assessment)


def _points(found: CostProfile) -> str:
    """Return the points of effort; where levers outweigh the drivers there is none, and never less."""
    if found.points < 0:
        return "0 Punkte; die genutzten Hebel wiegen schwerer als die Kostentreiber"
    return f"{w.figure(Decimal(found.points) / UNITS)} Punkte"


def _unclear(found: CostProfile) -> str:
    """Return that a class is preliminary where answers are missing that could make it heavier."""
    drivers = w.counted(found.unclear, "Kostentreiber", "Kostentreibern")
    heavier = found.unclear and found.effort is not EffortClass.HEAVY
    return f"; vorläufig, zu {drivers} fehlen Angaben" if heavier else ""


def _effort_chart(found: CostProfile) -> Iterator[Chart]:
    """Yield the effort with ever more levers; steps that change nothing are left out, one bar alone shows nothing."""
    steps = {
        "ohne Hebel": max(found.without_levers, 0),
        "mit genutzten Hebeln": max(found.points, 0),
        "mit naheliegenden Hebeln": max(found.with_nearest, 0),
    }
    told = [step for step, before in zip(steps.items(), (None, *steps.values()), strict=False) if step[1] != before]
    if len(told) > 1:
        values = tuple(value / UNITS for _, value in told)
        labels = tuple(label for label, _ in told)
        caption = "Aufwand vor und nach den Hebeln, als Annahme"
        yield Chart(ChartKind.BARS, caption, "Stand", labels, (Series("Aufwand", values),), "Punkte", decimals=1)


def _drivers(found: CostProfile) -> Iterator[Block]:
    if found.drivers:
        columns = (Column("Kostentreiber", 3), Column("Warum", 7), Column("Was hilft", 4))
        rows = [
            (
                w.with_note(fired.driver.title, fired.driver.proof),
                fired.driver.text,
                "\n".join(lever.title for lever in fired.levers) or "–",
            )
            for fired in found.drivers[:STRONGEST]
        ]
        yield table(columns, rows, caption="Die stärksten Kostentreiber")
    if found.drivers[STRONGEST:]:
        yield paragraph("Außerdem: ", "; ".join(fired.driver.title for fired in found.drivers[STRONGEST:]), ".")


def _levers(found: CostProfile) -> Iterator[Block]:
    if found.used:
        used = "; ".join(w.with_note(use.lever.title, use.lever.proof) for use in found.used)
        yield paragraph(strong("Schon genutzt: "), f"{used}.")
    if found.nearest:
        yield paragraph(strong("Naheliegende Hebel:"))
        yield points(
            (*strong(f"{w.with_note(lever.title, lever.proof)}. "), *plain(lever.text)) for lever in found.nearest
        )


def _cases(assessment: Assessment) -> Iterator[Block]:
    cases = nearest_cases(assessment.catalogue, assessment.answers.municipality.inhabitants)
    if cases:
        yield cases_table(assessment, cases[:STRONGEST], "Dokumentierte Fälle, der Größe nach am nächsten")


def cases_table(assessment: Assessment, cases: Iterable[Case], caption: str) -> Table:
    """Return documented cases: single cases, with their source."""
    columns = (Column("Gemeinde, Produkt, Jahr", 5), Column("Kosten und Dauer", 8), Column("Beleg", 4))
    rows = [
        (
            f"{case.municipality} ({case.land}): {case.product}, {case.year}",
            _case_words(case),
            w.with_note(_short_sources(assessment, case.sources), case.proof),
        )
        for case in cases
    ]
    return table(columns, rows, caption=f"{caption} (Einzelfälle, keine Statistik)")


def _case_words(case: Case) -> str:
    parts = (case.cost, f"Dauer in Monaten: {case.months}" if case.months else None, case.text)
    return "; ".join(part.rstrip(".") for part in parts if part) or "–"


def _short_sources(assessment: Assessment, ids: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(assessment.catalogue.source[source].issuer for source in ids))
