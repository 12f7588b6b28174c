"""What the catalogue says about official figures, for the expert: known statistics, Landkreise and their keys."""

from collections.abc import Iterator

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import AgeGroup, Landkreis, Statistic
from insek_cli.core.vocabulary import StatisticForm, StatisticLevel
from insek_cli.documents.blocks import Align, Block, Column, Heading, Kind, paragraph, points, strong, table
from insek_cli.documents.source_words import source_line

FORM_WORD = {
    StatisticForm.TREND: "Summen zum ersten und letzten Stand, ab drei Jahren mit Abbildung",
    StatisticForm.AGES: "Altersgruppen neben Landkreis und Land, mit Abbildung",
    StatisticForm.LATEST: "die neuesten Werte, eine Zeile je Merkmal",
    StatisticForm.FORECAST: "Vorausberechnung, in der Abbildung zur Bevölkerung",
}
LEVEL_WORD = {StatisticLevel.MUNICIPALITY: "Gemeinde", StatisticLevel.LANDKREIS: "Landkreis"}


def statistic_tables(catalogue: Catalogue) -> Iterator[Block]:
    """Yield known statistics and Landkreise as tables; nothing of what a catalogue does not have."""
    entries = catalogue.entries
    if entries.statistics:
        yield Heading(2, "Statistiken")
        columns = (
            Column("Statistik", 4),
            Column("Für", 2),
            Column("Tabellen", 4),
            Column("Wo es sie gibt", 5),
            Column("Im Entwurf", 5),
            Column("Alt nach Jahren", 2, Align.RIGHT),
        )
        yield table(columns, [_statistic_row(catalogue, statistic) for statistic in entries.statistics], wide=True)
    if entries.landkreise:
        yield Heading(2, "Landkreise und kreisfreie Städte")
        rows = [(landkreis.key, landkreis.title, _independence(landkreis)) for landkreis in entries.landkreise]
        yield table((Column("Schlüssel", 1), Column("Name", 3), Column("Art", 2)), rows)


def _statistic_row(catalogue: Catalogue, statistic: Statistic) -> tuple[str, ...]:
    return (
        statistic.title,
        LEVEL_WORD[statistic.level],
        ", ".join(statistic.tables),
        statistic.where,
        f"{FORM_WORD[statistic.form]}; Kapitel {catalogue.chapter[statistic.chapters[0]].title}",
        _age(statistic),
    )


def _age(statistic: Statistic) -> str:
    return "–" if statistic.form is StatisticForm.FORECAST else str(statistic.max_age)


def _independence(landkreis: Landkreis) -> str:
    return "kreisfreie Stadt" if landkreis.independent else "Landkreis"


def statistic_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    """Yield everything that the catalogue says of a statistic."""
    statistic = next(found for found in catalogue.entries.statistics if found.id == ident)
    yield paragraph(statistic.title, kind=Kind.LEAD)
    yield paragraph(statistic.meaning)
    lines = (
        ("Für", LEVEL_WORD[statistic.level]),
        ("Tabellen", ", ".join(statistic.tables)),
        ("Werte", ", ".join(statistic.measures) or "alle"),
        ("Gruppen", "; ".join(map(_group, statistic.groups))),
        ("Wo es sie gibt", statistic.where),
        ("Herausgeber", statistic.issuer or ""),
        ("Lizenz", statistic.licence or ""),
        ("Im Entwurf", FORM_WORD[statistic.form]),
        ("Kapitel", "; ".join(catalogue.chapter[chapter].title for chapter in statistic.chapters)),
        ("Alt nach Jahren", _age(statistic)),
    )
    for title, text in lines:
        if text:
            yield paragraph(strong(f"{title}: "), text)
    yield from _sources(catalogue, statistic)


def _group(group: AgeGroup) -> str:
    end = "" if group.below is None else f", unter {group.below}"
    return f"{group.title} (ab {group.from_}{end})"


def landkreis_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    """Yield everything that the catalogue says of a Landkreis."""
    landkreis = next(found for found in catalogue.entries.landkreise if found.id == ident)
    yield paragraph(landkreis.title, kind=Kind.LEAD)
    yield paragraph(f"{_independence(landkreis)}; die Gemeindeschlüssel beginnen mit {landkreis.key}.")
    yield from _sources(catalogue, landkreis)


def _sources(catalogue: Catalogue, entry: Statistic | Landkreis) -> Iterator[Block]:
    yield paragraph(strong("Quellen:"))
    yield points(source_line(catalogue.source[ident]) for ident in entry.sources)
