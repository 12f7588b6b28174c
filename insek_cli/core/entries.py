"""The entries of a catalogue as values: one type per kind of entry in the YAML files.

Field names are the keys of the files (`at_least` is written `at-least`); optional keys have a default.
"""

from decimal import Decimal
from typing import Annotated

from insek_cli.core.conditions import Bar, Condition, Verdict
from insek_cli.core.outline import DraftText
from insek_cli.core.reasons import Reason
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import (
    ChapterId,
    CheckId,
    CheckKind,
    CitationPart,
    CriterionId,
    DriverId,
    Force,
    Ground,
    Holder,
    Kebab,
    LevelId,
    LeverId,
    Obligation,
    PlanTypeId,
    ProgrammeId,
    ProgrammeKind,
    Proof,
    QuestionId,
    QuestionKind,
    SectionId,
    SourceId,
    StatisticForm,
    StatisticLevel,
    Status,
    SupportId,
    Take,
    Use,
)
from insek_cli.core.written import (
    DayOrReason,
    DistrictKey,
    Half,
    Number,
    Positive,
    Share,
    Text,
    Truth,
    Weight,
    Whole,
)


@dataclass(frozen=True, slots=True)
class Points:
    """Points per answer, in halves."""

    met: Half
    partial: Half
    unmet: Half
    later: Half


@dataclass(frozen=True, slots=True)
class Effort:
    """Own working days, low and high."""

    days: tuple[Half, Half]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long an answer takes on average, in minutes: a fact, a list of plans, a plan, a criterion."""

    fact: Half
    plan_list: Half
    plan: Half
    criterion: Half
    proof: Proof


@dataclass(frozen=True, slots=True)
class RegisterRules:
    """What an imported register of municipalities is held against.

    small: below how many inhabitants a municipality is small; the import counts these.
    largest_area: in square kilometres; whatever is larger must be from another column.
    least_kept: which share of the municipalities known so far a newer register has at least.
    """

    small: Positive = 15_000
    largest_area: Positive = 1_000
    least_kept: Share = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Level:
    """A level and what it asks; a key left out asks nothing."""

    id: Annotated[LevelId, Kebab]
    title: Text
    text: Text | None = None
    must: Bar | None = None
    secured: Number | None = None
    should: Number | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A group of criteria; `short` is its title in pictures and tables."""

    id: Annotated[SectionId, Kebab]
    title: Text
    intro: Text
    short: Text | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer to a question; `scope` says under the level what it holds for."""

    id: Annotated[str, Kebab]
    title: Text
    scope: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A fact about municipality, project and process, asked once; `label` is what it is called in documents."""

    id: Annotated[QuestionId, Kebab]
    text: Text
    kind: QuestionKind
    label: Text | None = None
    help: Text | None = None
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
    quick: Truth = False
    help_for: tuple[CriterionId, ...] = ()
    ask: Text | None = None
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A quality criterion.

    Its step makes sense once those it comes `after` have begun; where `after_musts` holds, once no other must is open;
    where `next_concept` holds, only with the next concept.
    Where `anew` holds, the answer speaks of an earlier concept, and the one being written has to meet it again.
    """

    id: Annotated[CriterionId, Kebab]
    title: Text
    statement: Text
    obligation: Obligation
    because: Ground
    weight: Weight
    met: Text
    partial: Text
    help: Text
    remedy: Text
    proof: Proof
    chapters: tuple[ChapterId, ...]
    sources: tuple[SourceId, ...]
    effort: Effort | None = None
    plans: tuple[PlanTypeId, ...] = ()
    when: Condition | None = None
    quick: Truth = False
    ask: Text | None = None
    after: tuple[CriterionId, ...] = ()
    after_musts: Condition | None = None
    next_concept: Condition | None = None
    anew: Condition | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a plan gives to one chapter."""

    chapter: ChapterId
    take: tuple[Take, ...]
    what: Text


@dataclass(frozen=True, slots=True)
class Request:
    """How to ask for a plan: from whom, on which basis (none: no special basis, ask kindly), with which words.

    `title`: what a letter calls the plan, where the title of its type says more than is wanted of this holder.
    `in_letter`: the basis as a letter says it, where it hangs on the case. `how` goes on after „Wir bitten um“.
    `address` are the lines on the letter; without them they stay a gap.
    `hint`: whom else to ask, and when. `free`: where anybody may have it, so that no letter is needed.
    """

    who: Text
    title: Text | None = None
    hint: Text | None = None
    free: Text | None = None
    address: tuple[Text, ...] = ()
    basis: Text | None = None
    in_letter: Text | None = None
    how: Text | None = None


