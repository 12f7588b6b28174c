"""The whole judgement on one municipality at a date: `assess` puts the parts together, once."""

from dataclasses import replace
from datetime import date

from insek_cli.core.answers import Answers
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.checks import Hint, Judged, hints
from insek_cli.core.conditions import Situation
from insek_cli.core.costs import CostProfile, cost_profile
from insek_cli.core.levels import Reached, Way, reached, shortest_way, standings
from insek_cli.core.plans import (
    best_outcomes,
    fed_chapters,
    judge_plans,
    type_states,
)
from insek_cli.core.programmes import ProgrammeOutcome, judge_programmes
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import (
    SectionTally,
    Tally,
    Waived,
    facts_in_force,
    gaps,
    judge_criteria,
    low_points,
    section_tallies,
    to_clarify,
    waived,
)
from insek_cli.core.values import dataclass
from insek_cli.core.verdicts import PlanOutcome


@dataclass(frozen=True, slots=True)
class Substance:
    """For how many of the topic chapters a usable plan exists."""

    chapters: int
    fed: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where a municipality stands. Days are in halves; gaps are in gap order."""

    catalogue: Catalogue
    answers: Answers
    date: date
    situation: Situation
    outcomes: tuple[Outcome, ...]
    total: Tally
    sections: tuple[SectionTally, ...]
    level: Reached
    substance: Substance
    waived: Waived
    gaps: tuple[Outcome, ...]
    clarify: tuple[Outcome, ...]
    next_level: Way | None
    plans: tuple[PlanOutcome, ...]
    best_plans: dict[str, PlanOutcome]
    costs: CostProfile
    days: tuple[int, int]
    programmes: tuple[ProgrammeOutcome, ...]
    hints: tuple[Hint, ...]


def assess(catalogue: Catalogue, answers: Answers, today: date) -> Assessment:
    """Return the assessment of the answers at a date."""
    facts = facts_in_force(catalogue, answers)
    outcomes = judge_criteria(catalogue, answers, facts)
    plans = judge_plans(catalogue, answers, facts, today)
    best = best_outcomes(plans)
    situation = replace(facts, low=low_points(outcomes), types=type_states(catalogue, plans, best))
    low, high = standings(catalogue.scale, outcomes)
    level = reached(catalogue.scale, low, high)
    open_gaps = gaps(outcomes)
    return Assessment(
        catalogue=catalogue,
        answers=answers,
        date=today,
        situation=situation,
        outcomes=outcomes,
        total=Tally(low.total, high.total, low.most),
        sections=section_tallies(catalogue, outcomes),
        level=level,
        substance=_substance(catalogue, fed_chapters(best)),
        waived=waived(outcomes),
        gaps=open_gaps,
        clarify=to_clarify(outcomes),
        next_level=shortest_way(catalogue.scale, open_gaps, low, level.certain),
        plans=plans,
        best_plans=best,
        costs=cost_profile(catalogue, situation),
        days=(sum(gap.weighed.days[0] for gap in open_gaps), sum(gap.weighed.days[1] for gap in open_gaps)),
        programmes=judge_programmes(
            catalogue, {outcome.criterion.id: outcome for outcome in outcomes}, situation, today
        ),
        hints=hints(catalogue, Judged(answers, situation, outcomes, plans, today)),
    )


def _substance(catalogue: Catalogue, fed: set[str]) -> Substance:
    return Substance(len(catalogue.topics), sum(chapter.id in fed for chapter in catalogue.topics))
