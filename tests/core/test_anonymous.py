"""An anonymised cohort holds nothing that could name anybody."""

import random
from dataclasses import fields, is_dataclass, replace

from insek_cli.core.anonymous import anonymised, in_no_order
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import cohort_of
from tests.conftest import TODAY
from tests.core.towns import towns


def secret_towns(catalogue: Catalogue):
    """Return municipalities whose every free text says GEHEIM."""
    found = []
    for member in towns(catalogue, 5):
        said = member.answers
        place = replace(
            said.municipality, name=f"GEHEIM {said.municipality.ags}", landkreis="GEHEIM", leader_region="GEHEIM",
            association="GEHEIM", sorbian_name="GEHEIM",
        )  # fmt: skip
        plans = tuple(replace(plan, title="GEHEIM", holder_name="GEHEIM", note="GEHEIM") for plan in said.plans)
        criteria = {
            key: replace(answer, note="GEHEIM", evidence="GEHEIM", owner="GEHEIM", by="GEHEIM")
            for key, answer in said.criteria.items()
        }
        feedback = {key: replace(one, remark="GEHEIM") for key, one in said.feedback.items()}
        answers = replace(said, municipality=place, plans=plans, criteria=criteria, feedback=feedback)
        found.append(replace(member, answers=answers))
    return found


def test_numbers_stand_for_names_and_everything_else_said_is_gone(catalogue: Catalogue):
    cohort = anonymised(cohort_of(catalogue, secret_towns(catalogue), TODAY))
    assert [member.answers.municipality.name for member in cohort.members] == [f"Gemeinde {n}" for n in range(1, 6)]
    for member in cohort.members:
        assert "GEHEIM" not in repr(member.answers)
        assert "14521" not in repr(member.answers)
    assert "GEHEIM" not in repr(cohort.opinions)
    assert "GEHEIM" not in repr(cohort.cooperation)


def test_counts_stay_as_they_are(catalogue: Catalogue):
    named = cohort_of(catalogue, towns(catalogue, 5), TODAY)
    cohort = anonymised(named)
    assert is_dataclass(cohort)
    for field in fields(cohort):
        if field.name not in {"members", "opinions"}:
            assert getattr(cohort, field.name) == getattr(named, field.name)


def test_order_tells_nothing_and_is_the_same_each_time(catalogue: Catalogue):
    members = towns(catalogue, 12)
    shuffled = members.copy()
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a fixed order
    assert in_no_order(shuffled) == in_no_order(members) != members
