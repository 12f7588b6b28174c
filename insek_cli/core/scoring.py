"""Judges every criterion and counts: points, shares, gaps, what to clarify. Nothing else in the program counts."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import INHABITANTS, FactValue, Situation, holds
from insek_cli.core.entries import Criterion, Section
from insek_cli.core.scale import Outcome, Outcomes
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Obligation, Status

MUST, SHOULD, MAY = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tally:
    """Weighted points in units: secured, possible, and what could be had at most."""

    secured: int
    possible: int
    most: int

    @property
    def secured_share(self) -> Fraction | None:
        """Return the secured share, None with nothing applicable."""
        return Fraction(self.secured, self.most) if self.most else None

    @property
    def possible_share(self) -> Fraction | None:
        """Return the possible share, None with nothing applicable."""
        return Fraction(self.possible, self.most) if self.most else None


@dataclass(frozen=True, slots=True)
class SectionTally:
    """The points of one section."""

    section: Section
    tally: Tally


@dataclass(frozen=True, slots=True)
class Waived:
    """Criteria waved away with effect: how many, and their share of the weight that would count with them."""

    count: int
    weight: int
    of: int

    @property
    def share(self) -> Fraction:
        """Return the share of the weight."""
        return Fraction(self.weight, self.of) if self.of else Fraction(0)


def facts_in_force(catalogue: Catalogue, answers: Answers) -> Situation:
    """Return what conditions on facts and plans are judged by; hidden answers count for nothing."""
    facts: dict[str, FactValue] = {fact: value for fact, value in answers.facts.items() if value is not None}
    if answers.municipality.inhabitants is not None:
        facts[INHABITANTS] = answers.municipality.inhabitants
    hidden: set[str] = set()
    available: dict[str, bool] = {}
    for plan in answers.plans:
        available[plan.type] = available.get(plan.type, False) or plan.state is EntryState.AVAILABLE
    situation = Situation(facts, hidden, available, bars=catalogue.scale.bars)
    for question in catalogue.question_order:
        if holds(question.when, situation) is False:
            hidden.add(question.id)
    return situation


def judge_criteria(catalogue: Catalogue, answers: Answers, situation: Situation) -> tuple[Outcome, ...]:
    """Return the outcomes in catalogue order."""
    given = answers.criteria
    return tuple(
        _judge(outcomes, given.get(outcomes.waived.criterion.id), situation) for outcomes in catalogue.scale.outcomes
    )


def _judge(outcomes: Outcomes, answer: CriterionAnswer | None, situation: Situation) -> Outcome:
    status = None if answer is None else answer.status
    criterion = outcomes.waived.criterion
    if criterion.when is not None and holds(criterion.when, situation) is False:
        return outcomes.hidden[status]
    if answer is not None and status is Status.NOT_APPLICABLE and can_be_waived(criterion) and has_reason(answer):
        return outcomes.waived
    return outcomes.counted[status]


def can_be_waived(criterion: Criterion) -> bool:
    """Tell whether „trifft nicht zu“ can have effect: an unconditional must cannot be waved away."""
    return criterion.obligation is not Obligation.MUST or criterion.when is not None


def has_reason(answer: CriterionAnswer) -> bool:
    """Tell whether a reason is given."""
    return bool(answer.reason and answer.reason.strip())


def has_evidence(answer: CriterionAnswer) -> bool:
    """Tell whether evidence is given."""
    return bool(answer.evidence and answer.evidence.strip())


def low_points(outcomes: Iterable[Outcome]) -> dict[str, int | None]:
    """Return the points that conditions see: None where unclear, absent where not applicable."""
    return {
        outcome.criterion.id: None if outcome.unclear else outcome.low for outcome in outcomes if outcome.applicable
    }


def tally(outcomes: Iterable[Outcome], full: int) -> Tally:
    """Return the weighted sums over the applicable outcomes."""
    secured = possible = most = 0
    for outcome in outcomes:
        if outcome.applicable:
            weight = outcome.weighed.weight
            secured += weight * outcome.low
            possible += weight * outcome.high
            most += weight * full
    return Tally(secured, possible, most)


def section_tallies(catalogue: Catalogue, outcomes: Sequence[Outcome]) -> tuple[SectionTally, ...]:
    """Return the sums per section, in catalogue order."""
    groups: dict[str, list[Outcome]] = {section.id: [] for section in catalogue.head.sections}
    for outcome in outcomes:
        groups[outcome.weighed.section].append(outcome)
    full = catalogue.scale.full
    return tuple(SectionTally(section, tally(groups[section.id], full)) for section in catalogue.head.sections)


def waived(outcomes: Sequence[Outcome]) -> Waived:
    """Return number and weight of the criteria waved away with effect."""
    away = [outcome.weighed.weight for outcome in outcomes if outcome.waived]
    of = sum(outcome.weighed.weight for outcome in outcomes if outcome.waived or outcome.applicable)
    return Waived(len(away), sum(away), of)


def gaps(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return the gaps in gap order."""
    return tuple(sorted((outcome for outcome in outcomes if outcome.gap), key=gap_order))


def gap_order(outcome: Outcome) -> int:
    """Return the position of a gap in gap order."""
    return outcome.weighed.order[outcome.low]


def to_clarify(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return what is unclear: must before should before may, then weight, then catalogue order."""
    unclear = [outcome for outcome in outcomes if outcome.unclear]
    return tuple(sorted(unclear, key=lambda outcome: (outcome.weighed.rank, -outcome.weighed.weight)))
