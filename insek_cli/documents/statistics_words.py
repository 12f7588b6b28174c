"""How a figure, its date and its source are said wherever statistics are shown."""

from collections.abc import Iterable, Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.register import HOME
from insek_cli.core.statistics import MARKS, DataTable, Figure, Picked, Scope
from insek_cli.core.written import DAY, day
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Kind, Paragraph, Runs, gap, paragraph, strong
from insek_cli.documents.place import names_of

NO_FIGURE = "–"

Found = tuple[Figure, DataTable]
"""A figure and the table it stands in."""


def scope_titles(assessment: Assessment) -> dict[Scope, str]:
    """Return how the municipality is called, and what its figures are compared with."""
    names = names_of(assessment.answers.municipality)
    land = "Sachsen" if (assessment.answers.municipality.ags or "").startswith(HOME) else "Land"
    return {Scope.MUNICIPALITY: names.name, Scope.LANDKREIS: names.landkreis or "Landkreis", Scope.LAND: land}


def time_words(time: str) -> str:
    """Return a time as people write it: 31.12.2024, or 2024."""
    return w.day(day(time)) if DAY(time) else time


def table_name(used: DataTable) -> str:
    """Return how a table is cited in short: by its code, a forecast by its title."""
    return f"Tabelle {used.code}" if used.is_official else used.title


def cell(figure: Figure | None) -> str:
    """Return a figure, the mark in its place, or a dash where there is none."""
    if figure is None:
        return NO_FIGURE
    return w.figure(figure.value) if figure.value is not None else figure.mark or NO_FIGURE


def source_line(label: str, found: Iterable[Found]) -> Paragraph:
    """Return where figures come from: issuer, table, dates, licence; its origin is the file they were read from."""
    times: dict[DataTable, list[str]] = {}
    for figure, owner in found:
        times.setdefault(owner, []).append(figure.time)
    runs: list[str | Runs] = [f"{label}: "]
    for number, (used, dates) in enumerate(times.items()):
        runs += ["; " if number else "", used.issuer or gap("Herausgeber"), _table_words(used), f", {_span(dates)}"]
        runs += [*([f", {used.licence}"] if used.licence else []), _retrieved(used)]
    files = "; ".join(f"{used.file}, eingelesen am {w.day(used.imported)}" for used in times)
    return paragraph(*runs, ".", kind=Kind.SOURCE, origin=f"Datei {files}")


def _span(times: Iterable[str]) -> str:
    first, last = min(times := list(times)), max(times)
    return f"Stand {time_words(last)}" if first == last else f"{time_words(first)} bis {time_words(last)}"


def _table_words(used: DataTable) -> str:
    """Return the table; nothing where the issuer names it already, as forecasts do."""
    if used.is_official:
        return f", {table_name(used)} „{used.title}“"
    return "" if used.title in (used.issuer or "") else f", {used.title}"


def _retrieved(used: DataTable) -> str:
    return f", abgerufen {used.retrieved}" if used.retrieved else ""


def mark_line(figures: Iterable[Figure]) -> Iterator[Block]:
    """Yield what the signs mean that stand in the place of numbers, if there are any."""
    used = sorted({figure.mark for figure in figures if figure.mark is not None})
    if used:
        words = "; ".join(f"„{mark}“ {MARKS[mark]}" for mark in used)
        yield paragraph(f"Zeichen: {words}.", kind=Kind.SOURCE)


def old_note(found: Picked) -> Paragraph:
    """Return the flag of figures that lie too far back."""
    sentence = f"{old_sentence(found)} "
    return paragraph(strong(sentence), f"Bitte prüfen, ob es neuere gibt: {found.statistic.where}.", kind=Kind.NOTE)


def old_sentence(found: Picked) -> str:
    """Return how old figures are that lie too far back."""
    limit = w.counted(found.statistic.max_age, "Jahr", "Jahre")
    return f"Stand {time_words(found.newest or '')}, älter als {limit}."
