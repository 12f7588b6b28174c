"""What is said of standard data: what an import brought, and in the gap report what is missing or old."""

from collections.abc import Iterator, Sequence
from datetime import date

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Statistic
from insek_cli.core.statistics import DataTable, Scope, Statistics, known_in, missing, picked, unknown_tables
from insek_cli.core.vocabulary import StatisticLevel
from insek_cli.documents.blocks import Block, Column, Document, Heading, Kind, paragraph, points, strong, table
from insek_cli.documents.statistics_words import old_note, old_sentence, time_words


def missing_data(assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield which standard data nobody imported yet and where it is to be had, and what is old by now."""
    known = assessment.catalogue.entries.statistics
    if not known:
        return
    lacking = missing(known, statistics)
    yield Heading(2, "Standarddaten")
    if lacking:
        yield paragraph(
            "Diese Zahlen gibt es fertig und kostenlos, niemand muss sie abtippen: als flache CSV-Datei laden, mit "
            "„insek statistics import“ einlesen. Dann stehen sie im Entwurf. ",
            strong("Es fehlen: "),
            f"{'; '.join(map(_missing_title, lacking))}. ",
            "Wo es sie gibt, sagt der Anhang, den „insek report --annex“ anfügt.",
        )
    else:
        yield paragraph("Alle Standarddaten, die der Katalog kennt, sind eingelesen.")
    for found in (picked(statistic, statistics) for statistic in known):
        if found.is_old(assessment.date):
            yield paragraph(strong(f"{found.statistic.title}: "), old_note(found).runs)


def places_of_missing_data(assessment: Assessment, statistics: Statistics) -> Iterator[Block]:
    """Yield where the standard data is to be had that nobody imported yet."""
    lacking = missing(assessment.catalogue.entries.statistics, statistics)
    if lacking:
        yield Heading(2, "Anhang: Standarddaten, die noch fehlen")
        columns = (Column("Was fehlt", 3), Column("Wo es das gibt", 6))
        yield table(columns, [(_missing_title(part), part.where) for part in lacking])


def _missing_title(statistic: Statistic) -> str:
    of_landkreis = statistic.level is StatisticLevel.LANDKREIS
    return f"{statistic.title} (Landkreis)" if of_landkreis else statistic.title


def import_report(
    catalogue: Catalogue, statistics: Statistics, tables: Sequence[DataTable], kept_in: str, today: date
) -> Document:
    """Return what an import found in each file, what the tables mean, and what to look at."""
    known = catalogue.entries.statistics
    columns = (Column("Datei", 5), Column("Tabelle", 3), Column("Bedeutung", 4), Column("Stand", 3))
    rows = [(used.file, used.code, _meaning(known, used), _span(used)) for used in tables]
    hints = list(dict.fromkeys(_hints(known, statistics, tables, today)))
    blocks: list[Block] = [table(columns, rows)]
    if hints:
        blocks += [paragraph(strong("Bitte beachten:")), points(hints)]
    blocks.append(paragraph(f"Aufbewahrt in {kept_in}, neben der Antwortdatei.", kind=Kind.BODY))
    return Document("Eingelesene Statistik", "", "", tuple(blocks))


def _meaning(known: Sequence[Statistic], used: DataTable) -> str:
    return ", ".join(statistic.title for statistic in known_in(known, used)) or "unbekannt, wird aufbewahrt"


def _span(used: DataTable) -> str:
    times = sorted({figure.time for figure in used.figures})
    return time_words(times[0]) if len(times) == 1 else f"{time_words(times[0])} bis {time_words(times[-1])}"


def _only_around(known: Sequence[Statistic], statistics: Statistics) -> Iterator[str]:
    """Yield which figures stand in the draft as those of Landkreis or Land, and where those of the municipality are."""
    for lacking in missing(known, statistics):
        yield (
            f"{lacking.title}: Im Entwurf stehen die Zahlen, als Werte von Landkreis oder Land gekennzeichnet. "
            f"Zahlen der Gemeinde: {lacking.where}."
        )


def _hints(
    known: Sequence[Statistic], statistics: Statistics, tables: Sequence[DataTable], today: date
) -> Iterator[str]:
    for used in tables:
        latest = {scope: max((f.time for f in used.figures if f.scope is scope), default=None) for scope in Scope}
        own, around = latest[Scope.MUNICIPALITY], latest[Scope.LANDKREIS]
        if own is None:
            yield f"{used.file}: Die Tabelle enthält keine Gemeinden, übernommen sind Landkreis und Land zum Vergleich."
            yield from _only_around(known_in(known, used), statistics)
        elif around is not None and around != own:
            yield (
                f"{used.file}: Die Gemeinde hat den Stand {time_words(own)}, der Landkreis {time_words(around)}; "
                "der Entwurf nennt zu jeder Zahl ihren Stand."
            )
    for found in (picked(statistic, statistics) for statistic in known):
        if found.is_old(today):
            yield f"{found.statistic.title}: {old_sentence(found)}"
    for used in unknown_tables(known, statistics):
        yield f"{used.code} „{used.title}“ kennt der Katalog nicht; die Zahlen werden aufbewahrt und im Anhang genannt."
