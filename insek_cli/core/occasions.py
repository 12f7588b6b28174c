"""What the catalogue says about working together: occasions, legal forms, and what counts as near.

Like `entries`: field names are the keys of the file `cooperation.yaml`.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NewType

from insek_cli.core.conditions import Condition, FactIs
from insek_cli.core.values import dataclass
from insek_cli.core.vocabulary import CriterionId, Kebab, PlanTypeId, ProgrammeId, Proof, SourceId
from insek_cli.core.written import Half, Positive, Text

OccasionId = NewType("OccasionId", str)
FormId = NewType("FormId", str)


class OccasionKind(StrEnum):
    """What makes municipalities partners."""

    COMMON_GAP = "common-gap"
    COMPLEMENT = "complement"
    SHARED_HOLDER = "shared-holder"
    SIZE = "size"


class Area(StrEnum):
    """What municipalities can have in common on the map."""

    ASSOCIATION = "association"
    LEADER_REGION = "leader-region"
    LANDKREIS = "landkreis"


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A form in which municipalities may work together, the lightest first."""

    id: Annotated[FormId, Kebab]
    title: Text
    text: Text
    proof: Proof
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something worth doing together.

    criteria, plans: who lacks one of them has the need (in a complement, who has one of them gives).
    when: what must hold for those in need; partner: what must hold for the one who gives or helps.
    area: who shares it has the same holder. points: what each in need saves; coordination: what each pair costs.
    """

    id: Annotated[OccasionId, Kebab]
    kind: OccasionKind
    title: Text
    text: Text
    legal_form: FormId
    points: Half
    proof: Proof
    sources: tuple[SourceId, ...]
    coordination: Half = Decimal(0)
    criteria: tuple[CriterionId, ...] = ()
    plans: tuple[PlanTypeId, ...] = ()
    area: Area | None = None
    when: Condition | None = None
    partner: Condition | None = None
    programmes: tuple[ProgrammeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """How much an area in common counts."""

    area: Area
    weight: Positive


@dataclass(frozen=True, slots=True)
class Partnership:
    """Who takes part in the search (unless `when` is false), how nearness counts, what holds once they have agreed."""

    near: tuple[Near, ...]
    text: Text
    proof: Proof
    when: Condition | None = None
    agreed: FactIs | None = None
