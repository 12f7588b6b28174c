"""The answers of one municipality as values. Field names are the keys of the answer file."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from insek_cli.core.conditions import FactValue, PlanFormat
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import Holder, PlanTypeId, QuestionId, Status, SupportId
from insek_cli.core.written import Ags, Ars, Day, Inhabitants, Mark, Text, Truth, Year

FORMAT = "insek-answers/1"
UNKNOWN_FACT = "unknown"


class PlaceKind(StrEnum):
    """Whether the municipality is a town."""

    STADT = "stadt"
    GEMEINDE = "gemeinde"


class ConceptName(StrEnum):
    """What the municipality calls its concept."""

    INSEK = "INSEK"
    INGEKO = "INGEKO"


class Area(StrEnum):
    """Which territory a plan covers."""

    WHOLE = "whole"
    PART = "part"
    FORMER = "former"


class Rights(StrEnum):
    """Whether the contents may be used and printed."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class EntryState(StrEnum):
    """Whether a plan is at hand."""

    AVAILABLE = "available"
    REQUESTED = "requested"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who answers."""

    name: Text
    ags: Ags | None = None
    ars: Ars | None = None
    inhabitants: Inhabitants | None = None
    inhabitants_date: Day | None = None
    inhabitants_basis: Text | None = None
    sorbian_name: Text | None = None
    leader_region: Text | None = None
    kind: PlaceKind | None = None
    landkreis: Text | None = None
    association: Text | None = None
    concept: ConceptName | None = None


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan in the list of a municipality."""

    type: PlanTypeId
    title: Text | None = None
    data_year: Year | None = None
    resolved: Day | None = None
    area: Area | None = None
    format: PlanFormat | None = None
    rights: Rights | None = None
    public: Truth | None = None
    superseded: Truth = False
    holder: Holder | None = None
    holder_name: Text | None = None
    state: EntryState = EntryState.AVAILABLE
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionAnswer:
    """The answer to one criterion, with what stands beside it."""

    status: Status
    evidence: str | None = None
    note: str | None = None
    reason: str | None = None
    by: str | None = None
    on: Day | None = None
    owner: str | None = None
    due: Day | None = None
    flagged: Truth = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody thinks of the criterion itself."""

    useful: Mark | None = None
    realistic: Mark | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """An answer file as written; facts are still texts."""

    format: Text
    catalogue: Text
    municipality: Municipality
    facts: dict[str, str] = field(default_factory=dict)
    plans: tuple[PlanEntry, ...] = ()
    criteria: dict[str, CriterionAnswer] = field(default_factory=dict)
    support: tuple[SupportId, ...] | None = None
    feedback: dict[str, Feedback] = field(default_factory=dict)
    statistics: Text | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one municipality, checked against a catalogue.

    facts: None stands for „weiß nicht“, which is not asked again; a fact without an answer is absent.
    support: None where nobody was asked, empty where none is wanted.
    """

    municipality: Municipality
    facts: Mapping[str, FactValue | None] = field(default_factory=dict)
    plans: tuple[PlanEntry, ...] = ()
    criteria: Mapping[str, CriterionAnswer] = field(default_factory=dict)
    support: tuple[SupportId, ...] | None = None
    feedback: Mapping[str, Feedback] = field(default_factory=dict)
    statistics: str | None = None

    def with_fact(self, question: QuestionId, value: FactValue | None) -> "Answers":
        """Return the answers with this fact set; None is „weiß nicht“."""
        return replace(self, facts={**self.facts, question: value})

    def with_criterion(self, criterion: str, answer: CriterionAnswer) -> "Answers":
        """Return the answers with this criterion answered."""
        return replace(self, criteria={**self.criteria, criterion: answer})

    def with_feedback(self, criterion: str, feedback: Feedback) -> "Answers":
        """Return the answers with this opinion on a criterion."""
        return replace(self, feedback={**self.feedback, criterion: feedback})

    def with_plans(self, plans: tuple[PlanEntry, ...]) -> "Answers":
        """Return the answers with this list of plans."""
        return replace(self, plans=plans)

    def plans_of(self, kind: PlanTypeId) -> tuple[PlanEntry, ...]:
        """Return the entries of a plan type."""
        return tuple(plan for plan in self.plans if plan.type == kind)

    def with_plans_of(self, kind: PlanTypeId, entries: Sequence[PlanEntry]) -> "Answers":
        """Return the answers with these entries of a plan type, each in the place of an old one, new ones after it."""
        left = list(entries)
        plans: list[PlanEntry] = []
        for plan in self.plans:
            if plan.type != kind:
                plans.append(plan)
            elif left:
                plans.append(left.pop(0))
        return self.with_plans((*plans, *left))
