"""The parts of the cohort report that say who: plans and support wanted, with names or in numbers alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from insek_cli.core.anonymous import AnonymousCohort
from insek_cli.core.cohort import Cohort, Counts, PlanCount, PlanNumbers, SupportNumber
from insek_cli.core.conditions import Verdict
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Column, Heading, paragraph, strong, table

Numbers = TypeVar("Numbers", bound=PlanNumbers)

MOST_WHO = 12
MOST_LACKING = 3
FEWEST_OLD = 2


def plans(cohort: Cohort) -> Iterator[Block]:
    """Yield who has which plan and how it can be used, who asked for it, what is old everywhere, what nobody has."""
    yield Heading(2, "Pläne: wer hat was")
    known = _known(cohort.plans)
    if known:
        columns = (
            Column("Plan", 4),
            Column("übernehmen oder verweisen", 4),
            Column("anpassen oder ersetzen", 4),
            Column("fehlt oder nicht angegeben", 4),
        )
        yield table(columns, [_plan_row(cohort, count) for count in known], caption="Wer welchen Plan wie nutzen kann")
        yield paragraph(
            "„Alt“ heißt: Die Zahlen sind älter als üblich. Ein solcher Plan kann weiter gelten und mit Anpassung "
            "nutzbar sein. In Klammern beim Plan steht, bei wie vielen Gemeinden er vorliegt. Wer ihn schon "
            "angefordert hat, steht rechts eigens. Für Vorschläge zur Zusammenarbeit zählt ein Plan nur "
            "als fehlend, wenn jemand das so eingetragen hat."
        )
    yield from _what_is_old_or_nowhere(cohort)


def plan_numbers(cohort: AnonymousCohort) -> Iterator[Block]:
    """Yield for how many there is which plan, without saying for whom."""
    yield Heading(2, "Pläne: was vorliegt")
    known = _known(cohort.plans)
    if known:
        titles = ("liegt vor", "davon alt", "fehlt oder nicht angegeben", "davon angefordert")
        columns = (Column("Plan", 6), *(Column(title, 2, Align.RIGHT) for title in titles))
        yield table(columns, [_plan_numbers(count) for count in known])
        yield paragraph("„Alt“ heißt: Die Zahlen sind älter als üblich; der Plan kann trotzdem weiter gelten.")
    yield from _what_is_old_or_nowhere(cohort)


def _known(counts: Iterable[Numbers]) -> list[Numbers]:
    """Return the plan types of which anyone has one or has asked for one, those that most have first."""
    found = [count for count in counts if count.at_hand or count.requested]
    return sorted(found, key=lambda count: -count.at_hand)


_USES = (
    (Verdict.TAKE_OVER, Verdict.REFERENCE),
    (Verdict.UPDATE, Verdict.UNUSABLE),
)
_LACKING = (Verdict.MISSING, Verdict.REQUEST)


def _plan_row(cohort: Cohort, count: PlanCount) -> tuple[str, ...]:
    names = [member.answers.municipality.name for member in cohort.members]
    return plan_words(count), *(_users(names, count, verdicts) for verdicts in _USES), _lacking(names, count)


def _users(names: Sequence[str], count: PlanCount, verdicts: Iterable[Verdict]) -> str:
    places = _places(count, verdicts)
    fresh = [names[place] for place in places if place not in count.aged]
    aged = [names[place] for place in places if place in count.aged]
    return _joined(("", fresh), ("alt: ", aged))


def _lacking(names: Sequence[str], count: PlanCount) -> str:
    still = [place for place in _places(count, _LACKING) if place not in count.requested_by]
    few = len(still) <= MOST_LACKING
    open_words = [names[place] for place in still] if few else [f"{len(still)} Gemeinden"]
    return _joined(("", open_words if still else ()), ("angefordert: ", [names[place] for place in count.requested_by]))


def _joined(*parts: tuple[str, Sequence[str]]) -> str:
    return "; ".join(f"{word}{_listed(names)}" for word, names in parts if names) or "–"


def _places(count: PlanCount, verdicts: Iterable[Verdict]) -> list[int]:
    return sorted(place for verdict in verdicts for place in count.places.get(verdict, ()))


def _listed(names: Sequence[str]) -> str:
    """Return the names; of many the first ones and how many more."""
    more = [f"{len(names) - MOST_WHO} weitere"] if len(names) > MOST_WHO else []
    return ", ".join([*names[:MOST_WHO], *more])


def _plan_numbers(count: PlanNumbers) -> tuple[str, ...]:
    lacking = sum(count.verdicts.get(verdict, 0) for verdict in _LACKING)
    numbers = (count.at_hand, count.old, lacking, count.requested)
    return count.type.title, *(str(number or "–") for number in numbers)


def _what_is_old_or_nowhere(cohort: Counts) -> Iterator[Block]:
    old = old_everywhere(cohort)
    if old:
        yield paragraph(strong("Überall alt, wo er vorliegt: "), f"{'; '.join(map(plan_words, old))}.")
    nowhere = [
        count.type.title
        for count in cohort.plans
        if not count.at_hand and not count.requested and any(count.verdicts.get(verdict, 0) for verdict in _LACKING)
    ]
    if nowhere:
        yield paragraph(strong("Liegt bei niemandem vor: "), f"{'; '.join(nowhere)}.")


def old_everywhere(cohort: Counts) -> list[PlanNumbers]:
    """Return the plan types of which at least two have one, all of them old, the most frequent first."""
    old = [count for count in cohort.plans if count.at_hand >= FEWEST_OLD and count.old == count.at_hand]
    return sorted(old, key=lambda count: -count.at_hand)


def plan_words(count: PlanNumbers) -> str:
    """Return a plan type with the number of those who have it."""
    return f"{count.type.title} ({count.at_hand})"


# Support ------------------------------------------------------------------------------------------------------------


def support(cohort: Cohort) -> Iterator[Block]:
    """Yield which support is wanted by whom and where there is help."""
    names = [member.answers.municipality.name for member in cohort.members]
    columns = (Column("Art", 3), Column("Zahl", 1, Align.RIGHT), Column("Wer", 4), Column("Wo es Hilfe gibt", 6))
    rows = [
        (*_wanted(count), ", ".join(names[place] for place in count.wanted_by), _help(count))
        for count in cohort.support
    ]
    return _support(columns, rows)


def support_numbers(cohort: AnonymousCohort) -> Iterator[Block]:
    """Yield which support how many want and where there is help."""
    columns = (Column("Art", 3), Column("Zahl", 1, Align.RIGHT), Column("Wo es Hilfe gibt", 8))
    return _support(columns, [(*_wanted(count), _help(count)) for count in cohort.support])


def _support(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    yield Heading(2, "Gewünschte Unterstützung")
    if rows:
        yield table(columns, rows)
    else:
        yield paragraph("Es ist kein Wunsch zu nennen; vielleicht wurde nicht danach gefragt.")


def _wanted(count: SupportNumber) -> tuple[str, str]:
    return count.support.title, str(count.number)


def _help(count: SupportNumber) -> str:
    return w.with_note(count.support.where, count.support.proof)
