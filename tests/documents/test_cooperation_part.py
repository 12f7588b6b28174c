"""The proposals in words: what connects, which programme rewards it, nothing that shuts somebody out."""

from dataclasses import replace

import pytest

from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import Cohort, cohort_of
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Document, Table, text_of
from insek_cli.documents.cooperation_part import cooperation_blocks
from insek_cli.formats.terminal import terminal_text
from tests.conftest import TODAY
from tests.core.towns import towns


@pytest.fixture(scope="module")
def twelve(catalogue: Catalogue) -> Cohort:
    """Twelve municipalities that do not exist."""
    return cohort_of(catalogue, towns(catalogue, 12), TODAY)


def outside_leader(member: Assessment) -> Assessment:
    facts = {**member.answers.facts, "leader-area": "no"}
    return assess(member.catalogue, replace(member.answers, facts=facts), TODAY)


def shown(cohort: Cohort) -> str:
    return terminal_text(Document("t", "", "", tuple(cooperation_blocks(cohort))), 200)


def test_proposals_name_the_programmes_open_to_those_who_take_part(twelve: Cohort):
    assert "Programme dafür und was noch nötig ist" in shown(twelve)
    assert "LEADER (FRL LEADER" in shown(twelve)


def test_a_programme_that_wants_an_agreement_is_named_with_those_who_have_none_yet(twelve: Cohort):
    (group,) = (one for one in twelve.cooperation.groups if any(reward.agreement for reward in one.rewards))
    (reward,) = (one for one in group.rewards if one.agreement)
    names = w.listed(twelve.members[place].answers.municipality.name for place in reward.agreement)
    assert reward.programme.id == "regional-development"
    assert f"Noch nötig: die Zusammenarbeit vereinbaren ({names})" in shown(twelve)


def test_criteria_still_needed_are_named_with_those_who_lack_them(twelve: Cohort):
    assert "Noch nötig: „Beschluss des Rates“ (Oberdorf)" in shown(twelve)


def test_who_asked_already_is_named(twelve: Cohort):
    group = twelve.cooperation.groups[0]
    uses = tuple(replace(use, requested=group.members[:2]) for use in group.uses if use.occasion.area is not None)
    asked = replace(twelve.cooperation, groups=(replace(group, uses=uses),))
    whys = [text_of(row[1]) for row in _use_rows(replace(twelve, cooperation=asked))]
    assert whys
    assert all(why.endswith("Schon angefordert hat davon etwas: Niederbach und Kleinwalde.") for why in whys)


def test_several_who_could_give_are_alternatives(twelve: Cohort):
    assert any(" mit Hohenfeld oder Steinleben" in text_of(row[2]) for row in _use_rows(twelve))


def _use_rows(cohort: Cohort):
    tables = (block for block in cooperation_blocks(cohort) if isinstance(block, Table))
    return [row for one in tables if one.columns[0].title == "Wofür" for row in one.rows]


def test_leader_is_not_named_where_nobody_lies_in_a_leader_area(catalogue: Catalogue, twelve: Cohort):
    members = [outside_leader(member) for member in twelve.members]
    assert "LEADER (FRL LEADER" not in shown(cohort_of(catalogue, members, TODAY))


def test_the_table_of_pairs_says_what_connects_them(twelve: Cohort):
    (pairs,) = (block for block in cooperation_blocks(twelve) if isinstance(block, Table) and block.caption)
    assert [column.title for column in pairs.columns][1] == "Was sie verbindet"
