"""A cohort that names nobody: what could is taken out of the value, so that no document or format can tell it."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.assessment import Assessment
from insek_cli.core.cohort import Cohort


def in_no_order(members: Iterable[Assessment]) -> list[Assessment]:
    """Return the members in an order that only those can retrace who have all the answers, the same each time."""
    return sorted(members, key=lambda member: hashlib.blake2b(repr(member.answers).encode(), digest_size=16).digest())


def anonymised(cohort: Cohort) -> Cohort:
    """Return the cohort with numbers for names, without keys, places, answers and remarks.

    Remarks go altogether: free text can name anybody, and no program sees whether it does.
    """
    members = (
        replace(member, answers=Answers(Municipality(f"Gemeinde {number}")))
        for number, member in enumerate(cohort.members, start=1)
    )
    opinions = tuple(replace(opinion, remarks=()) for opinion in cohort.opinions)
    return replace(cohort, members=tuple(members), opinions=opinions)
