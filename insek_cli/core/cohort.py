"""Many municipalities together: what all lack, what drives effort, which plans there are, what they think.

There is no ranking: who stands where is in nobody's counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import Verdict
from insek_cli.core.cooperation import Cooperation, cooperation
from insek_cli.core.entries import Criterion, Driver, Lever, PlanType, Programme, Section, Support
from insek_cli.core.plans import BEST
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.core.reasons import Reason
from insek_cli.core.scale import Outcome, Weighed
from insek_cli.core.scoring import Tally
from insek_cli.core.spread import Spread, spread
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import CriterionId, Status

OLD = frozenset({Reason.TOO_OLD, Reason.OLD_BUT_IN_FORCE, Reason.AGEING})


@dataclass(frozen=True, slots=True)
class Shares:
    """How secured and possible shares spread."""

    secured: Spread
    possible: Spread


@dataclass(frozen=True, slots=True)
class SectionShares:
    """The spread in one section."""

    section: Section
    shares: Shares


@dataclass(frozen=True, slots=True)
class GapCount:
    """A criterion: for how many it counts, how many lack it, and what kind of lacking that is.

    partial: partly met; later: put off on purpose; unclear: open, unknown or waved away without effect.
    """

    weighed: Weighed
    applicable: int
    lacking: int
    partial: int
    later: int
    unclear: int

    @property
    def criterion(self) -> Criterion:
        """Return the criterion counted."""
        return self.weighed.criterion


@dataclass(frozen=True, slots=True)
class DriverCount:
    """A cost driver and for how many it counts."""

    driver: Driver
    number: int


@dataclass(frozen=True, slots=True)
class LeverCount:
    """A lever: how many use it, to how many it can be offered."""

    lever: Lever
    used: int
    offered: int


@dataclass(frozen=True, slots=True)
class PlanNumbers:
    """A plan type: how many have which verdict, one at hand, an old one at hand, one requested but not yet there."""

    type: PlanType
    verdicts: Mapping[Verdict, int]
    at_hand: int
    old: int
    requested: int


@dataclass(frozen=True, slots=True)
class PlanCount(PlanNumbers):
    """The same with who it is, by place."""

    places: Mapping[Verdict, tuple[int, ...]]
    aged: tuple[int, ...]
    requested_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """A programme, how many have which status, and what blocks it for how many, the most frequent first."""

    programme: Programme
    statuses: Mapping[ProgrammeStatus, int]
    blocked_by: tuple[tuple[CriterionId, int], ...]


@dataclass(frozen=True, slots=True)
class SupportNumber:
    """A kind of support and how many want it."""

    support: Support
    number: int


@dataclass(frozen=True, slots=True)
class SupportCount(SupportNumber):
    """The same with who it is, by place."""

    wanted_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was said about a criterion itself: marks from 1 to 5, remarks with the place of who made them."""

    criterion: Criterion
    useful: tuple[int, ...]
    realistic: tuple[int, ...]
    remarks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What can be said of so many municipalities without saying who; judged at one date against one catalogue."""

    catalogue: Catalogue
    date: date
    number: int
    total: Shares
    sections: tuple[SectionShares, ...]
    gaps: tuple[GapCount, ...]
    drivers: tuple[DriverCount, ...]
    levers: tuple[LeverCount, ...]
    plans: tuple[PlanNumbers, ...]
    programmes: tuple[ProgrammeCount, ...]
    support: tuple[SupportNumber, ...]
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Cohort(Counts):
    """The same with the municipalities themselves, whom places refer to, and who could work together."""

    plans: tuple[PlanCount, ...]
    support: tuple[SupportCount, ...]
    members: tuple[Assessment, ...]
    cooperation: Cooperation | None


def cohort_of(catalogue: Catalogue, members: Sequence[Assessment], today: date) -> Cohort:
    """Return what the municipalities have in common; `cooperation` is None for a catalogue without occasions."""
    return Cohort(
        catalogue=catalogue,
        date=today,
        number=len(members),
        members=tuple(members),
        total=shares(member.total for member in members),
        sections=tuple(
            SectionShares(section, shares(member.sections[place].tally for member in members))
            for place, section in enumerate(catalogue.head.sections)
        ),
        gaps=_gaps(members),
        drivers=_drivers(catalogue, members),
        levers=_levers(catalogue, members),
        plans=tuple(_plan(kind, members) for kind in catalogue.entries.plans),
        programmes=_programmes(catalogue, members),
        support=_support(catalogue, members),
        opinions=tuple(_opinions(catalogue, members)),
        cooperation=_cooperation(catalogue, members),
    )


def shares(tallies: Iterable[Tally]) -> Shares:
    """Return the spread of secured and possible shares; a municipality for which nothing counts is left out."""
    counting = [tally for tally in tallies if tally.most]
    return Shares(
        spread(Fraction(tally.secured, tally.most) for tally in counting),
        spread(Fraction(tally.possible, tally.most) for tally in counting),
    )


def _gaps(members: Sequence[Assessment]) -> tuple[GapCount, ...]:
    """Return the criteria somebody lacks: must before should before may, then by frequency, then in catalogue order."""
    by_criterion: Iterator[tuple[Outcome, ...]] = zip(*(member.outcomes for member in members), strict=True)
    counts = [_gap(outcomes) for outcomes in by_criterion]
    lacking = [count for count in counts if count.lacking]
    return tuple(sorted(lacking, key=lambda count: (count.weighed.rank, -count.lacking)))


def _gap(outcomes: Sequence[Outcome]) -> GapCount:
    gaps = [outcome for outcome in outcomes if outcome.gap]
    statuses = Counter(outcome.status for outcome in gaps)
    return GapCount(
        weighed=outcomes[0].weighed,
        applicable=sum(outcome.applicable for outcome in outcomes),
        lacking=len(gaps),
        partial=statuses[Status.PARTIAL],
        later=statuses[Status.LATER],
        unclear=sum(outcome.unclear for outcome in gaps),
    )


def _drivers(catalogue: Catalogue, members: Sequence[Assessment]) -> tuple[DriverCount, ...]:
    """Return the drivers that count for anyone, the most frequent first."""
    fired = Counter(fired.driver.id for member in members for fired in member.costs.drivers)
    found = [DriverCount(driver, fired[driver.id]) for driver in catalogue.entries.drivers if fired[driver.id]]
    return tuple(sorted(found, key=lambda count: -count.number))


def _levers(catalogue: Catalogue, members: Sequence[Assessment]) -> tuple[LeverCount, ...]:
    """Return the levers in use or to be offered, those offered most often first."""
    used = Counter(use.lever.id for member in members for use in member.costs.used)
    offered = Counter(lever.id for member in members for lever in member.costs.offered)
    found = [LeverCount(lever, used[lever.id], offered[lever.id]) for lever in catalogue.entries.levers]
    return tuple(
        sorted(
            (count for count in found if count.used or count.offered), key=lambda count: (-count.offered, -count.used)
        )
    )


def _plan(kind: PlanType, members: Sequence[Assessment]) -> PlanCount:
    best = [member.best_plans[kind.id] for member in members]
    places: defaultdict[Verdict, tuple[int, ...]] = defaultdict(tuple)
    for place, outcome in enumerate(best):
        places[outcome.verdict] += (place,)
    at_hand = [place for verdict in BEST for place in places.get(verdict, ())]
    aged = tuple(place for place in sorted(at_hand) if not OLD.isdisjoint(best[place].reasons))
    requested = tuple(place for place, outcome in enumerate(best) if Reason.REQUESTED in outcome.reasons)
    return PlanCount(
        type=kind,
        verdicts={verdict: len(found) for verdict, found in places.items()},
        at_hand=len(at_hand),
        old=len(aged),
        requested=len(requested),
        places=dict(places),
        aged=aged,
        requested_by=requested,
    )


def _programmes(catalogue: Catalogue, members: Sequence[Assessment]) -> tuple[ProgrammeCount, ...]:
    return tuple(
        ProgrammeCount(
            programme,
            Counter(member.programmes[place].status for member in members),
            tuple(Counter(need for member in members for need in member.programmes[place].blocked_by).most_common()),
        )
        for place, programme in enumerate(catalogue.entries.programmes)
    )


def _support(catalogue: Catalogue, members: Sequence[Assessment]) -> tuple[SupportCount, ...]:
    """Return the kinds of support anyone wants, the most wanted first."""
    wanted = [
        (kind, tuple(place for place, member in enumerate(members) if _wants(member, kind)))
        for kind in catalogue.entries.support
    ]
    found = [SupportCount(kind, len(places), places) for kind, places in wanted if places]
    return tuple(sorted(found, key=lambda count: -count.number))


def _wants(member: Assessment, kind: Support) -> bool:
    return kind.id in (member.answers.support or ())


def _opinions(catalogue: Catalogue, members: Sequence[Assessment]) -> Iterator[Opinion]:
    """Yield what was said about criteria, in catalogue order."""
    for criterion in catalogue.criteria:
        said = [
            (place, member.answers.feedback[criterion.id])
            for place, member in enumerate(members)
            if criterion.id in member.answers.feedback
        ]
        if said:
            yield Opinion(
                criterion,
                tuple(feedback.useful for _, feedback in said if feedback.useful is not None),
                tuple(feedback.realistic for _, feedback in said if feedback.realistic is not None),
                tuple((place, feedback.remark) for place, feedback in said if feedback.remark),
            )


def _cooperation(catalogue: Catalogue, members: Sequence[Assessment]) -> Cooperation | None:
    partnership = catalogue.entries.partnership
    return None if partnership is None else cooperation(partnership, catalogue.entries.occasions, members)
