"""For how many an occasion of working together is there: the part of the cohort report that names nobody."""

from collections.abc import Iterator

from insek_cli.core.anonymous import AnonymousCohort
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Column, Heading, paragraph, table
from insek_cli.documents.cooperation_part import form_of


def occasion_sentence(cohort: AnonymousCohort) -> str | None:
    """Return the occasion that is there for most; None for a catalogue without occasions."""
    if cohort.occasions is None:
        return None
    if not cohort.occasions:
        return "Aus den Angaben ergibt sich kein Anlass für drei oder mehr."
    first = cohort.occasions[0]
    return f"Der häufigste Anlass ist „{first.occasion.title}“ ({first.number} von {cohort.number} sparen damit)."


def occasion_numbers(cohort: AnonymousCohort) -> Iterator[Block]:
    """Yield the occasions, in which legal form, and how many would save by each."""
    partnership = cohort.catalogue.entries.partnership
    if not cohort.occasions or partnership is None:
        return
    yield Heading(2, "Wobei sich Zusammenarbeit lohnt")
    yield paragraph(partnership.text)
    yield paragraph("Wer zu wem passt, sagt dieser Bericht nicht: Es ließe erkennen, wer was geantwortet hat.")
    columns = (Column("Anlass", 4), Column("spart bei", 2, Align.RIGHT), Column("Wie", 8), Column("Rechtsform", 4))
    rows = [
        (
            w.with_note(one.occasion.title, one.occasion.proof),
            str(one.number),
            one.occasion.text,
            form_of(cohort.catalogue, one.occasion).title,
        )
        for one in cohort.occasions
    ]
    yield table(columns, rows)