@dataclass(frozen=True, slots=True)
class PlanType:
    """A type of sector plan and how its contents are taken over.

    A `dataset` is resolved by nobody. `public_part`: what a concept may say of a plan that is not public.
    """

    id: Annotated[PlanTypeId, Kebab]
    title: Text
    basis: Text
    duty: Truth
    force: Force
    holder: Holder
    level: Text
    feeds: tuple[Feed, ...]
    content: Text
    form: Text
    pitfalls: tuple[Text, ...]
    proof: Proof
    sources: tuple[SourceId, ...]
    use: Use = Use.FULL
    interval: Text | None = None
    yellow: Whole | None = None
    red: Whole | None = None
    age_note: Text | None = None
    common: Truth = False
    needs_resolution: Truth = False
    dataset: Truth = False
    when: Condition | None = None
    rights: Text | None = None
    public_part: Text | None = None
    clause: Text | None = None
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class Per:
    """Counting by number: one for every full `each` above `above`, at most `most`.

    The number is a fact, or how many plan types have one of the verdicts.
    """

    each: Positive
    fact: QuestionId | None = None
    verdict: tuple[Verdict, ...] = ()
    above: Whole = 0
    most: Positive | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """Something that makes a concept dear, and what helps against it."""

    id: Annotated[DriverId, Kebab]
    title: Text
    text: Text
    evidence: Text
    points: Half
    levers: tuple[LeverId, ...]
    proof: Proof
    sources: tuple[SourceId, ...]
    when: Condition | None = None
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Lever:
    """Something that saves effort; `when`: it is in use, `open_when`: it can be offered."""

    id: Annotated[LeverId, Kebab]
    title: Text
    text: Text
    evidence: Text
    proof: Proof
    sources: tuple[SourceId, ...]
    points: Half | None = None
    when: Condition | None = None
    open_when: Condition | None = None
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The effort profile: where counting starts and where the classes begin; notes say when it means what is past."""

    base: Half
    medium: Half
    heavy: Half
    proof: Proof
    text: Text
    notes: tuple[DraftText, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A documented single case of cost and duration; no statistic."""

    id: Annotated[str, Kebab]
    municipality: Text
    land: Text
    product: Text
    year: Text
    proof: Proof
    sources: tuple[SourceId, ...]
    inhabitants: Positive | None = None
    cost: Text | None = None
    months: Text | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A funding programme: who gets in, what the concept must have, what only ranks higher."""

    id: Annotated[ProgrammeId, Kebab]
    title: Text
    kind: ProgrammeKind
    funds: Text
    state: Text
    ask: Text
    proof: Proof
    sources: tuple[SourceId, ...]
    gate: Condition | None = None
    gate_text: Text | None = None
    needs: tuple[CriterionId, ...] = ()
    priority: Text | None = None
    area_duties: tuple[Text, ...] = ()
    closed: DayOrReason | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """A kind of support a municipality may need and where free help exists."""

    id: Annotated[SupportId, Kebab]
    title: Text
    text: Text
    where: Text
    proof: Proof
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One passage of one text."""

    id: Annotated[SourceId, Kebab]
    title: Text
    issuer: Text
    date: Text
    proof: Proof
    address: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A plausibility check: the kind is code, threshold (a share, or years), condition and wording are data."""

    id: Annotated[CheckId, Kebab]
    kind: CheckKind
    title: Text
    text: Text
    remedy: Text
    share: Number | None = None
    fact: QuestionId | None = None
    years: Whole | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """A group of ages that documents show: `from` this age on, `below` that one."""

    title: Text
    from_: Whole = 0
    below: Whole | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """What a known statistical table means, what documents make of it, and where it is to be had.

    tables: codes of tables (12411-01-01-5) or of whole statistics (12411).
    measures: codes or labels of the values meant, all without; they tell tables of one statistic apart.
    max_age: from how many years on the figures are flagged as old.
    """

    id: Annotated[str, Kebab]
    title: Text
    meaning: Text
    form: StatisticForm
    level: StatisticLevel
    tables: tuple[Text, ...]
    where: Text
    chapters: tuple[ChapterId, ...]
    sources: tuple[SourceId, ...]
    measures: tuple[Text, ...] = ()
    groups: tuple[AgeGroup, ...] = ()
    issuer: Text | None = None
    licence: Text | None = None
    max_age: Positive = 3


@dataclass(frozen=True, slots=True)
class Landkreis:
    """A Landkreis or a kreisfreie Stadt with the first five digits of its municipalities' keys."""

    id: Annotated[str, Kebab]
    key: DistrictKey
    title: Text
    sources: tuple[SourceId, ...]
    independent: Truth = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence on a plan; words in braces are filled or left as a gap.

    The first opening that fits stands, then every remark that says a reason nobody has said yet; tasks are what the
    office has yet to find out or to get. reasons, take, types: only for one of these; unless: not with one of these.
    """

    part: CitationPart
    verdict: tuple[Verdict, ...]
    text: Text
    reasons: tuple[Reason, ...] = ()
    unless: tuple[Reason, ...] = ()
    take: tuple[Take, ...] = ()
    types: tuple[PlanTypeId, ...] = ()


@dataclass(frozen=True, slots=True)
class GapLabel:
    """What the gap says for a word in braces that nobody has filled; `{inhalte}` in it are the contents of the plan."""

    word: Text
    label: Text


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form the concept uses, and what it stands for."""

    short: Text
    long: Text


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that may stand for a status in a questionnaire; without status they say that nothing is answered yet."""

    words: tuple[Text, ...]
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class PageBudget:
    """Which question asks how many pages the text shall have; `unless`: when its answer is of no use any more."""

    fact: QuestionId
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class OwnTime:
    """Which question asks for the hours a week somebody has, how many make a day, what the report says of it."""

    fact: QuestionId
    day: Positive
    text: Text


OWN_TIME_FIELDS = ["dauer", "stunden", "tag"]


@dataclass(frozen=True, slots=True)
class Head:
    """The file catalogue.yaml."""

    id: Annotated[str, Kebab]
    version: Text
    status: Text
    title: Text
    points: Points
    effort_default: Effort
    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    land: Text | None = None
    title_lines: tuple[DraftText, ...] = ()
    opening: tuple[DraftText, ...] = ()
    page_budget: PageBudget | None = None
    own_time: OwnTime | None = None
    source_line: Text | None = None
    data_line: Text | None = None
    ready_caution: Text | None = None
    minutes: Minutes | None = None
    register: RegisterRules = RegisterRules()
    citations: tuple[Citation, ...] = ()
    gap_labels: tuple[GapLabel, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    synonyms: tuple[Synonym, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A file in criteria/criteria/."""

    section: SectionId
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class CostFile:
    """The file costs.yaml."""

    drivers: tuple[Driver, ...]
    levers: tuple[Lever, ...]
    profile: Profile
    cases: tuple[Case, ...]
