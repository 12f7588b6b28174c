"""The starter concept: every chapter with guidance, what the plans give, what was answered, and visible gaps.

Only sentences that stem from answers, plans or the catalogue; whatever nobody said is a gap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import INHABITANTS, Situation, holds, stands
from insek_cli.core.outline import Chapter, DraftText, called
from insek_cli.core.page_budget import chapter_pages, wanted_pages
from insek_cli.core.statistics import NO_STATISTICS, Statistics
from insek_cli.core.steps import done_anew
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import ChapterId, Part, Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_fields import answer_fields, field_labels
from insek_cli.documents.answer_words import evidenced, noted
from insek_cli.documents.blocks import (
    Block,
    Column,
    Contents,
    Document,
    Heading,
    Kind,
    ListOfTables,
    PageBreak,
    Paragraph,
    Table,
    TitlePage,
    from_origin,
    gap,
    paragraph,
    plain,
    strong,
    table,
)
from insek_cli.documents.data_table import data_blocks
from insek_cli.documents.draft_abbreviations import abbreviation_blocks
from insek_cli.documents.draft_closing import origin_blocks
from insek_cli.documents.draft_lines import line_blocks
from insek_cli.documents.draft_parts import part_blocks
from insek_cli.documents.patterns import filled
from insek_cli.documents.place import Names, names_of, place_facts
from insek_cli.documents.standing import hardly_answered
from insek_cli.documents.statistics_parts import shown_statistics, statistic_blocks
from insek_cli.documents.typed import typed_texts

DRAFT = "Arbeitsstand, nicht beschlossen"


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the functions of this module need at hand."""

    assessment: Assessment
    names: Names
    chapters: tuple[Chapter, ...]
    statistics: Statistics
    wanted: int | None
    pages: Mapping[ChapterId, Decimal]


def draft(assessment: Assessment, statistics: Statistics = NO_STATISTICS) -> Document:
    """Return the starter concept of a municipality."""
    names = names_of(assessment.answers.municipality)
    chapters = tuple(called(chapter, names.kind) for chapter in _chapters(assessment))
    wanted = wanted_pages(assessment.catalogue.head.page_budget, assessment.situation)
    within = _Draft(assessment, names, chapters, statistics, wanted, chapter_pages(chapters, wanted))
    title = f"{names.concept_long} {names.of_the}"
    body = tuple(_body(within))
    blocks = (*_front(within, body), *body)
    return Document(
        title,
        f"{names.concept} {names.name}",
        f"{DRAFT} · {w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)}",
        blocks,
        typed=typed_texts(assessment.answers, [(used.title, used.file) for used in statistics.tables]),
        day=assessment.date,
    )


def _chapters(assessment: Assessment) -> tuple[Chapter, ...]:
    """Return the chapters the concept has; on an unknown condition those that nothing speaks against."""
    return tuple(
        chapter for chapter in assessment.catalogue.entries.chapters if _belongs(chapter, assessment.situation)
    )


def _belongs(chapter: Chapter, situation: Situation) -> bool:
    there = holds(chapter.when, situation)
    against = chapter.unless is not None and holds(chapter.unless, situation) is True
    return there is True or (there is None and not against)


def _front(within: _Draft, body: Sequence[Block]) -> Iterator[Block]:
    names, assessment = within.names, within.assessment
    landkreis = plain(names.landkreis) if names.landkreis else gap("Landkreis")
    lines = (
        (*landkreis, *plain(f" · {assessment.catalogue.head.land}")),
        *(line.runs for line in _texts(within, assessment.catalogue.head.title_lines)),
        plain(f"Stand {w.day(assessment.date)}"),
        plain(DRAFT),
    )
    yield TitlePage(names.concept_long, names.full, lines)
    yield Heading(1, "Zu diesem Entwurf")
    yield from _texts(within, assessment.catalogue.head.opening)
    check = hardly_answered(assessment)
    if check is not None:
        yield paragraph(strong(f"{check.title}. "), f"{check.text} {check.remedy}", kind=Kind.GUIDANCE)
    yield from _imprint(within)
    yield from abbreviation_blocks(assessment.catalogue.head.abbreviations, body)
    yield PageBreak()
    yield Heading(1, "Inhalt")
    yield Contents()
    yield PageBreak()
    yield Heading(1, "Tabellen")
    yield ListOfTables()


