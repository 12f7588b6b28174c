"""Letters asking for plans that others hold: one for each holder, with plans, form, rights, date and footing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from insek_cli.core.assessment import Assessment
from insek_cli.core.papers import Form, Insert, Paper, PaperSection
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.addressees import addressee, office
from insek_cli.documents.blocks import (
    Address,
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Runs,
    Signatures,
    gap,
    paragraph,
    points,
    strong,
    table,
)
from insek_cli.documents.paper import (
    Writing,
    footer_of,
    passage_blocks,
    plain_text,
    section_blocks,
    shown_passages,
    shown_sections,
    writing,
)
from insek_cli.documents.patterns import Words
from insek_cli.documents.plan_citations import contents_of
from insek_cli.documents.plan_words import (
    bare_title,
    basis_of,
    free_at,
    holder_of,
    is_requested,
    is_to_ask_for,
    request_basis,
)
from insek_cli.documents.typed import typed_texts

DEFAULT_DAYS = 28
SIGNATURES = ("Unterschrift", "Name, Amt")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one holder: its name, and the plans it is asked for."""

    holder: str
    plans: tuple[PlanOutcome, ...]


def letters(assessment: Assessment) -> tuple[Letter, ...]:
    """Return the letters to be written: common plans first, then in the order of the catalogue."""
    wanted = [outcome for outcome in _to_ask_for(assessment) if free_at(outcome.type) is None]
    groups: dict[str, list[PlanOutcome]] = defaultdict(list)
    for outcome in sorted(wanted, key=lambda outcome: not outcome.type.common):
        groups[holder_of(outcome)].append(outcome)
    return tuple(Letter(holder, tuple(plans)) for holder, plans in groups.items())


def _to_ask_for(assessment: Assessment) -> list[PlanOutcome]:
    return [outcome for outcome in assessment.best_plans.values() if is_to_ask_for(outcome)]


def request_letters(assessment: Assessment, paper: Paper) -> Document:
    """Return all letters as one document, an overview before them."""
    first = overview(assessment, paper)
    pages = [
        block for letter in letters(assessment) for block in (PageBreak(), *letter_of(assessment, paper, letter).blocks)
    ]
    return replace(first, blocks=(*first.blocks, *pages), numbered=False)


def overview(assessment: Assessment, paper: Paper) -> Document:
    """Return the page for the person who sends the letters: what to check first, to whom, on which basis."""
    within = writing(assessment, paper, {})
    title = plain_text(within, paper.title)
    blocks: list[Block] = [Heading(1, title)]
    for section in shown_sections(within):
        if section.insert is Insert.LETTERS:
            blocks += [*_title(within, section, 2), *section_blocks(within, section), *_list_of_letters(within)]
    return Document(
        title,
        within.names.full,
        footer_of(within),
        tuple(blocks),
        typed=typed_texts(assessment.answers),
        day=assessment.date,
    )


def _title(within: Writing, section: PaperSection, level: int) -> Iterator[Block]:
    if section.title is not None:
        yield Heading(level, plain_text(within, section.title))


def _list_of_letters(within: Writing) -> Iterator[Block]:
    found = letters(within.assessment)
    if found:
        rows = [(_named(within, letter), _titles(letter.plans), _bases(letter)) for letter in found]
        yield table(_COLUMNS, rows, caption="Briefe")
    else:
        yield paragraph("Nach den Angaben ist kein Plan mehr anzufordern.")
    yield from _without_letter(within.assessment)


def _without_letter(assessment: Assessment) -> Iterator[Block]:
    requested = [outcome for outcome in assessment.best_plans.values() if is_requested(outcome)]
    asked = [f"{bare_title(outcome)} ({holder_of(outcome)})" for outcome in requested]
    if asked:
        yield paragraph(strong("Schon angefordert, deshalb ohne Brief: "), f"{'; '.join(asked)}.")
    free = [(outcome, free_at(outcome.type)) for outcome in _to_ask_for(assessment)]
    places = [f"{bare_title(outcome)} ({place})" for outcome, place in free if place is not None]
    if places:
        yield paragraph(strong("Frei zu haben, deshalb ohne Brief: "), f"{'; '.join(places)}.")


def _named(within: Writing, letter: Letter) -> str:
    """Return to whom a letter goes, with the hints of the plans, such as whom else to ask; letters do not have them."""
    requests = [outcome.type.request for outcome in letter.plans]
    hints = dict.fromkeys(request.hint for request in requests if request is not None and request.hint)
    named = office(within.assessment, letter.plans[0])
    return f"{named} ({'; '.join(hints)})" if hints else named


