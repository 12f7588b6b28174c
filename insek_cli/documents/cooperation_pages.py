"""What the catalogue says about cooperation, for the expert: occasions, legal forms, nearness."""

from collections.abc import Iterator

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.occasions import Area, Occasion, OccasionKind
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Column, Heading, Kind, paragraph, points, strong, table
from insek_cli.documents.condition_words import condition_words
from insek_cli.documents.cooperation_part import form_of
from insek_cli.documents.source_words import source_line

KIND_WORD = {
    OccasionKind.COMMON_GAP: "gemeinsame Lücke",
    OccasionKind.COMPLEMENT: "Ergänzung",
    OccasionKind.SHARED_HOLDER: "gemeinsamer Träger",
    OccasionKind.SIZE: "Größenregel",
}
AREA_WORD = {
    Area.ASSOCIATION: "Verwaltungsgemeinschaft",
    Area.LEADER_REGION: "LEADER-Region",
    Area.LANDKREIS: "Landkreis",
}


def cooperation_tables(catalogue: Catalogue) -> Iterator[Block]:
    """Yield occasions, legal forms and nearness as tables; nothing for a catalogue without them."""
    entries = catalogue.entries
    if entries.partnership is None:
        return
    yield Heading(2, "Zusammenarbeit")
    yield paragraph(w.with_note(entries.partnership.text, entries.partnership.proof))
    columns = (
        Column("Anlass", 4),
        Column("Art", 2),
        Column("Wie", 7),
        Column("Gilt, wenn", 5),
        Column("Rechtsform", 2),
        Column("Punkte", 1, Align.RIGHT),
    )
    yield table(columns, [_row(catalogue, occasion) for occasion in entries.occasions], wide=True)
    rows = [(form.title, w.with_note(form.text, form.proof)) for form in entries.forms]
    yield table((Column("Rechtsform", 3), Column("Wozu", 9)), rows, wide=True)
    near = [(AREA_WORD[near.area], str(near.weight)) for near in entries.partnership.near]
    yield table((Column("Gemeinsam", 3), Column("Nähe", 1, Align.RIGHT)), near)


def _row(catalogue: Catalogue, occasion: Occasion) -> tuple[str, ...]:
    return (
        w.with_note(occasion.title, occasion.proof),
        KIND_WORD[occasion.kind],
        occasion.text,
        "; ".join(_conditions(catalogue, occasion)) or "–",
        form_of(catalogue, occasion).title,
        _points(occasion),
    )


def _points(occasion: Occasion) -> str:
    cost = f" (Abstimmung {w.decimal(occasion.coordination)})" if occasion.coordination else ""
    return f"{w.decimal(occasion.points)}{cost}"


def _conditions(catalogue: Catalogue, occasion: Occasion) -> Iterator[str]:
    items = [*(catalogue.criterion[item].title for item in occasion.criteria)]
    items += [catalogue.plan[item].title for item in occasion.plans]
    yield f"eines davon fehlt: {', '.join(items)}"
    if occasion.when is not None:
        yield condition_words(catalogue, occasion.when)
    if occasion.partner is not None:
        yield f"für den Partner gilt: {condition_words(catalogue, occasion.partner)}"
    if occasion.area is not None:
        yield f"beide haben gemeinsam: {AREA_WORD[occasion.area]}"


def occasion_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    """Yield what the catalogue says about an occasion."""
    occasion = next(found for found in catalogue.entries.occasions if found.id == ident)
    yield paragraph(occasion.title, kind=Kind.LEAD)
    yield paragraph(w.with_note(occasion.text, occasion.proof))
    yield paragraph(strong("Art: "), KIND_WORD[occasion.kind])
    yield points(_conditions(catalogue, occasion))
    yield paragraph(strong("Rechtsform: "), form_of(catalogue, occasion).title)
    yield paragraph(strong("Punkte: "), _points(occasion))
    known = {programme.id: programme.title for programme in catalogue.entries.programmes}
    if occasion.programmes:
        yield paragraph(strong("Programme: "), "; ".join(known[programme] for programme in occasion.programmes))
    yield paragraph(strong("Quellen:"))
    yield points(source_line(catalogue.source[source]) for source in occasion.sources)


def form_page(catalogue: Catalogue, ident: str) -> Iterator[Block]:
    """Yield what the catalogue says about a legal form."""
    form = next(found for found in catalogue.entries.forms if found.id == ident)
    yield paragraph(form.title, kind=Kind.LEAD)
    yield paragraph(w.with_note(form.text, form.proof))
    used = [occasion.title for occasion in catalogue.entries.occasions if occasion.legal_form == form.id]
    if used:
        yield paragraph(strong("Gebraucht bei: "), "; ".join(used))
    yield paragraph(strong("Quellen:"))
    yield points(source_line(catalogue.source[source]) for source in form.sources)
