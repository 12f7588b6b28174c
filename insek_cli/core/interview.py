"""The interview as a pure state machine: which step is next, back, jump, answer. Asks nobody and saves nothing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Municipality, PlanEntry
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import FactValue, Situation, holds
from insek_cli.core.entries import Criterion, PlanType, Question
from insek_cli.core.scoring import facts_in_force
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import CriterionId, PlanTypeId, QuestionId, SectionId, Status, SupportId

UNNAMED = Municipality("noch ohne Namen")


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """Ask who answers."""

    key: str = "municipality"


@dataclass(frozen=True, slots=True)
class FactStep:
    """Ask a fact."""

    question: Question

    @property
    def key(self) -> str:
        """Return the name of the step."""
        return f"facts.{self.question.id}"


class PlanGroup(StrEnum):
    """The plans most municipalities have, and the others."""

    COMMON = "common"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlanListStep:
    """Ask which plans of a group there are at all; the details of each come afterwards."""

    group: PlanGroup
    types: tuple[PlanType, ...]

    @property
    def key(self) -> str:
        """Return the name of the step."""
        return f"plan-list.{self.group}"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """Ask for the details of the plans of one type."""

    type: PlanType

    @property
    def key(self) -> str:
        """Return the name of the step."""
        return f"plans.{self.type.id}"


@dataclass(frozen=True, slots=True)
class CriterionStep:
    """Ask a criterion."""

    criterion: Criterion

    @property
    def key(self) -> str:
        """Return the name of the step."""
        return f"criteria.{self.criterion.id}"


@dataclass(frozen=True, slots=True)
class SupportStep:
    """Ask which support is wanted."""

    key: str = "support"


Step = PlaceStep | FactStep | PlanListStep | PlanStep | CriterionStep | SupportStep


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked: everything, the quick check, or one section."""

    quick: bool = False
    section: SectionId | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many steps there are, how many of them have an answer, and which one is at hand (from 1)."""

    steps: int
    answered: int
    place: int


@dataclass(frozen=True, slots=True)
class Interview:
    """Where the interview stands. `at` is the key of the step at hand, None when it is through."""

    catalogue: Catalogue
    answers: Answers
    scope: Scope
    at: str | None

    @property
    def step(self) -> Step | None:
        """Return the step at hand, None when the interview is through."""
        return next((step for step in self.steps() if step.key == self.at), None)

    def steps(self) -> tuple[Step, ...]:
        """Return the steps that apply to the answers so far, in the order of asking."""
        return tuple(_steps(self.catalogue, self.answers, self.scope, self.at))

    def progress(self) -> Progress:
        """Return the progress."""
        steps = self.steps()
        keys = [step.key for step in steps]
        place = keys.index(self.at) + 1 if self.at in keys else len(keys)
        return Progress(len(steps), sum(is_answered(step, self.answers) for step in steps), place)

    def next(self) -> "Interview":
        """Go on to the following step without an answer; after the last one the interview is through."""
        return self._moved(1)

    def back(self) -> "Interview":
        """Go to the step before; at the first one nothing changes."""
        return self._moved(-1)

    def jump(self, key: str) -> "Interview":
        """Go to a step; raises KeyError if it is not asked now."""
        if key not in {step.key for step in self.steps()}:
            raise KeyError(key)
        return replace(self, at=key)

    def next_open(self) -> "Interview":
        """Go to the first step without an answer, at or after the one at hand, else before it; through if none."""
        steps = self.steps()
        keys = [step.key for step in steps]
        start = keys.index(self.at) if self.at in keys else 0
        for step in (*steps[start:], *steps[:start]):
            if not is_answered(step, self.answers):
                return replace(self, at=step.key)
        return replace(self, at=None)

    def kept(self, answers: Answers) -> "Interview":
        """Return the interview at the same place with these answers."""
        return replace(self, answers=answers)

    def answer_place(self, municipality: Municipality) -> "Interview":
        """Take the municipality and go on."""
        return self._with(replace(self.answers, municipality=municipality))

    def answer_fact(self, question: QuestionId, value: FactValue | None) -> "Interview":
        """Take the answer to a fact (None: weiß nicht) and go on."""
        return self._with(self.answers.with_fact(question, value))

    def answer_plan_list(self, step: PlanListStep, ticked: Collection[PlanTypeId]) -> "Interview":
        """Take which types of a list there are and go on. An unticked plan keeps its details, not where it lies."""
        answers = self.answers
        for kind in step.types:
            answers = _with_ticked(answers, kind.id) if kind.id in ticked else _with_unticked(answers, kind.id)
        return self._with(answers)

    def answer_plans(self, kind: PlanTypeId, plans: tuple[PlanEntry, ...]) -> "Interview":
        """Take the entries for a plan type, in the place of those it had, and go on."""
        return self._with(self.answers.with_plans_of(kind, plans))

    def answer_criterion(self, criterion: CriterionId, answer: CriterionAnswer) -> "Interview":
        """Take the answer to a criterion and go on."""
        return self._with(self.answers.with_criterion(criterion, answer))

    def answer_support(self, support: tuple[SupportId, ...]) -> "Interview":
        """Take the support wanted and go on."""
        return self._with(replace(self.answers, support=support))

    def hidden_by(self, other: "Interview") -> tuple[str, ...]:
        """Return the steps with an answer that this state asks and the other one no longer does."""
        kept = {step.key for step in other.steps()}
        return tuple(step.key for step in self.steps() if step.key not in kept and is_answered(step, other.answers))

    def _with(self, answers: Answers) -> "Interview":
        return self.kept(answers).next()

    def _moved(self, by: int) -> "Interview":
        keys = [step.key for step in self.steps()]
        if self.at not in keys:
            return self._moved_from_nowhere(keys[-1:], by)
        place = max(0, keys.index(self.at) + by)
        return replace(self, at=keys[place] if place < len(keys) else None)

    def _moved_from_nowhere(self, last: list[str], by: int) -> "Interview":
        """Move where the step at hand is not asked any more: back to the last one, on to what is open."""
        if by < 0:
            return replace(self, at=last[0]) if last else self
        return self if self.at is None else self.next_open()


def start_interview(catalogue: Catalogue, answers: Answers, scope: Scope) -> Interview:
    """Return the interview at the first step without an answer."""
    return Interview(catalogue, answers, scope, None).next_open()


def _steps(catalogue: Catalogue, answers: Answers, scope: Scope, at: str | None) -> Iterator[Step]:
    situation = facts_in_force(catalogue, answers)
    if scope.section is None or answers.municipality == UNNAMED:
        yield PlaceStep()
    if scope.section is None:
        yield from _fact_steps(catalogue, situation, scope)
        types = [
            kind
            for kind in catalogue.entries.plans
            if (kind.common or not scope.quick) and holds(kind.when, situation) is not False
        ]
        yield from _plan_steps(types, answers, at)
    for criterion in catalogue.criteria:
        if scope.section is not None and catalogue.section_of[criterion.id].id != scope.section:
            continue
        if holds(criterion.when, situation) is not False and (criterion.quick or not scope.quick):
            yield CriterionStep(criterion)
    if scope.section is None and not scope.quick:
        yield SupportStep()


def _fact_steps(catalogue: Catalogue, situation: Situation, scope: Scope) -> Iterator[Step]:
    for question in catalogue.entries.questions:
        if question.id not in situation.hidden and (question.quick or not scope.quick):
            yield FactStep(question)


def _plan_steps(types: Sequence[PlanType], answers: Answers, at: str | None) -> Iterator[Step]:
    """Yield the lists of plans, then the details of each there is; the one at hand stays while it is asked."""
    for group in PlanGroup:
        listed = tuple(kind for kind in types if kind.common is (group is PlanGroup.COMMON))
        if listed:
            yield PlanListStep(group, listed)
    for kind in types:
        step = PlanStep(kind)
        if step.key == at or any(there_is(plan) for plan in answers.plans_of(kind.id)):
            yield step


def there_is(plan: PlanEntry) -> bool:
    """Tell whether a plan exists, here or at its holder who was not asked yet."""
    return plan.state is not EntryState.NONE or plan.holder is not None


def _with_ticked(answers: Answers, kind: PlanTypeId) -> Answers:
    known = answers.plans_of(kind)
    if any(there_is(plan) for plan in known):
        return answers
    first = replace(known[0], state=EntryState.AVAILABLE) if known else PlanEntry(kind)
    return answers.with_plans_of(kind, (first, *known[1:]))


def _with_unticked(answers: Answers, kind: PlanTypeId) -> Answers:
    known = answers.plans_of(kind) or (PlanEntry(kind),)
    return answers.with_plans_of(kind, tuple(replace(plan, state=EntryState.NONE, holder=None) for plan in known))


def is_answered(step: Step, answers: Answers) -> bool:
    """Tell whether a step has an answer; „weiß nicht“ is one and is not asked again."""
    match step:
        case PlaceStep():
            return answers.municipality.inhabitants is not None
        case FactStep(question):
            return question.id in answers.facts
        case PlanListStep(_, types):
            return all(answers.plans_of(kind.id) for kind in types)
        case PlanStep(kind):
            return any(plan != PlanEntry(kind.id) for plan in answers.plans_of(kind.id))
        case CriterionStep(criterion):
            return criterion.id in answers.criteria
        case SupportStep():
            return answers.support is not None


def status_of(answers: Answers, criterion: Criterion) -> Status | None:
    """Return the status of a criterion, None where open."""
    answer = answers.criteria.get(criterion.id)
    return None if answer is None else answer.status
