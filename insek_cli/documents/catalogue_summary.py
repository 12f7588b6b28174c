"""What is in a catalogue, counted."""

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.vocabulary import Obligation


def catalogue_counts(catalogue: Catalogue) -> str:
    """Return one sentence on identity and size of a checked catalogue."""
    entries = catalogue.entries
    musts = sum(criterion.obligation is Obligation.MUST for criterion in catalogue.criteria)
    quick = sum(criterion.quick for criterion in catalogue.criteria)
    counts = (
        f"{len(catalogue.criteria)} Kriterien (davon {musts} unverzichtbar, {quick} für die Schnellprüfung)",
        f"{len(entries.questions)} Fragen",
        f"{len(entries.plans)} Planarten",
        f"{len(entries.drivers)} Kostentreiber",
        f"{len(entries.levers)} Hebel",
        f"{len(entries.cases)} Fälle",
        f"{len(entries.programmes)} Programme",
        f"{len(entries.chapters)} Kapitel",
        f"{len(entries.sources)} Quellen",
    )
    return f"Katalog {catalogue.reference} ({catalogue.head.status}) ist in Ordnung: {', '.join(counts)}."
