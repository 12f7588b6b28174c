"""The words of a catalogue: ids of its entries, and the choices their fields have."""

from enum import StrEnum
from typing import NewType

from insek_cli.core.written import Written, kebab

CriterionId = NewType("CriterionId", str)
QuestionId = NewType("QuestionId", str)
PlanTypeId = NewType("PlanTypeId", str)
ChapterId = NewType("ChapterId", str)
SectionId = NewType("SectionId", str)
LevelId = NewType("LevelId", str)
SourceId = NewType("SourceId", str)
DriverId = NewType("DriverId", str)
LeverId = NewType("LeverId", str)
ProgrammeId = NewType("ProgrammeId", str)
SupportId = NewType("SupportId", str)
CheckId = NewType("CheckId", str)

Kebab = Written(kebab)


class Proof(StrEnum):
    """How well something is proven: the passage was read, partly or second-hand, own assumption."""

    READ = "read"
    PARTLY = "partly"
    ASSUMPTION = "assumption"


class Obligation(StrEnum):
    """How much a criterion is needed, most first."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Ground(StrEnum):
    """Why a criterion stands in the catalogue."""

    LAW = "law"
    FUNDING = "funding"
    GUIDANCE = "guidance"
    LEAN = "lean"


class Status(StrEnum):
    """The answer to a criterion; a criterion without an answer is open."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    LATER = "later"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class QuestionKind(StrEnum):
    """The form of an answer to a question; a count is a whole number."""

    CHOICE = "choice"
    NUMBER = "number"
    COUNT = "count"
    YEAR = "year"
    TEXT = "text"


class Force(StrEnum):
    """Whether a plan stays in force whatever its age."""

    IN_FORCE = "in-force"
    INFORMATIONAL = "informational"


class Use(StrEnum):
    """Whether a plan's contents can be taken over or only be referred to."""

    FULL = "full"
    REFERENCE = "reference"


class Holder(StrEnum):
    """Who has a plan."""

    MUNICIPALITY = "municipality"
    LANDKREIS = "landkreis"
    ASSOCIATION = "association"
    SUPPLIER = "supplier"
    REGION = "region"
    STATE = "state"
    OTHER = "other"


class Take(StrEnum):
    """What can be taken out of a plan."""

    DATA = "data"
    GOALS = "goals"
    MEASURES = "measures"
    MAPS = "maps"


class ProgrammeKind(StrEnum):
    """What a programme pays: the writing of the concept or what follows from it."""

    PLANNING = "planning"
    MEASURES = "measures"
    BOTH = "both"


class Part(StrEnum):
    """A table or list that the draft puts into a chapter."""

    PLANS = "plans"
    SWOT = "swot"
    GOALS = "goals"
    CROSS_EFFECTS = "cross-effects"
    PROGRAMMES = "programmes"
    MEASURES = "measures"
    FINANCE = "finance"
    MONITORING = "monitoring"
    REVIEW = "review"
    DISTRICTS = "districts"
    PLAN_REGISTER = "plan-register"
    PARTICIPATION = "participation"
    DATA = "data"
    IDEAS = "ideas"
    OPEN_POINTS = "open-points"
    ORIGIN = "origin"


class CheckKind(StrEnum):
    """A plausibility check that the program knows how to make."""

    WITHOUT_EVIDENCE = "without-evidence"
    WITHOUT_REASON = "without-reason"
    UNCONDITIONAL_MUST = "unconditional-must"
    WAIVED_SHARE = "waived-share"
    CONTRADICTION = "contradiction"
    PLAN_AGE = "plan-age"
    PLAN_UNDATED = "plan-undated"
    UNKNOWN_SHARE = "unknown-share"
    HIDDEN_ANSWER = "hidden-answer"
    FACT_AGE = "fact-age"
    HARDLY_ANSWERED = "hardly-answered"


class StatisticForm(StrEnum):
    """What documents make of a statistic: totals over time, shares of age groups, the newest figures, a forecast."""

    TREND = "trend"
    AGES = "ages"
    LATEST = "latest"
    FORECAST = "forecast"


class StatisticLevel(StrEnum):
    """For whom a statistic has figures at all."""

    MUNICIPALITY = "municipality"
    LANDKREIS = "landkreis"


class CitationPart(StrEnum):
    """Where a sentence on a plan stands."""

    OPENING = "opening"
    REMARK = "remark"
    TASK = "task"