def _imprint(within: _Draft) -> Iterator[Block]:
    assessment = within.assessment
    publisher = strong("Herausgeberin: ")
    yield Heading(1, "Impressum")
    yield paragraph(publisher, within.names.full, ", ", gap("Anschrift, Telefon, E-Mail"))
    yield paragraph(strong("Bearbeitung: "), gap("Amt, Büro, Mitwirkende"))
    yield paragraph(strong("Stand: "), f"{w.day(assessment.date)}, {DRAFT}")
    yield paragraph(strong("Bilder, Karten und Pläne: "), gap("Rechte und Quellen"))


def _turning(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """Return the chapters that begin a page: the first of the text and the first of the annexes."""
    firsts = (next((part for part in chapters if part.annex is annex), None) for annex in (False, True))
    return tuple(first for first in firsts if first is not None)


def _body(within: _Draft) -> Iterator[Block]:
    turning = _turning(within.chapters)
    written = [(chapter, tuple(_chapter_blocks(within, chapter))) for chapter in within.chapters]
    for chapter, blocks in written:
        if chapter in turning:
            yield PageBreak()
        yield Heading(1 if chapter.parent is None else 2, chapter.title, numbered=not chapter.annex, anchor=chapter.id)
        yield from blocks
        if Part.ORIGIN in chapter.parts:
            yield from origin_blocks(within.assessment, written)


def _chapter_blocks(within: _Draft, chapter: Chapter) -> Iterator[Block]:
    """Yield what stands in a chapter, but for the list of origins, which needs all of them."""
    yield from _guidance(within, chapter)
    yield from _at_hand(within.assessment, chapter)
    yield from _open_points(within.assessment, chapter)
    yield from _lines(within, chapter)
    yield from _texts(within, chapter.text)
    yield from _facts(within, chapter)
    yield from _imported(statistic_blocks(chapter, within.assessment, within.statistics))
    for part in chapter.parts:
        match part:
            case Part.DATA:
                yield from _imported(data_blocks(within.assessment, within.statistics))
            case Part.ORIGIN:
                pass
            case _:
                yield from part_blocks(part, chapter, within.assessment, within.chapters)


def _imported(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with figures; their tables say where these come from."""
    for block in blocks:
        yield from_origin(block, IMPORTED) if isinstance(block, Table) else block


IMPORTED = "Eigene Angaben und eingelesene Statistiken; Tabelle und Stand stehen dabei"


def _guidance(within: _Draft, chapter: Chapter) -> Iterator[Block]:
    """Yield page budget and guidance as one paragraph, so that it stays short."""
    words = (*_guide_value(within, chapter), *chapter.guidance, *_unsure(within.assessment, chapter))
    if words:
        yield paragraph(" ".join(words), kind=Kind.GUIDANCE)


def _unsure(assessment: Assessment, chapter: Chapter) -> Iterator[str]:
    """Yield when a chapter belongs to the concept, where the answers do not say whether it does."""
    if chapter.unsure is not None and holds(chapter.when, assessment.situation) is None:
        yield chapter.unsure


def _guide_value(within: _Draft, chapter: Chapter) -> Iterator[str]:
    """Yield how many pages a chapter may have, and of how many where that was asked for."""
    pages = within.pages.get(chapter.id)
    if pages is None:
        return
    if within.wanted is not None:
        yield f"Richtwert: {w.decimal(pages)} von {within.wanted} Seiten."
    else:
        yield f"Richtwert: {w.decimal(pages)} {'Seite' if pages <= 1 else 'Seiten'}."


def _at_hand(assessment: Assessment, chapter: Chapter) -> Iterator[Block]:
    """Yield what the answers prove for this chapter and what was noted, as guidance where to look."""
    proven = [] if chapter.annex else evidenced(assessment, chapter)
    if proven:
        told = "; ".join(
            f"{outcome.criterion.title} ({'begonnen: ' if outcome.status is Status.PARTIAL else ''}{evidence})"
            for outcome, evidence in proven
        )
        yield paragraph(strong("Nachweise aus der Selbsteinschätzung: "), f"{told}.", kind=Kind.GUIDANCE)
    for title, note in noted(assessment, chapter):
        yield paragraph(strong(f"Ihre Notiz zu „{title}“: "), note, kind=Kind.GUIDANCE)


def _lines(within: _Draft, chapter: Chapter) -> Iterator[Block]:
    """Yield the fixed lines of a topic chapter, or the questions a chapter answers, each with its gap."""
    parent = next((found for found in within.chapters if found.id == chapter.parent), None)
    if parent is not None and parent.lines:
        data = shown_statistics(chapter, within.assessment, within.statistics)
        yield from line_blocks(parent.lines, chapter, within.assessment, data)
        return
    situation = within.assessment.situation
    answered = any(not text.hint and stands(text.when, text.unless, situation) for text in chapter.text)
    if not answered and not chapter.annex:
        for question in chapter.answers:
            yield paragraph(gap(question))


def _texts(within: _Draft, texts: Sequence[DraftText]) -> Iterator[Paragraph]:
    """Yield the paragraphs that hold, hints as guidance, the others with their origin."""
    origin = f"Muster im Katalog {within.assessment.catalogue.reference}, mit den eigenen Angaben"
    known, labels = _known(within), field_labels(within.assessment.catalogue)
    situation = within.assessment.situation
    for text in texts:
        if stands(text.when, text.unless, situation):
            runs = filled(text.text, known, labels)
            yield paragraph(runs, kind=Kind.GUIDANCE) if text.hint else paragraph(runs, origin=origin)


def _known(within: _Draft) -> dict[str, str]:
    """Return the words that the patterns of the outline may use."""
    names = within.names
    return {
        **answer_fields(within.assessment),
        "gemeinde": names.name,
        "der gemeinde": names.of_the,
        "gemeinderat": names.council,
        "des gemeinderats": names.council_of,
        "konzept": names.concept,
        "Titel des Konzepts": f"„{names.concept_long} {names.of_the}“",
        "das konzept": names.concept_accusative,
        "Das konzept": w.sentence_start(names.concept_accusative),
    }


def _facts(within: _Draft, chapter: Chapter) -> Iterator[Block]:
    rows = list(_fact_rows(within.assessment, chapter))
    origin = f"Antworten auf die Fragen: {'; '.join(label for label, _ in rows)}"
    if 0 < len(rows) <= FEW_FACTS:
        told = "; ".join(f"{label}: {answer}" for label, answer in rows)
        yield paragraph(strong("Eigene Angaben: "), f"{told.rstrip('.')}.", origin=origin)
    elif rows:
        columns = (Column("Angabe", 4), Column("Antwort", 3))
        yield from_origin(table(columns, rows, caption=f"Eigene Angaben: {chapter.title}"), origin)


FEW_FACTS = 3


def _fact_rows(assessment: Assessment, chapter: Chapter) -> Iterator[tuple[str, str]]:
    known = place_facts(assessment.answers.municipality)
    yield from (known[fact] for fact in chapter.place if fact in known)
    for fact in chapter.facts:
        question = assessment.catalogue.question[fact]
        value = assessment.situation.facts.get(fact)
        if value is None or fact in assessment.situation.hidden or fact == INHABITANTS:
            continue
        titles = {choice.id: choice.title for choice in question.choices}
        yield question.label or question.text, titles.get(str(value), w.fact(value))


def _open_points(assessment: Assessment, chapter: Chapter) -> Iterator[Block]:
    """Yield what the criteria still ask of this chapter, as guidance; what this concept has to do anew apart."""
    asked = [
        outcome for outcome in assessment.outcomes if outcome.applicable and chapter.id in outcome.criterion.chapters
    ]
    anew = [outcome for outcome in asked if done_anew(outcome.criterion, assessment.situation)]
    missing = [gap for gap in assessment.gaps if gap in asked and gap not in anew]
    told = (("Mit diesem Konzept neu zu erfüllen: ", anew), ("Nach der Selbsteinschätzung noch offen: ", missing))
    for words, outcomes in told:
        if outcomes and hardly_answered(assessment) is None:
            titles = "; ".join(outcome.criterion.title for outcome in outcomes)
            yield paragraph(strong(words), f"{titles}.", kind=Kind.GUIDANCE)