_COLUMNS = (Column("An", 4), Column("Pläne", 4), Column("Grundlage", 6))


def _titles(plans: Sequence[PlanOutcome]) -> str:
    return "; ".join(map(_title_in_letter, plans))


def _title_in_letter(outcome: PlanOutcome) -> str:
    """Return what a plan is called in a letter: what is wanted of its holder."""
    request = outcome.type.request
    return (request.title if request is not None else None) or outcome.type.title


def _bases(letter: Letter) -> str:
    return "; ".join(dict.fromkeys(request_basis(outcome) for outcome in letter.plans))


def letter_of(assessment: Assessment, paper: Paper, letter: Letter) -> Document:
    """Return one letter."""
    until = w.day(assessment.date + timedelta(days=paper.days or DEFAULT_DAYS))
    own = {"Pläne": _titles(letter.plans), "Frist": until}
    within = writing(assessment, paper, own)
    blocks: list[Block] = [Address(plain_text(within, paper.sender or "{Gemeinde}"), _address(within, letter))]
    for section in shown_sections(within):
        if section.insert is not Insert.LETTERS:
            blocks += [*_title(within, section, 1), *_section(within, section, letter)]
    title = f"{_subject(blocks)}: {letter.holder}"
    typed = typed_texts(assessment.answers)
    return Document(
        title, within.names.full, footer_of(within), tuple(blocks), numbered=False, typed=typed, day=assessment.date
    )


def _subject(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks if isinstance(block, Heading)), "Brief")


def _address(within: Writing, letter: Letter) -> tuple[Runs, ...]:
    lines = addressee(within.assessment, letter.plans[0])
    return (*lines, gap("Straße und Hausnummer"), gap("Postleitzahl und Ort"))


def _section(within: Writing, section: PaperSection, letter: Letter) -> Iterator[Block]:
    match section.insert:
        case Insert.EACH_BASIS:
            yield from _each_basis(within, section, letter)
        case Insert.WITHOUT_BASIS:
            kindly = [outcome for outcome in letter.plans if basis_of(outcome) is None]
            if kindly:
                yield from section_blocks(_with(within, {"Plan": _titles(kindly)}), section)
        case Insert.WANTED_PLANS:
            yield from _wishes(within, section, letter)
        case Insert.SIGNATURES:
            yield from section_blocks(within, section)
            yield Signatures(SIGNATURES)
        case _:
            yield from section_blocks(within, section)


def _wishes(within: Writing, section: PaperSection, letter: Letter) -> Iterator[Block]:
    """Yield the one list of wishes: each plan, then what is wanted of plans with such contents."""
    passages = shown_passages(within, section)
    yield from passage_blocks(within, [passage for passage in passages if passage.form is not Form.POINT])
    contents = {take for outcome in letter.plans for take in contents_of(outcome.type)}
    general = [
        within.filled(passage.text)
        for passage in passages
        if passage.form is Form.POINT and (not passage.take or not contents.isdisjoint(passage.take))
    ]
    yield points([*(_wish(within, outcome) for outcome in letter.plans), *general])


def _wish(within: Writing, outcome: PlanOutcome) -> Runs:
    request = outcome.type.request
    how = request.how if request is not None else None
    return (*strong(_title_in_letter(outcome)), *(within.filled(f": {how}") if how else ()))


def _each_basis(within: Writing, section: PaperSection, letter: Letter) -> Iterator[Block]:
    """Yield the passages of the section for each basis, with the plans that are asked for on it."""
    groups: dict[str, list[PlanOutcome]] = defaultdict(list)
    for outcome in letter.plans:
        basis = _basis_in_letter(outcome)
        if basis is not None:
            groups[basis].append(outcome)
    for basis, plans in groups.items():
        words: dict[str, Words] = {"Plan": _titles(plans), "Grundlage": within.filled(basis.rstrip("."))}
        yield from section_blocks(_with(within, words), section)


def _basis_in_letter(outcome: PlanOutcome) -> str | None:
    basis, request = basis_of(outcome), outcome.type.request
    return basis if basis is None or request is None else request.in_letter or basis


def _with(within: Writing, more: Mapping[str, Words]) -> Writing:
    return replace(within, known={**within.known, **more})
