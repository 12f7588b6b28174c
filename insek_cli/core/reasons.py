"""Why a plan has its verdict: words that the catalogue may name too."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a plan has its verdict."""

    CONDITION_FALSE = "condition-false"
    REQUESTED = "requested"
    HELD_ELSEWHERE = "held-elsewhere"
    NOT_AT_HAND = "not-at-hand"
    SUPERSEDED = "superseded"
    TOO_OLD = "too-old"
    OLD_BUT_IN_FORCE = "old-but-in-force"
    RIGHTS_REFUSED = "rights-refused"
    NOT_PUBLIC = "not-public"
    REFERENCE_ONLY = "reference-only"
    AGEING = "ageing"
    AGE_UNKNOWN = "age-unknown"
    AREA_PART = "area-part"
    AREA_FORMER = "area-former"
    AREA_UNKNOWN = "area-unknown"
    NOT_EDITABLE = "not-editable"
    FORMAT_UNKNOWN = "format-unknown"
    NO_RESOLUTION = "no-resolution"
    RIGHTS_UNCLEAR = "rights-unclear"
