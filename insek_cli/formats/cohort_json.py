"""A cohort as JSON, `insek-cohort/1`: shares rounded to four places, points exact, municipalities by their place."""

from collections.abc import Iterable, Mapping, Sequence

from insek_cli.core.anonymous import AnonymousCohort
from insek_cli.core.assessment import Assessment
from insek_cli.core.cohort import (
    Cohort,
    Counts,
    GapCount,
    Opinion,
    PlanCount,
    PlanNumbers,
    ProgrammeCount,
    Shares,
)
from insek_cli.core.cohort_change import CohortChange
from insek_cli.core.conditions import Verdict
from insek_cli.core.cooperation import Cooperation, Proposal, Use
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.core.rewards import Reward
from insek_cli.core.spread import FEWEST, Spread
from insek_cli.formats.json import half, indented, share

COHORT_SCHEMA = "insek-cohort/1"

Values = dict[str, object]


def cohort_text(cohort: Cohort, change: CohortChange | None) -> str:
    """Return a cohort as indented JSON."""
    return indented(
        {
            **_head(cohort),
            "municipalities": [_municipality(member) for member in cohort.members],
            **_counts(cohort),
            "plans": [_plan(count) for count in cohort.plans],
            "support": [{"id": count.support.id, "wanted_by": count.wanted_by} for count in cohort.support],
            "feedback": [_opinion(opinion) for opinion in cohort.opinions],
            "cooperation": cohort.cooperation and _cooperation(cohort.cooperation),
            "change": change and _change(change),
        }
    )


def anonymous_text(cohort: AnonymousCohort, change: CohortChange | None) -> str:
    """Return an anonymised cohort as indented JSON: numbers only, `municipalities` is how many there are."""
    occasions = cohort.occasions
    return indented(
        {
            **_head(cohort),
            "municipalities": cohort.number,
            **_counts(cohort),
            "plans": [_plan_numbers(count) for count in cohort.plans],
            "support": [{"id": count.support.id, "number": count.number} for count in cohort.support],
            "feedback": [_opinion(opinion) for opinion in cohort.opinions],
            "cooperation": occasions and [{"id": one.occasion.id, "number": one.number} for one in occasions],
            "change": change and _anonymous_change(change),
        }
    )


def _head(counts: Counts) -> Values:
    head = counts.catalogue.head
    return {
        "schema": COHORT_SCHEMA,
        "catalogue": {"id": head.id, "version": head.version},
        "date": counts.date.isoformat(),
    }


def _counts(counts: Counts) -> Values:
    return {
        "total": _shares(counts.total),
        "sections": [{"id": part.section.id, **_shares(part.shares)} for part in counts.sections],
        "gaps": [_gap(gap) for gap in counts.gaps],
        "cost_drivers": [{"id": count.driver.id, "number": count.number} for count in counts.drivers],
        "levers": [{"id": count.lever.id, "used": count.used, "offered": count.offered} for count in counts.levers],
        "programmes": [_programme(count) for count in counts.programmes],
    }


def _municipality(member: Assessment) -> Values:
    place = member.answers.municipality
    return {
        "name": place.name,
        "ags": place.ags,
        "inhabitants": place.inhabitants,
        "landkreis": place.landkreis,
        "leader_region": place.leader_region,
        "association": place.association,
    }


def _shares(shares: Shares) -> Values:
    return {"secured": _spread(shares.secured), "possible": _spread(shares.possible)}


def _spread(found: Spread) -> Values:
    return {
        "number": found.number,
        "median": None if found.median is None else share(found.median),
        "quartiles": found.quartiles and [share(value) for value in found.quartiles],
    }


def _gap(gap: GapCount) -> Values:
    return {
        "id": gap.criterion.id,
        "obligation": gap.criterion.obligation,
        "applicable": gap.applicable,
        "lacking": gap.lacking,
        "partial": gap.partial,
        "later": gap.later,
        "unclear": gap.unclear,
    }


def _plan(count: PlanCount) -> Values:
    return {
        **_plan_numbers(count),
        "municipalities": dict(sorted((verdict.value, places) for verdict, places in count.places.items())),
        "old_municipalities": count.aged,
        "requested_municipalities": count.requested_by,
    }


def _plan_numbers(count: PlanNumbers) -> Values:
    return {
        "type": count.type.id,
        "verdicts": _counted(count.verdicts),
        "at_hand": count.at_hand,
        "old": count.old,
        "requested": count.requested,
    }


def _programme(count: ProgrammeCount) -> Values:
    return {
        "id": count.programme.id,
        "statuses": _counted(count.statuses),
        "blocked_by": [{"id": criterion, "number": number} for criterion, number in count.blocked_by],
    }


def _counted(counts: Mapping[Verdict, int] | Mapping[ProgrammeStatus, int]) -> dict[str, int]:
    return dict(sorted((key.value, number) for key, number in counts.items()))


def _opinion(opinion: Opinion) -> Values:
    return {
        "id": opinion.criterion.id,
        "useful": _marks(opinion.useful),
        "realistic": _marks(opinion.realistic),
        "remarks": [{"municipality": place, "text": text} for place, text in opinion.remarks],
    }


def _marks(marks: Sequence[int]) -> list[int] | None:
    """Return the marks without their order; None under three, where they would show who gave them."""
    return sorted(marks) if len(marks) >= FEWEST else None


def _cooperation(found: Cooperation) -> Values:
    return {
        "groups": _proposals(found.groups),
        "pairs": _proposals(found.pairs),
        "apart": found.apart,
        "distant": found.distant,
        "single": found.single,
    }


def _proposals(proposals: Iterable[Proposal]) -> list[Values]:
    return [
        {
            "members": proposal.members,
            "shared": proposal.shared,
            "points": half(proposal.points),
            "occasions": [_use(use) for use in proposal.uses],
            "programmes": [_reward(reward) for reward in proposal.rewards],
        }
        for proposal in proposals
    ]


def _use(use: Use) -> Values:
    return {
        "id": use.occasion.id,
        "kind": use.occasion.kind,
        "legal_form": use.occasion.legal_form,
        "savers": use.savers,
        "givers": use.givers,
        "lacking": use.lacking,
        "points": half(use.points),
        "requested": use.requested,
    }


def _reward(reward: Reward) -> Values:
    return {
        "id": reward.programme.id,
        "occasions": reward.occasions,
        "agreement": reward.agreement,
        "unclear": reward.unclear,
        "blocked_by": [{"id": criterion, "members": places} for criterion, places in reward.blocked_by],
    }


def _anonymous_change(change: CohortChange) -> Values:
    """Return the change with numbers for places: who was there before would tell who somebody is."""
    return {**_change(change), "compared": len(change.compared), "joined": len(change.joined)}


def _change(change: CohortChange) -> Values:
    return {
        "compared": [new for _, new in change.compared],
        "joined": change.joined,
        "gone": len(change.gone),
        "higher": change.higher,
        "lower": change.lower,
        "total": {"before": _shares(change.total[0]), "after": _shares(change.total[1])},
        "sections": [
            {"id": part.section.id, "before": _shares(part.before), "after": _shares(part.after)}
            for part in change.sections
        ],
        "criteria": [{"id": move.criterion.id, "better": move.better, "worse": move.worse} for move in change.moved],
    }
