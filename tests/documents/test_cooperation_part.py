"""The proposals in words: what connects, which programme rewards it, nothing that shuts somebody out."""

from dataclasses import replace

import pytest

from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import Cohort, cohort_of
from insek_cli.documents.blocks import Document, Table
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
    assert "Programme dafür, bei niemandem ausgeschlossen:" in shown(twelve)
    assert "LEADER (FRL LEADER" in shown(twelve)


def test_leader_is_not_named_where_nobody_lies_in_a_leader_area(catalogue: Catalogue, twelve: Cohort):
    members = [outside_leader(member) for member in twelve.members]
    assert "LEADER (FRL LEADER" not in shown(cohort_of(catalogue, members, TODAY))


def test_the_table_of_pairs_says_what_connects_them(twelve: Cohort):
    (pairs,) = (block for block in cooperation_blocks(twelve) if isinstance(block, Table) and block.caption)
    assert [column.title for column in pairs.columns][1] == "Was sie verbindet"
